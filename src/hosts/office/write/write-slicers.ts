import { HostError } from '../../../workbook/host-error';
import type { SheetPlan, SlicerPlan } from '../../../workbook/plan';
import { ownSlicerId, slicerName } from '../../../workbook/slicer-name';
import { hasApi } from '../api-sets';
import type { OfficeHostOptions } from '../options';
import { runExcel, type ExcelContext } from '../run-excel';

const SLICER_API = '1.10';
const POINTS_OF_CHARACTER = 5.25;

interface WrittenSheet {
  readonly plan: SheetPlan;
  readonly sheetName: string;
}

/**
 * Buttons that filter, once the sheets stand: ours that are no longer planned go, those that stand keep what is chosen
 * on them, others are made. Where Excel has none (older than ExcelApi 1.10), or refuses them although it says that it
 * has them, the sheets are whole without: all that a slicer does, the filter of its table does too.
 */
export async function writeSlicers(options: OfficeHostOptions, sheets: readonly WrittenSheet[]): Promise<void> {
  if (!hasApi(SLICER_API) || !sheets.some(({ plan }) => plan.slicers)) return;
  try {
    await runExcel(options, (context) => fitSlicers(context, sheets));
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
  }
}

async function fitSlicers(context: ExcelContext, sheets: readonly WrittenSheet[]): Promise<void> {
  const { workbook } = context;
  const standing = workbook.slicers;
  standing.load('items/id,items/name,items/worksheet/name');
  const looks = sheets.map(({ plan, sheetName }) => {
    const sheet = workbook.worksheets.getItem(sheetName);
    sheet.tables.load('items/name');
    const places = (plan.slicers ?? []).map((slicer) => {
      const range = sheet.getRangeByIndexes(slicer.row, slicer.sheetColumn, slicer.rows, 1);
      range.load('left,top,height');
      return { slicer, range };
    });
    return { plan, sheetName, sheet, places };
  });
  await context.sync();

  const names = new Set(standing.items.map(({ name }) => name));
  for (const { plan, sheetName, sheet, places } of looks) {
    const kept = new Map<string, Excel.Slicer>();
    for (const one of standing.items) {
      const id = one.worksheet.name === sheetName ? ownSlicerId(one.name) : undefined;
      if (id === undefined) continue;
      if (!kept.has(id) && plan.slicers?.some((planned) => planned.id === id)) {
        kept.set(id, one);
        continue;
      }
      one.delete();
      names.delete(one.name);
    }
    for (const { slicer, range } of places) {
      const table = sheet.tables.items.find(({ name }) => name.replace(/_\d+$/, '') === slicer.table);
      const header = headerOf(plan, slicer);
      if (!table || header === undefined) continue;
      const standingOne = kept.get(slicer.id);
      const made = standingOne ?? standing.add(table.name, header, sheetName);
      if (!standingOne) made.name = freeName(slicer, names);
      made.caption = slicer.caption;
      made.left = range.left + slicer.indent * POINTS_OF_CHARACTER;
      made.top = range.top;
      made.width = slicer.width * POINTS_OF_CHARACTER;
      made.height = range.height;
    }
  }
  await context.sync();
}

/** With a number where a slicer elsewhere has the name, as in files. */
function freeName({ id }: SlicerPlan, taken: Set<string>): string {
  let name = slicerName(id);
  for (let number = 2; taken.has(name); number++) name = `${slicerName(id)}_${number}`;
  taken.add(name);
  return name;
}

/** The words over the column, by which Excel knows it. */
function headerOf(plan: SheetPlan, slicer: SlicerPlan): string | undefined {
  const table = plan.tables.find(({ name }) => name === slicer.table);
  if (!table) return undefined;
  const { row } = table.range;
  const column = table.range.column + slicer.column;
  for (const block of plan.blocks) {
    const value = block.values[row - block.row]?.[column - block.column];
    if (typeof value === 'string') return value;
  }
  return undefined;
}
