import { attributes } from './xml/xml-text';
import type { XlsxPackage } from '../package/xlsx-package';
import type { PackageDraft } from './package-draft';

/** The view stands in the first bytes of a sheet, before its rows: more is not looked through. */
const MOST_HEAD_BYTES = 64 * 1024;
/** A sheet of hers that is larger is not packed anew for one attribute: the workbook then opens where it did. */
const MOST_PATCHED_BYTES = 32 * 1024 * 1024;

const SELECTED = /(<(?:[\w.-]+:)?sheetView\b[^>]*?)\s+tabSelected\s*=\s*(?:"(?:1|true)"|'(?:1|true)')/;
const VIEW = /<(?:[\w.-]+:)?sheetView\b/;

interface SelectedSheet {
  readonly part: string;
  readonly text: string;
  readonly bytes: number;
}

/**
 * Takes the selection from the sheets that have it, so that the one in front is selected alone.
 *
 * Two sheets selected are a group in Excel: what is typed on one goes into the other too. So the attribute `tabSelected`
 * of the sheet that was on top goes, and no other byte of it. Where that cannot be done (a sheet too large, or not
 * written in UTF-8) nothing is, and the answer is false.
 *
 * @param front part of the sheet in front
 * @param written parts that this write writes itself
 */
export async function selectOnly(
  source: XlsxPackage,
  draft: PackageDraft,
  front: string,
  written: ReadonlySet<string>,
): Promise<boolean> {
  const others: SelectedSheet[] = [];
  for (const { part } of source.sheets) {
    if (part === front || written.has(part)) continue;
    const head = await headOf(source, part);
    if (head === undefined) return false;
    if (SELECTED.test(head.text)) others.push({ part, ...head });
  }
  if (others.some(({ bytes }) => bytes > MOST_PATCHED_BYTES)) return false;
  for (const { part } of others) draft.replace(part, (await draft.read(part)).replace(SELECTED, '$1'));
  if (!written.has(front)) draft.replace(front, selected(await draft.read(front)));
  return true;
}

/** The text of a sheet part with its first view selected. */
function selected(text: string): string {
  return SELECTED.test(text) ? text : text.replace(VIEW, (start) => start + attributes({ tabSelected: '1' }));
}

async function headOf(source: XlsxPackage, part: string): Promise<{ text: string; bytes: number } | undefined> {
  const entry = source.archive.find(part);
  if (!entry) return { text: '', bytes: 0 };
  let text = '';
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of source.archive.inflate(entry)) {
    if (text === '' && chunk[0] !== undefined && chunk[0] !== 0x3c && chunk[0] !== 0xef) return undefined;
    text += decoder.decode(chunk.subarray(0, MOST_HEAD_BYTES), { stream: true });
    if (text.length >= MOST_HEAD_BYTES || /<(?:[\w.-]+:)?sheetData\b/.test(text)) break;
  }
  return { text: text.split(/<(?:[\w.-]+:)?sheetData\b/)[0]!, bytes: entry.size };
}
