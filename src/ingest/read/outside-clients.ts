import * as cellKinds from '../../workbook/column-block';
import type { ColumnBlock } from '../../workbook/column-block';
import { NO_CLIENT } from '../../core/model/columns';
import { cleanText } from '../parse/text';
import type { ClientOutside } from '../recognise/outside/client-place';
import { CLIENT_LABEL, clientOfHeading } from '../recognise/outside/client-outside';
import type { ClientDirectory } from '../settle/client-directory';
import { ROW_DATA } from './row-classes';
import { wordsOfCell } from './row-words';

// Read once: see cell-reader.ts.
const { CELL_TEXT } = cellKinds;

/** The clients of lines that have no column for them: the one that the title or the sheet says, or the last heading above. */
export class OutsideClients {
  private current = NO_CLIENT;

  constructor(
    private readonly outside: ClientOutside,
    /** Where the headings' column stands in a block. */
    private readonly place: number,
    private readonly directory: ClientDirectory,
  ) {}

  /** Puts the clients of the kept rows of a block into their column. */
  apply(
    block: ColumnBlock,
    classes: Uint8Array,
    { kept, count, base }: { readonly kept: Int32Array; readonly count: number; readonly base: number },
    cells: { [row: number]: number },
  ): void {
    if (this.outside.kind === 'said') {
      if (count > 0 && this.current === NO_CLIENT) this.current = this.directory.resolve('', this.outside.name);
      for (let index = 0; index < count; index++) cells[base + index] = this.current;
      return;
    }
    const { first } = this.outside;
    if (first !== undefined && this.current === NO_CLIENT) this.current = this.directory.resolve('', first);
    const { kinds, numbers } = block.columns[this.place]!;
    let row = 0;
    for (let index = 0; index < count; index++) {
      for (; row < kept[index]!; row++) {
        if (classes[row] === ROW_DATA || kinds[row] !== CELL_TEXT) continue;
        this.take(block.pool.texts.at(numbers[row]!) ?? '');
      }
      cells[base + index] = this.current;
    }
    for (; row < block.rowCount; row++) {
      if (classes[row] !== ROW_DATA && kinds[row] === CELL_TEXT) this.take(block.pool.texts.at(numbers[row]!) ?? '');
    }
  }

  private take(text: string): void {
    const name = cleanText(text);
    if (name === '' || wordsOfCell(name) !== 0 || /^total\b/i.test(name)) return;
    const isLabelled = this.outside.kind === 'heading' && this.outside.first !== undefined;
    if (isLabelled && !CLIENT_LABEL.test(name)) return;
    this.current = this.directory.resolve('', clientOfHeading(name));
  }
}
