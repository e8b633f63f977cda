import type { Workbook } from 'exceljs';
import { addMonths, asDay, dayOf } from '../../src/core/model/day';
import { AS_OF, FIRM, PRODUCTS, REPS } from './firm';
import type { SampleClient } from './sample-clients';
import {
  day,
  mark,
  moment,
  momentSerial,
  money,
  putRow,
  serial,
  startSheet,
  tonnes,
  whole,
  words,
} from './sample-sheet';
import type { SampleTrade } from './sample-trade';

/** Registers beside the files of clients. Everything by position, so that the other sheets stay what they are. */
export function addRegisters(workbook: Workbook, clients: readonly SampleClient[], trade: SampleTrade): void {
  addStock(workbook);
  addFirmFiles(workbook);
  addPromotionItems(workbook);
  addServiceRecords(workbook, clients);
  addVehicles(workbook, clients);
  addWeighings(workbook, trade);
}

/** 库存: counted twice in two stores. */
function addStock(workbook: Workbook): void {
  const area = startSheet(
    workbook.addWorksheet('库存', {}),
    [`${FIRM}\u3000成品库存`],
    [day('库存日期'), words('品名', 18), mark('仓库'), mark('单位'), tonnes('库存数量', 11), tonnes('安全库存', 11)],
  );
  const counts = [dayOf(2026, 8, 31), dayOf(2026, 9, 29)];
  for (const [at, counted] of counts.entries()) {
    PRODUCTS.forEach(({ name, category }, i) => {
      if (category === '物流') return;
      putRow(workbook.getWorksheet('库存')!, area, [
        serial(counted),
        name,
        '一号库',
        '吨',
        40 + ((i * 37 + at * 11) % 90),
        20,
      ]);
      if (i % 3 === 0)
        putRow(workbook.getWorksheet('库存')!, area, [
          serial(counted),
          name,
          '二号库',
          '吨',
          6 + ((i * 5 + at) % 14),
          5,
        ]);
    });
  }
}

/** 资料登记: complete and up to date for the most part. */
function addFirmFiles(workbook: Workbook): void {
  const sheet = workbook.addWorksheet('资料登记', {});
  const area = startSheet(
    sheet,
    [`${FIRM}\u3000市场、竞争对手、产品与政策资料登记`],
    [
      mark('资料种类', 12),
      words('资料名称', 30),
      mark('地区'),
      mark('负责人'),
      day('更新日'),
      day('有效期至'),
      words('存放处', 14),
    ],
  );
  const rows = [
    ['市场', '保定生猪存栏与饲料用量', '保定', REPS[0]!.name, dayOf(2026, 7, 10), null, '市场柜1'],
    ['市场', '沧州肉羊市场调查', '沧州', REPS[2]!.name, dayOf(2025, 5, 18), null, '市场柜1'],
    ['竞争对手', '对手甲的价格与渠道', '石家庄', REPS[1]!.name, dayOf(2026, 6, 2), null, '市场柜2'],
    ['竞争对手', '对手乙新厂投产', '邢台', null, dayOf(2026, 8, 21), null, null],
    ['产品', '育肥猪配合料配方说明', null, '周海涛', dayOf(2026, 3, 1), null, '产品柜'],
    ['产品', '肉羊育肥料检验报告', null, '周海涛', dayOf(2026, 2, 12), dayOf(2027, 2, 11), '产品柜'],
    ['技术服务', '蛋鸡场通风改造案例', '石家庄', '周海涛', dayOf(2025, 11, 5), null, '服务柜'],
    ['政策', '2026年经销商返利政策', null, '王岳川', dayOf(2026, 1, 4), dayOf(2026, 12, 31), '文件柜3'],
    ['价格表', '2026年三季度价格表', null, '吴静怡', dayOf(2026, 7, 1), dayOf(2026, 9, 28), '文件柜3'],
    ['价格表', '2026年四季度价格表', null, '吴静怡', dayOf(2026, 9, 25), dayOf(2026, 12, 31), '文件柜3'],
    ['宣传品', '饲养管理手册（第三版）', null, null, null, null, '宣传品库'],
    ['例会总结', '8月营销例会总结', null, '吴静怡', dayOf(2026, 9, 2), null, '文件柜4'],
  ] as const;
  for (const [kind, subject, region, owner, updated, until, place] of rows)
    putRow(sheet, area, [kind, subject, region, owner, updated && serial(updated), until && serial(until), place]);
}

/** 促销品台账: in for all, out by region. */
function addPromotionItems(workbook: Workbook): void {
  const sheet = workbook.addWorksheet('促销品台账', {});
  const area = startSheet(
    sheet,
    [`${FIRM}\u3000促销品、宣传品领发`],
    [day('日期'), words('促销品', 16), mark('地区'), whole('领进数量'), whole('发放数量'), mark('领用人')],
  );
  ['雨伞', '保温杯', '饲养手册', '条幅'].forEach((item, i) => {
    REPS.forEach(({ name, region }, at) => {
      const received = 60 + i * 40 - at * 10;
      putRow(sheet, area, [serial(dayOf(2026, 2, 3 + i)), item, region, received, null, name]);
      putRow(sheet, area, [serial(dayOf(2026, 4, 8 + at)), item, region, null, Math.round(received * 0.4), name]);
      putRow(sheet, area, [serial(dayOf(2026, 8, 5 + i)), item, region, null, Math.round(received * (at === 3 ? 0.7 : 0.35)), name]); // prettier-ignore
    });
  });
}

