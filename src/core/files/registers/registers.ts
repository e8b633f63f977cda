import type { Dataset } from '../../model/dataset';
import type { Day } from '../../model/day';
import type { Outcome } from '../../model/outcome';
import type { Settings } from '../../settings';
import { reviewFirmFiles, type FirmFiles } from './firm-files';
import { countPraise, type PraiseOfPerson } from './praise';
import { countPromotionItems, type PromotionItemStock } from './promotion-items';
import { countServices, type ClientService } from './service-records';
import { reviewVehicles, type ClientVehicle } from './vehicles';

/** The registers that are kept beside the files of clients; each is unknown by itself where its sheet is not there. */
export interface Registers {
  readonly firmFiles: Outcome<FirmFiles>;
  readonly promotionItems: Outcome<readonly PromotionItemStock[]>;
  readonly services: Outcome<readonly ClientService[]>;
  readonly praise: Outcome<readonly PraiseOfPerson[]>;
  readonly vehicles: Outcome<readonly ClientVehicle[]>;
}

export function reviewRegisters(dataset: Dataset, asOf: Day, settings: Settings): Registers {
  return {
    firmFiles: reviewFirmFiles(dataset, asOf, settings['archive.refreshMonths']),
    promotionItems: countPromotionItems(dataset, asOf),
    services: countServices(dataset, asOf),
    praise: countPraise(dataset, asOf),
    vehicles: reviewVehicles(dataset, asOf, settings['importantDays.ahead']),
  };
}
