import { fill, type Text } from '../../i18n/text';
import { wordMoney } from '../../i18n/wording';
import type { Analysis } from '../analysis';
import { tableOf, type Dataset } from '../model/dataset';
import { isoMonthOf, monthOf } from '../model/day';
import { KEEP_IN_TOUCH, PIPELINE_GRADE_LABELS, type Opportunity, type Pipeline } from '../prospects/pipeline';
import type { PipelineGrade } from '../prospects/pipeline-grades';
import type { LastPurchase } from '../sales/purchases/last-purchases';
import type { Settings } from '../settings';
import { idealIndex, indexOnOrBefore, spacingOf, type WorkMonth } from '../calendar/calendar-month';
import { levelOf, tierOf } from './client-brief';
import { frequencyOf, isItsMonth, stableHash } from './frequencies';
import { keyOf, type ContactType } from './plan-keys';
import { purposeOf, type Purpose, type PurposeDetails } from './reasons/purposes';
import { reasonsToCall } from './reasons/reasons-to-call';
import { shortDay } from './reasons/short-day';
import type { SplitGrade } from './time-split';

/** 0 left over from before … 8 tier Ⅲ and first calls: who gives way first when the days do not suffice. */
export type Priority = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** A contact that the month asks for, before it has a day. Indices count working days of the month from 0. */
export interface Obligation {
  readonly key: string;
  readonly client: number;
  readonly type: ContactType;
  readonly number: number;
  /** `none`: takes no time of its own (a card with the post). */
  readonly slot: 'call' | 'visit' | 'none';
  readonly isCold: boolean;
  /** Which part of the time split it uses; absent: an existing client. */
  readonly grade?: SplitGrade;
  priority: Priority;
  purposes: Purpose[];
  ideal: number;
  /** First and last index where it belongs: its part of the month, or the window of its event. */
  from: number;
  to: number;
  /** Must not leave `from` … `to`. */
  isDated: boolean;
  /** Serves something that cannot wait: no later date may draw it along. */
  isUrgent?: boolean;
  readonly spacing: number;
}

/** Clients that the plan leaves alone: departments of the firm, and what is written off. */
export function isPlanned(dataset: Dataset, client: number): boolean {
  const { internal, writtenOff } = tableOf(dataset, 'clients').columns;
  return internal?.[client] !== 1 && writtenOff?.[client] !== 1;
}

/** The client as keys name it. */
export function keyNameOf(analysis: Analysis, client: number): string {
  const { code, name } = analysis.clients[client]!;
  return code || name;
}

/**
 * The contacts that class, pipeline and time of year ask for, client by client, numbered and spread over the month.
 *
 * Calls and visits of one client are spread together; a stable hash of the code says whether the visit comes early or late. An open opportunity of a client that is
 * contacted anyway rides on its first contact (grade A is a contact of its own). Grade D: a card in the quarter, no time.
 * Source: definitions §8 steps 1 and 3, 000-C8, 000-C10, C-11.
 * @example key client, handbook, 16 working days //=> call and visit at indices 4 and 12
 */
export function regularObligations(
  analysis: Analysis,
  month: WorkMonth,
  client: number,
  settings: Settings,
  purchase?: LastPurchase,
): Obligation[] {
  const level = levelOf(analysis, client);
  const tier = tierOf(analysis, client);
  const name = keyNameOf(analysis, client);
  const { calls, visits, source } = frequencyOf(level, tier, name, month.month, settings);
  const workDays = month.days.length;
  const n = calls + visits;
  const found: Obligation[] = [];
  // Half of the clients are visited early, half late: else all visits would fall into the same part of the month.
  const isLate = stableHash(name) % 2 === 0;
  const isVisitAt = new Set(
    Array.from({ length: visits }, (_, k) => {
      const at = Math.floor(((2 * k + 1) * n) / (2 * visits));
      return isLate ? at : n - 1 - at;
    }),
  );
  const numbers = { call: 0, visit: 0 };
  const basePriority = regularPriority(analysis, client);
  const reasons = reasonsToCall(analysis, client, month, purchase);
  for (let j = 1; j <= n; j++) {
    const slot = isVisitAt.has(j - 1) ? 'visit' : 'call';
    const type: ContactType = level === 'lost' ? 'winBack' : slot;
    const number = ++numbers[slot];
    const { text, ...details } = reasons(type);
    found.push({
      key: keyOf({ client: name, month: month.month, type, number }),
      client,
      type,
      number,
      slot,
      isCold: false,
      priority: slot === 'visit' ? visitPriority(basePriority) : basePriority,
      purposes: [purposeOf(type, text, source, undefined, details)],
      ideal: idealIndex(j, n, workDays),
      from: Math.floor(((j - 1) * workDays) / n),
      to: Math.max(Math.floor((j * workDays) / n) - 1, Math.floor(((j - 1) * workDays) / n)),
      isDated: false,
      spacing: spacingOf(n, workDays),
    });
  }
  addPipeline(analysis, month, client, name, found);
  return found;
}

