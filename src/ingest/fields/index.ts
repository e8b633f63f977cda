import {
  allFieldsOf,
  type FieldDefinition,
  type FieldPath,
  type SheetDefinition,
  type SheetKind,
} from './define-fields';
import { clients } from './clients.fields';
import { complaints } from './complaints.fields';
import {
  commissionPlans,
  creditFactors,
  holidays,
  indicatorEntries,
  market,
  operators,
  reps,
  targets,
} from './judgements.fields';
import { contracts, invoices, receipts } from './money.fields';
import { fleet, production, purchases, stockTakes, warehouses } from './operations.fields';
import { deliveries, orderLines, orders, returns } from './orders.fields';
import { products } from './products.fields';
import { contacts, documents, inquiries, promotions, prospects, survey } from './relations.fields';
import { firmFiles, promotionItems, serviceRecords, stock, vehicles, weighings } from './registers.fields';
import { transactions } from './transactions.fields';

/** Every kind of input sheet, in the order in which templates are offered. */
export const SHEET_DEFINITIONS: readonly SheetDefinition[] = [
  clients,
  transactions,
  orders,
  orderLines,
  deliveries,
  returns,
  complaints,
  invoices,
  receipts,
  contacts,
  prospects,
  survey,
  creditFactors,
  operators,
  indicatorEntries,
  market,
  contracts,
  promotions,
  documents,
  inquiries,
  reps,
  holidays,
  targets,
  products,
  commissionPlans,
  stockTakes,
  warehouses,
  fleet,
  purchases,
  production,
  stock,
  vehicles,
  firmFiles,
  promotionItems,
  serviceRecords,
  weighings,
];

const BY_KIND = new Map(SHEET_DEFINITIONS.map((one) => [one.kind, one]));

export function isSheetKind(value: string): value is SheetKind {
  return BY_KIND.has(value as SheetKind);
}

export function definitionOf(kind: SheetKind): SheetDefinition {
  const definition = BY_KIND.get(kind);
  if (!definition) throw new Error(`No definition of the sheet kind "${kind}"`);
  return definition;
}

export function fieldOf(kind: SheetKind, path: FieldPath): FieldDefinition | undefined {
  return allFieldsOf(definitionOf(kind)).find((one) => one.path === path);
}
