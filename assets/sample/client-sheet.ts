import type { Workbook } from 'exceljs';
import { addMonths, asDay, civilOf, dayOf, type Day } from '../../src/core/model/day';
import { AS_OF, FIRM, FIRST_DAY, MANAGER } from './firm';
import type { SampleClient } from './sample-clients';
import type { SampleRandom } from './sample-random';
import {
  addList,
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
  type SampleColumn,
} from './sample-sheet';
import type { TwiceEntered } from './sales-sheet';
import type { SampleTrade } from './sample-trade';

export const CLIENT_SHEET = '客户';
export const CODES_SHEET = '代码表';

const COLUMNS: readonly SampleColumn[] = [
  mark('客户编号', 9),
  words('客户名称', 28),
  words('简称', 8),
  mark('地区'),
  mark('国家'),
  mark('洲代码'),
  mark('行业', 10),
  mark('经营类型', 10),
  mark('所有制'),
  mark('业务员'),
  mark('招商经理', 9),
  mark('法人代表', 9),
  mark('联系人'),
  mark('职务'),
  words('电话', 14),
  words('手机', 13),
  words('Email', 22),
  words('地址', 26),
  mark('邮编'),
  words('税号', 20),
  words('开户行', 18),
  words('账号', 20),
  words('注册资本', 12),
  money('净资产', 15),
  day('成立时间'),
  day('首次交易日'),
  whole('信用额度', 12),
  whole('信用期限(天)', 10),
  mark('结账日'),
  mark('付款条件', 10),
  whole('抵押额', 11),
  whole('保证金', 10),
  mark('会员', 6),
  mark('VIP', 6),
  mark('内部客户', 8),
  mark('价值类型'),
  mark('诚信标记'),
  mark('坏账核销'),
  whole('失约次数', 8),
  whole('员工人数', 8),
  whole('仓储面积', 8),
  mark('运货方式'),
  words('送货地点', 16),
  words('主要竞争对手', 14),
  mark('人工等级'),
  mark('战略客户'),
  mark('潜力', 6),
  mark('来源渠道', 10),
  words('介绍人', 14),
  mark('生日', 12),
  mark('重要日期', 12),
  words('重要事项', 14),
  day('合同到期日'),
  day('建档日'),
  day('核实日'),
  day('资料更新日'),
  mark('保密级'),
  words('备注', 24),
  words('上级客户', 24),
  words('文化与地区注意', 24),
  words('激励办法', 22),
];

/** Birthdays as colleagues write them: with and without the year, and by the lunar calendar. */
const BIRTHDAYS: Readonly<Record<number, string>> = {
  0: '1968-10-12',
  1: '农历八月廿八',
  2: '10月18日',
  4: '1975年10月6日',
  7: '农历腊月初八',
  9: '2月29日',
  12: '1981-10-25',
  20: '6月1日',
  33: '农历九月初九',
};

const REMARKS: Readonly<Record<number, string>> = {
  0: '年度框架合同，价格季度议定',
  2: '超额度发货须总经理签字',
  4: '反映质量不稳，量在下降',
  6: '只在秋冬进货',
  14: '改用自配料，待回访',
  16: '欠款诉讼中，停止发货',
  40: '内部单位，按成本价结算',
  71: '承德唯一客户',
};

/** What to mind in a region. */
const CULTURES: Readonly<Record<string, string>> = {
  保定: '逢农历初一、十五不谈价',
  石家庄: '约在上午，先通电话',
  沧州: '回民客户多，宴请安排清真',
  张家口: '冬季路滑，提前两天送货',
  承德: '山区信号差，发短信确认',
};

/** What clients get beyond the price list. */
const INCENTIVES = ['季度返利 1.5%', '满 20 吨送技术指导一次', '提前付款 1% 折让', '新品试用装', '年终答谢会'];

/** The first dealer of the region: whom small clients of it buy through. */
const dealerOf = (client: SampleClient, clients: readonly SampleClient[]): SampleClient | undefined =>
  clients.find((one) => one !== client && one.businessType === '经销商' && one.region === client.region);

