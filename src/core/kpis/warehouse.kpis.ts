import { faultQuantity } from '../facts/fault-column';
import { textAt } from '../model/columns';
import { hasColumn, tableOf } from '../model/dataset';
import { defineRatio, ratioPart, type Counting, type KpiInputs } from './define-kpi';
import { faultRate } from './fault-rates';
import { breakDown, countSums, divideColumns } from './operations-counting';

/** 原料仓, 供应仓: what K12 counts. */
const SUPPLY = /原料|原材料|供应|辅料|raw|supply|material/i;

type Loss = 'spoiltQuantity' | 'lostQuantity' | 'brokenQuantity';
const LOSSES: readonly Loss[] = ['spoiltQuantity', 'lostQuantity', 'brokenQuantity'];

/** Σ of the named losses / Σ book quantity. A column that is filled only at losses means none where it is empty. */
function lossRate(losses: readonly Loss[], isRest: boolean): Counting {
  return countSums('stockTakes', ({ dataset }) => {
    const { columns } = tableOf(dataset, 'stockTakes');
    const kept = losses.map((loss) => faultQuantity(columns[loss])).filter((one) => one !== undefined);
    return (row) => {
      const book = columns.bookQuantity?.[row] ?? NaN;
      let lost = kept.length === 0 ? NaN : 0;
      for (const one of kept) lost += one.at(row);
      return lost <= book ? [isRest ? book - lost : lost, book] : [NaN, book];
    };
  });
}

/** Differences found at stock-taking / book stock, of the supply warehouses or of the others. */
export function stockDifferences(isSupply: boolean, isNet: boolean): Counting {
  return countSums('stockTakes', ({ dataset }) => {
    const { warehouseKind, bookQuantity, countedQuantity } = tableOf(dataset, 'stockTakes').columns;
    return (row) => {
      if (SUPPLY.test(textAt(warehouseKind, row)) !== isSupply) return undefined;
      const book = bookQuantity?.[row] ?? NaN;
      const difference = (countedQuantity?.[row] ?? NaN) - book;
      return [isNet ? difference : Math.abs(difference), book];
    };
  });
}

const warehouseOf = ({ dataset }: KpiInputs) => tableOf(dataset, 'stockTakes').columns.warehouse;
const LOSS_NEEDS = LOSSES.map((loss) => ['stockTakes.bookQuantity', `stockTakes.${loss}`] as const);
const STOCK_TAKING = {
  zh: '「盘点」表（账面量，变质、丢失、破损量）或「指标录入」表',
  en: 'a stock-taking sheet (book quantity; spoilt, lost, broken), or the sheet of entered indicators',
};

/**
 * K05 stock in good condition. Formula: (book − spoilt − lost − broken) / book quantity, all counts of the period. Leaves out: no
 * book quantity; more lost than there was. Not the complement of K01. Source: features K05. @example 990 of 1,000 //=> 99 %
 */
const soundStock = defineRatio({
  id: 'K05',
  isCensus: true,
  label: { zh: '物品完好率', en: 'Stock in good condition' },
  family: 'internal',
  unit: 'ratio',
  better: 'higher',
  formula: {
    zh: '（账面量−变质−丢失−破损） / 账面量，各次盘点相加',
    en: '(book − spoilt − lost − broken) / book quantity, over all counts',
  },
  needs: LOSS_NEEDS,
  switchOn: STOCK_TAKING,
  counts: lossRate(LOSSES, true),
  breakdown: (inputs) => breakDown(inputs, lossRate(LOSSES, true), warehouseOf(inputs)),
});

/**
 * K06 differences found at stock-taking. Formula: Σ |counted − book| / Σ book quantity, without supply warehouses; the net is shown
 * beside it, because netting hides errors. Source: features K06. @example +50 and −50 of 1,000 //=> 10 %, net 0 %
 */
const stockDifference = defineRatio({
  id: 'K06',
  isCensus: true,
  label: { zh: '物品盈亏率', en: 'Stock differences' },
  family: 'internal',
  unit: 'ratio',
  better: 'lower',
  formula: { zh: '（|盘盈|+|盘亏|） / 账面数', en: '(gains + losses) / book stock' },
  needs: [['stockTakes.bookQuantity', 'stockTakes.countedQuantity']],
  switchOn: {
    zh: '「盘点」表（账面量、实存量）或「指标录入」表',
    en: 'a stock-taking sheet (book and counted quantity), or the sheet of entered indicators',
  },
  counts: stockDifferences(false, false),
  parts: (_, measure) => [
    ratioPart(
      { zh: '净额（盘盈−盘亏）', en: 'Net of gains and losses' },
      'ratio',
      measure.count(stockDifferences(false, true)).current,
    ),
  ],
  breakdown: (inputs) => breakDown(inputs, stockDifferences(false, false), warehouseOf(inputs)),
  entered: 'sizes',
});

/**
 * K07 wrong items, by quantity. Formula: Σ wrong / Σ shipped quantity of lines shipped in the period; where no quantities
 * are kept, lines with a wrong item / lines. Source: features K07 (K19 counts documents).
 */
const wrongItems = defineRatio({
  id: 'K07',
  label: { zh: '物品错发率', en: 'Wrong items shipped' },
  family: 'internal',
  unit: 'ratio',
  better: 'lower',
  formula: ({ deliveries: { lines } }) =>
    lines.faults.wrongQuantity && lines.shippedQuantity
      ? { zh: '错发件数 / 发出件数', en: 'wrong / shipped quantity' }
      : { zh: '有错发的行 / 发出行（没有数量）', en: 'lines with a wrong item / lines shipped (no quantities)' },
  needs: [['deliveries.wrongQuantity'], ['deliveries.wrong']],
  switchOn: { zh: '「错发量」或「是否错发」列', en: 'a column of wrong quantity or wrong item' },
  byGroup: true,
  counts: faultRate('wrongQuantity', 'wrong', 'shippedQuantity'),
});

