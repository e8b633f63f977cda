import type { SheetPlan } from '../../workbook/plan';
import type { ReportSnapshot } from '../../workbook/workbook-host';
import { wordsOf } from './read-rows';
import { layOutUnseenSheet } from './unseen-sheet';
import { decodeRecord, encodeRecord, type WrittenRecord } from './written-record';

/**
 * The sheet that nobody sees: what we wrote on each of ours, a line a piece. In the workbook itself, so that it goes where
 * the workbook goes: by mail, through WPS and LibreOffice, under another name.
 */
export const RECORD_ID = 'writtenRecord';
export const RECORD_NAME = 'Kelan record';
const TITLE = 'Kelan: what the report sheets were written with';
/** Characters of a piece; a letter in front keeps programs from taking one for a number or a formula. */
const PIECE = 8000;
const LEAD = 'k';

export interface RecordLine {
  readonly report: string;
  readonly fingerprint: string;
  readonly text: string;
}

/** The lines by report, as they stand. */
export function readRecordLines(snapshot: ReportSnapshot | undefined): ReadonlyMap<string, RecordLine> {
  const lines = new Map<string, RecordLine>();
  const pieces = new Map<string, { fingerprint: string; pieces: Map<number, string> }>();
  for (const [report, fingerprint, number, piece] of snapshot?.cells ?? []) {
    const id = wordsOf(report ?? null);
    const text = wordsOf(piece ?? null);
    if (id === '' || typeof number !== 'number' || !text.startsWith(LEAD)) continue;
    let one = pieces.get(id);
    if (!one) {
      one = { fingerprint: wordsOf(fingerprint ?? null), pieces: new Map() };
      pieces.set(id, one);
    }
    one.pieces.set(number, text.slice(LEAD.length));
  }
  for (const [report, { fingerprint, pieces: found }] of pieces) {
    const numbers = [...found.keys()].sort((a, b) => a - b);
    const isWhole = numbers.every((number, index) => number === index);
    const text = numbers.map((number) => found.get(number)!).join('');
    if (isWhole && text.endsWith('$')) lines.set(report, { report, fingerprint, text: text.slice(0, -1) });
  }
  return lines;
}

/**
 * The record of a sheet as it was written last; nothing where there is none of that writing. LibreOffice saves no comments of
 * names, and so no fingerprint: the record of the sheet is then taken for the last.
 */
export function recordFor(
  lines: ReadonlyMap<string, RecordLine>,
  { id, fingerprint }: Pick<ReportSnapshot, 'id' | 'fingerprint'>,
): WrittenRecord | undefined {
  const line = lines.get(id);
  return line && [line.fingerprint, ''].includes(fingerprint) ? decodeRecord(line.text, fingerprint) : undefined;
}

export const lineOf = (report: string, record: WrittenRecord): RecordLine => ({
  report,
  fingerprint: record.fingerprint,
  text: encodeRecord(record),
});

export function isRecordSheet(snapshot: ReportSnapshot): boolean {
  return snapshot.cells[0]?.[0] === TITLE;
}

export function layOutRecord(lines: readonly RecordLine[], name: string): SheetPlan {
  const values = lines.flatMap(({ report, fingerprint, text }) => {
    const whole = `${text}$`;
    return Array.from({ length: Math.ceil(whole.length / PIECE) }, (_, index) => [
      report,
      fingerprint,
      index,
      LEAD + whole.slice(index * PIECE, (index + 1) * PIECE),
    ]);
  });
  return layOutUnseenSheet({ id: RECORD_ID, name, title: TITLE, widths: [20, 20, 8, 20], values });
}
