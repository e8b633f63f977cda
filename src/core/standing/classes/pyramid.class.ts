import type { PyramidLevel } from '../../sales/pyramid';
import { type Text, fill } from '../../../i18n/text';
import { mapOutcome } from '../../model/outcome';
import { ClassWordedLater, type ClassScheme } from '../client-classes';

const LABELS: Readonly<Record<PyramidLevel, Text>> = {
  top: { zh: '重要客户', en: 'Top' },
  second: { zh: '次要客户', en: 'Second' },
  ordinary: { zh: '普通客户', en: 'Ordinary' },
  small: { zh: '小客户', en: 'Small' },
};

/** 重要, 次要, 普通, 小 by rank. Source: 004-8. */
export const pyramid: ClassScheme = {
  id: 'pyramid',
  feature: '004-8',
  label: { zh: '金字塔', en: 'Pyramid' },
  needs: ['transactions.amount'],
  classify: (client, ground) => {
    const { pyramid: level, rank } = ground.figures[client]!;
    const words = (): Text =>
      rank.known
        ? fill({ zh: '净额第 {rank} 名', en: 'rank {rank} by net amount' }, { rank: rank.value })
        : { zh: '按净额排名', en: 'by rank of net amount' };
    return mapOutcome(level, (value) => new ClassWordedLater(value, LABELS[value], words));
  },
};
