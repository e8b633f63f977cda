import { NO_CLIENT } from '../../core/model/columns';
import type { Text } from '../../i18n/text';
import { wordMoney } from '../../i18n/wording';
import { columnLetters } from '../../workbook/address';
import { cellAt, type CellColumn, type ColumnBlock, type StringPool } from '../../workbook/column-block';
import { isCellError } from '../../workbook/cell-value';
import { CURRENCIES, currencyOfText } from '../../workbook/currency';
import type { JobControl } from '../../workbook/job-control';
import type { WorkbookHost } from '../../workbook/workbook-host';
import * as cellReader from './cell-reader';
import { BareTotals } from './bare-totals';
import { CellReader } from './cell-reader';
import { DayComposer } from './compose-days';
import type { ClientDirectory } from '../settle/client-directory';
import type { FieldPath, SheetKind } from '../fields/define-fields';
import { definitionOf } from '../fields';
import { Dictionary, storageOf, type GrowingTable } from './growing-table';
import type { ReadPlan, SheetInspection } from '../recognise/inspection';
import type { IssueCode, IssueLog } from '../issues';
import { formatNumber } from '../parse/number';
import { wordsOverride } from '../parse/status-words';
import type { DocumentTotals } from '../recognise/document-totals';
import { dayPathOf } from '../recognise/outside/day-outside';
import { passOverGroupHeads } from './group-heads';
import { LedgerLines } from './ledger-lines';
import { OtherHeaders } from './other-headers';
import { OutsideClients } from './outside-clients';
import { OutsideDays } from './outside-days';
import { ROW_BLANK, ROW_DATA, ROW_PASSED_OVER, RowClassifier, type WeighedColumn } from './row-classes';
import { LinePrices, type ListedPrices } from '../settle/list-prices';
import { AmountSettler } from '../settle/settle-amounts';
import { CurrencyMarks } from '../settle/currency-marks';
import { StatusEffects } from '../settle/status-effects';

// Read once: see cell-reader.ts.
const { READ_EMPTY, READ_ERROR, READ_INVALID, READ_VALUE } = cellReader;

/** What reading a sheet came to. */
export interface SheetReading {
  readonly sheet: number;
  readonly name: string;
  readonly kind: SheetKind;
  read: number;
  rejected: number;
  /** Money on the rejected lines, where it can be read. */
  rejectedAmount: number;
  passedOver: number;
  /** Lines that went into lines of another sheet. */
  joined: number;
  /** What the texts say about day orders, by column. */
  readonly readers: readonly CellReader[];
  filledDown: number;
  /** Prices or amounts of lines stand beside the amount that is read. */
  readonly hasLineAmounts: boolean;
}

export interface ReadContext {
  readonly issues: IssueLog;
  readonly directory: ClientDirectory;
  /** Index of the sheet in `Dataset.sheets`. */
  readonly sheet: number;
  /** Prices of the list that the lines take theirs from. */
  readonly prices?: ListedPrices;
}

/** Columns whose numbers are codes, of which Excel keeps fifteen digits. */
const LONG_CODES = /\.(clientCode|clientName|orderNo|documentNo|invoiceNo|deliveryNo|receiptNo|taxNumber|bankAccount)$/;

const MONEY_PATHS: readonly FieldPath[] = [
  'transactions.amount',
  'transactions.unitPrice',
  'invoices.amount',
  'invoices.openAmount',
  'receipts.amount',
];

/** Where the currency of each line goes, by kind. */
const CURRENCY_PATHS: Partial<Record<SheetKind, FieldPath>> = {
  transactions: 'transactions.currency',
  orderLines: 'transactions.currency',
  invoices: 'invoices.currency',
  receipts: 'receipts.currency',
};

/** A sheet's name that says a currency: 外销USD, 美元. */
const CURRENCY_IN_NAME = /美元|美金|欧元|港币|日元|英镑|人民币|(?<![a-z])(?:usd|eur|hkd|jpy|gbp|cny|rmb)(?![a-z])/i;

const currencySaid = (header: string, sheet: string, title: string | undefined): number =>
  Math.max(
    0,
    CURRENCIES.indexOf(
      currencyOfText(header) ?? currencyOfText(CURRENCY_IN_NAME.exec(sheet)?.[0] ?? '') ?? title ?? '',
    ),
  );

