import { NO_CLIENT, textAt } from '../model/columns';
import { tableOf, type Dataset } from '../model/dataset';
import { asDay, NO_DAY, type Day } from '../model/day';
import { moneyOf, type Money } from '../model/money';
import { known, missing, type Outcome } from '../model/outcome';
import { ratioOf, type Ratio } from '../model/ratio';
import type { Text } from '../../i18n/text';

export type ContractState = 'running' | 'done' | 'late' | 'cancelled' | 'unknown';

export const CONTRACT_STATES: Readonly<Record<ContractState, Text>> = {
  late: { zh: '到期未完成', en: 'Due, not fulfilled' },
  running: { zh: '履行中', en: 'Running' },
  done: { zh: '已完成', en: 'Fulfilled' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  unknown: { zh: '缺金额', en: 'No amounts' },
};

export interface Contract {
  readonly client: number;
  readonly contractNo: string;
  readonly signedDay: Outcome<Day>;
  readonly dueDay: Outcome<Day>;
  /** Until it is due; negative: since. */
  readonly daysLeft: Outcome<number>;
  readonly amount: Outcome<Money>;
  readonly fulfilled: Outcome<Money>;
  readonly rest: Outcome<Money>;
  readonly share: Outcome<number>;
  readonly state: ContractState;
  readonly sheet: string;
  readonly row: number;
}

export interface Contracts {
  /** Due and not fulfilled first, then the soonest due. */
  readonly contracts: readonly Contract[];
  readonly states: readonly {
    readonly state: ContractState;
    readonly contracts: number;
    readonly amount: Money;
    readonly rest: Money;
  }[];
  /** Σ fulfilled / Σ amount of all that are neither cancelled nor without amounts. */
  readonly fulfilment: Ratio;
}

const CANCELLED = /取消|作废|撤销|终止|cancel|void/i;
const ORDER: readonly ContractState[] = ['late', 'running', 'unknown', 'done', 'cancelled'];

/**
 * Contracts: what is due, what is fulfilled, what rests.
 *
 * State: cancelled by its word; done where the amount fulfilled reaches that of the contract; else late where its day has come by as-of, else
 * running; without one of the two amounts unknown. Contracts signed after as-of are not there yet.
 * Unit: money, days.   Source: 001-23, K18. @example 100 of 120 fulfilled, due yesterday //=> late, rest 20
 */
export function followContracts(dataset: Dataset, asOf: Day): Outcome<Contracts> {
  const { columns, rows, origin } = tableOf(dataset, 'contracts');
  if (rows === 0) return missing({ reason: 'no-sheet', sheet: 'contracts' });
  const contracts: Contract[] = [];
  for (let row = 0; row < rows; row++) {
    const signed = columns.signedDay?.[row] ?? NO_DAY;
    if (signed !== NO_DAY && signed > asOf) continue;
    const due = columns.dueDay?.[row] ?? NO_DAY;
    const amount = moneyAt(columns.amount, row);
    const fulfilled = moneyAt(columns.fulfilledAmount, row);
    const both = amount.known && fulfilled.known;
    const isDone = both && fulfilled.value >= amount.value;
    contracts.push({
      client: columns.client?.[row] ?? NO_CLIENT,
      contractNo: textAt(columns.contractNo, row),
      signedDay: dayAt(signed),
      dueDay: dayAt(due),
      daysLeft: due === NO_DAY ? missing({ reason: 'not-entered' }) : known(due - asOf),
      amount,
      fulfilled,
      rest: both ? known(Math.max(0, amount.value - fulfilled.value) as Money) : missing({ reason: 'not-entered' }),
      share: both && amount.value > 0 ? known(fulfilled.value / amount.value) : missing({ reason: 'not-entered' }),
      state: CANCELLED.test(textAt(columns.status, row))
        ? 'cancelled'
        : !both
          ? 'unknown'
          : isDone
            ? 'done'
            : due !== NO_DAY && due <= asOf
              ? 'late'
              : 'running',
      ...origin.placeAt(row, dataset.sheets),
    });
  }
  const dayOf = ({ dueDay }: Contract): number => (dueDay.known ? dueDay.value : Infinity);
  contracts.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || dayOf(a) - dayOf(b) || a.row - b.row);
  const sum = (own: readonly Contract[], of: 'amount' | 'rest' | 'fulfilled'): number =>
    own.reduce((total, one) => total + (one[of].known ? one[of].value : 0), 0);
  const counted = contracts.filter(({ state }) => state !== 'cancelled' && state !== 'unknown');
  return known({
    contracts,
    states: ORDER.map((state) => ({ state, own: contracts.filter((one) => one.state === state) }))
      .filter(({ own }) => own.length > 0)
      .map(({ state, own }) => ({
        state,
        contracts: own.length,
        amount: sum(own, 'amount') as Money,
        rest: sum(own, 'rest') as Money,
      })),
    fulfilment: ratioOf(
      sum(counted, 'fulfilled'),
      sum(counted, 'amount'),
      counted.length,
      contracts.filter(({ state }) => state === 'unknown').length,
    ),
  });
}

function moneyAt(column: Float64Array | undefined, row: number): Outcome<Money> {
  const value = column?.[row] ?? NaN;
  return value === value ? known(moneyOf(value)) : missing({ reason: 'not-entered' });
}

function dayAt(day: number): Outcome<Day> {
  return day === NO_DAY ? missing({ reason: 'not-entered' }) : known(asDay(day));
}
