import { parseAddress, type CellRange } from '../../../workbook/address';
import type { CellValue } from '../../../workbook/cell-value';

/** What a formula may look at: the cells of its own sheet. `tick` is called for every cell and throws where it is too much. */
export interface FormulaCells {
  readonly rows: number;
  readonly columns: number;
  valueAt(row: number, column: number): CellValue;
  tick(): void;
}

/** The formula asks for something that is not worked out here. */
export class NotWorkedOut extends Error {}

const DEEPEST = 64;
const TOKEN =
  /\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)|(\$?[a-z]{1,3}\$?\d{1,7})(?![\w.(!])|([a-z]+)(?=\()|(.))/giy;

type Token = { readonly kind: 'number' | 'cell' | 'function' | 'sign'; readonly text: string };

/** Functions that count as arithmetic. Anything else is left to Excel. */
const FUNCTIONS: Readonly<Record<string, (values: readonly Argument[]) => number>> = {
  SUM: (values) => numbersOf(values).reduce((sum, one) => sum + one, 0),
  PRODUCT: (values) => {
    const numbers = numbersOf(values);
    return numbers.length === 0 ? 0 : numbers.reduce((product, one) => product * one, 1);
  },
  ROUND: (values) => roundTo(values),
};

/** One argument: a number, or the cells of a range. */
type Argument = number | readonly CellValue[];

/**
 * Works out a formula of arithmetic over numbers and cells of its own sheet: `+ − * / ^ %`, brackets, SUM, PRODUCT and ROUND,
 * by Excel's rules (an empty cell is 0, a number written as text counts, −2^2 is 4). Throws `NotWorkedOut` for all else.
 *
 * @param moved By how many rows and columns its references are shifted: a cell that was filled down has only the first one's formula.
 * @example evaluateFormula('=100*2', cells) //=> 200
 */
export function evaluateFormula(formula: string, cells: FormulaCells, moved = { rows: 0, columns: 0 }): number {
  const parser = new Parser(tokensOf(formula.replace(/^=/, '')), cells, moved);
  const value = parser.sum(0);
  if (!parser.isAtEnd || !Number.isFinite(value)) throw new NotWorkedOut(formula);
  return value;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) break;
    const [, number, cell, name, sign] = match;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (cell !== undefined) tokens.push({ kind: 'cell', text: cell });
    else if (name !== undefined) tokens.push({ kind: 'function', text: name.toUpperCase() });
    else if (sign !== undefined && sign.trim() !== '') tokens.push({ kind: 'sign', text: sign });
  }
  return tokens;
}

