import { NO_FLAG } from '../../core/model/columns';
import * as cellKinds from '../../workbook/column-block';
import type { CellColumn, StringPool } from '../../workbook/column-block';
import type { NumberForm } from '../../workbook/number-form';
import type { TextList } from '../../workbook/text-list';
import * as byText from './by-text';
import { CodesByText } from './by-text';
import type { Dictionary } from './growing-table';
import type { ReadField } from '../recognise/inspection';
import { DayEvidence, parseDayNumber, parseDayText, serialsOfDays, type DayStyle } from '../parse/day';
import { DecimalEvidence } from '../parse/decimal-mark';
import { parseDiscount } from '../parse/discount';
import { parseFlagText } from '../parse/flag';
import { isPlausible, LARGEST_NUMBER, parseNumberText } from '../parse/number';
import { shareOfNumber } from '../parse/share';
import { exchangeDayAndMonth } from '../parse/swapped-days';
import { cleanText, textOfNumber } from '../parse/text';

export const READ_VALUE = 0;
export const READ_EMPTY = 1;
export const READ_INVALID = 2;
export const READ_ERROR = 3;

// Read once: some loaders make every look at an imported constant a call, and these are looked at for every cell.
const { CELL_EMPTY, CELL_ERROR, CELL_FLAG, CELL_NUMBER, CELL_TEXT } = cellKinds;
const { NOT_MET } = byText;

/** Codes of texts that are no value. */
const EMPTY_TEXT = -1;
const INVALID_TEXT = -2;
const LONGEST_CODE = 1e15;
const LARGEST = LARGEST_NUMBER;

/** Cells of one field in one block, parsed: values beside what became of each. */
export interface ParsedColumn {
  values: Float64Array;
  states: Uint8Array;
  /** Any cell that is invalid or an error. */
  hasProblems: boolean;
}

/**
 * Reads the cells of one field, block by block: a text is parsed once, however many cells hold it; a number costs a
 * look at its kind.
 */
export class CellReader {
  readonly parsed: ParsedColumn = { values: new Float64Array(0), states: new Uint8Array(0), hasProblems: false };
  /** What the texts of the whole column say about the order of x/y/year. */
  readonly evidence = new DayEvidence();
  /** What they say about the decimal mark. */
  readonly decimals = new DecimalEvidence();
  private readonly textCodes = new CodesByText();
  /** What each code stands for: nothing but itself where the column is one of texts. */
  private readonly textValues: number[] | undefined;
  private readonly numberCodes = new Map<number, number>();
  /** Numbers of more than fifteen digits: Excel has made zeros of the rest. */
  longCodes = 0;
  /** Days that were no text. */
  realDays = 0;
  private readonly days: DayStyle | undefined;
  /** Nothing was in the dictionary before this read: the pool's distinct texts are distinct here too. */
  private readonly isFirst: boolean;
  private lastForm: NumberForm | undefined;
  private isLastClean = false;
  /** Numbers that need no look: from the first to the last of them each is its value, or so many more than its day. */
  private readonly plain: {
    readonly from: number;
    readonly to: number;
    readonly ahead: number;
    readonly isDay: boolean;
  };

  constructor(
    readonly source: ReadField,
    private readonly dictionary: Dictionary | undefined,
  ) {
    this.days = source.dayStyle;
    this.isFirst = dictionary?.values.length === 0;
    this.plain = plainNumbersOf(source);
    this.textValues = dictionary ? undefined : [];
  }

  /** Parses a block; results stand in `parsed` until the next one. */
  read(cells: CellColumn, rows: number, pool: StringPool): void {
    const { parsed, textCodes, textValues } = this;
    if (parsed.values.length < rows) {
      parsed.values = new Float64Array(rows);
      parsed.states = new Uint8Array(rows);
    }
    parsed.hasProblems = false;
    const { kinds, numbers } = cells;
    const { values, states } = parsed;
    const { from, to, ahead, isDay } = this.plain;
    let problems = 0;
    let days = 0;
    for (let row = 0; row < rows; row++) {
      const kind = kinds[row]!;
      if (kind === CELL_NUMBER) {
        const value = numbers[row]!;
        if (value >= from && value <= to) {
          values[row] = isDay ? Math.floor(value) - ahead : value;
          states[row] = READ_VALUE;
          days++;
        } else {
          const state = this.readNumber(value, row);
          states[row] = state;
          problems |= state & 2;
        }
      } else if (kind === CELL_EMPTY) {
        states[row] = READ_EMPTY;
      } else if (kind === CELL_TEXT) {
        const id = numbers[row]!;
        let code = textCodes.at(id);
        if (code === NOT_MET) code = this.parseText(id, pool.texts);
        if (code >= 0) {
          values[row] = textValues ? textValues[code]! : code;
          states[row] = READ_VALUE;
        } else {
          states[row] = code === EMPTY_TEXT ? READ_EMPTY : READ_INVALID;
          problems |= states[row]! & 2;
        }
      } else if (kind === CELL_FLAG) {
        const state = this.readFlag(numbers[row]!, row);
        states[row] = state;
        problems |= state & 2;
      } else if (kind === CELL_ERROR) {
        states[row] = READ_ERROR;
        problems = 2;
      }
    }
    if (isDay) this.realDays += days;
    parsed.hasProblems = problems !== 0;
  }

