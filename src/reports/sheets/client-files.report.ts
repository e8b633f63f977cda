import type { ClientFile, ClientFiles } from '../../core/files/archive';
import { nameOf } from '../../core/measures/measures';
import { LEVEL_LABELS } from '../../core/sales/key-accounts';
import type { ImportantDay } from '../../core/files/important-days';
import type { PurgeReason, PurgeSuggestion } from '../../core/files/purge';
import { known, mapOutcome, missing, type Outcome } from '../../core/model/outcome';
import { fill, joinTexts, type Text } from '../../i18n/text';
import { wordNumber, wordPercent } from '../../i18n/wording';
import { count, day, label, ratio, text, userText, wrapped, type ToneRule } from '../layout/columns';
import { defineReport, defineTable } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { clientAt, clientColumns } from './parts/client-columns';

const figures = ({ analysis }: ReportContext): ClientFiles | undefined =>
  analysis.clientFiles.known ? analysis.clientFiles.value : undefined;

const DUE: Text = { zh: '▲ 该更新', en: '▲ Due' };
const FRESH: Text = { zh: '● 有效', en: '● Up to date' };
const LATE: Text = { zh: '■ 超期未核实', en: '■ Not verified in time' };
const NO_FILE: Text = { zh: '不在客户表', en: 'not on the sheet' };
const DUE_TONES: readonly ToneRule[] = [
  { text: DUE, tone: 'watch' },
  { text: FRESH, tone: 'good' },
  { text: LATE, tone: 'bad' },
];
const LIST: Text = { zh: '、', en: ', ' };

const levelOf = (client: number, { analysis }: ReportContext): Outcome<Text> => {
  const account = analysis.keyAccounts.known ? analysis.keyAccounts.value.clients[client] : undefined;
  return account ? known(LEVEL_LABELS[account.level]) : missing({ reason: 'no-rows' });
};

const gradeOf = (client: number, { analysis }: ReportContext): Outcome<Text> => {
  if (!analysis.credit.known) return analysis.credit;
  return mapOutcome(analysis.credit.value.clients[client]!.card.grade, (grade) => ({
    zh: `信用${grade}`,
    en: `Credit ${grade}`,
  }));
};

/** 基本 90%、信用 67% …: the groups of 003-1 that lack something, in one cell. */
const wordGroups = ({ groups }: ClientFile): Text => {
  const lacking = groups.filter(({ share }) => share < 1);
  if (lacking.length === 0) return { zh: '齐全', en: 'complete' };
  return joinTexts(
    lacking.map(({ label: name, share }) =>
      fill({ zh: '{name} {share}', en: '{name} {share}' }, { name, share: wordPercent(share, 0) }),
    ),
    LIST,
  );
};

const importantDays = defineTable<ImportantDay>({
  id: 'importantDays',
  heading: { zh: '近期重要日期', en: 'Important dates ahead' },
  missing: ({ analysis }) => (analysis.importantDays.known ? undefined : wordMissing(analysis.importantDays.why)),
  note: ({ analysis }) =>
    analysis.importantDays.known && analysis.importantDays.value.unreadable > 0
      ? fill(
          { zh: '有 {n} 个日期认不出，没有列入。', en: 'Cells that could not be read as a day: {n}.' },
          { n: analysis.importantDays.value.unreadable },
        )
      : undefined,
  rows: ({ analysis }) => (analysis.importantDays.known ? analysis.importantDays.value.days : []),
  whenEmpty: { zh: '近期没有。', en: 'None ahead.' },
  columns: [
    ...clientColumns<ImportantDay>(({ client }, context) => clientAt(client, context)),
    text({ zh: '事项', en: 'Event' }, ({ event }) => event),
    day({ zh: '日期', en: 'Day' }, (row) => row.day),
    count({ zh: '还有几天', en: 'Days ahead' }, ({ daysAhead }) => daysAhead),
    label({ zh: '历法', en: 'Calendar' }, ({ isLunar }) =>
      isLunar ? { zh: '农历', en: 'lunar' } : { zh: '公历', en: 'solar' },
    ),
  ],
});

const PURGE_WORDS: Readonly<Record<PurgeReason, Text>> = {
  idle: { zh: '长期无往来', en: 'Long inactive' },
  phone: { zh: '电话有误', en: 'Phone' },
  email: { zh: '邮箱有误', en: 'E-mail' },
};

const purges = defineTable<PurgeSuggestion>({
  id: 'purges',
  heading: { zh: '资料清理建议（只建议，不删除）', en: 'Suggested clean-up (nothing is deleted)' },
  rows: (context) => figures(context)?.purges ?? [],
  hasFilter: true,
  whenEmpty: { zh: '没有建议。', en: 'No suggestion.' },
  columns: [
    ...clientColumns<PurgeSuggestion>(({ client }, context) => clientAt(client, context)),
    label({ zh: '种类', en: 'Kind' }, ({ reason }) => PURGE_WORDS[reason], { minWidth: 12 }),
    text({ zh: '说明', en: 'Why' }, (row) => row.text, { maxWidth: 24 }),
  ],
});

