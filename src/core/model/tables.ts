import type { ColumnSchema, Table } from './columns';
import {
  FLEET_COLUMNS,
  PRODUCTION_COLUMNS,
  PURCHASE_COLUMNS,
  STOCK_TAKE_COLUMNS,
  WAREHOUSE_COLUMNS,
} from './operations-columns';

/**
 * The columns that the analysis knows, table by table. Every one is optional here; what a figure needs it names in
 * `needs`, and what is absent switches off exactly the figures that need it.
 *
 * `ingest/fields/*.fields.ts` says how each is recognised and parsed. Sheets that carry several kinds of fact on one
 * line (a sales line with promised day, delivered day, due day) feed several of these tables.
 */

/** One row a client. Clients found only in the transactions are rows too: code or name, and nothing else. */
export const CLIENT_COLUMNS = {
  code: 'text',
  name: 'text',
  shortName: 'text',
  region: 'text',
  country: 'text',
  continent: 'text',
  industry: 'text',
  businessType: 'text',
  ownership: 'text',
  clientKind: 'text',
  rep: 'text',
  manager: 'text',
  legalPerson: 'text',
  contact: 'text',
  contactTitle: 'text',
  phone: 'text',
  mobile: 'text',
  fax: 'text',
  email: 'text',
  website: 'text',
  address: 'text',
  postcode: 'text',
  taxNumber: 'text',
  registrationNumber: 'text',
  bankAccount: 'text',
  bank: 'text',
  registeredCapital: 'number',
  netAssets: 'number',
  workingCapital: 'number',
  foundedDay: 'day',
  firstDealDay: 'day',
  creditLimit: 'number',
  creditTermDays: 'number',
  statementDay: 'text',
  paymentTerms: 'text',
  collateral: 'number',
  deposit: 'number',
  member: 'flag',
  vip: 'flag',
  internal: 'flag',
  valueType: 'text',
  honest: 'text',
  writtenOff: 'flag',
  brokenPromises: 'number',
  employees: 'number',
  shopArea: 'number',
  storageArea: 'number',
  tradeArea: 'text',
  transportMode: 'text',
  deliveryPlace: 'text',
  competingProducts: 'text',
  competitors: 'text',
  purchasePlan: 'text',
  manualTier: 'text',
  strategic: 'flag',
  potential: 'text',
  sizeClass: 'text',
  vendorSize: 'text',
  source: 'text',
  referrer: 'text',
  /** The client whose second-level client it is: code or name. */
  parent: 'text',
  /** Of its region and ways: what to mind. */
  culture: 'text',
  /** What it is given beyond the price list. */
  incentive: 'text',
  updatedDay: 'day',
  filedDay: 'day',
  verifiedDay: 'day',
  secrecy: 'text',
  birthday: 'text',
  importantDay: 'text',
  importantEvent: 'text',
  contractEndDay: 'day',
  notes: 'text',
} as const satisfies ColumnSchema;

/** One row a sales line. `amount` and `quantity` are signed: returns, allowances and red-letter lines are negative. */
export const TRANSACTION_COLUMNS = {
  client: 'client',
  day: 'day',
  amount: 'number',
  quantity: 'number',
  unit: 'text',
  unitPrice: 'number',
  documentNo: 'text',
  orderNo: 'text',
  product: 'text',
  category: 'text',
  cost: 'number',
  profit: 'number',
  tax: 'number',
  currency: 'text',
  region: 'text',
  country: 'text',
  rep: 'text',
  /** 1 on a return, allowance or red-letter line: by type word, or by a negative amount without one. */
  isReturn: 'flag',
  /** 1 where a status word or a returns sheet says that the order came back, its amount standing. */
  returned: 'flag',
  cancelled: 'flag',
  disputed: 'flag',
  invoiceNo: 'text',
  dueDay: 'day',
  paidDay: 'day',
  paidAmount: 'number',
  /** Where an engine gave sums: how many lines the row stands for, a bit for each of their days of the month, whole orders. */
  lines: 'number',
  dayBits: 'number',
  orders: 'number',
} as const satisfies ColumnSchema;

