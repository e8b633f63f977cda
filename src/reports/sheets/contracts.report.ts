import { nameOf } from '../../core/measures/measures';
import { CONTRACT_STATES, type Contract, type Contracts } from '../../core/service/contracts';
import { fill } from '../../i18n/text';
import { wordMoney, wordNumber, wordPercent } from '../../i18n/wording';
import { count, day, label, money, ratio, text, userText } from '../layout/columns';
import { defineReport, defineTable } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { clientAt, clientColumns } from './parts/client-columns';
import { originColumn } from './parts/origin-column';

const figures = ({ analysis }: ReportContext): Contracts | undefined =>
  analysis.contracts.known ? analysis.contracts.value : undefined;
const TONES = [
  { text: CONTRACT_STATES.late, tone: 'bad' },
  { text: CONTRACT_STATES.done, tone: 'good' },
] as const;

const states = defineTable<Contracts['states'][number]>({
  id: 'contractStates',
  heading: { zh: '按状态', en: 'By state' },
  rows: (context) => figures(context)?.states ?? [],
  columns: [
    label({ zh: '状态', en: 'State' }, ({ state }) => CONTRACT_STATES[state], { tones: TONES, span: 2 }),
    count(nameOf('contractsInState'), ({ contracts }) => contracts, { total: 'sum' }),
    money(nameOf('contractAmount'), ({ amount }) => amount, { total: 'sum' }),
    money(nameOf('contractRest'), ({ rest }) => rest, { total: 'sum' }),
  ],
});

/** 001-23: contracts due, fulfilled and resting, one a row. */
export const contracts = defineReport<Contract>({
  id: 'contracts',
  sheet: { zh: '合同跟踪', en: 'Contracts' },
  purpose: {
    zh: '每份合同：到期、已履行、未履行，到期未完成的在前',
    en: 'Each contract: due, fulfilled, rest; those due and not fulfilled first',
  },
  tab: TAB.service,
  needs: [],
  missing: ({ analysis }) => (analysis.contracts.known ? undefined : wordMissing(analysis.contracts.why)),
  orientation: 'landscape',
  paper: 'whole',
  freezeHeader: false,
  keyedBy: 'all',
  message: (context) => {
    const found = figures(context);
    if (!found) return undefined;
    const late = found.states.find(({ state }) => state === 'late');
    return fill(
      {
        zh: '{n} 份合同，合同履行率 {share}；到期未完成 {late} 份，差 {rest}',
        en: '{n} contracts, {share} fulfilled; {late} are due and not fulfilled, {rest} lacking',
      },
      {
        n: wordNumber(found.contracts.length),
        share: found.fulfilment.value.known ? wordPercent(found.fulfilment.value.value) : '—',
        late: wordNumber(late?.contracts ?? 0),
        rest: wordMoney(late?.rest ?? (0 as never)),
      },
    );
  },
  rows: (context) => figures(context)?.contracts ?? [],
  columns: [
    text({ zh: '合同号', en: 'Contract' }, ({ contractNo }) => contractNo, { key: true, maxWidth: 18 }),
    ...clientColumns<Contract>(({ client }, context) => clientAt(client, context)),
    label({ zh: '状态', en: 'State' }, ({ state }) => CONTRACT_STATES[state], { tones: TONES, minWidth: 12 }),
    day({ zh: '签订日期', en: 'Signed' }, ({ signedDay }) => signedDay, { silent: true }),
    day({ zh: '到期日期', en: 'Due' }, ({ dueDay }) => dueDay, { silent: true }),
    count({ zh: '离到期天数', en: 'Days left' }, ({ daysLeft }) => daysLeft, { silent: true }),
    money(nameOf('contractAmount'), ({ amount }) => amount, { total: 'sum' }),
    money(nameOf('contractFulfilled'), ({ fulfilled }) => fulfilled, { total: 'sum' }),
    money(nameOf('contractRest'), ({ rest }) => rest, { total: 'sum' }),
    ratio({ zh: '履行率', en: 'Share fulfilled' }, ({ share }) => share, { silent: true }),
    userText({ zh: '跟进', en: 'Follow-up' }, { id: 'notes', minWidth: 12 }),
    originColumn<Contract>(),
  ],
  tables: [states],
  sources: ['contracts'],
  settings: [],
});
