import type { Lang } from '../../i18n/lang';
import type { Text } from '../../i18n/text';
import type { SheetKind } from '../../ingest/fields/define-fields';
import { definitionOf, SHEET_DEFINITIONS } from '../../ingest/fields';
import { REPORTS } from '../../reports/index';
import { NO_CONTROL, type JobControl } from '../../workbook/job-control';
import type { WorkbookHost } from '../../workbook/workbook-host';
import { layOutTemplate } from './lay-out-template';

/** A blank input sheet that now stands in the workbook. */
export interface TemplateMade {
  readonly kind: SheetKind;
  readonly sheet: string;
}

/** Behind a kind's name where a report of ours is called so. */
const INPUT: Text = { zh: '录入', en: ' input' };

/** The report sheets that draw on a kind of input sheet: what a template of it would switch on. */
export function reportsFedBy(kind: SheetKind): readonly Text[] {
  const { table } = definitionOf(kind);
  return REPORTS.filter(({ sources }) => sources.includes(table)).map(({ sheet }) => sheet);
}

/**
 * Adds blank input sheets behind all others, in the order of the definitions. They are the person's from then on: without
 * a mark, never written again. A name that is taken, or that a report of ours will want, is given a number or a word.
 *
 * @throws HostError for what the host refuses; then no sheet, or whole ones, have been added.
 */
export async function makeTemplates(
  host: WorkbookHost,
  kinds: readonly SheetKind[],
  lang: Lang,
  control: JobControl = NO_CONTROL,
): Promise<readonly TemplateMade[]> {
  const { sheets, dateBase } = await host.describe(control);
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  const wanted = SHEET_DEFINITIONS.filter(({ kind }) => kinds.includes(kind));
  const named = wanted.map((definition) => {
    const name = freeName(definition.title[lang], lang, taken);
    taken.add(name.toLowerCase());
    return { definition, name };
  });
  const plans = named.map(({ definition, name }) => layOutTemplate(definition, lang, name, dateBase));
  const { sheetNames } = await host.write({ sheets: plans }, control);
  return named.map(({ definition: { kind }, name }, index) => ({
    kind,
    sheet: sheetNames[plans[index]!.id] ?? name,
  }));
}

const OUR_NAMES = new Set(REPORTS.flatMap(({ sheet }) => [sheet.zh.toLowerCase(), sheet.en.toLowerCase()]));

/** @example freeName('Complaints', 'en', new Set()) //=> 'Complaints input', as a report of ours is called Complaints */
function freeName(title: string, lang: Lang, taken: ReadonlySet<string>): string {
  const plain = OUR_NAMES.has(title.toLowerCase()) ? title + INPUT[lang] : title;
  if (!taken.has(plain.toLowerCase())) return plain;
  for (let number = 2; ; number++) {
    const name = `${plain} (${number})`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
