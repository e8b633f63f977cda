import { verbatim, type Text } from '../../i18n/text';
import { NO_CLIENT, NO_TEXT } from '../model/columns';
import { tableOf, type Dataset } from '../model/dataset';
import { NO_DAY, type Day } from '../model/day';
import { known, missing, type Outcome } from '../model/outcome';
import { missingRatio, ratioOf, type Ratio } from '../model/ratio';
import type { TableOf } from '../model/tables';
import { isInPeriod, type Period } from '../model/period';
import type { Settings } from '../settings';
import { rescale, satisfactionIndex, type SurveyScale } from './satisfaction-index';

/** The columns of the survey that carry marks; the first three make the index. */
const QUESTIONS = {
  overall: { zh: '总体满意度', en: 'Overall satisfaction' },
  againstExpectation: { zh: '与期望比', en: 'Against expectation' },
  againstIdeal: { zh: '与理想比', en: 'Against the ideal' },
  expectedQuality: { zh: '预期质量', en: 'Expected quality' },
  perceivedQuality: { zh: '经历质量', en: 'Perceived quality' },
  perceivedValue: { zh: '感知价值', en: 'Perceived value' },
  complaintScore: { zh: '抱怨', en: 'Complaints' },
  loyalty: { zh: '忠诚度', en: 'Loyalty' },
  product: { zh: '环境与产品', en: 'Environment and product' },
  coordination: { zh: '服务的协调性', en: 'Coordination of service' },
  price: { zh: '价格适度性', en: 'Fairness of price' },
  staff: { zh: '员工服务态度和技能', en: 'Staff attitude and skill' },
} as const satisfies Readonly<Record<string, Text>>;

type Question = keyof typeof QUESTIONS;

/** The six constructs of 000-C11. */
const CONSTRUCTS: readonly Question[] = [
  'expectedQuality',
  'perceivedQuality',
  'perceivedValue',
  'complaintScore',
  'loyalty',
  'overall',
];

/** How a long form (one question a row) names the questions that have a column of their own. */
const QUESTION_WORDS: readonly (readonly [Question, RegExp])[] = [
  ['againstExpectation', /与?期望(相)?比|against expectation/i],
  ['againstIdeal', /与?理想(相)?比|against (the )?ideal/i],
  ['expectedQuality', /预期质量|期望质量|expected quality/i],
  ['perceivedQuality', /经历质量|感知质量|perceived quality/i],
  ['perceivedValue', /感知价值|perceived value/i],
  ['loyalty', /忠诚|loyalty/i],
  ['overall', /总体|整体|overall/i],
];

export interface SurveyItem {
  readonly id: string;
  readonly label: Text;
  readonly n: number;
  /** In points of the form. */
  readonly mean: Outcome<number>;
  /** Share of the two best marks. */
  readonly topTwo: Outcome<number>;
}

export interface SurveyGroup {
  readonly label: Text;
  readonly answers: number;
  /** Missing under five answers. */
  readonly index: Outcome<number>;
  readonly overall: Outcome<number>;
}

export interface SatisfactionFigures {
  readonly scale: SurveyScale;
  /** One a client and day. */
  readonly answers: number;
  /** Forms of the period that came back / forms sent. Missing: no day of sending is written. */
  readonly returned: Ratio;
  /** Clients that answered / clients with a deal in the period. */
  readonly response: Ratio;
  /** Mean of the answers' indexes, 0–100. */
  readonly index: Outcome<number>;
  readonly indexAnswers: number;
  /** Three overall questions, or the overall one alone, which is said. */
  readonly indexBasis: 'three' | 'overall';
  readonly constructs: readonly SurveyItem[];
  /** All other questions, best mean first. */
  readonly items: readonly SurveyItem[];
  /** The three lowest means of all questions. */
  readonly lowest: readonly SurveyItem[];
  readonly groups: readonly SurveyGroup[];
  /** Marks outside the form, and rows without a day in the period or without a client. */
  readonly leftOut: number;
  /** Latest overall mark of a client, brought to ten points. */
  readonly overallOfClient: ReadonlyMap<number, number>;
}

/** One filled form. */
interface Answer {
  readonly client: number;
  readonly day: number;
  readonly marks: Map<string, number>;
}

export interface SurveyGrouping {
  readonly groups: readonly Text[];
  /** Index into `groups`, or undefined where the client is in none. */
  readonly groupOf: (client: number) => number | undefined;
  /** Clients with a deal in the period. */
  readonly isActive: (client: number) => boolean;
}

/**
 * Satisfaction by question, construct and client class.
 *
 * Formula: means over the marks given; top two = share of 9 and 10 (4 and 5 on five points); index as `satisfactionIndex`, over
 * the answers with all three overall questions, or, where nobody answered all three, with the overall question alone.
 * Counts: answers of the period; one question a row is joined by client and day. Leaves out: marks outside the form (counted).
 * Missing: no survey; fewer than five answers in a group: no mean.   Source: 000-C11, 003-26, definitions §7.
 * @example answers (8, 7, 6) and (10, 10, 10) //=> index (66.7 + 100) / 2 = 83.3
 */