function regularPriority(analysis: Analysis, client: number): Priority {
  const level = levelOf(analysis, client);
  const account = analysis.keyAccounts.known ? analysis.keyAccounts.value.clients[client]! : undefined;
  const tier = tierOf(analysis, client);
  switch (level) {
    case 'key':
      return 3;
    case 'focus':
      return account?.focus.some(({ reason }) => reason === 'leaving') ? 4 : 5;
    case 'general':
      return tier.known && tier.value !== 3 ? 6 : 8;
    case 'lost':
    case 'target':
    case 'lead':
      return 8;
  }
}

/** The visits that we add to the handbook's calls must not cost others of the class their only call. */
const visitPriority = (priority: Priority): Priority => (priority + 1) as Priority;

/** The opportunity's contact by grade, or a first call to a lead. */
function addPipeline(analysis: Analysis, month: WorkMonth, client: number, name: string, found: Obligation[]): void {
  const grade = openGradeOf(analysis, client);
  const level = levelOf(analysis, client);
  if (grade === undefined) {
    if (level === 'target') found.push(pipelineContact(month, client, name, 'B', TARGET_PURPOSE, 7));
    else if (level === 'lead') found.push(firstCall(month, client, name));
    return;
  }
  const purpose = purposeOf('opportunity', ...wordOpportunity(analysis, month, client, grade));
  if (grade === 'D') {
    if (found.length === 0 && isItsMonth(name, month.month, CARD_MONTHS)) found.push(card(month, client, name));
    return;
  }
  if (grade !== 'A' && found.length > 0) {
    found[0]!.purposes.push(purpose);
    return;
  }
  found.push({
    ...pipelineContact(month, client, name, grade, purpose, grade === 'A' ? 2 : 7),
    ...beforeDeal(analysis, month, client, grade),
  });
}

/** C-11: one card a quarter. */
const CARD_MONTHS = 3;

const TARGET_PURPOSE = purposeOf(
  'opportunity',
  { zh: '目标客户：有成交意向，密切联系', en: 'Target: intends to order, keep close' },
  '001-11',
);

function openOpportunity({ pipeline }: Analysis, client: number, grade: PipelineGrade): Opportunity | undefined {
  if (!pipeline.known) return undefined;
  return openOf(pipeline.value)
    .get(client)
    ?.find((one) => one.grade.known && one.grade.value === grade);
}

/** Open opportunities by client, gathered once a pipeline. */
const OPEN = new WeakMap<Pipeline, ReadonlyMap<number, readonly Opportunity[]>>();

function openOf(pipeline: Pipeline): ReadonlyMap<number, readonly Opportunity[]> {
  const known = OPEN.get(pipeline);
  if (known) return known;
  const found = new Map<number, Opportunity[]>();
  for (const one of pipeline.opportunities) {
    if (one.state !== 'open') continue;
    const own = found.get(one.client);
    if (own) own.push(one);
    else found.set(one.client, [one]);
  }
  OPEN.set(pipeline, found);
  return found;
}

/** An expected day further ahead is a month. */
const FAR_DAYS = 183;

