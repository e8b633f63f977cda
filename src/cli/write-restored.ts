import type { Clock } from '../app/clock';
import { restoreReports } from '../app/restore';
import { fill } from '../i18n/text';
import type { JobControl } from '../workbook/job-control';
import type { ReportArguments } from './arguments';
import { EXIT } from './exit-codes';
import { checkOutputs } from './files/check-outputs';
import { defaultOutputOf } from './files/default-output';
import { isOwnResult } from './files/own-files';
import { replaceFile } from './files/replace-file';
import type { OpenWorkbookFile, Streams } from './run-surroundings';
import { Refusal } from './refusal';
import { showProgress } from './show-progress';
import { CLI_WORDS } from './words';

/** `--restore`: our sheets as they stood before the last refresh, into a copy or (`--in-place`) the workbook itself. Gives the exit code. */
export async function writeRestored(
  { workbook, output, inPlace, force, lang }: ReportArguments,
  { out, err }: Streams,
  openFile: OpenWorkbookFile,
  clock: Clock,
  signal?: AbortSignal,
): Promise<number> {
  const started = performance.now();
  const input = workbook ?? '';
  const target = inPlace ? input : (output ?? defaultOutputOf(input));
  if (!inPlace)
    await checkOutputs(
      [input],
      [{ option: '-o', path: target, isOurs: (path: string) => isOwnResult(path, openFile), isResult: true }],
      force,
    );
  const progress = showProgress(err, lang);
  const control: JobControl = { ...progress.control, ...(signal && { signal }) };
  const { made, backup } = await replaceFile(target, { inPlace, force, now: clock.now }, async (source, staged) => {
    const file = await openFile(source ?? input);
    try {
      const made = await restoreReports(file.host, { clock, lang }, control);
      if (made.outcome === 'nothing')
        throw new Refusal(fill(CLI_WORDS.notRestored, { file: input, why: made.why }), EXIT.nothing);
      await staged.stage(target, (write) => file.save(write, control, !inPlace));
      return { made, isDone: true };
    } finally {
      progress.stop();
      await file.close();
    }
  });
  const sheets = made.sheets.join(lang === 'zh' ? '、' : ', ');
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  out.write(`${fill(CLI_WORDS.restored, { count: made.sheets.length, sheets })[lang]}\n`);
  for (const note of made.notes) out.write(`${note[lang]}\n`);
  out.write(`${fill(CLI_WORDS.output, { output: target, seconds })[lang]}\n`);
  if (backup !== undefined) out.write(`${fill(CLI_WORDS.backup, { backup })[lang]}\n`);
  return EXIT.done;
}