export function measureSatisfaction(
  dataset: Dataset,
  period: Period,
  grouping: SurveyGrouping,
  settings: Settings,
): Outcome<SatisfactionFigures> {
  const table = tableOf(dataset, 'survey');
  if (table.rows === 0) return missing({ reason: 'no-sheet', sheet: 'survey' });
  const scale = scaleOf(table, settings);
  const { answers, labels, leftOut } = readAnswers(table, period, scale);
  if (answers.length === 0) return missing({ reason: 'no-rows' });

  const indexed = indexesOf(answers, scale, settings);
  const items = itemsOf(answers, labels, scale);
  const isConstruct = (id: string): boolean => CONSTRUCTS.some((question) => question === id);
  const byMean = (a: SurveyItem, b: SurveyItem): number => valueOf(b) - valueOf(a);
  const measured = items.filter(({ mean }) => mean.known);
  const respondents = new Set(answers.map(({ client }) => client).filter((client) => client >= 0));
  const clients = tableOf(dataset, 'clients').rows;
  let active = 0;
  let activeRespondents = 0;
  for (let client = 0; client < clients; client++) {
    if (!grouping.isActive(client)) continue;
    active++;
    if (respondents.has(client)) activeRespondents++;
  }
  return known({
    scale,
    answers: answers.length,
    returned: returnedOf(table, period, scale),
    response: ratioOf(activeRespondents, active, active, respondents.size - activeRespondents),
    index: meanOf(indexed.byAnswer, 1),
    indexAnswers: indexed.byAnswer.filter((one) => one !== undefined).length,
    indexBasis: indexed.basis,
    constructs: CONSTRUCTS.map((id) => items.find((item) => item.id === id) ?? emptyItem(id)),
    items: measured.filter(({ id }) => !isConstruct(id)).sort(byMean),
    lowest: [...measured].sort(byMean).reverse().slice(0, 3),
    groups: groupsOf(answers, indexed.byAnswer, grouping, settings),
    leftOut,
    overallOfClient: overallByClient(answers, scale),
  });
}

const valueOf = (item: SurveyItem): number => (item.mean.known ? item.mean.value : -Infinity);
const emptyItem = (id: Question): SurveyItem => ({
  id,
  label: QUESTIONS[id],
  n: 0,
  mean: missing({ reason: 'not-entered' }),
  topTwo: missing({ reason: 'not-entered' }),
});

/** Ten points, unless the person says five or no mark at all is above five. */
function scaleOf(table: TableOf<'survey'>, settings: Settings): SurveyScale {
  if (settings['satisfaction.scale'] !== 'auto') return settings['satisfaction.scale'] === 'five' ? 5 : 10;
  const columns = [table.columns.score, ...(Object.keys(QUESTIONS) as Question[]).map((id) => table.columns[id])];
  return columns.some((column) => column?.some((mark) => mark > 5)) ? 10 : 5;
}

/** Forms sent in the period, one a client and day of sending, and those of them with a mark. */
function returnedOf(table: TableOf<'survey'>, period: Period, scale: SurveyScale): Ratio {
  const { columns, rows } = table;
  if (!columns.sentDay) return missingRatio({ reason: 'no-column', column: 'survey.sentDay' });
  const forms = new Map<string, boolean>();
  let without = 0;
  for (let row = 0; row < rows; row++) {
    const sent = columns.sentDay[row]!;
    if (sent === NO_DAY) without++;
    if (sent === NO_DAY || !isInPeriod(period, sent)) continue;
    const client = columns.client?.[row] ?? NO_CLIENT;
    const key = client >= 0 ? `${client} ${sent}` : `row ${row}`;
    forms.set(key, forms.get(key) === true || hasMark(table, row, scale));
  }
  return ratioOf([...forms.values()].filter((came) => came).length, forms.size, forms.size, without);
}

function hasMark({ columns }: TableOf<'survey'>, row: number, scale: SurveyScale): boolean {
  const isMark = (mark: number | undefined): boolean => mark !== undefined && mark >= 1 && mark <= scale;
  return (
    isMark(columns.score?.[row]) || (Object.keys(QUESTIONS) as Question[]).some((id) => isMark(columns[id]?.[row]))
  );
}

