import type { Workbook } from 'exceljs';
import { addMonths, asDay, dayOf } from '../../src/core/model/day';
import { serialOfDay } from '../../src/workbook/serial-day';
import { AS_OF, FIRM, REGIONS, REPS, STAFF } from './firm';
import type { SampleClient } from './sample-clients';
import type { SampleRandom } from './sample-random';
import {
  DAY_FORMAT,
  FONT,
  MONEY_FORMAT,
  day,
  mark,
  money,
  putNotes,
  putRow,
  serial,
  startSheet,
  whole,
  words,
  type SampleCell,
} from './sample-sheet';
import type { SampleTrade } from './sample-trade';

/** 发票: one a client and month; some are disputed, one client broke its promises. */
export function addInvoices(workbook: Workbook, trade: SampleTrade): void {
  const sheet = workbook.addWorksheet('发票', { properties: { tabColor: { argb: 'FF2E75B6' } } });
  const columns = [
    mark('发票号', 13),
    mark('客户编号', 9),
    words('客户名称', 26),
    day('开票日期'),
    day('到期日'),
    money('开票金额', 15),
    mark('有争议'),
    day('承诺付款日'),
  ];
  const area = startSheet(sheet, [`${FIRM}\u3000发票登记（2025年起）`], columns);
  for (const each of trade.invoices) {
    putRow(sheet, area, [
      each.no,
      each.client.code,
      each.client.name,
      serial(each.day),
      serial(each.dueDay),
      each.amount,
      each.disputed ? '是' : null,
      serial(each.promisedPaymentDay),
    ]);
  }
  sheet.autoFilter = { from: { row: area.firstRow - 1, column: 1 }, to: { row: area.lastRow, column: columns.length } };
}

/** 收款: an Excel table with a totals row; some receipts name no invoice. */
export function addReceipts(workbook: Workbook, trade: SampleTrade): void {
  const sheet = workbook.addWorksheet('收款', { properties: { tabColor: { argb: 'FF2E75B6' } } });
  const total = trade.receipts.reduce((sum, each) => sum + Math.round(each.amount * 100), 0) / 100;
  [15, 10, 28, 12, 16, 14, 11].forEach((width, i) => {
    const column = sheet.getColumn(i + 1);
    column.width = width;
    column.style = {
      font: { name: FONT, size: 10 },
      ...(i === 3 ? { numFmt: DAY_FORMAT } : i === 4 ? { numFmt: MONEY_FORMAT } : {}),
    };
  });
  sheet.addTable({
    name: '收款表',
    ref: 'A1',
    headerRow: true,
    totalsRow: true,
    style: { theme: 'TableStyleMedium7', showRowStripes: true },
    columns: [
      { name: '收款单号', totalsRowLabel: '合计', filterButton: true },
      { name: '客户编号', filterButton: true },
      { name: '客户名称', filterButton: true },
      { name: '收款日期', filterButton: true },
      { name: '收款金额', totalsRowFunction: 'sum', filterButton: true },
      { name: '对应发票', filterButton: true },
      { name: '方式', filterButton: true },
    ],
    rows: trade.receipts.map((each) => [
      each.no,
      each.client.code,
      each.client.name,
      serialOfDay(each.day, 1900),
      each.amount,
      each.invoiceNo || null,
      each.method,
    ]),
  });
  const totalCell = sheet.getRow(trade.receipts.length + 2).getCell(5);
  totalCell.value = { formula: 'SUBTOTAL(109,收款表[收款金额])', result: total };
  sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: 1 }];
}

const PROSPECT_NAMES = ['云麓', '朔禾', '槐汀', '漳牧', '滏川', '燕陌', '坝原', '溪穗', '驼岭', '苇渡', '棠野', '栗谷'];

interface Case {
  readonly has: '是' | '否';
  readonly objective: string;
  readonly subjective: string;
  readonly determination: string;
  readonly dissatisfaction: string | null;
  readonly feasibility: string;
  readonly selecting: string;
  /** Days from as-of to the expected order; nothing where nobody knows. */
  readonly days?: number;
  readonly code?: string;
  readonly result?: '成交' | '失败';
}

