/** Lines of each sheet that were left out, and the money on them. */
export class LinesOut {
  private readonly bySheet = new Map<number, { lines: number; amount: number }>();

  /** An amount that is not known counts nothing: the line does. */
  add(sheet: number, amount: number | undefined): void {
    const out = this.bySheet.get(sheet) ?? { lines: 0, amount: 0 };
    out.lines++;
    if (amount !== undefined && amount === amount) out.amount += amount;
    this.bySheet.set(sheet, out);
  }

  get isEmpty(): boolean {
    return this.bySheet.size === 0;
  }

  of(sheet: number): { readonly lines: number; readonly amount: number } {
    return this.bySheet.get(sheet) ?? { lines: 0, amount: 0 };
  }

  [Symbol.iterator](): IterableIterator<[number, { readonly lines: number; readonly amount: number }]> {
    return this.bySheet.entries();
  }
}
