import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { analysisToJson } from '../app/json/analysis-json';
import type { Clock } from '../app/clock';
import { describeFailure } from '../app/describe-failure';
import { makeRepCalendars } from '../app/holidays/rep-calendars';
import {
  mayGo,
  prepareShareCopy,
  shareableReports,
  type MakeNewWorkbook,
  type ShareResult,
} from '../app/share/prepare-share-copy';
import { hasColumn } from '../core/model/dataset';
import { refresh, type RefreshDone, type RefreshRequest, type RefreshResult } from '../app/refresh';
import type { Lang } from '../i18n/lang';
import { fill, type Text } from '../i18n/text';
import { wordMoney, wordNumber } from '../i18n/wording';
import { readColumnMap, type ColumnMap } from '../ingest/recognise/column-map';
import { HostError } from '../workbook/host-error';
import type { JobControl } from '../workbook/job-control';
import { HelpAsked, parseArguments, UsageError, type ReportArguments } from './arguments';
import { EXIT } from './exit-codes';
import { backUp, defaultOutputOf, isSameFile, writeWhole } from './output-file';
import { showProgress } from './show-progress';
import { readSystemClock } from './system-clock';
import { CLI_WORDS } from './words';
import { writeTemplates } from './write-templates';
import type { Streams, OpenFile, OpenWorkbookFile } from './run-surroundings';

const SAMPLE = join(__dirname, '..', '..', 'assets', 'kelan-sample.xlsx');
const SAMPLE_OUTPUT = 'kelan-sample.kelan.xlsx';

/** Runs `npm run report -- …` and gives the exit code; everything that it says goes to the streams. */
export async function runReport(
  argv: readonly string[],
  { out, err }: Streams,
  openFile: OpenWorkbookFile,
  clock: Clock = readSystemClock(),
): Promise<number> {
  let asked: ReportArguments;
  try {
    asked = parseArguments(argv);
  } catch (error) {
    if (error instanceof HelpAsked) {
      out.write(error.message);
      return EXIT.done;
    }
    if (!(error instanceof UsageError)) throw error;
    err.write(`${error.message}\n${CLI_WORDS.seeHelp.en}\n`);
    return EXIT.usage;
  }
  try {
    const run = asked.template ? writeTemplates : writeReports;
    return await run(asked, { out, err }, openFile, clock);
  } catch (error) {
    if (error instanceof UsageError) {
      err.write(`${error.message}\n`);
      return EXIT.usage;
    }
    const { what, safe, todo, details } = describeFailure(error);
    err.write(`${what[asked.lang]}\n${safe[asked.lang]}\n${todo[asked.lang]}\n(${details})\n`);
    return exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  if (!(error instanceof HostError)) return EXIT.failed;
  switch (error.code) {
    case 'cannot-write':
    case 'protected-structure':
    case 'protected-sheet':
    case 'unsupported':
    case 'host-refused':
      return EXIT.cannotWrite;
    default:
      return EXIT.cannotRead;
  }
}

async function writeReports(
  asked: ReportArguments,
  { out, err }: Streams,
  openFile: OpenWorkbookFile,
  clock: Clock,
): Promise<number> {
  const started = performance.now();
  const { lang } = asked;
  const input = asked.workbook ?? SAMPLE;
  const output = asked.inPlace ? input : (asked.output ?? (asked.workbook ? defaultOutputOf(input) : SAMPLE_OUTPUT));
  if (!asked.inPlace && isSameFile(input, output)) throw new UsageError(CLI_WORDS.sameFile[lang]);
  const columnMap = asked.map === undefined ? undefined : await readMapFile(asked.map);

  const file = await openFile(input);
  const progress = showProgress(err, lang);
  let result: RefreshResult;
  let backup: string | undefined;
  let shared: Extract<ShareResult, { readonly outcome: 'done' }> | undefined;
  try {
    const request = {
      clock,
      lang,
      ...(asked.asOf !== undefined && { asOf: asked.asOf }),
      ...(asked.period && { period: asked.period }),
      ...(asked.reports && { reports: asked.reports }),
      ...(asked.card !== undefined && { cardClient: asked.card }),
      settings: {
        ...(asked.month !== undefined && { 'plan.month': asked.month }),
        ...(asked.handOver !== undefined && { 'report.handOverRep': asked.handOver }),
        ...(asked.logDone && { 'plan.logDone': true }),
      },
      ...(columnMap && { columnMap }),
    };
    result = await refresh(file.host, request, progress.control);
    if (result.outcome === 'done') {
      if (asked.share !== undefined)
        shared = await makeShareCopy(asked, file, openFile, request, result, progress.control);
      if (asked.inPlace) backup = await backUp(input, clock.now);
      await writeWhole(output, (write) => file.save(write, progress.control));
    }
  } finally {
    progress.stop();
    await file.close();
  }
  if (result.outcome === 'nothing') {
    err.write(`${CLI_WORDS.nothing[lang]}\n`);
    for (const sentence of result.missing) err.write(`- ${sentence[lang]}\n`);
    return EXIT.nothing;
  }
  if (asked.share !== undefined && shared) {
    const { file: bytes } = shared;
    await writeWhole(asked.share, (write) => write(bytes));
  }
  if (asked.json !== undefined) await writeJson(asked.json, result, lang);
  if (asked.ics !== undefined) await writeCalendars(asked.ics, result, lang, clock);
  tell(out, result, lang, { input, output, backup, seconds: (performance.now() - started) / 1000 });
  if (asked.share !== undefined && shared) {
    out.write(
      `${fill(CLI_WORDS.shared, { file: asked.share, sheets: shared.sheets.join(lang === 'zh' ? '、' : ', ') })[lang]}\n`,
    );
    for (const { sheet, why } of shared.notCopied) out.write(`${fill(CLI_WORDS.notShared, { sheet, why })[lang]}\n`);
    out.write(`${fill(CLI_WORDS.registered, { sheet: shared.register })[lang]}\n`);
  }
  return EXIT.done;
}

/** `--share`: the chosen reports, or all that may be shown at the level, as a copy; the register goes into the workbook. */
async function makeShareCopy(
  { share, alias, secrecy, shareWith, reports }: ReportArguments,
  { host }: OpenFile,
  openFile: OpenWorkbookFile,
  request: RefreshRequest,
  { written, unchanged }: RefreshDone,
  control: JobControl,
): Promise<Extract<ShareResult, { readonly outcome: 'done' }>> {
  const there = new Set([...written, ...unchanged].map(({ report }) => report));
  const copied = shareableReports().filter(({ id, from }) => there.has(id) && mayGo(from, secrecy));
  const wish = {
    reports: reports ?? copied.map(({ id }) => id),
    level: secrecy,
    aliases: alias,
    forWhom: shareWith ?? '',
    reason: '',
  };
  const make: MakeNewWorkbook = async () => {
    const copy = await openFile(undefined);
    return {
      write: (plan, by) => copy.host.write(plan, by),
      save: (sink, by) => copy.save(async (chunk) => sink(chunk), by ?? control),
    };
  };
  const done = await prepareShareCopy(host, request, wish, make, control);
  if (done.outcome === 'nothing')
    throw new UsageError(`--share ${share}: ${done.missing.map((text) => text[request.lang]).join('; ')}`);
  return done;
}

/** The plan as calendar files; the run's local time stands for the moment, which a calendar shows nowhere. */
async function writeCalendars(folder: string, done: RefreshDone, lang: Lang, clock: Clock): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { fileName, text } of makeRepCalendars(done, lang, clock))
    await writeWhole(join(folder, fileName), (write) => write(new TextEncoder().encode(text)));
}