const open = (
  has: '是' | '否',
  attributes: string,
  days?: number,
  more: { readonly code?: string; readonly result?: '成交' | '失败' } = {},
): Case => {
  const [objective, subjective, determination, dissatisfaction, feasibility, selecting] = attributes.split(' ');
  const known = (value: string | undefined): string => (value === undefined || value === '-' ? '' : value);
  return {
    has,
    objective: known(objective),
    subjective: known(subjective),
    determination: known(determination),
    dissatisfaction: known(dissatisfaction) || null,
    feasibility: known(feasibility),
    selecting: known(selecting),
    ...(days === undefined ? {} : { days }),
    ...more,
  };
};

/** 客观 主观 决心 不满 可行性 选型: every branch of the decision tables, all grades of the order time. */
const CASES: readonly Case[] = [
  open('否', 'Y Y 高 - Y Y', 5),
  open('否', 'Y Y 高 - Y Y', 12),
  open('否', 'Y Y 高 - Y Y', 26),
  open('否', 'Y Y 高 - Y Y', 75),
  open('否', 'Y Y 中 - Y Y', 60),
  open('否', 'Y Y 高 - Y N', 130),
  open('否', 'Y Y 中 - Y N', 150),
  open('否', 'Y Y 中 - N N', 300),
  open('否', 'Y Y 中 - Y N'),
  open('否', 'Y Y 低 - N N', 340),
  open('否', 'Y Y 低 - N N', 500),
  open('否', 'Y N 低 - N N'),
  open('否', 'Y Y 无 - N N'),
  open('否', 'N Y 中 - N N'),
  open('是', 'Y Y 高 高 Y Y', 20),
  open('是', 'Y Y 中 高 Y Y', 80),
  open('是', 'Y Y 高 高 Y N', 160),
  open('是', 'Y Y 中 高 Y N', 170),
  open('是', 'Y Y 中 中 N N', 280),
  open('是', 'Y Y 低 中 N N', 350),
  open('是', 'Y N 低 低 N N', 600),
  open('是', 'Y Y 无 中 N N'),
  open('是', 'Y Y 高 高 Y N', 140, { code: 'B1' }),
  open('是', 'Y Y 高 高 Y N', 165, { code: 'B2' }),
  open('是', 'Y Y 中 中 N N', 260, { code: 'C1' }),
  open('是', 'Y Y 中 低 N N', 310, { code: 'C2' }),
  open('是', 'Y N 低 低 N N', undefined, { code: 'D1' }),
  open('是', 'Y N 低 低 N N', undefined, { code: 'D2' }),
  open('是', 'Y N 低 低 N N', undefined, { code: 'D3' }),
  // The expected day is past: to be asked again.
  open('否', 'Y Y 高 - Y Y', -9),
  open('否', '- - - - - -', 45),
  open('否', 'Y Y 高 - Y Y', -40, { result: '成交' }),
  open('否', 'Y Y 中 - Y Y', -65, { result: '成交' }),
  open('是', 'Y Y 高 高 Y Y', -100, { result: '成交' }),
  open('否', 'Y Y 中 - N Y', -80, { result: '失败' }),
  open('是', 'Y Y 中 中 Y Y', -20, { result: '失败' }),
];

export const OPPORTUNITIES = CASES.length;

