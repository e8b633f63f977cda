import type { XlsxPackage } from '../../package/xlsx-package';
import type { PackageDraft } from '../package-draft';
import { attributeOf, parseXml } from '../xml/xml-tree';
import { SLICER_CACHE_TYPE } from './slicer-terms';

interface StandingCache {
  readonly name: string;
  readonly part: string;
  readonly relationshipId: string;
}

/** Every slicer cache of the workbook, so that ours take no name of another, and what a write changes about them. */
export class SlicerCaches {
  private readonly used = new Set<string>();
  private readonly released = new Set<string>();
  private readonly new: { readonly name: string; readonly part: string }[] = [];

  private constructor(
    private readonly standing: ReadonlyMap<string, StandingCache>,
    private readonly draft: PackageDraft,
    private readonly folder: string,
  ) {}

  static async read(source: XlsxPackage, draft: PackageDraft, folder: string): Promise<SlicerCaches> {
    const standing = new Map<string, StandingCache>();
    for (const { id, kind, target, isExternal } of source.workbookRelationships) {
      if (kind !== 'slicerCache' || isExternal || !draft.has(target)) continue;
      const name = attributeOf(parseXml(await draft.read(target), target), 'name') ?? '';
      standing.set(name, { name, part: target, relationshipId: id });
    }
    return new SlicerCaches(standing, draft, folder);
  }

  /** Those of a sheet of ours that is about to be written: they go, unless one is put again. */
  release(names: readonly string[]): void {
    for (const name of names) this.released.add(name);
  }

  /** A name for a cache: the wanted one, or with a number where a slicer elsewhere has it. */
  claim(wanted: string): string {
    let name = wanted;
    for (let number = 2; this.isTaken(name); number++) name = `${wanted}_${number}`;
    this.used.add(name);
    return name;
  }

  put(name: string, xml: string): void {
    const part = this.standing.get(name)?.part ?? this.draft.freeName(`${this.folder}slicerCaches/slicerCache`, '.xml');
    if (!this.standing.has(name)) this.new.push({ name, part });
    this.draft.put(part, xml, SLICER_CACHE_TYPE);
  }

  get added(): readonly { readonly name: string; readonly part: string }[] {
    return this.new;
  }

  get dropped(): readonly StandingCache[] {
    return [...this.released].filter((name) => !this.used.has(name)).flatMap((name) => this.standing.get(name) ?? []);
  }

  private isTaken(name: string): boolean {
    return this.used.has(name) || (this.standing.has(name) && !this.released.has(name));
  }
}