/** 服务记录: technical visits of two years. */
function addServiceRecords(workbook: Workbook, clients: readonly SampleClient[]): void {
  const sheet = workbook.addWorksheet('服务记录', {});
  const area = startSheet(
    sheet,
    [`${FIRM}\u3000技术服务记录`],
    [
      day('服务日期'),
      mark('客户编号', 9),
      words('客户名称', 26),
      mark('服务类型', 10),
      words('服务内容', 24),
      mark('服务人员'),
      money('费用', 11),
      mark('是否满意', 9),
    ],
  );
  const work = [
    ['技术指导', '保育舍通风与温度调整'],
    ['技术指导', '育肥后期换料方案'],
    ['安装调试', '自动料线调试'],
    ['培训', '场长防疫培训'],
    ['维修', '料塔绞龙更换'],
  ] as const;
  for (let i = 0; i < 48; i++) {
    const client = clients[(i * 7) % 30]!;
    const [kind, content] = work[i % work.length]!;
    putRow(sheet, area, [
      serial(asDay(AS_OF - 14 - i * 13)),
      client.code,
      client.name,
      kind,
      content,
      i % 2 === 0 ? '陈工' : '许工',
      i % 3 === 0 ? null : 120 + (i % 5) * 45,
      i % 4 === 3 ? null : i % 9 === 5 ? '否' : '是',
    ]);
  }
  const praise = [
    ['陈工', '半夜赶来修料线，没耽误喂猪'],
    ['刘强', '雨天送货，主动帮卸车盖苫布'],
    ['许工', '讲课听得懂，猪场都用上了'],
    ['陈工', '回访及时，问题当天解决'],
  ] as const;
  for (let i = 0; i < 9; i++) {
    const client = clients[(i * 5) % 24]!;
    const [person, content] = praise[i % praise.length]!;
    const cells = [serial(asDay(AS_OF - 9 - i * 31)), client.code, client.name, '表扬', content, person, null, null];
    putRow(sheet, area, cells);
  }
}

/** 客户车辆: what clients fetch their feed with. */
function addVehicles(workbook: Workbook, clients: readonly SampleClient[]): void {
  const sheet = workbook.addWorksheet('客户车辆', {});
  const area = startSheet(
    sheet,
    [`${FIRM}\u3000客户自提车辆`],
    [
      mark('客户编号', 9),
      words('客户名称', 26),
      mark('车牌', 10),
      words('车型', 12),
      day('购车日期'),
      whole('行驶里程'),
      day('保险到期日'),
      day('上次保养日'),
      whole('上次保养里程', 13),
      whole('保养间隔月数', 13),
      whole('保养间隔公里', 13),
    ],
  );
  clients.slice(0, 10).forEach((client, i) => {
    const mileage = 38_000 + i * 9_400;
    putRow(sheet, area, [
      client.code,
      client.name,
      `冀F${20110 + i * 37}`,
      i % 2 === 0 ? '四米二厢货' : '九米六栏板',
      serial(dayOf(2021 + (i % 4), 1 + i, 12)),
      mileage,
      i === 8 ? null : serial(addMonths(AS_OF, (i % 7) - 1)),
      i === 9 ? null : serial(addMonths(AS_OF, -((i * 2) % 9) - 1)),
      mileage - 1_500 - ((i * 900) % 5_200),
      6,
      5_000,
    ]);
  });
}

/** 过磅与出门: what went out in the last four months, two of three notes; a few do not agree. */
function addWeighings(workbook: Workbook, trade: SampleTrade): void {
  const sheet = workbook.addWorksheet('过磅与出门', {});
  const area = startSheet(
    sheet,
    [`${FIRM}\u3000过磅与出门登记`, '重量单位：公斤；出门数量单位：吨'],
    [
      words('过磅单号', 11),
      words('提货单号', 16),
      mark('车号', 12),
      moment('进厂时间'),
      moment('离厂时间'),
      whole('实车重(kg)', 11),
      whole('空车重(kg)', 11),
      whole('件数', 8),
      words('出门证号', 11),
      tonnes('出门数量', 10),
    ],
  );
  const gone = trade.deliveries.filter(
    ({ shippedDay, shipped }) =>
      shippedDay !== undefined && shipped !== undefined && shippedDay > AS_OF - 120 && shippedDay <= AS_OF,
  );
  gone.forEach((each, i) => {
    if (i % 3 === 2) return;
    const off = i % 23 === 9 ? -0.011 : i % 19 === 4 ? 0.013 : (((i * 37) % 11) - 5) * 0.0004;
    const empty = 6_400 + ((i * 410) % 5_200);
    const net = Math.round((each.shipped! * 1000 * (1 + off)) / 10) * 10;
    const entered = each.shippedDay! + (8 * 60 + ((i * 17) % 420)) / 1440;
    const number = String(i + 1).padStart(4, '0');
    putRow(sheet, area, [
      `B${number}`,
      each.no,
      each.vehicle,
      momentSerial(entered),
      momentSerial(entered + (35 + ((i * 13) % 90)) / 1440),
      // The scale was out of order for a day.
      i % 47 === 12 ? null : empty + net,
      i % 47 === 12 ? null : empty,
      Math.round((each.shipped! * 1000) / 40),
      `M${number}`,
      i % 31 === 7 ? Math.max(0, each.shipped! - 1) : each.shipped!,
    ]);
  });
}
