import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import type { SheetPlan } from '../../workbook/plan';
import type { ReportSnapshot } from '../../workbook/workbook-host';
import type { WrittenParts } from '../layout/lay-out';
import { wordsOf } from './read-rows';
import { layOutUnseenSheet } from './unseen-sheet';

/**
 * The sheet that nobody sees from which the last refresh is taken back: how our sheets were written by it, and by the refresh
 * before. In the workbook itself, as the record is: figures of before cannot be worked out again once their data are gone.
 */
export const UNDO_ID = 'undo';
export const UNDO_NAME = 'Kelan before';
const TITLE = 'Kelan: the report sheets as the last two refreshes wrote them';
/** Characters of a piece; a letter in front keeps programs from taking one for a number or a formula. */
const PIECE = 8000;
const LEAD = 'k';
const END = '$';
/** Between the fingerprint of a plan and the plan. */
const PACKED_BEHIND = ':';
const FINGERPRINT = /^[0-9a-f]{14}$/;

/** A sheet as it was written. */
export interface KeptPlan {
  readonly plan: SheetPlan;
  readonly parts: WrittenParts;
}

/** By report, packed: what stands now, and what stood before the last refresh. */
export interface UndoState {
  readonly now: ReadonlyMap<string, string>;
  readonly before: ReadonlyMap<string, string>;
}

export const NO_UNDO: UndoState = { now: new Map(), before: new Map() };

/** Beyond this the way back costs more than it is worth: a book of ten thousand clients. */
const MOST_CELLS = 400_000;

/** Whether a mark says that its sheet was written to the end. */
export const isWholeMark = (fingerprint: string): boolean => FINGERPRINT.test(fingerprint);

export function isUndoSheet(snapshot: ReportSnapshot): boolean {
  return snapshot.cells[0]?.[0] === TITLE;
}

/** The state as it stands; a piece that lacks leaves its sheet out. */
export function readUndo(snapshot: ReportSnapshot | undefined): UndoState {
  if (!snapshot || !isUndoSheet(snapshot)) return NO_UNDO;
  const found = { now: new Map<string, string[]>(), before: new Map<string, string[]>() };
  for (const [generation, report, at, piece] of snapshot.cells) {
    const which = wordsOf(generation ?? null);
    const text = wordsOf(piece ?? null);
    if ((which !== 'now' && which !== 'before') || typeof at !== 'number' || !text.startsWith(LEAD)) continue;
    const id = wordsOf(report ?? null);
    const pieces = found[which].get(id) ?? [];
    pieces[at] = text.slice(LEAD.length);
    found[which].set(id, pieces);
  }
  const wholeOf = (all: ReadonlyMap<string, readonly string[]>): Map<string, string> =>
    new Map(
      [...all].flatMap(([id, pieces]) => {
        const text = pieces.join('');
        const isWhole = Array.from(pieces).every((piece) => piece !== undefined) && text.endsWith(END);
        return isWhole ? [[id, text.slice(0, -END.length)] as const] : [];
      }),
    );
  return { now: wholeOf(found.now), before: wholeOf(found.before) };
}

/**
 * The state after a refresh, of all sheets that it laid out: where any is another than what stood, what stood is what was before.
 * A sheet that a broken run had written already counts as well. A book too large for it keeps nothing, rather than half of a refresh.
 */
export function rotateUndo(state: UndoState, laidOut: readonly KeptPlan[]): UndoState {
  const written = laidOut.filter(({ plan }) => !state.now.get(plan.id)?.startsWith(plan.fingerprint + PACKED_BEHIND));
  if (written.length === 0) return state;
  if (written.reduce((sum, { plan }) => sum + cellsIn(plan), 0) > MOST_CELLS) return NO_UNDO;
  return {
    now: new Map([...state.now, ...written.map((kept) => [kept.plan.id, packPlan(kept)] as const)]),
    before: state.now,
  };
}

const cellsIn = ({ blocks }: SheetPlan): number =>
  blocks.reduce((sum, { values }) => values.reduce((all, line) => all + line.length, sum), 0);

/** The sheets of a first refresh while one after the other is laid out: let go as soon as they are too many to be kept. */
export class SheetsToKeep {
  private kept: KeptPlan[] = [];
  private cells = 0;

  add(sheet: KeptPlan): void {
    this.cells += cellsIn(sheet.plan);
    if (this.cells > MOST_CELLS) this.kept = [];
    else this.kept.push(sheet);
  }

  state(): UndoState {
    return rotateUndo(NO_UNDO, this.kept);
  }
}

function packPlan(kept: KeptPlan): string {
  const bytes = deflateSync(strToU8(JSON.stringify(kept)), { level: 6 });
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE) binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return kept.plan.fingerprint + PACKED_BEHIND + btoa(binary);
}

/** A packed sheet, or nothing where it was damaged. */
export function unpackPlan(packed: string): KeptPlan | undefined {
  try {
    const bytes = Uint8Array.from(atob(packed.slice(packed.indexOf(PACKED_BEHIND) + 1)), (char) => char.charCodeAt(0));
    const kept = JSON.parse(strFromU8(inflateSync(bytes))) as KeptPlan;
    return typeof kept.plan.id === 'string' && Array.isArray(kept.plan.blocks) && kept.parts ? kept : undefined;
  } catch {
    // Whatever is wrong with it, it cannot be put back: the caller says which sheet.
    return undefined;
  }
}

export function layOutUndo({ now, before }: UndoState, name: string): SheetPlan {
  const values = ([...Object.entries({ now, before })] as const).flatMap(([generation, all]) =>
    [...all].flatMap(([report, text]) => {
      const whole = text + END;
      return Array.from({ length: Math.ceil(whole.length / PIECE) }, (_, index) => [
        generation,
        report,
        index,
        LEAD + whole.slice(index * PIECE, (index + 1) * PIECE),
      ]);
    }),
  );
  return layOutUnseenSheet({ id: UNDO_ID, name, title: TITLE, widths: [10, 20, 8, 20], values });
}
