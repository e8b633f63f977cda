import { fill, joinTexts, type Text } from '../../i18n/text';
import { wordMoney } from '../../i18n/wording';
import {
  NO_CLIENT,
  textAt,
  type ColumnsOf,
  type ColumnStorage,
  type ColumnType,
  type TextColumn,
} from '../model/columns';
import { nameOf, type MeasureId } from '../measures/measures';
import { tableOf, type Dataset } from '../model/dataset';
import { addMonths, asDay, isoOf, NO_DAY, type Day } from '../model/day';
import { known, mapOutcome, missing, type Outcome } from '../model/outcome';
import { ratioOf, type Ratio } from '../model/ratio';
import { CLIENT_COLUMNS } from '../model/tables';
import type { Settings } from '../settings';
import type { ComplaintCounts } from '../service/complaint-counts';
import { checkDocuments, type ClientDocuments } from './document-register';
import { sayOf } from '../measures/measures';
import { signedPercent, STAGE_FLAG_LABELS, STAGE_LABELS, type LifecycleResult } from '../sales/lifecycle';
import type { PaymentBehaviour } from '../receivables/payment-index';
import { suggestPurges, type PurgeInputs, type PurgeSuggestion } from './purge';
import type { ClientFigures } from '../sales/client-figures';
import { findListedClients } from './listed-clients';
import { refreshDayOf } from './refresh-due';

type ClientField = keyof typeof CLIENT_COLUMNS;

interface FieldGroup {
  readonly id: string;
  readonly label: Text;
  readonly fields: readonly ClientField[];
}

/** The groups of a client's file that the client sheet carries. Source: 003-1, 000-X1. */
export const FIELD_GROUPS: readonly FieldGroup[] = [
  {
    id: 'basic',
    label: { zh: '基本', en: 'Basic' },
    fields: [
      'code',
      'name',
      'region',
      'industry',
      'businessType',
      'ownership',
      'address',
      'phone',
      'taxNumber',
      'bankAccount',
    ],
  },
  {
    id: 'credit',
    label: { zh: '信用', en: 'Credit' },
    fields: ['registeredCapital', 'foundedDay', 'creditLimit', 'creditTermDays', 'statementDay', 'paymentTerms'],
  },
  {
    id: 'trade',
    label: { zh: '经营', en: 'Business' },
    fields: [
      'employees',
      'tradeArea',
      'shopArea',
      'storageArea',
      'transportMode',
      'deliveryPlace',
      'competingProducts',
    ],
  },
  {
    id: 'person',
    label: { zh: '个人', en: 'Person' },
    fields: ['legalPerson', 'contact', 'contactTitle', 'mobile', 'email', 'birthday'],
  },
  {
    id: 'other',
    label: { zh: '其他', en: 'Other' },
    fields: ['purchasePlan', 'competitors', 'source'],
  },
];

/** Without these a client cannot be called, billed or counted: what completeness before entry asks for. */
const REQUIRED: readonly { readonly label: Text; readonly anyOf: readonly ClientField[] }[] = [
  { label: { zh: '客户名称', en: 'name' }, anyOf: ['name'] },
  { label: { zh: '地区', en: 'region' }, anyOf: ['region'] },
  { label: { zh: '行业或经营类型', en: 'industry or business type' }, anyOf: ['industry', 'businessType'] },
  { label: { zh: '业务员', en: 'sales rep' }, anyOf: ['rep', 'manager'] },
  { label: { zh: '联系人', en: 'contact' }, anyOf: ['contact', 'legalPerson'] },
  { label: { zh: '电话', en: 'phone' }, anyOf: ['phone', 'mobile'] },
  { label: { zh: '地址', en: 'address' }, anyOf: ['address', 'deliveryPlace'] },
  { label: { zh: '信用期限', en: 'credit terms' }, anyOf: ['creditTermDays', 'paymentTerms'] },
];

