import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { PassThrough } from 'node:stream';
import { Workbook } from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import type { Clock } from '../../../src/app/clock';
import { EXIT } from '../../../src/cli/exit-codes';
import { lockFile } from '../../../src/cli/files/file-lock';
import { openXlsxFile } from '../../../src/cli/open-xlsx-file';
import type { OpenFile } from '../../../src/cli/run-surroundings';
import { runReport } from '../../../src/cli/run-report';
import { dayOf } from '../../../src/core/model/day';

const clock: Clock = { today: dayOf(2026, 6, 30), now: '2026-06-30 09:12', version: '0.0.0' };

let folder: string;
let input: string;
let before: Buffer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kelan-'));
  const workbook = new Workbook();
  workbook.addWorksheet('销售明细').addRows([
    ['日期', '客户', '金额', '业务员'],
    ['2026/1/5', '甲公司', 7000, '王芳'],
    ['2026/2/6', '乙公司', 2000, '王芳'],
    ['2026/3/7', '丙公司', 1000, '李强'],
  ]);
  input = join(folder, 'Sales.xlsx');
  await workbook.xlsx.writeFile(input);
  before = readFileSync(input);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(
  argv: readonly string[],
  openFile: (path: string | undefined) => Promise<OpenFile> = openXlsxFile,
): Promise<{ code: number; out: string; err: string }> {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const streams = { out, err } as unknown as Parameters<typeof runReport>[1];
  const code = await runReport(argv, streams, openFile, clock);
  const said = (stream: PassThrough): string => String(stream.read() ?? '');
  return { code, out: said(out), err: said(err) };
}

const at = (...names: string[]): string => join(folder, ...names);
const names = (where = folder): string[] => readdirSync(where).sort();
const isWhole = (path: string): boolean => 'xl/workbook.xml' in unzipSync(readFileSync(path));

/** The same file as another program leaves it that opens and saves it: every part anew. */
async function saveInExcel(path: string, type: (book: Workbook) => void = () => undefined): Promise<void> {
  const book = await new Workbook().xlsx.readFile(path);
  type(book);
  await book.xlsx.writeFile(path);
}

describe('no output is ever the file that is read', () => {
  it.each([
    ['-o', ['-o', 'Sales.xlsx']],
    ['--share', ['--share', 'Sales.xlsx']],
    ['--json', ['--json', 'Sales.xlsx']],
    ['another path', ['--json', './x/../Sales.xlsx']],
    ['another letter case', ['--share', 'SALES.xlsx']],
    ['a symbolic link', ['--json', 'link.xlsx']],
    ['a link to the folder', ['--share', 'also/Sales.xlsx']],
    ['a second name', ['-o', 'hard.xlsx']],
    ['--force', ['--force', '--json', 'Sales.xlsx']],
    ['the map', ['--map', 'map.json', '--json', 'map.json']],
  ])('by %s', async (_, argv) => {
    mkdirSync(at('x'));
    symlinkSync(input, at('link.xlsx'));
    symlinkSync(folder, at('also'));
    linkSync(input, at('hard.xlsx'));
    writeFileSync(at('map.json'), '{"sheets":[]}');
    const there = names();
    const paths = argv.map((word) => (/\./.test(word) || word.includes('/') ? `${folder}/${word}` : word));
    const { code, err } = await run([input, ...paths]);
    expect([code, err]).toEqual([EXIT.usage, expect.stringContaining('就是要读的文件')]);
    expect(readFileSync(input).equals(before)).toBe(true);
    expect(names()).toEqual(there);
  });

  it('nor another output, whether it is there already or not', async () => {
    for (const [one, other] of [
      ['out.xlsx', 'out.xlsx'],
      ['out.xlsx', 'OUT.XLSX'],
      ['out.xlsx', join('..', relative(join(folder, '..'), folder), 'out.xlsx')],
    ]) {
      const { code, err } = await run([input, '-o', at(one!), '--share', at(other!)]);
      expect([code, err]).toEqual([EXIT.usage, expect.stringContaining('--share 和 -o 是同一个文件')]);
    }
    expect((await run([input, '--share', at('a.xlsx'), '--json', at('a.xlsx')])).code).toBe(EXIT.usage);
    expect((await run([input, '--in-place', '--json', input])).code).toBe(EXIT.usage);
    expect((await run(['--template', 'clients', input, '-o', input])).code).toBe(EXIT.usage);
    expect(names()).toEqual(['Sales.xlsx']);
  });
});

