import type { RowAccount } from '../../core/facts/sheet-accounts';
import type { Issue } from '../../core/model/issue';
import { fill, type Text } from '../../i18n/text';
import { wordNumber } from '../../i18n/wording';
import type { Money } from '../../core/model/money';
import { missing } from '../../core/model/outcome';
import { count, label, link, money, text, wrapped, type Column } from '../layout/columns';
import { defineReport, defineTable } from '../layout/define-report';
import type { ReportContext, SheetReading } from '../layout/report-context';
import { TAB } from '../layout/theme';
import { SEVERITY_WORDS, TABLE_WORDS } from '../words/domain-words';
import { SEVERITY_TONES } from './parts/client-columns';

/** Issues that a sheet lists; the rest is counted in words. */
export const MOST_ISSUES = 2_000;

const NOT_READ: Text = { zh: '▲ 没有读', en: '▲ Not read' };

const SEVERITY_ORDER = { error: 0, warning: 1, notice: 2 } as const;

/** Gravest first; within a gravity as they stand in the workbook. */
function listedIssues({ analysis }: ReportContext): readonly Issue[] {
  return analysis.issues
    .map((issue, index) => ({ issue, index }))
    .sort((a, b) => SEVERITY_ORDER[a.issue.severity] - SEVERITY_ORDER[b.issue.severity] || a.index - b.index)
    .slice(0, MOST_ISSUES)
    .map(({ issue }) => issue);
}

const cellOf = ({ row, column }: Issue): string =>
  row === undefined ? (column === undefined ? '' : `${column}1`) : `${column ?? 'A'}${row}`;

function wordPlace(issue: Issue): string {
  if (issue.row !== undefined && issue.column !== undefined) return `${issue.column}${issue.row}`;
  return issue.row !== undefined ? String(issue.row) : (issue.column ?? '');
}

interface IssueCount {
  readonly code: string;
  readonly count: number;
  readonly listed: number;
  readonly example: Issue | undefined;
}

function countsByCode(context: ReportContext): readonly IssueCount[] {
  const listed = new Map<string, { count: number; example: Issue }>();
  for (const issue of listedIssues(context)) {
    const before = listed.get(issue.code);
    listed.set(issue.code, { count: (before?.count ?? 0) + 1, example: before?.example ?? issue });
  }
  return Object.entries(context.analysis.issueCounts)
    .filter(([, counted]) => counted > 0)
    .map(([code, counted]) => ({
      code,
      count: counted,
      listed: listed.get(code)?.count ?? 0,
      example: listed.get(code)?.example,
    }))
    .sort(
      (a, b) =>
        SEVERITY_ORDER[a.example?.severity ?? 'notice'] - SEVERITY_ORDER[b.example?.severity ?? 'notice'] ||
        b.count - a.count ||
        (a.code < b.code ? -1 : 1),
    );
}

/** Headers in one cell: enough to see what was left; the whole list stands on her sheet. */
const MOST_HEADERS = 12;

function listHeaders(headers: readonly string[]): Text | '' {
  if (headers.length === 0) return '';
  const shown = headers.slice(0, MOST_HEADERS);
  const rest = headers.length - shown.length;
  const [zh, en] = [shown.join('、'), shown.join(', ')];
  return rest === 0
    ? { zh, en }
    : fill({ zh: '{zh} 等 {all} 列', en: '{en} and {rest} more' }, { zh, en, all: headers.length, rest });
}

const readingTable = defineTable<SheetReading>({
  id: 'readings',
  heading: { zh: '每张表当作什么', en: 'What each sheet was taken for' },
  note: {
    zh: '没有用到的列不影响报表；其中若有退货、金额、日期等要紧的列，请在侧栏「数据」里指明它是什么。',
    en: 'Columns that were not used change nothing; where one of them matters (returns, amounts, days), say what it is under “Data” in the pane.',
  },
  rows: ({ sheetReadings }) => sheetReadings,
  columns: [
    link({ zh: '工作表', en: 'Sheet' }, ({ sheet }) => sheet, { link: ({ sheet }) => ({ sheet, cell: 'A1' }) }),
    label({ zh: '当作', en: 'Taken for' }, ({ kind }) => kind ?? NOT_READ, {
      tones: [{ text: NOT_READ, tone: 'watch' }],
      maxWidth: 20,
    }),
    count({ zh: '用到几列', en: 'Used, n' }, ({ used }) => used.length),
    wrapped({ zh: '用到的列', en: 'Columns used' }, ({ used }) => listHeaders(used), { maxWidth: 46 }),
    wrapped({ zh: '没有读的原因', en: 'Why it was not read' }, ({ kind, why }) => (kind ? '' : (why ?? '')), {
      maxWidth: 28,
    }),
    wrapped({ zh: '没有用到的列', en: 'Columns not used' }, ({ unused }) => listHeaders(unused), { maxWidth: 46 }),
  ],
});

