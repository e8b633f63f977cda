import type { Clock } from '../app/clock';
import { lookAtWorkbook } from '../app/read-workbook';
import { lastDayKnown, type AnalysisWindow } from '../core/facts/analysis-window';
import { asDay, NO_DAY } from '../core/model/day';
import { periodBefore, resolvePeriod, type PeriodChoice } from '../core/model/period';
import type { Day } from '../core/model/day';
import { fill, type Text } from '../i18n/text';
import { cutDays } from '../ingest/push-down/cut-days';
import { DIALECTS, type Dialect, type DialectName } from '../ingest/push-down/dialects';
import { planPushDown, type PushDownPlan, type QueryColumn } from '../ingest/push-down/plan-push-down';
import { ADDED, daysStatement, pushStatement } from '../ingest/push-down/push-statement';
import type { ColumnMap } from '../ingest/recognise/column-map';
import { dayOfSerial } from '../workbook/serial-day';
import type { CellValue } from '../workbook/cell-value';
import type { JobControl } from '../workbook/job-control';
import type { WorkbookHost } from '../workbook/workbook-host';
import type { ReportArguments } from './arguments';
import { ARGUMENT_WORDS } from './argument-words';
import { Refusal } from './refusal';

/** What a query gives, as far as it matters here. */
export interface QueryAnswer {
  readonly columns: readonly QueryColumn[];
  read(
    columns: readonly number[],
    most: number,
    receive: (rows: { readonly count: number; cell(at: number, row: number): CellValue }) => void,
    control: JobControl,
  ): Promise<void>;
}

/** An engine that sums can be asked of. */
export interface SumsSource<A extends QueryAnswer> {
  readonly dialect: DialectName;
  hold(statement: string): Promise<A>;
}

interface Named<A> {
  readonly name: string;
  readonly answer: A;
}

export interface PushDownChoices<A> {
  readonly asked: ReportArguments;
  /** The query of each answer, without a semicolon at its end. */
  readonly statements: readonly string[];
  readonly clock: Clock;
  readonly columnMap: ColumnMap | undefined;
  /** All that is read, with these answers among it. */
  readonly hostWith: (answers: readonly Named<A>[]) => WorkbookHost;
}

/** Sums in place of lines. */
export interface PushedDown<A> {
  /** Which of the answers they stand for. */
  readonly at: number;
  readonly answer: Named<A>;
  /** Which column is which, as recognition found it in the lines. */
  readonly columnMap: ColumnMap;
}

/** What `--print-sums` asked for: printed, and no error. */
export class SumsPrinted extends Error {
  override readonly name = 'SumsPrinted';
}

/**
 * Has the engine add up the sales lines of the query, by columns that recognition finds in its first rows, and by the period and
 * as-of day that the run will have.
 *
 * @throws Refusal where the lines themselves are needed, with the reason; `SumsPrinted` with the statement where that was asked for.
 */
export async function pushDown<A extends QueryAnswer>(
  source: SumsSource<A>,
  answers: readonly Named<A>[],
  { asked, statements, clock, columnMap, hostWith }: PushDownChoices<A>,
): Promise<PushedDown<A>> {
  const dialect: Dialect = DIALECTS[source.dialect];
  const look = await lookAtWorkbook(hostWith(answers), {
    ...(asked.asOf !== undefined && { asOf: asked.asOf }),
    ...(asked.period && { period: asked.period }),
    ...(columnMap && { columnMap }),
  });
  if (look.settings['returns.period'] === 'ofSale') throw refuse(OF_SALE);
  const plans = answers.map(({ name, answer }) => planPushDown(look.inspection, name, answer.columns));
  const at = plans.findIndex(isPlan);
  const plan = plans[at];
  if (!plan || !isPlan(plan)) throw refuse(plans[0] as Text);
  const statement = statements[at]!;
  if (asked.printSums) {
    // Rows before the first here may lie there: nothing begins with the first row of a part.
    const window = windowFrom({ asOf: look.asOf ?? clock.today, firstDay: undefined }, look.period);
    throw new SumsPrinted(`${pushStatement(statement, plan.columns, cutDays(window), DIALECTS[asked.printSums])}\n`);
  }
  const days = await source.hold(daysStatement(statement, plan.columns, clock.today, dialect));
  const window = await windowOf(days, clock.today, look.period, look.asOf);
  const answer = await source.hold(pushStatement(statement, plan.columns, cutDays(window), dialect));
  return { at, answer: { name: answers[at]!.name, answer }, columnMap: { sheets: [mapOf(plan)] } };
}

const OF_SALE: Text = {
  zh: '参数「退货计入哪一期」是销售那一期，要逐单对照。',
  en: 'Returns count with their sale (a setting), so each is put beside its order.',
};

const isPlan = (one: PushDownPlan | Text): one is PushDownPlan => 'columns' in one;

const refuse = (why: Text): Refusal => new Refusal(fill(ARGUMENT_WORDS.pushDownRefused, { why }));

/** The days of the analysis, as `resolveWindow` finds them in the lines. */
async function windowOf(
  answer: QueryAnswer,
  today: Day,
  choice: PeriodChoice,
  chosen: Day | undefined,
): Promise<AnalysisWindow> {
  const numbers: (number | undefined)[] = [];
  await answer.read(
    [0, 1, 2, 3],
    1,
    ({ cell }) => {
      for (let at = 0; at < 4; at++) {
        const value = cell(at, 0);
        numbers.push(typeof value === 'number' ? value : undefined);
      }
    },
    {},
  );
  const [first, last, known = 0, later = 0] = numbers;
  const dayOf = (serial: number): Day => asDay(dayOfSerial(serial, 1900)!);
  const found = lastDayKnown({ last: last === undefined ? NO_DAY : dayOf(last), known, later }, today);
  const asOf = chosen ?? found ?? today;
  const firstDay = first === undefined ? undefined : dayOf(first);
  return windowFrom({ asOf, firstDay }, choice);
}

function windowFrom(
  { asOf, firstDay }: Pick<AnalysisWindow, 'asOf' | 'firstDay'>,
  choice: PeriodChoice,
): AnalysisWindow {
  const period = resolvePeriod(choice, asOf, firstDay ?? asOf);
  const end = choice.kind === 'range' ? asDay(Math.max(asOf, period.to)) : asOf;
  return { asOf, last: end, period, previous: periodBefore(choice, period), firstDay };
}

/** The sheet of sums is read by the columns that were found in the lines, and those that the engine added. */
function mapOf({ sheet, columns }: PushDownPlan): ColumnMap['sheets'][number] {
  const kept = columns.filter(({ role }) => role !== 'line');
  const hasNumbers = columns.some(({ role }) => role === 'number');
  const added = Object.entries(ADDED).filter(([path]) => hasNumbers || path !== 'transactions.orders');
  const words = sheet.plan?.map?.words;
  return {
    sheet: sheet.info.name,
    kind: 'transactions',
    headerRow: 1,
    columns: Object.fromEntries([...kept.map(({ path, name }) => [path, name]), ...added]) as Record<string, string>,
    ...(words && { words }),
  };
}
