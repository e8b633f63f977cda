import type { CellValue } from './cell-value';
import { NO_NUMBER } from './number-form';
import { NO_ID, NumberedTexts, type Series } from './numbered-texts';
import { TextList } from './text-list';

/** Kinds of cells in a `CellColumn`. */
export const CELL_EMPTY = 0;
export const CELL_NUMBER = 1;
export const CELL_TEXT = 2;
export const CELL_FLAG = 3;
export const CELL_ERROR = 4;

/** Taken out of its object once, as a character costs one look-up otherwise. */
const { imul } = Math;
const FREE = NO_ID;
/** Texts that are met on the way to one's place before the table is given up. */
const MOST_STEPS = 1000;
/** So many characters of a text find what was met last: those in its middle, as names of firms begin and end alike. */
const GLANCE = 7;
/** Texts met last. */
const MOST_RECENT = 1 << 16;

/**
 * The distinct strings of one read, by id: a million cells with ten thousand names keep ten thousand strings, and
 * whoever parses a text does it once an id.
 *
 * Tables of numbers and not a `Map`: a column of a million order numbers is put into them in a fraction of the time, and
 * leaves nothing to collect. Numbers that run on are found by what they count, and what comes again and again (ten products,
 * the names of clients) at a glance.
 */
export class StringPool {
  private readonly numbered = new NumberedTexts();
  private recent = new Int32Array(1 << 10);
  private slots = new Int32Array(1 << 10).fill(FREE);
  private taken = 0;
  /** By id; those of numbered texts have none. */
  private hashes = new Int32Array(1 << 9);
  /** In place of the table, where somebody has made texts that all fall into one place of it. */
  private ids: Map<string, number> | undefined;

  /** @param texts By id. Those that stand there already are found from now on. */
  constructor(readonly texts = new TextList()) {
    for (let id = 0; id < texts.length; id++) this.add(id);
  }

  idOf(text: string): number {
    const { texts } = this;
    const series = this.numbered.seriesOf(text);
    if (series !== undefined) {
      const number = series.form.numberOf(text);
      if (number !== NO_NUMBER) {
        const id = this.idIn(series, number);
        if (id !== NO_ID) return id;
      }
      // A number that does not run on comes once in most columns: a glance at what was met last would be for nothing.
      return this.findOrAdd(text);
    }
    const place = glanceAt(text) & (this.recent.length - 1);
    const seen = this.recent[place]!;
    if (texts.holds(seen, text)) return seen;
    const id = this.findOrAdd(text);
    this.recent[place] = id;
    return id;
  }

  /** The id of a text in UTF-8 that runs on with texts met before; `NO_ID` of any other: then its string is asked for. */
  idOfNumber(bytes: Uint8Array, from: number, to: number): number {
    const series = this.numbered.seriesIn(bytes, from, to);
    const number = series === undefined ? NO_NUMBER : series.form.numberIn(bytes, from);
    return number === NO_NUMBER ? NO_ID : this.idIn(series!, number);
  }

  private idIn(series: Series, number: number): number {
    const { texts } = this;
    const id = series.idOf(number, texts.length);
    if (id === texts.length) texts.pushNumber(series.form, number);
    if (id === NO_ID && !series.isHandedOver) this.takeOver(series);
    return id;
  }

  /** @param place Where it stands in the list already. */
  private findOrAdd(text: string, place?: number): number {
    if (this.ids) return this.idFrom(this.ids, text);
    const hash = hashOf(text);
    const { slots, hashes, texts } = this;
    const mask = slots.length - 1;
    let slot = hash & mask;
    let steps = 0;
    for (let id = slots[slot]!; id !== FREE; id = slots[slot]!) {
      if (hashes[id] === hash && texts.holds(id, text)) return id;
      slot = (slot + 1) & mask;
      if (++steps === MOST_STEPS) return this.idFrom((this.ids = this.everyId()), text);
    }
    const id = place ?? texts.push(text);
    this.put(slot, id, hash);
    return id;
  }

  private put(slot: number, id: number, hash: number): void {
    this.slots[slot] = id;
    if (id >= this.hashes.length) {
      const hashes = new Int32Array(Math.max(id + 1, this.hashes.length * 2));
      hashes.set(this.hashes);
      this.hashes = hashes;
    }
    this.hashes[id] = hash;
    if (++this.taken * 2 > this.slots.length) this.grow();
  }

