import { fill, type Text } from '../../i18n/text';
import type { Inspection, SheetInspection } from '../recognise/inspection';
import type { FieldPath } from '../fields/define-fields';
import { PUSHED_FIELDS, type PushedRole } from './pushed-fields';

/** A column of the query, and what becomes of it. */
export interface PushedColumn {
  readonly path: FieldPath;
  readonly role: PushedRole;
  /** As the query names it, in the sums too. */
  readonly name: string;
  readonly isText: boolean;
}

/** What is known of a column of a query before its rows are read. */
export interface QueryColumn {
  readonly name: string;
  readonly isDay: boolean;
  readonly isNumber: boolean;
}

export interface PushDownPlan {
  readonly sheet: SheetInspection;
  readonly columns: readonly PushedColumn[];
}

/** Sheets whose lines are put beside sales lines one by one. */
const NEEDS_LINES: readonly string[] = ['transactions', 'deliveries', 'orderLines', 'returns'];

const WHY = {
  noSales: {
    zh: '查询里没有认出销售明细（客户、日期、金额）。',
    en: 'No sales lines (client, day, amount) were recognised in the query.',
  },
  several: {
    zh: '「{sheet}」也是明细，要和查询里的逐行对照。',
    en: '“{sheet}” holds lines too, which are put beside those of the query one by one.',
  },
  field: {
    zh: '列「{column}」要逐行计算。请在 SELECT 里去掉它。',
    en: 'Column “{column}” is worked with line by line. Leave it out of the SELECT.',
  },
  twice: {
    zh: '列「{column}」同时当作两种内容。请在 SELECT 里改名（AS 日期）。',
    en: 'Column “{column}” stands for two things. Rename it in the SELECT (AS date).',
  },
  noDay: {
    zh: '列「{column}」在数据库里不是日期类型。请在 SELECT 里用 CAST(… AS DATE)。',
    en: 'Column “{column}” is no date to the database. Write CAST(… AS DATE) in the SELECT.',
  },
  noNumber: {
    zh: '列「{column}」在数据库里不是数字类型。请在 SELECT 里用 CAST(… AS DECIMAL(18, 2))。',
    en: 'Column “{column}” is no number to the database. Write CAST(… AS DECIMAL(18, 2)) in the SELECT.',
  },
  noAmount: { zh: '查询里没有金额列。', en: 'The query has no column of amounts.' },
  reading: {
    zh: '查询的内容要逐行读（空白向下填充、整单金额、价目表等）。',
    en: 'What the query gives is read line by line (blanks filled down, amounts of whole documents, a price list).',
  },
} as const satisfies Record<string, Text>;

/**
 * Which columns of the query are keys and which are summed, by what recognition found in its first rows; or the sentence that says
 * why its lines are needed.
 */
export function planPushDown(
  { sheets }: Inspection,
  name: string,
  columns: readonly QueryColumn[],
): PushDownPlan | Text {
  const sheet = sheets.find((one) => one.info.name === name);
  if (!sheet?.plan || sheet.kind !== 'transactions') return WHY.noSales;
  const other = sheets.find((one) => one !== sheet && one.plan && NEEDS_LINES.includes(one.kind ?? ''));
  if (other) return fill(WHY.several, { sheet: other.info.name });
  const { plan } = sheet;
  const isPlain =
    !plan.fillDown && !plan.totals && !plan.prices && !plan.cross && !plan.clientOutside && !plan.dayOutside;
  if (!isPlain || plan.day !== undefined || sheet.headerRows[0] !== 1) return WHY.reading;
  const found: PushedColumn[] = [];
  for (const { field, column } of plan.fields) {
    const { name: header, isDay, isNumber } = columns[column]!;
    const role = PUSHED_FIELDS[field.path];
    if (role === undefined) return fill(WHY.field, { column: header });
    if (found.some((one) => one.name === header)) return fill(WHY.twice, { column: header });
    if (role === 'day' && !isDay) return fill(WHY.noDay, { column: header });
    if ((role === 'sum' || role === 'factor') && !isNumber) return fill(WHY.noNumber, { column: header });
    found.push({ path: field.path, role, name: header, isText: !isDay && !isNumber });
  }
  if (!found.some(({ path }) => path === 'transactions.amount')) return WHY.noAmount;
  return { sheet, columns: found };
}
