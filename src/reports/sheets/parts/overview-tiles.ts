import type { Analysis } from '../../../core/analysis';
import type { IndicatorResult } from '../../../core/kpis/indicator-result';
import { areClientsGroups } from '../../../core/model/basis';
import { hasColumn } from '../../../core/model/dataset';
import { known, missing, type Outcome } from '../../../core/model/outcome';
import { fill, type Text } from '../../../i18n/text';
import { wordMoney, wordNumber, wordPercent } from '../../../i18n/wording';
import type { Tile } from '../../layout/define-report';
import type { ReportContext } from '../../layout/report-context';
import { FORMAT, shortMoneyFormat, type Tone } from '../../layout/theme';
import { wordMissing } from '../../words/missing-words';
import { SHEET_WORDS } from '../../words/sheet-words';
import { indicatorOf, SINGLED_OUT } from './indicator-trend';

const sheetLink = (report: string): NonNullable<Tile['link']> => ({ report, cell: 'A1' });

/** A tile of a figure that may be missing: the note then says why. */
function tileOf(
  label: Text,
  value: Outcome<number>,
  numberFormat: string,
  note: Text,
  more: { readonly tone?: Tone; readonly link?: Tile['link'] } = {},
): Tile {
  return {
    label,
    value: value.known ? value.value : SHEET_WORDS.dash,
    numberFormat,
    note: value.known ? note : wordMissing(value.why),
    ...(more.tone && { tone: more.tone }),
    ...(more.link && { link: more.link }),
  };
}

export function overviewTiles({ analysis, dataset, lang }: ReportContext): readonly Tile[] {
  const { totals, tiers, retention } = analysis;
  const net = totals.netAmount / 100;
  const before = totals.previousNetAmount;
  const sold = (value: number): Outcome<number> =>
    hasColumn(dataset, 'transactions.amount')
      ? known(value)
      : missing({ reason: 'no-column', column: 'transactions.amount' });
  return [
    tileOf(
      { zh: '净销售额', en: 'Net sales' },
      sold(net),
      shortMoneyFormat(net, lang),
      before.known
        ? fill(
            { zh: '上期 {before}{growth}', en: 'Before {before}{growth}' },
            { before: wordMoney(before.value, 0), growth: wordGrowth(totals.growth) },
          )
        : wordMissing(before.why),
      {
        ...(totals.growth.known && totals.growth.value < 0 && { tone: 'watch' as const }),
        link: sheetLink('clientStatistics'),
      },
    ),
    tileOf(
      { zh: '活跃客户', en: 'Active clients' },
      areClientsGroups(dataset.basis)
        ? missing({ reason: 'no-column', column: 'transactions.client' })
        : sold(totals.activeClients),
      FORMAT.count,
      retention.known
        ? fill({ zh: '上期 {n} 家', en: 'Before {n}' }, { n: wordNumber(retention.value.activeBefore) })
        : wordMissing(retention.why),
      { link: sheetLink('clientStatistics') },
    ),
    movementTile(
      { zh: '新增客户', en: 'New clients' },
      analysis,
      ({ newClients }) => newClients,
      ({ reactivated }) => fill({ zh: '另恢复 {n} 家', en: 'and {n} back again' }, { n: wordNumber(reactivated) }),
    ),
    movementTile(
      { zh: '流失客户', en: 'Lost clients' },
      analysis,
      ({ lost }) => lost,
      ({ activeBefore }) =>
        fill({ zh: '上期活跃 {n} 家中', en: 'of {n} active before' }, { n: wordNumber(activeBefore) }),
    ),
    tileOf(
      { zh: '保有率', en: 'Clients kept' },
      retention.known ? retention.value.rate.value : retention,
      FORMAT.ratio,
      retention.known ? fill({ zh: '保有 {n} 家', en: '{n} kept' }, { n: wordNumber(retention.value.kept) }) : SAME,
      { link: sheetLink('clientStatistics') },
    ),
    {
      label: { zh: 'Ⅰ/Ⅱ/Ⅲ类客户', en: 'Tiers Ⅰ / Ⅱ / Ⅲ' },
      value:
        tiers.tiers.length === 0 ? SHEET_WORDS.dash : tiers.tiers.map(({ clients }) => wordNumber(clients)).join(' / '),
      note: {
        zh: `Ⅰ类占 ${shareOfTierOne(analysis)}`,
        en: `Tier Ⅰ: ${shareOfTierOne(analysis)} of sales`,
      },
      link: sheetLink('clientTiers'),
    },
    indicatorTile(analysis, SINGLED_OUT.onTime, { zh: '准时率', en: 'On-time rate' }),
    indicatorTile(analysis, SINGLED_OUT.damage, { zh: '货损率', en: 'Damage rate' }),
    indicatorTile(analysis, SINGLED_OUT.loss, { zh: '丢失率', en: 'Loss rate' }),
    indicatorTile(analysis, SINGLED_OUT.misShipment, { zh: '错发率', en: 'Mis-shipment rate' }),
    complaintTile(analysis),
    analysis.receivables.known ? overdueTile(analysis, lang) : concentrationTile(analysis),
    ...standingTiles(analysis),
  ];
}

