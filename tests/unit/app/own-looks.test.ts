import { refresh, type RefreshDone } from '../../../src/app/refresh';
import { dayOf } from '../../../src/core/model/day';
import { nodeZipEngine } from '../../../src/hosts/xlsx/node/node-zip-engine';
import { openXlsxHost } from '../../../src/hosts/xlsx/xlsx-host';
import { memorySource } from '../../../src/hosts/xlsx/zip/byte-source';
import type { Lang } from '../../../src/i18n/lang';
import { addressOf } from '../../../src/workbook/address';
import type { SheetLooks } from '../../../src/workbook/workbook-host';
import { sheetsOfBytes, withSheetEdited } from '../../support/edit-xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { salesBook } from '../../support/sales-book';

const TIERS = '客户等级';

async function refreshed(
  bytes: Uint8Array,
  { asOf = 30, lang = 'zh' }: { readonly asOf?: number; readonly lang?: Lang } = {},
): Promise<{ readonly bytes: Uint8Array; readonly result: RefreshDone; readonly looks: SheetLooks }> {
  const host = await openXlsxHost(memorySource(bytes), nodeZipEngine);
  const clock = { today: dayOf(2026, 6, 30), now: '2026-06-30 09:12', version: '0' };
  const result = await refresh(host, { clock, lang, reports: ['clientTiers'], asOf: dayOf(2026, 6, asOf) });
  if (result.outcome !== 'done') throw new Error(result.missing.map(({ zh }) => zh).join());
  const chunks: Uint8Array[] = [];
  await host.save((chunk) => void chunks.push(chunk.slice()));
  return { bytes: new Uint8Array(Buffer.concat(chunks)), result, looks: (await host.readLooks!('clientTiers'))! };
}

/** A workbook with one more style, of a yellow fill; and its number. */
function withYellow(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly style: number } {
  const parts = unzipSync(bytes);
  const styles = strFromU8(parts['xl/styles.xml']!);
  const fill = styles.match(/<fills[^>]*>([\s\S]*?)<\/fills>/)![1]!.match(/<fill>|<fill\/>/g)!.length;
  const style = styles.match(/<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/)![1]!.match(/<xf\b/g)!.length;
  parts['xl/styles.xml'] = strToU8(
    styles
      .replace(
        '</fills>',
        '<fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills>',
      )
      .replace(/<fills count="\d+"/, `<fills count="${fill + 1}"`)
      .replace(
        '</cellXfs>',
        `<xf numFmtId="0" fontId="0" fillId="${fill}" borderId="0" xfId="0" applyFill="1"/></cellXfs>`,
      )
      .replace(/<cellXfs count="\d+"/, `<cellXfs count="${style + 1}"`),
  );
  return { bytes: zipSync(parts), style };
}

const rowOf = async (bytes: Uint8Array, client: string): Promise<number> =>
  [...(await sheetsOfBytes(bytes)).values()].flatMap((cells) => {
    const row = cells.findIndex((line) => line[0] === client);
    return cells[0]?.[0] === TIERS || cells[0]?.[0] === 'Client tiers' ? [row] : [];
  })[0]!;

const yellow = ({ fills }: SheetLooks) =>
  fills.filter(({ color }) => color === '#FFFF00').map(({ row, column }) => [row, column]);

describe('a fill and a height that she gives to a row of ours', () => {
  /** The client of the last row is yellow in its second cell and 61.5 points high. */
  async function dressed(): Promise<{ readonly bytes: Uint8Array; readonly client: string; readonly row: number }> {
    const { bytes } = await refreshed(await salesBook());
    const cells = (await sheetsOfBytes(bytes)).get(TIERS)!;
    const header = cells.findIndex((line) => line.includes('备注'));
    const total = cells.findIndex((line, at) => at > header && line[0] === '合计');
    const row = total - 1;
    const { bytes: colored, style } = withYellow(bytes);
    const done = await withSheetEdited(colored, TIERS, (xml) =>
      xml
        .replace(new RegExp(`<row r="${row + 1}"[^>]*>`), `<row r="${row + 1}" ht="61.5" customHeight="1">`)
        .replace(new RegExp(`(<c r="${addressOf(row, 1)}") s="\\d+"`), `$1 s="${style}"`),
    );
    return { bytes: done, client: String(cells[row]![0]), row };
  }

  it('stay when everything is written anew, and then nothing changes any more', async () => {
    const { bytes, row } = await dressed();
    const next = await refreshed(bytes, { asOf: 29 });
    expect(next.result.written.map(({ report }) => report)).toContain('clientTiers');
    expect(yellow(next.looks)).toEqual([[row, 1]]);
    expect(next.looks.heights).toContainEqual({ row, points: 61.5 });
    expect(next.result.notes).toEqual([]);
    const again = await refreshed(next.bytes, { asOf: 29 });
    expect(again.result.written).toEqual([]);
    expect(yellow(again.looks)).toEqual([[row, 1]]);
  });

  it('stay with the client in the other language', async () => {
    const { bytes, client } = await dressed();
    const next = await refreshed(bytes, { lang: 'en' });
    const row = await rowOf(next.bytes, client);
    expect(yellow(next.looks)).toEqual([[row, 1]]);
    expect(next.looks.heights).toContainEqual({ row, points: 61.5 });
  });

  it('follow the client to another row', async () => {
    const { bytes, client, row } = await dressed();
    // She inserts a row above the table: the row stands one further down, and comes back up.
    const moved = await withSheetEdited(bytes, TIERS, (xml) =>
      xml
        .replace(/<row r="(\d+)"/g, (_, number) => `<row r="${Number(number) + (Number(number) > 3 ? 1 : 0)}"`)
        .replace(
          /<c r="([A-Z]+)(\d+)"/g,
          (_, letters, number) => `<c r="${letters}${Number(number) + (Number(number) > 3 ? 1 : 0)}"`,
        ),
    );
    const next = await refreshed(moved, { asOf: 29 });
    expect(await rowOf(next.bytes, client)).toBe(row);
    expect(yellow(next.looks)).toEqual([[row, 1]]);
    expect(next.looks.heights.filter(({ points }) => points === 61.5)).toEqual([{ row, points: 61.5 }]);
  });

  it('are told where the client is gone', async () => {
    const { bytes, client } = await dressed();
    const without = await withSheetEdited(bytes, TIERS, (xml) => xml.replaceAll(`>${client}<`, '>K-不在<'));
    const next = await refreshed(without, { asOf: 29 });
    expect(yellow(next.looks)).toEqual([]);
    expect(next.result.notes.map(({ zh }) => zh).join()).toContain('您在报表上设的底色和行高有 2 处没有保留');
  });
});
