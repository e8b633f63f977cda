import type { Text } from '../../../i18n/text';
import type { CreditGrade } from '../../credit/credit-gates';
import { known } from '../../model/outcome';
import { ClassByScore, type ClassScheme } from '../client-classes';

const LABELS: Readonly<Record<CreditGrade, Text>> = {
  A: { zh: '信用A', en: 'Credit A' },
  B: { zh: '信用B', en: 'Credit B' },
  C: { zh: '信用C', en: 'Credit C' },
  D: { zh: '信用D', en: 'Credit D' },
  E: { zh: '信用E', en: 'Credit E' },
};

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
    return known(new ClassByScore(grade.value, LABELS[grade.value], card));
  },
};