describe('a file that is there and not ours', () => {
  it.each([
    ['-o', 'out.xlsx'],
    ['--share', 'out.xlsx'],
    ['--json', 'out.json'],
  ])('is not written over by %s, unless --force', async (option, name) => {
    writeFileSync(at(name), 'hers');
    const refused = await run([input, option, at(name)]);
    expect([refused.code, refused.err]).toEqual([EXIT.usage, expect.stringContaining('--force')]);
    expect(readFileSync(at(name), 'utf8')).toBe('hers');
    expect((await run([input, option, at(name), '--force'])).code).toBe(EXIT.done);
    expect(readFileSync(at(name), 'utf8')).not.toBe('hers');
  });

  it('is not written over by the default name, nor by a template, nor by a calendar', async () => {
    writeFileSync(at('Sales.kelan.xlsx'), 'hers');
    expect((await run([input])).code).toBe(EXIT.usage);
    expect((await run(['--template', 'clients', '-o', at('Sales.kelan.xlsx')])).code).toBe(EXIT.usage);
    expect(readFileSync(at('Sales.kelan.xlsx'), 'utf8')).toBe('hers');

    mkdirSync(at('ics'));
    writeFileSync(at('ics', '王芳.ics'), 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Hers//\r\n');
    const refused = await run([input, '-o', at('out.xlsx'), '--ics', at('ics')]);
    expect([refused.code, refused.err]).toEqual([EXIT.usage, expect.stringContaining('王芳.ics')]);
    expect(readFileSync(at('ics', '王芳.ics'), 'utf8')).toContain('Hers');
    expect(names()).toEqual(['Sales.kelan.xlsx', 'Sales.xlsx', 'ics']);
  });

  it('a folder in its place is named', async () => {
    mkdirSync(at('out.xlsx'));
    const { code, err } = await run([input, '-o', at('out.xlsx'), '--force']);
    expect([code, err]).toEqual([EXIT.usage, expect.stringContaining('是文件夹')]);
  });
});

describe('a file that we wrote', () => {
  const everything = (): string[] => [input, '-o', at('out.xlsx'), '--json', at('out.json'), '--ics', at('ics')];

  it('is written again, run after run', async () => {
    expect((await run(everything())).code).toBe(EXIT.done);
    const first = readFileSync(at('out.xlsx'));
    expect((await run(everything())).code).toBe(EXIT.done);
    expect(readFileSync(at('out.xlsx')).equals(first)).toBe(true);
    expect((await run([...everything(), '--lang', 'en'])).code).toBe(EXIT.done);
    expect(names()).toEqual(['Sales.xlsx', 'ics', 'out.json', 'out.xlsx']);
  });

  it('is hers as soon as she has saved it: what she typed stays', async () => {
    await run(everything());
    await saveInExcel(at('out.xlsx'), (book) => {
      book.getWorksheet('销售明细')!.getCell('F9').value = '别丢';
    });
    const typed = readFileSync(at('out.xlsx'));
    const refused = await run(everything());
    expect([refused.code, refused.err]).toEqual([EXIT.usage, expect.stringMatching(/可能有您填写的内容.*--in-place/)]);
    expect(readFileSync(at('out.xlsx')).equals(typed)).toBe(true);
  });

  it('is hers when one part of it was changed, or one name', async () => {
    await run(everything());
    const parts = unzipSync(readFileSync(at('out.xlsx')));
    for (const [name, from, to] of [
      ['xl/worksheets/sheet1.xml', '7000', '7001'],
      ['xl/workbook.xml', 'name="概览"', 'name="概况"'],
      ['xl/workbook.xml', '</definedNames>', '<definedName name="x">1</definedName></definedNames>'],
    ] as const) {
      const text = new TextDecoder().decode(parts[name]);
      expect(text).toContain(from);
      const changed = { ...parts, [name]: new TextEncoder().encode(text.replace(from, to)) };
      writeFileSync(at('out.xlsx'), zipSync(changed));
      expect((await run(everything())).code).toBe(EXIT.usage);
    }
    writeFileSync(at('out.xlsx'), zipSync(parts));
    expect((await run(everything())).code).toBe(EXIT.done);
  });

  it('carries no stamp where it was written in place, into a copy for others, or as blank sheets', async () => {
    await run([input, '-o', at('out.xlsx')]);
    const namesOf = (path: string): string =>
      new TextDecoder().decode(unzipSync(readFileSync(path))['xl/workbook.xml']);
    expect(namesOf(at('out.xlsx'))).toMatch(/<definedName name="Kelan_output" hidden="1">"[\da-f-]+"</);
    await run([input, '--in-place', '--share', at('copy.xlsx')]);
    await run(['--template', 'clients', at('blank.xlsx')]);
    for (const path of [input, at('copy.xlsx'), at('blank.xlsx')]) expect(namesOf(path)).not.toContain('Kelan_output');
  });
});

describe('--in-place', () => {
  /** Opens as always, and lets something happen just before the file is written. */
  const whileWriting =
    (happen: () => void) =>
    async (path: string | undefined): Promise<OpenFile> => {
      const file = await openXlsxFile(path);
      return {
        ...file,
        save: async (...args) => {
          happen();
          await file.save(...args);
        },
      };
    };

  it('never replaces what another program saved meanwhile, and keeps both', async () => {
    const theirs = Buffer.from(zipSync({ ...unzipSync(before), 'theirs.txt': new Uint8Array(3) }));
    const { code, err } = await run(
      [input, '--in-place', '--json', at('out.json')],
      whileWriting(() => writeFileSync(input, theirs)),
    );
    expect([code, err]).toEqual([EXIT.cannotWrite, expect.stringContaining('被别的程序保存过')]);
    expect(readFileSync(input).equals(theirs)).toBe(true);
    expect(names()).toEqual(['Sales.backup-2026-06-30-0912.xlsx', 'Sales.kelan-2026-06-30-0912.xlsx', 'Sales.xlsx']);
    expect(readFileSync(at('Sales.backup-2026-06-30-0912.xlsx')).equals(before)).toBe(true);
    expect(
      new TextDecoder().decode(unzipSync(readFileSync(at('Sales.kelan-2026-06-30-0912.xlsx')))['xl/workbook.xml']),
    ).toContain('Kelan_');
  });

  it('notices a save of the same length, and one that left the bytes as they were', async () => {
    const other = Buffer.from(before);
    other[other.length - 30] = other[other.length - 30]! ^ 1;
    const time = statSync(input).mtime;
    const sameLength = await run(
      [input, '--in-place'],
      whileWriting(() => {
        writeFileSync(input, other);
        utimesSync(input, time, time);
      }),
    );
    expect(sameLength.code).toBe(EXIT.cannotWrite);
    expect(readFileSync(input).equals(other)).toBe(true);
    writeFileSync(input, before);
    const touched = await run(
      [input, '--in-place'],
      whileWriting(() => utimesSync(input, 1, 1)),
    );
    expect(touched.code).toBe(EXIT.cannotWrite);
  });

  it('says so where the file is gone meanwhile, and does not bring it back', async () => {
    const { code } = await run(
      [input, '--in-place'],
      whileWriting(() => rmSync(input)),
    );
    expect(code).toBe(EXIT.cannotWrite);
    expect(existsSync(input)).toBe(false);
  });

  it('the same for a result of ours that somebody saves meanwhile', async () => {
    await run([input, '-o', at('out.xlsx')]);
    const { code } = await run(
      [input, '-o', at('out.xlsx'), '--lang', 'en'],
      whileWriting(() => writeFileSync(at('out.xlsx'), 'theirs')),
    );
    expect(code).toBe(EXIT.cannotWrite);
    expect(readFileSync(at('out.xlsx'), 'utf8')).toBe('theirs');
  });

  it('follows a symbolic link, which stays one, and keeps the rights of the file', async () => {
    mkdirSync(at('share'));
    mkdirSync(at('desk'));
    writeFileSync(at('share', 'Sales.xlsx'), before);
    chmodSync(at('share', 'Sales.xlsx'), 0o640);
    symlinkSync(join('..', 'share', 'Sales.xlsx'), at('desk', 'mine.xlsx'));
    expect((await run([at('desk', 'mine.xlsx'), '--in-place'])).code).toBe(EXIT.done);
    expect(lstatSync(at('desk', 'mine.xlsx')).isSymbolicLink()).toBe(true);
    expect(names(at('desk'))).toEqual(['mine.xlsx']);
    expect(names(at('share'))).toEqual(['Sales.backup-2026-06-30-0912.xlsx', 'Sales.xlsx']);
    expect(readFileSync(at('share', 'Sales.xlsx')).equals(before)).toBe(false);
    expect(statSync(at('share', 'Sales.xlsx')).mode & 0o777).toBe(0o640);
  });

  it('an output through a link that leads nowhere yet goes where it leads', async () => {
    mkdirSync(at('there'));
    symlinkSync(at('there', 'new.xlsx'), at('out.xlsx'));
    expect((await run([input, '-o', at('out.xlsx')])).code).toBe(EXIT.done);
    expect(lstatSync(at('out.xlsx')).isSymbolicLink()).toBe(true);
    expect(isWhole(at('there', 'new.xlsx'))).toBe(true);
  });

  it('takes the backup away where nothing came of it', async () => {
    const book = new Workbook();
    book.addWorksheet('空').addRow(['无']);
    await book.xlsx.writeFile(input);
    expect((await run([input, '--in-place'])).code).toBe(EXIT.nothing);
    expect(names()).toEqual(['Sales.xlsx']);
  });
});

describe('two runs at one file', () => {
  const lockName = async (): Promise<string> => {
    const lock = await lockFile(input, '2026-06-30 09:00');
    const name = names().find((one) => one.endsWith('.lock'))!;
    await lock.release();
    expect(names()).toEqual(['Sales.xlsx']);
    return name;
  };

  it('one wins, the other says so and changes nothing', async () => {
    const codes = (await Promise.all([run([input, '--in-place']), run([input, '--in-place'])])).map(({ code }) => code);
    expect(codes.sort()).toEqual([EXIT.done, EXIT.cannotWrite]);
    expect(names()).toEqual(['Sales.backup-2026-06-30-0912.xlsx', 'Sales.xlsx']);
    const lock = await lockFile(input, '2026-06-30 09:00');
    const { code, err } = await run([input, '--in-place', '--lang', 'en']);
    await lock.release();
    expect([code, err]).toEqual([
      EXIT.cannotWrite,
      expect.stringMatching(new RegExp(`process ${process.pid} .*2026-06-30 09:00`)),
    ]);
  });

  it.each([
    ['of a process that is no more', () => JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), since: '' }), 0, true],
    [
      'of a run of yesterday on another machine',
      () => JSON.stringify({ pid: 1, host: 'other', since: '' }),
      86_400,
      true,
    ],
    ['cut short by a kill', () => '', 60, true],
    ['being made just now', () => '', 0, false],
    ['of another machine', () => JSON.stringify({ pid: 2 ** 22 + 1, host: 'other', since: '' }), 60, false],
    ['of a process that runs', () => JSON.stringify({ pid: process.pid, host: hostname(), since: '' }), 60, false],
  ])('a lock %s is taken over, or not', async (_, text, age, isTaken) => {
    const path = at(await lockName());
    writeFileSync(path, text());
    const made = Date.now() / 1000 - age;
    utimesSync(path, made, made);
    const { code } = await run([input, '--in-place']);
    expect(code).toBe(isTaken ? EXIT.done : EXIT.cannotWrite);
    expect(names().filter((name) => name.includes('.lock'))).toEqual(isTaken ? [] : [path.slice(folder.length + 1)]);
    expect(readFileSync(input).equals(before)).toBe(!isTaken);
  });

  it('a run whose lock was taken over does not write', async () => {
    const path = at(await lockName());
    const { code } = await run([input, '--in-place'], async (source) => {
      const file = await openXlsxFile(source);
      writeFileSync(path, JSON.stringify({ pid: process.pid, host: 'other', since: 'later' }));
      return file;
    });
    expect(code).toBe(EXIT.cannotWrite);
    expect(readFileSync(input).equals(before)).toBe(true);
    expect(existsSync(path)).toBe(true);
  });

  it.each([['~$Sales.xlsx'], ['.~lock.Sales.xlsx#']])(
    'a workbook that is open elsewhere (%s) is left alone',
    async (sign) => {
      writeFileSync(at(sign), '');
      const { code, err } = await run([input, '--in-place']);
      expect([code, err]).toEqual([EXIT.cannotWrite, expect.stringContaining(sign)]);
      expect(readFileSync(input).equals(before)).toBe(true);
      expect((await run([input, '-o', at('out.xlsx')])).code).toBe(EXIT.done);
      expect((await run([input, '--in-place', '--force'])).code).toBe(EXIT.done);
    },
  );
});