/** The money on the rows of each kind; — on sheets without sales amounts. */
const AMOUNTS: readonly Column<RowAccount>[] = [
  amountColumn({ zh: '采用金额', en: 'Amount used' }, ({ usedAmount }) => usedAmount),
  amountColumn({ zh: '剔除金额', en: 'Amount rejected' }, ({ rejectedAmount }) => rejectedAmount),
  amountColumn({ zh: '期间外金额', en: 'Amount out of period' }, ({ outOfPeriodAmount }) => outOfPeriodAmount),
  amountColumn({ zh: '作废金额', en: 'Amount cancelled' }, ({ cancelledAmount }) => cancelledAmount),
];

function amountColumn(header: Text, get: (account: RowAccount) => Money): Column<RowAccount> {
  return money(header, (account) => (account.table === 'transactions' ? get(account) : NO_AMOUNT), {
    total: 'sum',
    silent: true,
  });
}

const NO_AMOUNT = missing({ reason: 'nothing-due' });

const accountTable = defineTable<RowAccount>({
  id: 'accounts',
  heading: { zh: '每一行的去向', en: 'What happened to each row' },
  note: {
    zh: '读入 = 采用 + 剔除 + 期间外 + 已作废。表中的合计行、说明行和重复的表头是「不算的行」。',
    en: 'Read = used + rejected + out of period + cancelled. Totals, notes and repeated headers between the rows are passed over.',
  },
  rows: ({ analysis }) => analysis.accounts,
  columns: [
    link({ zh: '工作表', en: 'Sheet' }, ({ sheet }) => sheet, { link: ({ sheet }) => ({ sheet, cell: 'A1' }) }),
    text({ zh: '类别', en: 'Kind' }, ({ table }) => TABLE_WORDS[table]),
    count({ zh: '读入', en: 'Read' }, ({ read }) => read, { total: 'sum' }),
    count({ zh: '采用', en: 'Used' }, ({ used }) => used, { total: 'sum' }),
    count({ zh: '剔除', en: 'Rejected' }, ({ rejected }) => rejected, { total: 'sum' }),
    count({ zh: '期间外', en: 'Out of period' }, ({ outOfPeriod }) => outOfPeriod, { total: 'sum' }),
    count({ zh: '已作废', en: 'Cancelled' }, ({ cancelled }) => cancelled, { total: 'sum' }),
    count({ zh: '不算的行', en: 'Passed over' }, ({ passedOver }) => passedOver, { total: 'sum' }),
    ...AMOUNTS,
    label(
      { zh: '核对', en: 'Adds up' },
      ({ read, used, rejected, outOfPeriod, cancelled }) =>
        read === used + rejected + outOfPeriod + cancelled ? BALANCED : UNBALANCED,
      {
        tones: [
          { text: { zh: '● 相符', en: '● Yes' }, tone: 'good' },
          { text: { zh: '■ 不符', en: '■ No' }, tone: 'bad' },
        ],
      },
    ),
  ],
});

const BALANCED: Text = { zh: '● 相符', en: '● Yes' };
const UNBALANCED: Text = { zh: '■ 不符', en: '■ No' };

const countTable = defineTable<IssueCount>({
  id: 'counts',
  heading: { zh: '问题种类', en: 'Kinds of problems' },
  rows: countsByCode,
  whenEmpty: { zh: '没有发现问题。', en: 'No problem found.' },
  columns: [
    label(
      { zh: '程度', en: 'Severity' },
      ({ example }) => (example ? SEVERITY_WORDS[example.severity] : SEVERITY_WORDS.notice),
      { tones: SEVERITY_TONES, minWidth: 11 },
    ),
    count({ zh: '处数', en: 'Places' }, (line) => line.count),
    count({ zh: '列出', en: 'Listed' }, ({ listed }) => listed),
    text({ zh: '例如', en: 'For example' }, ({ example }) => example?.message ?? '', { span: 2 }),
  ],
});

