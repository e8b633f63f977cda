import { textAt } from '../../core/model/columns';
import { tableOf } from '../../core/model/dataset';
import { known, missing, type Outcome } from '../../core/model/outcome';
import type { Text } from '../../i18n/text';
import { fill } from '../../i18n/text';
import { wordNumber } from '../../i18n/wording';
import { number, text, wrapped } from '../layout/columns';
import { defineReport, defineTable } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { CELL, TAB } from '../layout/theme';
import { clientAt, clientColumns } from './parts/client-columns';

/** A client, and its row on the sheet of operators where it has one. */
interface Entry {
  readonly client: number;
  readonly row: number | undefined;
}

type OperatorText = 'legalPerson' | 'experience' | 'style' | 'achievements' | 'impression' | 'opinion' | 'tradeRelations' | 'bankRelations'; // prettier-ignore
type Ability = 'selling' | 'managing' | 'finance';

/** The last row of each client counts. */
function operatorRows({ dataset }: ReportContext): ReadonlyMap<number, number> {
  const { columns, rows } = tableOf(dataset, 'operators');
  const last = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    const client = columns.client?.[row] ?? -1;
    if (client >= 0) last.set(client, row);
  }
  return last;
}

const operators = (context: ReportContext): readonly Entry[] =>
  [...operatorRows(context)].map(([client, row]) => ({ client, row })).sort((a, b) => a.client - b.client);

/** Clients with sales in the period, the largest first, and those of whom something was written down. */
function analysed(context: ReportContext): readonly Entry[] {
  const rows = operatorRows(context);
  return context.analysis.clients
    .filter(({ client, lines }) => lines > 0 || rows.has(client))
    .sort((a, b) => b.netAmount - a.netAmount || a.client - b.client)
    .map(({ client }) => ({ client, row: rows.get(client) }));
}

const NO_SHEET = missing({ reason: 'no-sheet', sheet: 'operators' });
const NOT_ENTERED = missing({ reason: 'not-entered' });

function operatorText({ row }: Entry, field: OperatorText, { dataset }: ReportContext): Outcome<string> {
  const { rows, columns } = tableOf(dataset, 'operators');
  if (rows === 0) return NO_SHEET;
  const column = columns[field];
  if (!column) return missing({ reason: 'no-column', column: `operators.${field}` });
  const words = row === undefined ? '' : textAt(column, row).trim();
  return words === '' ? NOT_ENTERED : known(words);
}

function ability({ row }: Entry, field: Ability, { dataset }: ReportContext): Outcome<number> {
  const { columns } = tableOf(dataset, 'operators');
  const column = columns[field];
  if (!column) return missing({ reason: 'no-column', column: `operators.${field}` });
  const score = row === undefined ? NaN : column[row]!;
  return score === score ? known(score) : NOT_ENTERED;
}

/** From the client sheet. */
const clientWords = (
  { client }: Entry,
  fields: readonly ('address' | 'phone' | 'mobile' | 'legalPerson')[],
  { dataset }: ReportContext,
): string => {
  const { columns } = tableOf(dataset, 'clients');
  return fields
    .map((field) => textAt(columns[field], client).trim())
    .filter((words) => words !== '')
    .join('  ');
};

const judged = (header: Text, field: OperatorText, maxWidth = 26) =>
  wrapped<Entry>(header, (row, context) => operatorText(row, field, context), { maxWidth, silent: true });
const score = (header: Text, field: Ability) =>
  number<Entry>(header, (row, context) => ability(row, field, context), {
    silent: true,
    style: { ...CELL.number, numberFormat: '0.#' },
  });

const fileOf = ({ client }: Entry, { analysis }: ReportContext) =>
  analysis.clientFiles.known ? analysis.clientFiles.value.files[client] : undefined;

