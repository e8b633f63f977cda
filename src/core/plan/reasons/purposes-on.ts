import type { Day } from '../../model/day';
import { BEHIND_ALL, type Purpose } from './purposes';

/**
 * The purposes of a contact as they stand on its day: what is over says so, what only fills a line gives way to any other, and an
 * opportunity whose amount and day are the first purpose is not named again.
 *
 * @example order due on the 13th, contact on the 21st //=> 10-13该下单（15天一单），核实
 */
export function purposesOn(purposes: readonly Purpose[], day: Day): readonly Purpose[] {
  const isNamed = purposes.some(({ kind }) => kind === 'intention');
  const said = purposes.filter(({ kind }) => !(isNamed && kind === 'opportunity'));
  // A file to check and a day agreed on long ago are not what a contact is for.
  const isReason = ({ isFiller, kind, rank }: Purpose): boolean => !isFiller && kind !== 'archive' && rank < BEHIND_ALL;
  return (said.some(isReason) ? said.filter(({ isFiller }) => !isFiller) : said).map((purpose) =>
    purpose.passed && day > purpose.passed.day ? { ...purpose, text: purpose.passed.text } : purpose,
  );
}
