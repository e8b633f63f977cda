import type { Tier } from '../../core/sales/tiers';
import type { Outcome } from '../../core/model/outcome';
import type { ContactStatus } from '../../core/plan/planned-contact';
import type { SpillReason } from '../../core/plan/schedule';
import type { SplitGrade } from '../../core/plan/time-split';
import { LEVEL_LABELS, type AccountLevel } from '../../core/sales/key-accounts';
import { joinTexts, type Text } from '../../i18n/text';
import { TIER_WORDS } from './domain-words';

/**
 * Headers of the plan sheet: written by `call-plan.report.ts`, read back by `read-call-plan.ts`. `preparation` and `talk` stood apart
 * on sheets of before: no column of hers.
 */
export const PLAN_HEADERS = {
  day: { zh: '日期', en: 'Date' },
  weekday: { zh: '星期', en: 'Weekday' },
  rep: { zh: '负责人', en: 'Rep' },
  name: { zh: '客户名称', en: 'Client' },
  level: { zh: '类别', en: 'Class' },
  region: { zh: '地区', en: 'Region' },
  address: { zh: '地址', en: 'Address' },
  contact: { zh: '联系人', en: 'Contact' },
  phone: { zh: '电话', en: 'Phone' },
  way: { zh: '方式', en: 'Way' },
  purpose: { zh: '目的', en: 'Purpose' },
  preparation: { zh: '准备', en: 'To prepare' },
  lastContact: { zh: '上次联络', en: 'Last contact' },
  talk: { zh: '谈话要点', en: 'Talking points' },
  discuss: { zh: '准备与要点', en: 'Prepare and discuss' },
  actualDay: { zh: '实际日期', en: 'Actual date' },
  result: { zh: '结果', en: 'Result' },
  done: { zh: '完成', en: 'Done' },
  movedDay: { zh: '改期', en: 'Moved to' },
  method: { zh: '实际方式', en: 'How' },
  nextDay: { zh: '下次联络', en: 'Next contact' },
  notes: { zh: '备注', en: 'Notes' },
  status: { zh: '状态', en: 'Status' },
  source: { zh: '依据', en: 'Rule' },
  key: { zh: '计划编号', en: 'Plan key' },
} as const satisfies Record<string, Text>;

export const PLAN_LOG_TITLE: Text = { zh: '联络记录（计划）', en: 'Contact log (plan)' };

/** Headers of the log of done contacts: written by `plan-log.report.ts`, read back by `plan-log.ts`. */
export const PLAN_LOG_HEADERS = {
  day: PLAN_HEADERS.day,
  client: PLAN_HEADERS.name,
  rep: PLAN_HEADERS.rep,
  method: PLAN_HEADERS.way,
  purpose: PLAN_HEADERS.purpose,
  result: PLAN_HEADERS.result,
  nextDay: PLAN_HEADERS.nextDay,
  notes: PLAN_HEADERS.notes,
  key: PLAN_HEADERS.key,
} as const satisfies Record<string, Text>;

/** Ids of the person's columns. */
export const PLAN_USER_COLUMNS = ['done', 'actualDay', 'method', 'result', 'nextDay', 'movedDay', 'notes'] as const;

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

/**
 * What may be done for a client: the 21 actions of 000-C9, two ways that have come since, and whatever else.
 * Short enough for a drop-down, which holds 255 characters.
 */
export const CONTACT_METHODS: readonly Text[] = [
  { zh: '打电话', en: 'Phone' },
  { zh: '亲自拜访', en: 'Visit' },
  { zh: '微信', en: 'WeChat' },
  { zh: '邮件', en: 'E-mail' },
  { zh: '送礼物', en: 'Gift' },
  { zh: '寄新知', en: 'Know-how sent' },
  { zh: '开课程', en: 'Course' },
  { zh: '年节贺卡', en: 'Card' },
  { zh: '办活动', en: 'Event' },
  { zh: '客户动态报道', en: 'Client news' },
  { zh: '公司动态报道', en: 'Company news' },
  { zh: '销售人员动态报道', en: 'Rep news' },
  { zh: '解决客户问题', en: 'Problem solved' },
  { zh: '建立客户个人资料库', en: 'Client file' },
  { zh: '行业新签约报道', en: 'Contract news' },
  { zh: '传递客户新品促销信息', en: 'Client launch' },
  { zh: '奖励介绍潜在客户', en: 'Referral reward' },
  { zh: '第三者推荐', en: 'Reference' },
  { zh: '提供行业市场信息', en: 'Market news' },
  { zh: '公司刊物登客户广告', en: 'Client advert' },
  { zh: '介绍生意给客户', en: 'Lead passed on' },
  { zh: '介绍顾问、认证、布线公司', en: 'Adviser named' },
  { zh: '因特网服务客户', en: 'Web service' },
  { zh: '其他', en: 'Other' },
];

export const GRADE_WORDS: Readonly<Record<SplitGrade, Text>> = {
  A: { zh: '商机A', en: 'Opportunities A' },
  B: { zh: '商机B', en: 'Opportunities B' },
  C: { zh: '商机C', en: 'Opportunities C' },
  new: { zh: '开发新客户', en: 'New clients' },
};

export const SPILL_WORDS: Readonly<Record<SpillReason, Text>> = {
  grade: { zh: '该类时间分配已用完', en: 'its share of the time split is used up' },
  days: { zh: '本月人天不够', en: 'no person-days left in the month' },
  slots: { zh: '每天的电话或拜访已排满', en: 'no day with room for it' },
  region: { zh: '有空的日子都在别的地区拜访', en: 'days with room have visits in other regions' },
  unassigned: {
    zh: '没有负责人：请在客户表或商机表填业务员',
    en: 'no rep: enter one on the client or prospect sheet',
  },
  spacing: { zh: '与同一客户的其他联络太近', en: 'too close to other contacts with the client' },
  window: { zh: '该日前后没有空位', en: 'no free slot near its date' },
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
