import { CONTENT_TYPES_PART } from '../../package/content-types';
import { CONTENT_TYPES } from '../xml/dialect';
import type { PackageDraft } from '../package-draft';
import { normalPart, partKey } from '../part-names';
import { attributeOf, childrenOf, parseXml } from '../xml/xml-tree';

/** A table part of the workbook. Number and name are unique in it. */
export interface RegisteredTable {
  readonly part: string;
  readonly id: number;
  readonly name: string;
}

/** Every table of the workbook, so that ours take no number or name of another. */
export class TableRegistry {
  private readonly byPart = new Map<string, RegisteredTable>();
  private readonly names: Set<string>;
  private nextId = 1;

  /** @param definedNames in small letters: tables share one space of names with them */
  private constructor(definedNames: Iterable<string>) {
    this.names = new Set(definedNames);
  }

  static async read(draft: PackageDraft, definedNames: Iterable<string>): Promise<TableRegistry> {
    const registry = new TableRegistry(definedNames);
    const types = parseXml(await draft.read(CONTENT_TYPES_PART), CONTENT_TYPES_PART);
    for (const override of childrenOf(types, 'Override')) {
      if (attributeOf(override, 'ContentType') !== CONTENT_TYPES.table) continue;
      const part = normalPart(attributeOf(override, 'PartName') ?? '');
      if (!draft.has(part)) continue;
      const root = parseXml(await draft.read(part), part);
      const name = attributeOf(root, 'displayName') ?? attributeOf(root, 'name') ?? '';
      registry.add({ part, id: Number(attributeOf(root, 'id')), name });
    }
    return registry;
  }

  tableIn(part: string): RegisteredTable | undefined {
    return this.byPart.get(partKey(part));
  }

  /** A table that is about to be rewritten or taken out: its name is free again. */
  release(table: RegisteredTable): void {
    this.names.delete(table.name.toLowerCase());
  }

  /**
   * Takes a name and a number for a table of ours. A name that something of the person has already is given a number
   * behind it: nothing of ours refers to a table by its name.
   */
  claim(wanted: string, reused: RegisteredTable | undefined, part: string): RegisteredTable {
    let name = wanted;
    for (let number = 2; this.names.has(name.toLowerCase()); number++) name = `${wanted}_${number}`;
    const table = { part, id: reused?.id ?? this.nextId, name };
    this.add(table);
    return table;
  }

  private add(table: RegisteredTable): void {
    this.byPart.set(partKey(table.part), table);
    this.names.add(table.name.toLowerCase());
    if (Number.isFinite(table.id)) this.nextId = Math.max(this.nextId, table.id + 1);
  }
}