/** 001-15, 表二, 表三, 000-P2, 000-P7, 000-P9, 000-P10, 001-12, 001-35: one row a client. */
export const clientFiles = defineReport<ClientFile>({
  id: 'clientFiles',
  sheet: { zh: '客户档案', en: 'Client files' },
  title: { zh: '客户档案管理汇总表', en: 'Summary of client files' },
  purpose: {
    zh: '档案完整度、更新到期、付款与业绩情况、重要日期、清理建议',
    en: 'Completeness, updates due, payment and performance, important dates, clean-up',
  },
  tab: TAB.clients,
  needs: [],
  missing: ({ analysis }) => (analysis.clientFiles.known ? undefined : wordMissing(analysis.clientFiles.why)),
  orientation: 'landscape',
  freezeHeader: true,
  keyedBy: 'first',
  highlights: (context) => {
    const all = figures(context);
    if (!all) return [];
    return [
      fill(
        {
          zh: '客户表 {n} 家，其中资料该更新的 {due} 家   |   另有 {others} 家只在别的表里出现   |   清理建议 {purges} 条',
          en: '{n} clients on the client sheet, {due} of them due for refresh   |   {others} more stand on other sheets only   |   suggestions to tidy up: {purges}',
        },
        {
          n: wordNumber(all.files.filter(({ isListed }) => isListed).length),
          others: wordNumber(all.files.filter(({ isListed }) => !isListed).length),
          due: wordNumber(all.refreshDue),
          purges: wordNumber(all.purges.length),
        },
      ),
    ];
  },
  rows: (context) => figures(context)?.files ?? [],
  columns: [
    ...clientColumns<ClientFile>(({ client }, context) => clientAt(client, context)),
    label({ zh: '级别', en: 'Level' }, ({ client }, context) => levelOf(client, context), { minWidth: 10 }),
    label({ zh: '信用等级', en: 'Credit grade' }, ({ client }, context) => gradeOf(client, context), {
      hideWhenEmpty: true,
      minWidth: 10,
    }),
    wrapped({ zh: '支付情况', en: 'Payment' }, ({ paymentText }) => paymentText, { hideWhenEmpty: true, maxWidth: 32 }),
    wrapped({ zh: '业绩状况', en: 'Performance' }, ({ performanceText }) => performanceText, {
      hideWhenEmpty: true,
      maxWidth: 28,
    }),
    count(nameOf('contactsOfYear'), ({ contactsOfYear }) => contactsOfYear, {
      hideWhenEmpty: true,
    }),
    day({ zh: '最近联络', en: 'Last contact' }, ({ lastContact }) => lastContact, { hideWhenEmpty: true }),
    count(nameOf('complaintsOfYear'), ({ complaintsOfYear }) => complaintsOfYear, {
      hideWhenEmpty: true,
    }),
    count({ zh: '未结投诉', en: 'Open complaints' }, ({ openComplaints }) => openComplaints, { hideWhenEmpty: true }),
    count({ zh: '促销次数', en: 'Promotions' }, ({ promotions }) => promotions, { hideWhenEmpty: true }),
    count({ zh: '未完合同', en: 'Open contracts' }, ({ openContracts }) => openContracts, { hideWhenEmpty: true }),
    ratio({ zh: '必填完整度', en: 'Required fields filled' }, ({ completeness }) => completeness.value, {
      style: { numberFormat: '0%' },
    }),
    wrapped({ zh: '不齐的资料组', en: 'Incomplete sections' }, wordGroups, { maxWidth: 28 }),
    wrapped({ zh: '缺什么', en: 'Missing' }, ({ missingFields }) => joinTexts(missingFields, LIST), { maxWidth: 30 }),
    day({ zh: '资料更新日', en: 'Updated' }, ({ updatedDay }) => updatedDay),
    label(
      { zh: '更新', en: 'Refresh' },
      ({ isListed, isRefreshDue }) => (!isListed ? NO_FILE : isRefreshDue ? DUE : FRESH),
      {
        tones: DUE_TONES,
        minWidth: 10,
      },
    ),
    label(
      { zh: '现场核实', en: 'Verified on site' },
      ({ isVerifyOverdue }) => mapOutcome(isVerifyOverdue, (isLate) => (isLate ? LATE : FRESH)),
      { tones: DUE_TONES, hideWhenEmpty: true, minWidth: 12 },
    ),
    wrapped(
      { zh: '缺的文件', en: 'Documents missing' },
      ({ documents }) => mapOutcome(documents, ({ missing: lacking }) => joinTexts(lacking, LIST)),
      { hideWhenEmpty: true, maxWidth: 30 },
    ),
    count({ zh: '未归档文件', en: 'Not filed' }, ({ documents }) => mapOutcome(documents, ({ unfiled }) => unfiled), {
      hideWhenEmpty: true,
    }),
    userText({ zh: '与往来客户的关系', en: 'Relations with its customers' }, { id: 'relations' }),
    userText({ zh: '与往来银行的关系和评价', en: 'Relations with its banks' }, { id: 'banks' }),
    userText({ zh: '营销方案', en: 'Plan' }, { id: 'plan' }),
    userText({ zh: '备注', en: 'Notes' }, { id: 'notes' }),
  ],
  tables: [importantDays, purges],
  sources: ['clients', 'contacts', 'complaints', 'documents', 'contracts'],
  settings: [
    'archive.refreshMonths',
    'archive.verifyMonths',
    'archive.purgeTransactionMonths',
    'archive.purgeContactMonths',
    'importantDays.ahead',
  ],
});