/** One row of 客户档案: what is computed; the person's own cells are kept by the report. */
export interface ClientFile {
  readonly client: number;
  /** Required fields filled / required. */
  readonly completeness: Ratio;
  readonly missingFields: readonly Text[];
  readonly groups: readonly {
    readonly id: string;
    readonly label: Text;
    readonly filled: number;
    readonly of: number;
    readonly share: number;
  }[];
  readonly updatedDay: Outcome<Day>;
  /** Older than a year, or without a day. */
  readonly isRefreshDue: boolean;
  /** Stands on the client sheet; others were met only elsewhere and have no file that could be old. */
  readonly isListed: boolean;
  readonly refreshReason: Text;
  /** A new client not verified on site within a month. Missing: no day of filing. */
  readonly isVerifyOverdue: Outcome<boolean>;
  readonly documents: Outcome<ClientDocuments>;
  /** 表三 支付情况 */
  readonly paymentText: Outcome<Text>;
  /** 表三 业绩状况 */
  readonly performanceText: Outcome<Text>;
  readonly contactsOfYear: Outcome<number>;
  readonly lastContact: Outcome<Day>;
  readonly complaintsOfYear: Outcome<number>;
  readonly openComplaints: Outcome<number>;
  readonly promotions: Outcome<number>;
  readonly openContracts: Outcome<number>;
}

export interface ClientFiles {
  /** One a client, in the order of the data set. */
  readonly files: readonly ClientFile[];
  readonly groups: readonly Text[];
  readonly refreshDue: number;
  readonly purges: readonly PurgeSuggestion[];
}

export interface ArchiveInputs extends Omit<PurgeInputs, 'lastContact'> {
  readonly figures: readonly ClientFigures[];
  readonly lifecycles: readonly LifecycleResult[];
  readonly payments: Outcome<readonly PaymentBehaviour[]>;
  readonly complaints: Outcome<ComplaintCounts>;
}

/**
 * How complete and how fresh each client's file is, and what is known for 表三 and 001-15.
 *
 * Completeness: required fields filled / required; a column that the sheet does not have is not filled. Refresh is due when
 * as-of is later than the day of the last update + 12 months, or when there is no such day. Verification is overdue when there is
 * no day of verification by the day of filing + 1 month.
 * Unit: ratio, count, days.   Source: 000-P2, 000-P7, 000-P9, 000-P10, 001-12, 001-15, 000-T3.
 * @example updated 2025-06-30, as-of 2026-06-30 //=> not due; as-of 2026-07-01 //=> due
 */
export function reviewClientFiles(dataset: Dataset, inputs: ArchiveInputs, asOf: Day, settings: Settings): ClientFiles {
  const { columns, rows } = tableOf(dataset, 'clients');
  const contacts = countContacts(dataset, rows, asOf);
  const isListed = findListedClients(dataset);
  const ground: FileGround = {
    columns,
    inputs,
    asOf,
    settings,
    documents: checkDocuments(dataset, asOf),
    contacts,
    promotions: countRows(dataset, 'promotions', rows, () => true),
    contracts: countRows(dataset, 'contracts', rows, (row) => isContractOpen(dataset, row, asOf)),
    lackingOf: lackingOf(columns, rows),
    groupsOf: filledByGroup(columns, rows),
    isListed,
    isRefreshDue: (client) => {
      const due = refreshDayOf(columns.updatedDay?.[client] ?? NO_DAY, settings);
      return isListed(client) && (due === NO_DAY || asOf > due);
    },
  };
  const files = inputs.rhythms.map((_, client) => new FileOfClient(client, ground));
  return {
    files,
    groups: FIELD_GROUPS.map(({ label }) => label),
    refreshDue: files.reduce((due, { isRefreshDue }) => due + (isRefreshDue ? 1 : 0), 0),
    purges: suggestPurges(
      dataset,
      { ...inputs, lastContact: contacts?.last ?? new Int32Array(rows).fill(NO_DAY) },
      asOf,
      settings,
    ),
  };
}

