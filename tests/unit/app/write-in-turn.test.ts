import { refresh, type RefreshDone } from '../../../src/app/refresh';
import { READ_BACK } from '../../../src/app/refresh-result';
import { dayOf } from '../../../src/core/model/day';
import { nodeZipEngine } from '../../../src/hosts/xlsx/node/node-zip-engine';
import { openXlsxHost, type XlsxHost } from '../../../src/hosts/xlsx/xlsx-host';
import { memorySource } from '../../../src/hosts/xlsx/zip/byte-source';
import type { SheetPlan } from '../../../src/workbook/plan';
import type { WorkbookHost } from '../../../src/workbook/workbook-host';
import { salesBook } from '../../support/sales-book';
import { aSheetPlan } from '../hosts/xlsx/write/plan-builder';

const clock = { today: dayOf(2026, 6, 30), now: '2026-06-30 09:12', version: '0' };
const open = (bytes: Uint8Array): Promise<XlsxHost> => openXlsxHost(memorySource(bytes), nodeZipEngine);

async function run(host: WorkbookHost): Promise<RefreshDone> {
  const result = await refresh(host, { clock, lang: 'zh', reports: 'all' });
  if (result.outcome !== 'done') throw new Error(result.missing.map(({ zh }) => zh).join());
  return result;
}

async function saved(host: XlsxHost): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  await host.save((chunk) => void chunks.push(chunk.slice()));
  return Buffer.concat(chunks);
}

/** The host, and what it was asked: each sheet when it came, and all of a plan at once. */
function watched(host: XlsxHost): { readonly host: WorkbookHost; readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    host: {
      ...host,
      write: (plan, control) => {
        asked.push(`all ${plan.sheets.length}`);
        return host.write(plan, control);
      },
      writeInTurn: (plan, control) => {
        const sheets = function* (): Generator<SheetPlan> {
          for (const sheet of plan.sheets) {
            asked.push(sheet.id);
            yield sheet;
          }
        };
        return host.writeInTurn!({ ...plan, sheets: sheets() }, control);
      },
    },
  };
}

describe('reports into a workbook that has none', () => {
  it('are written sheet by sheet, to the byte as all of them together', async () => {
    const book = await salesBook();
    const inTurn = await open(book);
    const { writeInTurn: _, ...together } = await open(book);
    const one = await run(inTurn);
    const other = await run(together);
    expect(Buffer.compare(await saved(inTurn), await saved(together))).toBe(0);
    expect(one.written.map(({ report }) => report)).toEqual(expect.arrayContaining(['clientTiers', 'history']));
    expect(one.written).toEqual(other.written);
    expect(one.sizes).toEqual(other.sizes);
    expect(one.notWritten).toEqual(other.notWritten);
    expect(one.notes).toEqual(other.notes);
    for (const report of READ_BACK) expect([report, one.cellsNow(report)]).toEqual([report, other.cellsNow(report)]);
  });

  it('come one after the other, the record last; where ours stand already, all at once', async () => {
    const book = await salesBook();
    const { host, asked } = watched(await open(book));
    const { written } = await run(host);
    expect(asked).toEqual([...written.map(({ report }) => report), 'undo', 'writtenRecord']);
    asked.length = 0;
    const later = await refresh(host, { clock: { ...clock, now: '2026-06-30 10:00' }, lang: 'en', reports: 'all' });
    expect(later.outcome).toBe('done');
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/^all \d+$/);
  });
});

describe('a plan in turn', () => {
  const [tiers, alerts] = [aSheetPlan({ id: 'clientTiers', name: '等级' }), aSheetPlan({ id: 'alerts', name: '预警' })];

  it.each([
    ['in another order', [alerts, tiers], 'alerts comes out of its turn'],
    ['beyond what it says', [tiers, alerts, tiers], 'clientTiers comes out of its turn'],
    ['short of what it says', [tiers], 'alerts does not come'],
  ])('that comes %s leaves the workbook as it was', async (_, sheets, words) => {
    const book = await salesBook();
    const host = await open(book);
    await expect(host.writeInTurn!({ headings: [tiers, alerts], sheets })).rejects.toThrow(words);
    expect(Buffer.compare(await saved(host), Buffer.from(book))).toBe(0);
  });
});