/** Precedence from the loosest: + −, then * /, then ^, then a sign before, then % behind. */
class Parser {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly cells: FormulaCells,
    private readonly moved: { readonly rows: number; readonly columns: number },
  ) {}

  get isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  sum(depth: number): number {
    if (depth > DEEPEST) throw new NotWorkedOut('too deep');
    let value = this.product(depth);
    for (;;) {
      if (this.takes('+')) value += this.product(depth);
      else if (this.takes('-')) value -= this.product(depth);
      else return nearZero(value);
    }
  }

  private product(depth: number): number {
    let value = this.power(depth);
    for (;;) {
      if (this.takes('*')) value *= this.power(depth);
      else if (this.takes('/')) value /= this.power(depth);
      else return value;
    }
  }

  private power(depth: number): number {
    let value = this.signed(depth);
    while (this.takes('^')) value **= this.signed(depth);
    return value;
  }

  private signed(depth: number): number {
    let sign = 1;
    for (;;) {
      if (this.takes('-')) sign = -sign;
      else if (!this.takes('+')) break;
    }
    let value = this.operand(depth);
    while (this.takes('%')) value /= 100;
    return sign * value;
  }

  private operand(depth: number): number {
    const token = this.tokens[this.at++];
    if (token?.kind === 'number') return Number(token.text);
    if (token?.kind === 'cell' && !this.is(':')) return numberOf(this.cellsOf(token.text)[0] ?? null);
    if (token?.kind === 'function') return this.call(token.text, depth);
    if (token?.text === '(') {
      const value = this.sum(depth + 1);
      this.must(')');
      return value;
    }
    throw new NotWorkedOut(token?.text ?? 'the end');
  }

  private call(name: string, depth: number): number {
    const work = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    if (!work) throw new NotWorkedOut(name);
    this.must('(');
    const values: Argument[] = [this.argument(depth)];
    while (this.takes(',')) values.push(this.argument(depth));
    this.must(')');
    return work(values);
  }

  /** A range or a cell that stands alone: texts in it are passed over, as SUM does. */
  private argument(depth: number): Argument {
    const token = this.tokens[this.at];
    const next = this.tokens[this.at + 1]?.text;
    if (token?.kind === 'cell' && (next === ',' || next === ')')) {
      this.at++;
      return this.cellsOf(token.text);
    }
    const last = this.tokens[this.at + 2];
    if (token?.kind === 'cell' && next === ':' && last?.kind === 'cell') {
      this.at += 3;
      return this.cellsOf(`${token.text}:${last.text}`);
    }
    return this.sum(depth + 1);
  }

  private cellsOf(address: string): CellValue[] {
    const range = this.rangeOf(address);
    const values: CellValue[] = [];
    const lastRow = Math.min(range.row + range.rows, this.cells.rows);
    const lastColumn = Math.min(range.column + range.columns, this.cells.columns);
    for (let row = range.row; row < lastRow; row++) {
      for (let column = range.column; column < lastColumn; column++) {
        this.cells.tick();
        values.push(this.cells.valueAt(row, column));
      }
    }
    return values;
  }

  private rangeOf(address: string): CellRange {
    const [from, to = from] = address.split(':').map((part) => this.cornerOf(part));
    if (!from || !to) throw new NotWorkedOut(address);
    const row = Math.min(from.row, to.row);
    const column = Math.min(from.column, to.column);
    return { row, column, rows: Math.abs(from.row - to.row) + 1, columns: Math.abs(from.column - to.column) + 1 };
  }

  private cornerOf(part: string): { row: number; column: number } | undefined {
    const parsed = parseAddress(part);
    if (!parsed) return undefined;
    const row = parsed.row + (/\$\d/.test(part) ? 0 : this.moved.rows);
    const column = parsed.column + (part.startsWith('$') ? 0 : this.moved.columns);
    return row < 0 || column < 0 ? undefined : { row, column };
  }

  private is(sign: string): boolean {
    return this.tokens[this.at]?.kind === 'sign' && this.tokens[this.at]!.text === sign;
  }

  private takes(sign: string): boolean {
    if (!this.is(sign)) return false;
    this.at++;
    return true;
  }

  private must(sign: string): void {
    if (!this.takes(sign)) throw new NotWorkedOut(`no ${sign}`);
  }
}

function numberOf(value: CellValue): number {
  if (value === null || value === '') return 0;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const text = typeof value === 'string' ? value.trim() : '';
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) throw new NotWorkedOut('a text');
  return Number(text);
}

/** The numbers among the arguments: in a range texts and empty cells do not count, an error makes the whole one. */
function numbersOf(values: readonly Argument[]): number[] {
  return values.flatMap((one) => {
    if (typeof one === 'number') return [one];
    return one.flatMap((value) => {
      if (typeof value === 'object' && value !== null) throw new NotWorkedOut('an error');
      return typeof value === 'number' ? [value] : [];
    });
  });
}

/** ROUND: half away from zero, of the number as it is written and not as it is held (1.005 is 1.01). */
function roundTo(values: readonly Argument[]): number {
  const [value, digits] = values.map((one) => (typeof one === 'number' ? one : numberOf(one[0] ?? null)));
  if (value === undefined || digits === undefined || values.length !== 2 || Math.abs(digits) > 20)
    throw new NotWorkedOut('ROUND');
  const places = Math.trunc(digits);
  const [mantissa, exponent = '0'] = Math.abs(value).toPrecision(15).split('e');
  const whole = Math.round(Number(`${mantissa}e${Number(exponent) + places}`));
  const [rounded, power = '0'] = String(whole).split('e');
  return Math.sign(value) * Number(`${rounded}e${Number(power) - places}`);
}

/** 0.1 + 0.2 − 0.3 is 0, as Excel has it. */
const nearZero = (value: number): number => (Math.abs(value) < 1e-300 ? 0 : value);