/** One row an order line as ordered, promised, shipped and received. */
export const DELIVERY_COLUMNS = {
  client: 'client',
  orderNo: 'text',
  deliveryNo: 'text',
  product: 'text',
  orderDay: 'day',
  promisedDay: 'day',
  revisedPromisedDay: 'day',
  shippedDay: 'day',
  deliveredDay: 'day',
  orderedQuantity: 'number',
  shippedQuantity: 'number',
  deliveredQuantity: 'number',
  damagedQuantity: 'number',
  lostQuantity: 'number',
  wrongQuantity: 'number',
  wrongKind: 'text',
  /** Words of a status column, where days and quantities are not kept. */
  onTime: 'flag',
  inFull: 'flag',
  damaged: 'flag',
  lost: 'flag',
  wrong: 'flag',
  returned: 'flag',
  direct: 'flag',
  documentsRight: 'flag',
  packagingFault: 'flag',
  accident: 'flag',
  distanceKm: 'number',
  value: 'number',
  compensation: 'number',
  postponedByClient: 'flag',
  urgent: 'flag',
  cancelled: 'flag',
  region: 'text',
  rep: 'text',
  carrier: 'text',
  vehicle: 'text',
  transportMode: 'text',
} as const satisfies ColumnSchema;

/** Returns kept on a sheet of their own. Where it has no amount it only marks orders as returned. */
export const RETURN_COLUMNS = {
  client: 'client',
  orderNo: 'text',
  day: 'day',
  amount: 'number',
  quantity: 'number',
  product: 'text',
  reason: 'text',
} as const satisfies ColumnSchema;

export const COMPLAINT_COLUMNS = {
  complaintNo: 'text',
  client: 'client',
  received: 'moment',
  orderNo: 'text',
  product: 'text',
  channel: 'text',
  /** 产品质量, 运输, 包装, 管理, 服务, 保管 */
  stage: 'text',
  problem: 'text',
  severity: 'text',
  demand: 'text',
  loss: 'number',
  department: 'text',
  person: 'text',
  firstReply: 'moment',
  arrivedOnSite: 'moment',
  sentToDepartment: 'moment',
  signedByDepartment: 'moment',
  labNeeded: 'flag',
  labDone: 'moment',
  solution: 'text',
  measure: 'text',
  approver: 'text',
  approvedDay: 'day',
  compensation: 'number',
  compensationForm: 'text',
  closed: 'moment',
  resolved: 'flag',
  status: 'text',
  notifiedDay: 'day',
  followUp: 'text',
  processScore: 'number',
  planScore: 'number',
  resultScore: 'number',
  /** Judged to be true; 0: judged not upheld. */
  upheld: 'flag',
} as const satisfies ColumnSchema;

export const INVOICE_COLUMNS = {
  client: 'client',
  invoiceNo: 'text',
  orderNo: 'text',
  day: 'day',
  dueDay: 'day',
  amount: 'number',
  paidAmount: 'number',
  paidDay: 'day',
  disputed: 'flag',
  promisedPaymentDay: 'day',
  /** Days overdue, at least, as an ageing summary says where there is no due day. */
  overdueDays: 'number',
} as const satisfies ColumnSchema;

export const RECEIPT_COLUMNS = {
  receiptNo: 'text',
  client: 'client',
  day: 'day',
  amount: 'number',
  invoiceNo: 'text',
  method: 'text',
} as const satisfies ColumnSchema;

export const CONTACT_COLUMNS = {
  client: 'client',
  at: 'moment',
  region: 'text',
  rep: 'text',
  method: 'text',
  purpose: 'text',
  content: 'text',
  cost: 'number',
  intends: 'text',
  recorder: 'text',
  nextDay: 'day',
  /** The row of the call plan that was done by it: only lines of our own log sheet know it. */
  planKey: 'text',
} as const satisfies ColumnSchema;

export const PROSPECT_COLUMNS = {
  client: 'client',
  opportunity: 'text',
  region: 'text',
  rep: 'text',
  contact: 'text',
  phone: 'text',
  hasSystem: 'flag',
  objectiveNeed: 'text',
  subjectiveNeed: 'text',
  determination: 'text',
  dissatisfaction: 'text',
  feasibility: 'text',
  selecting: 'text',
  expectedDay: 'day',
  expectedMonths: 'number',
  expectedAmount: 'number',
  probability: 'number',
  caseCode: 'text',
  stage: 'text',
  result: 'text',
  closedDay: 'day',
  createdDay: 'day',
  nextStep: 'text',
  size: 'text',
  vendorSize: 'text',
  investment: 'text',
  quotedDay: 'day',
  notes: 'text',
} as const satisfies ColumnSchema;

