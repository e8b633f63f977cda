import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFile } from '../../../../src/cli/files/file-lock';
import { lockBeside, refuseOpenElsewhere } from '../../../../src/cli/files/open-elsewhere';
import { isAlive } from '../../../../src/cli/files/process-alive';
import { EXIT } from '../../../../src/cli/exit-codes';

/** No process has so large a number. */
const NOBODY = 2 ** 22 + 1;
const SINCE = '2026-06-30 09:12';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kelan-'));
  const lock = await lockFile(join(folder, 'Sales.xlsx'), SINCE);
  path = join(folder, readdirSync(folder)[0]!);
  await lock.release();
});
afterEach(() => {
  jest.spyOn(fs, 'open').mockRestore();
  jest.spyOn(fs, 'rename').mockRestore();
  rmSync(folder, { recursive: true, force: true });
});
const lock = (name = 'Sales.xlsx') => lockFile(join(folder, name), SINCE);

/** A lock of somebody, so many seconds old. */
function standing(owner: object | string, seconds: number): string {
  const text = typeof owner === 'string' ? owner : JSON.stringify(owner);
  writeFileSync(path, text);
  const made = Date.now() / 1000 - seconds;
  utimesSync(path, made, made);
  return text;
}
async function isTaken(): Promise<boolean> {
  try {
    await (await lock()).release();
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: EXIT.cannotWrite, text: { en: expect.stringContaining('Another run') } });
    return false;
  }
}

