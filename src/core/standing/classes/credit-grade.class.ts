import { fill } from '../../../i18n/text';
import { known } from '../../model/outcome';
import { ClassByScore, type ClassScheme } from '../client-classes';

/** 信用A … 信用E; thin data has none. Source: 004-10, definitions §6.2. */
export const creditGrade: ClassScheme = {
  id: 'creditGrade',
  feature: '004-10',
  label: { zh: '信用等级', en: 'Credit grade' },
  needs: ['invoices.dueDay'],
  classify: (client, ground) => {
    if (!ground.credit.known) return ground.credit;
    const { card } = ground.credit.value.clients[client]!;
    const { grade } = card;
    if (!grade.known) return grade;
    const value = fill({ zh: '信用{grade}', en: 'Credit {grade}' }, { grade: grade.value });
    return known(new ClassByScore(grade.value, value, card));
  },
};
