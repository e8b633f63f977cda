import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { differencesOf } from './differences';
import type { CaseExpectation } from './expectation';
import { runCase } from './run-case';

/**
 * The only runner of the small workbooks whose values were worked by hand: each folder here is one, `in.*` and
 * `expect.json`. A case that is not met yet stands in `pending.json` with the reason, and must leave it when it is met.
 */
const folders = readdirSync(__dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const pending = JSON.parse(readFileSync(join(__dirname, 'pending.json'), 'utf8')) as Record<string, string>;

const inputOf = (folder: string): string | undefined =>
  readdirSync(join(__dirname, folder)).find((name) => /^in\.\w+$/.test(name));

/** What is checked of a case; notes in words check nothing. */
const checksOf = ({ expect: values }: CaseExpectation): string[] =>
  Object.keys(values).filter((key) => key !== 'note_wanted');

it('finds cases, every folder is one, and only cases are pending', () => {
  expect(folders.length).toBeGreaterThan(100);
  expect(folders.filter((folder) => !existsSync(join(__dirname, folder, 'expect.json')) || !inputOf(folder))).toEqual(
    [],
  );
  expect(Object.keys(pending).filter((name) => !folders.includes(name))).toEqual([]);
  expect(Object.entries(pending).filter(([, why]) => why.trim() === '')).toEqual([]);
});

for (const folder of folders) {
  const input = join(__dirname, folder, inputOf(folder)!);
  const expectation = JSON.parse(readFileSync(join(__dirname, folder, 'expect.json'), 'utf8')) as CaseExpectation;
  const why = pending[folder];

  const differences = async (): Promise<string[]> => {
    if (checksOf(expectation).length === 0) return ['expect.json holds no value to check'];
    const made = mkdtempSync(join(tmpdir(), 'kelan-case-'));
    try {
      return differencesOf(await runCase(input, made), expectation.expect, input);
    } finally {
      rmSync(made, { recursive: true });
    }
  };

  if (why === undefined) {
    it(`${folder}: ${expectation.note}`, async () => {
      expect(await differences()).toEqual([]);
    });
  } else {
    it(`${folder} is not met yet: ${why}`, async () => {
      if ((await differences()).length === 0) throw new Error(`met now: take ${folder} out of pending.json`);
    });
  }
}
