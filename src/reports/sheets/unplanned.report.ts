import { wordNumber } from '../../i18n/wording';
import { fill } from '../../i18n/text';
import { wordSource } from '../words/source-words';
import type { SpilledContact } from '../../core/plan/call-plan';
import { count, label, number, text } from '../layout/columns';
import { defineReport } from '../layout/define-report';
import { CELL, TAB } from '../layout/theme';
import { PLAN_HEADERS, SPILL_WORDS, WAY_WORDS, wordClass } from '../words/plan-words';
import { clientAt, clientColumns } from './parts/client-columns';
import { planMissing, planOf, printMonth } from './call-plan.report';

/** What the month asked for and had no room for, with the reason, the most urgent first. */
export const unplanned = defineReport<SpilledContact>({
  id: 'unplanned',
  sheet: { zh: '未排入', en: 'No room' },
  title: { zh: '联络计划：未排入的联络', en: 'Call plan: contacts without a day' },
  purpose: {
    zh: '本月排不下的和待分配的联络、原因、建议的人',
    en: 'Contacts that found no day or no rep this month, why, and whom we propose',
  },
  tab: TAB.lists,
  needs: [],
  missing: (context) =>
    planMissing(context) ??
    (planOf(context)?.spilled.length === 0 ? { zh: '全部排入，没有剩下的', en: 'everything found a day' } : undefined),
  printPeriod: printMonth,
  orientation: 'landscape',
  freezeHeader: true,
  message: (context) => {
    const spilled = planOf(context)?.spilled ?? [];
    return fill(
      {
        zh: '{n} 次联络这个月没排下，其中最急的（优先级 0–2）{urgent} 次',
        en: '{n} contacts found no day this month, {urgent} of them urgent (priority 0 to 2)',
      },
      { n: wordNumber(spilled.length), urgent: wordNumber(spilled.filter(({ priority }) => priority <= 2).length) },
    );
  },
  highlights: () => [
    {
      zh: '优先级 0 最急、8 最缓。可在「参数」调整频率或每天能力，在「人员」表加人或改能力后刷新。',
      en: 'Priority 0 is the most urgent, 8 the least. Change frequencies or capacities on “Settings”, or people on their sheet, and refresh.',
    },
  ],
  rows: (context) => planOf(context)?.spilled ?? [],
  columns: [
    ...clientColumns<SpilledContact>(({ client }, context) => clientAt(client, context)),
    label(PLAN_HEADERS.level, ({ level, tier }) => wordClass(level, tier)),
    text(PLAN_HEADERS.rep, ({ rep }, context) => planOf(context)?.reps[rep]?.rep.name ?? '', { hideWhenEmpty: true }),
    text(
      { zh: '建议负责人', en: 'Proposed rep' },
      ({ proposal }, context) => planOf(context)?.reps[proposal ?? -1]?.rep.name ?? '',
      { hideWhenEmpty: true },
    ),
    label(PLAN_HEADERS.way, ({ slot }) => WAY_WORDS[slot]),
    text(PLAN_HEADERS.purpose, ({ purpose }) => purpose, { maxWidth: 48, style: CELL.wrapped }),
    count({ zh: '优先级', en: 'Priority' }, ({ priority }) => priority),
    text({ zh: '原因', en: 'Why' }, ({ reason }) => SPILL_WORDS[reason], { maxWidth: 36 }),
    number({ zh: '人天', en: 'Person-days' }, ({ personDays }) => personDays, { total: 'sum' }),
    text(PLAN_HEADERS.source, ({ source }) => wordSource(source), { maxWidth: 18 }),
  ],
  sources: ['clients', 'reps'],
  settings: ['plan.preset', 'plan.callsPerDay', 'plan.visitsPerDay'],
});
