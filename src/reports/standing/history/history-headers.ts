import { MARK_KINDS, MARK_LABELS, type MarkKind } from '../../../core/changes/client-marks';
import { nameOf } from '../../../core/measures/measures';
import type { Text } from '../../../i18n/text';
import { TIER_WORDS } from '../../words/domain-words';

/** Headers of 历史快照: written and read by these. */
const NUMBER: Text = { zh: '快照号', en: 'Snapshot' };

export const SNAPSHOT_HEADERS = {
  number: NUMBER,
  asOf: { zh: '截止日', en: 'As of' },
  from: { zh: '期间起', en: 'Period from' },
  to: { zh: '期间止', en: 'Period to' },
  time: { zh: '刷新时间', en: 'Refreshed at' },
  responsible: { zh: '负责人', en: 'Person responsible' },
  netAmount: nameOf('netSales'),
  orders: nameOf('orders'),
  activeClients: nameOf('activeClients'),
  tierOne: TIER_WORDS[1],
  tierTwo: TIER_WORDS[2],
  tierThree: TIER_WORDS[3],
  open: nameOf('collectable'),
  overdue: nameOf('overdue'),
  clientLines: { zh: '客户行', en: 'Client lines' },
  indicatorLines: { zh: '指标行', en: 'Indicator lines' },
  settings: { zh: '改过的参数', en: 'Settings changed' },
  settingsHash: { zh: '参数校验码', en: 'Settings code' },
  dataHash: { zh: '数据校验码', en: 'Data code' },
  check: { zh: '校验', en: 'Check' },
  version: { zh: '版本', en: 'Version' },
} as const satisfies Record<string, Text>;

export const INDICATOR_STAND_HEADERS = {
  number: NUMBER,
  id: { zh: '指标编号', en: 'Indicator id' },
  value: { zh: '值', en: 'Value' },
  numerator: { zh: '分子', en: 'Numerator' },
  denominator: { zh: '分母', en: 'Denominator' },
} as const satisfies Record<string, Text>;

/** What the person calls a snapshot. */
export const SNAPSHOT_NOTE: Text = { zh: '备注', en: 'Notes' };

/** Beside these a column a mark, under the name of `MARK_LABELS`. */
export const CLIENT_STAND_HEADERS = {
  number: NUMBER,
  code: { zh: '客户编号', en: 'Client code' },
  name: { zh: '客户名称', en: 'Client' },
  netAmount: nameOf('netSales'),
  quantity: nameOf('quantity'),
  orders: nameOf('orders'),
  rank: nameOf('rank'),
  open: nameOf('collectable'),
  overdue: nameOf('overdue'),
  ...(Object.fromEntries(MARK_KINDS.map((kind) => [kind, MARK_LABELS[kind]])) as Readonly<Record<MarkKind, Text>>),
} as const;
