import { fill, type Text } from '../../i18n/text';
import { WEEKDAY_WORDS } from '../../i18n/weekdays';
import { workCalendarOf } from '../calendar/work-calendar';
import { asDay, isoOf, weekdayOf } from '../model/day';
import { firstContacts } from '../plan/first-contacts';
import type { FindingGround } from './finding';

const WAYS: Readonly<Record<'call' | 'visit' | 'none', Text>> = {
  call: { zh: '电话', en: 'calls' },
  visit: { zh: '拜访', en: 'visits' },
  none: { zh: '联络', en: 'contacts them' },
};

/** The same where nobody is named. */
const ASKED: typeof WAYS = {
  call: { zh: '电话', en: 'Call' },
  visit: { zh: '拜访', en: 'Visit' },
  none: { zh: '联络', en: 'Contact them' },
};

/** Days in which there is a working day in every country. */
const LONGEST_BREAK = 31;

/**
 * Who contacts a client next and when: by the call plan, else on the first working day after the as-of day.
 *
 * @example 赵启明 10-09（周五）电话：催收逾期
 */
export function nextStepFor(client: number, ask: Text, { analysis, dataset, callPlan }: FindingGround): Text {
  const next = callPlan && firstContacts(callPlan, analysis.asOf).get(client);
  const owner = nameOfRep(analysis.clients[client]?.rep ?? '');
  if (!next) {
    if (owner === '') return fill({ zh: '尚未指定业务员：{ask}', en: 'No sales rep yet: {ask}' }, { ask });
    const day = workCalendarOf(dataset, analysis.settings).workingDays(
      asDay(analysis.asOf + 1),
      asDay(analysis.asOf + LONGEST_BREAK),
    )[0];
    if (day === undefined) return fill({ zh: '{who} 尽快联络：{ask}', en: '{who}, soon: {ask}' }, { who: owner, ask });
    return fill(
      callPlan
        ? {
            zh: '{who} {day}（{weekday}）联络，计划里没有排到：{ask}',
            en: '{who} contacts them on {day} ({weekday}), not on the plan yet: {ask}',
          }
        : { zh: '{who} {day}（{weekday}）联络：{ask}', en: '{who} contacts them on {day} ({weekday}): {ask}' },
      { who: owner, day: isoOf(day).slice(5), weekday: WEEKDAY_WORDS[weekdayOf(day)]!, ask },
    );
  }
  const { day } = next;
  const planned = callPlan?.reps[next.rep]?.rep.name ?? '';
  const who = planned === '' ? owner : nameOfRep(planned);
  return fill(
    { zh: '{who}{day}（{weekday}）{way}：{ask}', en: '{who}{way} on {day} ({weekday}): {ask}' },
    {
      who: who === '' ? '' : { zh: `${who.zh} `, en: `${who.en} ` },
      day: isoOf(day).slice(5),
      weekday: WEEKDAY_WORDS[weekdayOf(day)]!,
      way: (who === '' ? ASKED : WAYS)[next.slot],
      ask,
    },
  );
}

/** A rep who is only a number is said to be one. */
const nameOfRep = (name: string): Text | '' =>
  name === '' ? '' : /^\d+$/.test(name) ? { zh: `业务员${name}`, en: `Rep ${name}` } : { zh: name, en: name };