  private parseText(id: number, texts: TextList): number {
    const value = this.codeOfNumbered(texts, id) ?? this.valueOfText(texts.at(id) ?? '');
    const code =
      value === undefined
        ? INVALID_TEXT
        : Number.isNaN(value)
          ? EMPTY_TEXT
          : this.textValues
            ? this.textValues.push(value) - 1
            : value;
    this.textCodes.put(id, code);
    return code;
  }

  /** The code of a text that runs on with others: in a column of texts nobody needs it as a string. */
  private codeOfNumbered(texts: TextList, id: number): number | undefined {
    if (!this.isFirst) return undefined;
    const form = texts.formAt(id);
    if (form === undefined) return undefined;
    if (form !== this.lastForm) {
      this.lastForm = form;
      // What is before the digits tells for all of them.
      this.isLastClean = cleanText(form.textOf(0)) === form.textOf(0);
    }
    return this.isLastClean ? this.dictionary!.codeOfNewAt(texts, id) : undefined;
  }

  /** `NaN` is an empty cell, undefined an unreadable one. */
  private valueOfText(text: string): number | undefined {
    switch (this.source.field.parser) {
      case 'text':
      case 'words': {
        const clean = cleanText(text);
        if (clean === '') return Number.NaN;
        return this.isFirst && clean === text ? this.dictionary!.codeOfNew(text) : this.dictionary!.codeOf(clean);
      }
      case 'number': {
        this.decimals.add(text);
        const value = parseNumberText(text, this.source.decimalMark);
        if (value === undefined || Number.isNaN(value)) return value;
        // 1.2万 under a header in 万元 says its unit itself.
        const inUnits = /[万萬亿億千]/.test(text) ? value : scaled(value, this.source.scale);
        return isPlausible(inUnits) ? inUnits : undefined;
      }
      case 'share': {
        const value = parseNumberText(text);
        return value === undefined ? undefined : shareOfNumber(value);
      }
      case 'discount':
        return parseDiscount(text, this.source.discountStyle ?? 'off');
      case 'day':
      case 'month': {
        this.evidence.add(text);
        const day = parseDayText(text, this.days!);
        return day === undefined ? undefined : Math.floor(day);
      }
      case 'moment':
        this.evidence.add(text);
        return parseDayText(text, this.days!);
      case 'flag': {
        const flag = parseFlagText(text);
        return flag === NO_FLAG ? Number.NaN : flag;
      }
    }
  }

  private readNumber(value: number, row: number): number {
    const { values } = this.parsed;
    switch (this.source.field.parser) {
      case 'text':
      case 'words':
        values[row] = this.codeOfNumber(value);
        return READ_VALUE;
      case 'number':
        values[row] = scaled(value, this.source.scale);
        return isPlausible(values[row]!) ? READ_VALUE : READ_INVALID;
      case 'share':
        if (!isPlausible(value)) return READ_INVALID;
        values[row] = shareOfNumber(value);
        return READ_VALUE;
      case 'discount': {
        const part = parseDiscount(value, this.source.discountStyle ?? 'off');
        if (part === undefined) return READ_INVALID;
        values[row] = part;
        return READ_VALUE;
      }
      case 'day':
      case 'month': {
        const day = parseDayNumber(value, this.days!);
        if (day === undefined) return value === 0 ? READ_EMPTY : READ_INVALID;
        this.realDays++;
        values[row] = this.days!.swapped ? (exchangeDayAndMonth(Math.floor(day)) ?? day) : Math.floor(day);
        return READ_VALUE;
      }
      case 'moment': {
        const moment = parseDayNumber(value, this.days!);
        if (moment === undefined) return value === 0 ? READ_EMPTY : READ_INVALID;
        values[row] = moment;
        return READ_VALUE;
      }
      case 'flag':
        if (value !== 0 && value !== 1) return READ_INVALID;
        values[row] = value;
        return READ_VALUE;
    }
  }

  private readFlag(value: number, row: number): number {
    const { parser } = this.source.field;
    if (parser === 'flag') {
      this.parsed.values[row] = value;
      return READ_VALUE;
    }
    if (parser === 'text' || parser === 'words') {
      this.parsed.values[row] = this.dictionary!.codeOf(value === 1 ? 'TRUE' : 'FALSE');
      return READ_VALUE;
    }
    return READ_INVALID;
  }

  private codeOfNumber(value: number): number {
    let code = this.numberCodes.get(value);
    if (code === undefined) {
      code = this.dictionary!.codeOf(textOfNumber(value));
      if (Math.abs(value) >= LONGEST_CODE) this.longCodes++;
      this.numberCodes.set(value, code);
    }
    return code;
  }
}

/** None where each number has to be looked at. */
function plainNumbersOf({ field, scale, dayStyle }: ReadField): CellReader['plain'] {
  if (field.parser === 'number' && scale === 1) return { from: -LARGEST, to: LARGEST, ahead: 0, isDay: false };
  if (field.parser === 'day' && dayStyle && !dayStyle.swapped) return { ...serialsOfDays(dayStyle), isDay: true };
  return { from: Infinity, to: -Infinity, ahead: 0, isDay: false };
}

/** 1.1 万 is 11000 and not 11000.000000000002. */
function scaled(value: number, scale: number): number {
  return scale === 1 ? value : Number((value * scale).toPrecision(15));
}
