import { fill } from '../../../i18n/text';
import { known } from '../../model/outcome';
import { ClassByScore, type ClassScheme } from '../client-classes';
import { STAGE_FLAG_LABELS, STAGE_LABELS } from '../../sales/lifecycle';

/** 导入期, 成长期, 成熟期, 衰退期, with the flag 流失, 恢复 or 沉默预警. Source: 003-11. */
export const lifecycle: ClassScheme = {
  id: 'lifecycle',
  feature: '003-11',
  label: { zh: '生命周期', en: 'Life cycle' },
  needs: [],
  classify: (client, ground) => {
    const lifecycle = ground.lifecycles[client]!;
    const { stage, flag } = lifecycle;
    if (!stage.known) return stage;
    const label = STAGE_LABELS[stage.value];
    const value = flag
      ? fill({ zh: '{label}·{flag}', en: '{label}, {flag}' }, { label, flag: STAGE_FLAG_LABELS[flag] })
      : label;
    return known(new ClassByScore(flag ? `${stage.value}.${flag}` : stage.value, value, lifecycle));
  },
};
