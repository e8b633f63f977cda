import { analysisToJson } from '../../src/app/json/analysis-json';
import { layOutReports } from '../../src/reports/layout/lay-out-reports';
import { anAnalysis } from '../support/analysis-builder';
import { cellsOf } from '../support/plan-cells';
import { findContradictions, type WrittenJson } from './contradictions';
import { aBookOf } from './generated-book';

/** More in a soak, in parts as wanted: CROSS_CHECK_FROM=101 CROSS_CHECK_BOOKS=100 npx jest tests/cross-check/generated */
const BOOKS = Number(process.env.CROSS_CHECK_BOOKS ?? 6);
const FIRST = Number(process.env.CROSS_CHECK_FROM ?? 1);

describe('generated books do not contradict themselves', () => {
  it(`${BOOKS} books from seed ${FIRST}`, () => {
    const found: string[] = [];
    for (let seed = FIRST; seed < FIRST + BOOKS; seed++) {
      const { dataset, asOf } = aBookOf(seed);
      const analysed = anAnalysis(dataset, { asOf });
      const { sheets, callPlan } = layOutReports({
        ...analysed,
        lang: 'zh',
        snapshots: new Map(),
        columnMap: [],
        run: { time: `${asOf} 09:30`, version: '0.0.0' },
        sheetNames: [],
        dateBase: 1900,
      });
      const written = new Map(sheets.map((sheet) => [sheet.name, cellsOf(sheet)]));
      const json = JSON.parse(JSON.stringify(analysisToJson(analysed.analysis, [], callPlan))) as WrittenJson;
      for (const { law, what } of findContradictions(written, json)) found.push(`${seed}: ${law}: ${what}`);
    }
    expect([...new Set(found)]).toEqual([]);
  });
});
