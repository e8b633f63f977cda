import { box, type FormDefinition } from './define-form';

const AMOUNT = 'IF(COUNT({quantity},{unitPrice})<2,"",ROUND({quantity}*{unitPrice},2))';
const DRIVER = { zh: '提货人', en: 'Collected by' };
const COORDINATOR = { zh: '协调员', en: 'Coordinator' };

/** 订货–发货相关表格: what an order passes through from the call to the gate. */
export const deliveryForms: readonly FormDefinition[] = [
  {
    id: 'phoneOrders',
    title: { zh: '电话订货记录', en: 'Telephone orders' },
    number: { zh: '编号：DD-QR-YXB-24', en: 'No DD-QR-YXB-24' },
    orientation: 'landscape',
    readAs: 'orders',
    head: [],
    lines: {
      columns: [
        box('订单号', 'Order ID', { width: 13, path: 'deliveries.orderNo' }),
        box('客户姓名', 'Customer name', { width: 18, path: 'deliveries.clientName' }),
        box('详细地址', 'Full address', { width: 20 }),
        box('订货时间', 'Order time', { kind: 'day', width: 12, path: 'deliveries.orderDay' }),
        box('订货人', 'Ordered by', { width: 9 }),
        box('内容（品名、规格）', 'Product', { width: 22, path: 'deliveries.product' }),
        box('订货数量', 'Ordered quantity', { kind: 'number', width: 10, path: 'deliveries.orderedQuantity' }),
        box('要求交期', 'Promised date', { kind: 'day', width: 12, path: 'deliveries.promisedDay' }),
        box('发货时间', 'Shipped date', { kind: 'day', width: 12, path: 'deliveries.shippedDay' }),
        box('运输方式', 'Transport mode', { width: 10, path: 'deliveries.transportMode' }),
        box('货款情况', 'Payment', { width: 11 }),
        box('其它', 'Other', { width: 12 }),
        box('接听人', 'Taken by', { width: 8 }),
      ],
    },
    tail: [],
    signatures: [],
    notes: [{ zh: '接电话时逐项问清并复述；当天提货为“幸运”，三天内为“合理”，三天后为“事故”。', en: 'Ask for every item and read it back. Collected the same day: lucky; within three days: reasonable; later: a mishap.' }],
  },
  {
    id: 'deliveryNote',
    title: { zh: '提货单', en: 'Delivery note' },
    orientation: 'portrait',
    isHalf: true,
    readAs: 'deliveries',
    head: [
      {
        boxes: [
          box('购货单位', 'Customer', { units: 12, path: 'deliveries.clientName' }),
          box('日期', 'Date', { kind: 'day', units: 6, path: 'deliveries.shippedDay' }),
          box('销售票号', 'Ticket no', { units: 6, path: 'deliveries.deliveryNo' }),
        ],
      },
    ],
    lines: {
      columns: [
        box('品名', 'Product', { width: 18, path: 'deliveries.product' }),
        box('包重规格(kg)', 'kg a bag', { kind: 'number', width: 9, key: 'bagWeight' }),
        box('粒径规格', 'Grain size', { width: 8 }),
        box('数量(吨)', 'Tonnes', { kind: 'number', width: 9, key: 'quantity', path: 'deliveries.shippedQuantity', sums: true }),
        box('袋数', 'Bags', { kind: 'number', width: 8, key: 'bags', sums: true }),
        box('单价', 'Unit price', { kind: 'money', width: 10, key: 'unitPrice' }),
        box('金额', 'Amount', { kind: 'money', width: 12, key: 'amount', formula: AMOUNT, path: 'deliveries.value', sums: true }),
        box('备注', 'Notes', { width: 10 }),
        box('核对', 'Check', { width: 6, formula: 'IF(COUNT({quantity},{bags},{bagWeight})<3,"",IF(ABS({quantity}*1000-{bags}*{bagWeight})<{bagWeight}/2,"√","×"))' }),
      ],
    },
    tail: [{ boxes: [box('大写金额', 'Amount in words', { units: 12, inWords: 'sum:amount' }), box('车号', 'Vehicle', { units: 12, path: 'deliveries.vehicle' })] }],
    signatures: [{ zh: '制单', en: 'Made by' }, COORDINATOR, { zh: '成品库管', en: 'Storekeeper' }, { zh: '提货人签字', en: 'Collected by' }],
    notes: [
      { zh: '一式四联：存根、财务、成品库、客户。', en: 'Four copies: stub, accounts, store, customer.' },
      { zh: '金额＝数量×单价；核对：吨×1000 与 袋数×包重 相差不到半袋为 √。', en: 'Amount = tonnes × unit price. Check: √ where tonnes × 1000 and bags × kg a bag differ by less than half a bag.' },
    ],
  },
  {
    id: 'weighing',
    title: { zh: '过磅单', en: 'Weighing slip' },
    orientation: 'portrait',
    isHalf: true,
    readAs: 'weighings',
    head: [
      {
        boxes: [
          box('客户名称', 'Customer', { units: 10, path: 'weighings.clientName' }),
          box('提货单号', 'Delivery note', { units: 8, path: 'weighings.deliveryNo' }),
          box('过磅单号', 'Weighing slip', { units: 6, path: 'weighings.slipNo' }),
        ],
      },
    ],
    lines: {
      columns: [
        box('车号', 'Vehicle', { width: 11, path: 'weighings.vehicle' }),
        box('品名', 'Product', { width: 14, path: 'weighings.product' }),
        box('实车重', 'Loaded weight', { kind: 'number', width: 9, key: 'loaded', path: 'weighings.loaded' }),
        box('空车重', 'Empty weight', { kind: 'number', width: 9, key: 'empty', path: 'weighings.empty' }),
        box('净重', 'Net weight', { kind: 'number', width: 9, key: 'net', formula: 'IF(COUNT({loaded},{empty})<2,"",{loaded}-{empty})', path: 'weighings.net', sums: true }),
        box('件数', 'Pieces', { kind: 'number', width: 7, key: 'pieces', path: 'weighings.pieces', sums: true }),
        box('进厂时间', 'In', { kind: 'moment', width: 16, path: 'weighings.enteredAt' }),
        box('离厂时间', 'Out', { kind: 'moment', width: 16, path: 'weighings.leftAt' }),
      ],
    },
    tail: [],
    signatures: [{ zh: '验货员', en: 'Checked by' }, { zh: '过磅员', en: 'Weighed by' }],
    notes: [{ zh: '净重＝实车重－空车重。', en: 'Net weight = loaded − empty.' }],
  },
  {
    id: 'gatePass',
    title: { zh: '出门证', en: 'Gate pass' },
    number: { zh: '编号：DD-QR-YXB-11', en: 'No DD-QR-YXB-11' },
    orientation: 'portrait',
    isHalf: true,
    readAs: 'weighings',
    head: [
      {
        boxes: [
          box('提货单位', 'Customer', { units: 12, path: 'weighings.clientName' }),
          box('出门日期', 'Date', { kind: 'day', units: 12, path: 'weighings.leftAt' }),
        ],
      },
      {
        boxes: [
          box('提货单号', 'Delivery note', { units: 12, path: 'weighings.deliveryNo' }),
          box('出门证号', 'Gate pass', { units: 12, path: 'weighings.gatePassNo' }),
        ],
      },
    ],
    lines: {
      columns: [
        box('品名', 'Product', { width: 20, path: 'weighings.product' }),
        box('规格', 'Size', { width: 12 }),
        box('单位', 'Unit', { width: 8 }),
        box('数量', 'Quantity', { kind: 'number', width: 10, key: 'quantity', path: 'weighings.gateQuantity', sums: true }),
        box('件数', 'Pieces', { kind: 'number', width: 10, key: 'pieces', sums: true }),
        box('备注', 'Notes', { width: 18 }),
      ],
    },
    tail: [{ boxes: [box('车号', 'Vehicle', { units: 12, path: 'weighings.vehicle' })] }],
    signatures: [DRIVER, COORDINATOR],
    notes: [{ zh: '一联存根，一联交门卫。', en: 'One copy is the stub, one goes to the gate.' }],
  },
  {
    id: 'productionPlan',
    title: { zh: '生产安排计划表', en: 'Production plan' },
    orientation: 'landscape',
    head: [{ boxes: [box('计划日期', 'Day of the plan', { kind: 'day', units: 4 }), box('生产部门', 'Works', { units: 4 }), box('编制人', 'Drawn up by', { units: 4 })] }],
    lines: {
      columns: [
        box('序号', 'No', { width: 6 }),
        box('品名', 'Product', { width: 20 }),
        box('规格', 'Size', { width: 11 }),
        box('计划产量', 'Planned output', { kind: 'number', width: 11, key: 'planned', sums: true }),
        box('单位', 'Unit', { width: 7 }),
        box('交货限期', 'Deliver by', { kind: 'day', width: 12 }),
        box('涉及订单', 'Orders concerned', { width: 22 }),
        box('生产线', 'Line', { width: 9 }),
        box('安排生产日', 'To be made on', { kind: 'day', width: 12 }),
        box('实际产量', 'Actual output', { kind: 'number', width: 11, key: 'made', sums: true }),
        box('完成率', 'Attained', { kind: 'share', width: 9, formula: 'IF(COUNT({planned},{made})<2,"",IF({planned}=0,"",{made}/{planned}))' }),
        box('备注', 'Notes', { width: 14 }),
      ],
    },
    tail: [],
    signatures: [{ zh: '业务协调', en: 'Sales coordination' }, { zh: '生产部', en: 'Works' }, { zh: '批准', en: 'Approved by' }],
    notes: [{ zh: '按品名和交期把订单汇总后报生产部；加急的写在最前。', en: 'Orders are added up by product and day, and go to the works; urgent ones first.' }],
  },
]; // prettier-ignore