/**
 * K08 use of equipment and of its time: two figures. Value: Σ machine hours run / Σ machine hours available; beside it Σ machines
 * used / Σ machines. Above 100 % is shown, not cut off. Source: features K08.
 */
const deviceUse = defineRatio({
  id: 'K08',
  isCensus: true,
  label: { zh: '设备和时间利用率', en: 'Equipment and time utilisation' },
  family: 'internal',
  unit: 'ratio',
  better: 'higher',
  formula: {
    zh: '时间：运转台时 / 制度台时；设备：使用台数 / 在用台数',
    en: 'time: machine hours run / available; equipment: machines used / machines',
  },
  needs: [['warehouses.deviceHours', 'warehouses.deviceHoursAvailable']],
  switchOn: {
    zh: '「仓库使用」表（运转台时、制度台时；使用台数、在用台数）或「指标录入」表',
    en: 'a sheet of warehouse use (machine hours, machines), or the sheet of entered indicators',
  },
  counts: divideColumns('warehouses', 'deviceHours', 'deviceHoursAvailable'),
  parts: ({ dataset }, measure) =>
    hasColumn(dataset, 'warehouses.devices') && hasColumn(dataset, 'warehouses.devicesUsed')
      ? [
          ratioPart(
            { zh: '设备利用率（台数）', en: 'Equipment used (machines)' },
            'ratio',
            measure.count(divideColumns('warehouses', 'devicesUsed', 'devices')).current,
          ),
        ]
      : [],
});

/** K09 use of warehouse volume. Formula: Σ average stock / Σ capacity of the months; above 100 % is shown. Source: features K09. */
const volumeUse = defineRatio({
  id: 'K09',
  isCensus: true,
  label: { zh: '仓容利用率', en: 'Warehouse volume utilisation' },
  family: 'internal',
  unit: 'ratio',
  better: 'higher',
  formula: { zh: '平均库存量 / 仓库容量', en: 'average stock / capacity' },
  needs: [['warehouses.averageStock', 'warehouses.capacity']],
  switchOn: {
    zh: '「仓库使用」表（平均库存量、仓库容量）或「指标录入」表',
    en: 'a sheet of warehouse use (average stock, capacity), or the sheet of entered indicators',
  },
  counts: divideColumns('warehouses', 'averageStock', 'capacity'),
  breakdown: (inputs) =>
    breakDown(
      inputs,
      divideColumns('warehouses', 'averageStock', 'capacity'),
      tableOf(inputs.dataset, 'warehouses').columns.warehouse,
    ),
});

/** K10 use of warehouse area. Formula: Σ stacked / Σ total area of the months. Source: features K10. */
const areaUse = defineRatio({
  id: 'K10',
  isCensus: true,
  label: { zh: '仓库面积利用率', en: 'Warehouse area utilisation' },
  family: 'internal',
  unit: 'ratio',
  better: 'higher',
  formula: { zh: '实际堆放面积 / 仓库总面积', en: 'area stacked / area' },
  needs: [['warehouses.stackedArea', 'warehouses.totalArea']],
  switchOn: {
    zh: '「仓库使用」表（实际堆放面积、仓库总面积）或「指标录入」表',
    en: 'a sheet of warehouse use (stacked and total area), or the sheet of entered indicators',
  },
  counts: divideColumns('warehouses', 'stackedArea', 'totalArea'),
  breakdown: (inputs) =>
    breakDown(
      inputs,
      divideColumns('warehouses', 'stackedArea', 'totalArea'),
      tableOf(inputs.dataset, 'warehouses').columns.warehouse,
    ),
});

/**
 * E07 spoilt, lost or broken in storage. Formula: Σ (spoilt + lost + broken) / Σ book quantity; the three parts beside it.
 * Source: features E07. @example 3, 5 and 2 of 1,000 //=> 1 %
 */
export const storageLoss = defineRatio({
  id: 'E07',
  isCensus: true,
  label: { zh: '保管中变质、丢失、破损率', en: 'Spoilt, lost or broken in storage' },
  family: 'external',
  unit: 'ratio',
  better: 'lower',
  formula: { zh: '（变质+丢失+破损） / 保管总量（账面量）', en: '(spoilt + lost + broken) / stored (book quantity)' },
  needs: LOSS_NEEDS,
  switchOn: STOCK_TAKING,
  counts: lossRate(LOSSES, false),
  parts: ({ dataset }, measure) =>
    (
      [
        ['spoiltQuantity', { zh: '变质', en: 'Spoilt' }],
        ['lostQuantity', { zh: '丢失', en: 'Lost' }],
        ['brokenQuantity', { zh: '破损', en: 'Broken' }],
      ] as const
    )
      .filter(([loss]) => hasColumn(dataset, `stockTakes.${loss}`))
      .map(([loss, label]) => ratioPart(label, 'ratio', measure.count(lossRate([loss], false)).current)),
  breakdown: (inputs) => breakDown(inputs, lossRate(LOSSES, false), warehouseOf(inputs)),
});

export const warehouseKpis = [soundStock, stockDifference, wrongItems, deviceUse, volumeUse, areaUse];
