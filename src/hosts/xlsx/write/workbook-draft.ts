import { absoluteAddress, quoteSheetName } from '../../../workbook/address';
import { HostError } from '../../../workbook/host-error';
import { writeSlicerCacheList, writeSlicerCacheReference } from './slicers/slicer-xml';
import { TABLE_SLICER_CACHES_EXTENSION } from './slicers/slicer-terms';
import type { Dialect } from './xml/dialect';
import { XmlEdits } from './xml/xml-edits';
import { attributes, escapeText } from './xml/xml-text';
import {
  attributeByLocal,
  attributeOf,
  childOf,
  childrenOf,
  parseXml,
  prefixAt,
  textOf,
  type XmlElement,
} from './xml/xml-tree';

export const MARK_PREFIX = 'Kelan_';

/** Children of the workbook that stand before the defined names, and before the calculation's properties. */
const BEFORE_NAMES = ['sheets', 'functionGroups', 'externalReferences'];
const BEFORE_CALCULATION = [...BEFORE_NAMES, 'definedNames'];

/** A cache of a slicer with the relationship that leads to it. */
export interface NamedCache {
  readonly name: string;
  readonly relationshipId: string;
}

/** The workbook part with our changes: sheets behind the others, marks, print titles, calculation on opening. */
export class WorkbookDraft {
  private readonly root: XmlElement;
  private readonly list: XmlElement;
  private readonly edits: XmlEdits;
  private readonly prefix: string;
  private readonly names: readonly XmlElement[];
  private readonly newNames: string[] = [];
  private newCalculation = '';

  constructor(
    private readonly text: string,
    part: string,
    private readonly dialect: Dialect,
  ) {
    this.root = parseXml(text, part);
    this.edits = new XmlEdits(text);
    this.prefix = this.root.prefix === '' ? '' : `${this.root.prefix}:`;
    const list = childOf(this.root, 'sheets');
    if (!list) throw new HostError('damaged', `${part} names no sheets`);
    this.list = list;
    this.names = childrenOf(childOf(this.root, 'definedNames') ?? this.root, 'definedName');
  }

  addSheet(name: string, sheetId: number, relationshipId: string, state?: 'hidden' | 'veryHidden'): void {
    const prefix = prefixAt(this.list, this.dialect.relationships);
    const relationship =
      prefix === undefined
        ? { 'xmlns:r': this.dialect.relationships, 'r:id': relationshipId }
        : { [`${prefix}:id`]: relationshipId };
    this.edits.append(this.list, `<${this.prefix}sheet${attributes({ name, sheetId, state, ...relationship })}/>`);
  }

  /** Marks a sheet as that of a report, with what was written. */
  setMark(id: string, sheetName: string, fingerprint: string): void {
    const corner = absoluteAddress({ row: 0, column: 0, rows: 1, columns: 1 });
    this.setName(MARK_PREFIX + id, undefined, `${quoteSheetName(sheetName)}!${corner}`, {
      comment: fingerprint,
      hidden: '1',
    });
  }

  /** Sets a hidden name that holds a text and points nowhere. */
  setHiddenText(name: string, text: string): void {
    this.setName(name, undefined, `"${text}"`, { hidden: '1' });
  }

  /** Sets a name that belongs to the sheet at a position, or takes it away. */
  setLocalName(name: string, sheetIndex: number, formula: string | undefined): void {
    if (formula !== undefined) return this.setName(name, sheetIndex, formula, {});
    const existing = this.nameElement(name, sheetIndex);
    if (existing) this.edits.remove(existing);
  }

