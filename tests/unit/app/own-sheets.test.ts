import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { refresh, type RefreshDone } from '../../../src/app/refresh';
import { dayOf } from '../../../src/core/model/day';
import { nodeZipEngine } from '../../../src/hosts/xlsx/node/node-zip-engine';
import { openXlsxHost, type XlsxHost } from '../../../src/hosts/xlsx/xlsx-host';
import { memorySource } from '../../../src/hosts/xlsx/zip/byte-source';
import type { CellValue } from '../../../src/workbook/cell-value';
import { bareSheet } from '../../support/bare-sheet';
import { isReadable, sheetsOfBytes, withCellTyped } from '../../support/edit-xlsx';
import { salesBook } from '../../support/sales-book';

const clock = { today: dayOf(2026, 6, 30), now: '2026-06-30 09:12', version: '0' };
const open = (bytes: Uint8Array): Promise<XlsxHost> => openXlsxHost(memorySource(bytes), nodeZipEngine);

interface Refreshed {
  readonly bytes: Uint8Array;
  readonly result: RefreshDone;
}

async function refreshed(bytes: Uint8Array, reports?: readonly string[]): Promise<Refreshed> {
  const host = await open(bytes);
  const result = await refresh(host, { clock, lang: 'zh', reports: reports ?? 'all' });
  if (result.outcome !== 'done') throw new Error(result.missing.map(({ zh }) => zh).join());
  const chunks: Uint8Array[] = [];
  await host.save((chunk) => void chunks.push(chunk.slice()));
  return { bytes: new Uint8Array(Buffer.concat(chunks)), result };
}

/** The workbook with its part `xl/workbook.xml`, and others, changed. */
function edited(
  bytes: Uint8Array,
  edit: (workbook: string) => string,
  more: (parts: Record<string, Uint8Array>) => void = () => undefined,
): Uint8Array {
  const parts = unzipSync(bytes);
  parts['xl/workbook.xml'] = strToU8(edit(strFromU8(parts['xl/workbook.xml']!)));
  more(parts);
  return zipSync(parts);
}

const MARK = /<definedName name="Kelan_clientTiers"[^>]*>([^<]*)<\/definedName>/;
const markedAt = (target: string) => (xml: string) =>
  xml.replace(MARK, (mark, at: string) => mark.replace(`>${at}<`, `>${target}<`));
const marksOf = (bytes: Uint8Array): readonly string[] =>
  [...strFromU8(unzipSync(bytes)['xl/workbook.xml']!).matchAll(/<definedName name="(Kelan_[^"]*)"/g)].map(
    ([, name]) => name!,
  );

const TIERS = '客户等级';
const NOTE = '她写的：月底再问';

/** Written once; a note of hers stands below the list of tiers. */
async function written(): Promise<Uint8Array> {
  const { bytes } = await refreshed(await salesBook());
  return withCellTyped(bytes, TIERS, 200, 2, NOTE);
}

const standsIn = (sheets: ReadonlyMap<string, readonly (readonly CellValue[])[]>, text: string): readonly string[] =>
  [...sheets].filter(([, cells]) => cells.some((line) => line.includes(text))).map(([name]) => name);

