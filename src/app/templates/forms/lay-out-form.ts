import type { Text } from '../../../i18n/text';
import type { Lang } from '../../../i18n/lang';
import { fieldOf } from '../../../ingest/fields';
import { FORM_MARKS } from '../../../ingest/recognise/form-marks';
import { fingerprintOf } from '../../../reports/layout/fingerprint';
import { linesIn, textWidth } from '../../../reports/layout/text-width';
import { FORMAT, PALETTE, STYLE, TAB } from '../../../reports/layout/theme';
import { absoluteAddress, addressOf, rangeAddress, type CellRange } from '../../../workbook/address';
import type { CellBlock, FormulaPlan, PlanValue, SheetPlan, ValidationPlan } from '../../../workbook/plan';
import type { BorderLine, CellStyle } from '../../../workbook/style';
import { amountInWords } from './amount-in-words';
import type { BoxKind, FormBox, FormDefinition, FormSection } from './define-form';
import { placeBoxes, type PlacedBox } from './place-boxes';

/** What an A4 page holds between its margins at full size: characters across, points down. */
const PAGE = {
  portrait: { characters: 92, points: 735 },
  landscape: { characters: 138, points: 490 },
} as const;
/** A form without lines stands on so many columns of one width. */
const GRID = 12;
const TITLE_POINTS = 34;
const UNDER_TITLE_POINTS = 16;
const HEADING_POINTS = 20;
/** A line of handwriting: 8.5 mm. */
const LINE_POINTS = 24;
const WORD_POINTS = 15;
const NOTE_POINTS = 14;
const SIGNATURE_POINTS = 30;
/** Below the form, before the lines that are read back. */
const GAP_ROWS = 2;
const LABEL_SPACE = 2;
/** Short labels are as wide as the others, so that boxes stand under one another. */
const LEAST_LABEL = 12;

const PAGE_NUMBER: Text = { zh: '第 {page} 页，共 {pages} 页', en: 'Page {page} of {pages}' };
const TOTAL: Text = { zh: '合计', en: 'Total' };
const DAY_MESSAGE: Text = { zh: '请填日期，如 2026-01-05。', en: 'A day, such as 2026-01-05.' };
const LONGEST_LIST = 255;

const EDGE: BorderLine = { style: 'thin', color: '#4A5766' };
const EDGES = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE };
const LABEL: CellStyle = { bold: true, fill: PALETTE.surface, align: 'center', verticalAlign: 'center', wrap: true, border: EDGES }; // prettier-ignore
const FORMATS: Readonly<Record<BoxKind, CellStyle>> = {
  text: { align: 'left', indent: 1, wrap: true },
  number: { align: 'right' },
  money: { align: 'right', numberFormat: FORMAT.number },
  share: { align: 'right', numberFormat: FORMAT.ratio },
  day: { align: 'center', numberFormat: FORMAT.day },
  moment: { align: 'center', numberFormat: 'yyyy-mm-dd hh:mm' },
};
const styleOfBox = ({ kind, lines }: FormBox): CellStyle => ({
  ...FORMATS[kind],
  verticalAlign: lines > 1 ? 'top' : 'center',
  border: EDGES,
});

/**
 * Every form from its definition: title, boxes side by side, lines under a repeated header with their sums, boxes again,
 * signatures, notes; as tall and as wide as the A4 page it is printed on. A form that is read back has below it, outside
 * what is printed, its content as lines under the headers that recognition knows, by plain formulas.
 *
 * The sheet is the person's from the start.
 */
export function layOutForm(form: FormDefinition, lang: Lang, name: string): SheetPlan {
  return new FormDraft(form, lang).plan(name);
}

/** A form while it is put together, from the top down. */
class FormDraft {
  private readonly widths: readonly number[];
  private readonly blocks: CellBlock[] = [];
  private readonly merges: CellRange[] = [];
  private readonly formulas: FormulaPlan[] = [];
  private readonly validations: ValidationPlan[] = [];
  private readonly heights: { row: number; points: number }[] = [];
  /** Addresses of boxes and sums, by key. */
  private readonly addresses = new Map<string, string>();
  private row = 0;
  private headerRow: number | undefined;
  private firstLine = 0;
  private lineCount = 0;