/** All that the files stand on. */
interface FileGround {
  readonly columns: Partial<Columns>;
  readonly inputs: ArchiveInputs;
  readonly asOf: Day;
  readonly settings: Settings;
  readonly documents: Outcome<readonly ClientDocuments[]>;
  readonly contacts: ReturnType<typeof countContacts>;
  readonly promotions: Int32Array | undefined;
  readonly contracts: Int32Array | undefined;
  readonly lackingOf: (client: number) => Pick<ClientFile, 'completeness' | 'missingFields'>;
  readonly groupsOf: (client: number) => ClientFile['groups'];
  readonly isListed: (client: number) => boolean;
  readonly isRefreshDue: (client: number) => boolean;
}

/** The file of one client: put together of the columns when somebody reads it. */
class FileOfClient implements ClientFile {
  constructor(
    readonly client: number,
    private readonly ground: FileGround,
  ) {}

  get completeness(): Ratio {
    return this.ground.lackingOf(this.client).completeness;
  }

  get missingFields(): readonly Text[] {
    return this.ground.lackingOf(this.client).missingFields;
  }

  get groups(): ClientFile['groups'] {
    return this.ground.groupsOf(this.client);
  }

  get updatedDay(): Outcome<Day> {
    const updated = this.dayOf('updatedDay');
    return updated === NO_DAY ? NOT_ENTERED : known(asDay(updated));
  }

  get isRefreshDue(): boolean {
    return this.ground.isRefreshDue(this.client);
  }

  get isListed(): boolean {
    return this.ground.isListed(this.client);
  }

  get refreshReason(): Text {
    if (!this.isListed) return NOT_LISTED;
    return refreshReasonOf(refreshDayOf(this.dayOf('updatedDay'), this.ground.settings), this.isRefreshDue);
  }

  get isVerifyOverdue(): Outcome<boolean> {
    const { asOf, settings } = this.ground;
    return verifyOf(this.dayOf('filedDay'), this.dayOf('verifiedDay'), asOf, settings);
  }

  get documents(): Outcome<ClientDocuments> {
    return mapOutcome(this.ground.documents, (all) => all[this.client]!);
  }

  get paymentText(): Outcome<Text> {
    return mapOutcome(this.ground.inputs.payments, (all) => all[this.client]!.reason);
  }

  get performanceText(): Outcome<Text> {
    const { inputs } = this.ground;
    return inputs.rhythms[this.client]!.orderDays === 0 ? NO_ROWS : known(wordPerformance(inputs, this.client));
  }

  get contactsOfYear(): Outcome<number> {
    return this.counted(this.ground.contacts?.ofYear, NO_CONTACTS);
  }

  get lastContact(): Outcome<Day> {
    const { contacts } = this.ground;
    if (!contacts) return NO_CONTACTS;
    const last = contacts.last[this.client]!;
    return last === NO_DAY ? NO_ROWS : known(asDay(last));
  }

  get complaintsOfYear(): Outcome<number> {
    return mapOutcome(this.ground.inputs.complaints, ({ ofYear }) => ofYear[this.client]!);
  }

  get openComplaints(): Outcome<number> {
    return mapOutcome(this.ground.inputs.complaints, ({ open }) => open[this.client]!);
  }

  get promotions(): Outcome<number> {
    return this.counted(this.ground.promotions, NO_PROMOTIONS);
  }

  get openContracts(): Outcome<number> {
    return this.counted(this.ground.contracts, NO_CONTRACTS);
  }

  private dayOf(column: 'updatedDay' | 'filedDay' | 'verifiedDay'): number {
    return this.ground.columns[column]?.[this.client] ?? NO_DAY;
  }

  private counted(counts: Int32Array | undefined, otherwise: Outcome<never>): Outcome<number> {
    return counts ? known(counts[this.client]!) : otherwise;
  }
}