const NO_ROWS: ReadonlySet<number> = new Set();

const LINE_AMOUNT =
  /^(?:单价|含税单价|行金额|明细金额)$|line\s?(?:item\s?)?(?:amount|total|price|value)|unit\s?(?:amount|price)|item\s?(?:price|total|amount)/i;

const FILLED_DOWN = /\.(clientCode|clientName|day|orderDay|orderNo|documentNo|deliveryNo)$/;

/**
 * Reads one sheet into the table of its kind: one pass over the mapped columns, block by block, cells into typed arrays.
 * Every row that cannot be used is one issue; every row that is no data is counted.
 */
export async function readSheet(
  host: Pick<WorkbookHost, 'readColumns'>,
  inspection: SheetInspection,
  table: GrowingTable,
  context: ReadContext,
  control: JobControl,
): Promise<SheetReading> {
  const reader = new SheetReader(inspection, table, context);
  await host.readColumns(
    {
      sheet: inspection.info.id,
      columns: reader.columns,
      fromRow: reader.plan.fromRow,
      toRow: reader.plan.toRow,
      ...(reader.currencyColumn !== undefined && { currencyColumn: reader.currencyColumn }),
    },
    (block) => reader.receive(block),
    control,
  );
  return reader.finish();
}

const TOTALS_STAND: Readonly<Record<DocumentTotals, Text>> = {
  first: { zh: '只写在每单的第一行', en: 'stands only on the first line of each document' },
  repeated: { zh: '在每单的每一行重复', en: 'is repeated on every line of each document' },
};

class SheetReader {
  readonly plan: ReadPlan;
  readonly columns: readonly number[];
  private readonly kind: SheetKind;
  private readonly amounts: AmountSettler | undefined;
  /** Where the sheet has amounts and no column of currencies. */
  private readonly currencies: CurrencyMarks | undefined;
  private readonly amountPlace: number;
  /** Absent where the sheet has no headers of its own. */
  private readonly bareTotals: BareTotals;
  private readonly otherHeaders: OtherHeaders | undefined;
  /** The column in whose cells the currency may stand. */
  readonly currencyColumn: number | undefined;
  private readonly readers: readonly CellReader[];
  /** Where each reader's column stands among the columns asked for. */
  private readonly places: readonly number[];
  /** Where the day stands in several columns. */
  private readonly composer: DayComposer | undefined;
  private readonly classifier: RowClassifier;
  private readonly mapped: ReadonlySet<number>;
  private readonly effects: readonly StatusEffects[];
  private readonly carried = new Map<CellReader, number>();
  private readonly reading: SheetReading;
  /** How many lines a row stands for, where an engine gave sums. */
  private readonly lines: CellReader | undefined;
  private readonly returned: CellReader | undefined;
  private returnedLines = 0;
  private returnedMoney = 0;
  private groups = 0;
  private readonly clientCode: CellReader | undefined;
  private readonly clientName: CellReader | undefined;
  private readonly shortName: CellReader | undefined;
  private readonly clientColumn: FieldPath | undefined;
  private readonly outside: OutsideClients | undefined;
  /** Where the sheet is a ledger with debit and credit. */
  private readonly ledger: LedgerLines | undefined;
  private readonly outsideDays: OutsideDays | undefined;
  private readonly isClientRequired: boolean;
  private readonly key: CellReader | undefined;
  private readonly dictionaries = new Map<CellReader, Dictionary>();
  private readonly clientOfCode: number[] = [];
  private readonly nameOfCode: number[] = [];
  private readonly clientOfName: number[] = [];
  private kept = new Int32Array(0);
  private rejectedRow = new Uint8Array(0);
  private returnLines = new Uint8Array(0);

