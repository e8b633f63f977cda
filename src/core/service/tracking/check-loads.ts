import { NO_CLIENT, textAt } from '../../model/columns';
import { tableOf, type Dataset } from '../../model/dataset';
import { asDay, NO_DAY, type Day } from '../../model/day';
import { quantityOf, type Quantity } from '../../model/money';
import { known, missing, type Outcome } from '../../model/outcome';
import { isInPeriod } from '../../model/period';
import { ratioOf, type Ratio } from '../../model/ratio';
import { sumOf } from '../../model/sum';
import type { AnalysisWindow } from '../../facts/analysis-window';
import { byCodePoint } from '../../model/by-code-point';
import type { Settings } from '../../settings';

/** How what was weighed or let out compares with what was to be fetched. `unknown`: one of the two is not there. */
export type LoadState = 'match' | 'over' | 'under' | 'unknown';

/** All slips of one delivery note; a slip without a note stands by itself. */
export interface CheckedLoad {
  readonly deliveryNo: string;
  readonly slips: string;
  readonly client: number;
  readonly product: string;
  readonly vehicles: string;
  readonly day: Day;
  /** In thousandths of a kg. */
  readonly net: Outcome<Quantity>;
  readonly due: Outcome<Quantity>;
  /** (net − due) / due */
  readonly difference: Outcome<number>;
  readonly weight: LoadState;
  readonly letOut: Outcome<Quantity>;
  /** What the delivery note says was to be fetched. */
  readonly noted: Outcome<Quantity>;
  readonly gate: LoadState;
  /** From the first vehicle in to the last out, hours, the mean of its slips. */
  readonly hoursInside: Outcome<number>;
}

export interface LoadChecks {
  /** Those that differ first, then the newest. */
  readonly loads: readonly CheckedLoad[];
  /** Weights that match / weights compared. */
  readonly weights: Ratio;
  /** Gate passes that match / gate passes compared. */
  readonly gates: Ratio;
  readonly hoursInside: Outcome<number>;
  /** Delivery notes that went out since the first slip of the period and have no slip. */
  readonly withoutSlip: number;
  readonly notes: number;
}

/**
 * What was weighed and let out of the gate, against what was to be fetched.
 *
 * Net weight: as written, else loaded − empty. Due: as written on the slip, else the quantity shipped on the delivery lines of the same
 * note × `loads.kgPerUnit`. Weights match within `loads.tolerance` of the due; gate passes match if their quantity is the one of the
 * note. Slips of one note are added up; its gate pass may stand on a row of its own. Counts: slips whose vehicle left (else came) in the period. Unit: kg, quantity as noted, hours.
 * Missing: no such sheet.   Source: 001-21, 001-22. @example loaded 25,300, empty 10,280, note of 15 t //=> net 15,020, +0.13 %, match
 */
