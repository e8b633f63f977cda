import { PIPELINE_GRADE_LABELS } from '../../prospects/pipeline';
import type { ClassScheme } from '../client-classes';
import { classed } from './field-value';

const TRADED = classed('traded', { zh: '已交易', en: 'Traded' }, { zh: '有成交', en: 'has a deal' });

/**
 * 已交易, 可能交易, 潜在: a deal; else a target prospect, an opportunity of grade A or B, or an open quotation; else potential.
 * Source: 003-14, C-09.
 */
export const practice: ClassScheme = {
  id: 'practice',
  feature: '003-14',
  label: { zh: '交易状态', en: 'Traded or not' },
  needs: [],
  classify: (client, ground) => {
    if (ground.firstDeals[client]!.known) return TRADED;
    const likely = { zh: '可能交易', en: 'Likely' };
    const account = ground.accounts[client]!;
    if (account.level === 'target') return classed('likely', likely, account.reason);
    if (ground.pipeline.known) {
      const { gradeOfClient, quotedClients } = ground.pipeline.value;
      const grade = gradeOfClient.get(client);
      if (grade === 'A' || grade === 'B') return classed('likely', likely, PIPELINE_GRADE_LABELS[grade]);
      if (quotedClients.has(client)) {
        return classed('likely', likely, { zh: '已报价未结', en: 'an open quotation' });
      }
    }
    return classed('potential', { zh: '潜在', en: 'Potential' }, account.reason);
  },
};
