import type { Lang } from '../../i18n/lang';
import type { Text } from '../../i18n/text';
import type { SheetKind } from '../../ingest/fields/define-fields';
import { definitionOf, SHEET_DEFINITIONS } from '../../ingest/fields';
import { REPORTS } from '../../reports/index';
import { NO_CONTROL, type JobControl } from '../../workbook/job-control';
import type { SheetPlan } from '../../workbook/plan';
import type { WorkbookHost } from '../../workbook/workbook-host';
import { FORMS } from './forms';
import { layOutForm } from './forms/lay-out-form';
import { layOutTemplate } from './lay-out-template';

/** A blank sheet that can be had: of a kind of input sheet, or a form to print and fill. */
export type TemplateId = SheetKind | `form:${string}`;

/** A blank sheet that now stands in the workbook. */
export interface TemplateMade {
  readonly template: TemplateId;
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
 * Adds blank input sheets and forms behind all others, in the order of the definitions. They are the person's from then on:
 * without a mark, never written again. A name that is taken, or that a report of ours will want, is given a number or a word.
 *
 * @throws HostError for what the host refuses; then no sheet, or whole ones, have been added.
 */
export async function makeTemplates(
  host: WorkbookHost,
  templates: readonly TemplateId[],
  lang: Lang,
  control: JobControl = NO_CONTROL,
): Promise<readonly TemplateMade[]> {
  const { sheets, dateBase } = await host.describe(control);
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  const nameFor = (title: Text): string => {
    const name = freeName(title[lang], lang, taken);
    taken.add(name.toLowerCase());
    return name;
  };
  const wanted: readonly { readonly template: TemplateId; readonly plan: SheetPlan }[] = [
    ...SHEET_DEFINITIONS.filter(({ kind }) => templates.includes(kind)).map((definition) => ({
      template: definition.kind,
      plan: layOutTemplate(definition, lang, nameFor(definition.title), dateBase),
    })),
    ...FORMS.filter(({ id }) => templates.includes(`form:${id}`)).map((form) => ({
      template: `form:${form.id}` as const,
      plan: layOutForm(form, lang, nameFor(form.title)),
    })),
  ];
  const { sheetNames } = await host.write({ sheets: wanted.map(({ plan }) => plan) }, control);
  return wanted.map(({ template, plan }) => ({ template, sheet: sheetNames[plan.id] ?? plan.name }));
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
