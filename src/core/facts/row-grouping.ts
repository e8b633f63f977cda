import { byCodePoint } from '../model/by-code-point';
import { NO_TEXT, type Codes, type TextColumn } from '../model/columns';

/**
 * Puts rows into named groups by a text of the row itself or, where the row has none, of its client.
 * Group 0 is '': rows without the text are shown as 未填, never dropped. Names are in order of their code points.
 */
export class RowGrouping {
  readonly names: readonly string[];
  private readonly ofRowCode: Int32Array;
  private readonly rowCodes: Codes | undefined;
  /** By client: the group of its rows that say nothing themselves. */
  readonly ofClient: Int32Array;

  /** @param names The groups, where several tables share them; else those of the two columns. */
  constructor(
    rowColumn: TextColumn | undefined,
    clientColumn: TextColumn | undefined,
    clients: number,
    names: readonly string[] = groupNames([rowColumn, clientColumn]),
  ) {
    this.names = names;
    const index = new Map(this.names.map((name, at) => [name, at]));
    const groupOf = (text: string): number => index.get(text) ?? 0;
    this.rowCodes = rowColumn?.codes;
    this.ofRowCode = Int32Array.from(rowColumn?.values ?? [], groupOf);
    const clientGroups = (clientColumn?.values ?? []).map(groupOf);
    this.ofClient = new Int32Array(clients);
    if (clientColumn) {
      for (let client = 0; client < clients; client++) {
        const code = clientColumn.codes[client] ?? NO_TEXT;
        this.ofClient[client] = code === NO_TEXT ? 0 : (clientGroups[code] ?? 0);
      }
    }
  }

  /** Whether rows carry the text themselves; where not, sums by client say it all. */
  get isByRow(): boolean {
    return this.rowCodes !== undefined;
  }

  of(row: number, client: number): number {
    if (this.rowCodes !== undefined) {
      const code = this.rowCodes[row]!;
      if (code !== NO_TEXT) {
        const group = this.ofRowCode[code]!;
        if (group !== 0) return group;
      }
    }
    return client < 0 ? 0 : this.ofClient[client]!;
  }
}

/** '' and every different text of the columns, in order of code points. */
export function groupNames(columns: readonly (TextColumn | undefined)[]): readonly string[] {
  const texts = new Set<string>();
  for (const column of columns) for (const text of column?.values ?? []) texts.add(text);
  texts.delete('');
  return ['', ...[...texts].sort(byCodePoint)];
}
