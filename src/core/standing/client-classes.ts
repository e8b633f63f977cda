import type { Text } from '../../i18n/text';
import type { ClientFigures } from '../sales/client-figures';
import type { Tier } from '../sales/tiers';
import type { Dataset } from '../model/dataset';
import type { Day } from '../model/day';
import type { Outcome } from '../model/outcome';
import type { ColumnPath, TableOf } from '../model/tables';
import type { Settings } from '../settings';
import type { CreditAssessment } from '../credit/credit';
import type { AccountResult } from '../sales/key-accounts';
import type { LifecycleResult } from '../sales/lifecycle';
import type { Pipeline } from '../prospects/pipeline';
import type { Rhythm } from '../sales/rhythm';
import type { SalesHistory } from '../sales/sales-history';
import type { SatisfactionClassResult } from '../service/satisfaction-class';
import type { SizeResult } from '../sales/sizes';
import type { UrgencyResult } from '../prospects/urgency';

/** A client's value in one scheme. `code` names the group in no language; equal codes are one group. */
export interface ClassValue {
  readonly code: string;
  readonly value: Text;
  readonly reason: Text;
}

/** A class whose reason is that of a score: worded when somebody reads it. */
export class ClassByScore implements ClassValue {
  constructor(
    readonly code: string,
    readonly value: Text,
    private readonly worded: { readonly reason: Text },
  ) {}

  get reason(): Text {
    return this.worded.reason;
  }
}

/** A class whose reason has a figure of the client in it: worded when somebody reads it. */
export class ClassWordedLater implements ClassValue {
  constructor(
    readonly code: string,
    readonly value: Text,
    private readonly words: () => Text,
  ) {}

  get reason(): Text {
    return this.words();
  }
}

/** One way to class clients: one file, one line in `classes/index.ts`. */
export interface ClassScheme {
  readonly id: string;
  /** The element of the documents that asks for it. */
  readonly feature: string;
  readonly label: Text;
  /** Columns that switch it on, where it stands on more than the sales lines. */
  readonly needs: readonly ColumnPath[];
  /** Who can have a value at all: what the quality of the scheme is judged over. Absent: who ever bought. */
  readonly canHave?: (client: number, ground: ClassGround) => boolean;
  /** Values that the person types are shown as they are; the others have fixed codes. */
  readonly classify: (client: number, ground: ClassGround) => Outcome<ClassValue>;
}

/** All that the schemes stand on; made once. */
export interface ClassGround {
  readonly asOf: Day;
  readonly settings: Settings;
  readonly clients: TableOf<'clients'>;
  readonly dataset: Dataset;
  readonly figures: readonly ClientFigures[];
  readonly history: SalesHistory;
  readonly rhythms: readonly Rhythm[];
  readonly lifecycles: readonly LifecycleResult[];
  readonly firstDeals: readonly Outcome<Day>[];
  readonly accounts: readonly AccountResult[];
  readonly sizes: readonly Outcome<SizeResult>[];
  readonly credit: Outcome<CreditAssessment>;
  readonly urgency: Outcome<readonly UrgencyResult[]>;
  readonly pipeline: Outcome<Pipeline>;
  readonly satisfaction: readonly Outcome<SatisfactionClassResult>[];
  readonly hasContract: (client: number) => boolean;
  /** The only active client of its region and tier Ⅲ, or marked as strategic: managed as Ⅰ. */
  readonly managedTier: (client: number) => Outcome<{ readonly tier: Tier; readonly reason: Text }>;
}