const NOT_LISTED: Text = { zh: '不在客户表里', en: 'not on the client sheet' };
const NOT_ENTERED = missing({ reason: 'not-entered' });
const NO_ROWS = missing({ reason: 'no-rows' });
const NO_PROMOTIONS = missing({ reason: 'no-sheet', sheet: 'promotions' });
const NO_CONTRACTS = missing({ reason: 'no-sheet', sheet: 'contracts' });
const NO_CONTACTS = missing({ reason: 'no-sheet', sheet: 'contacts' });

/**
 * Which required fields a client's file lacks, and how complete it is so. What is lacking is a set of eight fields: clients who
 * lack the same share one answer.
 */
function lackingOf(
  columns: Partial<Columns>,
  rows: number,
): (client: number) => Pick<ClientFile, 'completeness' | 'missingFields'> {
  const sets = new Int32Array(rows);
  REQUIRED.forEach(({ anyOf }, bit) => {
    const lacks = new Uint8Array(rows).fill(1);
    for (const isFilled of anyOf.map((field) => filledTest(columns, field)))
      for (let client = 0; client < rows; client++) if (isFilled(client)) lacks[client] = 0;
    for (let client = 0; client < rows; client++) sets[client]! |= lacks[client]! << bit;
  });
  const answers = new Map<number, Pick<ClientFile, 'completeness' | 'missingFields'>>();
  return (client) => {
    const set = sets[client]!;
    let answer = answers.get(set);
    if (!answer) {
      const labels = REQUIRED.filter((_, bit) => (set & (1 << bit)) !== 0).map(({ label }) => label);
      const completeness = ratioOf(REQUIRED.length - labels.length, REQUIRED.length, REQUIRED.length, 0);
      answers.set(set, (answer = { completeness, missingFields: labels }));
    }
    return answer;
  };
}

const WAYS_TO_FILL = FIELD_GROUPS.reduce((ways, { fields }) => ways * (fields.length + 1), 1);

/** How many fields of each group are filled: clients with as many in every group share one answer. */
function filledByGroup(columns: Partial<Columns>, rows: number): (client: number) => ClientFile['groups'] {
  // As many keys as the groups can be filled in ways: a number holds them exactly up to 2^53.
  const keys = new Float64Array(rows);
  if (!Number.isSafeInteger(WAYS_TO_FILL)) throw new Error('the field groups are too many for one key a client');
  for (const { fields } of FIELD_GROUPS) {
    for (let client = 0; client < rows; client++) keys[client]! *= fields.length + 1;
    for (const field of fields) {
      const isFilled = filledTest(columns, field);
      for (let client = 0; client < rows; client++) if (isFilled(client)) keys[client]!++;
    }
  }
  const answers = new Map<number, ClientFile['groups']>();
  return (client) => {
    const key = keys[client]!;
    let answer = answers.get(key);
    if (!answer) answers.set(key, (answer = groupsOfKey(key)));
    return answer;
  };
}

/** The counts of the groups, as the digits of a number whose places are as wide as the groups. */
function groupsOfKey(key: number): ClientFile['groups'] {
  let rest = key;
  return [...FIELD_GROUPS]
    .reverse()
    .map(({ id, label, fields }) => {
      const filled = rest % (fields.length + 1);
      rest = (rest - filled) / (fields.length + 1);
      return { id, label, filled, of: fields.length, share: filled / fields.length };
    })
    .reverse();
}

type Columns = ColumnsOf<typeof CLIENT_COLUMNS>;

const filledTest = (columns: Partial<Columns>, field: ClientField): ((client: number) => boolean) => {
  const column = columns[field];
  return column === undefined ? () => false : (client) => isCellFilled(column, CLIENT_COLUMNS[field], client);
};

function isCellFilled(column: ColumnStorage[ColumnType] | undefined, type: ColumnType, row: number): boolean {
  if (column === undefined) return false;
  if (type === 'text') return textAt(column as TextColumn, row) !== '';
  const value = (column as Int32Array | Float64Array | Int8Array)[row]!;
  return type === 'number' ? !Number.isNaN(value) : type === 'day' ? value !== NO_DAY : value >= 0;
}