describe('the lock of a file', () => {
  it('names its run, whatever the letter case of the file, and goes with it', async () => {
    const held = await lock('SALES.xlsx');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
      pid: process.pid,
      host: hostname(),
      since: SINCE,
      file: 'SALES.xlsx',
    });
    expect(await held.isHeld()).toBe(true);
    await held.release();
    expect(readdirSync(folder)).toEqual([]);
    expect(await held.isHeld()).toBe(false);
    await (await lock('other.xlsx')).release();
  });

  it('stands under a name that every version knows, and only it', async () => {
    const held = await lock();
    // The first twelve digits of the SHA-256 of sales.xlsx.
    expect(readdirSync(folder)).toEqual(['.kelan-7bd64ae4057c.lock']);
    await held.release();
  });

  it('of a run that came just before is given back to it', async () => {
    const theirs = JSON.stringify({ pid: process.pid, host: hostname(), since: 'later' });
    standing({ pid: NOBODY, host: hostname(), since: '' }, 0);
    const { rename } = fs;
    jest.spyOn(fs, 'rename').mockImplementationOnce(async (from, to) => {
      writeFileSync(String(from), theirs);
      await rename(from, to);
    });
    expect(await isTaken()).toBe(false);
    expect([readFileSync(path, 'utf8'), readdirSync(folder).length]).toEqual([theirs, 1]);
  });

  it('of another stays when a run that lost it ends', async () => {
    const held = await lock();
    const theirs = standing({ pid: process.pid, host: 'other', since: 'later' }, 0);
    expect(await held.isHeld()).toBe(false);
    await held.release();
    expect(readFileSync(path, 'utf8')).toBe(theirs);
  });

  const here = hostname();
  it.each([
    ['of a process that runs', { pid: process.pid, host: here, since: '' }, 60, false],
    ['of a process that is no more', { pid: NOBODY, host: here, since: '' }, 0, true],
    ['of another machine', { pid: NOBODY, host: 'other', since: '' }, 7100, false],
    ['of another machine, two hours old', { pid: NOBODY, host: 'other', since: '' }, 7300, true],
    ['of a process that runs, two hours old', { pid: process.pid, host: here, since: '' }, 7300, true],
    ['not signed yet', '', 5, false],
    ['never signed', '', 15, true],
    ['cut short', '{"pid":', 15, true],
    ['without a process', { host: here, since: '' }, 5, false],
    ['without a machine', { pid: NOBODY, since: '' }, 5, false],
  ] as const)('%s: %j of %i seconds is taken over: %s', async (_, owner, seconds, taken) => {
    const text = standing(owner, seconds);
    expect(await isTaken()).toBe(taken);
    if (!taken) expect(readFileSync(path, 'utf8')).toBe(text);
    expect(readdirSync(folder)).toHaveLength(taken ? 0 : 1);
  });

  it.each([
    ['of another machine, exactly two hours old', { pid: NOBODY, host: 'other', since: '' }, 7_200_000, false],
    ['of another machine, a millisecond older', { pid: NOBODY, host: 'other', since: '' }, 7_200_001, true],
    ['not signed within ten seconds', '', 9_999, false],
    ['not signed in ten seconds', '', 10_000, true],
  ] as const)('%s: %j of %i milliseconds is taken over: %s', async (_, owner, milliseconds, taken) => {
    const now = 1_780_000_000_000;
    standing(owner, 0);
    utimesSync(path, now / 1000, now / 1000);
    const clock = jest.spyOn(Date, 'now').mockReturnValue(now + milliseconds);
    expect(await isTaken()).toBe(taken);
    clock.mockRestore();
  });

  it('that goes while it is looked at is free; one that comes and goes each time is tried five times', async () => {
    standing({ pid: process.pid, host: here, since: SINCE }, 0);
    jest.spyOn(fs, 'stat').mockImplementationOnce(() => {
      rmSync(path);
      return Promise.reject(new Error('ENOENT'));
    });
    expect(await isTaken()).toBe(true);
    jest.spyOn(fs, 'stat').mockRestore();
    const opened = jest.spyOn(fs, 'open').mockRejectedValue(Object.assign(new Error('EEXIST'), { code: 'EEXIST' }));
    opened.mockClear();
    expect(await isTaken()).toBe(false);
    expect(opened).toHaveBeenCalledTimes(5);
  });

  it('that cannot be signed is taken away again', async () => {
    const handle = await fs.open(join(folder, 'x'), 'w');
    await handle.close();
    rmSync(join(folder, 'x'));
    const written = jest
      .spyOn(Object.getPrototypeOf(handle) as typeof handle, 'writeFile')
      .mockRejectedValue(Object.assign(new Error('ENOSPC: no'), { code: 'ENOSPC' }));
    await expect(lock()).rejects.toMatchObject({ code: 'cannot-write' });
    written.mockRestore();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says who is at the file, as far as that is known', async () => {
    standing({ pid: process.pid, host: here, since: SINCE }, 0);
    const busy = (words: string): object => ({ text: { en: expect.stringContaining(words) } });
    await expect(lock()).rejects.toMatchObject(busy(`process ${process.pid} on ${here}, since ${SINCE}`));
    await expect(lock()).rejects.toMatchObject(busy(path));
    standing('', 0);
    await expect(lock()).rejects.toMatchObject(busy('process — on —, since —'));
  });

  it('is not taken where the folder cannot be written', async () => {
    jest.spyOn(fs, 'open').mockRejectedValue(Object.assign(new Error('EACCES: no'), { code: 'EACCES' }));
    await expect(lock()).rejects.toMatchObject({ name: 'HostError', code: 'cannot-write' });
  });
});

describe('a process', () => {
  it('runs, or not; one that may not be asked is there', () => {
    expect([process.pid, NOBODY, 0, -1, 1.5, Number.NaN].map(isAlive)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    // The first process of all may not be asked, and is there.
    expect(isAlive(1)).toBe(true);
    const kill = jest.spyOn(process, 'kill').mockImplementation(() => {
      throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
    });
    expect(isAlive(4)).toBe(true);
    kill.mockRestore();
  });
});

describe('a workbook that is open in another program', () => {
  it.each(['~$Sales.xlsx', '.~lock.Sales.xlsx#'])('is told by %s', async (sign) => {
    const place = join(folder, 'Sales.xlsx');
    expect(await lockBeside(place)).toBeUndefined();
    await refuseOpenElsewhere(place);
    writeFileSync(join(folder, sign), '');
    expect(await lockBeside(place)).toBe(join(folder, sign));
    expect(await lockBeside(join(folder, 'Other.xlsx'))).toBeUndefined();
    await expect(refuseOpenElsewhere(place)).rejects.toMatchObject({
      text: { en: expect.stringContaining(sign) },
    });
    expect(existsSync(join(folder, sign))).toBe(true);
  });
});
