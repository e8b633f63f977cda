import { fill } from '../../i18n/text';
import { wordNumber, wordPercent } from '../../i18n/wording';
import { sayOf } from '../measures/measures';
import { missing } from '../model/outcome';
import type { FindingDefinition } from './finding';

/** Fewer unusable rows are a matter for 数据检查 alone. */
const LEAST_SHARE = 0.02;

/** A sheet of which many rows could not be used: every other figure stands on the rest. Comes last. */
export const unreadRows: FindingDefinition = {
  kind: 'unreadRows',
  find: ({ analysis: { accounts } }) => {
    const worst = accounts
      .filter(({ read, rejected }) => read > 0 && rejected / read >= LEAST_SHARE)
      .reduce<(typeof accounts)[number] | undefined>(
        (best, one) => (!best || one.rejected > best.rejected ? one : best),
        undefined,
      );
    if (!worst) return [];
    return [
      {
        kind: 'unreadRows',
        subject: 'data',
        clients: [],
        severity: 'watch',
        measure: 'unusableRows',
        text: fill(
          {
            zh: '「{sheet}」{read} 行里有 {n} 行（{share}）{unusable}，没有计入上面的数。',
            en: '{n} of the {read} rows on “{sheet}” ({share}) {unusable} and are not included in these figures.',
          },
          {
            unusable: sayOf('unusableRows'),
            sheet: worst.sheet,
            read: wordNumber(worst.read),
            n: wordNumber(worst.rejected),
            share: wordPercent(worst.rejected / worst.read),
          },
        ),
        next: { zh: '按「数据检查」改好后刷新', en: 'Correct them with the help of “Data check” and refresh' },
        stake: missing({ reason: 'nothing-due' }),
      },
    ];
  },
};