  constructor(
    private readonly inspection: SheetInspection,
    private readonly table: GrowingTable,
    private readonly context: ReadContext,
  ) {
    const { plan, kind } = inspection;
    if (!plan || !kind) throw new Error(`Sheet "${inspection.info.name}" was not recognised`);
    this.plan = plan;
    this.kind = kind;
    const heading = plan.clientOutside?.kind === 'heading' ? [plan.clientOutside.column] : [];
    const dayHeading = plan.dayOutside?.kind === 'heading' ? plan.dayOutside : undefined;
    this.columns = [
      ...new Set([
        ...plan.fields.map((one) => one.column),
        ...plan.guardColumns,
        ...heading,
        ...(dayHeading ? [dayHeading.column] : []),
      ]),
    ].sort((a, b) => a - b);
    this.readers = plan.fields.map((one) => {
      const { path, parser } = one.field;
      const isHeld = !isHelper(path);
      const isText = storageOf(parser) === 'text';
      const column = isHeld ? table.column(path, storageOf(parser)) : undefined;
      const dictionary = isText ? (column?.dictionary ?? new Dictionary()) : undefined;
      if (one.isShared) table.markShared(path);
      const reader = new CellReader(one, dictionary);
      if (dictionary) this.dictionaries.set(reader, dictionary);
      return reader;
    });
    this.mapped = new Set(plan.fields.map((one) => one.column));
    this.places = plan.fields.map((one) => this.columns.indexOf(one.column));
    this.amounts =
      kind === 'transactions' || kind === 'orderLines'
        ? new AmountSettler(this.readers, this.listedPrices(), plan.totals)
        : undefined;
    const placeOf = (path: FieldPath): number =>
      this.places[plan.fields.findIndex((one) => one.field.path === path)] ?? -1;
    this.amountPlace = MONEY_PATHS.map(placeOf).find((place) => place >= 0) ?? -1;
    const namesCurrency = plan.fields.some((one) => /\.(currency|rate)$/.test(one.field.path));
    const currencyPath = CURRENCY_PATHS[kind];
    this.currencies =
      currencyPath && this.amountPlace >= 0 && !namesCurrency && !plan.cross
        ? new CurrencyMarks(currencyPath, currencySaid(this.moneyHeader, inspection.info.name, plan.saidCurrency))
        : undefined;
    this.currencyColumn = this.currencies && this.columns[this.amountPlace];
    const composed = this.readers.find((one) => one.source.dayParts !== undefined);
    this.composer = composed && new DayComposer(composed, this.readers);
    this.classifier = new RowClassifier(plan.headerTexts);
    this.bareTotals = new BareTotals(this.readers);
    this.otherHeaders =
      inspection.headerRows.length > 0 && !plan.cross && !plan.constants
        ? new OtherHeaders(
            this.columns.map((column) => {
              const own = plan.fields.filter((one) => one.column === column).map(({ header }) => header);
              return own.length > 0 ? own.join('\n') : undefined;
            }),
          )
        : undefined;
    const own = wordsOverride(plan.map?.words);
    this.lines = this.readers.find((one) => one.source.field.path === 'transactions.lines');
    this.effects = this.readers
      .filter((one) => one.source.field.parser === 'words')
      .map(
        (one) =>
          new StatusEffects(
            one,
            this.dictionaries.get(one)!.values,
            own,
            this.kind === 'invoices'
              ? 'invoices'
              : this.kind === 'transactions' || this.kind === 'orderLines'
                ? 'transactions'
                : 'deliveries',
            this.readers.find((reader) => reader.source.field.path === 'transactions.settledAmount'),
            this.lines,
          ),
      );
    this.returned = this.readers.find((one) => one.source.field.path === 'transactions.returnedAmount');
    this.clientCode = this.readers.find((one) => one.source.field.path.endsWith('.clientCode'));
    this.clientName = this.readers.find((one) => one.source.field.path.endsWith('.clientName'));
    this.shortName = this.readers.find((one) => one.source.field.path === 'clients.shortName');
    const clientField = definitionOf(kind).fields.find((one) => one.path.endsWith('.clientCode'));
    this.isClientRequired = clientField?.required ?? false;
    this.clientColumn =
      kind === 'clients' || !clientField || !(this.clientCode || this.clientName || plan.clientOutside)
        ? undefined
        : (`${clientField.path.split('.')[0]!}.client` as FieldPath);
    if (this.clientColumn) table.column(this.clientColumn, 'client');
    this.outside =
      plan.clientOutside &&
      new OutsideClients(
        plan.clientOutside,
        heading.length > 0 ? this.columns.indexOf(heading[0]!) : -1,
        context.directory,
      );
    const isLedger =
      plan.fields.some(({ field }) => /^invoices\.(?:creditAmount|side)$/.test(field.path)) &&
      plan.fields.some(({ field }) => field.path === 'invoices.amount');
    this.ledger = isLedger
      ? new LedgerLines(this.readers, this.dictionaries, plan.clientOutside?.kind === 'heading')
      : undefined;
    this.outsideDays = dayHeading && new OutsideDays(dayHeading, this.columns.indexOf(dayHeading.column));
    if (dayHeading || plan.day !== undefined) table.column(dayPathOf(kind), 'day');
    this.key =
      // Where days stand above the lines, what only a line has is its amount.
      (dayHeading && this.readers.find(({ source }) => /\.(amount|quantity|openAmount)$/.test(source.field.path))) ??
      this.readers.find(
        (one) => one.source.field.required && ['day', 'moment', 'month'].includes(one.source.field.parser),
      ) ??
      this.readers.find((one) =>
        /\.(orderDay|shippedDay|deliveredDay|promisedDay|day|at)$/.test(one.source.field.path),
      );
    this.reading = {
      sheet: context.sheet,
      name: inspection.info.name,
      kind,
      read: 0,
      rejected: 0,
      rejectedAmount: 0,
      passedOver: 0,
      joined: 0,
      readers: this.readers,
      filledDown: 0,
      hasLineAmounts: inspection.unmapped.some((header) => LINE_AMOUNT.test(header)),
    };
  }

