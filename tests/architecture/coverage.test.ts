import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMS } from '../../src/app/templates/forms';
import { SHEET_DEFINITIONS } from '../../src/ingest/fields';
import { SETTINGS } from '../../src/core/settings';
import { REPORTS } from '../../src/reports';
import { layOutReports } from '../../src/reports/layout/lay-out-reports';
import { analyseWorkbook } from '../golden/our-road';
import { cellsOf } from '../support/plan-cells';
import { coveragePage } from './coverage/coverage-page';
import { INVENTORY } from './coverage/inventory';
import { COVERAGE_FILE } from './coverage/write-coverage';

const ROOT = join(__dirname, '..', '..');
const rows = INVENTORY.flatMap((part) => part.rows);

describe.each(INVENTORY)('$title', (part) => {
  it('has one row for each id', () => {
    expect(part.rows.map(({ id }) => id)).toEqual([...part.ids]);
  });
});

describe('the table of coverage', () => {
  it('stands in docs as it is generated (npm run documents)', () => {
    expect(readFileSync(COVERAGE_FILE, 'utf8')).toBe(coveragePage());
  });

  it('names only files and tests that there are', () => {
    const named = rows.flatMap(({ files, tests }) => [
      ...files.map((file) => `src/${file}.ts`),
      ...tests.map((test) => `tests/${test}.test.ts`),
    ]);
    expect([...new Set(named)].filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  it('says of what is built or partly built where it is, and of the rest what lacks', () => {
    const wordless = rows.filter((row) => (row.state === 'built') === (row.lacks !== undefined));
    const placeless = rows.filter(
      ({ state, files, tests }) => state !== 'absent' && (files.length === 0 || tests.length === 0),
    );
    expect([...wordless, ...placeless].map(({ id }) => id)).toEqual([]);
  });

  it('names only input sheets that there are', () => {
    const kinds = new Set<string>(SHEET_DEFINITIONS.map(({ kind }) => kind));
    expect(rows.flatMap(({ inputs }) => inputs).filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it('finds every place on the sheets that the sample gives', async () => {
    const { dataset, analysis } = await analyseWorkbook(join(ROOT, 'assets', 'kelan-sample.xlsx'), { kind: 'last12m' });
    const { sheets } = layOutReports({
      dataset,
      analysis,
      lang: 'zh',
      dateBase: 1900,
      snapshots: new Map(),
      columnMap: [],
      sheetReadings: [],
      run: { time: '2026-09-30', version: '0.1.0' },
      sheetNames: [],
    });
    const words = new Map(
      sheets.map((sheet) => [
        sheet.id,
        cellsOf(sheet)
          .flat()
          .filter((cell) => typeof cell === 'string')
          .join('\n'),
      ]),
    );
    const isThere = (place: string): boolean => {
      const [where, what = ''] = place.split('#') as [string, string?];
      if (where.startsWith('form.')) return FORMS.some(({ id }) => id === where.slice('form.'.length));
      if (where.startsWith('setting.')) return where.slice('setting.'.length) in SETTINGS;
      if (where.startsWith('input.')) {
        const kind = where.slice('input.'.length);
        const sheet = SHEET_DEFINITIONS.find((one) => one.kind === kind);
        return (
          sheet !== undefined && (what === '' || sheet.fields.some(({ path }) => path === `${sheet.table}.${what}`))
        );
      }
      const report = REPORTS.find(({ id }) => id === where);
      if (!report) return false;
      const written = words.get(where);
      if (written !== undefined) return written.includes(what);
      // Written only when asked for, or once there is something to compare with: its columns are known all the same.
      return report.tables.some(
        ({ columns }) =>
          Array.isArray(columns) && columns.some((column: { header: { zh: string } }) => column.header.zh === what),
      );
    };
    expect(
      rows.flatMap(({ id, seen }) => seen.filter((place) => !isThere(place)).map((place) => `${id} ${place}`)),
    ).toEqual([]);
  });
});
