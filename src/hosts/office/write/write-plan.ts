import { HostError } from '../../../workbook/host-error';
import { checkCancelled, type JobControl } from '../../../workbook/job-control';
import type { SheetPlan, WritePlan } from '../../../workbook/plan';
import type { WriteOutcome } from '../../../workbook/workbook-host';
import { hasApi } from '../api-sets';
import { digestOf } from '../read/digest';
import { readReports } from '../read/read-reports';
import type { OfficeHostOptions } from '../options';
import { runExcel } from '../run-excel';
import { isTooLarge, isUndoRefusal } from '../translate-error';
import { checkPlan } from './check-plan';
import { surveyWorkbook, type Survey, type WriteTarget } from './survey';
import type { WriteMemory } from './write-memory';
import { WriteQueue } from './write-queue';
import { writeSlicers } from './write-slicers';
import { writeSheet } from './write-sheet';

/** Since when `Excel.run` can merge its syncs into one step of undo. */
const UNDO_GROUP_API = '1.20';
const LEAST_BUDGET = 20_000;

/**
 * Writes a plan: looks first, refuses first, then writes in as few messages as the bytes allow and as one step of
 * Excel's undo where this Excel can. A report that changed since its notes were read (`memory`) is not written over.
 *
 * Where Excel will not group undo, or finds a message too large, the sheets that are not finished yet are written again
 * without the group or in smaller messages.
 */
export async function writePlan(
  options: OfficeHostOptions,
  plan: WritePlan,
  memory: WriteMemory,
  control: JobControl,
): Promise<WriteOutcome> {
  checkPlan(plan);
  const written = new Set<string>();
  const sheetNames: Record<string, string> = {};
  await checkUntouched(options, plan, memory.digests, control);

  const token = options.makeRunToken();
  let budget = options.writeBytes;
  let mergeUndoGroup = hasApi(UNDO_GROUP_API);
  for (let open: readonly SheetPlan[] = plan.sheets; open.length > 0;) {
    checkCancelled(control);
    const survey = await surveyWorkbook(options, open, memory);
    for (const target of survey.targets) {
      sheetNames[target.plan.id] = target.sheetName;
      if (target.standing) memory.keep(target.standing);
    }
    const report = ({ plan: { id }, sheetName, standing }: WriteTarget): void => {
      written.add(id);
      memory.forget(id, standing);
      control.report?.({ step: 'write', sheet: sheetName, done: written.size, total: plan.sheets.length });
    };
    const refusal = await writeOnce({ ...options, mergeUndoGroup }, survey, token, budget, control, report);
    if (refusal !== undefined) {
      if (isUndoRefusal(refusal) && mergeUndoGroup) mergeUndoGroup = false;
      else if (isTooLarge(refusal) && budget > LEAST_BUDGET) budget = Math.floor(budget / 2);
      else throw namedRefusal(refusal, survey);
    }
    open = plan.sheets.filter((sheet) => !written.has(sheet.id));
  }
  await writeSlicers(
    options,
    plan.sheets.map((sheet) => ({ plan: sheet, sheetName: sheetNames[sheet.id]! })),
  );
  const front = plan.opensOn === undefined ? undefined : sheetNames[plan.opensOn];
  if (front !== undefined) await bringToFront(options, front);
  return { written: plan.sheets.map((sheet) => sheet.id), sheetNames };
}

/** A sheet that the person has hidden stays hidden, and she stays where she is. */
async function bringToFront(options: OfficeHostOptions, name: string): Promise<void> {
  await runExcel(options, async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load('visibility');
    await context.sync();
    if (sheet.isNullObject || sheet.visibility !== 'Visible') return;
    sheet.activate();
    await context.sync();
  });
}

/** One attempt; gives back why Excel refused, where it did. */
async function writeOnce(
  options: OfficeHostOptions & { readonly mergeUndoGroup: boolean },
  survey: Survey,
  token: string,
  budget: number,
  control: JobControl,
  onWritten: (target: WriteTarget) => void,
): Promise<unknown> {
  try {
    await runExcel(options, async (context) => {
      const queue = new WriteQueue(context, budget, control);
      for (const target of survey.targets) {
        await writeSheet(queue, survey, target, token);
        queue.onSent(() => onWritten(target));
      }
      await queue.send();
    });
    return undefined;
  } catch (error) {
    return error;
  }
}

function namedRefusal(refusal: unknown, survey: Survey): unknown {
  if (refusal instanceof HostError && refusal.code === 'protected-sheet' && survey.isReadOnly) {
    return new HostError('read-only', refusal.detail, { cause: refusal.cause });
  }
  return refusal;
}

/** A note typed while the refresh was computing must not be written over. */
async function checkUntouched(
  options: OfficeHostOptions,
  plan: WritePlan,
  digests: ReadonlyMap<string, string>,
  control: JobControl,
): Promise<void> {
  const ids = plan.sheets.map((sheet) => sheet.id).filter((id) => digests.has(id));
  if (ids.length === 0) return;
  const { signal, pause } = control;
  const quiet: JobControl = { ...(signal ? { signal } : {}), ...(pause ? { pause: () => pause.call(control) } : {}) };
  for (const snapshot of await readReports(options, ids, quiet)) {
    if ((await digestOf(snapshot.cells, quiet)) === digests.get(snapshot.id)) continue;
    throw new HostError('changed-meanwhile', 'somebody typed in the sheet after it was read', {
      sheet: snapshot.sheetName,
    });
  }
}
