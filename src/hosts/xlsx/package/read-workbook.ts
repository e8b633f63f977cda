import type { DateBase } from '../../../workbook/serial-day';
import { MAIN_NAMESPACES, MAIN_STRICT, RELATIONSHIP_NAMESPACES } from './namespaces';
import { isOn, readXml } from './read-xml';

/** A sheet as the workbook part lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly sheetId: string;
  readonly relId: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
}

export interface DefinedName {
  readonly name: string;
  /** The position of the sheet that it is local to; absent on names of the workbook. */
  readonly localSheetId?: number;
  readonly isHidden: boolean;
  readonly comment?: string;
  /** Its formula, without `=`. */
  readonly text: string;
}

/** What the workbook part says. */
export interface WorkbookPart {
  readonly isStrict: boolean;
  /** Written by a version of Excel 2007 before the format was settled. */
  readonly isBeta: boolean;
  readonly dateBase: DateBase;
  readonly isStructureProtected: boolean;
  /** Formulas are to be worked out when the workbook is opened: what stands in their cells need not be a result. */
  readonly isWorkedOutOnOpening: boolean;
  readonly sheets: readonly ListedSheet[];
  readonly definedNames: readonly DefinedName[];
}

/** `…/spreadsheetml/2006/5/main`, `…/office/excel/2006/2`: the number of a month, where the settled one has none. */
const BETA = /(?:spreadsheetml|office\/excel)\/200\d\/\d+(?:\/main)?$/;

export function readWorkbookPart(bytes: Uint8Array, part: string): WorkbookPart {
  let isStrict = false;
  let isBeta = false;
  let dateBase: DateBase = 1900;
  let isStructureProtected = false;
  let isWorkedOutOnOpening = false;
  const sheets: ListedSheet[] = [];
  const definedNames: DefinedName[] = [];
  let name: Omit<DefinedName, 'text'> | undefined;
  let text = '';

  readXml(bytes, part, {
    open(element, path) {
      if (path.length === 1) isBeta = BETA.test(element.namespace);
      if (!MAIN_NAMESPACES.includes(element.namespace)) return;
      switch (path.slice(1).join('/')) {
        case '':
          isStrict = element.namespace === MAIN_STRICT;
          break;
        case 'workbookPr':
          if (isOn(element.attribute('date1904'))) dateBase = 1904;
          break;
        case 'workbookProtection':
          isStructureProtected = isOn(element.attribute('lockStructure'));
          break;
        case 'calcPr':
          isWorkedOutOnOpening = isOn(element.attribute('fullCalcOnLoad'));
          break;
        case 'sheets/sheet': {
          const state = element.attribute('state');
          sheets.push({
            name: element.attribute('name') ?? '',
            sheetId: element.attribute('sheetId') ?? '',
            relId: element.attribute('id', RELATIONSHIP_NAMESPACES) ?? '',
            visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
          });
          break;
        }
        case 'definedNames/definedName': {
          const local = element.attribute('localSheetId');
          const comment = element.attribute('comment');
          name = {
            name: element.attribute('name') ?? '',
            ...(local === undefined ? {} : { localSheetId: Number(local) }),
            isHidden: isOn(element.attribute('hidden')),
            ...(comment === undefined ? {} : { comment }),
          };
          text = '';
          break;
        }
      }
    },
    text(more) {
      if (name) text += more;
    },
    close(path) {
      if (!name || path[path.length - 1] !== 'definedName') return;
      definedNames.push({ ...name, text: text.trim() });
      name = undefined;
    },
  });
  return { isStrict, isBeta, dateBase, isStructureProtected, isWorkedOutOnOpening, sheets, definedNames };
}
