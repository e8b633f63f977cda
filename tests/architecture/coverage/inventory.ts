import { INDICATORS } from './indicators';
import { MISSED } from './missed';
import { DECIDED } from './decided';
import type { CoverageRow } from './row';
import { S000 } from './S000';
import { S001 } from './S001';
import { S002 } from './S002';
import { S003 } from './S003';
import { S004 } from './S004';

/** A part of the documents. */
export interface CoveragePart {
  readonly title: string;
  readonly rows: readonly CoverageRow[];
  /** Every id of it that there is. */
  readonly ids: readonly string[];
}

const upTo = (prefix: string, last: number, digits = 0): readonly string[] =>
  Array.from({ length: last }, (_, i) => `${prefix}${String(i + 1).padStart(digits, '0')}`);

/** The inventory: what the documents ask for, in their order. */
export const INVENTORY: readonly CoveragePart[] = [
  {
    title: 'Indicators: K01–K20 internal, E01–E10 external, I01–I11 of client information',
    rows: INDICATORS,
    ids: [...upTo('K', 20, 2), ...upTo('E', 10, 2), ...upTo('I', 11, 2)],
  },
  {
    title: 'S000 Logistics client information (course)',
    rows: S000,
    ids: [...upTo('000-P', 15), '000-X1', ...upTo('000-T', 5), ...upTo('000-C', 11)],
  },
  { title: 'S001 A plan for managing clients', rows: S001, ids: upTo('001-', 39) },
  { title: 'S002 Logistics client management (textbook)', rows: S002, ids: upTo('002-', 7) },
  { title: 'S003 Client management for merchandisers', rows: S003, ids: upTo('003-', 30) },
  { title: 'S004 Managing client information', rows: S004, ids: upTo('004-', 13) },
  { title: 'Missed by the first reading', rows: MISSED, ids: upTo('005-', 8) },
  { title: 'Contradictions decided', rows: DECIDED, ids: upTo('C-', 30, 2) },
];
