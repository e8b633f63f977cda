import type { CellStyle } from '../../../workbook/style';
import type { StoryDefinition, StoryLine, Tile } from '../define-report';
import type { ReportContext } from '../report-context';
import type { SheetDraft } from '../sheet-draft';
import { PALETTE, STYLE, TONES } from '../theme';

/** Sentences at the left, tiles at the right, over the same rows of one page. */
const STORY = {
  textColumns: 7,
  /** A link apart from the sentence: some programs show a linked cell on one line. */
  linkColumns: 1,
  tileColumns: 4,
  tiles: 5,
  rowsPerTile: 3,
  rowPoints: 24,
  /** So many sentences have three rows each, more of them two. */
  roomy: 5,
} as const;

const SENTENCE: CellStyle = {
  color: PALETTE.ink,
  size: 10,
  wrap: true,
  align: 'left',
  verticalAlign: 'center',
  indent: 1,
  fill: PALETTE.white,
};

const LINK: CellStyle = { ...STYLE.note, color: PALETTE.accent, align: 'right', verticalAlign: 'center', wrap: true };

/** Puts the story of a board: what to say in the meeting, each with who does what next, beside the figures to know. */
export function putStory(
  draft: SheetDraft,
  story: StoryDefinition,
  tiles: readonly Tile[],
  context: ReportContext,
): void {
  const { lang } = context;
  draft.put(draft.row, 0, [[story.heading[lang]]], [STYLE.heading]);
  draft.rowHeights.set(draft.row++, 24);
  const top = draft.row;
  const rows = STORY.tiles * STORY.rowsPerTile;
  for (let row = top; row < top + rows; row++) draft.rowHeights.set(row, STORY.rowPoints);
  putSentences(draft, story, top, context);
  tiles.slice(0, STORY.tiles).forEach((tile, index) => putTile(draft, tile, top + index * STORY.rowsPerTile, context));
  draft.row = top + rows;
  draft.rowHeights.set(draft.row++, 8);
}

function putSentences(draft: SheetDraft, story: StoryDefinition, top: number, context: ReportContext): void {
  const lines = story.lines(context);
  if (lines.length === 0) {
    putBox(draft, top, 1, story.whenEmpty[context.lang], 'neutral');
    return;
  }
  const rows = lines.length <= STORY.roomy ? 3 : 2;
  lines.forEach((line, index) => {
    const row = top + index * rows;
    putBox(draft, row, rows, wordLine(line, context), line.tone);
    putLink(draft, row, rows, line.link, context);
  });
}

function wordLink(link: NonNullable<StoryLine['link']>, { reports, lang }: ReportContext): string {
  if (!('report' in link)) return '';
  const found = reports.find(({ id }) => id === link.report);
  return found && !found.why ? `${found.sheet[lang]} ›` : '';
}

/** The sentence, and on a line of its own who does what. */
function wordLine({ text, next }: StoryLine, { lang }: ReportContext): string {
  return next ? `${text[lang]}\n→ ${next[lang]}` : text[lang];
}

function putBox(draft: SheetDraft, row: number, rows: number, words: string, tone: StoryLine['tone']): void {
  const left = { style: 'medium', color: tone === 'neutral' ? PALETTE.accent : TONES[tone].color } as const;
  const bottom = { style: 'hair', color: PALETTE.line } as const;
  for (let offset = 0; offset < rows; offset++) {
    const isLast = offset === rows - 1;
    const styleOf = (column: number): CellStyle => ({
      ...SENTENCE,
      border: { ...(column === 0 && { left }), ...(isLast && { bottom }) },
    });
    draft.put(
      row + offset,
      0,
      [Array.from({ length: STORY.textColumns }, (_, column) => (offset === 0 && column === 0 ? words : null))],
      Array.from({ length: STORY.textColumns }, (_, column) => styleOf(column)),
    );
  }
  draft.merges.push({ row, column: 0, rows, columns: STORY.textColumns });
}

/** Where the figures behind a sentence are. */
function putLink(draft: SheetDraft, row: number, rows: number, link: StoryLine['link'], context: ReportContext): void {
  const column = STORY.textColumns;
  const bottom = { style: 'hair', color: PALETTE.line } as const;
  for (let offset = 0; offset < rows; offset++)
    draft.put(
      row + offset,
      column,
      [[offset === 0 && link ? wordLink(link, context) : null]],
      [{ ...LINK, ...(offset === rows - 1 && { border: { bottom } }) }],
    );
  draft.merges.push({ row, column, rows, columns: STORY.linkColumns });
  if (link) draft.links.push({ row, column, target: link });
}

function putTile(draft: SheetDraft, tile: Tile, top: number, { lang }: ReportContext): void {
  const column = STORY.textColumns + STORY.linkColumns;
  const tone = tile.tone ?? 'neutral';
  const left = { style: 'medium', color: tone === 'neutral' ? PALETTE.accent : TONES[tone].color } as const;
  const bottom = { style: 'medium', color: PALETTE.white } as const;
  const parts = [
    { value: tile.label[lang], style: STYLE.tileLabel },
    {
      value: tile.value,
      style: { ...STYLE.tileValue, ...(tile.numberFormat !== undefined && { numberFormat: tile.numberFormat }) },
    },
    { value: tile.note[lang], style: { ...STYLE.tileNote, ...(tone !== 'neutral' && { color: TONES[tone].color }) } },
  ];
  parts.forEach(({ value, style }, index) => {
    const isLast = index === parts.length - 1;
    draft.put(
      top + index,
      column,
      [[value, ...Array.from({ length: STORY.tileColumns - 1 }, () => null)]],
      Array.from({ length: STORY.tileColumns }, (_, at) => ({
        ...style,
        border: { ...(at === 0 && { left }), ...(isLast && { bottom }) },
      })),
    );
    draft.merges.push({ row: top + index, column, rows: 1, columns: STORY.tileColumns });
  });
  if (tile.link) draft.links.push({ row: top, column, target: tile.link });
}
