import { makeNewWorkbook } from '../../src/hosts/xlsx/new-workbook';
import { nodeZipEngine } from '../../src/hosts/xlsx/node/node-zip-engine';
import { bareSheet } from './bare-sheet';

const SALES = [
  ['日期', '客户编号', '客户名称', '地区', '数量', '金额'],
  ['2026/1/5', 'C1', '甲公司', '华东', 10, 7000],
  ['2026/2/6', 'C2', '乙公司', '华北', 4, 2000],
  ['2026/3/7', 'C3', '丙公司', '华东', 1, 1000],
];

/** A workbook of one sheet, 销售明细: three clients of 7,000, 2,000 and 1,000, one in each tier of 70, 20 and 10 %. */
export async function salesBook(): Promise<Uint8Array> {
  const host = await makeNewWorkbook(nodeZipEngine);
  await host.write({ sheets: [bareSheet('sales', '销售明细', SALES)] });
  const chunks: Uint8Array[] = [];
  await host.save((chunk) => void chunks.push(chunk.slice()));
  return new Uint8Array(Buffer.concat(chunks));
}
