import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { StagedFiles } from '../../../src/cli/files/staged-files';

/** What was done to the disk, in its order. */
const steps: string[] = [];
/** Steps that the disk refuses, with its reason: `write`, `sync` or `rename out.xlsx`. */
const refused = new Map<string, string>();

function step(name: string): void {
  steps.push(name);
  const code = refused.get(name);
  if (code !== undefined) throw Object.assign(new Error(`${code}: ${name}`), { code });
}

jest.mock('node:fs/promises', () => {
  const real = jest.requireActual<typeof fs>('node:fs/promises');
  const name = (path: unknown): string => (/\.part$/.test(String(path)) ? 'part' : basename(String(path)));
  return {
    ...real,
    async open(path: string, flags: string) {
      const file = await real.open(path, flags);
      const isFolder = (await file.stat()).isDirectory();
      return {
        async writeFile(chunk: Uint8Array) {
          step('write');
          await file.writeFile(chunk);
        },
        async sync() {
          step(isFolder ? 'sync folder' : 'sync');
          await file.sync();
        },
        async close() {
          await file.close();
          steps.push(isFolder ? 'close folder' : 'close');
        },
      };
    },
    async rename(from: string, to: string) {
      step(`rename ${name(to)}`);
      await real.rename(from, to);
    },
    async rm(path: string, options: object) {
      steps.push(`rm ${name(path)}`);
      await real.rm(path, options);
    },
  } as unknown as typeof fs;
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kelan-'));
  writeFileSync(join(folder, 'out.xlsx'), 'old');
  steps.length = 0;
  refused.clear();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const bytes = (text: string) => (write: (chunk: Uint8Array) => Promise<void>) => write(new TextEncoder().encode(text));

it('flushes a file before it is moved to its place, and the folder after', async () => {
  const staged = new StagedFiles();
  await staged.stage(at('out.xlsx'), bytes('new'));
  await staged.stage(at('b.json'), bytes('figures'));
  expect(readFileSync(at('out.xlsx'), 'utf8')).toBe('old');
  await staged.commit();
  expect(steps).toEqual([
    ...['write', 'sync', 'close', 'write', 'sync', 'close'],
    ...['rename out.xlsx', 'sync folder', 'close folder', 'rename b.json', 'sync folder', 'close folder'],
  ]);
  expect([readFileSync(at('out.xlsx'), 'utf8'), readFileSync(at('b.json'), 'utf8')]).toEqual(['new', 'figures']);
  await staged.discard();
  expect(readdirSync(folder).sort()).toEqual(['b.json', 'out.xlsx']);
});

it.each([
  ['the disk is full', 'write', 'ENOSPC'],
  ['the flush fails', 'sync', 'EIO'],
  ['the file is locked', 'rename out.xlsx', 'EBUSY'],
])('where %s, all is as it was and no part is left', async (_, where, code) => {
  refused.set(where, code);
  const staged = new StagedFiles();
  const work = async (): Promise<void> => {
    await staged.makeFolder(at('ics'));
    await staged.stage(at('out.xlsx'), bytes('new'));
    await staged.stage(at('b.json'), bytes('figures'));
    await staged.commit();
  };
  await expect(work()).rejects.toMatchObject({ code: 'cannot-write', detail: expect.stringContaining(code) });
  await staged.discard();
  expect(steps).toContain('rm part');
  expect(readdirSync(folder)).toEqual(['out.xlsx']);
  expect(readFileSync(at('out.xlsx'), 'utf8')).toBe('old');
});

it('where only a later file cannot be moved, says which are written and which is as it was', async () => {
  refused.set('rename b.json', 'EBUSY');
  const staged = new StagedFiles();
  await staged.stage(at('out.xlsx'), bytes('new'));
  await staged.stage(at('b.json'), bytes('figures'));
  await staged.stage(at('c.json'), bytes('more'));
  await expect(staged.commit()).rejects.toMatchObject({
    text: { zh: expect.stringMatching(/已写好 .*out\.xlsx；.*b\.json 没有写成（EBUSY.*还是原来的样子/) },
  });
  await staged.discard();
  expect(readdirSync(folder)).toEqual(['out.xlsx']);
  expect(existsSync(at('b.json'))).toBe(false);
});

it('a producer that fails leaves nothing', async () => {
  const staged = new StagedFiles();
  await expect(staged.stage(at('out.xlsx'), () => Promise.reject(new Error('ours')))).rejects.toThrow('ours');
  await staged.discard();
  expect(readdirSync(folder)).toEqual(['out.xlsx']);
});
