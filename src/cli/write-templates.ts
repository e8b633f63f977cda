import { existsSync } from 'node:fs';
import { makeTemplates } from '../app/templates/make-template';
import type { Clock } from '../app/clock';
import { fill } from '../i18n/text';
import { UsageError, type ReportArguments } from './arguments';
import { EXIT } from './exit-codes';
import { backUp, defaultOutputOf, isSameFile, writeWhole } from './output-file';
import type { OpenWorkbookFile, Streams } from './run-surroundings';
import { showProgress } from './show-progress';
import { CLI_WORDS } from './words';

/**
 * `--template`: blank input sheets into a copy of the workbook (or itself, `--in-place`); a workbook that is not there is
 * made. Gives the exit code.
 */
export async function writeTemplates(
  { template = [], workbook, output, inPlace, lang }: ReportArguments,
  { out, err }: Streams,
  openFile: OpenWorkbookFile,
  clock: Clock,
): Promise<number> {
  const started = performance.now();
  const input = workbook !== undefined && existsSync(workbook) ? workbook : undefined;
  const wanted = output ?? (input === undefined ? workbook : defaultOutputOf(input));
  const target = inPlace ? workbook : wanted;
  if (target === undefined || (inPlace && input === undefined)) throw new UsageError(CLI_WORDS.noSuchFile[lang]);
  if (!inPlace && input !== undefined && isSameFile(input, target)) throw new UsageError(CLI_WORDS.sameFile[lang]);
  const file = await openFile(input);
  const progress = showProgress(err, lang);
  let backup: string | undefined;
  try {
    const made = await makeTemplates(file.host, template, lang, progress.control);
    if (inPlace && input !== undefined) backup = await backUp(input, clock.now);
    await writeWhole(target, (write) => file.save(write, progress.control));
    progress.stop();
    const sheets = made.map(({ sheet }) => sheet).join(lang === 'zh' ? '、' : ', ');
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    out.write(`${fill(CLI_WORDS.templates, { count: made.length, sheets })[lang]}\n`);
    out.write(`${fill(CLI_WORDS.output, { output: target, seconds })[lang]}\n`);
    if (backup !== undefined) out.write(`${fill(CLI_WORDS.backup, { backup })[lang]}\n`);
    return EXIT.done;
  } finally {
    progress.stop();
    await file.close();
  }
}
