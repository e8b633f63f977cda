import { fill, verbatim, type Text } from '../../i18n/text';
import { dayOfIso, isoOf } from '../model/day';
import { parseSince, targetDay } from './since-choice';
import { isOfSameLength } from './same-length';
import { isSameStand, type Snapshot, type Stand } from './snapshot';

/** The snapshot to compare with, and what should be said of the choice. */
export interface ChosenSnapshot {
  readonly snapshot?: Snapshot;
  readonly remarks: readonly Text[];
}

/**
 * Which snapshot of the history the changes are told against.
 *
 * Last refresh: the latest of another as-of day or period, so that a correction of the same day goes on comparing with what it
 * compared with before. Otherwise the latest as of the day wanted or before; of several of that day one whose period is as long as
 * this one's, then the newest. Nothing that old: the oldest, and that is said.
 *
 * @example of 2026-05-31, 06-30 and 07-15, as of 07-31: last month end //=> 06-30; '2026-06-15' //=> 05-31
 */
export function chooseSnapshot(history: readonly Snapshot[], wanted: string, now: Stand): ChosenSnapshot {
  const others = history.filter((one) => !isSameStand(one, now));
  const choice = parseSince(wanted);
  const remarks: Text[] = choice
    ? []
    : [
        fill(
          {
            zh: '参数「对比的日期」里的「{wanted}」认不出，按上次刷新对比。',
            en: 'The setting “compare with” says “{wanted}”, which is no day of the list: compared with the last refresh.',
          },
          { wanted },
        ),
      ];
  const today = dayOfIso(now.asOf);
  const target = choice && today !== undefined ? targetDay(choice, today) : undefined;
  const snapshot = target === undefined ? newestOf(others) : asOfDay(others, isoOf(target), now, remarks);
  if (snapshot && !isOfSameLength(snapshot, now))
    remarks.push({
      zh: '两次的期间长短不同，金额和订单不能直接比较。',
      en: 'The two periods are not equally long: amounts and orders cannot be compared directly.',
    });
  return { ...(snapshot && { snapshot }), remarks };
}

const newestOf = (snapshots: readonly Snapshot[]): Snapshot | undefined =>
  [...snapshots].sort((a, b) => a.number - b.number).at(-1);

function asOfDay(others: readonly Snapshot[], target: string, now: Stand, remarks: Text[]): Snapshot | undefined {
  const before = others.filter(({ asOf }) => asOf <= target);
  const isOldEnough = before.length > 0;
  const pool = isOldEnough ? before : others;
  if (pool.length === 0) return undefined;
  const days = pool.map(({ asOf }) => asOf).sort();
  const day = isOldEnough ? days.at(-1)! : days[0]!;
  if (!isOldEnough)
    remarks.push(
      fill(
        {
          zh: '没有 {target} 或更早的快照，按最早的一次（{day}）对比。',
          en: 'There is no snapshot of {target} or before: compared with the oldest, of {day}.',
        },
        { target: verbatim(target), day: verbatim(day) },
      ),
    );
  else if (day !== target)
    remarks.push(
      fill(
        {
          zh: '要的是 {target}，之前最近的快照是 {day}。',
          en: 'Wanted was {target}; the last snapshot before it is of {day}.',
        },
        { target: verbatim(target), day: verbatim(day) },
      ),
    );
  const ofDay = pool.filter(({ asOf }) => asOf === day);
  return newestOf(ofDay.filter((one) => isOfSameLength(one, now))) ?? newestOf(ofDay);
}
