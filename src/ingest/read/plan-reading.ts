import { fill, type Text } from '../../i18n/text';
import { columnLetters } from '../../workbook/address';
import type { CellValue } from '../../workbook/cell-value';
import type { DateBase } from '../../workbook/serial-day';
import type { Question, ReadField, ReadPlan } from '../recognise/inspection';
import type { IssueLog } from '../issues';
import { DayEvidence, dayOfUnixTime, guessDay, guessDayStyle, type DayStyle } from '../parse/day';
import { guessDecimalMark } from '../parse/decimal-mark';
import { countSwappedDays } from '../parse/swapped-days';
import { guessDiscountStyle } from '../parse/discount';
import { documentTotalsOf } from '../recognise/document-totals';
import { dayStyleOf, type FoundField, type Reading } from '../recognise/recognise-sheet';
import { monthSaidIn } from '../recognise/said-month';
import type { SheetCandidate } from '../recognise/resolve-sheets';
import { currencySaidIn } from '../recognise/said-currency';
import { moneyScales, type MoneyScale } from './money-scales';
import { wordsOfCell, WORD_TOTAL, WORD_TOTAL_BEHIND } from './row-words';

/** So many lines without client under a line with one, and the client is written once a group. */
const GROUPED_FROM = 0.2;

/** How the cells of each recognised column are read: scale, order of days, what discounts say. */
export function readFields(
  candidate: SheetCandidate,
  reading: Reading,
  samples: (column: number) => readonly CellValue[],
  base: DateBase,
  issues: IssueLog,
  questions: Question[],
): ReadField[] {
  const sheet = candidate.info.name;
  const scales = moneyScales(candidate, reading);
  const { year } = monthSaidIn(reading.candidate.title, sheet);
  return reading.found.map((one): ReadField => {
    const isNumber = one.field.parser === 'number';
    const money = scales.get(one);
    if (money && !one.isShared)
      issues.add(
        money.from === 'product' ? 'column-scaled-by-product' : 'column-scaled',
        { sheet, column: columnLetters(one.header.column) },
        { column: one.header.text, unit: money.unit, where: SAID_IN[money.from] },
      );
    const dayStyle = isDayField(one)
      ? styleOfDays(candidate, one, samples(one.header.column), { base, year }, questions, issues)
      : undefined;
    return {
      field: one.field,
      column: one.header.column,
      header: one.header.text,
      scale: money?.scale ?? 1,
      isShared: one.isShared,
      ...(dayStyle ? { dayStyle } : {}),
      ...(one.parts ? { dayParts: one.parts } : {}),
      ...(isNumber && guessDecimalMark(samples(one.header.column)) === ',' ? { decimalMark: ',' as const } : {}),
      ...(one.field.parser === 'discount'
        ? { discountStyle: guessDiscountStyle(one.header.text, samples(one.header.column)) }
        : {}),
    };
  });
}

const SAID_IN: Readonly<Record<MoneyScale['from'], Text>> = {
  header: { zh: '列名', en: 'its header' },
  title: { zh: '标题', en: 'the title' },
  sheet: { zh: '工作表名', en: 'the name of the sheet' },
  product: { zh: '数量×单价', en: 'quantity × price' },
};

const isDayField = (one: FoundField): boolean => ['day', 'month', 'moment'].includes(one.field.parser);

const isUnixTime = (value: CellValue): boolean =>
  (typeof value === 'number' || (typeof value === 'string' && /^\s*\d{10}(?:\d{3})?\s*$/.test(value))) &&
  dayOfUnixTime(Number(value)) !== undefined;

function styleOfDays(
  candidate: SheetCandidate,
  one: FoundField,
  samples: readonly CellValue[],
  { base, year }: { readonly base: DateBase; readonly year: number | undefined },
  questions: Question[],
  issues: IssueLog,
): DayStyle {
  if (one.parts) return { base, order: undefined, shortYears: false, months: true };
  const isMonth = one.field.parser === 'month';
  const style = isMonth ? guessDayStyle(samples, base, true, year) : dayStyleOf(samples, base, year);
  const place = { sheet: candidate.info.name, column: columnLetters(one.header.column) };
  if (!one.isShared && samples.length > 0 && samples.every(isUnixTime))
    issues.add('unix-times', place, { column: one.header.text });
  if (style.months && !isMonth && !one.isShared) issues.add('days-are-months', place, { column: one.header.text });
  if (
    year !== undefined &&
    !one.isShared &&
    guessDay(samples, style) > guessDay(samples, { ...style, year: undefined })
  )
    issues.add('year-from-title', place, { column: one.header.text, year });
  const given = candidate.map?.dayOrder;
  if (given === 'swapped') return { ...style, order: 'dmy', shortYears: true, swapped: true };
  if (given) return { ...style, order: given, shortYears: true };
  const swapped = one.isShared ? 0 : countSwappedDays(samples, style);
  if (swapped > 0) {
    askSwapped(candidate, one, questions);
    return { ...style, looksSwapped: true };
  }
  const evidence = new DayEvidence();
  for (const sample of samples) if (typeof sample === 'string') evidence.add(sample);
  if (evidence.cells > 0 && evidence.order === undefined && !one.isShared) {
    questions.push({
      sheet: candidate.info.name,
      about: 'dayOrder',
      subject: one.field.path,
      text: fill(
        { zh: '“{column}”里的 3/4/2025 是3月4日还是4月3日？', en: 'Is 3/4/2025 in “{column}” 4 March or 3 April?' },
        { column: one.header.text },
      ),
      options: [
        { value: 'mdy', label: { zh: '3月4日（月/日/年）', en: '4 March (month/day/year)' } },
        { value: 'dmy', label: { zh: '4月3日（日/月/年）', en: '3 April (day/month/year)' } },
      ],
      chosen: 'mdy',
    });
  }
  return style;
}

