import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT } from '../../../../src/cli/exit-codes';
import { cannotWrite } from '../../../../src/cli/files/cannot-write';
import { checkOutputs, type OutputFile } from '../../../../src/cli/files/check-outputs';
import { defaultOutputOf } from '../../../../src/cli/files/default-output';

let folder: string;
const at = (...names: string[]): string => join(folder, ...names);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kelan-'));
  for (const name of ['in.xlsx', 'map.json', 'there.xlsx']) writeFileSync(at(name), name);
  linkSync(at('in.xlsx'), at('hard.xlsx'));
  symlinkSync(at('in.xlsx'), at('soft.xlsx'));
  mkdirSync(at('folder'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What is said of outputs, in order; nothing where they may be written. */
async function said(outputs: readonly Partial<OutputFile>[], force = false): Promise<unknown> {
  const written = outputs.map((one, index) => ({ option: `-${index}`, path: at('new.xlsx'), ...one }));
  try {
    await checkOutputs([at('in.xlsx'), at('map.json')], written, force);
    return undefined;
  } catch (error) {
    const { text, code } = error as { text: { en: string }; code: number };
    return [code, text.en.replaceAll(folder, '')];
  }
}
const path = (name: string) => ({ path: at(...name.split('/')) });

describe('where a run may write', () => {
  it('is a free name, and a file of ours as we left it', async () => {
    expect(await said([])).toBeUndefined();
    expect(await said([path('new.xlsx'), path('new.json')])).toBeUndefined();
    expect(await said([{ ...path('there.xlsx'), isOurs: () => Promise.resolve(true) }])).toBeUndefined();
  });

  it.each(['in.xlsx', 'IN.xlsx', 'map.json', 'hard.xlsx', 'soft.xlsx', 'folder/../in.xlsx'])(
    'is not a file that is read: %s, by force neither',
    async (name) => {
      for (const force of [false, true])
        expect(await said([path('new.xlsx'), path(name)], force)).toEqual([
          EXIT.usage,
          expect.stringContaining('-1 is the file that is read'),
        ]);
    },
  );

  it('is not another output', async () => {
    const same = [EXIT.usage, expect.stringContaining('-1 and -0 are the same file')];
    expect(await said([path('new.xlsx'), path('NEW.xlsx')])).toEqual(same);
    linkSync(at('there.xlsx'), at('second.xlsx'));
    expect(await said([path('there.xlsx'), path('second.xlsx')], true)).toEqual(same);
    expect(await said([path('there.xlsx'), path('new.xlsx')], true)).toBeUndefined();
  });

  it('is not a file that is there and not ours, unless by force', async () => {
    const there = [EXIT.usage, expect.stringMatching(/there\.xlsx is there already.*--force/)];
    expect(await said([path('there.xlsx')])).toEqual(there);
    expect(await said([{ ...path('there.xlsx'), isOurs: () => Promise.resolve(false) }])).toEqual(there);
    expect(await said([{ ...path('there.xlsx'), isOurs: () => Promise.reject(new Error('torn')) }])).toEqual(there);
    expect(await said([path('there.xlsx')], true)).toBeUndefined();
    // A result could be refreshed itself.
    expect(await said([{ ...path('there.xlsx'), isResult: true }])).toEqual([
      EXIT.usage,
      expect.stringContaining('--in-place'),
    ]);
  });

  it('is no folder, and has one', async () => {
    for (const force of [false, true]) {
      expect(await said([path('folder')], force)).toEqual([EXIT.usage, '/folder is a folder, not a file.']);
      expect(await said([path('none/x.xlsx')], force)).toEqual([
        EXIT.cannotWrite,
        expect.stringContaining('There is no folder /none'),
      ]);
      expect(await said([path('in.xlsx/x.xlsx')], force)).toEqual([
        EXIT.cannotWrite,
        expect.stringContaining('There is no folder /in.xlsx'),
      ]);
    }
  });
});

it.each([
  ['a/sales.xlsx', 'a/sales.kelan.xlsx'],
  ['a/sales.XLSM', 'a/sales.kelan.XLSM'],
  ['sales.csv', 'sales.kelan.xlsx'],
  ['sales', 'sales.kelan.xlsx'],
])('the result of %s is %s', (input, output) => {
  expect(defaultOutputOf(input)).toBe(output);
});

it('what cannot be written says why, whatever was thrown', () => {
  expect([cannotWrite(new Error('ENOSPC')).detail, cannotWrite('torn').detail]).toEqual(['ENOSPC', 'torn']);
});
