import { LANGS, type Lang } from '../../../i18n/lang';
import type { CellStyle } from '../../../workbook/style';
import type { StoryDefinition, StoryLine, Tile } from '../define-report';
import type { ReportContext } from '../report-context';
import type { SheetDraft } from '../sheet-draft';
import { wrappedLines } from '../text-width';
import { PALETTE, STYLE, TONES } from '../theme';

/** Sentences over the width of the page, each in a row as high as its words; under them five tiles side by side. */
const STORY = {
  textColumns: 11,
  /** A link apart from the sentence: some programs show a linked cell on one line. */
  linkColumns: 1,
  linePoints: 13.5,
  paddingPoints: 3,
  headingPoints: 20,
  gapPoints: 6,
} as const;

/** Letters of English are on average narrower than the digit that a column's width counts. */
const OF_LETTERS = 1.12;

/** The figures with the longest notes lead: they are the wider ones. */
const TILES = { columns: [3, 3, 2, 2, 2], labelPoints: 16, valuePoints: 21, lines: 2 } as const;

const BOTTOM = { style: 'hair', color: PALETTE.line } as const;

const SENTENCE: CellStyle = {
  color: PALETTE.ink,
  size: 10,
  wrap: true,
  align: 'left',
  verticalAlign: 'center',
  indent: 1,
  fill: PALETTE.white,
};

const LINK: CellStyle = { color: PALETTE.accent, align: 'right', verticalAlign: 'center', wrap: true };

/**
 * Puts the story of a board: what to say in the meeting, each with who does what next, then the figures to know.
 *
 * @param room points that it may take; what comes last is not said where the page is full
 */
export function putStory(
  draft: SheetDraft,
  story: StoryDefinition,
  tiles: readonly Tile[],
  room: number,
  context: ReportContext,
): void {
  draft.put(draft.row, 0, [[story.heading[context.lang]]], [STYLE.heading]);
  draft.rowHeights.set(draft.row++, STORY.headingPoints);
  const shown = tiles.slice(0, TILES.columns.length);
  const notePoints = pointsOfNotes(shown, draft);
  const tilePoints = shown.length > 0 ? TILES.labelPoints + TILES.valuePoints + notePoints + STORY.gapPoints : 0;
  putSentences(draft, story, room - STORY.headingPoints - STORY.gapPoints - tilePoints, context);
  draft.rowHeights.set(draft.row++, STORY.gapPoints);
  if (shown.length === 0) return;
  [TILES.labelPoints, TILES.valuePoints, notePoints].forEach((points, offset) =>
    draft.rowHeights.set(draft.row + offset, points),
  );
  shown.forEach((tile, index) => putTile(draft, tile, index, context));
  draft.row += 3;
  draft.rowHeights.set(draft.row++, STORY.gapPoints);
}

const heightOf = (lines: number): number => lines * STORY.linePoints + STORY.paddingPoints;

/** As many as the room holds, by the language that needs more of it: both tell the same. */
function putSentences(draft: SheetDraft, story: StoryDefinition, room: number, context: ReportContext): void {
  const lines = story.lines(context);
  if (lines.length === 0) putBox(draft, 1, story.whenEmpty[context.lang], 'neutral', undefined, context);
  const width = draft.widthOf(0, STORY.textColumns);
  let left = room;
  for (const line of lines) {
    const linesIn = (lang: Lang): number =>
      wrappedLines(wordLine(line, lang), width * (lang === 'en' ? OF_LETTERS : 1));
    left -= heightOf(Math.max(...LANGS.map(linesIn)));
    if (left < 0) break;
    putBox(draft, linesIn(context.lang), wordLine(line, context.lang), line.tone, line.link, context);
  }
}

function wordLink(link: NonNullable<StoryLine['link']>, { reports, lang }: ReportContext): string {
  if (!('report' in link)) return '';
  const found = reports.find(({ id }) => id === link.report);
  return found && !found.why ? `${found.sheet[lang]} ›` : '';
}

/** The sentence, and on a line of its own who does what. */
function wordLine({ text, next }: StoryLine, lang: Lang): string {
  return next ? `${text[lang]}\n→ ${next[lang]}` : text[lang];
}

function putBox(
  draft: SheetDraft,
  lines: number,
  words: string,
  tone: StoryLine['tone'],
  link: StoryLine['link'],
  context: ReportContext,
): void {
  const left = { style: 'medium', color: tone === 'neutral' ? PALETTE.accent : TONES[tone].color } as const;
  const row = draft.row++;
  const styles = Array.from({ length: STORY.textColumns }, (_, column) => ({
    ...SENTENCE,
    border: { ...(column === 0 && { left }), bottom: BOTTOM },
  }));
  draft.put(row, 0, [styles.map((_, column) => (column === 0 ? words : null))], styles);
  draft.merges.push({ row, column: 0, rows: 1, columns: STORY.textColumns });
  // Where the figures behind it are.
  draft.putMerged(
    row,
    STORY.textColumns,
    link ? wordLink(link, context) : null,
    { ...LINK, border: { bottom: BOTTOM } },
    STORY.linkColumns,
  );
  if (link) draft.links.push({ row, column: STORY.textColumns, target: link });
  draft.rowHeights.set(row, heightOf(lines));
}

const columnsBefore = (index: number): number => TILES.columns.slice(0, index).reduce((sum, own) => sum + own, 0);

/** The row under the figures is as high as the longest note takes, in either language. */
function pointsOfNotes(tiles: readonly Tile[], draft: SheetDraft): number {
  const lines = tiles.map(({ note }, index) => {
    const width = draft.widthOf(columnsBefore(index), TILES.columns[index]!) - 1;
    return Math.max(...LANGS.map((lang) => wrappedLines(note[lang], width)));
  });
  return Math.min(TILES.lines, Math.max(1, ...lines)) * STORY.linePoints + 2;
}

function putTile(draft: SheetDraft, tile: Tile, index: number, { lang }: ReportContext): void {
  const column = columnsBefore(index);
  const columns = TILES.columns[index]!;
  const tone = tile.tone ?? 'neutral';
  const left = { style: 'medium', color: tone === 'neutral' ? PALETTE.accent : TONES[tone].color } as const;
  const right = { style: 'medium', color: PALETTE.white } as const;
  const parts: readonly { readonly value: string | number; readonly style: CellStyle }[] = [
    { value: tile.label[lang], style: STYLE.tileLabel },
    {
      value: tile.value,
      style: { ...STYLE.tileValue, ...(tile.numberFormat !== undefined && { numberFormat: tile.numberFormat }) },
    },
    { value: tile.note[lang], style: { ...STYLE.tileNote, ...(tone !== 'neutral' && { color: TONES[tone].color }) } },
  ];
  parts.forEach(({ value, style }, offset) => {
    const row = draft.row + offset;
    draft.put(
      row,
      column,
      [Array.from({ length: columns }, (_, at) => (at === 0 ? value : null))],
      Array.from({ length: columns }, (_, at) => ({
        ...style,
        border: { ...(at === 0 && { left }), ...(at === columns - 1 && { right }) },
      })),
    );
    draft.merges.push({ row, column, rows: 1, columns });
  });
  if (tile.link) draft.links.push({ row: draft.row, column, target: tile.link });
}
