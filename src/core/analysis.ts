import type { Text } from '../i18n/text';
import type { Day } from './model/day';
import type { Issue } from './model/issue';
import type { Money, Quantity } from './model/money';
import type { Outcome } from './model/outcome';
import type { Ratio } from './model/ratio';
import type { TableName } from './model/tables';
import type { Period, PeriodChoice } from './model/period';
import type { ClientStanding } from './standing/client-standing';
import type { Settings } from './settings';

/**
 * One value that holds every number. Reports, the pane and `--json` read it; none of them computes a figure.
 * Clients are referred to by their index in `Dataset` (`client`), which is the index in `clients` too.
 */
export interface Analysis extends ClientStanding {
  readonly asOf: Day;
  readonly periodChoice: PeriodChoice;
  readonly period: Period;
  readonly previousPeriod: Period;
  readonly settings: Settings;
  /** The identity a sheet: read = used + rejected + out of period + cancelled. */
  readonly accounts: readonly RowAccount[];
  /** One entry a client of the dataset, in its order. */
  readonly clients: readonly ClientFigures[];
  readonly totals: Totals;
  /** What tells orders apart in this workbook. */
  readonly orderBasis: 'orderNo' | 'documentNo' | 'day';
  readonly tiers: TierResult;
  readonly pyramid: readonly PyramidLevelFigures[];
  readonly profit: Outcome<readonly ProfitClassFigures[]>;
  readonly concentration: Outcome<Concentration>;
  readonly years: readonly YearFigures[];
  readonly months: readonly MonthFigures[];
  /** Net amount by client and month, of the months in `months`; only clients with amounts. */
  readonly clientMonths: readonly ClientMonthFigures[];
  /** Net amount by client and year, all years in the data: 表13-3's last year and growth, 表13-4. */
  readonly topFive: readonly TopFiveRow[];
  readonly distribution: Distribution;
  readonly retention: Outcome<Retention>;
  readonly indicators: readonly IndicatorResult[];
  readonly clientIndicators: readonly GroupIndicators[];
  readonly regionIndicators: readonly GroupIndicators[];
  readonly repIndicators: readonly GroupIndicators[];
  readonly deliveryClasses: Outcome<DeliveryClasses>;
  readonly complaints: Outcome<ComplaintFigures>;
  readonly issues: readonly Issue[];
  readonly issueCounts: Readonly<Record<string, number>>;
}

export interface RowAccount {
  readonly sheet: string;
  readonly table: TableName;
  readonly read: number;
  readonly used: number;
  readonly rejected: number;
  readonly outOfPeriod: number;
  readonly cancelled: number;
  /** Net amount of the cancelled lines, where the sheet has amounts. */
  readonly cancelledAmount: Money;
}

export type Tier = 1 | 2 | 3;
export type PyramidLevel = 'top' | 'second' | 'ordinary' | 'small';
export type ProfitClass = 'first' | 'promising' | 'regular';

export interface ClientFigures {
  readonly client: number;
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly rep: string;
  /** In the period. */
  readonly netAmount: Money;
  readonly grossAmount: Money;
  readonly returnAmount: Money;
  readonly quantity: Outcome<Quantity>;
  /** Distinct orders (order numbers; without numbers, distinct days) with a sale in the period. */
  readonly orders: number;
  readonly lines: number;
  readonly profit: Outcome<Money>;
  /** Over the whole data up to as-of. */
  readonly firstDay: Outcome<Day>;
  readonly lastDay: Outcome<Day>;
  /** Net amount of the period before. */
  readonly previousNetAmount: Outcome<Money>;
  /** (net − previous) / previous where previous > 0. */
  readonly growth: Outcome<number>;
  /** Competition rank by net amount among clients with activity in the period. */
  readonly rank: Outcome<number>;
  readonly share: Outcome<number>;
  readonly cumulativeShare: Outcome<number>;
  /** What the rule gives. Missing: no transaction in the period. */
  readonly tier: Outcome<Tier>;
  /** 人工等级 of the client sheet; wins where management is concerned, and both are shown. */
  readonly manualTier: Outcome<Tier>;
  readonly tierReason: Text;
  /** Net amount lacking to the next tier up, where there is one. */
  readonly toNextTier: Outcome<Money>;
  readonly pyramid: Outcome<PyramidLevel>;
  readonly profitClass: Outcome<ProfitClass>;
}

export interface Totals {
  readonly netAmount: Money;
  readonly grossAmount: Money;
  readonly returnAmount: Money;
  readonly quantity: Outcome<Quantity>;
  readonly orders: number;
  readonly lines: number;
  readonly profit: Outcome<Money>;
  readonly activeClients: number;
  readonly previousNetAmount: Outcome<Money>;
  readonly growth: Outcome<number>;
  /** Net of clients whose net amount is ≤ 0: left out of the tiers' total. */
  readonly nonPositiveAmount: Money;
}

