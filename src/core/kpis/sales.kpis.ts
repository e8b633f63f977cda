import { bucketOf, IN_PERIOD, IN_PREVIOUS } from '../facts/time-slots';
import { HIT, judgeTogether, MISS } from '../facts/verdict';
import { textAt } from '../model/columns';
import { tableOf } from '../model/dataset';
import { asDay, monthOf, NO_DAY } from '../model/day';
import { ratioOf, type Ratio } from '../model/ratio';
import { sumOf } from '../model/sum';
import { divideColumns } from './operations-counting';
import { defineComputed, defineRatio, type KpiInputs } from './define-kpi';

interface DueContract {
  readonly day: number;
  readonly amount: number;
  readonly fulfilled: number;
}

const CANCELLED = /取消|作废|撤销|终止|cancel|void/i;

/** Contracts due by as-of, without cancelled ones. */
function dueContracts({ dataset, window }: KpiInputs): DueContract[] {
  const { columns, rows } = tableOf(dataset, 'contracts');
  const found: DueContract[] = [];
  for (let row = 0; row < rows; row++) {
    const day = columns.dueDay?.[row] ?? NO_DAY;
    if (day === NO_DAY || day > window.asOf || CANCELLED.test(textAt(columns.status, row))) continue;
    found.push({ day, amount: columns.amount?.[row] ?? NaN, fulfilled: columns.fulfilledAmount?.[row] ?? NaN });
  }
  return found;
}

function contractRatio(contracts: readonly DueContract[]): Ratio {
  const usable = contracts.filter(({ amount, fulfilled }) => amount === amount && fulfilled === fulfilled);
  return ratioOf(
    sumOf(usable.map(({ fulfilled }) => fulfilled)),
    sumOf(usable.map(({ amount }) => amount)),
    usable.length,
    contracts.length - usable.length,
  );
}

/**
 * K18 sales contracts fulfilled. Formula: Σ amount fulfilled / Σ amount of contracts due in the period and by as-of.
 * Leaves out: cancelled contracts, contracts without one of the two amounts. Source: features K18.
 */
const contracts = defineComputed({
  id: 'K18',
  label: { zh: '销售合同完成率', en: 'Sales contracts fulfilled' },
  family: 'internal',
  unit: 'ratio',
  better: 'higher',
  valueKind: 'ratio',
  formula: { zh: '已履行合同额 / 到期应履行合同额', en: 'amount fulfilled / amount of contracts due' },
  needs: [['contracts.dueDay', 'contracts.amount', 'contracts.fulfilledAmount']],
  switchOn: {
    zh: '合同表（到期日、合同额、已履行额）',
    en: 'a sheet of contracts with due day, amount and amount fulfilled',
  },
  compute: (inputs) => {
    const due = dueContracts(inputs);
    const of = (bucket: number): DueContract[] =>
      due.filter(({ day }) => bucketOf(inputs.window, asDay(day)) === bucket);
    const current = of(IN_PERIOD);
    const months = [...new Set(current.map(({ day }) => monthOf(asDay(day))))].sort((a, b) => a - b);
    return {
      current: contractRatio(current),
      previous: contractRatio(of(IN_PREVIOUS)),
      trend: months.map((month) => ({
        month,
        ratio: contractRatio(current.filter(({ day }) => monthOf(asDay(day)) === month)),
      })),
    };
  },
});

/**
 * K19 shipping errors, by document. Formula: tickets with an error / tickets shipped in the period; one ticket is at most
 * one error. A ticket is the delivery number, else the order. Source: features K19 (K07 counts quantities).
 */
const shippingErrors = defineRatio({
  id: 'K19',
  label: { zh: '发货差错率（单据与实物）', en: 'Shipping errors (documents and goods)' },
  alsoCalled: { zh: '发货差错率', en: 'shipping errors' },
  family: 'internal',
  unit: 'ratio',
  better: 'lower',
  formula: { zh: '差错票数 / 发货票数', en: 'tickets with an error / tickets shipped' },
  needs: [['deliveries.wrongQuantity'], ['deliveries.wrong']],
  switchOn: { zh: '「错发量」或「是否错发」列', en: 'a column of wrong quantity or wrong item' },
  byGroup: true,
  counts: {
    over: 'deliveryTickets',
    by: 'shipped',
    share: ({ deliveries: { tickets } }) => {
      const { right } = tickets;
      return (row) => {
        const verdict = judgeTogether(right[row]!);
        return verdict === MISS ? HIT : verdict === HIT ? MISS : verdict;
      };
    },
  },
});

/** K20 waste recovered. Formula: Σ recovered / Σ waste. Leaves out: lines without one of the two. Source: features K20. */
const wasteUse = defineRatio({
  id: 'K20',
  isCensus: true,
  label: { zh: '废品回收利用率', en: 'Waste recovered' },
  family: 'internal',
  unit: 'ratio',
  better: 'higher',
  formula: { zh: '回收利用量 / 废品总量', en: 'recovered / waste' },
  needs: [['production.wasteQuantity', 'production.recoveredQuantity']],
  switchOn: {
    zh: '「生产日报」表（废品量、回收利用量）或「指标录入」表',
    en: 'a production sheet (waste, recovered), or the sheet of entered indicators',
  },
  counts: divideColumns('production', 'recoveredQuantity', 'wasteQuantity'),
});

export const salesKpis = [contracts, shippingErrors, wasteUse];