const roundUp = (value: number, to: number): number => Math.ceil(value / to) * to;

/** What a client still owes at the end, from invoices and receipts. */
export function owedBy(trade: SampleTrade): Map<string, number> {
  const owed = new Map<string, number>();
  for (const each of trade.invoices) owed.set(each.client.code, (owed.get(each.client.code) ?? 0) + each.amount);
  for (const each of trade.receipts) owed.set(each.client.code, (owed.get(each.client.code) ?? 0) - each.amount);
  return owed;
}

/** 客户: title rows, one row a client, notes below; one client stands here twice. */
export function addClients(
  workbook: Workbook,
  clients: readonly SampleClient[],
  trade: SampleTrade,
  twice: TwiceEntered,
  random: SampleRandom,
): void {
  const sheet = workbook.addWorksheet(CLIENT_SHEET, { properties: { tabColor: { argb: 'FF1F5C4D' } } });
  const area = startSheet(sheet, [`${FIRM}\u3000客户资料`, '内部资料，未经许可不得外传　　更新：吴静怡'], COLUMNS);
  const owed = owedBy(trade);
  const firstSale = new Map<string, Day>();
  for (const line of trade.lines) if (!firstSale.has(line.client.code)) firstSale.set(line.client.code, line.day);
  clients.forEach((client, i) => {
    putRow(sheet, area, [
      ...rowOf(client, i, owed.get(client.code) ?? 0, firstSale.get(client.code), random),
      i > 20 && i % 9 === 4 ? (dealerOf(client, clients)?.name ?? null) : null,
      CULTURES[client.region.name] !== undefined && i < 40 ? CULTURES[client.region.name]! : null,
      i < 30 ? INCENTIVES[i % INCENTIVES.length]! : null,
    ]);
  });
  const second = clients.indexOf(twice.client);
  const again = rowOf(twice.client, second, 0, twice.from, random);
  again[0] = twice.secondCode;
  again[1] = twice.secondName;
  putRow(sheet, area, again);
  const filled = `${area.firstRow}:`;
  const lastRow = area.lastRow;
  putNotes(sheet, area, ['注：信用额度由财务部核定，每年复核一次；保密级“绝密”的行发送前须总经理批准。']);
  addList(sheet, `D${filled}D${lastRow}`, `${CODES_SHEET}!$A$2:$A$10`);
  addList(sheet, `J${filled}J${lastRow}`, '业务员名单');
  sheet.addConditionalFormatting({
    ref: `AK${filled}AK${lastRow}`,
    rules: [
      {
        type: 'containsText',
        operator: 'containsText',
        text: '不诚信',
        priority: 2,
        style: { font: { bold: true, color: { argb: 'FFC00000' } } },
      },
    ],
  });
  sheet.getCell(`B${area.firstRow + 2}`).note = '2026年8月总经理会议：额度暂不提高。';
  sheet.getCell(`B${area.firstRow + 4}`).note = '多次投诉，质检已上门，请每周电话跟进。';
  sheet.autoFilter = { from: { row: area.firstRow - 1, column: 1 }, to: { row: lastRow, column: COLUMNS.length } };
  sheet.views = [{ state: 'frozen', xSplit: 2, ySplit: area.firstRow - 1 }];
}