/** Sheets that nothing came of: named where the reader looks first. */
function wordUnread({ sheetReadings }: ReportContext): readonly Text[] {
  const unread = sheetReadings.filter(({ kind }) => !kind).map(({ sheet }) => sheet);
  if (unread.length === 0) return [];
  const shown = unread.slice(0, MOST_HEADERS);
  const rest = unread.length - shown.length;
  return [
    fill(
      {
        zh: '没有读的表 {n} 张：{zh}{more}（原因见下方「每张表当作什么」）。',
        en: 'Not read, {n}: {en}{more} (the reasons stand under “What each sheet was taken for”).',
      },
      {
        n: unread.length,
        zh: shown.join('、'),
        en: shown.join(', '),
        more: rest === 0 ? '' : { zh: ' 等', en: ' and more' },
      },
    ),
  ];
}

/** Every problem with its cell, what it is and what was done; what each sheet was taken for; and what became of every row. */
export const dataCheck = defineReport<Issue>({
  id: 'dataCheck',
  sheet: { zh: '数据检查', en: 'Data check' },
  purpose: {
    zh: '每个数据问题的位置、说明和处理；每一行的去向',
    en: 'Every problem in the data with its cell; what happened to each row',
  },
  tab: TAB.upkeep,
  needs: [],
  orientation: 'landscape',
  freezeHeader: true,
  message: ({ analysis: { accounts, issueCounts } }) => {
    const sum = (field: 'read' | 'used' | 'rejected'): number => accounts.reduce((all, one) => all + one[field], 0);
    const all = Object.values(issueCounts).reduce((total, counted) => total + counted, 0);
    return fill(
      {
        zh: '读入 {read} 行，剔除 {rejected} 行；发现 {n} 处问题',
        en: '{read} rows read, {rejected} rejected; {n} problems found',
      },
      { read: wordNumber(sum('read')), rejected: wordNumber(sum('rejected')), n: wordNumber(all) },
    );
  },
  highlights: (context) => {
    const { issues, issueCounts } = context.analysis;
    const unread = wordUnread(context);
    const all = Object.values(issueCounts).reduce((sum, counted) => sum + counted, 0);
    const listed = Math.min(issues.length, MOST_ISSUES);
    if (all === 0) return [{ zh: '没有发现问题。', en: 'No problem was found.' }, ...unread];
    return [
      fill(
        all > listed
          ? {
              zh: '共发现 {all} 处问题，这里列出 {listed} 处；各种问题的总数见下方「问题种类」。',
              en: '{all} problems were found; {listed} are listed here. The table “Kinds of problems” below counts all of them.',
            }
          : { zh: '共发现 {all} 处问题，全部列出。', en: '{all} problems were found; all are listed.' },
        { all: wordNumber(Math.max(all, listed)), listed: wordNumber(listed) },
      ),
      ...unread,
    ];
  },
  rows: listedIssues,
  whenEmpty: { zh: '没有发现问题。', en: 'No problem found.' },
  columns: [
    label({ zh: '程度', en: 'Severity' }, ({ severity }) => SEVERITY_WORDS[severity], {
      tones: SEVERITY_TONES,
      minWidth: 11,
    }),
    text({ zh: '工作表', en: 'Sheet' }, ({ sheet }) => sheet, { maxWidth: 22 }),
    link({ zh: '位置', en: 'Cell' }, wordPlace, {
      minWidth: 9,
      maxWidth: 12,
      link: (issue) => {
        const cell = cellOf(issue);
        return issue.sheet === '' || cell === '' ? undefined : { sheet: issue.sheet, cell };
      },
    }),
    wrapped({ zh: '问题', en: 'Problem' }, ({ message }) => message, { maxWidth: 46 }),
    text({ zh: '内容', en: 'Value' }, ({ value }) => value ?? '', { maxWidth: 28 }),
    wrapped({ zh: '处理', en: 'What was done' }, ({ action }) => action, { maxWidth: 46 }),
  ],
  tables: [countTable, readingTable, accountTable],
  sources: [],
  settings: [],
});