export function checkLoads(
  dataset: Dataset,
  { period, asOf }: AnalysisWindow,
  settings: Settings,
): Outcome<LoadChecks> {
  const { columns, rows } = tableOf(dataset, 'weighings');
  if (rows === 0) return missing({ reason: 'no-sheet', sheet: 'weighings' });
  const notes = deliveryNotes(dataset, asOf);
  const groups = new Map<string, number[]>();
  for (let row = 0; row < rows; row++) {
    const at = columns.leftAt?.[row] ?? NaN;
    const came = columns.enteredAt?.[row] ?? NaN;
    const day = Math.floor(at === at ? at : came);
    const number = textAt(columns.deliveryNo, row).trim();
    const note = notes.get(number);
    const on = day === day ? day : (note?.day ?? NO_DAY);
    if (on === NO_DAY || on > asOf || !isInPeriod(period, on)) continue;
    const key = number === '' ? `row ${row}` : number;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const loads = [...groups.values()].map((own) => loadOf(dataset, own, notes, settings));
  loads.sort((a, b) => rankOf(a) - rankOf(b) || b.day - a.day || byCodePoint(a.deliveryNo, b.deliveryNo));
  const firstDay = loads.reduce((first, { day }) => Math.min(first, day), Infinity);
  const due = [...notes].filter(([, { day }]) => day >= firstDay && isInPeriod(period, day));
  const compared = (pick: (load: CheckedLoad) => LoadState): Ratio => {
    const known_ = loads.filter((load) => pick(load) !== 'unknown');
    const matching = known_.filter((load) => pick(load) === 'match').length;
    return ratioOf(matching, known_.length, known_.length, loads.length - known_.length);
  };
  const hours = loads.flatMap(({ hoursInside }) => (hoursInside.known ? [hoursInside.value] : []));
  return known({
    loads,
    weights: compared(({ weight }) => weight),
    gates: compared(({ gate }) => gate),
    hoursInside: hours.length > 0 ? known(sumOf(hours) / hours.length) : NOT_ENTERED,
    withoutSlip: due.filter(([number]) => !groups.has(number)).length,
    notes: due.length,
  });
}

const NOT_ENTERED = missing({ reason: 'not-entered' });

const rankOf = ({ weight, gate }: CheckedLoad): number =>
  [weight, gate].some((state) => state === 'over' || state === 'under') ? 0 : 1;

interface DeliveryNote {
  readonly day: number;
  readonly client: number;
  readonly product: string;
  readonly quantities: number[];
}

/** Delivery lines that went out, by the number of their note. */
function deliveryNotes(dataset: Dataset, asOf: Day): ReadonlyMap<string, DeliveryNote> {
  const { columns, rows } = tableOf(dataset, 'deliveries');
  const found = new Map<string, DeliveryNote>();
  for (let row = 0; row < rows; row++) {
    const number = textAt(columns.deliveryNo, row).trim();
    const day = columns.shippedDay?.[row] ?? NO_DAY;
    if (number === '' || day === NO_DAY || day > asOf || columns.cancelled?.[row] === 1) continue;
    const note = found.get(number) ?? {
      day,
      client: columns.client?.[row] ?? NO_CLIENT,
      product: textAt(columns.product, row),
      quantities: [],
    };
    const quantity = columns.shippedQuantity?.[row] ?? NaN;
    if (quantity === quantity) note.quantities.push(quantity);
    found.set(number, note);
  }
  return found;
}

function loadOf(
  dataset: Dataset,
  rows: readonly number[],
  notes: ReadonlyMap<string, DeliveryNote>,
  settings: Settings,
): CheckedLoad {
  const { columns } = tableOf(dataset, 'weighings');
  const deliveryNo = textAt(columns.deliveryNo, rows[0]!).trim();
  const note = notes.get(deliveryNo);
  // A slip and a gate pass of one note may stand on two rows.
  const weighed = rows.filter((row) => isWeighed(dataset, row));
  const passed = rows.filter((row) => isPassed(dataset, row));
  const all = (own: readonly number[], valueOf: (row: number) => number): Outcome<number> => {
    const values = own.map(valueOf);
    return values.length > 0 && values.every((value) => value === value) ? known(sumOf(values)) : NOT_ENTERED;
  };
  const net = all(weighed, (row) => {
    const given = columns.net?.[row] ?? NaN;
    return given === given ? given : (columns.loaded?.[row] ?? NaN) - (columns.empty?.[row] ?? NaN);
  });
  const written = all(weighed, (row) => columns.due?.[row] ?? NaN);
  const noted: Outcome<number> = note && note.quantities.length > 0 ? known(sumOf(note.quantities)) : NOT_ENTERED;
  const due = written.known ? written : noted.known ? known(noted.value * settings['loads.kgPerUnit']) : noted;
  const difference: Outcome<number> =
    net.known && due.known && due.value > 0 ? known((net.value - due.value) / due.value) : NOT_ENTERED;
  const letOut = all(passed, (row) => columns.gateQuantity?.[row] ?? NaN);
  const words = (column: typeof columns.vehicle): string =>
    [...new Set(rows.map((row) => textAt(column, row).trim()).filter((word) => word !== ''))].join(' ');
  const hours = rows
    .map((row) => ((columns.leftAt?.[row] ?? NaN) - (columns.enteredAt?.[row] ?? NaN)) * 24)
    .filter((one) => one >= 0);
  const moments = rows.flatMap((row) =>
    [columns.leftAt?.[row] ?? NaN, columns.enteredAt?.[row] ?? NaN].filter((at) => at === at),
  );
  const client = columns.client?.[rows[0]!] ?? NO_CLIENT;
  return {
    deliveryNo,
    slips: words(columns.slipNo),
    client: client >= 0 ? client : (note?.client ?? NO_CLIENT),
    product: words(columns.product) || (note?.product ?? ''),
    vehicles: words(columns.vehicle),
    day: asDay(moments.length > 0 ? Math.floor(Math.max(...moments)) : note!.day),
    net: quantityOutcome(net),
    due: quantityOutcome(due),
    difference,
    weight: !difference.known ? 'unknown' : stateOf(difference.value, settings['loads.tolerance']),
    letOut: quantityOutcome(letOut),
    noted: quantityOutcome(noted),
    gate: letOut.known && noted.known ? stateOf(quantityOf(letOut.value) - quantityOf(noted.value), 0) : 'unknown',
    hoursInside: hours.length > 0 ? known(sumOf(hours) / hours.length) : NOT_ENTERED,
  };
}

function isWeighed(dataset: Dataset, row: number): boolean {
  const { slipNo, loaded, empty, net } = tableOf(dataset, 'weighings').columns;
  return textAt(slipNo, row) !== '' || [loaded, empty, net].some((column) => !Number.isNaN(column?.[row] ?? NaN));
}

function isPassed(dataset: Dataset, row: number): boolean {
  const { gatePassNo, gateQuantity } = tableOf(dataset, 'weighings').columns;
  return textAt(gatePassNo, row) !== '' || !Number.isNaN(gateQuantity?.[row] ?? NaN);
}

const quantityOutcome = (value: Outcome<number>): Outcome<Quantity> =>
  value.known ? known(quantityOf(value.value)) : value;

/** Rounded, so that 0.005 in binary is not beyond 0.005. */
function stateOf(difference: number, tolerance: number): LoadState {
  const off = Math.round(difference * 1e9) / 1e9;
  return Math.abs(off) <= tolerance ? 'match' : off > 0 ? 'over' : 'under';
}
