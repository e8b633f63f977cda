import type { Workbook } from 'exceljs';
import { asDay, weekdayOf, type Day } from '../../src/core/model/day';
import { AS_OF, ASSISTANT, FIRM, isRestDay } from './firm';
import type { SampleClient } from './sample-clients';
import type { SampleRandom } from './sample-random';
import {
  day,
  mark,
  moment,
  momentSerial,
  money,
  putNotes,
  putRow,
  serial,
  startSheet,
  whole,
  words,
  type SampleCell,
} from './sample-sheet';
import type { SampleDelivery, SampleTrade } from './sample-trade';

const PROBLEMS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  产品质量: [
    ['霉变', '加强原料水分检验，高温季缩短库存'],
    ['粒度不均', '更换环模，每班抽检粒度'],
    ['水分偏高', '调整烘干温度并复检'],
    ['适口性差', '恢复原配方，送样试喂'],
  ],
  运输: [
    ['送货迟到', '张家口线路改用自有车队'],
    ['淋雨受潮', '车辆一律加盖双层篷布'],
    ['短件', '装车双人复核签字'],
  ],
  包装: [
    ['破袋', '更换加厚编织袋'],
    ['标签错误', '标签打印前双人核对'],
  ],
  管理: [
    ['发错货', '出库按单扫码'],
    ['单据错误', '开单后由内勤复核'],
  ],
  服务: [['电话无人接听', '设值班电话']],
};

const STAGES: readonly (readonly [string, number])[] = [
  ['产品质量', 38],
  ['运输', 30],
  ['包装', 16],
  ['管理', 12],
  ['服务', 4],
];
const DEPARTMENTS: Readonly<Record<string, string>> = {
  产品质量: '品管部',
  运输: '物流部',
  包装: '生产部',
  管理: '销售部',
  服务: '销售部',
};

export const COMPLAINTS = 92;

/** 投诉: the four steps of 表五 and a few others, with every clock; some of the last weeks are open. */
export function addComplaints(workbook: Workbook, trade: SampleTrade, random: SampleRandom): void {
  const sheet = workbook.addWorksheet('投诉', { properties: { tabColor: { argb: 'FFC55A11' } } });
  const columns = [
    mark('投诉编号', 12),
    moment('投诉时间'),
    mark('客户编号', 9),
    words('客户名称', 26),
    words('订单号', 16),
    mark('方式'),
    mark('环节', 9),
    words('问题', 12),
    mark('轻重', 6),
    words('要求', 10),
    money('损失额', 11),
    mark('责任部门', 9),
    mark('责任人'),
    moment('首次回复时间'),
    moment('送达部门时间'),
    moment('部门签注时间'),
    mark('是否化验'),
    moment('化验完成时间'),
    words('处理方案', 16),
    words('对策', 24),
    mark('批准人'),
    day('批准日期'),
    money('赔款额', 11),
    mark('赔款方式', 9),
    moment('结案时间'),
    day('通知客户日期'),
    words('回访结果', 10),
    mark('过程评估', 8),
    mark('方案评估', 8),
    mark('结果评估', 8),
    mark('状态'),
    mark('是否属实', 9),
    moment('到达现场时间'),
    words('品名', 14),
  ];
  const area = startSheet(sheet, [`${FIRM}\u3000客户投诉登记`, '首问负责，当日回复；各部门一天内签注'], columns);
  for (const complaint of drawComplaints(trade, random)) putRow(sheet, area, complaint);
  sheet.autoFilter = { from: { row: area.firstRow - 1, column: 1 }, to: { row: area.lastRow, column: columns.length } };
  sheet.getCell(`S${area.firstRow - 1}`).note = '涉及赔偿的一律由总经理批准。';
  putNotes(sheet, area, ['注：结案后两个工作日内必须通知客户。']);
}

