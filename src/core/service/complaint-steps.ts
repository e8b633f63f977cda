import type { Text } from '../../i18n/text';
import { textAt } from '../model/columns';
import { NO_DAY, type Day } from '../model/day';
import type { TableOf } from '../model/tables';
import { isComplaintOpen } from './complaint-counts';

/** The way of a complaint, from the first call to the file. Source: 003-28, 001-27…30. */
export const COMPLAINT_STEPS = [
  'received',
  'replied',
  'forwarded',
  'signed',
  'approved',
  'closed',
  'notified',
  'followedUp',
] as const;
export type ComplaintStep = (typeof COMPLAINT_STEPS)[number];

export const STEP_LABELS: Readonly<Record<ComplaintStep, Text>> = {
  received: { zh: '受理', en: 'Received' },
  replied: { zh: '已回复', en: 'Replied' },
  forwarded: { zh: '已送责任部门', en: 'Sent to the department' },
  signed: { zh: '部门已签注', en: 'Signed by the department' },
  approved: { zh: '已批示', en: 'Approved' },
  closed: { zh: '已结案', en: 'Closed' },
  notified: { zh: '已通知客户', en: 'Client told' },
  followedUp: { zh: '已回访', en: 'Followed up' },
};

/** Who settles it. */
export type Escalation = 'area' | 'head' | 'director';

export const ESCALATION_LABELS: Readonly<Record<Escalation, Text>> = {
  area: { zh: '区域经理', en: 'area manager' },
  head: { zh: '销售部（营销部）经理', en: 'head of sales' },
  director: { zh: '总经理', en: 'general manager' },
};

const SERIOUS = /重|严|大|急|serious|major|high|critical/i;
const WANTS_MONEY = /赔|退货|退款|换货|compens|refund|return|replace/i;
const PAYS = /赔|退款|compens|refund/i;
const NOT_SERIOUS = /不严|不重|非重|not /i;

type Complaints = TableOf<'complaints'>;

/** The furthest step that the row shows by as-of. @example closed yesterday, client not told //=> 'closed' */
export function stepOf(table: Complaints, row: number, asOf: Day): ComplaintStep {
  const { columns } = table;
  const isBy = (moment: number | undefined): boolean => moment !== undefined && moment === moment && moment < asOf + 1;
  const dayBy = (day: number | undefined): boolean => day !== undefined && day !== NO_DAY && day <= asOf;
  const isClosed = !isComplaintOpen(table, row, asOf);
  if (isClosed && textAt(columns.followUp, row) !== '') return 'followedUp';
  if (dayBy(columns.notifiedDay?.[row])) return 'notified';
  if (isClosed) return 'closed';
  if (textAt(columns.approver, row) !== '' || dayBy(columns.approvedDay?.[row])) return 'approved';
  if (isBy(columns.signedByDepartment?.[row])) return 'signed';
  if (isBy(columns.sentToDepartment?.[row])) return 'forwarded';
  return isBy(columns.firstReply?.[row]) ? 'replied' : 'received';
}

/**
 * Whose it is: the area manager settles a minor one on the spot; a serious one, or goods taken back or changed, is the head of sales';
 * whatever costs compensation is decided at the top. Source: 001-27, 001-29, C-21.
 */
export function escalationOf({ columns }: Complaints, row: number): Escalation {
  const demand = textAt(columns.demand, row);
  const solution = textAt(columns.solution, row);
  if ((columns.compensation?.[row] ?? 0) > 0 || PAYS.test(demand) || PAYS.test(solution)) return 'director';
  const severity = textAt(columns.severity, row);
  const isSerious = SERIOUS.test(severity) && !NOT_SERIOUS.test(severity);
  return isSerious || WANTS_MONEY.test(demand) ? 'head' : 'area';
}

/** What a serious complaint must have on its sheet and has not. Source: 001-27. */
export function lackingOf(table: Complaints, row: number): readonly Text[] {
  if (escalationOf(table, row) === 'area') return [];
  const { columns } = table;
  const lacking: Text[] = [];
  if (!((columns.loss?.[row] ?? NaN) >= 0)) lacking.push({ zh: '损失额', en: 'loss' });
  if (textAt(columns.demand, row) === '') lacking.push({ zh: '要求', en: 'demand' });
  if (textAt(columns.problem, row) === '') lacking.push({ zh: '原因', en: 'cause' });
  if (textAt(columns.department, row) === '') lacking.push({ zh: '责任部门', en: 'department' });
  return lacking;
}
