import { HostError } from '../../../workbook/host-error';
import type { DateBase } from '../../../workbook/serial-day';
import type { ByteSource } from '../zip/byte-source';
import { openZip, type ZipArchive } from '../zip/zip-archive';
import type { ZipEngine } from '../zip/zip-engine';
import { CONTENT_TYPES_PART, readContentTypes, type ContentTypes } from './content-types';
import { readRelationships, relationshipsPartOf, type Relationship } from './relationships';
import { readWorkbookPart, type DefinedName, type ListedSheet } from './read-workbook';

/** Everything but sheets and their strings is small; a part that is larger than this was not made by a spreadsheet. */
const SMALL_PART_BYTES = 64 * 1024 * 1024;

/** Far more sheets than anybody turns over by hand: each costs a look at its rows, and a list of 20,000 costs half a minute. */
const MAX_SHEETS = 4000;

export interface PackageSheet extends ListedSheet {
  /** The path of its part; of a module, which has none, a name that is no path. */
  readonly part: string;
  /** Only worksheets have cells. A module is a sheet of macro text of Excel 95, which stands in the list and nowhere else. */
  readonly kind: 'worksheet' | 'chartsheet' | 'dialogsheet' | 'macrosheet' | 'module';
}

/** A workbook's parts and how they hang together. */
export interface XlsxPackage {
  readonly archive: ZipArchive;
  readonly contentTypes: ContentTypes;
  readonly workbookPart: string;
  readonly workbookRelationships: readonly Relationship[];
  readonly isStrict: boolean;
  readonly isMacroEnabled: boolean;
  readonly isStructureProtected: boolean;
  readonly isWorkedOutOnOpening: boolean;
  readonly dateBase: DateBase;
  /** In their order. */
  readonly sheets: readonly PackageSheet[];
  readonly definedNames: readonly DefinedName[];
  /** The bytes of a small part; `damaged` where it is missing. */
  readPart(part: string): Promise<Uint8Array>;
  hasPart(part: string): boolean;
  /** None where the part has no relationships. */
  readRelationships(part: string): Promise<readonly Relationship[]>;
}

export async function openPackage(source: ByteSource, engine?: ZipEngine): Promise<XlsxPackage> {
  const pkg = await readPackage(await openZip(source, engine));
  if (pkg.sheets.length === 0) throw new HostError('damaged', 'the workbook lists no sheet');
  return pkg;
}

/** Reads how the parts of an archive hang together; refuses what is no workbook of the format. It may list no sheet yet. */
export async function readPackage(archive: ZipArchive): Promise<XlsxPackage> {
  const hasPart = (part: string): boolean => archive.find(part) !== undefined;
  const readPart = (part: string): Promise<Uint8Array> => {
    const entry = archive.find(part);
    if (!entry) return Promise.reject(new HostError('damaged', `${part} is missing`));
    return archive.inflateWhole(entry, SMALL_PART_BYTES);
  };
  /** Some programs escape names in relationships that stand unescaped in the zip. */
  const settleTarget = (relationship: Relationship): Relationship => {
    if (relationship.isExternal || hasPart(relationship.target) || !relationship.target.includes('%')) {
      return relationship;
    }
    const target = relationship.target.replace(/(?:%[0-9A-Fa-f]{2})+/g, unescapePercent);
    return hasPart(target) ? { ...relationship, target } : relationship;
  };
  const relationshipsOf = async (part: string): Promise<readonly Relationship[]> => {
    if (!hasPart(relationshipsPartOf(part))) return [];
    return readRelationships(await readPart(relationshipsPartOf(part)), part).map(settleTarget);
  };

  if (!hasPart(CONTENT_TYPES_PART)) throw await refuseOtherZip(archive);
  const contentTypes = readContentTypes(await readPart(CONTENT_TYPES_PART));
  const workbookPart =
    (await relationshipsOf('')).find((one) => one.kind === 'officeDocument' && hasPart(one.target))?.target ??
    contentTypes.findPart(isWorkbookType);
  const workbookType = workbookPart === undefined ? undefined : contentTypes.typeOf(workbookPart);
  if (workbookPart === undefined || workbookType === undefined) {
    throw new HostError('not-a-workbook', 'a package without a workbook');
  }
  if (/ms-excel\.sheet\.binary/.test(workbookType)) throw new HostError('old-format', 'a binary workbook (.xlsb)');
  if (!isWorkbookType(workbookType) && !/^(application|text)\/xml$/.test(workbookType)) {
    throw new HostError('not-a-workbook', `a document of another kind (${workbookType})`);
  }

  const workbook = readWorkbookPart(await readPart(workbookPart), workbookPart);
  if (workbook.isBeta) throw new HostError('old-format', 'a workbook in the format of a beta of Excel 2007');
  if (workbook.sheets.length > MAX_SHEETS) {
    throw new HostError('too-large', `${workbook.sheets.length} sheets; at most ${MAX_SHEETS} are read`);
  }
  const workbookRelationships = await relationshipsOf(workbookPart);
  const relationshipById = new Map(workbookRelationships.map((one) => [one.id, one]));
  const sheets = workbook.sheets.map((sheet): PackageSheet => {
    if (sheet.relId === '') return { ...sheet, part: `module:${sheet.sheetId}`, kind: 'module' };
    const relationship = relationshipById.get(sheet.relId);
    if (!relationship || relationship.isExternal || !hasPart(relationship.target)) {
      throw new HostError('damaged', `the sheet ${JSON.stringify(sheet.name)} has no part`, { sheet: sheet.name });
    }
    return { ...sheet, part: relationship.target, kind: sheetKindOf(relationship.kind) };
  });

  return {
    archive,
    contentTypes,
    workbookPart,
    workbookRelationships,
    isStrict: workbook.isStrict,
    isMacroEnabled: /macroEnabled/i.test(workbookType),
    isStructureProtected: workbook.isStructureProtected,
    isWorkedOutOnOpening: workbook.isWorkedOutOnOpening,
    dateBase: workbook.dateBase,
    sheets,
    definedNames: workbook.definedNames,
    readPart,
    hasPart,
    readRelationships: relationshipsOf,
  };
}

/** Workbooks, templates and add-ins, with macros or without. */
function isWorkbookType(type: string): boolean {
  return (
    /openxmlformats-officedocument\.spreadsheetml\.(sheet|template)\.main\+xml/i.test(type) ||
    /ms-excel\.(sheet|template|addin)\.macroEnabled\.main\+xml/i.test(type)
  );
}

function sheetKindOf(relationshipKind: string): PackageSheet['kind'] {
  if (relationshipKind === 'chartsheet' || relationshipKind === 'dialogsheet') return relationshipKind;
  return /macrosheet/i.test(relationshipKind) ? 'macrosheet' : 'worksheet';
}

function unescapePercent(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    // A percent sign that escapes nothing is part of the name.
    return escaped;
  }
}

/** A zip that is no package of the format: says what it is where it says so itself. */
async function refuseOtherZip(archive: ZipArchive): Promise<HostError> {
  const mimetype = archive.find('mimetype');
  const kind = mimetype ? new TextDecoder().decode(await archive.inflateWhole(mimetype, 1024)) : '';
  if (/opendocument\.spreadsheet/.test(kind)) return new HostError('old-format', 'an OpenDocument sheet (.ods)');
  if (archive.find('xl/workbook.xml')) return new HostError('damaged', `${CONTENT_TYPES_PART} is missing`);
  return new HostError('not-a-workbook', kind === '' ? 'a zip archive' : `a document of another kind (${kind.trim()})`);
}
