import type { KeptRow, KeptWork } from '../../../../src/core/plan/kept-work';
import { day } from '../../../support/dataset-builder';

/** A row of the old plan sheet, planned for a day, with nothing typed on it. */
export function aKeptRow(key: string, plannedDay: string | undefined, rest: Partial<KeptRow> = {}): KeptRow {
  return {
    key,
    plannedDay: plannedDay === undefined ? undefined : day(plannedDay),
    movedDay: undefined,
    actualDay: undefined,
    isDone: false,
    result: '',
    method: '',
    nextDay: undefined,
    notes: '',
    hasWork: false,
    wasMissed: false,
    shown: { rep: '', name: '', purpose: '谈价', way: '电话', level: '' },
    ...rest,
  };
}

export const keptOf = (...rows: readonly KeptRow[]): KeptWork => new Map(rows.map((row) => [row.key, row]));
