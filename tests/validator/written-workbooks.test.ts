import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { EXIT } from '../../src/cli/exit-codes';
import { openXlsxFile } from '../../src/cli/open-xlsx-file';
import { runReport } from '../../src/cli/run-report';
import { dayOf } from '../../src/core/model/day';
import { newErrors, schemaErrorsOf, VALIDATOR_RUNS } from '../support/schema-errors';
import { SHARED_DATA } from '../support/shared-workbook';

/** Several refreshes and looks of the validator, each of some seconds. */
jest.setTimeout(300_000);

const CLOCK = { today: dayOf(2026, 9, 30), now: '2026-09-30 09:00', version: '0.0.0' };
const SAMPLE = join(__dirname, '..', '..', 'assets', 'kelan-sample.xlsx');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kelan-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function report(...argv: string[]): Promise<void> {
  const stream = new PassThrough();
  stream.resume();
  const streams = stream as unknown as NodeJS.WriteStream;
  expect(await runReport(argv, { out: streams, err: streams }, openXlsxFile, CLOCK)).toBe(EXIT.done);
}

/** `npm run soak -- corpus FOLDER` asks the same of every workbook of a folder. */
(VALIDATOR_RUNS ? describe : describe.skip)(
  'a workbook that we write has no error that the one read had not, says the validator of the format',
  () => {
    it('the sample has none', async () => {
      expect([...(await schemaErrorsOf(SAMPLE)).keys()]).toEqual([]);
    });

    it('the sample with all reports, refreshed again in the other language, and a copy for somebody else', async () => {
      const [out, copy] = [join(folder, 'out.xlsx'), join(folder, 'copy.xlsx')];
      await report(SAMPLE, '-o', out, '--reports', 'all', '--share', copy, '--alias', '--secrecy', 'internal');
      await report(out, '--in-place', '--lang', 'en', '--log-done', '--period', 'year:2025');
      expect([...(await schemaErrorsOf(copy)).keys()]).toEqual([]);
      expect([...(await schemaErrorsOf(out)).keys()]).toEqual([]);
    });

    it('blank sheets of every kind', async () => {
      const blank = join(folder, 'blank.xlsx');
      await report('--template', 'all', blank);
      expect([...(await schemaErrorsOf(blank)).keys()]).toEqual([]);
    });

    const found = ['northwind.xlsx', 'messy/sheetjs_AutoFilter.xlsx', 'roundtrip/02-fontId-past-the-end.xlsx'].filter(
      (name) => existsSync(join(SHARED_DATA, name)),
    );
    (found.length > 0 ? it.each(found) : it.skip.each(['workbooks found elsewhere: none here']))('%s', async (name) => {
      const [input, out] = [join(SHARED_DATA, name), join(folder, name.replace(/\W/g, '_') + '.xlsx')];
      // A workbook without sales takes blank sheets.
      if (name.startsWith('messy/')) await report('--template', 'clients', input, '-o', out);
      else await report(input, '-o', out, '--reports', 'all');
      expect(newErrors(await schemaErrorsOf(input), await schemaErrorsOf(out))).toEqual([]);
    });
  },
);
