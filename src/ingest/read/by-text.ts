const PAGE_BITS = 12;
const PAGE_SIZE = 1 << PAGE_BITS;
const PAGE_MASK = PAGE_SIZE - 1;

/** In place of the code of a text that was not met yet. */
export const NOT_MET = -3;

/**
 * A code for each text of a pool, in pages that are made when one of their texts is first met.
 *
 * A pool is shared by the columns of a sheet: a column of ten products beside a million order numbers has ten entries in
 * a page or two, and not a million.
 */
export class CodesByText {
  private readonly pages: (Int32Array | undefined)[] = [];

  at(id: number): number {
    const page = this.pages[id >>> PAGE_BITS];
    return page === undefined ? NOT_MET : page[id & PAGE_MASK]!;
  }

  put(id: number, code: number): void {
    const index = id >>> PAGE_BITS;
    // One behind the other, so that the list stays an array without holes.
    while (this.pages.length <= index) this.pages.push(undefined);
    const page = (this.pages[index] ??= new Int32Array(PAGE_SIZE).fill(NOT_MET));
    page[id & PAGE_MASK] = code;
  }
}