function drawComplaints(trade: SampleTrade, random: SampleRandom): SampleCell[][] {
  const received = trade.deliveries.filter((each) => each.deliveredDay !== undefined);
  const chosen: SampleDelivery[] = [];
  while (chosen.length < COMPLAINTS) {
    const delivery = random.pick(received);
    // The shrinking client complains far more often than the others, most of all of late.
    const isUnhappy = delivery.client.code === 'K0005' && delivery.orderDay > AS_OF - 420;
    const isFaulty = delivery.damaged > 0 || delivery.wrongKind !== '' || delivery.deliveredDay! > delivery.promisedDay;
    const isRecent = delivery.orderDay > AS_OF - 30;
    if (chosen.includes(delivery)) continue;
    if (random.chance(isUnhappy ? 0.6 : isFaulty ? 0.2 : isRecent ? 0.35 : 0.03)) chosen.push(delivery);
  }
  chosen.sort((a, b) => a.deliveredDay! - b.deliveredDay! || (a.no < b.no ? -1 : 1));
  return chosen.map((delivery, i) => complaintRow(delivery, i, random));
}

/** The same moment, or where it falls into the night: the next morning at work. */
function atWork(moment: number): number {
  const day = Math.floor(moment);
  const hour = (moment - day) * 24;
  if (hour < 8.5) return day + (8.5 + hour / 10) / 24;
  return hour > 17.5 ? day + 1 + (8.5 + (hour - 17.5) / 10) / 24 : moment;
}

function complaintRow(delivery: SampleDelivery, i: number, random: SampleRandom): SampleCell[] {
  const { client } = delivery;
  const isLate = delivery.deliveredDay! > delivery.promisedDay;
  const stage = isLate && random.chance(0.7) ? '运输' : random.weighted(STAGES);
  const [problem, measure] = stage === '运输' && isLate ? PROBLEMS['运输']![0]! : random.pick(PROBLEMS[stage]!);
  const at = Math.min(AS_OF, delivery.deliveredDay! + random.between(0, 2)) + random.real(8.6, 17) / 24;
  const reply = atWork(at + random.real(0.3, random.chance(0.85) ? 4 : 30) / 24);
  const sent = atWork(reply + random.real(0.2, 3) / 24);
  const signed = atWork(sent + random.real(0.1, random.chance(0.8) ? 0.8 : 2.4));
  const needsLab = stage === '产品质量' && random.chance(0.5);
  const labDone = needsLab ? atWork(signed + random.real(0.4, 2)) : undefined;
  const closed = atWork((labDone ?? signed) + random.real(0.5, random.chance(0.8) ? 4 : 14));
  const isOpen = closed > AS_OF + 0.7 || (at > AS_OF - 40 && random.chance(0.35));
  const isSerious = delivery.compensation > 0 || random.chance(0.12);
  const paid = isSerious && !isOpen ? delivery.compensation || random.between(3, 40) * 100 : 0;
  const known = (value: number | undefined): number | null =>
    value === undefined || value > AS_OF + 0.75 ? null : momentSerial(value);
  const isLabOpen = labDone !== undefined && labDone > AS_OF + 0.75;
  return [
    `TS${String(i + 1).padStart(4, '0')}`,
    momentSerial(at),
    client.code,
    client.name,
    random.chance(0.9) ? delivery.orderNo : null,
    random.pick(['电话', '电话', '微信', '来访', '传真']),
    stage,
    problem,
    isSerious ? '严重' : '轻微',
    isSerious ? '赔偿' : random.pick(['换货', '说明原因', '改进']),
    isSerious ? Math.round(delivery.value * 0.04) : null,
    DEPARTMENTS[stage]!,
    random.pick(['冯师傅', '段主任', '石班长', '童经理']),
    known(reply),
    known(sent),
    known(signed),
    needsLab ? '是' : '否',
    isLabOpen ? null : known(labDone),
    isOpen ? null : paid > 0 ? '赔偿并整改' : '整改',
    isOpen ? null : measure,
    paid > 0 ? '王岳川' : null,
    paid > 0 ? serial(asDay(Math.floor(closed))) : null,
    paid > 0 ? paid : null,
    paid > 0 ? random.pick(['货款抵扣', '转账', '补货']) : null,
    isOpen ? null : momentSerial(closed),
    isOpen || random.chance(0.08) ? null : serial(asDay(Math.floor(closed) + random.between(0, 2))),
    isOpen ? null : random.pick(['满意', '满意', '基本满意', '不满意']),
    isOpen ? null : random.between(3, 5),
    isOpen ? null : random.between(3, 5),
    isOpen ? null : random.between(2, 5),
    isOpen ? '处理中' : '已结案',
    // One in fifteen proves to be no fault of ours; every serious one is looked at on site.
    isOpen ? null : i % 15 === 4 ? '否' : '是',
    isSerious ? known(atWork(at + (4 + (i % 7) * 5) / 24)) : null,
    // Of service and management no product is to blame.
    stage === '服务' || stage === '管理' ? null : delivery.product,
  ];
}