  /** Names the caches of table slicers, each with the name that Excel gives it among the defined names, and forgets others. */
  setSlicerCaches(added: readonly NamedCache[], dropped: readonly NamedCache[]): void {
    for (const { name } of dropped) {
      const existing = this.nameElement(name, undefined);
      if (existing) this.edits.remove(existing);
    }
    for (const { name } of added) this.setName(name, undefined, '#N/A', {});
    const extensions = childOf(this.root, 'extLst');
    const extension = childrenOf(extensions ?? this.root, 'ext').find(
      (one) => attributeOf(one, 'uri')?.toUpperCase() === TABLE_SLICER_CACHES_EXTENSION,
    );
    const list = extension && childOf(extension, 'slicerCaches');
    const standing = list?.children ?? [];
    const gone = standing.filter((one) =>
      dropped.some(({ relationshipId }) => relationshipId === attributeByLocal(one, 'id')),
    );
    const written = added.map(({ relationshipId }) => writeSlicerCacheReference(relationshipId, this.dialect)).join('');
    // An empty list is none: Excel would repair it.
    if (written === '' && gone.length > 0 && gone.length === standing.length) {
      this.edits.remove(extension!);
      return;
    }
    for (const one of gone) this.edits.remove(one);
    if (written === '') return;
    if (list) return this.edits.append(list, written);
    const wrapped = writeSlicerCacheList(written, this.prefix);
    if (extensions) this.edits.append(extensions, wrapped);
    else this.edits.append(this.root, `<${this.prefix}extLst>${wrapped}</${this.prefix}extLst>`);
  }

  /** The workbook opens on the sheet at a position, whose tab is the first that is seen. */
  openOn(sheetIndex: number): void {
    const views = childOf(this.root, 'bookViews');
    const view = childOf(views ?? this.root, 'workbookView');
    const place = { firstSheet: String(sheetIndex), activeTab: String(sheetIndex) };
    if (view) for (const [name, value] of Object.entries(place)) this.edits.setAttribute(view, name, value);
    else if (views) this.edits.append(views, `<${this.prefix}workbookView${attributes(place)}/>`);
    else
      this.edits.insert(
        this.list.start,
        `<${this.prefix}bookViews><${this.prefix}workbookView${attributes(place)}/></${this.prefix}bookViews>`,
      );
  }

  /** The person's formulas that read our sheets are computed when the workbook is opened. */
  calculateOnOpening(): void {
    const calculation = childOf(this.root, 'calcPr');
    if (calculation) this.edits.setAttribute(calculation, 'fullCalcOnLoad', '1');
    else this.newCalculation = `<${this.prefix}calcPr fullCalcOnLoad="1"/>`;
  }

  render(): string {
    const names = childOf(this.root, 'definedNames');
    const written = this.newNames.join('');
    if (written !== '') {
      if (names) this.edits.append(names, written);
      else this.insertBehind(BEFORE_NAMES, `<${this.prefix}definedNames>${written}</${this.prefix}definedNames>`);
    }
    if (this.newCalculation !== '') this.insertBehind(BEFORE_CALCULATION, this.newCalculation);
    return this.edits.apply();
  }

  private insertBehind(predecessors: readonly string[], xml: string): void {
    const last = this.root.children.filter((child) => predecessors.includes(child.local)).at(-1) ?? this.list;
    this.edits.insert(last.end, xml);
  }

  private setName(
    name: string,
    sheetIndex: number | undefined,
    formula: string,
    more: Readonly<Record<string, string>>,
  ): void {
    const existing = this.nameElement(name, sheetIndex);
    if (existing) {
      if (textOf(this.text, existing) !== formula) this.edits.replaceText(existing, escapeText(formula));
      for (const [attribute, value] of Object.entries(more)) this.edits.setAttribute(existing, attribute, value);
      return;
    }
    const written = attributes({ name, localSheetId: sheetIndex, ...more });
    this.newNames.push(`<${this.prefix}definedName${written}>${escapeText(formula)}</${this.prefix}definedName>`);
  }

  private nameElement(name: string, sheetIndex: number | undefined): XmlElement | undefined {
    const local = sheetIndex === undefined ? undefined : String(sheetIndex);
    return this.names.find(
      (element) =>
        attributeOf(element, 'name')?.toLowerCase() === name.toLowerCase() &&
        attributeOf(element, 'localSheetId') === local,
    );
  }
}
