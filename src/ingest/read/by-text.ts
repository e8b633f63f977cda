const PAGE_BITS = 12;
const PAGE_SIZE = 1 << PAGE_BITS;
const PAGE_MASK = PAGE_SIZE - 1;

/**
 * A number for each text of a pool, in pages that are made when one of their texts is first met.
 *
 * A pool is shared by the columns of a sheet: a column of ten products beside a million order numbers has ten entries in
 * a page or two, and not a million.
 */
export class NumbersByText {
  private readonly pages: (Float64Array | undefined)[] = [];

  /** `NaN` where nothing was put. */
  at(id: number): number {
    const page = this.pages[id >>> PAGE_BITS];
    return page === undefined ? Number.NaN : page[id & PAGE_MASK]!;
  }

  put(id: number, value: number): void {
    const index = id >>> PAGE_BITS;
    // One behind the other, so that the list stays an array without holes.
    while (this.pages.length <= index) this.pages.push(undefined);
    const page = (this.pages[index] ??= new Float64Array(PAGE_SIZE).fill(Number.NaN));
    page[id & PAGE_MASK] = value;
  }
}
