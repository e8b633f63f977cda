import { absoluteAddress, quoteSheetName } from '../../../workbook/address';
import { HostError } from '../../../workbook/host-error';
import { intentionFormula, markIdOf, markName, unfinishedComment } from '../marks';
import { writeCharts } from './write-charts';
import { writeConditionalFormats } from './write-conditional-formats';
import { liftFilters, putFiltersBack } from './write-filters';
import { clearFormats, writeFormats, writeFormatsInParts, writeHeight, writeWrapping } from './write-formats';
import { heightRuns } from './runs/height-runs';
import { uncoveredRanges } from './leftovers';
import { linkSheetCell, type LinkNames } from './write-links';
import { onRange } from './on-range';
import { writePage } from './write-page';
import { HEIGHT_BYTES, LINK_BYTES, sizeOfSheet } from './sheet-size';
import { placeStagedValues, stagedRowOf, stageValues } from './stage-values';
import { fitTables, addTables } from './write-tables';
import { writeValidations } from './write-validations';
import { writeFormulas, writeNumberFormats, writeValues, writeValuesInParts } from './write-values';
import { writeView } from './write-view';
import type { Survey, WriteTarget } from './survey';
import type { WriteQueue } from './write-queue';

/** A sheet of ours within a run, and its mark. */
interface OpenSheet {
  readonly sheet: Excel.Worksheet;
  readonly mark: Excel.NamedItem;
}

const FIRST_CELL = absoluteAddress({ row: 0, column: 0, rows: 1, columns: 1 });

/**
 * Queues everything that makes a sheet what its plan says. Its first call marks it unfinished, its last one puts the
 * fingerprint: whatever breaks off between the two is seen by the next refresh and written again.
 *
 * A sheet that fits into one message goes in one. A larger one that already holds rows is first parked below them, so
 * that its old values, the person's notes among them, give way to the new ones within a single message.
 */
export async function writeSheet(queue: WriteQueue, survey: Survey, target: WriteTarget, token: string): Promise<void> {
  const size = sizeOfSheet(target.plan);
  // It took a look at every cell.
  await queue.breathe(size.values);
  const heights = heightRuns(target.plan.rowHeights);
  const total = size.values + size.links + size.numberFormats + size.formats + size.rest + size.heights;
  if (total <= queue.budget) {
    await queue.reserve(total);
    const open = openSheet(queue, target, unfinishedComment(token));
    prepare(open.sheet, target);
    writeNumberFormats(open.sheet, target.plan, 0);
    writeValues(open.sheet, target.plan);
    await queue.breathe(size.values);
    clearLeftovers(open.sheet, target);
    for (const link of target.plan.links) linkSheetCell(open.sheet, target.plan, link, survey.sheetNames);
    await queue.breathe(size.links);
    writeFormats(open.sheet, target.plan);
    await queue.breathe(size.formats);
    dress(open.sheet, target, survey);
    for (const run of heights) writeHeight(open.sheet, run);
    finish(open.mark, target);
    await queue.breathe(size.rest);
    return;
  }

  const hasOldRows = target.standing !== undefined && !target.standing.isBlank;
  const isStaged = hasOldRows && size.values + size.numberFormats + size.rest > queue.budget;
  const stagedRow = isStaged ? stagedRowOf(target.plan, target.standing!.endRow) : undefined;
  const comment = unfinishedComment(token, stagedRow);
  await queue.reserve(size.rest + size.numberFormats);
  const open = openSheet(queue, target, comment);
  if (stagedRow === undefined) {
    prepare(open.sheet, target);
    writeNumberFormats(open.sheet, target.plan, 0);
    if (hasOldRows) {
      await queue.reserve(size.values);
      writeValues(open.sheet, target.plan);
    } else {
      await writeValuesInParts(queue, open.sheet, target.plan);
    }
  } else {
    await stageValues(queue, open.sheet, target.plan, stagedRow);
    await queue.send();
    prepare(open.sheet, target);
    writeNumberFormats(open.sheet, target.plan, 0);
    placeStagedValues(open.sheet, target.plan, stagedRow);
  }
  clearLeftovers(open.sheet, target);
  await writeLinksInParts(queue, open.sheet, target, survey.sheetNames);
  await writeFormatsInParts(queue, open.sheet, target.plan);
  await queue.reserve(size.rest);
  dress(open.sheet, target, survey);
  for (const run of heights) {
    await queue.reserve(HEIGHT_BYTES);
    writeHeight(open.sheet, run);
  }
  open.mark.load('comment');
  await queue.send();
  checkStillOurs(open.mark, comment, target);
  finish(open.mark, target);
}

