import { absoluteAddress, columnLetters, isLegalSheetName, quoteSheetName } from '../../../workbook/address';
import { HostError } from '../../../workbook/host-error';
import { checkCancelled, NO_CONTROL, type JobControl } from '../../../workbook/job-control';
import type { LinkPlan, PlanInTurn, PrintPlan, SheetHeading, SheetPlan, WritePlan } from '../../../workbook/plan';
import type { WriteOutcome } from '../../../workbook/workbook-host';
import { readOwnMarks } from '../package/own-marks';
import { relationshipsPartOf } from '../package/relationships';
import type { XlsxPackage } from '../package/xlsx-package';
import type { ZipItem } from '../zip/zip-writer';
import { patchAppProperties } from './app-properties';
import { CONTENT_TYPES, STRICT, TRANSITIONAL, type Dialect } from './xml/dialect';
import { NEW_SHEET, readOwnSheet } from './sheet/own-sheet';
import { selectOnly } from './front-sheet';
import { PackageDraft } from './package-draft';
import { folderOf } from './part-names';
import { emptyStylesheet, StyleBook } from './styles/style-book';
import { SlicerCaches } from './slicers/slicer-caches';
import { SLICER_CACHE_RELATIONSHIP } from './slicers/slicer-terms';
import { NO_STYLES_USED, withUsedByTables, type UsedStyles } from './styles/used-styles';
import { TableRegistry } from './sheet/table-registry';
import { MARK_PREFIX, WorkbookDraft } from './workbook-draft';
import { writeOwnSheet } from './sheet/write-own-sheet';
import { freeIds, patchRelationships, relationshipTo, type RelationshipPlan } from './write-relationships';

export interface WrittenPackage {
  /** The parts of the new package in order, to be handed to `writeZip`. */
  readonly items: readonly ZipItem[];
  readonly outcome: WriteOutcome;
}

/** Where a sheet of the plan stands: at one of ours that is there, or new behind all others. */
interface Place {
  readonly heading: SheetHeading;
  readonly name: string;
  readonly part: string;
  /** Its position in the workbook: what names of one sheet refer to. */
  readonly index: number;
  readonly isNew: boolean;
}

/** A sheet that is written, and what the workbook part says of it: its cells are not held. */
interface WrittenSheet extends Place {
  readonly said: Pick<SheetPlan, 'fingerprint' | 'visibility' | 'print'>;
}

/**
 * Writes the sheets of a plan into a workbook by changing only what is ours: the package's other parts stay the bytes
 * that they were, compressed as they were.
 *
 * - A sheet is ours where the defined name `Kelan_<id>` of the workbook points at it. It is rewritten at the parts that
 *   it has, keeps its name, position and visibility, and what `KeptContent` lists; parts of ours that it no longer needs
 *   go. Writing the same plan twice gives the same bytes.
 * - A sheet that the plan gives to the person is always new and gets no name of ours.
 * - New sheets stand behind all others, in the plan's order, so that no sheet of the person moves. The sheet that she
 *   had on top stays on top, unless the plan names the one to open on (`selectOnly`).
 * - Changed beside our sheets: the workbook part (sheets, names, calculation on opening), its relationships, the content
 *   types, the stylesheet (styles are added, none is changed), the list of sheets in the document's properties. The
 *   chain of calculation is left out, and made again by Excel, only where the person had formulas on a sheet of ours.
 *
 * Nothing is written here: the result is a list of parts, so that whatever throws leaves the file as it was.
 *
 * Throws `unsupported` for a signed workbook (any change would break the signature), `protected-structure` where a new
 * sheet is needed and the person has locked the structure, `protected-sheet`, `host-refused` for a name that is taken or
 * that Excel does not take.
 */