  constructor(
    private readonly form: FormDefinition,
    private readonly lang: Lang,
  ) {
    this.widths = columnWidths(form, lang);
  }

  plan(name: string): SheetPlan {
    const { form, lang } = this;
    const spare = this.spareHeight();
    this.putTitle();
    this.putSections(form.head, form.lines ? 0 : spare);
    // Under a list that is read itself nothing may stand: it would be one of its lines.
    if (this.isList()) this.putNotes();
    if (form.lines) this.putLines(Math.max(0, spare));
    this.putSections(form.tail, form.lines ? 0 : spare);
    this.putSignatures();
    if (!this.isList()) this.putNotes();
    const printed: CellRange = { row: 0, column: 0, rows: this.row, columns: this.widths.length };
    this.putReadBack();
    const made: Omit<SheetPlan, 'fingerprint'> = {
      id: `form_${form.id}`,
      owner: 'person',
      name,
      tabColor: TAB.upkeep,
      columnWidths: this.widths,
      rowHeights: this.heights,
      blocks: this.blocks,
      ...(this.formulas.length > 0 && { formulas: this.formulas }),
      merges: this.merges,
      tables: [],
      conditionalFormats: [],
      validations: this.validations,
      links: [],
      charts: [],
      freeze: { rows: 0, columns: 0 },
      showGridlines: false,
      print: {
        orientation: form.orientation,
        pagesWide: 1,
        ...(this.headerRow !== undefined && { repeatRows: { from: this.headerRow, to: this.headerRow } }),
        areas: [printed],
        header: '',
        footer: form.title[lang],
        pageNumber: PAGE_NUMBER[lang],
      },
    };
    return { ...made, fingerprint: fingerprintOf(made) };
  }

  /** Whether its own lines are what is read. */
  private isList(): boolean {
    const boxes = [...this.form.head, ...this.form.tail].flatMap((section) => section.boxes);
    return this.form.readAs !== undefined && boxes.every(({ path }) => path === undefined);
  }

  /** Points that nothing fixed takes. */
  private spareHeight(): number {
    const { form, lang } = this;
    const page = PAGE[form.orientation].points / (form.isHalf ? 2 : 1);
    const sections = [...form.head, ...form.tail].reduce(
      (sum, { heading, boxes }) =>
        sum +
        (heading ? HEADING_POINTS : 0) +
        this.rowsOf(boxes).reduce((height, placed) => height + this.heightOf(placed), 0),
      0,
    );
    const lines = form.lines ? this.lineHeaderPoints() + (this.hasSums() ? LINE_POINTS : 0) : 0;
    const foot = form.signatures.length > 0 ? SIGNATURE_POINTS + WORD_POINTS / 2 : 0;
    const notes = form.notes.reduce((sum, note) => sum + this.noteLines(note[lang]) * NOTE_POINTS, 0);
    return page - TITLE_POINTS - UNDER_TITLE_POINTS - sections - lines - foot - notes;
  }

  private rowsOf(boxes: readonly FormBox[]): readonly (readonly PlacedBox[])[] {
    return placeBoxes(boxes, this.widths, (one) =>
      Math.max(LEAST_LABEL, textWidth(one.label[this.lang]) + LABEL_SPACE),
    );
  }

  private heightOf(placed: readonly PlacedBox[]): number {
    return Math.max(
      ...placed.map(({ box, column, labelColumns }) => {
        const room = this.widthOf(column, labelColumns) - LABEL_SPACE;
        const labelled = linesIn(box.label[this.lang], room) * WORD_POINTS + 6;
        return Math.max(labelled, box.lines * LINE_POINTS);
      }),
    );
  }

  private widthOf(column: number, columns: number): number {
    return this.widths.slice(column, column + columns).reduce((sum, width) => sum + width, 0);
  }

  private noteLines(note: string): number {
    return linesIn(note, this.widthOf(0, this.widths.length) * 1.05);
  }

