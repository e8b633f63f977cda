import { isoOf } from '../../core/model/day';
import { fill, type Text } from '../../i18n/text';
import type { CellStyle } from '../../workbook/style';
import { wordBasis } from '../words/basis-words';
import { wordPeriod, wordPeriodChoice } from '../words/domain-words';
import { SHEET_WORDS } from '../words/sheet-words';
import { reportTitle, type Banner, type Report } from './define-report';
import type { ReportContext } from './report-context';
import type { SheetDraft } from './sheet-draft';
import { linesIn } from './text-width';
import { STYLE, TONES } from './theme';

/** Sentences of the head: their rows are taken at once, their width is known when the tables stand. */
export interface HeadLine {
  readonly row: number;
  readonly text: string;
  readonly style: CellStyle;
}

const asNotice = (text: Text): Banner => ({ text, tone: 'watch' });

/** Under the title. */
const SUBTITLE_ROW = 1;
const REMINDING: ReadonlySet<string> = new Set(['overview', 'settings']);

/** Title, day and period, who answers for it; the sentences below get their rows. */
export function putHead(draft: SheetDraft, report: Report, context: ReportContext): readonly HeadLine[] {
  const { analysis, lang } = context;
  draft.putLine(reportTitle(report)[lang], STYLE.title, 30);
  const highlights = report.highlights?.(context) ?? [];
  const message = report.message ? report.message(context) : highlights[0];
  const told: HeadLine[] = message ? [{ row: draft.row++, text: message[lang], style: STYLE.message }] : [];
  const responsible = analysis.settings['report.responsible'];
  const subtitle = fill(
    { zh: '截止日 {asOf}   期间 {choice}：{period}', en: 'As of {asOf}   Period, {choice}: {period}' },
    {
      asOf: isoOf(analysis.asOf),
      choice:
        analysis.periodChoice.kind === 'range' ? { zh: '自选', en: 'chosen' } : wordPeriodChoice(analysis.periodChoice),
      period: wordPeriod(analysis.period),
    },
  )[lang];
  if (responsible === '') {
    draft.putLine(subtitle, STYLE.subtitle, 18);
  } else {
    const who = { zh: `负责人 ${responsible}`, en: `Person responsible ${responsible}` }[lang];
    draft.putLine(`${subtitle}   ${who}`, STYLE.subtitle, 18);
  }
  const lines: HeadLine[] = [
    ...told,
    ...[...wordBasis(context.dataset.basis, report.sources).map(asNotice), ...(report.banners?.(context) ?? [])].map(
      ({ text, tone }) => ({
        row: draft.row++,
        text: text[lang],
        style: { ...STYLE.highlight, color: TONES[tone].color, bold: tone !== 'neutral' },
      }),
    ),
    ...(report.message ? highlights : highlights.slice(1)).map((text) => ({
      row: draft.row++,
      text: text[lang],
      style: STYLE.highlight,
    })),
  ];
  draft.rowHeights.set(draft.row++, 8);
  return lines;
}

/**
 * Asks who answers for the figures, where that is read first and where it is filled in; on every sheet it would be read on none.
 *
 * @param column right of what is printed: the question is hers alone
 * @returns whether it asks
 */
export function askForResponsible(draft: SheetDraft, report: Report, column: number, context: ReportContext): boolean {
  const { analysis, lang } = context;
  if (analysis.settings['report.responsible'] !== '' || !REMINDING.has(report.id)) return false;
  const style = { ...STYLE.subtitle, color: TONES.watch.color, italic: true };
  draft.put(SUBTITLE_ROW, column, [[SHEET_WORDS.responsibleBlank[lang]]], [style]);
  if (report.id !== 'settings')
    draft.links.push({ row: SUBTITLE_ROW, column, target: { report: 'settings', cell: 'A1' } });
  return true;
}

/** A sentence longer than the table is wide is wrapped over the table's width, so that no page cuts it off. */
export function putHeadLines(draft: SheetDraft, lines: readonly HeadLine[], columns: number): void {
  const width = draft.widthOf(0, columns);
  for (const { row, text, style } of lines) {
    const rows = linesIn(text, width * 1.15);
    draft.rowHeights.set(row, rows * 15 + 5);
    if (rows === 1) draft.put(row, 0, [[text]], [style]);
    else draft.putMerged(row, 0, text, { ...style, wrap: true }, columns);
  }
}