  /** The totals row of an Excel table is no line, and is not read. */
  private get endsAboveTotals(): boolean {
    const { info, headerRows } = this.inspection;
    return info.tables.some(
      ({ range, hasTotals }) =>
        hasTotals && range.row + 1 === headerRows[0] && range.row + range.rows - 1 === this.plan.toRow,
    );
  }

  private get amountHeader(): string {
    return this.plan.fields.find(({ field }) => field.path === 'transactions.amount')?.header ?? '';
  }

  private get moneyHeader(): string {
    const column = this.columns[this.amountPlace];
    return this.plan.fields.find((one) => one.column === column)?.header ?? '';
  }

  private listedPrices(): LinePrices | undefined {
    const reader = this.readers.find((one) => one.source.field.path === 'transactions.productKey');
    const { prices } = this.context;
    return prices && reader && new LinePrices(reader, this.dictionaries.get(reader)!, prices);
  }

  receive(block: ColumnBlock): void {
    const rows = block.rowCount;
    if (this.kept.length < rows) {
      this.kept = new Int32Array(rows);
      this.rejectedRow = new Uint8Array(rows);
      this.returnLines = new Uint8Array(rows);
    }
    this.readers.forEach((reader, index) => reader.read(block.columns[this.places[index]!]!, rows, block.pool));
    this.composer?.compose(rows);
    const key = this.key;
    const keyStates = key?.parsed.states;
    this.classifier.classify(
      this.weighed(block),
      rows,
      block.pool,
      keyStates ? (row) => keyStates[row] === READ_VALUE : undefined,
    );
    this.ledger?.settle(this.classifier.classes, rows, (row) =>
      this.effects.some((one) => one.role === 'type' && one.isReturnLine(row)),
    );
    if (keyStates) this.outsideDays?.claim(block, this.classifier.classes, (row) => keyStates[row] === READ_VALUE);
    const texts = this.readers.filter(
      ({ source: { field } }) => field.parser !== 'number' && !/\.client(?:Code|Name)$/.test(field.path),
    );
    const heads =
      keyStates && !this.plan.cross
        ? passOverGroupHeads(
            block,
            rows,
            this.classifier.classes,
            (row) => keyStates[row] === READ_VALUE,
            this.readers.find(({ source }) => source.field.path.endsWith('.amount'))?.parsed,
            (row) => texts.every(({ parsed }) => parsed.states[row] === READ_EMPTY),
          )
        : NO_ROWS;
    if (!this.plan.constants) this.bareTotals.passOver(this.classifier.classes, rows);
    if (this.plan.fillDown) this.fillDown(rows, heads);
    if (this.plan.constants) this.leaveEmptyCells(rows);
    this.rejectedRow.fill(0, 0, rows);
    this.nameOtherHeaders(block, rows);
    this.rejectRows(block, rows);
    this.keepRows(block, rows);
  }

