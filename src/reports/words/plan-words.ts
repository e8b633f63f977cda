import type { Tier } from '../../core/analysis';
import type { Outcome } from '../../core/model/outcome';
import type { ContactStatus } from '../../core/plan/call-plan';
import type { SpillReason } from '../../core/plan/schedule';
import type { SplitGrade } from '../../core/plan/time-split';
import { LEVEL_LABELS, type AccountLevel } from '../../core/scores/key-accounts';
import { joinTexts, type Text } from '../../i18n/text';
import { TIER_WORDS } from './domain-words';

/** Headers of the plan sheet: written by `call-plan.report.ts`, read back by `read-call-plan.ts`. */
export const PLAN_HEADERS = {
  day: { zh: '日期', en: 'Date' },
  weekday: { zh: '星期', en: 'Weekday' },
  rep: { zh: '负责人', en: 'Rep' },
  name: { zh: '客户名称', en: 'Client' },
  level: { zh: '类别', en: 'Class' },
  contact: { zh: '联系人', en: 'Contact' },
  phone: { zh: '电话', en: 'Phone' },
  way: { zh: '方式', en: 'Way' },
  purpose: { zh: '目的', en: 'Purpose' },
  preparation: { zh: '准备', en: 'To prepare' },
  lastContact: { zh: '上次联络', en: 'Last contact' },
  talk: { zh: '谈话要点', en: 'Talking points' },
  actualDay: { zh: '实际日期', en: 'Actual date' },
  result: { zh: '结果', en: 'Result' },
  done: { zh: '完成', en: 'Done' },
  movedDay: { zh: '改期', en: 'Moved to' },
  notes: { zh: '备注', en: 'Notes' },
  status: { zh: '状态', en: 'Status' },
  source: { zh: '依据', en: 'Rule' },
  key: { zh: '计划编号', en: 'Plan key' },
} as const satisfies Record<string, Text>;

/** Ids of the person's columns. */
export const PLAN_USER_COLUMNS = ['actualDay', 'result', 'done', 'movedDay', 'notes'] as const;

export const PLAN_TITLE: Text = { zh: '联络计划', en: 'Call plan' };

/** No word here may be a heading of the engine's: `keep.ts` would take the row for the table's end. */
export const STATUS_OF_CONTACT: Readonly<Record<ContactStatus, Text>> = {
  planned: { zh: '待办', en: 'To do' },
  missed: { zh: '逾期改排', en: 'Missed, replanned' },
  moved: { zh: '已改期', en: 'Moved' },
  done: { zh: '完成', en: 'Done' },
  logged: { zh: '已有联络记录', en: 'In the contact log' },
  cancelled: { zh: '不再需要·保留', en: 'No longer due, kept' },
  carried: { zh: '上月未完成·已转入', en: 'Left from last month' },
  earlier: { zh: '以前月份·保留', en: 'Earlier month, kept' },
};

export const WAY_WORDS: Readonly<Record<'call' | 'visit' | 'none', Text>> = {
  call: { zh: '电话', en: 'Phone' },
  visit: { zh: '拜访', en: 'Visit' },
  none: { zh: '寄卡', en: 'Card' },
};

export const WEEKDAY_WORDS: readonly Text[] = [
  { zh: '周一', en: 'Mon' },
  { zh: '周二', en: 'Tue' },
  { zh: '周三', en: 'Wed' },
  { zh: '周四', en: 'Thu' },
  { zh: '周五', en: 'Fri' },
  { zh: '周六', en: 'Sat' },
  { zh: '周日', en: 'Sun' },
];

export const GRADE_WORDS: Readonly<Record<SplitGrade, Text>> = {
  A: { zh: '商机A', en: 'Opportunities A' },
  B: { zh: '商机B', en: 'Opportunities B' },
  C: { zh: '商机C', en: 'Opportunities C' },
  new: { zh: '开发新客户', en: 'New clients' },
};

export const SPILL_WORDS: Readonly<Record<SpillReason, Text>> = {
  grade: { zh: '该类时间分配已用完', en: 'its part of the time split is used up' },
  days: { zh: '本月人天不够', en: 'no person-days left in the month' },
  slots: { zh: '每天的电话或拜访已排满', en: 'no day with room for it' },
  spacing: { zh: '与同一客户的其他联络太近', en: 'too near to other contacts of the client' },
  window: { zh: '该日前后没有空位', en: 'no room around its day' },
  away: { zh: '本月没有剩余工作日', en: 'no working day left in the month' },
};

export const REP_BLANK: Text = { zh: '未分配', en: 'Not assigned' };

/** @example wordClass('key', known(1)) //=> 重点 · Ⅰ类 */
export function wordClass(level: AccountLevel | undefined, tier: Outcome<Tier> | undefined): Text {
  const parts: Text[] = [];
  if (level) parts.push(LEVEL_LABELS[level]);
  if (tier?.known) parts.push(TIER_WORDS[tier.value]);
  return joinTexts(parts, { zh: ' · ', en: ' · ' });
}

export const repName = (name: string): string | Text => (name === '' ? REP_BLANK : name);