export async function writePlanInto(
  source: XlsxPackage,
  plan: WritePlan | PlanInTurn,
  control: JobControl = NO_CONTROL,
  used: UsedStyles = NO_STYLES_USED,
): Promise<WrittenPackage> {
  checkCancelled(control);
  await refuseSigned(source);
  const draft = new PackageDraft(source);
  const dialect = source.isStrict ? STRICT : TRANSITIONAL;
  const folder = folderOf(source.workbookPart);
  const headings = 'headings' in plan ? plan.headings : plan.sheets;
  const places = placeSheets(source, headings, draft, folder);

  const stylesRelationship = source.workbookRelationships.find((one) => one.kind === 'styles' && !one.isExternal);
  const stylesPart = stylesRelationship?.target ?? draft.freeName(`${folder}styles`, '.xml', true);
  const styles = new StyleBook(
    draft.has(stylesPart) ? await draft.read(stylesPart) : emptyStylesheet(dialect),
    stylesPart,
    { isStrict: source.isStrict, used: await withUsedByTables(source, used) },
  );
  const names = source.definedNames.map(({ name }) => name.toLowerCase());
  const marks = headings.map(({ id }) => (MARK_PREFIX + id).toLowerCase());
  const tables = await TableRegistry.read(draft, [...names, ...marks]);
  const slicerCaches = await SlicerCaches.read(source, draft, folder);
  const nameOfTarget = makeTargetNames(source, places);

  const leftOver: string[] = [];
  let hadFormulas = false;
  const front = plan.opensOn === undefined ? undefined : frontSheet(source, places, plan.opensOn);
  const parts = new Set(places.map(({ part }) => part));
  const isFrontSet = front !== undefined && places.length > 0 && (await selectOnly(source, draft, front.part, parts));
  const written: WrittenSheet[] = [];
  for (const sheet of plan.sheets) {
    checkCancelled(control);
    const place = places[written.length];
    if (place?.heading.id !== sheet.id) throw new Error(`${sheet.id} comes out of its turn`);
    control.report?.({ step: 'write', sheet: place.name, done: written.length, total: places.length });
    const before = place.isNew ? NEW_SHEET : await readOwnSheet(draft, place.part, place.name);
    hadFormulas ||= before.hasFormulas;
    const tab = isFrontSet ? { isSelected: place.part === front.part } : {};
    const writing = { draft, dialect, styles, tables, slicerCaches, folder, nameOfTarget, ...tab };
    leftOver.push(...(await writeOwnSheet(sheet, place.name, place.part, before, writing)));
    const { fingerprint, visibility, print } = sheet;
    written.push({ ...place, said: { fingerprint, print, ...(visibility && { visibility }) } });
    await control.pause?.();
  }

  if (written.length < places.length) throw new Error(`${places[written.length]!.heading.id} does not come`);
  if (places.length > 0) {
    draft.put(stylesPart, styles.render(), CONTENT_TYPES.styles);
    await patchWorkbook(source, draft, written, dialect, {
      stylesPart: stylesRelationship ? undefined : stylesPart,
      slicerCaches,
      dropsCalculationChain: hadFormulas,
      opensOn: isFrontSet ? front.index : undefined,
    });
    await patchProperties(source, draft, places);
    await draft.removeUnused([...leftOver, ...slicerCaches.dropped.map((cache) => cache.part)]);
  }
  control.report?.({ step: 'write', done: places.length, total: places.length });
  return {
    items: await draft.items(),
    outcome: {
      written: places.map(({ heading: { id } }) => id),
      sheetNames: Object.fromEntries(places.map(({ heading: { id }, name }) => [id, name])),
    },
  };
}

/** A signature vouches for every byte: to change one is to break it, and that is for the person to do knowingly. */
async function refuseSigned(source: XlsxPackage): Promise<void> {
  const relationships = await source.readRelationships('');
  if (relationships.some(({ type }) => /\/digital-signature\/origin$/.test(type))) {
    throw new HostError('unsupported', 'the workbook is digitally signed: any change would break the signature');
  }
}

function placeSheets(
  source: XlsxPackage,
  headings: readonly SheetHeading[],
  draft: PackageDraft,
  folder: string,
): readonly Place[] {
  const markedName = new Map(
    [...readOwnMarks(source.definedNames)].map(([name, mark]) => [mark.id, name.toLowerCase()]),
  );
  const taken = new Set(source.sheets.map(({ name }) => name.toLowerCase()));
  let next = source.sheets.length;
  const ids = new Set<string>();
  return headings.map((heading): Place => {
    if (ids.has(heading.id)) throw new Error(`the plan writes ${heading.id} twice`);
    ids.add(heading.id);
    const index = source.sheets.findIndex(({ name }) => name.toLowerCase() === markedName.get(heading.id));
    const present = heading.owner === 'person' || heading.isAnew ? undefined : source.sheets[index];
    if (present?.kind === 'worksheet') {
      return { heading, name: present.name, part: present.part, index, isNew: false };
    }
    if (source.isStructureProtected) {
      throw new HostError('protected-structure', 'the workbook is locked against new sheets', {
        sheet: heading.name,
      });
    }
    const key = heading.name.toLowerCase();
    if (!isLegalSheetName(heading.name) || taken.has(key)) {
      throw new HostError('host-refused', `the name "${heading.name}" cannot be used`, { sheet: heading.name });
    }
    taken.add(key);
    const part = draft.freeName(`${folder}worksheets/sheet`, '.xml');
    // Holds the name of the part until the sheet is written.
    draft.put(part, '', CONTENT_TYPES.worksheet);
    return { heading, name: heading.name, part, index: next++, isNew: true };
  });
}

/** The sheet of a report, written now or standing already; nothing where it cannot be seen. */
function frontSheet(
  source: XlsxPackage,
  places: readonly Place[],
  id: string,
): { readonly part: string; readonly index: number } | undefined {
  const name = [...readOwnMarks(source.definedNames)].find(([, mark]) => mark.id === id)?.[0].toLowerCase();
  const index =
    places.find(({ heading }) => heading.id === id)?.index ??
    source.sheets.findIndex((sheet) => sheet.name.toLowerCase() === name);
  const standing = source.sheets[index];
  if (standing && (standing.visibility !== 'visible' || standing.kind !== 'worksheet')) return undefined;
  const part = places.find((place) => place.index === index)?.part ?? standing?.part;
  return part === undefined ? undefined : { part, index };
}

