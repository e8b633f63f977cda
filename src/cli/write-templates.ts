import { existsSync } from 'node:fs';
import { makeTemplates } from '../app/templates/make-template';
import type { Clock } from '../app/clock';
import { fill } from '../i18n/text';
import type { JobControl } from '../workbook/job-control';
import type { ReportArguments } from './arguments';
import { EXIT } from './exit-codes';
import { checkOutputs } from './files/check-outputs';
import { defaultOutputOf } from './files/default-output';
import { replaceFile } from './files/replace-file';
import type { OpenWorkbookFile, Streams } from './run-surroundings';
import { Refusal } from './refusal';
import { showProgress } from './show-progress';
import { CLI_WORDS } from './words';

/**
 * `--template`: blank input sheets into a copy of the workbook (or itself, `--in-place`); a workbook that is not there is
 * made. Gives the exit code.
 */
export async function writeTemplates(
  { template = [], workbook, output, inPlace, force, lang }: ReportArguments,
  { out, err }: Streams,
  openFile: OpenWorkbookFile,
  clock: Clock,
  signal?: AbortSignal,
): Promise<number> {
  const started = performance.now();
  const input = workbook !== undefined && existsSync(workbook) ? workbook : undefined;
  const wanted = output ?? (input === undefined ? workbook : defaultOutputOf(input));
  const target = inPlace ? input : wanted;
  if (target === undefined) throw new Refusal(CLI_WORDS.noSuchFile);
  const option = output === undefined ? '--template' : '-o';
  if (!inPlace) await checkOutputs(input === undefined ? [] : [input], [{ option, path: target }], force);
  const progress = showProgress(err, lang);
  const control: JobControl = { ...progress.control, ...(signal && { signal }) };
  const { made, backup } = await replaceFile(target, { inPlace, force, now: clock.now }, async (source, staged) => {
    const file = await openFile(source ?? input);
    try {
      const made = await makeTemplates(file.host, template, lang, control);
      await staged.stage(target, (write) => file.save(write, control));
      return { made, isDone: true };
    } finally {
      progress.stop();
      await file.close();
    }
  });
  const sheets = made.map(({ sheet }) => sheet).join(lang === 'zh' ? '、' : ', ');
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  out.write(`${fill(CLI_WORDS.templates, { count: made.length, sheets })[lang]}\n`);
  out.write(`${fill(CLI_WORDS.output, { output: target, seconds })[lang]}\n`);
  if (backup !== undefined) out.write(`${fill(CLI_WORDS.backup, { backup })[lang]}\n`);
  return EXIT.done;
}
