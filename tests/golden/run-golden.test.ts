import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { differenceOf } from './compare-rows';
import { openDuckEngine, type DuckEngine } from './duck-engine';
import type { GoldenCase, OurResult } from './golden-case';
import { analyseWorkbook } from './our-road';

/**
 * The only runner of golden cases: each folder here is one. The other engine is first held against what was published,
 * then we against the other engine.
 */
const FOLDERS = {
  shared: join(__dirname, '..', '..', '..', 'shared', 'data'),
  assets: join(__dirname, '..', '..', 'assets'),
} as const;
const folders = readdirSync(__dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const HALF_A_FEN = 0.005 + 1e-9;

it('finds cases, and every folder is one', () => {
  expect(folders.length).toBeGreaterThan(0);
  expect(folders.filter((folder) => !existsSync(join(__dirname, folder, 'case.ts')))).toEqual([]);
});

for (const folder of folders) {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- cases are found by looking, and tests are declared at once
  const golden = (require(join(__dirname, folder, 'case.ts')) as { default: GoldenCase }).default;
  const made = golden.make && mkdtempSync(join(tmpdir(), 'kelan-golden-'));
  const path = join(made ?? FOLDERS[golden.folder ?? 'shared'], golden.workbook);

  describe(`${folder}: ${golden.title}`, () => {
    it('has figures, each checked against something', () => {
      expect(golden.figures.length).toBeGreaterThan(0);
      expect(golden.figures.filter((figure) => !figure.published && !figure.ours).map((figure) => figure.name)).toEqual(
        [],
      );
    });

    if (!golden.make && golden.folder !== 'assets' && !existsSync(path)) {
      it.skip(`needs ${golden.workbook} in the folder of real workbooks beside the project: not there`, () =>
        undefined);
      return;
    }

    let duck: DuckEngine;
    let ours: OurResult;

    beforeAll(async () => {
      await golden.make?.(path);
      duck = await openDuckEngine(path, golden.tables, golden.prepare ?? []);
      ours = await analyseWorkbook(path);
    });

    afterAll(() => {
      duck.close();
      if (made) rmSync(made, { recursive: true });
    });

    for (const figure of golden.figures) {
      const { published, ours: read } = figure;
      if (published) {
        it(`${figure.name}: the other engine gives what was published`, async () => {
          const tolerance = 0.5 * Math.pow(10, -(figure.decimals ?? 0)) + 1e-9;
          expect(
            differenceOf(await duck.ask(figure.sql), published, figure.decimals === undefined ? 0 : tolerance),
          ).toBe(undefined);
        });
      }
      if (read) {
        const name = figure.difference
          ? `${figure.name}: we give what the other engine gives by our definition (${figure.difference.why})`
          : `${figure.name}: we give what the other engine gives`;
        it(name, async () => {
          const expected = await duck.ask(figure.difference?.sql ?? figure.sql);
          expect(differenceOf(read(ours), expected, figure.tolerance ?? HALF_A_FEN)).toBe(undefined);
        });
      }
    }
  });
}