  private lineHeaderPoints(): number {
    const columns = this.form.lines?.columns ?? [];
    return Math.max(
      LINE_POINTS,
      ...columns.map(({ label }, at) => linesIn(label[this.lang], this.widths[at]! - 1) * WORD_POINTS + 6),
    );
  }

  private hasSums(): boolean {
    return this.form.lines?.columns.some(({ sums }) => sums) ?? false;
  }

  private put(row: number, column: number, values: readonly PlanValue[], styles: readonly CellStyle[]): void {
    this.blocks.push({ row, column, values: [values], styles });
  }

  private height(points: number): void {
    this.heights.push({ row: this.row, points: Math.round(points * 4) / 4 });
  }

  private merge(row: number, column: number, columns: number): void {
    if (columns > 1) this.merges.push({ row, column, rows: 1, columns });
  }

  private putTitle(): void {
    const { form, lang } = this;
    const columns = this.widths.length;
    const across = (value: string, style: CellStyle): void => {
      this.put(this.row, 0, [value, ...this.widths.slice(1).map(() => null)], this.widths.map(() => style)); // prettier-ignore
      this.merge(this.row, 0, columns);
    };
    this.height(TITLE_POINTS);
    across(form.title[lang], { ...STYLE.title, align: 'center' });
    this.row++;
    this.height(UNDER_TITLE_POINTS);
    if (form.number !== undefined)
      across(form.number[lang], { ...STYLE.note, align: 'right', verticalAlign: 'center' });
    this.row++;
  }

  private putSections(sections: readonly FormSection[], spare: number): void {
    const rows = sections.map(({ boxes }) => this.rowsOf(boxes));
    const growing = [...this.form.head, ...this.form.tail]
      .flatMap(({ boxes }) => this.rowsOf(boxes))
      .filter((placed) => placed.some(({ box }) => box.grows)).length;
    sections.forEach(({ heading }, at) => {
      if (heading) this.putHeading(heading[this.lang]);
      for (const placed of rows[at]!) {
        const grows = placed.some(({ box }) => box.grows);
        this.height(this.heightOf(placed) + (grows ? Math.max(0, spare) / growing : 0));
        for (const one of placed) this.putBox(one);
        this.row++;
      }
    });
  }

  private putHeading(text: string): void {
    const style: CellStyle = { bold: true, color: PALETTE.ink, fill: PALETTE.header, verticalAlign: 'center', indent: 1, border: EDGES }; // prettier-ignore
    this.height(HEADING_POINTS);
    this.put(this.row, 0, [text, ...this.widths.slice(1).map(() => null)], this.widths.map(() => style)); // prettier-ignore
    this.merge(this.row, 0, this.widths.length);
    this.row++;
  }

  private putBox({ box, column, labelColumns, columns }: PlacedBox): void {
    const boxColumn = column + labelColumns;
    const style = styleOfBox(box);
    const nulls = (count: number): null[] => Array.from({ length: count }, () => null);
    this.put(
      this.row,
      column,
      [box.label[this.lang], ...nulls(columns - 1)],
      Array.from({ length: columns }, (_, at) => (at < labelColumns ? LABEL : style)),
    );
    this.merge(this.row, column, labelColumns);
    this.merge(this.row, boxColumn, columns - labelColumns);
    const address = addressOf(this.row, boxColumn);
    if (box.key !== undefined) this.addresses.set(box.key, address);
    if (box.path !== undefined) this.addresses.set(box.path, address);
    this.putFormula(this.row, boxColumn, box, (key) => this.addresses.get(key));
    this.putRule(box, { row: this.row, column: boxColumn, rows: 1, columns: 1 });
  }