export interface TierFigures {
  readonly tier: Tier;
  readonly clients: number;
  readonly netAmount: Money;
  readonly shareOfClients: Outcome<number>;
  readonly shareOfAmount: Outcome<number>;
  /** 10/20/70 of clients, 70/20/10 of the amount: what the rule of thumb expects. */
  readonly expectedShareOfClients: number;
  readonly expectedShareOfAmount: number;
}

export interface TierResult {
  readonly rule: Settings['tier.rule'];
  /** Sum of the positive net amounts: what shares are of. */
  readonly total: Money;
  /** Empty where the total is 0. */
  readonly tiers: readonly TierFigures[];
  /** Clients without a transaction in the period. */
  readonly untiered: number;
  /** The amount does not discriminate: more than half of the clients are in tier Ⅰ. */
  readonly isFlat: boolean;
  /** Rule `abc` with fewer than 20 clients: 样本少, 仅供参考. */
  readonly isHint: boolean;
}

export interface PyramidLevelFigures {
  readonly level: PyramidLevel;
  readonly clients: number;
  readonly netAmount: Money;
  readonly shareOfClients: Outcome<number>;
  readonly shareOfAmount: Outcome<number>;
}

export interface ProfitClassFigures {
  readonly profitClass: ProfitClass;
  readonly clients: number;
  readonly profit: Money;
  readonly shareOfProfit: Outcome<number>;
}

export interface Concentration {
  readonly cr1: number;
  readonly cr5: number;
  readonly hhi: number;
  readonly effectiveClients: number;
  readonly gini: number;
  /** Clients with a positive net amount. */
  readonly clients: number;
  /** Above the notice limits of the settings. */
  readonly isCr1High: boolean;
  readonly isCr5High: boolean;
}

export interface YearFigures {
  readonly year: number;
  readonly clients: number;
  readonly orders: number;
  readonly netAmount: Money;
  /** Against the year before; missing where one of the two is not whole in the data. */
  readonly growth: Outcome<number>;
  /** The data begin or end inside the year: 不足一年. */
  readonly isPartial: boolean;
}

export interface MonthFigures {
  /** `monthOf` */
  readonly month: number;
  readonly clients: number;
  readonly orders: number;
  readonly netAmount: Money;
  /** The same month a year earlier. */
  readonly yearBefore: Outcome<Money>;
  /** The period begins or ends inside the month. */
  readonly isPartial: boolean;
}

export interface ClientMonthFigures {
  readonly client: number;
  /** Parallel to `Analysis.months`. */
  readonly amounts: readonly Money[];
}

export interface TopFiveRow {
  readonly year: number;
  readonly rank: number;
  readonly client: number;
  readonly code: string;
  readonly name: string;
  readonly netAmount: Money;
  readonly share: number;
  readonly cumulativeShare: number;
}

/** 表一 and the same by other fields of the client. */
export interface Distribution {
  readonly byRegion: readonly DistributionRow[];
  readonly byIndustry: Outcome<readonly DistributionRow[]>;
  readonly byBusinessType: Outcome<readonly DistributionRow[]>;
  readonly byCountry: Outcome<readonly DistributionRow[]>;
  readonly byContinent: Outcome<readonly DistributionRow[]>;
}

export interface DistributionRow {
  readonly year: number;
  /** '' where the field is empty: shown as 未填, never dropped. Continents: EU, AM, AS, AU, AF or a country's name. */
  readonly group: string;
  readonly label: Text;
  readonly clients: number;
  readonly quantity: Outcome<Quantity>;
  readonly netAmount: Money;
  /** Of the year's net amount. */
  readonly share: Outcome<number>;
}

export interface Retention {
  readonly activeBefore: number;
  readonly kept: number;
  readonly newClients: number;
  readonly lost: number;
  readonly reactivated: number;
  /** kept / active before */
  readonly rate: Ratio;
  readonly lostClients: readonly number[];
  readonly newClientList: readonly number[];
  readonly reactivatedClients: readonly number[];
}

export type IndicatorUnit =
  'ratio' | 'days' | 'hours' | 'count' | 'amount' | 'per100' | 'per1000' | 'perMillionKm' | 'number';

export type IndicatorStatus = 'good' | 'watch' | 'bad';

export interface IndicatorResult {
  /** `K02`, `E01`, `delivery.otif` … */
  readonly id: string;
  readonly label: Text;
  /** What is counted in one line: numerator / denominator. */
  readonly formula: Text;
  readonly family: 'internal' | 'external' | 'information' | 'order';
  readonly unit: IndicatorUnit;
  readonly better: 'higher' | 'lower' | 'neither';
  /**
   * `ratio` and `mean`: Σ numerator / Σ denominator (a mean: Σ scores / answers). `median` and `product`: the value is the
   * median or product itself and stands as numerator over 1; `n` says of how many.
   */
  readonly kind: 'ratio' | 'median' | 'mean' | 'product';
  readonly current: Ratio;
  readonly previous: Ratio;
  /** Rows that counted / rows that counted or were left out. */
  readonly coverage: Outcome<number>;
  /** Coverage below `report.coverageBelow`. */
  readonly isCoverageLow: boolean;
  /** Fewer rows than `report.smallSample`: shown, not judged; a share has its 95 % interval here. */
  readonly isSmall: boolean;
  readonly interval: Outcome<readonly [number, number]>;
  /** Further figures of the same indicator: P90, share within 3 days, the other basis … */
  readonly parts: readonly IndicatorPart[];
  readonly target: Outcome<number>;
  readonly status: Outcome<IndicatorStatus>;
  /** By month of the period, oldest first, parallel to `Analysis.months` where the month has rows. */
  readonly trend: readonly { readonly month: number; readonly ratio: Ratio }[];
  /** Which column or sheet would switch it on, where it is off. */
  readonly needs: Text;
}

