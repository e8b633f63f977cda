import type { CellRange } from '../../../src/workbook/address';
import { contains, intersects, shiftRows, without } from './area';

export type PaintValue = string | number | boolean;

interface Stroke {
  readonly area: CellRange;
  readonly key: string;
  readonly value: PaintValue;
}

const FEW = 64;

/** Without those that a newer one covers. */
function visibleOf(strokes: readonly Stroke[]): Stroke[] {
  return strokes.filter(
    (stroke, index) => !strokes.some((newer, at) => at > index && contains(newer.area, stroke.area)),
  );
}

/** The formats of a sheet as strokes: what a cell looks like is the newest stroke of a key over it. */
export class Paint {
  /** By key, newest last; some are covered by newer ones. */
  private readonly strokes = new Map<string, Stroke[]>();
  /** How many strokes of a key there may be before covered ones are looked for. */
  private readonly most = new Map<string, number>();

  put(area: CellRange, key: string, value: PaintValue): void {
    const strokes = this.strokes.get(key) ?? [];
    strokes.push({ area, key, value });
    this.strokes.set(key, strokes);
    if (strokes.length > (this.most.get(key) ?? FEW)) this.dropCovered(key, strokes);
  }

  private dropCovered(key: string, strokes: readonly Stroke[]): void {
    const visible = visibleOf(strokes);
    this.strokes.set(key, visible);
    this.most.set(key, Math.max(FEW, visible.length * 2));
  }

  at(row: number, column: number, key: string): PaintValue | undefined {
    const strokes = this.strokes.get(key);
    for (let index = (strokes?.length ?? 0) - 1; index >= 0; index--) {
      const { area, value } = strokes![index]!;
      const isOver =
        row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
      if (isOver) return value;
    }
    return undefined;
  }

  /** The value of a whole area; `null` where it differs between cells, `undefined` where nothing was set. */
  over(area: CellRange, key: string): PaintValue | null | undefined {
    const strokes = this.strokes.get(key) ?? [];
    let rest: CellRange[] = [area];
    let seen: PaintValue | undefined;
    for (let index = strokes.length - 1; index >= 0 && rest.length > 0; index--) {
      const stroke = strokes[index]!;
      if (!rest.some((one) => intersects(one, stroke.area))) continue;
      if (seen !== undefined && seen !== stroke.value) return null;
      seen = stroke.value;
      rest = rest.flatMap((one) => without(one, stroke.area));
    }
    return rest.length > 0 && seen !== undefined ? null : seen;
  }

  /** Takes every format off an area, but those that a column or row keeps (widths, heights). */
  clear(area: CellRange, keeps: (key: string) => boolean): void {
    this.change((stroke) =>
      keeps(stroke.key) || !intersects(area, stroke.area)
        ? [stroke]
        : without(stroke.area, area).map((rest) => ({ ...stroke, area: rest })),
    );
  }

  shiftRows(at: number, count: number): void {
    this.change((stroke) => [{ ...stroke, area: shiftRows(stroke.area, at, count) }]);
  }

  get all(): readonly Stroke[] {
    return [...this.strokes.values()].flatMap(visibleOf);
  }

  /** The areas of all strokes, covered ones too. */
  *areas(): Iterable<CellRange> {
    for (const strokes of this.strokes.values()) for (const { area } of strokes) yield area;
  }

  private change(into: (stroke: Stroke) => Stroke[]): void {
    for (const [key, strokes] of this.strokes) this.strokes.set(key, strokes.flatMap(into));
  }
}
