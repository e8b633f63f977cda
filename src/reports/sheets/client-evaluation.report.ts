import { nameOf } from '../../core/measures/measures';
import type { ClientFigures } from '../../core/sales/client-figures';
import { HONESTY_LABELS } from '../../core/credit/honesty';
import type { PyramidLevel } from '../../core/sales/pyramid';
import { PYRAMID_STEPS, type PyramidStep } from '../../core/standing/pyramid-advice';
import { flatMapOutcome, mapOutcome, missing, type Outcome } from '../../core/model/outcome';
import type { Money } from '../../core/model/money';
import { LEVEL_LABELS } from '../../core/sales/key-accounts';
import { fill, type Text } from '../../i18n/text';
import { wordNumber } from '../../i18n/wording';
import { count, growth, label, money, number, text, userText, wrapped } from '../layout/columns';
import { defineReport, defineTable } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { CELL, TAB } from '../layout/theme';
import { PROFIT_WORDS, PYRAMID_WORDS } from '../words/domain-words';
import { clientColumns, tierColumn } from './parts/client-columns';

/** Clients with sales in the period, the largest first. */
const evaluated = ({ analysis }: ReportContext): readonly ClientFigures[] =>
  analysis.clients
    .filter(({ rank }) => rank.known)
    .sort((a, b) => (a.rank.known && b.rank.known ? a.rank.value - b.rank.value : 0) || a.client - b.client);

const classOf = (scheme: string, { client }: ClientFigures, { analysis: { classes } }: ReportContext): Outcome<Text> =>
  flatMapOutcome(classes, ({ schemes, clients }) => {
    const at = schemes.findIndex(({ id }) => id === scheme);
    const found = clients[client]?.classAt(at);
    return found ? mapOutcome(found, ({ value }) => value) : missing({ reason: 'no-rows' });
  });

const creditOf = <T>(
  { client }: ClientFigures,
  { analysis: { credit } }: ReportContext,
  get: (one: (typeof credit & { known: true })['value']['clients'][number]) => Outcome<T>,
): Outcome<T> => flatMapOutcome(credit, ({ clients }) => get(clients[client]!));

interface StepLine {
  readonly level: PyramidLevel;
  readonly step: PyramidStep;
  readonly clients: number;
  readonly netAmount: Money;
}

const LEVELS: readonly PyramidLevel[] = ['top', 'second', 'ordinary', 'small'];
const STEPS: readonly PyramidStep[] = ['keep', 'raise', 'save', 'reprice', 'drop'];

function stepLines({ analysis }: ReportContext): readonly StepLine[] {
  const advice = analysis.pyramidAdvice;
  if (!advice.known) return [];
  return LEVELS.flatMap((level) =>
    STEPS.flatMap((step): StepLine[] => {
      const own = analysis.clients.filter(({ client, pyramid }) => {
        const given = advice.value[client];
        return pyramid.known && pyramid.value === level && given?.known === true && given.value.step === step;
      });
      if (own.length === 0) return [];
      const netAmount = own.reduce((sum, one) => sum + one.netAmount, 0) as Money;
      return [{ level, step, clients: own.length, netAmount }];
    }),
  );
}

const steps = defineTable<StepLine>({
  id: 'pyramidSteps',
  heading: { zh: '客户金字塔：每一层怎么管', en: 'Pyramid: what to do on each step' },
  note: ({ analysis: { settings } }) =>
    fill(
      {
        zh: '升级潜力：比上期增长至少 {growth}%，且上一级门槛不超过自己净额的 {reach} 倍；淘汰只是建议，先长期观察。',
        en: 'May rise: growth of at least {growth}%, and the next level begins within {reach} times its net sales; dropping is only a suggestion, after long watching.',
      },
      {
        growth: wordNumber(settings['pyramid.raiseGrowth'] * 100),
        reach: wordNumber(settings['pyramid.raiseReach'], 2),
      },
    ),
  rows: stepLines,
  columns: [
    label({ zh: '层级', en: 'Step' }, ({ level }) => PYRAMID_WORDS[level], { minWidth: 14 }),
    text({ zh: '建议', en: 'Advice' }, ({ step }) => PYRAMID_STEPS[step], { id: 'stepAdvice', minWidth: 28 }),
    count({ zh: '客户数', en: 'Clients' }, ({ clients }) => clients, { total: 'sum' }),
    money(nameOf('netSales'), ({ netAmount }) => netAmount, { total: 'sum' }),
  ],
});

