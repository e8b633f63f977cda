import type { Analysis } from '../../../core/analysis';
import { ALERT_LABELS, type AlertKind, type AlertRow, type AlertSeverity } from '../../../core/standing/alert';
import { fill, joinTexts, verbatim, type Text } from '../../../i18n/text';
import type { ToneRule } from '../../layout/columns';

export const SEVERITY_LABELS: Readonly<Record<AlertSeverity, Text>> = {
  bad: { zh: '■ 立即处理', en: '■ Act now' },
  watch: { zh: '▲ 留意', en: '▲ Watch' },
  notice: { zh: '● 提示', en: '● Note' },
};

export const SEVERITY_TONES: readonly ToneRule[] = [
  { text: SEVERITY_LABELS.bad, tone: 'bad' },
  { text: SEVERITY_LABELS.watch, tone: 'watch' },
  { text: SEVERITY_LABELS.notice, tone: 'neutral' },
];

/** The sheet that shows the figures behind an alert. */
export const SHEET_OF: Readonly<Record<AlertKind, string>> = {
  orderOverdue: 'clientClasses',
  drop: 'clientClasses',
  noSecondOrder: 'clientClasses',
  limitExceeded: 'credit',
  overdueMoney: 'receivables',
  openComplaint: 'complaints',
  complaintSpike: 'complaints',
  indicatorSpike: 'indicators',
  concentration: 'clientTiers',
  fileDue: 'clientFiles',
  importantDay: 'clientFiles',
};

/** Kinds on one row, in the order of the row. @example 货款逾期、超信用额度 */
export const wordKinds = ({ alerts }: AlertRow): Text =>
  joinTexts(
    [...new Set(alerts.map(({ kind }) => kind))].map((kind) => ALERT_LABELS[kind]),
    KIND_SEPARATOR,
  );

export const KIND_SEPARATOR: Text = { zh: '、', en: ', ' };

/** What each of the row's alerts says. */
export const wordAlerts = ({ alerts }: AlertRow): Text => joinTexts(alerts.map(({ text }) => text));

/** Who it is about: a client, or all of them. */
export function nameOfRow({ client, alerts }: AlertRow, { clients }: Analysis): Text {
  const one = clients[client];
  if (one) return verbatim(one.name || one.code);
  return fill({ zh: '{all}：{kind}', en: '{all}: {kind}' }, { all: ALL_CLIENTS, kind: ALERT_LABELS[alerts[0]!.kind] });
}

/** How the name of a row begins that is of the whole book. */
export const ALL_CLIENTS: Text = { zh: '全部客户', en: 'All clients' };
