/** What Excel's undo could take back: one entry a step, and who cleared it. */
export class UndoStack {
  private entries: string[] = [];
  private lastClearing: string | undefined;

  push(entry: string): void {
    this.entries.push(entry);
  }

  clear(reason: string): void {
    this.entries = [];
    this.lastClearing = reason;
  }

  get steps(): readonly string[] {
    return this.entries;
  }

  get clearedBy(): string | undefined {
    return this.lastClearing;
  }
}
