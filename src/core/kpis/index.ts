import type { Kpi } from './define-kpi';
import { externalKpis } from './external.kpis';
import { informationKpis } from './information.kpis';
import { orderKpis } from './orders.kpis';
import { productionKpis } from './production.kpis';
import { returnKpis } from './returns.kpis';
import { salesKpis } from './sales.kpis';
import { supplyKpis } from './supply.kpis';
import { transportKpis } from './transport.kpis';
import { warehouseKpis } from './warehouse.kpis';

/** Every indicator: K01–K20, E01–E10, I01–I11, then those of orders. This line is the order on the sheet. */
export const KPIS: readonly Kpi[] = [
  ...transportKpis,
  ...warehouseKpis,
  ...supplyKpis,
  ...productionKpis,
  ...salesKpis,
  ...externalKpis,
  ...informationKpis,
  ...orderKpis,
  ...returnKpis,
];
