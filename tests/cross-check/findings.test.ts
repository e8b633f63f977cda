import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { hasSharedWorkbook, SHARED_DATA } from '../support/shared-workbook';
import { traceFinding, traceNextStep, type WrittenBook } from './trace-finding';
import { writeAndRead } from './written-workbook';
import type { CellValue } from '../../src/workbook/cell-value';

const SAMPLE = join(__dirname, '../../assets/kelan-sample.xlsx');
const HEADINGS = { zh: '会上先说这几件事', en: 'Key points for the meeting' };

/** The findings as they stand on the overview: each with what comes next under it. */
function findingsOn(cells: readonly (readonly CellValue[])[], lang: 'zh' | 'en'): { text: string; next: string }[] {
  const from = cells.findIndex((row) => row.includes(HEADINGS[lang]));
  const lines: { text: string; next: string }[] = [];
  for (const row of cells.slice(from + 1)) {
    const [first] = row;
    if (typeof first === 'string' && /[。.](\n→|$)/.test(first)) {
      const [text, next] = first.split('\n→ ');
      lines.push({ text: text!, next: next ?? '' });
    } else if (typeof first === 'string' && first !== '') break;
  }
  return lines;
}

/** Headers stand in the third row of the sample's sheets. */
const UNDER_TITLE = { range: 2 };

/** Complaints of the sample by month, problem and client, from the person's own sheet. */
function complaintsOf(path: string): WrittenBook['complaints'] {
  const book = read(readFileSync(path), { cellDates: false });
  const sheet = book.Sheets['投诉'];
  if (!sheet) return [];
  const names = new Map(
    utils
      .sheet_to_json<Record<string, CellValue>>(book.Sheets['客户']!, UNDER_TITLE)
      .map((row) => [row['客户编号'], String(row['客户名称'])]),
  );
  return utils.sheet_to_json<Record<string, CellValue>>(sheet, UNDER_TITLE).flatMap((row) => {
    const on = row['投诉时间'];
    if (typeof on !== 'number') return [];
    return [
      {
        month: new Date((on - 25_569) * 86_400_000).toISOString().slice(0, 7),
        problem: String(row['问题']),
        client: names.get(row['客户编号'] ?? null) ?? String(row['客户名称']),
      },
    ];
  });
}

/** What the tables do not bear out, in both languages; and how many findings were looked at. */
async function trace(path: string): Promise<{ readonly wrong: readonly string[]; readonly findings: number }> {
  const zh = await writeAndRead(path);
  const en = await writeAndRead(path, ['--lang', 'en', '--reports', 'all']);
  const book: WrittenBook = { sheets: zh.sheets, complaints: path === SAMPLE ? complaintsOf(path) : [] };
  const said = { zh: findingsOn(zh.sheets.get('概览')!, 'zh'), en: findingsOn(en.sheets.get('Overview')!, 'en') };
  const wrong = (['zh', 'en'] as const).flatMap((lang) =>
    said[lang].flatMap(({ text, next }) =>
      [...traceFinding(text, lang, book), ...traceNextStep(next, text, lang, book)].map((what) => `${lang} ${what}`),
    ),
  );
  // Whoever bought nothing is counted among those that left, and told of once.
  const hasLost = said.zh.some(({ text }) => text.includes('本期没再买'));
  for (const { text } of said.zh)
    if (hasLost && /^[^，]*未下单（[^）]*本期没买）。$/.test(text)) wrong.push(`told of twice: ${text}`);
  if (said.zh.length !== said.en.length)
    wrong.push(`${said.zh.length} findings in Chinese, ${said.en.length} in English`);
  return { wrong, findings: said.zh.length };
}

describe('every number of a finding stands in the written tables', () => {
  it('of the sample', async () => {
    expect(await trace(SAMPLE)).toEqual({ wrong: [], findings: 7 });
  });

  for (const [name, findings] of [
    ['superstore-us.xlsx', 5],
    ['northwind.xlsx', 3],
    ['sales-data-sample.xlsx', 5],
    ['atliq-otif.xlsx', 1],
    ['messy/pbpython_sample-salesv3.xlsx', 2],
  ] as const) {
    const title = `of ${name}${hasSharedWorkbook(name) ? '' : ' (skipped: not beside the project)'}`;
    (hasSharedWorkbook(name) ? it : it.skip)(title, async () => {
      expect(await trace(join(SHARED_DATA, name))).toEqual({ wrong: [], findings });
    });
  }
});
