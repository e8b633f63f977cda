import { NO_FLAG, type Texts } from '../../core/model/columns';
import { fill, type Text } from '../../i18n/text';
import { wordMoney } from '../../i18n/wording';
import type { FieldPath } from '../fields/define-fields';
import type { GrowingColumn, GrowingTable } from '../read/growing-table';
import type { IssueLog } from '../issues';
import { type CellReader, READ_VALUE } from '../read/cell-reader';
import { keyOfWord, meaningOfWord, type StatusMeaning, type WordRole } from '../parse/status-words';

/** The flags that a word sets on its line. */
const EFFECTS: Readonly<Record<StatusMeaning, readonly (readonly [string, 0 | 1])[]>> = {
  none: [],
  onTime: [['deliveries.onTime', 1]],
  late: [['deliveries.onTime', 0]],
  full: [['deliveries.inFull', 1]],
  short: [['deliveries.inFull', 0]],
  intact: [['deliveries.damaged', 0]],
  damaged: [['deliveries.damaged', 1]],
  lost: [['deliveries.lost', 1]],
  wrong: [['deliveries.wrong', 1]],
  refused: [['returned', 1]],
  cancelled: [['cancelled', 1]],
  returned: [['returned', 1]],
  refunded: [['refunded', 1]],
  disputed: [['transactions.disputed', 1]],
  returnLine: [['isCredit', 1]],
  payment: [['isPayment', 1]],
  notSale: [['isNotSale', 1]],
  resolved: [],
  open: [],
};

/** The words of one status or type column, and what they do. A word is looked up once, however many cells hold it. */
export class StatusEffects {
  private readonly meanings: (StatusMeaning | undefined)[] = [];
  /** Whether nothing comes of a word, by its code: of most lines. */
  private readonly areSilent: boolean[] = [];
  private readonly unknown = new Map<number, number>();
  private readonly unknownMoney = new Map<number, number>();
  /** Lines that a shop calls closed though the buyer's money was kept. */
  private keptPaid = 0;
  private keptMoney = 0;
  readonly role: WordRole;

  constructor(
    private readonly reader: CellReader,
    private readonly words: Texts,
    private readonly own: ReadonlyMap<string, StatusMeaning>,
    private readonly table: 'transactions' | 'deliveries' | 'invoices',
    /** What the buyer has paid after refunds, where the sheet says it. */
    private readonly settled: CellReader | undefined = undefined,
    /** How many lines a row stands for, where an engine gave sums. */
    private readonly lines: CellReader | undefined = undefined,
  ) {
    this.role = reader.source.field.path.endsWith('.type') ? 'type' : 'status';
  }

  /** Zero-based. */
  get column(): number {
    return this.reader.source.column;
  }

  private meaningOf(code: number): StatusMeaning | undefined {
    while (this.meanings.length <= code) this.learn(this.words.at(this.meanings.length) ?? '');
    return this.meanings[code];
  }

  private learn(word: string): void {
    const meaning = this.own.get(keyOfWord(word)) ?? meaningOfWord(word, this.role);
    this.meanings.push(meaning);
    this.areSilent.push(
      meaning !== undefined && !isUndone(meaning) && !EFFECTS[meaning].some(([target]) => this.takes(target)),
    );
  }

  /** Whether any word is known: a column of payment methods under “Type” says nothing of returns. */
  get saysSomething(): boolean {
    for (let code = 0; code < this.words.length; code++) if (this.meaningOf(code) !== undefined) return true;
    return false;
  }

  /** Whether a line of the block is a return, allowance or red-letter line by its type word. */
  isReturnLine(row: number): boolean {
    const { states, values } = this.reader.parsed;
    return states[row] === READ_VALUE && this.meaningOf(values[row]!) === 'returnLine';
  }

  /** Marks the rows of the block that are such lines. */
  markReturnLines(marks: Uint8Array, rows: number): void {
    for (let row = 0; row < rows; row++) if (this.isReturnLine(row)) marks[row] = 1;
  }

  /** Sets the flags of the kept rows of a block; flags that a column of their own gave stay. */
  apply(table: GrowingTable, kept: Int32Array, count: number, base: number): void {
    const { states, values } = this.reader.parsed;
    const amounts = this.table === 'transactions' ? table.get('transactions.amount')?.cells : undefined;
    for (let index = 0; index < count; index++) {
      const row = kept[index]!;
      if (states[row] !== READ_VALUE) continue;
      const code = values[row]!;
      const meaning = this.meaningOf(code);
      if (this.areSilent[code]) continue;
      if (meaning === undefined) {
        const lines = this.lines?.parsed.states[row] === READ_VALUE ? this.lines.parsed.values[row]! : 1;
        this.unknown.set(code, (this.unknown.get(code) ?? 0) + lines);
        const amount = amounts?.[base + index] ?? 0;
        if (!Number.isNaN(amount)) this.unknownMoney.set(code, (this.unknownMoney.get(code) ?? 0) + amount);
        continue;
      }
      if (isUndone(meaning) && this.isKeptPaid(row)) continue;
      for (const [target, flag] of EFFECTS[meaning]) {
        if (!this.takes(target)) continue;
        const column = this.flagColumn(table, target);
        if (column.cells[base + index] === NO_FLAG || flag === 1) column.cells[base + index] = flag;
      }
    }
  }

  /** How many lines, and on sales lines how much money hangs on them. */
  private wordLines(count: number, amount: number | undefined): Text {
    if (this.table !== 'transactions' || amount === undefined)
      return fill({ zh: '{count}行', en: '{count} lines' }, { count });
    return fill({ zh: '{count}行，{money}', en: '{count} lines, {money}' }, { count, money: wordMoney(amount * 100) });
  }

  /** A closed order of which the buyer's money was kept is a sale. */
  private isKeptPaid(row: number): boolean {
    const paid = this.settled?.parsed;
    if (!paid || paid.states[row] !== READ_VALUE || !(paid.values[row]! > 0)) return false;
    this.keptPaid++;
    this.keptMoney += paid.values[row]!;
    return true;
  }

  /** A sales line's sign says that it is a return; only invoices are marked, and no delivery is a payment. */
  private takes(target: string): boolean {
    if (target === 'isCredit') return this.table === 'invoices';
    if (target === 'isPayment' || target === 'isNotSale') return this.table !== 'deliveries';
    return this.table !== 'invoices' || target === 'cancelled' || target === 'transactions.disputed';
  }

  private flagColumn(table: GrowingTable, target: string): GrowingColumn {
    const own = this.table === 'invoices' ? target.replace('transactions.', 'invoices.') : target;
    const path = own.includes('.') ? own : `${this.table}.${own}`;
    return table.column(path as FieldPath, 'flag');
  }

  /** The words that nobody told us the meaning of, each once with its number of lines. */
  report(issues: IssueLog, sheet: string, column: string): void {
    const most = [...this.unknown].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    for (const [code, count] of most.slice(0, MOST_WORDS_LISTED)) {
      const word = this.words.at(code) ?? '';
      issues.add(
        'words-unknown',
        { sheet, column, value: word },
        { column: this.reader.source.header, word, lines: this.wordLines(count, this.unknownMoney.get(code)) },
      );
    }
    if (this.keptPaid > 0)
      issues.add(
        'closed-but-paid',
        { sheet, column },
        { column: this.reader.source.header, count: this.keptPaid, money: wordMoney(this.keptMoney * 100) },
      );
  }
}

const isUndone = (meaning: StatusMeaning): boolean =>
  meaning === 'cancelled' || meaning === 'returned' || meaning === 'refunded';

const MOST_WORDS_LISTED = 20;