/** 商机: prospects and opportunities over all grades. */
export function addProspects(workbook: Workbook, clients: readonly SampleClient[], random: SampleRandom): void {
  const sheet = workbook.addWorksheet('商机', { properties: { tabColor: { argb: 'FF7030A0' } } });
  const columns = [
    words('客户名称', 26),
    words('商机名称', 16),
    mark('地区'),
    mark('业务员'),
    mark('联系人'),
    words('电话', 13),
    mark('已有现用方案', 11),
    mark('客观必要性', 9),
    mark('主观必要性', 9),
    mark('决心强烈度', 9),
    mark('对现行系统不满意', 13),
    mark('可行性评估', 9),
    mark('选型工作', 8),
    day('预计成交日期'),
    money('预计金额', 14),
    mark('情形代码', 8),
    mark('阶段'),
    mark('结果'),
    day('结束日期'),
    day('建立日期'),
    day('报价日期'),
    mark('规模', 6),
    mark('现供应商规模', 11),
    words('下一步', 18),
  ];
  const area = startSheet(sheet, [`${FIRM}\u3000潜在客户与商机`, '判断项填 Y/N 或 高/中/低/无'], columns);
  const prospects = clients.filter((client) => client.story === 'prospect');
  CASES.forEach((each, i) => {
    const client = prospects[i];
    const region = client?.region ?? random.pick(REGIONS);
    const stem = PROSPECT_NAMES[i % PROSPECT_NAMES.length]!;
    const kind = ['养殖场', '牧业有限公司', '饲料厂'][Math.floor(i / PROSPECT_NAMES.length) % 3]!;
    const created = asDay(AS_OF - random.between(30, 320));
    const closed = each.result === undefined ? undefined : asDay(AS_OF + (each.days ?? 0));
    putRow(sheet, area, [
      client?.name ?? `${stem}${kind}`,
      random.pick(['猪料年度供应', '奶牛精补料', '原料代采', '代运与仓储']),
      region.name,
      client?.rep ?? random.pick(REPS).name,
      client?.contact ?? `${random.pick(['高', '苗', '尹', '龚'])}经理`,
      `199${String(20000000 + i * 6131).padStart(8, '0')}`,
      each.has,
      each.objective,
      each.subjective,
      each.determination,
      each.dissatisfaction,
      each.feasibility,
      each.selecting,
      each.days === undefined ? null : serial(asDay(AS_OF + each.days)),
      random.between(4, 120) * 5000,
      each.code ?? null,
      closed === undefined ? random.pick(['接触', '送样', '报价', '商谈']) : '结束',
      each.result ?? null,
      serial(closed),
      serial(closed === undefined ? created : asDay(closed - random.between(20, 150))),
      closed === undefined && random.chance(0.45) ? serial(asDay(AS_OF - random.between(3, 60))) : null,
      random.pick(['大', '中', '中', '小']),
      random.pick(['大', '中', '小']),
      closed === undefined ? random.pick(['送样试喂', '约总经理拜访', '补充报价', '节前再联系']) : null,
    ]);
  });
}

/** 合同: framework contracts; K18 counts the ones due. */
export function addContracts(workbook: Workbook, clients: readonly SampleClient[], random: SampleRandom): number {
  const sheet = workbook.addWorksheet('合同', {});
  const area = startSheet(
    sheet,
    [`${FIRM}\u3000销售合同`],
    [
      mark('合同号', 12),
      mark('客户编号', 9),
      words('客户名称', 26),
      day('签订日期'),
      day('到期日期'),
      money('合同金额', 15),
      money('已履行金额', 15),
      mark('状态'),
    ],
  );
  let count = 0;
  clients.slice(0, 30).forEach((client, i) => {
    const rounds = i < 12 ? 2 : 1;
    for (let n = 0; n < rounds; n++) {
      const signed = asDay(dayOf(2024 + n + (i % 2), 10, 8) + random.between(0, 60));
      if (signed > AS_OF) continue;
      const due = addMonths(signed, 12);
      const amount = Math.round((client.yearAmount * 0.8) / 10000) * 10000;
      const share = due <= AS_OF ? (random.chance(0.75) ? 1 : random.real(0.6, 0.97)) : random.real(0.4, 0.9);
      putRow(sheet, area, [
        `HT${2024 + n + (i % 2)}-${String(i + 1).padStart(3, '0')}`,
        client.code,
        client.name,
        serial(signed),
        serial(due),
        amount,
        Math.round((amount * share) / 100) * 100,
        due > AS_OF ? '履行中' : share === 1 ? '已完成' : '未完成',
      ]);
      count++;
    }
  });
  return count;
}

const FACTORS: readonly (readonly [string, string])[] = [
  ['经营者事业心', '全心投入5，一般3，另谋他业1'],
  ['策划能力', '有年度计划5，有想法3，随大流1'],
  ['管理人才', '有专职管理5，家族管理3，无1'],
  ['健康状况', '良好5，一般3，差1'],
  ['固定资产', '自有场地5，部分自有3，租赁1'],
  ['担保人', '有实力担保5，一般3，无1'],
  ['行业景气', '上升5，平稳3，下降1'],
  ['地区政策', '支持5，一般3，限养1'],
  ['采购目的', '自用5，转售3，囤货1'],
];