  private putLines(spare: number): void {
    const { lines } = this.form;
    if (!lines) return;
    const { columns } = lines;
    const fits = Math.floor(spare / LINE_POINTS);
    this.lineCount = Math.max(1, lines.count === undefined ? fits : Math.min(lines.count, fits));
    this.headerRow = this.row;
    this.height(this.lineHeaderPoints());
    this.put(this.row, 0, columns.map(({ label }) => label[this.lang]), columns.map(() => LABEL)); // prettier-ignore
    this.firstLine = this.row + 1;
    const sumRow = this.firstLine + this.lineCount;
    columns.forEach(({ key, sums }, at) => {
      if (key === undefined) return;
      const cells = { row: this.firstLine, column: at, rows: this.lineCount, columns: 1 };
      this.addresses.set(`all:${key}`, absoluteAddress(cells));
      this.addresses.set(`first:${key}`, absoluteAddress({ ...cells, rows: 1 }));
      if (sums) this.addresses.set(`sum:${key}`, absoluteAddress({ ...cells, row: sumRow, rows: 1 }));
    });
    const styles = columns.map(styleOfBox);
    const values = Array.from({ length: this.lineCount }, (_, line) =>
      columns.map((_column, at) => (at === 0 ? (lines.printed?.[line]?.[this.lang] ?? null) : null)),
    );
    this.blocks.push({ row: this.firstLine, column: 0, values, styles });
    columns.forEach((box, at) => {
      for (let line = 0; line < this.lineCount; line++)
        this.putFormula(this.firstLine + line, at, box, (key) => this.inLine(key, this.firstLine + line));
      this.putRule(box, { row: this.firstLine, column: at, rows: this.lineCount, columns: 1 });
    });
    for (let line = 0; line < this.lineCount; line++) {
      this.row++;
      this.height(LINE_POINTS);
    }
    this.row++;
    if (this.hasSums()) this.putSums(styles);
  }

  /** A column of the lines, in a row; else a box or a sum. */
  private inLine(key: string, row: number): string | undefined {
    const at = this.form.lines?.columns.findIndex((one) => one.key === key) ?? -1;
    return at >= 0 ? addressOf(row, at) : this.addresses.get(key);
  }

  private putSums(styles: readonly CellStyle[]): void {
    const columns = this.form.lines?.columns ?? [];
    this.height(LINE_POINTS);
    this.put(
      this.row,
      0,
      columns.map(({ sums }, at) => (at === 0 ? TOTAL[this.lang] : sums ? '' : null)),
      styles.map((style, at) => (at === 0 ? LABEL : { ...style, bold: true, fill: PALETTE.surface })),
    );
    columns.forEach(({ sums }, at) => {
      if (!sums) return;
      const range = rangeAddress({ row: this.firstLine, column: at, rows: this.lineCount, columns: 1 });
      this.formulas.push({ row: this.row, column: at, formula: `IF(COUNT(${range})=0,"",SUM(${range}))` });
    });
    this.row++;
  }

  private putFormula(
    row: number,
    column: number,
    box: FormBox,
    addressOfKey: (key: string) => string | undefined,
  ): void {
    const formula = box.inWords === undefined ? box.formula : this.wordsOf(box.inWords, addressOfKey);
    if (formula === undefined) return;
    this.formulas.push({
      row,
      column,
      formula: formula.replace(/\{([\w:]+)\}/g, (_, key: string) => {
        const address = addressOfKey(key);
        if (address === undefined) throw new Error(`The form ${this.form.id} has no box ${key}`);
        return address;
      }),
    });
    const block = this.blocks.find((one) => row >= one.row && row < one.row + one.values.length && column >= one.column && column < one.column + one.styles.length)!; // prettier-ignore
    (block.values[row - block.row] as PlanValue[])[column - block.column] = '';
  }

  private wordsOf(key: string, addressOfKey: (key: string) => string | undefined): string {
    return amountInWords(addressOfKey(key) ?? `{${key}}`, this.lang);
  }

  private putRule({ kind, options, formula }: FormBox, range: CellRange): void {
    if (formula !== undefined) return;
    if (kind === 'day') this.validations.push({ kind: 'day', range, message: DAY_MESSAGE[this.lang] });
    const words = (options ?? []).map((option) => option[this.lang]);
    if (words.length > 0 && words.join(',').length <= LONGEST_LIST)
      this.validations.push({ kind: 'list', range, options: words, allowsOther: true });
  }

