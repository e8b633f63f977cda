import type { PlanLogEntry } from '../../core/plan/plan-log';
import { serialOfDay } from '../../workbook/serial-day';
import { anyValue, text, userText } from '../layout/columns';
import { defineReport } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { CELL, PALETTE, TAB } from '../layout/theme';
import { PLAN_HEADERS, PLAN_LOG_HEADERS, PLAN_LOG_TITLE } from '../words/plan-words';

const entriesOf = ({ planLog }: ReportContext): readonly PlanLogEntry[] => planLog;

/** Contacts done on the plan, kept for good: our own log beside her 联络记录, read back as contacts at every refresh. */
export const planLog = defineReport<PlanLogEntry>({
  id: 'planLog',
  sheet: PLAN_LOG_TITLE,
  purpose: {
    zh: '联络计划上完成的联络逐条记下，换月不丢，和您自己的联络记录一起算',
    en: 'Contacts done on the call plan, kept for good and counted beside your own contact log',
  },
  tab: TAB.upkeep,
  needs: [],
  missing: (context) =>
    entriesOf(context).length > 0
      ? undefined
      : context.analysis.settings['plan.logDone']
        ? { zh: '计划上还没有完成的联络', en: 'nothing is done on the plan yet' }
        : { zh: '「参数」里没有打开记入联络记录', en: 'appending done contacts is off (see “Settings”)' },
  orientation: 'landscape',
  freezeHeader: true,
  highlights: ({ analysis }) => [
    analysis.settings['plan.logDone']
      ? {
          zh: '「联络计划」上完成的联络自动记在这里。计划上还在的行，请在计划上改；已离开计划的行原样保留，可以在这里改。',
          en: 'Contacts done on “Call plan” are written here. Correct a row on the plan while it stands there; once it has left the plan, its line stays as it is and may be corrected here.',
        }
      : {
          zh: '自动记入已关闭：已有的各行原样保留，仍算作联络。',
          en: 'Appending is off: the lines that are here stay, and still count as contacts.',
        },
    {
      zh: '与您自己的「联络记录」重复的（同一客户、同一天、同样是拜访或不是）只算一次。',
      en: 'A contact that your own contact log has too (same client, same day, both visits or neither) counts once.',
    },
  ],
  rows: entriesOf,
  keyedBy: 'first',
  columns: [
    anyValue(
      PLAN_LOG_HEADERS.day,
      ({ day, typedDay }, { dateBase }) => (day === undefined ? orNothing(typedDay) : serialOfDay(day, dateBase)),
      { style: CELL.day, minWidth: 12, maxWidth: 12 },
    ),
    text(PLAN_LOG_HEADERS.client, ({ client }) => client, { minWidth: 16, maxWidth: 26 }),
    text(PLAN_LOG_HEADERS.rep, ({ rep }) => rep, { minWidth: 8, maxWidth: 12 }),
    text(PLAN_LOG_HEADERS.method, ({ method }) => method, { minWidth: 9, maxWidth: 16 }),
    text(PLAN_LOG_HEADERS.purpose, ({ purpose }) => purpose, { maxWidth: 32, style: CELL.wrapped }),
    text(PLAN_LOG_HEADERS.result, ({ result }) => result, { minWidth: 20, maxWidth: 36, style: CELL.wrapped }),
    anyValue(
      PLAN_LOG_HEADERS.nextDay,
      ({ nextDay, typedNextDay }, { dateBase }) =>
        nextDay === undefined ? orNothing(typedNextDay) : serialOfDay(nextDay, dateBase),
      { style: CELL.day, minWidth: 12, maxWidth: 12 },
    ),
    text(PLAN_LOG_HEADERS.notes, ({ notes }) => notes, { minWidth: 12, maxWidth: 24, style: CELL.wrapped }),
    userText({ zh: '补充', en: 'Remarks' }, { id: 'remarks', minWidth: 16 }),
    text(PLAN_HEADERS.key, ({ key }) => key, {
      key: true,
      maxWidth: 26,
      style: { ...CELL.text, color: PALETTE.muted },
    }),
  ],
  sources: [],
  settings: ['plan.logDone'],
});

const orNothing = (words: string): string | null => (words === '' ? null : words);