function readAnswers(
  table: TableOf<'survey'>,
  period: Period,
  scale: SurveyScale,
): { readonly answers: readonly Answer[]; readonly labels: ReadonlyMap<string, Text>; readonly leftOut: number } {
  const { columns } = table;
  const byForm = new Map<string, Answer>();
  const labels = new Map<string, Text>(Object.entries(QUESTIONS));
  const itemIds = (columns.item?.values ?? []).map((name) => {
    const question = QUESTION_WORDS.find(([, words]) => words.test(name))?.[0];
    const id = question ?? `item:${name}`;
    if (!question) labels.set(id, verbatim(name));
    return id;
  });
  let leftOut = 0;
  for (let row = 0; row < table.rows; row++) {
    const client = columns.client?.[row] ?? NO_CLIENT;
    const day = columns.day?.[row] ?? NO_DAY;
    if (columns.day && (day === NO_DAY || !isInPeriod(period, day))) {
      // Sent, and not come back: nothing is left out.
      if (day === NO_DAY && hasMark(table, row, scale)) leftOut++;
      continue;
    }
    const itemCode = columns.item?.codes[row] ?? NO_TEXT;
    // One question a row: the rows of a client and day are one form. Anonymous rows with all questions are one form each.
    const key = client >= 0 ? `${client} ${day}` : itemCode >= 0 ? `? ${day}` : `row ${row}`;
    const answer = byForm.get(key) ?? { client, day, marks: new Map<string, number>() };
    byForm.set(key, answer);
    const keep = (id: string, mark: number): void => {
      if (Number.isNaN(mark)) return;
      if (mark < 1 || mark > scale) leftOut++;
      else answer.marks.set(id, mark);
    };
    for (const id of Object.keys(QUESTIONS) as Question[]) keep(id, columns[id]?.[row] ?? NaN);
    const score = columns.score?.[row] ?? NaN;
    keep(itemCode >= 0 ? itemIds[itemCode]! : 'overall', score);
  }
  return { answers: [...byForm.values()].filter(({ marks }) => marks.size > 0), labels, leftOut };
}

function indexesOf(
  answers: readonly Answer[],
  scale: SurveyScale,
  settings: Settings,
): { readonly basis: 'three' | 'overall'; readonly byAnswer: readonly (number | undefined)[] } {
  const weighting = settings['satisfaction.weighting'];
  const three = answers.map(({ marks }) => {
    const overall = marks.get('overall');
    const expectation = marks.get('againstExpectation');
    const ideal = marks.get('againstIdeal');
    return overall === undefined || expectation === undefined || ideal === undefined
      ? undefined
      : satisfactionIndex([overall, expectation, ideal], scale, weighting);
  });
  if (three.some((index) => index !== undefined)) return { basis: 'three', byAnswer: three };
  const one = answers.map(({ marks }) => {
    const overall = marks.get('overall');
    return overall === undefined ? undefined : satisfactionIndex([overall], scale, weighting);
  });
  return { basis: 'overall', byAnswer: one };
}

function itemsOf(
  answers: readonly Answer[],
  labels: ReadonlyMap<string, Text>,
  scale: SurveyScale,
): readonly SurveyItem[] {
  return [...labels].map(([id, label]) => {
    const marks = answers.map((answer) => answer.marks.get(id)).filter((mark): mark is number => mark !== undefined);
    const n = marks.length;
    if (n === 0)
      return { id, label, n, mean: missing({ reason: 'not-entered' }), topTwo: missing({ reason: 'not-entered' }) };
    return {
      id,
      label,
      n,
      mean: known(marks.reduce((sum, mark) => sum + mark, 0) / n),
      topTwo: known(marks.filter((mark) => mark >= scale - 1).length / n),
    };
  });
}

function groupsOf(
  answers: readonly Answer[],
  indexes: readonly (number | undefined)[],
  grouping: SurveyGrouping,
  settings: Settings,
): readonly SurveyGroup[] {
  const need = settings['satisfaction.minAnswers'];
  return grouping.groups.map((label, group) => {
    const own = answers.flatMap((answer, i) =>
      answer.client >= 0 && grouping.groupOf(answer.client) === group ? [i] : [],
    );
    return {
      label,
      answers: own.length,
      index: meanOf(
        own.map((i) => indexes[i]),
        need,
      ),
      overall: meanOf(
        own.map((i) => answers[i]!.marks.get('overall')),
        need,
      ),
    };
  });
}

function meanOf(values: readonly (number | undefined)[], need: number): Outcome<number> {
  const there = values.filter((value): value is number => value !== undefined);
  if (there.length < need) return missing({ reason: 'too-few', have: there.length, need });
  return known(there.reduce((sum, value) => sum + value, 0) / there.length);
}

/** The latest overall mark; of one day the mean is not needed, a form is one client and day. */
function overallByClient(answers: readonly Answer[], scale: SurveyScale): ReadonlyMap<number, number> {
  const latest = new Map<number, { readonly day: Day | number; readonly mark: number }>();
  for (const { client, day, marks } of answers) {
    const overall = marks.get('overall');
    if (client < 0 || overall === undefined) continue;
    const before = latest.get(client);
    if (!before || day >= before.day) latest.set(client, { day, mark: overall });
  }
  return new Map([...latest].map(([client, { mark }]) => [client, 1 + (rescale(mark, scale) / 100) * 9]));
}