/** 001-39 and 004-9: all that is judged of a client side by side, and what to do by its step of the pyramid. */
export const clientEvaluation = defineReport<ClientFigures>({
  id: 'clientEvaluation',
  sheet: { zh: '客户评估', en: 'Client evaluation' },
  purpose: {
    zh: '每个客户的等级、信用、满意度、利润和金字塔建议放在一行',
    en: 'Tier, credit, satisfaction, profit and advice by pyramid of each client on one line',
  },
  tab: TAB.clients,
  needs: ['transactions.amount'],
  isOfClients: true,
  missing: (context) =>
    evaluated(context).length > 0
      ? undefined
      : { zh: '本期没有可评估的成交客户', en: 'no client with sales in the period' },
  orientation: 'landscape',
  paper: 'whole',
  freezeHeader: true,
  keyedBy: 'first',
  message: (context) => {
    const lines = stepLines(context);
    const of = (step: PyramidStep): number =>
      lines.filter((one) => one.step === step).reduce((sum, { clients }) => sum + clients, 0);
    return fill(
      {
        zh: '{n} 家客户：有升级潜力 {raise} 家，考虑淘汰 {drop} 家',
        en: '{n} clients: {raise} may rise, {drop} to think of dropping',
      },
      {
        n: wordNumber(evaluated(context).length),
        raise: wordNumber(of('raise')),
        drop: wordNumber(of('drop')),
      },
    );
  },
  rows: evaluated,
  columns: [
    ...clientColumns<ClientFigures>((one) => one),
    tierColumn<ClientFigures>({ zh: '等级', en: 'Tier' }, ({ tier }) => tier),
    label<ClientFigures>(
      { zh: '客户层级', en: 'Level' },
      ({ client }, { analysis }) =>
        mapOutcome(analysis.keyAccounts, ({ clients }) => LEVEL_LABELS[clients[client]!.level]),
      { minWidth: 9 },
    ),
    label<ClientFigures>(
      { zh: '金字塔', en: 'Pyramid' },
      ({ pyramid }) => mapOutcome(pyramid, (level) => PYRAMID_WORDS[level]),
      { minWidth: 10, silent: true },
    ),
    wrapped<ClientFigures>(
      { zh: '怎么管', en: 'What to do' },
      ({ client }, { analysis }) =>
        flatMapOutcome(analysis.pyramidAdvice, (all) => mapOutcome(all[client]!, (one) => one.text)),
      { id: 'advice', minWidth: 26, maxWidth: 34, silent: true },
    ),
    money<ClientFigures>(nameOf('netSales'), ({ netAmount }) => netAmount, { style: CELL.wholeMoney }),
    growth<ClientFigures>(nameOf('change'), ({ growth: change }) => change, { silent: true }),
    label<ClientFigures>(
      { zh: '信用等级', en: 'Credit grade' },
      (row, context) =>
        mapOutcome(
          creditOf(row, context, ({ card }) => card.grade),
          (grade): Text => ({ zh: `信用${grade}`, en: `Credit ${grade}` }),
        ),
      { minWidth: 9, silent: true },
    ),
    number<ClientFigures>(nameOf('creditScore'), (row, context) => creditOf(row, context, ({ card }) => card.score), {
      style: { numberFormat: '0' },
      silent: true,
    }),
    label<ClientFigures>(
      { zh: '诚信', en: 'Honesty' },
      (row, context) =>
        creditOf(row, context, ({ honesty }) => ({ known: true as const, value: HONESTY_LABELS[honesty.honesty] })),
      { minWidth: 11, silent: true },
    ),
    label<ClientFigures>(
      { zh: '满意度分类', en: 'Satisfaction' },
      (row, context) => classOf('satisfaction', row, context),
      { minWidth: 10, silent: true },
    ),
    count<ClientFigures>(
      nameOf('complaintsOfYear'),
      ({ client }, { analysis: { clientFiles } }) =>
        flatMapOutcome(clientFiles, ({ files }) => files[client]!.complaintsOfYear),
      { silent: true },
    ),
    label<ClientFigures>(
      { zh: '利润分类', en: 'Profit class' },
      ({ profitClass }) => mapOutcome(profitClass, (one) => PROFIT_WORDS[one]),
      { minWidth: 10, hideWhenEmpty: true },
    ),
    label<ClientFigures>({ zh: '生命周期', en: 'Life cycle' }, (row, context) => classOf('lifecycle', row, context), {
      minWidth: 9,
      silent: true,
    }),
    userText<ClientFigures>({ zh: '评估意见', en: 'Our opinion' }, { id: 'opinion' }),
  ],
  tables: [steps],
  sources: ['transactions', 'clients', 'invoices', 'survey', 'complaints'],
  settings: ['pyramid.top', 'pyramid.second', 'pyramid.third', 'pyramid.raiseGrowth', 'pyramid.raiseReach'],
});