/** The sheet, made where it is not there, and its mark, saying unfinished before anything else is done. */
function openSheet(queue: WriteQueue, target: WriteTarget, comment: string): OpenSheet {
  const { workbook } = queue.context;
  const { plan, standing, hasMark, isPlaced, sheetName } = target;
  const name = markName(markIdOf(plan));
  if (standing) {
    const mark = workbook.names.getItem(name);
    mark.comment = comment;
    const sheet = workbook.worksheets.getItem(standing.id);
    if (!isPlaced) mark.formula = placeOf(sheetName);
    return { sheet, mark };
  }
  const mark = hasMark ? workbook.names.getItem(name) : workbook.names.add(name, intentionFormula(sheetName), comment);
  if (hasMark) {
    mark.comment = comment;
    mark.formula = intentionFormula(sheetName);
  }
  const sheet = workbook.worksheets.add(sheetName);
  mark.formula = placeOf(sheetName);
  return { sheet, mark };
}

function placeOf(sheetName: string): string {
  return `=${quoteSheetName(sheetName)}!${FIRST_CELL}`;
}

/** Takes away what would misplace or misread values: filters, old tables, merges, formats. */
function prepare(sheet: Excel.Worksheet, { plan, standing }: WriteTarget): void {
  if (!standing) return;
  liftFilters(sheet, standing);
  fitTables(sheet, plan, standing);
  clearFormats(sheet);
}

function clearLeftovers(sheet: Excel.Worksheet, { plan, standing }: WriteTarget): void {
  if (!standing || standing.isBlank) return;
  for (const range of uncoveredRanges(plan.blocks)) {
    onRange(sheet, range, (left) => left.clear('Contents'));
  }
}

/** All that comes after the values and how they look. */
function dress(sheet: Excel.Worksheet, target: WriteTarget, survey: Survey): void {
  const { plan, standing } = target;
  writeFormulas(sheet, plan);
  for (const merge of plan.merges) onRange(sheet, merge, (range) => range.merge(false));
  addTables(sheet, plan, standing, survey.takenTableNames);
  if (standing) putFiltersBack(sheet, plan, standing);
  writeConditionalFormats(sheet, plan);
  writeValidations(sheet, plan);
  writeCharts(sheet, plan, standing?.charts ?? []);
  writeView(sheet, plan, standing === undefined);
  writePage(sheet, plan, standing?.page);
  writeWrapping(sheet, plan);
}

async function writeLinksInParts(
  queue: WriteQueue,
  sheet: Excel.Worksheet,
  { plan }: WriteTarget,
  names: LinkNames,
): Promise<void> {
  for (const link of plan.links) {
    await queue.reserve(LINK_BYTES);
    linkSheetCell(sheet, plan, link, names);
  }
}

/** Another run that took the sheet over meanwhile has put its own comment: its work is not to be declared ours. */
function checkStillOurs(mark: Excel.NamedItem, comment: string, target: WriteTarget): void {
  if (mark.comment === comment) return;
  throw new HostError('changed-meanwhile', 'another refresh wrote the same sheet', { sheet: target.sheetName });
}

/** A sheet that is the person's from now on keeps no name of ours. */
function finish(mark: Excel.NamedItem, { plan }: WriteTarget): void {
  if (plan.owner === 'person') mark.delete();
  else mark.comment = plan.fingerprint;
}
