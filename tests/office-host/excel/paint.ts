import type { CellRange } from '../../../src/workbook/address';
import { contains, intersects, shiftRows, without } from './area';

export type PaintValue = string | number | boolean;

interface Stroke {
  readonly area: CellRange;
  readonly key: string;
  readonly value: PaintValue;
}

/** The formats of a sheet as strokes: what a cell looks like is the newest stroke of a key over it. */
export class Paint {
  /** By key, newest last. */
  private readonly strokes = new Map<string, Stroke[]>();

  put(area: CellRange, key: string, value: PaintValue): void {
    const visible = (this.strokes.get(key) ?? []).filter((stroke) => !contains(area, stroke.area));
    visible.push({ area, key, value });
    this.strokes.set(key, visible);
  }

  at(row: number, column: number, key: string): PaintValue | undefined {
    return this.over({ row, column, rows: 1, columns: 1 }, key) ?? undefined;
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
    return [...this.strokes.values()].flat();
  }

  private change(into: (stroke: Stroke) => Stroke[]): void {
    for (const [key, strokes] of this.strokes) this.strokes.set(key, strokes.flatMap(into));
  }
}