export const SURVEY_COLUMNS = {
  client: 'client',
  day: 'day',
  sentDay: 'day',
  item: 'text',
  score: 'number',
  overall: 'number',
  againstExpectation: 'number',
  againstIdeal: 'number',
  expectedQuality: 'number',
  perceivedQuality: 'number',
  perceivedValue: 'number',
  complaintScore: 'number',
  loyalty: 'number',
  product: 'number',
  coordination: 'number',
  price: 'number',
  staff: 'number',
  comment: 'text',
} as const satisfies ColumnSchema;

/** 表四: one judged factor of one client a row. */
export const CREDIT_FACTOR_COLUMNS = {
  client: 'client',
  factor: 'text',
  standard: 'text',
  score: 'number',
  fullScore: 'number',
  notes: 'text',
  scorer: 'text',
  day: 'day',
} as const satisfies ColumnSchema;

/** 表二: who runs the client's business. */
export const OPERATOR_COLUMNS = {
  client: 'client',
  legalPerson: 'text',
  experience: 'text',
  style: 'text',
  achievements: 'text',
  selling: 'number',
  managing: 'number',
  finance: 'number',
  impression: 'text',
  opinion: 'text',
  /** 表三: with its own customers, and with its banks. */
  tradeRelations: 'text',
  bankRelations: 'text',
  birthday: 'text',
} as const satisfies ColumnSchema;

/** 指标录入: any indicator of the 41, as numerator and denominator of a period. */
export const INDICATOR_ENTRY_COLUMNS = {
  month: 'day',
  indicator: 'text',
  department: 'text',
  numerator: 'number',
  denominator: 'number',
} as const satisfies ColumnSchema;

export const MARKET_COLUMNS = {
  year: 'number',
  region: 'text',
  total: 'number',
  target: 'flag',
  targetClients: 'number',
} as const satisfies ColumnSchema;

export const CONTRACT_COLUMNS = {
  client: 'client',
  contractNo: 'text',
  signedDay: 'day',
  dueDay: 'day',
  amount: 'number',
  fulfilledAmount: 'number',
  status: 'text',
} as const satisfies ColumnSchema;

export const PROMOTION_COLUMNS = {
  name: 'text',
  client: 'client',
  region: 'text',
  fromDay: 'day',
  toDay: 'day',
  target: 'number',
  cost: 'number',
} as const satisfies ColumnSchema;

export const DOCUMENT_COLUMNS = {
  client: 'client',
  kind: 'text',
  handedBy: 'text',
  handedDay: 'day',
  filedDay: 'day',
} as const satisfies ColumnSchema;

export const INQUIRY_COLUMNS = {
  client: 'client',
  received: 'moment',
  question: 'text',
  department: 'text',
  answered: 'moment',
  right: 'flag',
  quotedDay: 'day',
  quotedAmount: 'number',
  /** The order that came of it. */
  orderNo: 'text',
} as const satisfies ColumnSchema;

export const REP_COLUMNS = {
  rep: 'text',
  region: 'text',
  role: 'text',
  phone: 'text',
  callsPerDay: 'number',
  visitsPerDay: 'number',
  absentFrom: 'day',
  absentTo: 'day',
} as const satisfies ColumnSchema;

export const HOLIDAY_COLUMNS = {
  day: 'day',
  name: 'text',
  /** 1 a working day (make-up), 0 a day off. */
  working: 'flag',
} as const satisfies ColumnSchema;

/** A price list: what a line costs that says only what and how many. */
export const PRODUCT_COLUMNS = {
  code: 'text',
  name: 'text',
  category: 'text',
  unit: 'text',
  unitPrice: 'number',
} as const satisfies ColumnSchema;

/** Targets a client (or for all, where the client is empty). */
export const TARGET_COLUMNS = {
  client: 'client',
  onTime: 'number',
  inFull: 'number',
  otif: 'number',
  amount: 'number',
  /** Of the amount; empty: of the year of as-of. */
  year: 'number',
  /** Any indicator by its code or name, and its target. */
  indicator: 'text',
  value: 'number',
} as const satisfies ColumnSchema;

/** 佣金计划: one rep and month a row. */
export const COMMISSION_COLUMNS = {
  rep: 'text',
  month: 'day',
  target: 'number',
  commissionRate: 'number',
  rateBeyond: 'number',
  basis: 'text',
} as const satisfies ColumnSchema;

