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
import fs from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUp } from '../../../../src/cli/files/back-up';
import { beginningOf } from '../../../../src/cli/files/beginning-of';
import { isSameState, stateOf } from '../../../../src/cli/files/file-digest';
import { giveName } from '../../../../src/cli/files/give-name';
import { isOwnCalendar, isOwnJson } from '../../../../src/cli/files/own-files';
import { realPathOf } from '../../../../src/cli/files/real-path';
import { replaceFile } from '../../../../src/cli/files/replace-file';
import { StagedFiles } from '../../../../src/cli/files/staged-files';

const NOW = '2026-06-30 09:12';
let folder: string;
const at = (...names: string[]): string => join(folder, ...names);
const names = (where = folder): string[] => readdirSync(where).sort();
const textAt = (name: string): string => readFileSync(at(name), 'utf8');
const bytes = (text: string) => (write: (chunk: Uint8Array) => Promise<void>) => write(new TextEncoder().encode(text));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kelan-'));
  writeFileSync(at('a.xlsx'), 'old');
});
afterEach(() => {
  jest.spyOn(fs, 'open').mockRestore();
  jest.spyOn(fs, 'link').mockRestore();
  jest.spyOn(fs, 'copyFile').mockRestore();
  jest.spyOn(fs, 'rename').mockRestore();
  rmSync(folder, { recursive: true, force: true });
});
const refuse = (code: string) => Object.assign(new Error(`${code}: no`), { code });