export interface IndicatorPart {
  readonly label: Text;
  readonly unit: IndicatorUnit;
  readonly value: Outcome<number>;
}

export interface GroupIndicators {
  /** Client index for clients, -1 otherwise. */
  readonly client: number;
  readonly group: string;
  readonly orders: number;
  /** By indicator id: on-time, in full, OTIF, damage, loss, mis-shipment, returns, complaints; only those that are on. */
  readonly ratios: Readonly<Record<string, Ratio>>;
  /** Target and status by indicator id, where there is a target. */
  readonly targets: Readonly<Record<string, number>>;
  readonly statuses: Readonly<Record<string, Outcome<IndicatorStatus>>>;
}

/** 001-17 幸运 / 合理 / 事故. */
export interface DeliveryClasses {
  readonly lucky: number;
  readonly reasonable: number;
  readonly incident: number;
  /** Of the incidents: still open. */
  readonly openIncidents: number;
  readonly excluded: number;
  readonly n: number;
  /** Of `n`; together 1. */
  readonly shares: {
    readonly lucky: Outcome<number>;
    readonly reasonable: Outcome<number>;
    readonly incident: Outcome<number>;
  };
  readonly trend: readonly {
    readonly month: number;
    readonly lucky: number;
    readonly reasonable: number;
    readonly incident: number;
  }[];
  /** Longest first; at most 1,000, with `incident` telling how many there are. */
  readonly incidents: readonly DeliveryIncident[];
  /** 002-5: ordered − delivered > 0 and not cancelled, tier Ⅰ first; at most 1,000, `openOrderCount` tells how many. */
  readonly openOrders: readonly OpenOrder[];
  readonly openOrderCount: number;
}

export interface DeliveryIncident {
  readonly client: number;
  readonly orderNo: string;
  readonly product: string;
  readonly orderDay: Day;
  readonly handedDay: Outcome<Day>;
  readonly days: number;
  readonly sheet: string;
  readonly row: number;
}

export interface OpenOrder {
  readonly client: number;
  readonly orderNo: string;
  readonly product: string;
  readonly orderDay: Outcome<Day>;
  readonly promisedDay: Outcome<Day>;
  readonly openQuantity: Outcome<Quantity>;
  readonly overdueDays: number;
  readonly tier: Outcome<Tier>;
  readonly sheet: string;
  readonly row: number;
}

/** 表五, and the lists beside it. */
export interface ComplaintFigures {
  readonly received: number;
  /** Days of the period up to as-of, calendar days or working days by `complaints.perWorkingDay`. */
  readonly calendarDays: number;
  readonly daysAreWorking: boolean;
  readonly perDay: Outcome<number>;
  readonly resolved: number;
  readonly resolution: Ratio;
  readonly compensation: Money;
  readonly stages: readonly ComplaintStage[];
  /** Problems by count, most first. */
  readonly problems: readonly {
    readonly problem: string;
    readonly count: number;
    readonly share: number;
    readonly cumulativeShare: number;
  }[];
  readonly trend: readonly { readonly month: number; readonly received: number; readonly resolved: number }[];
  /** Working hours from receipt to first reply. */
  readonly hoursToReply: Outcome<Spread>;
  /** Calendar hours from receipt to closing. */
  readonly hoursToClose: Outcome<Spread>;
  /** 001-28: departments that signed in time, by department ('' where not named). */
  readonly signOffs: readonly { readonly department: string; readonly ratio: Ratio }[];
  /** 001-29: compensation without an approver, by row. */
  readonly unapproved: readonly {
    readonly client: number;
    readonly complaintNo: string;
    readonly amount: Money;
    readonly sheet: string;
    readonly row: number;
  }[];
  readonly open: readonly OpenComplaint[];
}

export interface ComplaintStage {
  /** As written, or one of the four of 表五. */
  readonly stage: string;
  readonly label: Text;
  readonly count: number;
  readonly share: number;
  /** Complaints of the stage per 100 orders. */
  readonly per100Orders: Outcome<number>;
  readonly topProblems: readonly string[];
  readonly measures: readonly string[];
}

export interface Spread {
  readonly n: number;
  readonly median: number;
  readonly p90: number;
  /** Open ones measured to as-of: the true figure is at least this. */
  readonly open: number;
}

export interface OpenComplaint {
  readonly client: number;
  readonly complaintNo: string;
  readonly receivedDay: Day;
  readonly stage: string;
  readonly problem: string;
  readonly ageDays: number;
  readonly sheet: string;
  readonly row: number;
}
