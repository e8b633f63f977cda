import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { fillWorkbook, openExcel, type OpenExcel } from '../open-workbook';
import { EXCEL_2021, type ExcelProfile } from '../profile';
import { PERSON_SHEETS, refreshSmall } from '../small-refresh';
import { startStandIn } from '../stand-in';
import { loadWorkbookFile } from '../workbook-file';
import { replayTape, type Tape } from './replay-tape';

const RECORDER = readFileSync(join(__dirname, 'record-in-console.js'), 'utf8');
const TAPES = join(__dirname, 'tapes');
const ROOT = join(__dirname, '..', '..', '..');

/** Runs the recorder as a person does, in the page, and gives what she would save. */
function record(excel: OpenExcel): () => Promise<Tape> {
  let saved: Blob | undefined;
  const link = { click: () => undefined, href: '', download: '' };
  const window: Record<string, unknown> = { Office: excel.page.Office, OfficeExtension: excel.page.OfficeExtension };
  const page = vm.createContext({
    window,
    document: { createElement: () => link },
    Blob,
    URL: {
      createObjectURL: (blob: Blob) => {
        saved = blob;
        return 'blob:';
      },
    },
  });
  vm.runInContext(RECORDER, page);
  return async () => {
    (window.kelanTape as { save(): void }).save();
    return JSON.parse(await saved!.text()) as Tape;
  };
}

async function tapeOfRefresh(): Promise<Tape> {
  const excel = await openExcel(EXCEL_2021, PERSON_SHEETS);
  const save = record(excel);
  await refreshSmall(excel.host, 1);
  await refreshSmall(excel.host, 2);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const tape = await save();
  excel.uninstall();
  return tape;
}

describe('a tape of what the add-in and Excel say', () => {
  it('holds every message with its answer, and is the same when it is played again', async () => {
    const tape = await tapeOfRefresh();
    expect(tape.excelApi).toBe('1.14');
    expect(tape.exchanges.length).toBeGreaterThan(10);
    expect(tape.exchanges.every(({ answer }) => answer !== undefined)).toBe(true);
    const again = await startStandIn(EXCEL_2021);
    // Sheets of the second Excel have other ids than those on the tape.
    again.workbook.newId();
    fillWorkbook(again.workbook, PERSON_SHEETS);
    expect(await replayTape(tape, again.processor)).toEqual([]);
  });

  it('shows where another Excel answers differently', async () => {
    const tape = await tapeOfRefresh();
    const other = await startStandIn(EXCEL_2021);
    fillWorkbook(other.workbook, PERSON_SHEETS);
    other.workbook.sheets[0]!.typeIn(1, 1, 'typed');
    const [first] = await replayTape(tape, other.processor);
    expect(first).toMatchObject({ excel: '客户 0', standIn: 'typed' });
    expect(first!.path).toMatch(/Values\.1\.1$/);
  });

  const tapes = existsSync(TAPES) ? readdirSync(TAPES).filter((name) => name.endsWith('.tape.json')) : [];
  if (tapes.length === 0) {
    it.skip('of a real Excel: none has been made yet (docs/recording-excel.md)', () => undefined);
  }
  for (const name of tapes) {
    it(`${name}: the stand-in answers as that Excel did`, async () => {
      const tape = JSON.parse(readFileSync(join(TAPES, name), 'utf8')) as Tape;
      const profile: ExcelProfile = { ...EXCEL_2021, name, excelApi: tape.excelApi };
      const excel = await startStandIn(profile);
      await loadWorkbookFile(excel.workbook, new Uint8Array(readFileSync(join(ROOT, tape.workbook))));
      expect(await replayTape(tape, excel.processor)).toEqual([]);
    });
  }
});
