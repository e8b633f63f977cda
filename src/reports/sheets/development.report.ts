import {
  DEVELOPMENT_RULES,
  type DevelopmentCandidate,
  type DevelopmentRule,
} from '../../core/standing/development-list';
import { mapOutcome } from '../../core/model/outcome';
import { fill, type Text } from '../../i18n/text';
import { wordNumber, wordPercent } from '../../i18n/wording';
import { count, day, label, ratio, userDay, userText, wrapped } from '../layout/columns';
import { defineReport } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { clientAt, clientColumns } from './parts/client-columns';

const RULES: Readonly<Record<DevelopmentRule, Text>> = {
  fit: { zh: '适合', en: 'Fits' },
  numerous: { zh: '集中、带宣传', en: 'Numerous, visible' },
  active: { zh: '活跃', en: 'Active' },
  documented: { zh: '资料全', en: 'Documented' },
};
const YES: Text = { zh: '√', en: '√' };
const NO: Text = { zh: '×', en: '×' };
const TONES = [{ text: YES, tone: 'good' }] as const;

const candidates = ({ analysis: { development } }: ReportContext): readonly DevelopmentCandidate[] =>
  development.known ? development.value : [];

/** 004-5: clients without a deal by the four rules of whom to win first. */
export const development = defineReport<DevelopmentCandidate>({
  id: 'development',
  sheet: { zh: '重点开发名单', en: 'Whom to win first' },
  purpose: {
    zh: '还没成交的客户按四条原则排先后：适合、集中带宣传、活跃、资料全',
    en: 'Clients without a deal by four rules: fit, numerous and visible, active, well documented',
  },
  tab: TAB.clients,
  needs: [],
  isOfClients: true,
  missing: ({ analysis }) => (analysis.development.known ? undefined : wordMissing(analysis.development.why)),
  orientation: 'landscape',
  paper: 'whole',
  freezeHeader: true,
  keyedBy: 'first',
  message: (context) => {
    const all = candidates(context);
    return fill(
      {
        zh: '没成交的 {n} 家，四条全占的 {four} 家，三条的 {three} 家',
        en: '{n} clients without a deal: {four} meet all four rules, {three} meet three',
      },
      {
        n: wordNumber(all.length),
        four: wordNumber(all.filter(({ score }) => score === 4).length),
        three: wordNumber(all.filter(({ score }) => score === 3).length),
      },
    );
  },
  highlights: ({ analysis: { settings } }) => [
    fill(
      {
        zh: '适合：同行业（没有行业的按经营类型）成交率不低于全部；集中：所在地区客户数不少于各地区平均，或介绍过客户；活跃：{months} 个月内有联络、有意向或有未结商机；资料全：必填完整度 {share} 以上。没有资料的一条为 —，不得分。',
        en: 'Fits: at least as large a share of its industry (else kind of business) bought as of all; numerous: its region has at least the mean number of clients, or it brought one; active: in contact within {months} months, intends to order or has an open opportunity; documented: {share} of the required fields. A rule without data is — and gives no point.',
      },
      {
        months: wordNumber(settings['development.activeMonths']),
        share: wordPercent(settings['development.completeness'], 0),
      },
    ),
  ],
  rows: candidates,
  whenEmpty: { zh: '客户表里的客户都成交过。', en: 'Every client of the client sheet has bought.' },
  columns: [
    ...clientColumns<DevelopmentCandidate>(({ client }, context) => clientAt(client, context)),
    count({ zh: '得分（4 条）', en: 'Rules met, of 4' }, ({ score }) => score, { minWidth: 9 }),
    ...DEVELOPMENT_RULES.map((rule) =>
      label<DevelopmentCandidate>(RULES[rule], ({ rules }) => mapOutcome(rules[rule], (holds) => (holds ? YES : NO)), {
        id: rule,
        tones: TONES,
        minWidth: 9,
        silent: true,
        style: { align: 'center' },
      }),
    ),
    ratio({ zh: '资料完整度', en: 'File complete' }, ({ completeness }) => completeness),
    count({ zh: '拜访次数', en: 'Visits' }, ({ visits }) => visits),
    day({ zh: '上次联络', en: 'Last contact' }, ({ lastContact }) => lastContact, { silent: true }),
    wrapped({ zh: '为什么', en: 'Why' }, ({ reason }) => reason, { minWidth: 34, maxWidth: 48 }),
    userDay({ zh: '开发计划日', en: 'To be won by' }, { id: 'planDay' }),
    userText({ zh: '开发办法', en: 'How' }, { id: 'how' }),
  ],
  sources: ['clients', 'contacts', 'prospects'],
  settings: ['development.activeMonths', 'development.completeness'],
});
