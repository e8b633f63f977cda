import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUp } from '../../../../src/cli/files/back-up';
import { beginningOf } from '../../../../src/cli/files/beginning-of';
import { stateOf } from '../../../../src/cli/files/file-digest';
import { lockFile } from '../../../../src/cli/files/file-lock';
import { removeFile } from '../../../../src/cli/files/remove-file';
import { sampleWorkbook } from '../../../../src/cli/files/sample-workbook';
import { StagedFiles } from '../../../../src/cli/files/staged-files';
import { syncFolder } from '../../../../src/cli/files/sync-folder';

const NOW = '2026-06-30 09:12';

describe('every file that is opened', () => {
  it('is closed again, and flushed where it was written, with its folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kelan-'));
    const place = join(folder, 'a.xlsx');
    writeFileSync(place, 'old');
    const one = await fs.open(place, 'r');
    const opened = jest.spyOn(fs, 'open');
    const flushed = jest.spyOn(Object.getPrototypeOf(one) as typeof one, 'sync');
    await one.close();
    const counted = async (work: () => Promise<unknown>): Promise<number[]> => {
      opened.mockClear();
      flushed.mockClear();
      await work();
      const handles = await Promise.all(opened.mock.results.map(({ value }) => value as Promise<typeof one>));
      return [handles.length, flushed.mock.calls.length, handles.filter(({ fd }) => fd === -1).length];
    };
    const staged = new StagedFiles();
    const counts = [
      // Opened, flushed, closed.
      await counted(() => beginningOf(place, 3)),
      await counted(() => stateOf(place)),
      await counted(() => lockFile(place, NOW).then((lock) => lock.release())),
      await counted(() => syncFolder(folder)),
      await counted(() => staged.stage(place, (write) => write(new TextEncoder().encode('new')))),
      await counted(() => staged.commit()),
      // The file is read, its copy flushed and read, and its folder flushed.
      await counted(() => backUp(place, NOW)),
    ];
    opened.mockRestore();
    flushed.mockRestore();
    rmSync(folder, { recursive: true });
    expect(counts).toEqual([
      [1, 0, 1],
      [1, 0, 1],
      [1, 0, 1],
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 1],
      [4, 2, 4],
    ]);
  });
});

it('the sample workbook is where the project keeps it', () => {
  expect(existsSync(sampleWorkbook())).toBe(true);
});

it('a file that is gone already is taken away without a word', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kelan-'));
  const place = join(folder, 'a.part');
  writeFileSync(place, '');
  await removeFile(place);
  expect(existsSync(place)).toBe(false);
  await removeFile(place);
  rmSync(folder, { recursive: true });
});
