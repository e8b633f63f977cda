import { fill } from '../../i18n/text';
import { wordPercent } from '../../i18n/wording';
import { sayOf } from '../measures/measures';
import { missing } from '../model/outcome';
import type { FindingDefinition } from './finding';

/** The largest client or the five largest hold more than the notice limits. Money at stake: none is said, it comes last. */
export const concentration: FindingDefinition = {
  kind: 'concentration',
  find: ({ analysis: { concentration: figures, settings } }) => {
    if (!figures.known || (!figures.value.isCr1High && !figures.value.isCr5High)) return [];
    const { cr1, cr5, isCr1High } = figures.value;
    const measure = isCr1High ? 'largestShare' : 'fiveLargestShare';
    const say = isCr1High
      ? {
          zh: '{name} {share}，超过提醒线 {limit}：它一走，销售就少这么多。',
          en: 'The {name} {share} of net sales, above the alert threshold of {limit}: losing it would cost that much.',
        }
      : {
          zh: '{name} {share}，超过提醒线 {limit}。',
          en: 'The {name} {share} of net sales, above the alert threshold of {limit}.',
        };
    return [
      {
        kind: 'concentration',
        subject: 'concentration',
        clients: [],
        severity: 'watch',
        measure,
        text: fill(say, {
          name: sayOf(measure),
          share: wordPercent(isCr1High ? cr1 : cr5),
          limit: wordPercent(settings[isCr1High ? 'concentration.cr1' : 'concentration.cr5'], 0),
        }),
        next: undefined,
        stake: missing({ reason: 'nothing-due' }),
      },
    ];
  },
};