/** 表二 and 表三 as the documents have them: judged cells from the sheet 经营者, payment and results worked out. */
export const businessAnalysis = defineReport<Entry>({
  id: 'businessAnalysis',
  sheet: { zh: '经营分析', en: 'Business analysis' },
  title: { zh: '客户经营状况分析表', en: 'How clients do business' },
  purpose: {
    zh: '客户经营状况（表三）与经营者分析（表二）',
    en: 'How clients do business (table 3) and who runs them (table 2)',
  },
  tab: TAB.clients,
  needs: [],
  isOfClients: true,
  missing: (context) =>
    analysed(context).length > 0 ? undefined : { zh: '没有可列的客户', en: 'there is no client to list' },
  orientation: 'landscape',
  freezeHeader: true,
  keyedBy: 'first',
  highlights: (context) => [
    fill(
      {
        zh: '本期有成交或写过经营者的客户 {n} 家，其中写过经营者的 {written} 家；与客户、与银行的关系和经营者写在「经营者」表（单据表二、表三）。',
        en: '{n} clients with deals in the period or with an operator on file, {written} of them on file. Relations and operators are written on the sheet “Operators” (forms table 2 and table 3).',
      },
      { n: wordNumber(analysed(context).length), written: wordNumber(operators(context).length) },
    ),
  ],
  rows: analysed,
  columns: [
    ...clientColumns<Entry>(({ client }, context) => clientAt(client, context)),
    wrapped(
      { zh: '地址/电话', en: 'Address, phone' },
      (row, context) => clientWords(row, ['address', 'phone'], context),
      { hideWhenEmpty: true, maxWidth: 30 },
    ),
    text(
      { zh: '法人代表', en: 'Legal representative' },
      (row, context) => {
        const own = operatorText(row, 'legalPerson', context);
        return own.known ? own.value : clientWords(row, ['legalPerson'], context);
      },
      { hideWhenEmpty: true, maxWidth: 12 },
    ),
    text({ zh: '法人电话', en: 'Their phone' }, (row, context) => clientWords(row, ['mobile'], context), {
      hideWhenEmpty: true,
      maxWidth: 16,
    }),
    judged({ zh: '与往来客户的关系', en: 'Relations with its customers' }, 'tradeRelations'),
    wrapped({ zh: '支付情况', en: 'Payment' }, (row, context) => fileOf(row, context)?.paymentText ?? NOT_ENTERED, {
      maxWidth: 32,
    }),
    judged({ zh: '与往来银行的关系和评价', en: 'Its banks, and what they say' }, 'bankRelations'),
    wrapped({ zh: '业绩状况', en: 'Results' }, (row, context) => fileOf(row, context)?.performanceText ?? NOT_ENTERED, {
      maxWidth: 30,
    }),
  ],
  tables: [
    defineTable<Entry>({
      id: 'operatorAnalysis',
      heading: { zh: '客户经营者分析表（表二）', en: 'Who runs the client (table 2)' },
      missing: ({ dataset }) =>
        tableOf(dataset, 'operators').rows > 0
          ? undefined
          : {
              zh: '没有「经营者」表：可插入空白表，或填写单据「客户经营者分析表」',
              en: 'no sheet “Operators”: insert a blank one, or fill in the form “Who runs the client”',
            },
      rows: operators,
      whenEmpty: { zh: '没有认出客户的行。', en: 'No line names a known client.' },
      columns: [
        ...clientColumns<Entry>(({ client }, context) => clientAt(client, context)),
        text<Entry>(
          { zh: '法人代表', en: 'Legal representative' },
          (row, context) => operatorText(row, 'legalPerson', context),
          { silent: true, maxWidth: 12 },
        ),
        judged({ zh: '主要经历', en: 'Career' }, 'experience'),
        judged({ zh: '办事风格', en: 'Style' }, 'style', 18),
        judged({ zh: '主要业绩', en: 'Achievements' }, 'achievements'),
        score({ zh: '行销能力', en: 'Selling' }, 'selling'),
        score({ zh: '管理能力', en: 'Managing' }, 'managing'),
        score({ zh: '金融能力', en: 'Finance' }, 'finance'),
        judged({ zh: '直观感觉', en: 'Own impression' }, 'impression', 18),
        judged({ zh: '他人反映', en: 'What others say' }, 'opinion', 18),
      ],
    }),
  ],
  sources: ['clients', 'operators', 'transactions', 'invoices'],
  settings: [],
});