describe('a mark of ours that is not as we made it', () => {
  it('may point at a whole range: the sheet is written in place, her note is kept', async () => {
    const before = edited(await written(), markedAt(`${TIERS}!$A$1:$H$40`));
    const names = [...(await sheetsOfBytes(before)).keys()];
    const { bytes, result } = await refreshed(before);
    const after = await sheetsOfBytes(bytes);
    // The note alone makes a sheet more.
    expect([...after.keys()].sort()).toEqual([...names, '留言'].sort());
    expect(standsIn(after, NOTE)).toEqual(['留言']);
    expect(result.written.map(({ report }) => report)).toContain('clientTiers');
    expect(await isReadable(bytes)).toBe(true);
  });

  it('means nothing as a name of one sheet: hers stays to the byte, ours stays ours', async () => {
    const scoped = `<definedName name="Kelan_clientTiers" localSheetId="0">销售明细!$A$1</definedName>`;
    const before = edited(await written(), (xml) => xml.replace('<definedNames>', `<definedNames>${scoped}`));
    const { bytes } = await refreshed(before);
    expect(unzipSync(bytes)['xl/worksheets/sheet1.xml']).toEqual(unzipSync(before)['xl/worksheets/sheet1.xml']);
    expect(standsIn(await sheetsOfBytes(bytes), NOTE)).toEqual(['留言']);
    expect(strFromU8(unzipSync(bytes)['xl/workbook.xml']!)).toContain(scoped);
  });

  it('may stand on a sheet that has one already: each report gets a sheet, no text is lost, no name stands twice', async () => {
    const first = withCellTyped(await written(), '客户统计', 200, 2, '统计旁的字');
    const before = edited(await first, (xml) =>
      xml.replace(
        /(<definedName name="Kelan_clientStatistics"[^>]*>)[^<]*/,
        (_, start: string) => `${start}${TIERS}!$A$1`,
      ),
    );
    const { bytes } = await refreshed(before);
    const after = await sheetsOfBytes(bytes);
    expect(standsIn(after, NOTE)).not.toEqual([]);
    expect(standsIn(after, '统计旁的字')).not.toEqual([]);
    const marks = marksOf(bytes);
    expect(new Set(marks).size).toBe(marks.length);
    const { sheets } = await (await open(bytes)).describe();
    const reports = sheets.flatMap(({ report }) => (report ? [report.id] : []));
    expect(reports).toEqual(expect.arrayContaining(['clientTiers', 'clientStatistics']));
    // And that is how it stays.
    const again = await refreshed(bytes);
    expect(standsIn(await sheetsOfBytes(again.bytes), NOTE)).not.toEqual([]);
    expect((await refreshed(again.bytes)).result.written).toEqual([]);
  });

  it('came along with a copy of its sheet, as Excel copies it: the copy is hers from then on', async () => {
    const whole = await written();
    const parts = unzipSync(whole);
    const workbook = strFromU8(parts['xl/workbook.xml']!);
    const id = new RegExp(`<sheet name="${TIERS}"[^>]*r:id="([^"]+)"`).exec(workbook)![1]!;
    const rels = strFromU8(parts['xl/_rels/workbook.xml.rels']!);
    const target = new RegExp(`<Relationship [^>]*Id="${id}"[^>]*>`).exec(rels)![0];
    const part = `xl/${/Target="(?:\/xl\/)?([^"]+)"/.exec(target)![1]!}`;
    const position = [...workbook.matchAll(/<sheet /g)].length;
    const before = edited(
      whole,
      (xml) =>
        xml
          .replace('</sheets>', `<sheet name="${TIERS} (2)" sheetId="990" r:id="rIdCopy"/></sheets>`)
          .replace(
            '<definedNames>',
            `<definedNames><definedName name="Kelan_clientTiers" localSheetId="${position}" comment="x">'${TIERS} (2)'!$A$1</definedName>`,
          ),
      (all) => {
        // What a copy carries besides its cells (table, drawing) has parts of its own; the cells are enough here.
        const sheet = strFromU8(all[part]!).replace(/<(drawing|tableParts|legacyDrawing)\b[\s\S]*?(\/>|<\/\1>)/g, '');
        all['xl/worksheets/copy.xml'] = strToU8(sheet);
        all['xl/_rels/workbook.xml.rels'] = strToU8(
          rels.replace(
            '</Relationships>',
            `<Relationship Id="rIdCopy" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/copy.xml"/></Relationships>`,
          ),
        );
        all['[Content_Types].xml'] = strToU8(
          strFromU8(all['[Content_Types].xml']!).replace(
            '</Types>',
            '<Override PartName="/xl/worksheets/copy.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
          ),
        );
      },
    );
    const { bytes, result } = await refreshed(before);
    expect(strFromU8(unzipSync(bytes)['xl/worksheets/copy.xml']!)).toBe(
      strFromU8(unzipSync(before)['xl/worksheets/copy.xml']!),
    );
    expect([...standsIn(await sheetsOfBytes(bytes), NOTE)].sort()).toEqual([`${TIERS} (2)`, '留言'].sort());
    expect(result.written.map(({ sheet }) => sheet)).not.toContain(`${TIERS} (2)`);
  });
});

describe('a workbook pasted together from two', () => {
  it('has a report of another workbook, mark and all: it becomes the report of this one, and her words stay', async () => {
    const other = await written();
    const otherParts = unzipSync(other);
    const mark = MARK.exec(strFromU8(otherParts['xl/workbook.xml']!))![0];
    const { sheets } = await (await open(other)).describe();
    const tiers = sheets.find(({ name }) => name === TIERS)!;
    const cells = (await sheetsOfBytes(other)).get(TIERS)!;
    expect(tiers.report?.id).toBe('clientTiers');

    // This one was never written with tiers; its record knows nothing of the sheet that came.
    const { bytes: mine } = await refreshed(await salesBook(), ['overview']);
    const host = await open(mine);
    await host.write({ sheets: [bareSheet('pasted', TIERS, cells)] });
    const chunks: Uint8Array[] = [];
    await host.save((chunk) => void chunks.push(chunk.slice()));
    const pasted = edited(new Uint8Array(Buffer.concat(chunks)), (xml) =>
      xml.replace('<definedNames>', `<definedNames>${mark}`),
    );

    const { bytes, result } = await refreshed(pasted);
    const after = await sheetsOfBytes(bytes);
    expect(result.written).toContainEqual({ report: 'clientTiers', sheet: TIERS });
    expect(standsIn(after, NOTE)).toEqual(['留言']);
    expect((await refreshed(bytes)).result.written).toEqual([]);
  });
});