/** 004-4: vehicles of clients. */
export const VEHICLE_COLUMNS = {
  client: 'client',
  plate: 'text',
  model: 'text',
  engineNo: 'text',
  vin: 'text',
  purchaseDay: 'day',
  purchaseChannel: 'text',
  mileage: 'number',
  insuranceEnd: 'day',
  lastServiceDay: 'day',
  lastServiceKm: 'number',
  serviceMonths: 'number',
  serviceKm: 'number',
  repairs: 'text',
} as const satisfies ColumnSchema;

/** Files of the firm that are not of a client: markets, competitors, products, policies, price lists. */
export const FIRM_FILE_COLUMNS = {
  kind: 'text',
  subject: 'text',
  region: 'text',
  owner: 'text',
  updatedDay: 'day',
  validUntil: 'day',
  place: 'text',
  content: 'text',
} as const satisfies ColumnSchema;

/** Promotional items in and out. */
export const PROMOTION_ITEM_COLUMNS = {
  day: 'day',
  item: 'text',
  region: 'text',
  received: 'number',
  given: 'number',
  receiver: 'text',
} as const satisfies ColumnSchema;

/** Weighing slips and gate passes of what clients fetch. Weights in kg. */
export const WEIGHING_COLUMNS = {
  slipNo: 'text',
  deliveryNo: 'text',
  client: 'client',
  product: 'text',
  vehicle: 'text',
  enteredAt: 'moment',
  leftAt: 'moment',
  loaded: 'number',
  empty: 'number',
  net: 'number',
  due: 'number',
  pieces: 'number',
  gatePassNo: 'text',
  gateQuantity: 'number',
} as const satisfies ColumnSchema;

/** Service given to clients. */
export const SERVICE_RECORD_COLUMNS = {
  day: 'day',
  client: 'client',
  kind: 'text',
  content: 'text',
  person: 'text',
  cost: 'number',
  satisfied: 'flag',
} as const satisfies ColumnSchema;

/** What is on hand, as counted. */
export const STOCK_COLUMNS = {
  day: 'day',
  product: 'text',
  warehouse: 'text',
  unit: 'text',
  quantity: 'number',
  safety: 'number',
} as const satisfies ColumnSchema;

export const TABLES = {
  clients: CLIENT_COLUMNS,
  transactions: TRANSACTION_COLUMNS,
  deliveries: DELIVERY_COLUMNS,
  returns: RETURN_COLUMNS,
  complaints: COMPLAINT_COLUMNS,
  invoices: INVOICE_COLUMNS,
  receipts: RECEIPT_COLUMNS,
  contacts: CONTACT_COLUMNS,
  prospects: PROSPECT_COLUMNS,
  survey: SURVEY_COLUMNS,
  creditFactors: CREDIT_FACTOR_COLUMNS,
  operators: OPERATOR_COLUMNS,
  indicatorEntries: INDICATOR_ENTRY_COLUMNS,
  market: MARKET_COLUMNS,
  contracts: CONTRACT_COLUMNS,
  promotions: PROMOTION_COLUMNS,
  documents: DOCUMENT_COLUMNS,
  inquiries: INQUIRY_COLUMNS,
  reps: REP_COLUMNS,
  holidays: HOLIDAY_COLUMNS,
  targets: TARGET_COLUMNS,
  products: PRODUCT_COLUMNS,
  commissionPlans: COMMISSION_COLUMNS,
  stockTakes: STOCK_TAKE_COLUMNS,
  warehouses: WAREHOUSE_COLUMNS,
  fleet: FLEET_COLUMNS,
  purchases: PURCHASE_COLUMNS,
  production: PRODUCTION_COLUMNS,
  stock: STOCK_COLUMNS,
  vehicles: VEHICLE_COLUMNS,
  firmFiles: FIRM_FILE_COLUMNS,
  promotionItems: PROMOTION_ITEM_COLUMNS,
  serviceRecords: SERVICE_RECORD_COLUMNS,
  weighings: WEIGHING_COLUMNS,
} as const;

export type TableSchemas = typeof TABLES;
export type TableName = keyof TableSchemas;
export type TableOf<K extends TableName> = Table<TableSchemas[K]>;
/** `transactions.amount`, `deliveries.promisedDay` …: what `needs` lists. */
export type ColumnPath = { [K in TableName]: `${K}.${string & keyof TableSchemas[K]}` }[TableName];