describe('what is left behind', () => {
  it('parts of runs of this machine that are no more are cleared away, no others', async () => {
    const host = hostname()
      .replace(/[^\w-]/g, '_')
      .slice(0, 40);
    writeFileSync(at(`.kelan-${host}-${2 ** 22 + 1}-1.part`), 'x');
    const kept = [`.kelan-${host}-${process.pid}-99999.part`, `.kelan-elsewhere-${2 ** 22 + 1}-1.part`, '.hers.part'];
    for (const name of kept) writeFileSync(at(name), 'x');
    expect((await run([input, '--in-place'])).code).toBe(EXIT.done);
    expect(names().filter((name) => name.endsWith('.part'))).toEqual([...kept].sort());
  });

  it.each([
    ['the result', ['-o', 'no such/out.xlsx'], EXIT.cannotWrite, 'no such'],
    ['a copy', ['--share', 'no such/out.xlsx'], EXIT.cannotWrite, 'no such'],
    ['figures', ['--json', 'no such/out.json'], EXIT.cannotWrite, 'no such'],
  ])('nothing, and the folder is named, where %s has none', async (_, argv, code, word) => {
    const [option, path] = argv as [string, string];
    const done = await run([input, option, at(path)]);
    expect([done.code, done.err]).toEqual([code, expect.stringMatching(new RegExp(`没有文件夹 .*${word}`))]);
    expect(names()).toEqual(['Sales.xlsx']);
  });

  it('and where the workbook has none', async () => {
    const { code, err } = await run([at('no such', 'a.xlsx'), '--lang', 'en']);
    expect([code, err]).toEqual([EXIT.cannotRead, expect.stringContaining(`There is no folder ${at('no such')}`)]);
  });
});

it('says up to when the data goes where nothing lies in the period', async () => {
  const { code, err } = await run([input, '--period', 'year:2031']);
  expect([code, err]).toEqual([EXIT.nothing, expect.stringContaining('数据从 2026-01-05 到 2026-03-07')]);
  expect((await run([input, '--period', 'year:2031', '--lang', 'en'])).err).toContain(
    'the data run from 2026-01-05 to 2026-03-07',
  );
  expect(names()).toEqual(['Sales.xlsx']);
});

it.each([['Sales.xlsx', 'out.xlsm', '没有宏']])('a result of %s cannot be %s', async (from, to, why) => {
  const { code, err } = await run([at(from), '-o', at(to)]);
  expect([code, err]).toEqual([EXIT.usage, expect.stringContaining(why)]);
  expect(names()).toEqual(['Sales.xlsx']);
});