async function readMapFile(path: string): Promise<ColumnMap> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`--map ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const map = readColumnMap(json);
  if (typeof map === 'string') throw new UsageError(`--map ${path}: ${map}`);
  return map;
}

async function writeJson(path: string, { analysis, notWritten, callPlan }: RefreshDone, lang: Lang): Promise<void> {
  const json = analysisToJson(
    analysis,
    notWritten.map(({ report, why }) => ({ report, why: why[lang] })),
    callPlan,
  );
  const bytes = new TextEncoder().encode(`${JSON.stringify(json, null, 2)}\n`);
  await writeWhole(path, (write) => write(bytes));
}

interface RunFacts {
  readonly input: string;
  readonly output: string;
  readonly backup: string | undefined;
  readonly seconds: number;
}

/** The closing lines: sheets recognised, rows used and left out, reports written and not written with the reason. */
function tell(out: NodeJS.WriteStream, result: RefreshDone, lang: Lang, facts: RunFacts): void {
  const line = (text: Text, values: Readonly<Record<string, string | number>> = {}): void => {
    out.write(`${text[lang].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))}\n`);
  };
  const { analysis } = result;
  for (const account of analysis.accounts) {
    line(CLI_WORDS.account, {
      sheet: account.sheet,
      kind: CLI_WORDS.kinds[account.table][lang],
      read: wordNumber(account.read),
      used: wordNumber(account.used),
      rejected: wordNumber(account.rejected),
      outOfPeriod: wordNumber(account.outOfPeriod),
      cancelled: wordNumber(account.cancelled),
    });
  }
  line(hasColumn(result.dataset, 'transactions.amount') ? CLI_WORDS.totals : CLI_WORDS.issuesOnly, {
    clients: wordNumber(analysis.totals.activeClients),
    amount: wordMoney(analysis.totals.netAmount),
    issues: wordNumber(Object.values(analysis.issueCounts).reduce((sum, count) => sum + count, 0)),
  });
  const names = (sheets: readonly { readonly sheet: string }[]): string =>
    sheets.map(({ sheet }) => sheet).join(lang === 'zh' ? '、' : ', ');
  if (result.written.length > 0)
    line(CLI_WORDS.written, { count: result.written.length, sheets: names(result.written) });
  if (result.unchanged.length > 0)
    line(CLI_WORDS.unchanged, { count: result.unchanged.length, sheets: names(result.unchanged) });
  for (const { sheet, why } of result.notWritten) line(CLI_WORDS.notWritten, { sheet: sheet[lang], why: why[lang] });
  for (const note of result.notes) line(note);
  line(CLI_WORDS.output, { output: facts.output, seconds: facts.seconds.toFixed(1) });
  if (facts.backup !== undefined) line(CLI_WORDS.backup, { backup: facts.backup });
}