  /** Rows of headers other than those that the lines are read by: no lines, and named. */
  private nameOtherHeaders(block: ColumnBlock, rows: number): void {
    if (!this.otherHeaders) return;
    const { classes } = this.classifier;
    const named = new Set<number>();
    this.readers.forEach(({ parsed, source }, index) => {
      if (!parsed.hasProblems || source.field.parser === 'text') return;
      for (let row = 0; row < rows; row++) {
        if (parsed.states[row] !== READ_INVALID || named.has(row)) continue;
        if (!this.otherHeaders!.at(block, row, this.places[index]!)) continue;
        named.add(row);
        classes[row] = ROW_PASSED_OVER;
        const place = { sheet: this.inspection.info.name, row: block.firstRow + row + 1 };
        this.context.issues.add('other-headers', place, { row: place.row });
      }
    });
  }

  private weighed(block: ColumnBlock): readonly WeighedColumn[] {
    const clientColumns = new Set([this.clientCode?.source.column, this.clientName?.source.column]);
    return this.columns.map((column, index) => ({
      cells: block.columns[index]!,
      role: !this.mapped.has(column) ? 'guard' : clientColumns.has(column) ? 'client' : 'other',
    }));
  }

  /** An empty cell of a cross-table is no line, and neither is a 0. */
  private leaveEmptyCells(rows: number): void {
    const amount = this.readers.find((one) => one.source.field.path.endsWith('.amount'));
    if (!amount) return;
    const { classes } = this.classifier;
    const { states, values } = amount.parsed;
    for (let row = 0; row < rows; row++) {
      if (
        classes[row] === ROW_DATA &&
        (states[row] === READ_EMPTY || (states[row] === READ_VALUE && values[row] === 0))
      )
        classes[row] = ROW_BLANK;
    }
  }

  /** What stands on no line of the sheet, put on every line. */
  private putConstants(base: number, count: number): void {
    const { constants, day } = this.plan;
    if (day !== undefined) this.table.column(dayPathOf(this.kind), 'day').cells.fill(day, base, base + count);
    if (!constants) return;
    const put = (path: FieldPath, type: 'day' | 'text' | 'number', value: number): void => {
      this.table.column(path, type).cells.fill(value, base, base + count);
    };
    if (constants.day !== undefined) put('transactions.day', 'day', constants.day);
    if (constants.overdueDays !== undefined) put('invoices.overdueDays', 'number', constants.overdueDays);
    for (const { path, value } of constants.texts) {
      const { dictionary } = this.table.column(path, 'text');
      put(path, 'text', dictionary!.codeOf(value));
    }
  }

  /** Lines below the first of a group take its client, day and order number, where they have an amount or a quantity. */
  private fillDown(rows: number, heads: ReadonlySet<number>): void {
    const filled = this.readers.filter((one) => FILLED_DOWN.test(one.source.field.path));
    const values = this.readers.filter((one) =>
      /\.(amount|quantity|unitPrice|[a-z]+Quantity)$/.test(one.source.field.path),
    );
    const clients = [this.clientCode, this.clientName].filter((one) => one !== undefined);
    const { classes } = this.classifier;
    for (let row = 0; row < rows; row++) {
      if (heads.has(row))
        for (const one of clients)
          if (one.parsed.states[row] === READ_VALUE) this.carried.set(one, one.parsed.values[row]!);
      if (classes[row] !== ROW_DATA) continue;
      const isKeyed = clients.some((one) => one.parsed.states[row] === READ_VALUE);
      const hasValue = values.some((one) => one.parsed.states[row] === READ_VALUE);
      // A new group starts afresh: it inherits nothing from the one above but what stands in both.
      if (isKeyed) for (const one of clients) this.carried.delete(one);
      let isFilled = false;
      for (const one of filled) {
        const { states, values: cells } = one.parsed;
        if (states[row] === READ_VALUE) {
          this.carried.set(one, cells[row]!);
        } else if (
          states[row] === READ_EMPTY &&
          hasValue &&
          this.carried.has(one) &&
          !(isKeyed && clients.includes(one))
        ) {
          cells[row] = this.carried.get(one)!;
          states[row] = READ_VALUE;
          if (clients.includes(one)) isFilled = true;
        }
      }
      if (isFilled) this.reading.filledDown++;
    }
  }

