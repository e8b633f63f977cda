import { KPIS } from '../../../core/kpis';
import { nameOf } from '../../../core/measures/measures';
import type { Analysis } from '../../../core/analysis';
import type { IndicatorResult } from '../../../core/kpis/indicator-result';
import { areClientsGroups } from '../../../core/model/basis';
import { hasColumn } from '../../../core/model/dataset';
import type { Outcome } from '../../../core/model/outcome';
import { fill, type Text } from '../../../i18n/text';
import { shortMoney, wordNumber, wordPercent } from '../../../i18n/wording';
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

/**
 * The figures to know beside the story, in the order of a meeting: as many as have data, five of them shown. One without data
 * is not there.
 */
export function storyTiles(context: ReportContext): readonly Tile[] {
  const { analysis, dataset, lang } = context;
  const hasAmounts = hasColumn(dataset, 'transactions.amount');
  const hasClients = hasAmounts && !areClientsGroups(dataset.basis);
  return [
    ...(hasAmounts ? [salesTile(analysis, lang)] : []),
    ...(hasClients ? [clientsTile(analysis)] : []),
    indicatorTile(analysis, SINGLED_OUT.onTime),
    overdueTile(analysis, lang),
    complaintTile(analysis),
    indicatorTile(analysis, SINGLED_OUT.damage),
    ...(hasClients ? [tierTile(analysis)] : []),
    concentrationTile(analysis),
  ].filter(({ value }) => value !== SHEET_WORDS.dash);
}

function salesTile({ totals }: Analysis, lang: ReportContext['lang']): Tile {
  const net = totals.netAmount / 100;
  const before = totals.previousNetAmount;
  return {
    label: nameOf('netSales'),
    value: net,
    numberFormat: shortMoneyFormat(net, lang),
    note: before.known
      ? fill(
          { zh: '上期 {before}{growth}', en: 'Previous period: {before}{growth}' },
          { before: shortMoney(before.value), growth: wordGrowth(totals.growth) },
        )
      : wordMissing(before.why),
    ...(totals.growth.known && { tone: totals.growth.value < 0 ? ('watch' as const) : ('good' as const) }),
    link: sheetLink('clientStatistics'),
  };
}

function clientsTile({ totals, retention }: Analysis): Tile {
  return {
    label: nameOf('activeClients'),
    value: totals.activeClients,
    numberFormat: FORMAT.count,
    note: retention.known
      ? fill(
          { zh: '上期 {before}：新增 {fresh}，流失 {lost}', en: 'Previous period: {before}: {fresh} new, {lost} lost' },
          {
            before: wordNumber(retention.value.activeBefore),
            fresh: wordNumber(retention.value.newClients),
            lost: wordNumber(retention.value.lost),
          },
        )
      : wordMissing(retention.why),
    link: sheetLink('clientStatistics'),
  };
}

function tierTile(analysis: Analysis): Tile {
  const { tiers } = analysis.tiers;
  return {
    label: { zh: 'Ⅰ/Ⅱ/Ⅲ类客户', en: 'Tiers Ⅰ / Ⅱ / Ⅲ' },
    value: tiers.length === 0 ? SHEET_WORDS.dash : tiers.map(({ clients }) => wordNumber(clients)).join(' / '),
    note: {
      zh: `Ⅰ类占 ${shareOfTierOne(analysis)}`,
      en: `Tier Ⅰ: ${shareOfTierOne(analysis)} of sales`,
    },
    link: sheetLink('clientTiers'),
  };
}

function wordGrowth(growth: Outcome<number>): string {
  if (!growth.known) return '';
  return ` (${growth.value >= 0 ? '+' : ''}${wordPercent(growth.value)})`;
}

function shareOfTierOne({ tiers }: Analysis): string {
  const share = tiers.tiers.find(({ tier }) => tier === 1)?.shareOfAmount;
  return share?.known ? wordPercent(share.value) : SHEET_WORDS.dash;
}

/** Named as the indicator is named on its own sheet. */
function indicatorTile(analysis: Analysis, ids: readonly string[]): Tile {
  const indicator = indicatorOf(analysis, ids);
  if (!indicator) {
    const { label } = KPIS.find(({ id }) => id === ids[0])!;
    return { label, value: SHEET_WORDS.dash, note: { zh: '没有数据', en: 'no data' } };
  }
  return tileOf(indicator.label, indicator.current.value, FORMAT.fineRatio, indicatorNote(indicator), {
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
      { zh: '上期 {before}（样本 {n}）', en: 'Previous period: {before} (n = {n})' },
      { before: wordPercent(previous.value.value, 2), n: wordNumber(current.n) },
    );
  return fill({ zh: '样本 {n}', en: 'n = {n}' }, { n: wordNumber(current.n) });
}

function complaintTile({ complaints }: Analysis): Tile {
  const label: Text = { zh: '投诉解决比例', en: 'Complaints resolved' };
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
  const label: Text = { zh: '逾期应收', en: 'Overdue receivables' };
  if (!receivables.known) return { label, value: SHEET_WORDS.dash, note: wordMissing(receivables.why) };
  const { overdue, open } = receivables.value.totals;
  return tileOf(
    label,
    { known: true, value: overdue / 100 },
    shortMoneyFormat(overdue / 100, lang),
    fill({ zh: '可催收 {open} 中', en: 'of {open} collectable' }, { open: shortMoney(open) }),
    { ...(overdue > 0 && { tone: 'watch' as const }), link: sheetLink('receivables') },
  );
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
