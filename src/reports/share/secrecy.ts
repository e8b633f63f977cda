import type { AlertKind } from '../../core/standing/alert';
import type { Text } from '../../i18n/text';

/** Who may see a thing: everybody who gets a copy, colleagues, nobody but the person herself. */
export type Secrecy = 'open' | 'internal' | 'secret';

export const SECRECY_LEVELS: readonly Secrecy[] = ['open', 'internal', 'secret'];

export const SECRECY_WORDS: Readonly<Record<Secrecy, Text>> = {
  open: { zh: '公开', en: 'open' },
  internal: { zh: '内部', en: 'internal' },
  secret: { zh: '机密', en: 'secret' },
};

/** What a person may write as a client's 保密级, and what it means. */
const LEVEL_OF_WORD: ReadonlyMap<string, Secrecy> = new Map<string, Secrecy>([
  ...['', '公开', '一般', '普通', '无', 'open', 'public', 'none'].map((word) => [word, 'open'] as const),
  ...['内部', 'internal'].map((word) => [word, 'internal'] as const),
]);

/**
 * The level that a client's 保密级 stands for. A word that is not known, like 绝密, hides the client: what is held back
 * by mistake can be shown later, not the other way round. Source: 000-P6.
 *
 * @example secrecyOfWord('内部') //=> 'internal'
 */
export function secrecyOfWord(word: string): Secrecy {
  return LEVEL_OF_WORD.get(word.trim().toLowerCase()) ?? 'secret';
}

/** @example isAbove('secret', 'internal') //=> true */
export function isAbove(secrecy: Secrecy, level: Secrecy): boolean {
  return SECRECY_LEVELS.indexOf(secrecy) > SECRECY_LEVELS.indexOf(level);
}

/**
 * Who may see which report, in one place so that it reads as the rule that it is. Credit is for colleagues; identity
 * numbers, phones, contact persons and birthdays for the person herself (features 000-P6, 001-14). A report that is not
 * named is secret, so that a new one is never given away by oversight; tables and columns of a report are as open as it.
 */
const REPORT_SECRECY: Readonly<Record<string, Secrecy>> = {
  overview: 'open',
  // Moves of credit and limits are left out below internal.
  changes: 'open',
  // Phones and contacts.
  clientCard: 'secret',
  handOver: 'secret',
  alerts: 'open',
  // Its purposes and notes speak of overdue money and limits.
  callPlan: 'internal',
  planPages: 'internal',
  planMonth: 'open',
  timeSplit: 'open',
  unplanned: 'internal',
  clientTiers: 'open',
  clientClasses: 'open',
  distribution: 'open',
  clientStatistics: 'open',
  clientMonths: 'open',
  indicators: 'open',
  clientIndicators: 'open',
  deliveryClasses: 'open',
  deliveryList: 'open',
  orderTracking: 'open',
  shipmentTracking: 'open',
  productTracking: 'open',
  complaints: 'open',
  satisfaction: 'open',
  credit: 'internal',
  creditFactors: 'internal',
  receivables: 'internal',
  collectionPlan: 'internal',
  pipeline: 'open',
  clientFiles: 'open',
  // Addresses, telephones, and what is thought of people.
  businessAnalysis: 'secret',
  clientDirectory: 'secret',
  registers: 'internal',
  handbook: 'open',
  // Pay of the reps, costs and margins of promotions.
  repPerformance: 'internal',
  origins: 'internal',
  promotions: 'internal',
  contracts: 'internal',
  clientTransactions: 'open',
  buyingHabits: 'open',
  // Credit, honesty and what is thought of clients.
  clientEvaluation: 'internal',
  keyAccounts: 'internal',
  development: 'open',
  loadChecks: 'open',
  inquiries: 'open',
};

/** By `report.table`. */
const TABLE_SECRECY: Readonly<Record<string, Secrecy>> = {
  'clientFiles.importantDays': 'secret',
  'clientFiles.purges': 'secret',
};

/** By `report.column`. */
const COLUMN_SECRECY: Readonly<Record<string, Secrecy>> = {
  'callPlan.Contact': 'secret',
  'callPlan.Phone': 'secret',
  'planPages.Contact, phone': 'secret',
  'clientFiles.Credit grade': 'internal',
  'clientFiles.Payment': 'internal',
  'clientClasses.honesty': 'internal',
  'clientClasses.Why': 'internal',
  'changes.Why': 'internal',
  'changes.overdue': 'internal',
};

/** A column of any report: where a line stands in her own sheets, which the copy does not have. */
const COLUMN_OF_ANY: Readonly<Record<string, Secrecy>> = { 'Row in the sheet': 'secret' };

const ALERT_SECRECY: Readonly<Partial<Record<AlertKind, Secrecy>>> = {
  limitExceeded: 'internal',
  overdueMoney: 'internal',
  importantDay: 'secret',
};

/** Sheets for the person's own use: never copied. */
const NEVER_COPIED: ReadonlySet<string> = new Set([
  'dataCheck',
  'settings',
  'workCalendar',
  'planLog',
  'refreshLog',
  'history',
  'clientChanges',
  'clientRecord',
]);

export const isCopied = (report: string): boolean => !NEVER_COPIED.has(report);
export const secrecyOfReport = (report: string): Secrecy => REPORT_SECRECY[report] ?? 'secret';
export const secrecyOfTable = (report: string, table: string): Secrecy => TABLE_SECRECY[`${report}.${table}`] ?? 'open';
export const secrecyOfAlert = (kind: AlertKind): Secrecy => ALERT_SECRECY[kind] ?? 'open';
export const secrecyOfColumn = (report: string, column: string): Secrecy =>
  COLUMN_SECRECY[`${report}.${column}`] ?? COLUMN_OF_ANY[column] ?? 'open';

/** Every name of the rules, for the test that holds them to the reports. */
export const SECRECY_RULES = {
  reports: Object.keys(REPORT_SECRECY),
  neverCopied: [...NEVER_COPIED],
  tables: Object.keys(TABLE_SECRECY),
  columns: Object.keys(COLUMN_SECRECY),
  columnsOfAny: Object.keys(COLUMN_OF_ANY),
} as const;
