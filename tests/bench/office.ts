import { refresh } from '../../src/app/refresh';
import { dayOf } from '../../src/core/model/day';
import type { Lang } from '../../src/i18n/lang';
import { makeOfficeHost } from '../../src/hosts/office/office-host';
import type { CellValue } from '../../src/workbook/cell-value';
import { fillWorkbook, type PersonSheet } from '../office-host/open-workbook';
import { WEB } from '../office-host/profile';
import type { MessageCount } from '../office-host/request-processor';
import { startStandIn } from '../office-host/stand-in';

const CLIENTS = [100, 1_000, 10_000];
const LINES_PER_CLIENT = 10;
const FIRST_DAY = 45_748; // 2025-04-01
const DAYS = 365;

/** A client sheet and a sales sheet that need no question to be asked. */
function personSheets(clients: number): PersonSheet[] {
  const code = (client: number): string => `K${String(client).padStart(5, '0')}`;
  const lines = clients * LINES_PER_CLIENT;
  return [
    {
      name: '客户',
      rows: [
        ['客户编号', '客户名称', '地区'],
        ...Array.from({ length: clients }, (_, client): CellValue[] => [
          code(client),
          `第${client}贸易有限公司`,
          ['华东', '华南', '华北'][client % 3]!,
        ]),
      ],
    },
    {
      name: '销售明细',
      rows: [
        ['单号', '客户编号', '客户名称', '日期', '金额'],
        ...Array.from({ length: lines }, (_, line): CellValue[] => {
          // A step coprime to both counts spreads lines over clients and days without a random source.
          const client = (line * 7919) % clients;
          return [
            `D${line}`,
            code(client),
            `第${client}贸易有限公司`,
            FIRST_DAY + ((line * 31) % DAYS),
            100 + (line % 977),
          ];
        }),
      ],
    },
  ];
}

const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;

/**
 * Messages and bytes that a refresh costs inside Excel, on the stand-in of Excel on the web: they follow the cells, and
 * neither the number of clients nor that of reports beyond them.
 */
export async function run(): Promise<void> {
  console.log('\nA refresh through Office.js: messages and bytes (Office.js exact, Excel approximate)');
  for (const clients of CLIENTS) {
    const excel = await startStandIn(WEB);
    excel.install();
    fillWorkbook(excel.workbook, personSheets(clients));
    const sales = excel.workbook.sheets[1]!;
    sales.paint.put({ row: 1, column: 3, rows: 1_000_000, columns: 1 }, 'numberFormat', 'yyyy-mm-dd');
    const own = excel.workbook.sheets.length;
    for (const [what, lang] of [
      ['first', 'zh'],
      ['unchanged', 'zh'],
      ['all written again', 'en'],
    ] as const) {
      const { count, written } = await countRefresh(excel.processor.count, () => excel.processor.resetCount(), lang);
      const reports = excel.workbook.sheets.length - own;
      const cells = excel.workbook.sheets.slice(own).reduce((sum, sheet) => sum + sheet.grid.entries().length, 0);
      console.log(
        `  ${String(clients).padStart(6)} clients  ${what.padEnd(17)}  ${written.length} of ${reports} reports written, ${cells} cells in all:  ` +
          `${count.messages - count.ofOfficeJs} messages (${count.ofOfficeJs} more by Office.js itself)  ` +
          `sent ${mb(count.requestBytes)}, largest ${mb(count.largestRequest)}  ` +
          `received ${mb(count.answerBytes)}, largest ${mb(count.largestAnswer)}`,
      );
    }
    if (excel.processor.complaints.length > 0) throw new Error(excel.processor.complaints.join('\n'));
    excel.uninstall();
  }
}

async function countRefresh(
  live: MessageCount,
  reset: () => void,
  lang: Lang,
): Promise<{ readonly count: MessageCount; readonly written: readonly string[] }> {
  reset();
  const clock = { today: dayOf(2026, 3, 31), now: '2026-03-31 09:00', version: '0' };
  const result = await refresh(makeOfficeHost(), { clock, lang });
  if (result.outcome !== 'done') throw new Error(`nothing was analysed: ${JSON.stringify(result)}`);
  return { count: { ...live }, written: result.written.map(({ report }) => report) };
}

if (require.main === module) void run().then(() => process.exit(0));