function refreshReasonOf(due: number, isDue: boolean): Text {
  if (due === NO_DAY) return { zh: '没有资料更新日', en: 'no day of the last update' };
  const day = isoOf(asDay(due));
  return isDue
    ? fill({ zh: '应于 {day} 前更新', en: 'was due by {day}' }, { day })
    : fill({ zh: '{day} 前有效', en: 'valid until {day}' }, { day });
}

function verifyOf(filed: number, verified: number, asOf: Day, settings: Settings): Outcome<boolean> {
  if (filed === NO_DAY) return NOT_ENTERED;
  if (verified !== NO_DAY && verified <= asOf) return known(false);
  return known(asOf > addMonths(asDay(filed), settings['archive.verifyMonths']));
}

function wordPerformance(inputs: ArchiveInputs, client: number): Text {
  const lifecycle = inputs.lifecycles[client]!;
  const { netAmount, growth } = inputs.figures[client]!;
  const say = (measure: MeasureId, shown: string): Text =>
    fill({ zh: '{name} {shown}', en: '{name} {shown}' }, { name: nameOf(measure), shown });
  const texts: Text[] = [say('netSales', wordMoney(netAmount))];
  if (growth.known) texts.push(say('change', signedPercent(growth.value)));
  if (lifecycle.compared.known && lifecycle.growth.known) {
    const change = signedPercent(lifecycle.growth.value);
    texts.push(
      fill(
        { zh: '{window} {change}', en: '{window} {change}' },
        { window: sayOf(lifecycle.compared.value.measure), change },
      ),
    );
  }
  if (lifecycle.stage.known) {
    const stage = STAGE_LABELS[lifecycle.stage.value];
    texts.push(
      lifecycle.flag
        ? fill({ zh: '{stage}·{flag}', en: '{stage}, {flag}' }, { stage, flag: STAGE_FLAG_LABELS[lifecycle.flag] })
        : stage,
    );
  }
  return joinTexts(texts);
}

function countContacts(
  dataset: Dataset,
  clients: number,
  asOf: Day,
): { readonly ofYear: Int32Array; readonly last: Int32Array } | undefined {
  const table = dataset.tables.contacts;
  if (!table) return undefined;
  const from = addMonths(asDay(asOf + 1), -12);
  const ofYear = new Int32Array(clients);
  const last = new Int32Array(clients).fill(NO_DAY);
  for (let row = 0; row < table.rows; row++) {
    const client = table.columns.client?.[row] ?? NO_CLIENT;
    const at = table.columns.at?.[row] ?? NaN;
    if (client < 0 || !(at < asOf + 1)) continue;
    const day = Math.floor(at);
    if (day >= from) ofYear[client]!++;
    if (day > last[client]!) last[client] = day;
  }
  return { ofYear, last };
}

function countRows(
  dataset: Dataset,
  name: 'promotions' | 'contracts',
  clients: number,
  counts: (row: number) => boolean,
): Int32Array | undefined {
  const table = dataset.tables[name];
  if (!table) return undefined;
  const found = new Int32Array(clients);
  for (let row = 0; row < table.rows; row++) {
    const client = table.columns.client?.[row] ?? NO_CLIENT;
    if (client >= 0 && counts(row)) found[client]!++;
  }
  return found;
}

/** Signed, and neither fulfilled nor called finished. */
function isContractOpen(dataset: Dataset, row: number, asOf: Day): boolean {
  const { signedDay, amount, fulfilledAmount, status } = tableOf(dataset, 'contracts').columns;
  if ((signedDay?.[row] ?? NO_DAY) > asOf) return false;
  const word = textAt(status, row);
  if (/未/.test(word)) return true;
  if (/完成|终止|取消|履行完|closed|done|cancel/i.test(word)) return false;
  const whole = amount?.[row] ?? NaN;
  const done = fulfilledAmount?.[row] ?? NaN;
  return !(done >= whole);
}
