import { stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { Clock } from '../app/clock';
import { FORMAT_WORDS } from '../app/format-words';
import { makeRepCalendars } from '../app/holidays/rep-calendars';
import { nothingInPeriod } from '../app/nothing-in-period';
import { refresh, type RefreshDone, type RefreshRequest } from '../app/refresh';
import { fill } from '../i18n/text';
import type { ColumnMap } from '../ingest/recognise/column-map';
import type { ForeignFormat } from '../workbook/foreign-format';
import type { JobControl } from '../workbook/job-control';
import type { ReportArguments } from './arguments';
import { EXIT } from './exit-codes';
import { checkOutputs, type OutputFile } from './files/check-outputs';
import { defaultOutputOf } from './files/default-output';
import { FILE_WORDS } from './files/file-words';
import { isOwnCalendar, isOwnJson, isOwnResult } from './files/own-files';
import { replaceFile } from './files/replace-file';
import { sampleWorkbook } from './files/sample-workbook';
import type { StagedFiles } from './files/staged-files';
import { figuresAsJson } from './figures-as-json';
import { openBeside } from './open-beside';
import type { OpenFile, OpenWorkbookFile, Streams } from './run-surroundings';
import { givingBackMemory } from './give-back-memory';
import { readMapFile } from './read-map-file';
import { Refusal } from './refusal';
import { makeShareCopy, type ShareDone } from './share-copy';
import { showProgress } from './show-progress';
import { tellRun, tellShare } from './tell-run';
import { tellProposals } from './tell-proposals';
import { CLI_WORDS } from './words';

const SAMPLE_OUTPUT = 'kelan-sample.kelan.xlsx';

/** What a run found and made. */
type Made =
  | { readonly outcome: 'nothing'; readonly lines: readonly string[] }
  | { readonly outcome: 'done'; readonly result: RefreshDone; readonly shared: ShareDone | undefined };

/**
 * The reports of a workbook into a copy of it, or into itself. Every file is written whole beside its place before the
 * first is moved there; where anything fails, all are as they were. Gives the exit code.
 */
export async function writeReports(
  asked: ReportArguments,
  { out, err }: Streams,
  openFile: OpenWorkbookFile,
  clock: Clock,
  signal?: AbortSignal,
): Promise<number> {
  const started = performance.now();
  const { lang, inPlace, force } = asked;
  const input = asked.workbook ?? sampleWorkbook();
  const output = inPlace ? input : (asked.output ?? (asked.workbook ? defaultOutputOf(input) : SAMPLE_OUTPUT));
  await refuseMissingFolder(input);
  const read = [input, ...asked.others, ...(asked.map === undefined ? [] : [asked.map])];
  const written: readonly OutputFile[] = [
    ...(inPlace
      ? []
      : [{ option: '-o', path: output, isOurs: (path: string) => isOwnResult(path, openFile), isResult: true }]),
    ...(asked.share === undefined ? [] : [{ option: '--share', path: asked.share }]),
    ...(asked.json === undefined ? [] : [{ option: '--json', path: asked.json, isOurs: isOwnJson }]),
  ];
  await checkOutputs(read, written, force);
  const columnMap = asked.map === undefined ? undefined : await readMapFile(asked.map);

  const progress = showProgress(err, lang);
  const control = givingBackMemory({ ...progress.control, ...(signal && { signal }) });
  let convertedFrom: ForeignFormat | undefined;
  const { made, backup } = await replaceFile(output, { inPlace, force, now: clock.now }, async (source, staged) => {
    // Where only a query is read, the reports go into a workbook of their own.
    const isNew = asked.workbook === undefined && asked.sources.length > 0;
    let file = await openFile(isNew ? undefined : (source ?? input));
    try {
      convertedFrom = file.convertedFrom;
      const opened = await openBeside(file, asked, openFile, { clock, columnMap });
      file = opened.file;
      refuseOtherKind(file, input, output, asked);
      const made = await makeReports(file, { asked, openFile, clock, columnMap: opened.columnMap, control });
      if (made.outcome === 'done') await stageAll(made, file, { asked, output, written, read, clock, control, staged });
      return { made, isDone: made.outcome === 'done' };
    } finally {
      progress.stop();
      await file.close();
    }
  });
  if (made.outcome === 'nothing') {
    for (const line of made.lines) err.write(`${line}\n`);
    return EXIT.nothing;
  }
  tellRun(out, made.result, lang, {
    input,
    output,
    backup,
    convertedFrom,
    seconds: (performance.now() - started) / 1000,
  });
  if (made.shared) tellShare(out, asked.share ?? '', made.shared, lang);
  return EXIT.done;
}

interface MakeChoices {
  readonly asked: ReportArguments;
  readonly openFile: OpenWorkbookFile;
  readonly clock: Clock;
  readonly columnMap: ColumnMap | undefined;
  readonly control: JobControl;
}

/** Refreshes the opened workbook, which nobody sees yet, and makes the copy for others. */
async function makeReports(file: OpenFile, { asked, openFile, clock, columnMap, control }: MakeChoices): Promise<Made> {
  const { lang } = asked;
  const request: RefreshRequest = {
    clock,
    lang,
    ...(asked.asOf !== undefined && { asOf: asked.asOf }),
    ...(asked.period && { period: asked.period }),
    ...(asked.reports && { reports: asked.reports }),
    ...(asked.card !== undefined && { cardClient: asked.card }),
    settings: {
      ...(asked.month !== undefined && { 'plan.month': asked.month }),
      ...(asked.since !== undefined && { 'report.since': asked.since }),
      ...(asked.handOver !== undefined && { 'report.handOverRep': asked.handOver }),
      ...(asked.logDone && { 'plan.logDone': true }),
    },
    ...(columnMap && { columnMap }),
  };
  const result = await refresh(file.host, request, control);
  if (result.outcome === 'nothing')
    return {
      outcome: 'nothing',
      lines: [
        CLI_WORDS.nothing[lang],
        ...result.missing.map((text) => `- ${text[lang]}`),
        ...tellProposals(result.inspection, lang),
        CLI_WORDS.nothingTodo[lang],
      ],
    };
  const empty = nothingInPeriod(result);
  if (empty) return { outcome: 'nothing', lines: [empty[lang]] };
  const shared =
    asked.share === undefined ? undefined : await makeShareCopy(asked, file, openFile, request, result, control);
  return { outcome: 'done', result, shared };
}

interface StageChoices {
  readonly asked: ReportArguments;
  readonly output: string;
  readonly written: readonly OutputFile[];
  readonly read: readonly string[];
  readonly clock: Clock;
  readonly control: JobControl;
  readonly staged: StagedFiles;
}

/** The result first: where it cannot be moved to its place, nothing else is. */
async function stageAll(
  { result, shared }: Extract<Made, { readonly outcome: 'done' }>,
  file: OpenFile,
  { asked, output, written, read, clock, control, staged }: StageChoices,
): Promise<void> {
  const { lang } = asked;
  await staged.stage(output, (write) => file.save(write, control, !asked.inPlace));
  if (asked.share !== undefined && shared) await staged.stage(asked.share, (write) => write(shared.file));
  if (asked.json !== undefined) await staged.stage(asked.json, (write) => write(figuresAsJson(result, lang)));
  if (asked.ics === undefined) return;
  const { ics } = asked;
  const calendars = makeRepCalendars(result, lang, clock);
  await staged.makeFolder(ics);
  const files = calendars.map(({ fileName }) => ({
    option: '--ics',
    path: join(ics, fileName),
    isOurs: isOwnCalendar,
  }));
  await checkOutputs([...read, ...written.map(({ path }) => path)], files, asked.force);
  for (const [at, { text }] of calendars.entries())
    await staged.stage(files[at]!.path, (write) => write(new TextEncoder().encode(text)));
}

async function refuseMissingFolder(input: string): Promise<void> {
  const folder = dirname(input);
  if (!(await stat(folder).catch(() => undefined)))
    throw new Refusal(fill(FILE_WORDS.noInputFolder, { folder, file: input }), EXIT.cannotRead);
}

/** Excel opens no workbook whose name and contents disagree about macros. */
function refuseOtherKind(
  { isMacroEnabled, convertedFrom }: OpenFile,
  input: string,
  output: string,
  { inPlace }: ReportArguments,
): void {
  if (convertedFrom && inPlace)
    throw new Refusal(fill(FILE_WORDS.inPlaceForeign, { file: input, format: FORMAT_WORDS[convertedFrom] }));
  const [own, wanted] = [input, output].map((path) => extname(path).toLowerCase());
  const extension = isMacroEnabled ? '.xlsm' : '.xlsx';
  if ((wanted === own && !convertedFrom) || wanted === extension) return;
  const macros = isMacroEnabled ? FILE_WORDS.hasMacros : FILE_WORDS.hasNoMacros;
  throw new Refusal(fill(FILE_WORDS.otherKind, { file: output, macros, extension }));
}