  private rejectRows(block: ColumnBlock, rows: number): void {
    const { classes } = this.classifier;
    const codeStates = this.clientCode?.parsed.states;
    const nameStates = this.clientName?.parsed.states;
    if (this.isClientRequired && (codeStates || nameStates)) {
      for (let row = 0; row < rows; row++) {
        if (classes[row] !== ROW_DATA) continue;
        if (codeStates?.[row] === READ_VALUE || nameStates?.[row] === READ_VALUE) continue;
        const broken =
          codeStates?.[row] === READ_ERROR
            ? this.clientCode
            : nameStates?.[row] === READ_ERROR
              ? this.clientName
              : undefined;
        if (broken) this.reject(block, row, 'required-error', broken);
        else this.reject(block, row, 'client-missing', this.clientCode ?? this.clientName!);
      }
    }
    for (const reader of this.readers) {
      const { field } = reader.source;
      if (!field.required || /\.client(Code|Name)$/.test(field.path)) continue;
      const { states } = reader.parsed;
      for (let row = 0; row < rows; row++) {
        if (states[row] === READ_VALUE || classes[row] !== ROW_DATA || this.rejectedRow[row]) continue;
        this.reject(block, row, requiredCode(field.parser, states[row]!), reader);
      }
    }
    const typed = this.effects.filter((one) => one.role === 'type');
    this.returnLines.fill(0, 0, rows);
    for (const one of typed) one.markReturnLines(this.returnLines, rows);
    const withoutAmount = this.amounts?.settle(
      rows,
      { classes, rejected: this.rejectedRow, returnLines: this.returnLines },
      typed.some((one) => one.saysSomething),
    );
    for (const { row, code, reader } of withoutAmount ?? []) this.reject(block, row, code, reader);
  }

  private reject(block: ColumnBlock, row: number, code: IssueCode, reader: CellReader): void {
    this.rejectedRow[row] = 1;
    this.reading.rejected += this.linesOf(row);
    this.reading.rejectedAmount += this.amounts?.saidOf(row) ?? 0;
    this.context.issues.add(
      code,
      () => this.placeOf(block, row, reader),
      { column: reader.source.header },
      this.linesOf(row),
    );
  }

  private linesOf(row: number): number {
    return this.lines?.parsed.states[row] === READ_VALUE ? this.lines.parsed.values[row]! : 1;
  }

  private placeOf(
    block: ColumnBlock,
    row: number,
    reader: CellReader,
  ): { sheet: string; row: number; column: string; value?: string } {
    const cells = block.columns[this.columns.indexOf(reader.source.column)]!;
    const value = showCell(cells, row, block.pool);
    return {
      sheet: this.inspection.info.name,
      row: block.firstRow + row + 1,
      column: columnLetters(reader.source.column),
      ...(value === '' ? {} : { value }),
    };
  }

  private keepRows(block: ColumnBlock, rows: number): void {
    const { classes } = this.classifier;
    let count = 0;
    for (let row = 0; row < rows; row++) {
      if (classes[row] === ROW_PASSED_OVER) this.reading.passedOver += this.linesOf(row);
      if (classes[row] !== ROW_DATA) continue;
      this.groups++;
      this.reading.read += this.linesOf(row);
      if (this.rejectedRow[row]) continue;
      this.kept[count++] = row;
    }
    if (this.kind === 'clients') count = this.keepClients(block, count);
    const { table, kept } = this;
    table.reserve(count, Math.max(count, this.plan.toRow - block.firstRow));
    const base = table.rows;
    for (const reader of this.readers) {
      if (reader.parsed.hasProblems) this.reportCells(block, reader, count);
      if (isHelper(reader.source.field.path)) continue;
      const { cells, empty } = table.column(reader.source.field.path, storageOf(reader.source.field.parser));
      const { values, states } = reader.parsed;
      for (let index = 0; index < count; index++) {
        const row = kept[index]!;
        cells[base + index] = states[row] === READ_VALUE ? values[row]! : empty;
      }
    }
    table.setOrigins(this.context.sheet, block.firstRow + 1, kept, count);
    this.weighReturned(count);
    this.putConstants(base, count);
    this.outsideDays?.apply(block, classes, { kept, count, base }, table.column(dayPathOf(this.kind), 'day').cells);
    if (this.outside && this.clientColumn)
      this.outside.apply(block, classes, { kept, count, base }, table.column(this.clientColumn, 'client').cells);
    else if (this.clientColumn) this.resolveClients(block, count, base);
    table.rows += count;
    this.amounts?.apply(table, kept, count, base);
    this.currencies?.apply(table, block.columns[this.amountPlace]!, block.pool, kept, count, base);
    for (const one of this.effects) one.apply(table, kept, count, base);
    this.ledger?.apply(table, kept, count, base);
  }

