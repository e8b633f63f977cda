import type { CellRange } from '../../../src/workbook/address';
import { contains, intersects, shiftRows, without } from './area';

export type PaintValue = string | number | boolean;

interface Stroke {
  readonly area: CellRange;
  readonly key: string;
  readonly value: PaintValue;
}

/** The formats of a sheet as strokes, newest last: what a cell looks like is the newest stroke over it. */
export class Paint {
  private strokes: Stroke[] = [];

  put(area: CellRange, key: string, value: PaintValue): void {
    this.strokes = this.strokes.filter((stroke) => stroke.key !== key || !contains(area, stroke.area));
    this.strokes.push({ area, key, value });
  }

  at(row: number, column: number, key: string): PaintValue | undefined {
    return this.over({ row, column, rows: 1, columns: 1 }, key) ?? undefined;
  }

  /** The value of a whole area; `null` where it differs between cells, `undefined` where nothing was set. */
  over(area: CellRange, key: string): PaintValue | null | undefined {
    let rest: CellRange[] = [area];
    let seen: PaintValue | undefined;
    for (let index = this.strokes.length - 1; index >= 0 && rest.length > 0; index--) {
      const stroke = this.strokes[index]!;
      if (stroke.key !== key || !rest.some((one) => intersects(one, stroke.area))) continue;
      if (seen !== undefined && seen !== stroke.value) return null;
      seen = stroke.value;
      rest = rest.flatMap((one) => without(one, stroke.area));
    }
    return rest.length > 0 && seen !== undefined ? null : seen;
  }

  /** Takes every format off an area, but those that a column or row keeps (widths, heights). */
  clear(area: CellRange, keeps: (key: string) => boolean): void {
    this.strokes = this.strokes.flatMap((stroke) =>
      keeps(stroke.key) || !intersects(area, stroke.area)
        ? [stroke]
        : without(stroke.area, area).map((rest) => ({ ...stroke, area: rest })),
    );
  }

  shiftRows(at: number, count: number): void {
    this.strokes = this.strokes.map((stroke) => ({ ...stroke, area: shiftRows(stroke.area, at, count) }));
  }

  get all(): readonly Stroke[] {
    return this.strokes;
  }
}