/** Offers to put days right whose day and month were exchanged when the file was opened. */
function askSwapped(candidate: SheetCandidate, one: FoundField, questions: Question[]): void {
  const sheet = candidate.info.name;
  const column = one.header.text;
  questions.push({
    sheet,
    about: 'dayOrder',
    subject: one.field.path,
    text: fill(
      {
        zh: '“{column}”里的真日期，日和月是不是换了位置？（文本日期都大于12日，真日期都不超过12日）',
        en: 'Are day and month exchanged in the real days of “{column}”? (Every text day is above 12, every real one up to 12.)',
      },
      { column },
    ),
    options: [
      { value: 'dmy', label: { zh: '没有，照原样', en: 'No, as they stand' } },
      { value: 'swapped', label: { zh: '是的，换回来', en: 'Yes, put them right' } },
    ],
    chosen: 'dmy',
  });
}

/** Which rows and columns are read. */
export function planOf(
  candidate: SheetCandidate,
  reading: Reading,
  fields: readonly ReadField[],
  questions: Question[],
): ReadPlan {
  const { info, head, map } = candidate;
  const mapped = new Set(fields.map((one) => one.column));
  const firstColumn = Math.min(...reading.candidate.headers.map((one) => one.column), ...mapped);
  const guards: number[] = [];
  for (let column = Math.max(0, firstColumn - 1); column <= firstColumn + 1 && guards.length < 2; column++) {
    const isOwn = !candidate.block || (column >= candidate.block.fromColumn && column < candidate.block.toColumn);
    if (!mapped.has(column) && column < info.columns && isOwn) guards.push(column);
  }
  const grouped = isGrouped(head.cells, reading);
  const fillDown = map?.fillDown ?? grouped;
  if (grouped && map?.fillDown === undefined) {
    questions.push({
      sheet: info.name,
      about: 'fillDown',
      subject: 'fillDown',
      text: { zh: '客户只写在每组的第一行吗？', en: 'Does the customer stand only on the first line of each group?' },
      options: [
        { value: 'true', label: { zh: '是，向下填充', en: 'Yes, fill down' } },
        { value: 'false', label: { zh: '否，没有客户的行不用', en: 'No, leave out lines without customer' } },
      ],
      chosen: 'true',
    });
  }
  const totals = reading.definition.kind === 'transactions' ? documentTotalsOf(head.cells, reading) : undefined;
  const saidCurrency = currencySaidIn(reading.candidate.title);
  return {
    fields,
    ...(totals && { totals }),
    ...(saidCurrency !== undefined && { saidCurrency }),
    fromRow: reading.candidate.firstDataRow,
    toRow: Math.min(info.rows, reading.candidate.endRow ?? info.rows),
    guardColumns: guards,
    headerTexts: reading.candidate.headers
      .flatMap((one) => one.variants)
      .concat(reading.candidate.headers.map((one) => one.text)),
    fillDown,
    ...(candidate.clientOutside && { clientOutside: candidate.clientOutside }),
    ...(candidate.dayOutside && { dayOutside: candidate.dayOutside }),
    ...(candidate.prices && { prices: candidate.prices }),
    map,
  };
}

/** At least a fifth of the head's lines have an amount and no client, and stand below one that has. */
function isGrouped(cells: readonly (readonly CellValue[])[], reading: Reading): boolean {
  const columnsFor = (test: (path: string) => boolean): number[] =>
    reading.found.filter((one) => test(one.field.path)).map((one) => one.header.column);
  const clients = columnsFor((path) => /\.client(Code|Name)$/.test(path));
  const values = columnsFor((path) =>
    /\.(amount|quantity|unitPrice|deliveredQuantity|shippedQuantity|orderedQuantity)$/.test(path),
  );
  if (clients.length === 0 || values.length === 0) return false;
  let lines = 0;
  let grouped = 0;
  let keyed = false;
  const end = Math.min(cells.length, reading.candidate.endRow ?? cells.length);
  for (let row = reading.candidate.firstDataRow; row < end; row++) {
    const line = cells[row] ?? [];
    if (
      line.some((value) => typeof value === 'string' && (wordsOfCell(value) & (WORD_TOTAL | WORD_TOTAL_BEHIND)) !== 0)
    )
      continue;
    const hasClient = clients.some((column) => isFilled(line[column]));
    const hasValue = values.some((column) => typeof line[column] === 'number' || isFilled(line[column]));
    if (!hasClient && !hasValue) continue;
    lines++;
    if (hasClient) keyed = true;
    else if (keyed) grouped++;
  }
  return lines > 0 && grouped / lines >= GROUPED_FROM;
}

function isFilled(value: CellValue | undefined): boolean {
  return value !== undefined && value !== null && value !== '' && !(typeof value === 'string' && value.trim() === '');
}