describe('a second name for a file', () => {
  it('is given where it is free, and never over another file', async () => {
    expect(await giveName(at('a.xlsx'), at('b.xlsx'))).toBe(true);
    writeFileSync(at('c.xlsx'), 'hers');
    expect(await giveName(at('a.xlsx'), at('c.xlsx'))).toBe(false);
    expect([textAt('b.xlsx'), textAt('c.xlsx')]).toEqual(['old', 'hers']);
  });

  it('on a drive without second names is a copy, on the same terms', async () => {
    jest.spyOn(fs, 'link').mockRejectedValue(refuse('EPERM'));
    expect(await giveName(at('a.xlsx'), at('b.xlsx'))).toBe(true);
    writeFileSync(at('c.xlsx'), 'hers');
    expect(await giveName(at('a.xlsx'), at('c.xlsx'))).toBe(false);
    expect([textAt('b.xlsx'), textAt('c.xlsx')]).toEqual(['old', 'hers']);
    await expect(giveName(at('none.xlsx'), at('d.xlsx'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('a backup', () => {
  it('stands beside the file under the minute, numbered where one is there', async () => {
    const opened = jest.spyOn(fs, 'open');
    const first = await backUp(at('a.xlsx'), NOW);
    // Flushed with its folder: what is called a backup is on the disk.
    expect(opened).toHaveBeenCalledWith(folder, 'r');
    expect(opened).toHaveBeenCalledWith(expect.stringMatching(/\.part$/), 'r+');
    expect(first.path).toBe(at('a.backup-2026-06-30-0912.xlsx'));
    expect(first.original).toEqual(await stateOf(at('a.xlsx')));
    expect((await backUp(at('a.xlsx'), NOW)).path).toBe(at('a.backup-2026-06-30-0912-2.xlsx'));
    expect((await backUp(at('a.xlsx'), NOW)).path).toBe(at('a.backup-2026-06-30-0912-3.xlsx'));
    expect(names()).toEqual([
      'a.backup-2026-06-30-0912-2.xlsx',
      'a.backup-2026-06-30-0912-3.xlsx',
      'a.backup-2026-06-30-0912.xlsx',
      'a.xlsx',
    ]);
    expect(textAt('a.backup-2026-06-30-0912.xlsx')).toBe('old');
  });

  it.each([
    [2, true],
    [3, false],
  ])('of a file that is being saved %i times over is tried three times', async (saves, works) => {
    const { copyFile } = fs;
    let copies = 0;
    jest.spyOn(fs, 'copyFile').mockImplementation(async (from, to) => {
      await copyFile(from, to);
      if (++copies <= saves) writeFileSync(at('a.xlsx'), `saved ${copies}`);
      if (copies <= saves) writeFileSync(String(to), 'half');
    });
    const backup = backUp(at('a.xlsx'), NOW);
    if (works) {
      await backup;
      expect(textAt('a.backup-2026-06-30-0912.xlsx')).toBe('saved 2');
    } else {
      await expect(backup).rejects.toMatchObject({ code: 'changed-meanwhile' });
      expect(names()).toEqual(['a.xlsx']);
    }
  });

  it('that cannot be written leaves nothing and says so', async () => {
    jest.spyOn(fs, 'copyFile').mockRejectedValue(refuse('ENOSPC'));
    await expect(backUp(at('a.xlsx'), NOW)).rejects.toMatchObject({ name: 'HostError', code: 'cannot-write' });
    expect(names()).toEqual(['a.xlsx']);
  });
});

describe('the state of a file', () => {
  it('is its size, its time and its bytes', async () => {
    utimesSync(at('a.xlsx'), 1, 1);
    const state = await stateOf(at('a.xlsx'));
    // SHA-256 of the three letters.
    expect(state).toEqual({
      size: 3,
      time: 1_000_000_000n,
      digest: 'cba06b5736faf67e54b07b561eae94395e774c517a7d910a54369e1263ccfbd4',
    });
    writeFileSync(at('b.xlsx'), 'olD');
    utimesSync(at('b.xlsx'), 1, 1);
    const other = await stateOf(at('b.xlsx'));
    expect(isSameState(state, state)).toBe(true);
    expect(isSameState(state, other)).toBe(false);
    for (const change of [{ size: 4 }, { time: 2n }, { digest: 'x' }])
      expect(isSameState(state, { ...state!, ...change })).toBe(false);
    expect([isSameState(undefined, state), isSameState(state, undefined), isSameState(undefined, undefined)]).toEqual([
      false,
      false,
      false,
    ]);
    expect(await stateOf(at('none'))).toBeUndefined();
    expect(await stateOf(folder)).toBeUndefined();
  });

  it('begins with its first bytes', async () => {
    writeFileSync(at('long'), 'abcdefgh');
    expect(await beginningOf(at('long'), 3)).toBe('abc');
    expect(await beginningOf(at('long'), 64)).toBe('abcdefgh');
    await expect(beginningOf(at('none'), 3)).rejects.toThrow('ENOENT');
  });

  it('tells figures and calendars of ours from others', async () => {
    const ours = JSON.stringify({ asOf: '2026-06-30', period: 1, rows: 1, clients: 1, notWritten: [] }, undefined, 2);
    for (const [text, isOurs] of [
      [ours, true],
      [ours.replace('"rows"', '"lines"'), false],
      [ours.replace('asOf', 'day'), false],
      ['{}', false],
    ] as const) {
      writeFileSync(at('x.json'), text);
      expect(await isOwnJson(at('x.json'))).toBe(isOurs);
    }
    for (const [text, isOurs] of [
      ['BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Kelan//x', true],
      ['BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Hers//x', false],
    ] as const) {
      writeFileSync(at('x.ics'), text);
      expect(await isOwnCalendar(at('x.ics'))).toBe(isOurs);
    }
  });
});

describe('where a path leads', () => {
  it('follows links, whether or not something is there', async () => {
    const real = await fs.realpath(folder);
    mkdirSync(at('there'));
    symlinkSync(at('a.xlsx'), at('link'));
    symlinkSync(join('there', 'new.xlsx'), at('open'));
    symlinkSync(at('open'), at('twice'));
    symlinkSync(at('there'), at('also'));
    const places = [
      ['a.xlsx', 'a.xlsx'],
      ['link', 'a.xlsx'],
      ['open', 'there/new.xlsx'],
      ['twice', 'there/new.xlsx'],
      ['also/x.xlsx', 'there/x.xlsx'],
      ['none/x.xlsx', 'none/x.xlsx'],
      ['none.xlsx', 'none.xlsx'],
    ] as const;
    for (const [path, place] of places) expect([path, await realPathOf(at(path))]).toEqual([path, join(real, place)]);
  });

  it('follows a link in a linked folder from where it really stands', async () => {
    const real = await fs.realpath(folder);
    mkdirSync(at('deep', 'there'), { recursive: true });
    symlinkSync(at('deep', 'there'), at('also'));
    for (const name of ['new.xlsx', 'old.xlsx']) symlinkSync(join('..', name), at('deep', 'there', name));
    writeFileSync(at('deep', 'old.xlsx'), '');
    for (const name of ['new.xlsx', 'old.xlsx'])
      expect(await realPathOf(at('also', name))).toBe(join(real, 'deep', name));
  });

  it('follows up to forty links, and ends in a circle', async () => {
    for (let number = 0; number < 39; number++) symlinkSync(at(`l${number + 1}`), at(`l${number}`));
    expect(await realPathOf(at('l0'))).toBe(join(await fs.realpath(folder), 'l39'));
    for (const number of [39, 40]) symlinkSync(at(`l${number + 1}`), at(`l${number}`));
    expect(await realPathOf(at('l0'))).toBe(join(await fs.realpath(folder), 'l40'));
    symlinkSync(at('y'), at('x'));
    symlinkSync(at('x'), at('y'));
    expect(['x', 'y']).toContain((await realPathOf(at('x'))).slice(-1));
  });
});

describe('files of one run', () => {
  it('come to their places together, with the rights of what was there, and no part is left', async () => {
    chmodSync(at('a.xlsx'), 0o640);
    const staged = new StagedFiles();
    await staged.stage(at('a.xlsx'), bytes('new'));
    await staged.stage(at('b.json'), bytes('figures'));
    expect([textAt('a.xlsx'), existsSync(at('b.json'))]).toEqual(['old', false]);
    expect(names().filter((name) => name.endsWith('.part'))).toHaveLength(2);
    await staged.commit();
    expect([textAt('a.xlsx'), textAt('b.json'), names()]).toEqual(['new', 'figures', ['a.xlsx', 'b.json']]);
    expect(statSync(at('a.xlsx')).mode & 0o777).toBe(0o640);
    await staged.discard();
    expect(names()).toEqual(['a.xlsx', 'b.json']);
  });

  it('are taken away where they do not come, with a folder that was made for them, but not hers', async () => {
    mkdirSync(at('hers'));
    const staged = new StagedFiles();
    await staged.makeFolder(at('hers'));
    await staged.makeFolder(at('ics'));
    await staged.makeFolder(at('full'));
    writeFileSync(at('full', 'x'), '');
    await staged.stage(at('a.xlsx'), bytes('new'));
    await staged.discard();
    expect([names(), textAt('a.xlsx')]).toEqual([['a.xlsx', 'full', 'hers'], 'old']);
    await expect(staged.makeFolder(at('a.xlsx', 'x'))).rejects.toMatchObject({ code: 'cannot-write' });
    await expect(staged.stage(at('none', 'x'), bytes('x'))).rejects.toMatchObject({ code: 'cannot-write' });
    await staged.discard();
    expect(names()).toEqual(['a.xlsx', 'full', 'hers']);
  });

  it('of which the first cannot be moved change nothing; a later one is named', async () => {
    const { rename } = fs;
    let moves = 0;
    for (const [works, error] of [
      [0, { name: 'HostError', code: 'cannot-write' }],
      [1, { text: { en: expect.stringMatching(/a\.xlsx was written; .*b\.json could not be \(EBUSY/) } }],
    ] as const) {
      const staged = new StagedFiles();
      await staged.stage(at('a.xlsx'), bytes(`new ${works}`));
      await staged.stage(at('b.json'), bytes('figures'));
      moves = 0;
      jest.spyOn(fs, 'rename').mockImplementation(async (from, to) => {
        if (moves++ === works) throw refuse('EBUSY');
        await rename(from, to);
      });
      await expect(staged.commit()).rejects.toMatchObject(error);
      await staged.discard();
      expect([textAt('a.xlsx'), names()]).toEqual([works === 0 ? 'old' : 'new 1', ['a.xlsx']]);
    }
  });

  it('are kept beside where the place must not be written, the others taken away', async () => {
    for (const kept of ['a.kept.xlsx', 'a.kept-2.xlsx', 'a.kept-3.xlsx']) {
      const staged = new StagedFiles();
      await staged.stage(at('b.json'), bytes('figures'));
      await staged.stage(at('a.xlsx'), bytes(kept));
      expect(await staged.keepBeside(at('a.xlsx'), 'kept')).toBe(join(await fs.realpath(folder), kept));
      expect(textAt(kept)).toBe(kept);
    }
    expect(names()).toEqual(['a.kept-2.xlsx', 'a.kept-3.xlsx', 'a.kept.xlsx', 'a.xlsx']);
    expect(textAt('a.xlsx')).toBe('old');
    const first = new StagedFiles();
    await first.stage(at('a.xlsx'), bytes('more'));
    await first.stage(at('b.json'), bytes('figures'));
    await first.keepBeside(at('a.xlsx'), 'more');
    expect(names()).toEqual(['a.kept-2.xlsx', 'a.kept-3.xlsx', 'a.kept.xlsx', 'a.more.xlsx', 'a.xlsx']);
  });

  it('clear away parts of runs of this machine that are no more, no others', async () => {
    const host = hostname()
      .replace(/[^\w-]/g, '_')
      .slice(0, 40);
    const nobody = 2 ** 22 + 1;
    const old = `.kelan-${host}-${nobody}-1.part`;
    const others = [
      `.kelan-${host}-${process.pid}-99999.part`,
      `.kelan-elsewhere-${nobody}-1.part`,
      `.kelan-${host}-${nobody}-1.txt`,
      `.kelan-${host}-x-1.part`,
      `.kelaN-${host}-${nobody}-1.part`,
      `hers.kelan-${host}-${nobody}-1.part`,
      '.hers.part',
    ];
    for (const name of [old, ...others]) writeFileSync(at(name), 'x');
    const staged = new StagedFiles();
    await staged.stage(at('a.xlsx'), bytes('new'));
    await staged.commit();
    expect(names()).toEqual([...others, 'a.xlsx'].sort());
  });
});

describe('a file replaced', () => {
  const replace = (
    choices: { readonly inPlace?: boolean; readonly force?: boolean; readonly isDone?: boolean },
    meanwhile: () => void = () => undefined,
    path = at('a.xlsx'),
  ) =>
    replaceFile(
      path,
      { inPlace: choices.inPlace ?? false, force: choices.force ?? false, now: NOW },
      async (source, staged) => {
        await staged.stage(path, bytes('new'));
        meanwhile();
        return { made: source, isDone: choices.isDone ?? true };
      },
    );
  const BACKUP = 'a.backup-2026-06-30-0912.xlsx';

  it('in place is read from its backup, which stays', async () => {
    expect(await replace({ inPlace: true })).toEqual({ made: at(BACKUP), backup: at(BACKUP) });
    expect([textAt('a.xlsx'), textAt(BACKUP), names()]).toEqual(['new', 'old', [BACKUP, 'a.xlsx']]);
  });

  it('else has no backup; a file that is not there yet is made', async () => {
    expect(await replace({})).toEqual({ made: undefined, backup: undefined });
    expect(names()).toEqual(['a.xlsx']);
    expect(await replace({ inPlace: true }, undefined, at('b.xlsx'))).toEqual({ made: undefined, backup: undefined });
    expect(names()).toEqual(['a.xlsx', 'b.xlsx']);
  });

  it('stays as it was, without backup or part, where nothing came of it', async () => {
    expect(await replace({ inPlace: true, isDone: false })).toEqual({ made: at(BACKUP), backup: undefined });
    expect([textAt('a.xlsx'), names()]).toEqual(['old', ['a.xlsx']]);
    const failing = replaceFile(at('a.xlsx'), { inPlace: true, force: false, now: NOW }, () =>
      Promise.reject(new Error('ours')),
    );
    await expect(failing).rejects.toThrow('ours');
    expect(names()).toEqual(['a.xlsx']);
  });

  it.each([
    ['saved', () => writeFileSync(at('a.xlsx'), 'theirs'), 'theirs'],
    ['deleted', () => rmSync(at('a.xlsx')), undefined],
    [
      'locked by another run',
      () => writeFileSync(at(names().find((name) => name.endsWith('.lock'))!), '{"pid":1,"host":"x"}'),
      'old',
    ],
  ])('is left as it is where it was %s meanwhile: the result stands beside', async (_, meanwhile, left) => {
    await expect(replace({ inPlace: true }, meanwhile)).rejects.toMatchObject({
      text: { en: expect.stringContaining('a.kelan-2026-06-30-0912.xlsx') },
    });
    expect(existsSync(at('a.xlsx')) ? textAt('a.xlsx') : undefined).toBe(left);
    expect([textAt(BACKUP), textAt('a.kelan-2026-06-30-0912.xlsx')]).toEqual(['old', 'new']);
  });

  it('is left as it is where it was saved just after its backup was made', async () => {
    const { link } = fs;
    jest.spyOn(fs, 'link').mockImplementation(async (from, to) => {
      await link(from, to);
      if (String(to).endsWith(BACKUP)) writeFileSync(at('a.xlsx'), 'theirs');
    });
    await expect(replace({ inPlace: true })).rejects.toMatchObject({ text: { en: expect.stringContaining('was saved by another program') } });
    expect([textAt('a.xlsx'), textAt(BACKUP)]).toEqual(['theirs', 'old']);
  }); // prettier-ignore

  it('that came to be there meanwhile is not written over', async () => {
    const made = replace({}, () => writeFileSync(at('b.xlsx'), 'theirs'), at('b.xlsx'));
    await expect(made).rejects.toMatchObject({ text: { en: expect.stringContaining('b.kelan-') } });
    expect(textAt('b.xlsx')).toBe('theirs');
  });

  it('is not begun where it is open elsewhere, but by force', async () => {
    writeFileSync(at('~$a.xlsx'), '');
    await expect(replace({})).rejects.toMatchObject({ text: { en: expect.stringContaining('~$a.xlsx') } });
    expect(textAt('a.xlsx')).toBe('old');
    await replace({ force: true });
    expect(textAt('a.xlsx')).toBe('new');
  });

  it('through a link is replaced where the link leads', async () => {
    mkdirSync(at('there'));
    linkSync(at('a.xlsx'), at('there', 'real.xlsx'));
    symlinkSync(at('there', 'real.xlsx'), at('link.xlsx'));
    await replace({ inPlace: true }, undefined, at('link.xlsx'));
    expect(lstatSync(at('link.xlsx')).isSymbolicLink()).toBe(true);
    expect(names(at('there'))).toEqual(['real.backup-2026-06-30-0912.xlsx', 'real.xlsx']);
  });
});
