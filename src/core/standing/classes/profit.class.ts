import type { ProfitClass } from '../../sales/profit/profit-classes';
import type { Text } from '../../../i18n/text';
import { mapOutcome } from '../../model/outcome';
import type { ClassScheme, ClassValue } from '../client-classes';

const LABELS: Readonly<Record<ProfitClass, Text>> = {
  first: { zh: '头等（关键）', en: 'First-class' },
  promising: { zh: '潜力（合适）', en: 'Promising' },
  regular: { zh: '常规', en: 'Regular' },
};

const classOf = (value: ProfitClass): ClassValue => ({
  code: value,
  value: LABELS[value],
  reason: { zh: '按累计利润占比', en: 'by cumulative share of profit' },
});
const CLASSES: Readonly<Record<ProfitClass, ClassValue>> = {
  first: classOf('first'),
  promising: classOf('promising'),
  regular: classOf('regular'),
};

/** 头等, 潜力, 常规 by profit, where the margin is known. Source: 003-10. */
export const profit: ClassScheme = {
  id: 'profit',
  feature: '003-10',
  label: { zh: '利润分类', en: 'Profit class' },
  needs: ['transactions.profit'],
  classify: (client, ground) => mapOutcome(ground.figures[client]!.profitClass, (value) => CLASSES[value]),
};