function rowOf(
  client: SampleClient,
  i: number,
  owed: number,
  firstSale: Day | undefined,
  random: SampleRandom,
): SampleCell[] {
  const isProspect = client.story === 'prospect';
  const isLarge = i < 36;
  const limit =
    client.termDays === 0 || isProspect
      ? null
      : client.isOverLimit
        ? roundUp(owed * 0.68, 10000)
        : Math.max(roundUp((client.yearAmount / 12) * 3, 10000), roundUp(owed * 1.25, 10000));
  const capital = random.pick([50, 100, 200, 300, 500, 800, 1000]) * (i < 12 ? 5 : 1);
  const founded = asDay(dayOf(2002, 1, 1) + random.between(0, 7600));
  const filed =
    firstSale === undefined ? asDay(AS_OF - random.between(20, 200)) : asDay(firstSale + random.between(0, 12));
  const updated = random.chance(0.72) ? asDay(AS_OF - random.between(5, 350)) : asDay(AS_OF - random.between(370, 700));
  // Most have traded since long before these books begin.
  const firstDeal =
    firstSale !== undefined && client.firstDay === FIRST_DAY
      ? asDay(dayOf(2014, 3, 1) + random.between(0, 3400))
      : firstSale;
  const isNew = firstSale !== undefined && firstSale >= addMonths(AS_OF, -12);
  const { year, month, day: date } = civilOf(updated);
  const number = String(i + 1).padStart(4, '0');
  return [
    client.code,
    client.name,
    client.shortName,
    client.region.name,
    client.country,
    client.continent,
    client.industry,
    client.businessType,
    random.pick(['民营', '民营', '个体', '集体', '国有参股']),
    client.rep,
    MANAGER,
    client.legalPerson,
    client.contact,
    random.pick(['采购经理', '场长', '老板', '厂长']),
    `${client.region.code}-${5550000 + i * 13}`,
    `199${String(10000000 + i * 7919).padStart(8, '0')}`,
    isLarge ? `buyer${number}@example.com` : null,
    `${client.region.name}虚构路${random.between(1, 299)}号`,
    `07${String(1000 + i * 7).padStart(4, '0')}`,
    `9113990${number}MA0X${number.slice(1)}`,
    isLarge ? `样例银行${client.region.name}支行` : null,
    isLarge ? `6200 0000 0000 ${number}` : null,
    // Written as people say it, or as a plain number.
    i % 3 === 0 ? `${capital}万` : capital * 10000,
    isLarge ? capital * 10000 * 1.4 : null,
    serial(founded),
    serial(firstDeal),
    limit,
    client.termDays,
    client.termDays === 0 ? null : '月末',
    client.termDays === 0 ? '现结' : `月结${client.termDays}天`,
    i % 10 === 3 && isLarge ? 300000 : null,
    i % 12 === 5 ? 50000 : null,
    i % 4 === 1 ? '是' : '否',
    i < 6 ? '是' : null,
    client.isInternal ? '是' : null,
    random.pick(['灯塔型', '跟随型', '跟随型', '理性', '逐利']),
    client.payer === 'never' ? '不诚信' : isLarge ? '诚信' : null,
    client.payer === 'never' ? '是' : null,
    client.payer === 'never' ? 3 : client.isOverLimit ? 1 : null,
    random.between(4, i < 12 ? 300 : 60),
    isLarge ? random.between(2, 60) * 50 : null,
    random.pick(['送货', '送货', '自提']),
    random.chance(0.5) ? '场区仓库' : '客户指定仓',
    isLarge ? random.pick(['本地小厂', '省外品牌料', '原料贸易商']) : null,
    i === 3 ? 'Ⅰ' : i === 30 ? 'Ⅱ' : null,
    i === 0 || i === 1 ? '是' : null,
    random.pick(['高', '中', '中', '低']),
    random.pick(['展会', '老客户介绍', '电话开发', '网络', '上门拜访', '会员卡']),
    i % 17 === 3 ? '青岚' : null,
    BIRTHDAYS[i] ?? null,
    i === 5 ? '10月20日' : i === 11 ? '2026-10-08' : null,
    i === 5 ? '建场二十周年' : i === 11 ? '新厂开业' : null,
    isLarge && i % 3 === 0 ? serial(asDay(AS_OF + random.between(-40, 420))) : null,
    serial(filed),
    isNew && i % 2 === 0 ? null : serial(asDay(filed + random.between(5, 50))),
    // A few were typed, and two were never filled in.
    i % 61 === 60 ? null : i % 29 === 5 ? `${year}年${month}月${date}日` : serial(updated),
    i < 6 ? '绝密' : i < 36 ? '机密' : '一般',
    REMARKS[i] ?? (isProspect ? '意向客户' : null),
  ];
}
