import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { EXIT } from '../../../../src/cli/exit-codes';
import { openXlsxFile } from '../../../../src/cli/open-xlsx-file';
import { isWatched } from '../../../../src/cli/watch/is-watched';
import { runWatch } from '../../../../src/cli/watch/run-watch';

const BOOK = join(__dirname, '..', '..', '..', 'cases', 'm-22-buyer-member', 'in.xlsx');
const LONG_AGO = new Date('2026-01-05T09:00:00Z');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kelan-watch-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, from = BOOK, when = LONG_AGO): string => {
  const path = join(folder, name);
  copyFileSync(from, path);
  utimesSync(path, when, when);
  return path;
};

/** A run of `kelan watch`: what it says, and how it ends. */
function start(...argv: string[]): { said(): string; stop(): void; readonly ended: Promise<number> } {
  const stream = new PassThrough();
  let words = '';
  stream.on('data', (chunk: Buffer) => {
    words += chunk.toString('utf8');
  });
  const stop = new AbortController();
  const streams = { out: stream, err: stream } as unknown as Parameters<typeof runWatch>[1];
  return {
    said: () => words,
    stop: () => stop.abort(),
    ended: runWatch(argv, streams, openXlsxFile, stop.signal),
  };
}

async function once(...argv: string[]): Promise<{ readonly code: number; readonly said: string }> {
  const run = start(folder, '--once', ...argv);
  const code = await run.ended;
  return { code, said: run.said() };
}

describe('one look at a folder', () => {
  it('refreshes a workbook that changed, and leaves it alone until it changes again', async () => {
    put('客户.xlsx');
    const first = await once('--lang', 'en');
    expect(first.said).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2} {2}客户\.xlsx {2}refreshed → 客户\.kelan\.xlsx\n$/);
    expect(first.code).toBe(EXIT.done);
    expect(existsSync(join(folder, '客户.kelan.xlsx'))).toBe(true);
    expect((await once()).said).toBe('');
    put('客户.xlsx', BOOK, new Date('2026-01-06T09:00:00Z'));
    expect((await once()).said).toContain('已刷新 → 客户.kelan.xlsx');
  });

  it('takes what it wrote in place for no change of hers', async () => {
    const path = put('客户.xlsx');
    const before = readFileSync(path);
    expect((await once('--in-place')).said).toContain('已刷新 → 客户.xlsx');
    expect(readFileSync(path).equals(before)).toBe(false);
    expect((await once('--in-place')).said).toBe('');
  });

  it('skips a workbook that somebody has open, and takes it once it is closed', async () => {
    put('客户.xlsx');
    writeFileSync(join(folder, '~$客户.xlsx'), '');
    const held = await once();
    expect(held).toEqual({ code: EXIT.done, said: expect.stringContaining('有人打开着') as string });
    expect(existsSync(join(folder, '客户.kelan.xlsx'))).toBe(false);
    rmSync(join(folder, '~$客户.xlsx'));
    expect((await once()).said).toContain('已刷新');
  });

  it('skips a workbook that is still being saved', async () => {
    put('客户.xlsx', BOOK, new Date());
    expect((await once()).said).toContain('正在保存或同步');
  });

  it('says why a workbook was not refreshed, once, and goes on with the others', async () => {
    writeFileSync(join(folder, 'a.xlsx'), 'no workbook at all, whatever it is called');
    utimesSync(join(folder, 'a.xlsx'), LONG_AGO, LONG_AGO);
    put('客户.xlsx');
    const { code, said } = await once();
    expect(said.split('\n')).toHaveLength(3);
    expect(said).toContain('a.xlsx  没有刷新：');
    expect(said).toContain('客户.xlsx  已刷新');
    expect(code).not.toBe(EXIT.done);
    expect((await once()).said).toBe('');
  });

  it('writes its lines into a log too', async () => {
    put('客户.xlsx');
    const log = join(folder, 'kelan.log');
    const { said } = await once('--log', log);
    expect(readFileSync(log, 'utf8')).toBe(said);
  });

  it('begins anew where its list is damaged', async () => {
    put('客户.xlsx');
    await once();
    writeFileSync(join(folder, '.kelan-watch.json'), '{"客户.xlsx": {"size":');
    expect((await once()).said).toContain('已刷新');
  });
});

describe('what it will not take', () => {
  it.each([
    [[], '请写明要看守的文件夹'],
    [['nowhere', '--once'], '没有“nowhere”这个文件夹'],
    [['.', '--reports', 'overviu'], '没有“overviu”这张报表'],
    [['.', '--period', 'ever'], '不是期间'],
    [['.', '--share', 'copy.xlsx'], '没有“--share”这个选项'],
  ])('%j', async (argv, words) => {
    const run = start(...argv);
    expect(await run.ended).not.toBe(EXIT.done);
    expect(run.said()).toContain(words);
  });

  it('a log that cannot be written stops it before anything is done', async () => {
    put('客户.xlsx');
    const { code, said } = await once('--log', join(folder, 'no', 'such', 'folder.log'));
    expect(code).toBe(EXIT.cannotWrite);
    expect(said).toContain('没有刷新任何工作簿');
    expect(existsSync(join(folder, '客户.kelan.xlsx'))).toBe(false);
  });
});

it('a watched folder: a workbook that comes is refreshed', async () => {
  const run = start(folder);
  const until = async (words: string): Promise<void> => {
    while (!run.said().includes(words)) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  await until('正在看守');
  await new Promise((resolve) => setTimeout(resolve, 500));
  put('客户.xlsx');
  await until('已刷新');
  run.stop();
  expect(await run.ended).toBe(EXIT.done);
  expect(run.said()).toContain('已停止看守');
});

it.each([
  ['客户.xlsx', false, true],
  ['客户.XLSM', true, true],
  ['旧账.xls', false, true],
  ['旧账.xls', true, false],
  ['客户.kelan.xlsx', false, false],
  ['客户.backup-2026-01-05-0912-2.xlsx', true, false],
  ['~$客户.xlsx', false, false],
  ['.~lock.客户.xlsx#', false, false],
  ['说明.docx', false, false],
])('%s (in place: %s) is watched: %s', (name, isInPlace, expected) => {
  expect(isWatched(name, isInPlace)).toBe(expected);
});
