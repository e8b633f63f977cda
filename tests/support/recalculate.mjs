// Works out formulas with IronCalc, a spreadsheet engine in WebAssembly, for each word put into one cell. Reads a job as JSON
// from standard input, writes an array of arrays of shown values. A process of its own, as the engine is a module for browsers.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, Model } from '@ironcalc/wasm';

const { cells, formulas, pick, words, watch } = JSON.parse(readFileSync(0, 'utf8'));
initSync({
  module: readFileSync(
    createRequire(import.meta.url)
      .resolve('@ironcalc/wasm')
      .replace(/wasm\.js$/, 'wasm_bg.wasm'),
  ),
});
const model = new Model('card', 'en', 'UTC', 'en');
const put = (row, column, value) =>
  model.setUserInput(0, row + 1, column + 1, typeof value === 'string' ? `'${value}` : String(value));
model.pauseEvaluation();
for (const { row, column, value } of cells) put(row, column, value);
for (const { row, column, formula } of formulas) model.setUserInput(0, row + 1, column + 1, `=${formula}`);
const shown = words.map((word) => {
  put(pick.row, pick.column, word);
  model.evaluate();
  return watch.map(({ row, column }) => model.getFormattedCellValue(0, row + 1, column + 1));
});
process.stdout.write(JSON.stringify(shown));