function workingMoment(from: Day, to: Day, random: SampleRandom): number {
  let at = random.between(from, to);
  while ((weekdayOf(asDay(at)) > 4 || isRestDay(at)) && at > from) at--;
  return at + random.real(8.5, 17.4) / 24;
}

const PURPOSES = ['询问库存', '回访质量', '催收货款', '新品介绍', '送样', '节日问候', '商谈价格'];
const RESULTS = [
  '下周补货',
  '正常使用，无意见',
  '答应月底付款',
  '要求降价，待报',
  '满意',
  '需要寄样品',
  '未接通，改日再打',
];

/** 联络记录: calls and visits of the last fifteen months. */
export function addContacts(workbook: Workbook, clients: readonly SampleClient[], random: SampleRandom): number {
  const sheet = workbook.addWorksheet('联络记录', { properties: { tabColor: { argb: 'FF7030A0' } } });
  const columns = [
    moment('时间'),
    mark('客户编号', 9),
    words('客户名称', 26),
    mark('所属区域'),
    mark('区域代表'),
    mark('方式'),
    words('目的', 12),
    words('电话内容及处理结果', 26),
    whole('费用', 8),
    mark('意向', 6),
    mark('记录人'),
    day('下次行动日'),
  ];
  const area = startSheet(sheet, [`${FIRM}\u3000联络记录`, '电话、拜访、接待都登记'], columns);
  const rows: { at: number; cells: SampleCell[] }[] = [];
  clients.forEach((client, i) => {
    const isProspect = client.story === 'prospect';
    const from = asDay(Math.max(AS_OF - 455, isProspect ? AS_OF - 200 : Math.min(client.firstDay, AS_OF - 30)));
    const to = asDay(client.story === 'lost' ? Math.min(AS_OF, client.lastDay + 60) : AS_OF);
    const count = isProspect ? 2 + (i % 4) : Math.round(i < 12 ? 17 : i < 36 ? 8 : 3.4);
    for (let n = 0; n < count; n++) {
      const at = workingMoment(from, to, random);
      const isVisit = isProspect ? true : random.chance(i < 12 ? 0.4 : 0.2);
      const next = random.chance(0.25) ? asDay(Math.floor(at) + random.between(5, 30)) : undefined;
      rows.push({
        at,
        cells: [
          momentSerial(at),
          client.code,
          client.name,
          client.region.name,
          client.rep,
          isVisit ? '拜访' : random.pick(['电话', '电话', '电话', '微信', '接待', '邮件']),
          isProspect ? '新客户开发' : random.pick(PURPOSES),
          isProspect ? '介绍产品，了解用量' : random.pick(RESULTS),
          isVisit ? random.between(4, 40) * 10 : null,
          isProspect ? (i % 2 === 0 ? '是' : random.pick(['是', '否'])) : random.chance(0.3) ? '是' : null,
          random.chance(0.6) ? ASSISTANT : client.rep,
          serial(next),
        ],
      });
    }
  });
  rows.sort((a, b) => a.at - b.at || (String(a.cells[1]) < String(b.cells[1]) ? -1 : 1));
  for (const row of rows) putRow(sheet, area, row.cells);
  sheet.autoFilter = { from: { row: area.firstRow - 1, column: 1 }, to: { row: area.lastRow, column: columns.length } };
  return rows.length;
}

/** Every third inquiry asks for a price; of some the order that came of it is written down. */
function quotationOf(i: number, client: SampleClient, at: number, trade: SampleTrade): SampleCell[] {
  if (i % 3 !== 0) return [null, null, null];
  const quoted = asDay(Math.floor(at) + 1 + (i % 3));
  if (quoted > AS_OF) return [null, null, null];
  const order =
    i % 6 === 0
      ? trade.lines.find((line) => line.client === client && line.day >= quoted && line.day <= quoted + 40)
      : undefined;
  return [serial(quoted), 18_000 + ((i * 3571) % 92_000), order?.orderNo ?? null];
}