/** 信用评分 (表四): nine judged factors of the larger clients, one factor a line. */
export function addCreditFactors(workbook: Workbook, clients: readonly SampleClient[], random: SampleRandom): number {
  const sheet = workbook.addWorksheet('信用评分', { properties: { tabColor: { argb: 'FFBF9000' } } });
  const area = startSheet(
    sheet,
    [`${FIRM}\u3000客户信用评估表（表四）`, '每项满分5分，业务员评分，财务部复核'],
    [
      mark('客户编号', 9),
      words('客户名称', 26),
      words('评价要素', 14),
      words('评价标准', 28),
      mark('分数'),
      mark('满分'),
      words('备注', 16),
      mark('评分人'),
      day('评分日期'),
    ],
  );
  let count = 0;
  clients.slice(0, 22).forEach((client, i) => {
    // Two were judged long ago.
    const judged = asDay(i === 7 || i === 13 ? AS_OF - 500 : AS_OF - random.between(20, 300));
    const base = client.payer === 'never' ? 1.6 : client.payer === 'late' ? 3.1 : 4.1;
    for (const [factor, standard] of FACTORS) {
      if (factor === '担保人' && i % 3 === 1) continue;
      putRow(sheet, area, [
        client.code,
        client.name,
        factor,
        standard,
        Math.max(1, Math.min(5, Math.round(base + random.real(-1, 1)))),
        5,
        null,
        client.rep,
        serial(judged),
      ]);
      count++;
    }
  });
  putNotes(sheet, area, ['注：空缺的要素视为未评，不按零分计。']);
  return count;
}

const RELATIONS = ['养殖户稳定', '与下家多年往来', '赊销给小户', '以现款为主'];
const BANKS = ['农信社授信良好', '无贷款', '农行按期还款'];

/** 经营者 (表二): who runs the client's business. */
export function addOperators(workbook: Workbook, clients: readonly SampleClient[], random: SampleRandom): void {
  const sheet = workbook.addWorksheet('经营者', {});
  const area = startSheet(
    sheet,
    [`${FIRM}\u3000客户经营者分析表（表二）`, '能力按1—5分'],
    [
      mark('客户编号', 9),
      words('客户名称', 26),
      mark('法人代表', 9),
      words('主要经历', 22),
      words('办事风格', 12),
      words('主要业绩', 20),
      mark('行销能力', 8),
      mark('管理能力', 8),
      mark('金融能力', 8),
      words('直观感觉', 12),
      words('他人反映', 14),
      words('与往来客户的关系', 20),
      words('与往来银行的关系和评价', 22),
    ],
  );
  for (const [at, client] of clients.slice(0, 20).entries()) {
    const weak = client.payer === 'never' ? 2 : 0;
    const score = (): SampleCell => Math.max(1, random.between(3, 5) - weak);
    putRow(sheet, area, [
      client.code,
      client.name,
      client.legalPerson,
      random.pick(['畜牧站退休后创业', '养殖二十年', '饲料销售出身', '返乡办场', '粮贸起家']),
      random.pick(['稳健', '果断', '谨慎', '爽快']),
      random.pick(['年出栏翻番', '带动周边农户', '建成自动化料线', '获县级示范场']),
      score(),
      score(),
      score(),
      random.pick(['踏实', '热情', '话少', '精明']),
      weak > 0 ? '拖欠多家货款' : random.pick(['守信', '口碑好', '讲价厉害', '一般']),
      weak > 0 ? '下家回款慢' : RELATIONS[at % RELATIONS.length]!,
      weak > 0 ? '贷款展期' : BANKS[at % BANKS.length]!,
    ]);
  }
}

/** 人员: who sells, how much a day holds, and who is away. */
export function addStaff(workbook: Workbook): void {
  const sheet = workbook.addWorksheet('人员', {});
  const area = startSheet(
    sheet,
    [`${FIRM}\u3000人员与工作量`],
    [
      mark('姓名'),
      mark('岗位', 10),
      mark('负责地区', 9),
      words('电话', 13),
      whole('每日电话数', 10),
      whole('每日拜访数', 10),
      day('请假开始'),
      day('请假结束'),
    ],
  );
  for (const person of STAFF) {
    const sells = person.weight > 0;
    const away = person.name === '孙立群';
    putRow(sheet, area, [
      person.name,
      person.role,
      person.region,
      person.phone,
      sells ? 15 : person.role === '销售内勤' ? 20 : null,
      sells ? 3 : null,
      away ? serial(dayOf(2026, 10, 12)) : null,
      away ? serial(dayOf(2026, 10, 16)) : null,
    ]);
  }
}