/** Never shown: the note of a missing figure is its reason. */
const SAME: Text = { zh: '', en: '' };

function wordGrowth(growth: Outcome<number>): string {
  if (!growth.known) return '';
  return ` (${growth.value >= 0 ? '+' : ''}${wordPercent(growth.value)})`;
}

function shareOfTierOne({ tiers }: Analysis): string {
  const share = tiers.tiers.find(({ tier }) => tier === 1)?.shareOfAmount;
  return share?.known ? wordPercent(share.value) : SHEET_WORDS.dash;
}

type RetentionFigures = Extract<Analysis['retention'], { known: true }>['value'];

function movementTile(
  label: Text,
  { retention }: Analysis,
  value: (figures: RetentionFigures) => number,
  note: (figures: RetentionFigures) => Text,
): Tile {
  return tileOf(
    label,
    retention.known ? { known: true, value: value(retention.value) } : retention,
    FORMAT.count,
    retention.known ? note(retention.value) : SAME,
    { link: sheetLink('clientStatistics') },
  );
}

function indicatorTile(analysis: Analysis, ids: readonly string[], label: Text): Tile {
  const indicator = indicatorOf(analysis, ids);
  if (!indicator) return { label, value: SHEET_WORDS.dash, note: { zh: '没有数据', en: 'no data' } };
  return tileOf(label, indicator.current.value, FORMAT.fineRatio, indicatorNote(indicator), {
    ...(indicator.status.known && { tone: indicator.status.value }),
    link: sheetLink('indicators'),
  });
}

function indicatorNote({ target, previous, current }: IndicatorResult): Text {
  if (target.known)
    return fill(
      { zh: '目标 {target}（样本 {n}）', en: 'Target {target} (n = {n})' },
      { target: wordPercent(target.value), n: wordNumber(current.n) },
    );
  if (previous.value.known)
    return fill(
      { zh: '上期 {before}（样本 {n}）', en: 'Before {before} (n = {n})' },
      { before: wordPercent(previous.value.value, 2), n: wordNumber(current.n) },
    );
  return fill({ zh: '样本 {n}', en: 'n = {n}' }, { n: wordNumber(current.n) });
}

function complaintTile({ complaints }: Analysis): Tile {
  const label: Text = { zh: '投诉解决比例', en: 'Complaints solved' };
  if (!complaints.known) return { label, value: SHEET_WORDS.dash, note: wordMissing(complaints.why) };
  const { resolution, resolved, received } = complaints.value;
  return tileOf(
    label,
    resolution.value,
    FORMAT.ratio,
    fill(
      { zh: '{received} 件中解决 {resolved} 件', en: '{resolved} of {received}' },
      { received: wordNumber(received), resolved: wordNumber(resolved) },
    ),
    { link: sheetLink('complaints') },
  );
}

function overdueTile({ receivables }: Analysis, lang: ReportContext['lang']): Tile {
  const label: Text = { zh: '逾期应收', en: 'Overdue money' };
  if (!receivables.known) return { label, value: SHEET_WORDS.dash, note: wordMissing(receivables.why) };
  const { overdue, open } = receivables.value.totals;
  return tileOf(
    label,
    { known: true, value: overdue / 100 },
    shortMoneyFormat(overdue / 100, lang),
    fill({ zh: '应收合计 {open}', en: 'of {open} open' }, { open: wordMoney(open, 0) }),
    { ...(overdue > 0 && { tone: 'watch' as const }), link: sheetLink('receivables') },
  );
}

