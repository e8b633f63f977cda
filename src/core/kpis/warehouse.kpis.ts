import { defineEntered, defineRatio } from './define-kpi';
import { faultRate } from './fault-rates';

/** K05: sound stock / stock; deteriorated, broken and lost taken off. Not the complement of K01. */
const soundStock = defineEntered({
  id: 'K05',
  label: { zh: '物品完好率', en: 'Stock in good condition' },
  family: 'internal',
  unit: 'ratio',
  better: 'higher',
  formula: { zh: '期末完好量 / 期末库存（或吞吐）总量', en: 'stock in good condition / stock (or throughput)' },
});

/** K06: sizes of differences found at stock-taking / book stock; the net is shown beside it, because netting hides errors. */
const stockDifference = defineEntered({
  id: 'K06',
  label: { zh: '物品盈亏率', en: 'Stock differences' },
  family: 'internal',
  unit: 'ratio',
  better: 'lower',
  formula: { zh: '（|盘盈|+|盘亏|） / 账面数', en: '(gains + losses) / book stock' },
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

const deviceUse = defineEntered({
  id: 'K08',
  label: { zh: '设备和时间利用率', en: 'Equipment and time utilisation' },
  family: 'internal',
  unit: 'ratio',
  better: 'higher',
  formula: { zh: '使用台时 / 制度台时', en: 'hours used / hours available' },
});

const volumeUse = defineEntered({
  id: 'K09',
  label: { zh: '仓容利用率', en: 'Warehouse volume utilisation' },
  family: 'internal',
  unit: 'ratio',
  better: 'higher',
  formula: { zh: '平均库存量 / 仓库容量', en: 'average stock / capacity' },
});

const areaUse = defineEntered({
  id: 'K10',
  label: { zh: '仓库面积利用率', en: 'Warehouse area utilisation' },
  family: 'internal',
  unit: 'ratio',
  better: 'higher',
  formula: { zh: '实际堆放面积 / 仓库总面积', en: 'area stacked / area' },
});

export const warehouseKpis = [soundStock, stockDifference, wrongItems, deviceUse, volumeUse, areaUse];
