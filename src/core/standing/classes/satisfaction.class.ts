import { mapOutcome } from '../../model/outcome';
import { ClassByScore, type ClassScheme } from '../client-classes';
import { SATISFACTION_CLASS_LABELS } from '../../service/satisfaction-class';

/** 忠诚, 一般, 抱怨, 流失. Source: 004-12. */
export const satisfaction: ClassScheme = {
  id: 'satisfaction',
  feature: '004-12',
  label: { zh: '满意度分类', en: 'Satisfaction class' },
  needs: [],
  classify: (client, ground) =>
    mapOutcome(
      ground.satisfaction[client]!,
      (result) => new ClassByScore(result.satisfaction, SATISFACTION_CLASS_LABELS[result.satisfaction], result),
    ),
};