/** What the classes, the credit card, the alerts and the prospects come to: only what there is data for. */
function standingTiles(analysis: Analysis): readonly Tile[] {
  const tiles: Tile[] = [];
  const { alerts, credit, receivables, pipeline, keyAccounts, clientFiles } = analysis;
  if (alerts.known) {
    const { bad, watch, notice } = alerts.value.bySeverity;
    tiles.push({
      label: { zh: '立即处理的预警', en: 'Alerts to act on' },
      value: bad,
      numberFormat: FORMAT.count,
      note: fill(
        { zh: '另留意 {watch} 条、提示 {notice} 条', en: 'also {watch} to watch, {notice} notes' },
        { watch: wordNumber(watch), notice: wordNumber(notice) },
      ),
      ...(bad > 0 && { tone: 'bad' as const }),
      link: sheetLink('alerts'),
    });
  }
  if (keyAccounts.known) {
    const count = (level: string): number => keyAccounts.value.clients.filter((one) => one.level === level).length;
    tiles.push({
      label: { zh: '重点客户 / 焦点客户', en: 'Key / focus clients' },
      value: `${wordNumber(count('key'))} / ${wordNumber(count('focus'))}`,
      note: fill(
        { zh: '一般 {general} 家，潜在 {target} 家', en: '{general} general, {target} target' },
        { general: wordNumber(count('general')), target: wordNumber(count('target')) },
      ),
      link: sheetLink('clientClasses'),
    });
  }
  if (credit.known) tiles.push(creditTile(credit.value));
  if (receivables.known) tiles.push(concentrationTile(analysis));
  if (pipeline.known) {
    const { grades, habc, expectedDeals } = pipeline.value;
    const nearest = grades.find(({ grade }) => grade === 'A')?.count ?? 0;
    const hot = habc.find((one) => one.habc === 'H')?.count ?? 0;
    tiles.push({
      label: { zh: '商机A / 意向H', en: 'Opportunities A / intention H' },
      value: `${wordNumber(nearest)} / ${wordNumber(hot)}`,
      note: fill({ zh: '预计近期成交 {n} 个', en: 'Expected soon: {n}' }, { n: wordNumber(expectedDeals.length) }),
      link: sheetLink('pipeline'),
    });
  }
  if (clientFiles.known) {
    const { refreshDue, files } = clientFiles.value;
    tiles.push({
      label: { zh: '该更新的档案', en: 'Files due for refresh' },
      value: refreshDue,
      numberFormat: FORMAT.count,
      note: fill({ zh: '共 {n} 家', en: 'of {n} clients' }, { n: wordNumber(files.length) }),
      ...(refreshDue > 0 && { tone: 'watch' as const }),
      link: sheetLink('clientFiles'),
    });
  }
  return tiles;
}

type CreditFigures = Extract<Analysis['credit'], { known: true }>['value'];

/** Grades from the best to the worst, and how many have none because too little is known of them. */
function creditTile({ grades, ungraded }: CreditFigures): Tile {
  const poor = grades
    .filter(({ grade }) => grade === 'D' || grade === 'E')
    .reduce((sum, { clients }) => sum + clients, 0);
  return {
    label: fill(
      { zh: '信用{from}–{to}', en: 'Credit {from}–{to}' },
      { from: grades[0]?.grade ?? SHEET_WORDS.dash, to: grades.at(-1)?.grade ?? SHEET_WORDS.dash },
    ),
    // Five counts in the width of a tile.
    value: grades.map(({ clients }) => wordNumber(clients)).join('/'),
    note: fill({ zh: '资料不足 {n} 家', en: 'too little data: {n}' }, { n: wordNumber(ungraded) }),
    ...(poor > 0 && { tone: 'watch' as const }),
    link: sheetLink('credit'),
  };
}

function concentrationTile({ concentration }: Analysis): Tile {
  const label: Text = { zh: '前五大客户占比', en: 'Five largest clients' };
  if (!concentration.known) return { label, value: SHEET_WORDS.dash, note: wordMissing(concentration.why) };
  const { cr1, cr5, isCr5High } = concentration.value;
  return tileOf(
    label,
    { known: true, value: cr5 },
    FORMAT.ratio,
    fill({ zh: '第一大客户 {cr1}', en: 'Largest: {cr1}' }, { cr1: wordPercent(cr1) }),
    { ...(isCr5High && { tone: 'watch' as const }), link: sheetLink('clientTiers') },
  );
}
