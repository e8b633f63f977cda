import type { CreditAssessment } from '../credit/credit';
import type { ClientFiles } from '../files/archive';
import type { ImportantDays } from '../files/important-days';
import type { IndicatorResult } from '../kpis/indicator-result';
import type { Day } from '../model/day';
import type { Outcome } from '../model/outcome';
import type { PaymentGround } from '../receivables/payment-ground';
import type { ClientFigures } from '../sales/client-figures';
import type { Concentration } from '../sales/concentration';
import type { KeyAccounts } from '../sales/key-accounts';
import type { LifecycleResult } from '../sales/lifecycle';
import type { Rhythm } from '../sales/rhythm';
import type { ComplaintFigures } from '../service/complaints';

/** What alerts are raised from. */
export interface AlertInputs {
  readonly asOf: Day;
  readonly figures: readonly ClientFigures[];
  readonly rhythms: readonly Rhythm[];
  readonly lifecycles: readonly LifecycleResult[];
  readonly keyAccounts: KeyAccounts;
  readonly payments: Outcome<PaymentGround>;
  readonly credit: Outcome<CreditAssessment>;
  readonly openComplaints: (client: number) => number;
  /** Its debts are lost or with the lawyers: nobody is sent to collect them. */
  readonly isWrittenOff: (client: number) => boolean;
  readonly complaints: Outcome<ComplaintFigures>;
  readonly indicators: readonly IndicatorResult[];
  readonly concentration: Outcome<Concentration>;
  readonly files: ClientFiles;
  readonly importantDays: Outcome<ImportantDays>;
}