/** 咨询: questions handed on, and when each was answered. */
export function addInquiries(
  workbook: Workbook,
  clients: readonly SampleClient[],
  trade: SampleTrade,
  random: SampleRandom,
): number {
  const sheet = workbook.addWorksheet('咨询', {});
  const area = startSheet(
    sheet,
    [`${FIRM}\u3000咨询跟踪`],
    [
      moment('咨询时间'),
      mark('客户编号', 9),
      words('客户名称', 26),
      words('问题', 26),
      mark('转交部门', 9),
      moment('答复时间'),
      mark('是否正确答复', 11),
      day('报价日期'),
      money('报价金额'),
      words('成交订单号', 16),
    ],
  );
  const questions = [
    '新配方的喂法',
    '检验报告何时寄出',
    '旺季能否保证车辆',
    '能否改用吨袋',
    '开票资料变更',
    '仓储费怎么算',
  ];
  const rows: SampleCell[][] = [];
  for (let i = 0; i < 48; i++) {
    const client = random.pick(clients);
    const at = workingMoment(asDay(AS_OF - 330), AS_OF, random);
    const answered = atWork(at + random.real(0.5, random.chance(0.8) ? 8 : 60) / 24);
    const isOpen = answered > AS_OF + 0.7 || (at > AS_OF - 14 && random.chance(0.5)) || i % 23 === 11;
    rows.push([
      momentSerial(at),
      client.code,
      client.name,
      random.pick(questions),
      random.pick(['品管部', '物流部', '财务部', '生产部']),
      isOpen ? null : momentSerial(answered),
      isOpen ? null : random.chance(0.93) ? '是' : '否',
      ...quotationOf(i, client, at, trade),
    ]);
  }
  rows.sort((a, b) => (a[0] as number) - (b[0] as number));
  for (const row of rows) putRow(sheet, area, row);
  return rows.length;
}

/** 满意度: one form a client, ten-point scale, two rounds. */
export function addSurvey(workbook: Workbook, clients: readonly SampleClient[], random: SampleRandom): number {
  const sheet = workbook.addWorksheet('满意度', { properties: { tabColor: { argb: 'FF548235' } } });
  const items = [
    '总体满意',
    '与期望比',
    '与理想比',
    '预期质量',
    '经历质量',
    '感知价值',
    '抱怨',
    '忠诚度',
    '产品',
    '服务协调',
    '价格',
    '员工态度',
  ];
  const area = startSheet(
    sheet,
    [`${FIRM}\u3000客户满意度调查`, '每项1—10分，10分最满意'],
    [
      mark('客户编号', 9),
      words('客户名称', 26),
      day('日期'),
      ...items.map((item) => mark(item, 9)),
      words('意见', 22),
      day('发放日期'),
    ],
  );
  const rounds: readonly (readonly [Day, number])[] = [
    [asDay(AS_OF - 380), 0.42],
    [asDay(AS_OF - 25), 0.55],
  ];
  let count = 0;
  for (const [start, share] of rounds) {
    for (const client of clients) {
      if (client.story === 'prospect' || client.lastDay < start || client.firstDay > start) continue;
      const sent = serial(asDay(start - 5));
      if (!random.chance(share)) {
        // Sent, and not come back.
        if (client.ordersAMonth >= 1)
          putRow(sheet, area, [client.code, client.name, null, ...items.map(() => null), null, sent]);
        continue;
      }
      const base = client.story === 'shrinking' ? 5.4 : client.region.name === '张家口' ? 6.7 : 8.1;
      const score = (shift: number): number =>
        Math.max(1, Math.min(10, Math.round(base + shift + random.real(-1.3, 1.3))));
      putRow(sheet, area, [
        client.code,
        client.name,
        serial(asDay(start + random.between(0, 18))),
        score(0),
        score(-0.3),
        score(-0.8),
        score(0.2),
        score(0),
        score(-0.4),
        score(0.3),
        score(0.1),
        score(0.2),
        // Some left the last questions blank.
        random.chance(0.9) ? score(0) : null,
        random.chance(0.9) ? score(-1) : null,
        random.chance(0.95) ? score(0.7) : null,
        random.chance(0.2)
          ? random.pick(['希望价格再优惠', '送货再准时些', '服务态度好', '希望多来人指导', '包装易破'])
          : null,
        sent,
      ]);
      count++;
    }
  }
  return count;
}