  /** Cells of kept rows that could not be read: listed, and taken as empty. */
  private reportCells(block: ColumnBlock, reader: CellReader, count: number): void {
    const { states } = reader.parsed;
    const { field, header } = reader.source;
    for (let index = 0; index < count; index++) {
      const row = this.kept[index]!;
      const state = states[row]!;
      if (state !== READ_INVALID && state !== READ_ERROR) continue;
      const code: IssueCode =
        state === READ_ERROR
          ? 'cell-error'
          : ['number', 'share', 'discount'].includes(field.parser)
            ? 'cell-not-number'
            : field.parser === 'flag'
              ? 'cell-not-flag'
              : 'cell-not-day';
      this.context.issues.add(code, () => this.placeOf(block, row, reader), { column: header }, this.linesOf(row));
    }
  }

  /** Lines of the client sheet: a second line of a client is not used. */
  private keepClients(block: ColumnBlock, count: number): number {
    const { directory } = this.context;
    let kept = 0;
    for (let index = 0; index < count; index++) {
      const row = this.kept[index]!;
      const code = this.textOf(this.clientCode, row);
      const name = this.textOf(this.clientName, row);
      const { client, isNew } = directory.addListed(code, name, this.textOf(this.shortName, row));
      if (isNew) {
        this.kept[kept++] = row;
        continue;
      }
      this.reading.rejected++;
      const other =
        this.table.rows + kept > client && client >= this.table.rows
          ? block.firstRow + this.kept[client - this.table.rows]! + 1
          : this.table.rowAt(client);
      const reader = (code === '' ? this.clientName : this.clientCode)!;
      this.context.issues.add('client-twice', () => this.placeOf(block, row, reader), {
        client: code === '' ? name : code,
        other,
      });
    }
    directory.listed = directory.entries.length;
    return kept;
  }

  private textOf(reader: CellReader | undefined, row: number): string {
    if (!reader || reader.parsed.states[row] !== READ_VALUE) return '';
    return this.dictionaries.get(reader)?.values.at(reader.parsed.values[row]!) ?? '';
  }

  private resolveClients(block: ColumnBlock, count: number, base: number): void {
    const { cells } = this.table.column(this.clientColumn!, 'client');
    const code = this.clientCode?.parsed;
    const name = this.clientName?.parsed;
    const { kept, clientOfCode, nameOfCode } = this;
    for (let index = 0; index < count; index++) {
      const row = kept[index]!;
      const nameCode = name && name.states[row] === READ_VALUE ? name.values[row]! : -1;
      if (code && code.states[row] === READ_VALUE) {
        const codeCode = code.values[row]!;
        let client = clientOfCode[codeCode];
        if (client === undefined) {
          client = this.context.directory.resolve(this.textOf(this.clientCode, row), this.textOf(this.clientName, row));
          clientOfCode[codeCode] = client;
        }
        if (nameCode !== -1 && nameOfCode[codeCode] !== nameCode) {
          nameOfCode[codeCode] = nameCode;
          this.checkName(block, row, client);
        }
        cells[base + index] = client;
      } else if (nameCode !== -1) {
        let client = this.clientOfName[nameCode];
        if (client === undefined) {
          const text = this.textOf(this.clientName, row);
          client = this.context.directory.resolve('', text);
          this.clientOfName[nameCode] = client;
          if (this.context.directory.isSharedName(text))
            this.context.issues.add('client-ambiguous', () => this.placeOf(block, row, this.clientName!), {
              name: text,
            });
        }
        cells[base + index] = client;
      } else {
        cells[base + index] = NO_CLIENT;
      }
    }
  }

  private readonly namesTold = new Set<string>();

