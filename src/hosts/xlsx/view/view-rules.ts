import { parseAddress, type CellRange } from '../../../workbook/address';
import { placeOf } from '../package/alternate-content';
import { isOn, readXml } from '../package/read-xml';
import type { PackageSheet, XlsxPackage } from '../package/xlsx-package';
import { colorOf } from './view-styles';

/** What a cell looks like that says one text: the colours of severities and grades. */
export interface TextRule {
  readonly ranges: readonly CellRange[];
  readonly text: string;
  readonly look: RuleLook;
}

export interface RuleLook {
  readonly color?: string;
  readonly fill?: string;
  readonly bold?: boolean;
}

/** Rules stand behind the rows: of a sheet part longer than this they are not looked for. */
const MOST_BYTES = 2 * 1024 * 1024;

/** The looks that rules refer to, by their number. Colours of themes are left out. */
export async function readRuleLooks(pkg: XlsxPackage): Promise<readonly RuleLook[]> {
  const part = pkg.workbookRelationships.find((one) => one.kind === 'styles' && !one.isExternal)?.target;
  if (part === undefined || !pkg.hasPart(part)) return [];
  const looks: { color?: string; fill?: string; bold?: boolean }[] = [];
  readXml(await pkg.readPart(part), part, {
    open(element, path) {
      const place = placeOf(path);
      if (place === 'dxfs/dxf') looks.push({});
      const look = looks[looks.length - 1];
      if (!look) return;
      if (place === 'dxfs/dxf/font/b') look.bold = isOn(element.attribute('val') ?? '1');
      const color = colorOf(element, []);
      if (color === undefined) return;
      if (place === 'dxfs/dxf/font/color') look.color = color;
      if (place === 'dxfs/dxf/fill/patternFill/bgColor') look.fill = color;
    },
  });
  return looks;
}

/** The rules of a sheet that colour a cell by the text that it says; the first in the part goes first. */
export async function readTextRules(
  pkg: XlsxPackage,
  sheet: PackageSheet,
  looks: readonly RuleLook[],
): Promise<readonly TextRule[]> {
  const entry = pkg.archive.find(sheet.part);
  if (!entry || entry.size > MOST_BYTES || looks.length === 0) return [];
  const rules: TextRule[] = [];
  let ranges: readonly CellRange[] = [];
  let look: RuleLook | undefined;
  let formula = '';
  readXml(await pkg.readPart(sheet.part), sheet.part, {
    open(element, path) {
      const place = placeOf(path);
      if (place === 'conditionalFormatting')
        ranges = (element.attribute('sqref') ?? '').split(/\s+/).flatMap((one) => parseAddress(one) ?? []);
      if (place === 'conditionalFormatting/cfRule') {
        const isEqual = element.attribute('type') === 'cellIs' && element.attribute('operator') === 'equal';
        look = isEqual ? looks[Number(element.attribute('dxfId') ?? NaN)] : undefined;
        formula = '';
      }
    },
    text(text, path) {
      if (look && placeOf(path) === 'conditionalFormatting/cfRule/formula') formula += text;
    },
    close(path) {
      if (!look || placeOf(path) !== 'conditionalFormatting/cfRule/formula') return;
      const said = /^"((?:[^"]|"")*)"$/.exec(formula)?.[1];
      if (said !== undefined) rules.push({ ranges, text: said.replace(/""/g, '"'), look });
    },
  });
  return rules;
}
