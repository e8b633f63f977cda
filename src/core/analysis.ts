import type { TieredOrder, TierResult } from './sales/tiers';
import type { PyramidLevelFigures } from './sales/pyramid';
import type { ProfitClassFigures } from './sales/profit/profit-classes';
import type { ClientFigures, Totals } from './sales/client-figures';
import type { Concentration } from './sales/concentration';
import type { YearFigures, MonthFigures, ClientMonthFigures, TopFiveRow } from './sales/time-figures';
import type { Distribution } from './sales/distribution';
import type { Retention } from './sales/retention';
import type { RowAccount } from './facts/sheet-accounts';
import type { IndicatorResult, GroupIndicators } from './kpis/indicator-result';
import type { DeliveryClasses } from './service/delivery-classes';
import type { ComplaintFigures } from './service/complaints';
import type { Contracts } from './service/contracts';
import type { Origins } from './sales/marketing/origins';
import type { PromotionResult } from './sales/marketing/promotions';
import type { RepFigures } from './standing/rep-performance';
import type { TargetFigures } from './sales/target-attainment';
import type { Accident } from './service/accidents';
import type { Day } from './model/day';
import type { Issue } from './model/issue';
import type { Outcome } from './model/outcome';
import type { Period, PeriodChoice } from './model/period';
import type { CreditAssessment } from './credit/credit';
import type { ClientFiles } from './files/archive';
import type { ImportantDays } from './files/important-days';
import type { Pipeline } from './prospects/pipeline';
import type { TargetProspect } from './prospects/target-prospects';
import type { PaymentBehaviour } from './receivables/payment-index';
import type { Receivables } from './receivables/receivables';
import type { KeyAccounts } from './sales/key-accounts';
import type { LifecycleFigures } from './sales/lifecycle';
import type { SatisfactionFigures } from './service/satisfaction';
import type { AlertFigures } from './standing/alerts';
import type { ClassFigures } from './standing/class-figures';
import type { OrderTracking } from './service/tracking/track-orders';
import type { ProductTracking } from './service/tracking/track-products';
import type { ShipmentTracking } from './service/tracking/track-shipments';
import type { Registers } from './files/registers/registers';
import type { BuyingHabit } from './sales/purchases/buying-habits';
import type { DevelopmentCandidate } from './standing/development-list';
import type { InquiryFigures } from './service/inquiries';
import type { LoadChecks } from './service/tracking/check-loads';
import type { PyramidAdvice } from './standing/pyramid-advice';
import type { Settings } from './settings';

/**
 * One value that holds every number. Reports, the pane and `--json` read it; none of them computes a figure.
 * Clients are referred to by their index in `Dataset` (`client`), which is the index in `clients` too.
 */
export interface Analysis {
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
  /** Who is in which tier: there before the figures of `clients` are. */
  readonly tiered: TieredOrder;
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
  /** Amount targets of the year of as-of, and what was sold of them. */
  readonly targets: Outcome<TargetFigures>;
  readonly repFigures: Outcome<RepFigures>;
  readonly promotions: Outcome<readonly PromotionResult[]>;
  readonly origins: Origins;
  readonly contracts: Outcome<Contracts>;
  readonly retention: Outcome<Retention>;
  readonly indicators: readonly IndicatorResult[];
  readonly clientIndicators: readonly GroupIndicators[];
  readonly regionIndicators: readonly GroupIndicators[];
  readonly repIndicators: readonly GroupIndicators[];
  readonly deliveryClasses: Outcome<DeliveryClasses>;
  /** Delivery lines of the period with an accident. */
  readonly accidents: Outcome<readonly Accident[]>;
  readonly orderTracking: Outcome<OrderTracking>;
  readonly shipmentTracking: Outcome<ShipmentTracking>;
  readonly productTracking: Outcome<ProductTracking>;
  readonly loadChecks: Outcome<LoadChecks>;
  readonly inquiries: Outcome<InquiryFigures>;
  readonly registers: Registers;
  readonly complaints: Outcome<ComplaintFigures>;
  readonly lifecycle: Outcome<LifecycleFigures>;
  readonly keyAccounts: Outcome<KeyAccounts>;
  /** Clients without an order: how near they are to 潜在(目标). */
  readonly prospects: readonly TargetProspect[];
  /** How clients that bought in the last 12 months usually buy. */
  readonly buyingHabits: Outcome<readonly BuyingHabit[]>;
  /** One a client: what to do on its step of the pyramid. */
  readonly pyramidAdvice: Outcome<readonly Outcome<PyramidAdvice>[]>;
  /** Clients without a deal, who is to be won first. */
  readonly development: Outcome<readonly DevelopmentCandidate[]>;
  readonly payments: Outcome<readonly PaymentBehaviour[]>;
  readonly receivables: Outcome<Receivables>;
  readonly credit: Outcome<CreditAssessment>;
  readonly pipeline: Outcome<Pipeline>;
  readonly satisfaction: Outcome<SatisfactionFigures>;
  readonly classes: Outcome<ClassFigures>;
  readonly clientFiles: Outcome<ClientFiles>;
  readonly importantDays: Outcome<ImportantDays>;
  readonly alerts: Outcome<AlertFigures>;
  readonly issues: readonly Issue[];
  readonly issueCounts: Readonly<Record<string, number>>;
}
