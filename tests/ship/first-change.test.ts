import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Kpi } from '../../src/core/kpis/define-kpi';
import type { anAnalysis } from '../support/analysis-builder';
import { aDataset } from '../support/dataset-builder';

/** docs/contributing.md, followed word for word: its indicator among ours, its test over its data. */
const ROOT = join(__dirname, '..', '..');
const guide = readFileSync(join(ROOT, 'docs', 'contributing.md'), 'utf8');
const [record, check] = [...guide.matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => match[1]!);

const plain = (source: string): string =>
  ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2021 } })
    .outputText;

/** The record of the guide, as if it stood in the room of indicators. */
const readRecord = (): Kpi => {
  const module = { exports: {} as { largeLines: Kpi } };
  const fromRoom = (path: string): unknown => jest.requireActual(join(ROOT, 'src', 'core', 'kpis', path));
  new Function('module', 'exports', 'require', plain(record!))(module, module.exports, fromRoom);
  return module.exports.largeLines;
};

/** The builder over our indicators and the new one. */
async function builderWithRecord(): Promise<typeof anAnalysis> {
  const { KPIS } = jest.requireActual<{ KPIS: readonly Kpi[] }>('../../src/core/kpis');
  jest.resetModules();
  jest.doMock('../../src/core/kpis', () => ({ KPIS: [...KPIS, readRecord()] }));
  return (await import('../support/analysis-builder')).anAnalysis;
}

it('has a record and a test to follow', () => {
  expect(record).toContain('defineRatio({');
  expect(check).toContain("'line.large'");
});

it('the new indicator counts what the guide says', async () => {
  const build = await builderWithRecord();
  new Function('anAnalysis', 'aDataset', 'expect', plain(check!))(build, aDataset, expect);
  expect.assertions(1);
});

it('stands in the room that the guide names', () => {
  const path = /The record goes to the end of `([^`]+)`/.exec(guide)![1]!;
  expect(readFileSync(join(ROOT, path), 'utf8')).toContain("from './define-kpi'");
});