/** Links follow a sheet by the name that it carries: ours may have been renamed by the person. */
function makeTargetNames(
  source: XlsxPackage,
  places: readonly Place[],
): (target: LinkPlan['target']) => string | undefined {
  const sheets = new Map(source.sheets.map(({ name }) => [name.toLowerCase(), name]));
  const reports = new Map<string, string>();
  for (const [name, mark] of readOwnMarks(source.definedNames)) {
    const present = sheets.get(name.toLowerCase());
    if (present !== undefined) reports.set(mark.id, present);
  }
  for (const { heading, name } of places) {
    reports.set(heading.id, name);
    sheets.set(name.toLowerCase(), name);
  }
  return (target) => ('report' in target ? reports.get(target.report) : sheets.get(target.sheet.toLowerCase()));
}

async function patchWorkbook(
  source: XlsxPackage,
  draft: PackageDraft,
  written: readonly WrittenSheet[],
  dialect: Dialect,
  change: {
    readonly stylesPart: string | undefined;
    readonly slicerCaches: SlicerCaches;
    readonly dropsCalculationChain: boolean;
    readonly opensOn: number | undefined;
  },
): Promise<void> {
  const part = source.workbookPart;
  const workbook = new WorkbookDraft(await draft.read(part), part, dialect);
  const ids = freeIds(source.workbookRelationships.map(({ id }) => id));
  const added: RelationshipPlan[] = [];
  const relate = (kind: string, target: string): string => {
    const id = ids.next().value;
    added.push(relationshipTo(id, `${dialect.relationships}/${kind}`, part, target));
    return id;
  };
  let sheetId = Math.max(0, ...source.sheets.map((sheet) => Number(sheet.sheetId)).filter(Number.isFinite));
  for (const { heading, name, part: sheetPart, index, isNew, said } of written) {
    if (isNew) workbook.addSheet(name, ++sheetId, relate('worksheet', sheetPart), said.visibility);
    if (heading.owner !== 'person') workbook.setMark(heading.id, name, said.fingerprint);
    workbook.setLocalName('_xlnm.Print_Titles', index, printTitlesOf(said.print, name));
    workbook.setLocalName('_xlnm.Print_Area', index, printAreaOf(said.print, name));
    // Of a filter outside of tables, which the sheet no longer has.
    workbook.setLocalName('_xlnm._FilterDatabase', index, undefined);
  }
  if (change.stylesPart !== undefined) relate('styles', change.stylesPart);
  const caches = change.slicerCaches.added.map((cache) => {
    const id = ids.next().value;
    added.push(relationshipTo(id, SLICER_CACHE_RELATIONSHIP, part, cache.part));
    return { name: cache.name, relationshipId: id };
  });
  const { dropped } = change.slicerCaches;
  workbook.setSlicerCaches(caches, dropped);
  if (change.opensOn !== undefined) workbook.openOn(change.opensOn);
  workbook.calculateOnOpening();
  draft.replace(part, workbook.render());

  const chain = change.dropsCalculationChain
    ? source.workbookRelationships.find(({ kind }) => kind === 'calcChain')
    : undefined;
  const relationshipsPart = relationshipsPartOf(part);
  const relationships = await draft.read(relationshipsPart);
  draft.replace(
    relationshipsPart,
    patchRelationships(relationships, added, [
      ...(chain ? [chain.id] : []),
      ...dropped.map(({ relationshipId }) => relationshipId),
    ]),
  );
  if (chain) await draft.removeUnused([chain.target]);
}

/** Columns first, then rows, joined by a comma: the order in which Excel writes the name. */
function printTitlesOf({ repeatRows, repeatColumns }: PrintPlan, sheetName: string): string | undefined {
  const sheet = quoteSheetName(sheetName);
  const titles = [
    ...(repeatColumns ? [`${sheet}!$${columnLetters(repeatColumns.from)}:$${columnLetters(repeatColumns.to)}`] : []),
    ...(repeatRows ? [`${sheet}!$${repeatRows.from + 1}:$${repeatRows.to + 1}`] : []),
  ];
  return titles.length > 0 ? titles.join(',') : undefined;
}

const printAreaOf = ({ areas }: PrintPlan, sheetName: string): string | undefined =>
  areas && areas.length > 0
    ? areas.map((area) => `${quoteSheetName(sheetName)}!${absoluteAddress(area)}`).join(',')
    : undefined;

async function patchProperties(source: XlsxPackage, draft: PackageDraft, places: readonly Place[]): Promise<void> {
  const properties = (await source.readRelationships('')).find(({ kind }) => kind === 'extended-properties');
  if (!properties || properties.isExternal || !draft.has(properties.target)) return;
  const present = source.sheets.map(({ name }) => name);
  const added = places.filter(({ isNew }) => isNew).map(({ name }) => name);
  draft.replace(
    properties.target,
    patchAppProperties(await draft.read(properties.target), properties.target, present, added),
  );
}