  /** One line to sign on for each, evenly across. */
  private putSignatures(): void {
    const { signatures } = this.form;
    if (signatures.length === 0) return;
    this.height(WORD_POINTS / 2);
    this.row++;
    this.height(SIGNATURE_POINTS);
    const boxes = signatures.map((label) => ({
      label: { zh: `${label.zh}：`, en: `${label.en}:` },
      kind: 'text' as const,
      units: 12 / signatures.length,
      width: 0,
      lines: 1,
    }));
    for (const { box, column, labelColumns, columns } of this.rowsOf(boxes).flat()) {
      this.put(
        this.row,
        column,
        [box.label[this.lang], ...Array.from({ length: columns - 1 }, () => null)],
        Array.from({ length: columns }, (_, at) =>
          at < labelColumns
            ? { align: 'right', verticalAlign: 'bottom', wrap: true }
            : { verticalAlign: 'bottom', border: { bottom: EDGE } },
        ),
      );
      this.merge(this.row, column, labelColumns);
      this.merge(this.row, column + labelColumns, columns - labelColumns);
    }
    this.row++;
  }

  private putNotes(): void {
    for (const note of this.form.notes) {
      const text = note[this.lang];
      this.height(this.noteLines(text) * NOTE_POINTS);
      this.put(this.row, 0, [text, ...this.widths.slice(1).map(() => null)], this.widths.map(() => STYLE.wrappedNote)); // prettier-ignore
      this.merge(this.row, 0, this.widths.length);
      this.row++;
    }
  }

  /** The form's content as lines of the kind that it is read as; nothing where its own lines hold everything. */
  private putReadBack(): void {
    const { form, lang } = this;
    const { readAs, lines } = form;
    const inBoxes = [...form.head, ...form.tail].flatMap(({ boxes }) => boxes).filter(({ path }) => path !== undefined);
    this.row += GAP_ROWS;
    if (readAs === undefined) this.put(this.row, 0, [FORM_MARKS.notRead[lang]], [STYLE.note]);
    if (readAs === undefined || this.isList()) return;
    const inLines = (lines?.columns ?? []).flatMap((box, at) => (box.path === undefined ? [] : [{ box, at }]));
    const all = [...inBoxes, ...inLines.map(({ box }) => box)];
    const headers = all.map(({ path }) => fieldOf(readAs, path!)!.label[lang]);
    const style = { ...STYLE.note, border: EDGES };
    this.put(this.row, 0, [FORM_MARKS.readBelow[lang]], [STYLE.note]);
    // A row stays empty: what stands above headers is read together with them.
    this.row += 2;
    this.put(this.row, 0, headers, headers.map(() => style)); // prettier-ignore
    const filledBy = lines ? lines.columns.findIndex(({ key }, at) => (lines.filledBy === undefined ? at === 0 : key === lines.filledBy)) : -1; // prettier-ignore
    const count = lines ? this.lineCount : 1;
    this.blocks.push({
      row: this.row + 1,
      column: 0,
      values: Array.from({ length: count }, () => all.map(() => '')),
      styles: all.map(({ kind }) => ({ ...STYLE.note, numberFormat: FORMATS[kind].numberFormat ?? 'General' })),
    });
    for (let line = 0; line < count; line++) {
      const key = lines ? addressOf(this.firstLine + line, filledBy) : undefined;
      all.forEach(({ path }, at) => {
        const from = at < inBoxes.length ? this.addresses.get(path!)! : addressOf(this.firstLine + line, inLines[at - inBoxes.length]!.at); // prettier-ignore
        const isBlank = key === undefined || key === from ? `${from}=""` : `OR(${key}="",${from}="")`;
        this.formulas.push({ row: this.row + 1 + line, column: at, formula: `IF(${isBlank},"",${from})` });
      });
    }
    this.row += 1 + count;
  }
}

/** Columns that fill the page: those of the lines, or a grid. */
function columnWidths({ lines, orientation }: FormDefinition, lang: Lang): readonly number[] {
  const { characters } = PAGE[orientation];
  if (!lines) return Array.from({ length: GRID }, () => characters / GRID);
  const wanted = lines.columns.map(({ width, label }) =>
    Math.max(width, Math.min(14, Math.max(...label[lang].split(/[\s/]/).map(textWidth)) + 2)),
  );
  const total = wanted.reduce((sum, width) => sum + width, 0);
  return wanted.map((width) => Math.round((width * characters * 10) / total) / 10);
}