  private checkName(block: ColumnBlock, row: number, client: number): void {
    const name = this.textOf(this.clientName, row);
    const entry = this.context.directory.entries[client]!;
    if (this.context.directory.isSameName(entry.name, name)) return;
    const told = `${client} ${name}`;
    if (this.namesTold.has(told)) return;
    this.namesTold.add(told);
    this.context.issues.add('client-name-differs', () => this.placeOf(block, row, this.clientName!), {
      code: this.textOf(this.clientCode, row),
      name,
      other: entry.name,
    });
  }

  /** Money that came back and stands beside the amounts of the kept rows. */
  private weighReturned(count: number): void {
    const parsed = this.returned?.parsed;
    for (let index = 0; parsed && index < count; index++) {
      const row = this.kept[index]!;
      if (parsed.states[row] !== READ_VALUE || parsed.values[row] === 0) continue;
      this.returnedLines += this.linesOf(row);
      this.returnedMoney += Math.abs(parsed.values[row]!);
    }
  }

  private tellLedger(sheet: string): void {
    if (!this.ledger) return;
    const { openings, openingsLeft, openingsLeftMoney } = this.ledger;
    this.context.issues.add('ledger', { sheet }, { openings });
    if (openingsLeft > 0)
      this.context.issues.add(
        'ledger-openings-left',
        { sheet },
        { count: openingsLeft, money: wordMoney(openingsLeftMoney * 100) },
      );
  }

  finish(): SheetReading {
    const { issues } = this.context;
    const { reading } = this;
    if (this.endsAboveTotals) reading.passedOver++;
    const sheet = reading.name;
    for (const one of this.readers)
      if (one.longCodes > 0 && LONG_CODES.test(one.source.field.path))
        issues.add(
          'codes-cut',
          { sheet, column: columnLetters(one.source.column) },
          { column: one.source.header, count: one.longCodes },
        );
    for (const one of this.effects) one.report(issues, sheet, columnLetters(one.column));
    this.tellLedger(sheet);
    if (this.returned && this.returnedLines > 0)
      issues.add(
        'returned-beside',
        { sheet, column: columnLetters(this.returned.source.column) },
        {
          column: this.returned.source.header,
          count: this.returnedLines,
          money: wordMoney(this.returnedMoney * 100),
        },
      );
    const underTotals = this.amounts?.underTotals ?? 0;
    if (underTotals > 0)
      issues.add(
        'document-totals',
        { sheet },
        { column: this.amountHeader, count: underTotals, where: TOTALS_STAND[this.plan.totals!] },
      );
    const priced = this.amounts?.priced ?? 0;
    if (priced > 0)
      issues.add('amount-from-price-list', { sheet }, { count: priced, other: this.plan.prices?.sheet ?? '' });
    const { signsChanged = 0, computed = 0, zeroAmounts = 0, zeroProducts = 0 } = this.amounts ?? {};
    if (signsChanged > 0) issues.add('sign-made-negative', { sheet }, { count: signsChanged });
    if (computed > 0) issues.add('amount-computed', { sheet }, { count: computed });
    if (zeroAmounts > 0)
      issues.add('amount-zero', { sheet }, { count: zeroAmounts, money: wordMoney(zeroProducts * 100) });
    if (this.lines) issues.add('lines-in-engine', { sheet }, { lines: reading.read, groups: this.groups });
    if (reading.filledDown > 0) issues.add('filled-down', { sheet }, { count: reading.filledDown });
    return reading;
  }
}

/** Columns that make other columns and are not held themselves. */
export function isHelper(path: FieldPath): boolean {
  return (
    /\.(clientCode|clientName|discount|type|deliveryStatus|qualityStatus|productKey|yearPart|monthPart|dayPart|weekPart|settledAmount|returnedAmount|creditAmount|runningBalance|summary|side)$/.test(
      path,
    ) || /^(?:transactions\.rate|(?:transactions|deliveries|invoices)\.status)$/.test(path)
  );
}

function requiredCode(parser: string, state: number): IssueCode {
  if (state === READ_ERROR) return 'required-error';
  const isDay = parser === 'day' || parser === 'moment' || parser === 'month';
  if (state === READ_EMPTY) return isDay ? 'day-missing' : 'required-missing';
  return isDay ? 'day-unreadable' : 'required-unreadable';
}

function showCell(cells: CellColumn, row: number, pool: StringPool): string {
  const value = cellAt(cells, row, pool);
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'number') return formatNumber(value);
  return String(value);
}