/** Grade, amount, day and next step of the client's open opportunity of that grade; past its day it says so. */
function wordOpportunity(
  analysis: Analysis,
  month: WorkMonth,
  client: number,
  grade: PipelineGrade,
): [text: Text, source: string, rank: undefined, details: PurposeDetails] {
  const open = openOpportunity(analysis, client, grade);
  const amount = open?.expectedAmount.known ? ` ${wordMoney(open.expectedAmount.value, 0)}` : '';
  const due = open?.expectedDay.known ? open.expectedDay.value : undefined;
  const step = open?.nextStep ?? '';
  const parts = {
    grade: PIPELINE_GRADE_LABELS[grade],
    en: grade,
    amount,
    how: step === '' ? KEEP_IN_TOUCH[grade] : step,
  };
  const source = '000-C8, 000-C10';
  if (due === undefined)
    return [
      fill({ zh: '{grade}{amount}：{how}', en: 'Deal {en}{amount}: {how}' }, parts),
      source,
      undefined,
      { ...(amount !== '' && { measure: 'expectedAmount' }) },
    ];
  const words = {
    ...parts,
    day: due - month.to > FAR_DAYS ? isoMonthOf(monthOf(due)) : shortDay(due, month),
  };
  return [
    fill({ zh: '{grade}{amount}，预计{day}：{how}', en: 'Deal {en}{amount}, {day}: {how}' }, words),
    source,
    undefined,
    {
      ...(amount !== '' && { measure: 'expectedAmount' }),
      passed: {
        day: due,
        text: fill({ zh: '{grade}{amount}，预计{day}已过：{how}', en: 'Deal {en}{amount}, was {day}: {how}' }, words),
      },
    },
  ];
}

/** Grade of the client's open opportunities, the nearest to a deal. */
export function openGradeOf({ pipeline }: Analysis, client: number): PipelineGrade | undefined {
  return pipeline.known ? pipeline.value.gradeOfClient.get(client) : undefined;
}

function oneContact(
  month: WorkMonth,
  client: number,
  name: string,
  type: ContactType,
): Pick<Obligation, 'key' | 'client' | 'type' | 'number' | 'ideal' | 'from' | 'to' | 'isDated' | 'spacing'> {
  const workDays = month.days.length;
  return {
    key: keyOf({ client: name, month: month.month, type, number: 1 }),
    client,
    type,
    number: 1,
    ideal: idealIndex(1, 1, workDays),
    from: 0,
    to: workDays - 1,
    isDated: false,
    spacing: 1,
  };
}

function pipelineContact(
  month: WorkMonth,
  client: number,
  name: string,
  grade: 'A' | 'B' | 'C',
  purpose: Purpose,
  priority: Priority,
): Obligation {
  return {
    ...oneContact(month, client, name, 'opportunity'),
    slot: grade === 'C' ? 'call' : 'visit',
    isCold: false,
    grade,
    priority,
    purposes: [purpose],
  };
}

/** Working days before the expected deal: time for an offer and an answer. */
const DAYS_BEFORE_DEAL = 3;

/** An opportunity that is to be closed within the month is visited before its day; one whose day has passed at once. */
function beforeDeal(
  analysis: Analysis,
  month: WorkMonth,
  client: number,
  grade: PipelineGrade,
): Partial<Pick<Obligation, 'ideal' | 'to'>> {
  const day = openOpportunity(analysis, client, grade)?.expectedDay;
  if (!day?.known || day.value > month.to) return {};
  const to = clampToMonth(month, indexOnOrBefore(month, day.value));
  return { ideal: clampToMonth(month, to - DAYS_BEFORE_DEAL), to };
}

function firstCall(month: WorkMonth, client: number, name: string): Obligation {
  return {
    ...oneContact(month, client, name, 'newClient'),
    slot: 'call',
    isCold: true,
    grade: 'new',
    priority: 8,
    purposes: [
      purposeOf('newClient', { zh: '开发新客户：了解基本情况', en: 'New client: learn who they are' }, '000-C10'),
    ],
  };
}

function card(month: WorkMonth, client: number, name: string): Obligation {
  return {
    ...oneContact(month, client, name, 'card'),
    slot: 'none',
    isCold: false,
    priority: 8,
    purposes: [
      purposeOf('card', { zh: '商机D：寄卡片，随群发活动', en: 'Opportunity D: card with the mailing' }, 'C-11'),
    ],
  };
}

/** The last index of the month; where a plan is made late, what belongs before today belongs today. */
export function clampToMonth(month: WorkMonth, index: number): number {
  return Math.min(Math.max(index, month.start), Math.max(month.start, month.days.length - 1));
}
