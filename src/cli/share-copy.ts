import {
  mayGo,
  prepareShareCopy,
  shareableReports,
  type MakeNewWorkbook,
  type ShareResult,
} from '../app/share/prepare-share-copy';
import type { RefreshDone, RefreshRequest } from '../app/refresh';
import { fill, joinTexts } from '../i18n/text';
import type { JobControl } from '../workbook/job-control';
import type { ReportArguments } from './arguments';
import type { OpenFile, OpenWorkbookFile } from './run-surroundings';
import { Refusal } from './refusal';
import { CLI_WORDS } from './words';

/** A copy made. */
export type ShareDone = Extract<ShareResult, { readonly outcome: 'done' }>;

/** `--share`: the chosen reports, or all that may be shown at the level, as a copy; the register goes into the workbook. */
export async function makeShareCopy(
  { share, alias, secrecy, shareWith, reports, freeText, onlyChanges }: ReportArguments,
  { host }: OpenFile,
  openFile: OpenWorkbookFile,
  request: RefreshRequest,
  { written, unchanged }: RefreshDone,
  control: JobControl,
): Promise<ShareDone> {
  const there = new Set([...written, ...unchanged].map(({ report }) => report));
  const copied = shareableReports().filter(({ id, from }) => there.has(id) && mayGo(from, secrecy));
  const wish = {
    reports: reports === 'all' || !reports ? copied.map(({ id }) => id) : reports,
    level: secrecy,
    aliases: alias,
    forWhom: shareWith ?? '',
    reason: '',
    ...(freeText !== undefined && { freeText }),
    onlyChanges,
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
    throw new Refusal(fill(CLI_WORDS.noShare, { file: share ?? '', why: joinTexts(done.missing) }));
  return done;
}