  /** Texts of a series that is given up are found by their hashes from now on. */
  private takeOver(series: Series): void {
    for (const id of series.handOver()) this.findOrAdd(this.texts.at(id)!, id);
  }

  /** A text that stands in the list already. */
  private add(id: number): void {
    const text = this.texts.at(id)!;
    const series = this.numbered.seriesOf(text);
    const number = series === undefined ? NO_NUMBER : series.form.numberOf(text);
    if (number === NO_NUMBER || series!.idOf(number, id) === NO_ID) this.findOrAdd(text, id);
    if (series?.isGivenUp && !series.isHandedOver) this.takeOver(series);
  }

  private everyId(): Map<string, number> {
    return new Map(this.texts.map((text, id) => [text, id]));
  }

  private idFrom(ids: Map<string, number>, text: string): number {
    let id = ids.get(text);
    if (id === undefined) {
      id = this.texts.push(text);
      ids.set(text, id);
    }
    return id;
  }

  /** Twice the room: never more than half of the slots are taken. */
  private grow(): void {
    const { slots: old, hashes } = this;
    const slots = new Int32Array(old.length * 2).fill(FREE);
    for (let at = 0; at < old.length; at++) {
      const id = old[at]!;
      if (id !== FREE) slots[freeSlot(slots, hashes[id]!)] = id;
    }
    this.slots = slots;
    if (slots.length <= MOST_RECENT) this.recent = new Int32Array(slots.length);
  }
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** The hash of a few characters in the middle. */
function glanceAt(text: string): number {
  const { length } = text;
  const from = length > GLANCE ? (length - GLANCE) >> 1 : 0;
  const to = length > GLANCE ? from + GLANCE : length;
  let hash = length;
  for (let index = from; index < to; index++) hash = imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash ^ (hash >>> 15);
}

function freeSlot(slots: Int32Array, hash: number): number {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== FREE) slot = (slot + 1) & mask;
  return slot;
}

/** Cells of one column in a block of rows: the kind of each, and its number (a flag's 0 or 1; a string's id). */
export interface CellColumn {
  readonly kinds: Uint8Array;
  readonly numbers: Float64Array;
  /** Where it was asked for and there may be any: the currency that each cell's number format shows, as a place in `CURRENCIES`; only meaningful on filled cells. */
  readonly currencies?: Uint8Array;
}

/**
 * A block of consecutive rows of the columns asked for. The arrays belong to the host and are used again after the
 * receiver returns: copy what must stay.
 */
export interface ColumnBlock {
  /** Zero-based row in the sheet of the block's first row. */
  readonly firstRow: number;
  readonly rowCount: number;
  /** Parallel to the columns asked for. */
  readonly columns: readonly CellColumn[];
  /** The same pool for all blocks of one read. */
  readonly pool: StringPool;
}

export function makeCellColumn(rows: number, hasCurrencies = false): CellColumn {
  const column = { kinds: new Uint8Array(rows), numbers: new Float64Array(rows) };
  return hasCurrencies ? { ...column, currencies: new Uint8Array(rows) } : column;
}

/** Puts a value into a column: the one place where a `CellValue` becomes a kind and a number. */
export function putCell(column: CellColumn, row: number, value: CellValue, pool: StringPool): void {
  if (value === null || value === '') {
    column.kinds[row] = CELL_EMPTY;
  } else if (typeof value === 'number') {
    column.kinds[row] = CELL_NUMBER;
    column.numbers[row] = value;
  } else if (typeof value === 'string') {
    column.kinds[row] = CELL_TEXT;
    column.numbers[row] = pool.idOf(value);
  } else if (typeof value === 'boolean') {
    column.kinds[row] = CELL_FLAG;
    column.numbers[row] = value ? 1 : 0;
  } else {
    column.kinds[row] = CELL_ERROR;
    column.numbers[row] = pool.idOf(value.error);
  }
}

export function cellAt(column: CellColumn, row: number, pool: StringPool): CellValue {
  const number = column.numbers[row] ?? 0;
  switch (column.kinds[row]) {
    case CELL_NUMBER:
      return number;
    case CELL_TEXT:
      return pool.texts.at(number) ?? '';
    case CELL_FLAG:
      return number === 1;
    case CELL_ERROR:
      return { error: pool.texts.at(number) ?? '#N/A' };
    default:
      return null;
  }
}
