import type { Text } from '../../i18n/text';
import type { MeasureRef } from '../measures/measures';
import type { Day } from '../model/day';
import type { Money } from '../model/money';
import type { Outcome } from '../model/outcome';

export type AlertKind =
  | 'orderOverdue'
  | 'drop'
  | 'noSecondOrder'
  | 'limitExceeded'
  | 'overdueMoney'
  | 'openComplaint'
  | 'complaintSpike'
  | 'indicatorSpike'
  | 'concentration'
  | 'fileDue'
  | 'importantDay';

/** `bad`: act today; `watch`: keep an eye on it; `notice`: good to know. */
export type AlertSeverity = 'bad' | 'watch' | 'notice';

export const ALERT_LABELS: Readonly<Record<AlertKind, Text>> = {
  orderOverdue: { zh: '该下单未下单', en: 'Order overdue' },
  drop: { zh: '成交下降', en: 'Drop in sales' },
  noSecondOrder: { zh: '新客户无第二单', en: 'No second order' },
  limitExceeded: { zh: '超信用额度', en: 'Credit limit exceeded' },
  overdueMoney: { zh: '货款逾期', en: 'Overdue invoices' },
  openComplaint: { zh: '重点客户投诉未结', en: 'Open complaint of a key client' },
  complaintSpike: { zh: '投诉突增', en: 'Complaint spike' },
  indicatorSpike: { zh: '指标突变', en: 'Indicator worsened' },
  concentration: { zh: '客户集中', en: 'Concentration' },
  fileDue: { zh: '资料更新到期', en: 'Client file due' },
  importantDay: { zh: '重要日期', en: 'Important date' },
};

export interface Alert {
  readonly kind: AlertKind;
  readonly severity: AlertSeverity;
  /** Index of the client, −1 where it is of the whole book. */
  readonly client: number;
  readonly text: Text;
  /** The figure that it shows; absent where it shows no more than a day. */
  readonly measure?: MeasureRef;
  /** What to do about it, with its figure, in a few characters: a purpose of the call plan. Absent: nobody has to be called. */
  readonly ask?: Text;
  /** The money at risk by this alone: overdue, above the limit, the orders that did not come, what sales fell by. */
  readonly amount: Outcome<Money>;
  readonly day: Outcome<Day>;
}

/** All alerts of one client together. */
export interface AlertRow {
  /** −1: of the whole book, alerts of one kind. */
  readonly client: number;
  /** Of the loudest. */
  readonly severity: AlertSeverity;
  /** Most money at risk first. */
  readonly alerts: readonly Alert[];
  /** Missing: none of them puts money at risk. */
  readonly atRisk: Outcome<Money>;
}
