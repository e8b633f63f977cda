import { dayOf } from '../../core/model/day';
import type { Lang } from '../../i18n/lang';
import { fill, joinTexts, type Text } from '../../i18n/text';
import type { FieldDefinition, SheetDefinition } from '../../ingest/fields/define-fields';
import { fingerprintOf } from '../../reports/layout/fingerprint';
import { linesIn, textWidth } from '../../reports/layout/text-width';
import { CELL, headerStyle, PALETTE, STYLE, TAB } from '../../reports/layout/theme';
import type { CellRange } from '../../workbook/address';
import type { PlanValue, SheetPlan, ValidationPlan } from '../../workbook/plan';
import { serialOfDay, type DateBase } from '../../workbook/serial-day';
import type { CellStyle } from '../../workbook/style';

/** Rows that are formatted for typing; below them she formats as she likes. */
const TYPING_ROWS = 300;
/** @example wordTitle({ zh: '指标录入', en: 'Operating figures' }).zh //=> '指标录入表' */
const wordTitle = (title: Text): Text =>
  title.zh.endsWith('录入') ? { zh: `${title.zh}表`, en: fill(TITLE, { title }).en } : fill(TITLE, { title });

const TITLE_ROW = 0;
const HINT_ROW = 1;
const EXAMPLE_ROW = 2;
/** Row 3 stays empty: a header is read together with a filled row above it. */
const HEADER_ROW = 4;
const FIRST_ROW = 5;
const DEFAULT_WIDTH = 12;
/** Characters that a landscape A4 page carries at a readable size. */
const PAGE_WIDTH = 150;
/** What a rule of Excel can list, separators counted. */
const LONGEST_LIST = 255;
const YES_NO: readonly Text[] = [
  { zh: '是', en: 'Yes' },
  { zh: '否', en: 'No' },
];
/** Figures in these are names, not numbers: 001 stays 001. */
const NUMBER_AS_NAME = /(Code|No|phone|mobile|fax|postcode|taxNumber|registrationNumber|bankAccount)$/i;
const DAY = 'yyyy-mm-dd';
const MOMENT = 'yyyy-mm-dd hh:mm';

const TITLE: Text = { zh: '{title}录入表', en: '{title}: input sheet' };
const HINT: Text = {
  zh: '从第 {row} 行起填写，一行一条。必填（深色表头）：{needs}；其余可空。灰色是示例，在表头之上，不参与计算。',
  en: 'Type from row {row} on, one entry a row. Needed (dark headers): {needs}; the rest may stay empty. The grey line is an example: it stands above the headers and is never counted.',
};
const PAGE: Text = { zh: '第 {page} 页，共 {pages} 页', en: 'Page {page} of {pages}' };
const DAY_MESSAGE: Text = { zh: '请填日期，如 2026-01-05。', en: 'A day, such as 2026-01-05.' };

/**
 * A blank input sheet, made from the definition that recognises it: headers, drop-downs, formats, widths, and one grey
 * example ABOVE the headers. Nothing above headers is read as data, so that the example can never enter a figure, also
 * where she forgets about it or types over it.
 *
 * The sheet is the person's: it gets no mark.
 */
export function layOutTemplate(definition: SheetDefinition, lang: Lang, name: string, dateBase: DateBase): SheetPlan {
  const { fields, kind, title } = definition;
  const widths = fields.map((field) => widthOf(field, lang));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const needed = new Set(definition.needs.flatMap(({ anyOf }) => anyOf.flat()));
  const styles = fields.map(styleOf);
  const headers = fields.map(({ label }) => label[lang]);
  const hint = fill(HINT, {
    row: FIRST_ROW + 1,
    needs: joinTexts(
      definition.needs.map(({ label }) => label),
      { zh: '、', en: ', ' },
    ),
  })[lang];
  const plan: Omit<SheetPlan, 'fingerprint'> = {
    id: `template_${kind}`,
    owner: 'person',
    name,
    tabColor: TAB.upkeep,
    columnWidths: widths,
    rowHeights: [
      { row: TITLE_ROW, points: 28 },
      { row: HINT_ROW, points: 18 },
      { row: EXAMPLE_ROW, points: 18 },
      { row: EXAMPLE_ROW + 1, points: 6 },
      { row: HEADER_ROW, points: Math.max(...headers.map((header, at) => linesIn(header, widths[at]! - 1))) * 15 + 8 },
    ],
    blocks: [
      { row: TITLE_ROW, column: 0, values: [[wordTitle(title)[lang]]], styles: [STYLE.title] },
      { row: HINT_ROW, column: 0, values: [[hint]], styles: [STYLE.subtitle] },
      {
        row: EXAMPLE_ROW,
        column: 0,
        values: [fields.map((field) => exampleOf(field, lang, dateBase))],
        styles: styles.map((style) => ({ ...style, color: '#8A94A0', italic: true, fill: PALETTE.surface })),
      },
      {
        row: HEADER_ROW,
        column: 0,
        values: [headers],
        styles: fields.map(({ path }, at) => ({
          ...headerStyle(styles[at]!, false),
          ...(needed.has(path) && { fill: PALETTE.accent, color: PALETTE.white }),
        })),
      },
      {
        row: FIRST_ROW,
        column: 0,
        values: Array.from({ length: TYPING_ROWS }, () => fields.map(() => null)),
        styles,
      },
    ],
    merges: [],
    tables: [],
    conditionalFormats: [],
    validations: fields.flatMap((field, column) => {
      const rule = ruleOf(field, lang, { row: FIRST_ROW, column, rows: TYPING_ROWS, columns: 1 });
      return rule ? [rule] : [];
    }),
    links: [],
    charts: [],
    freeze: { rows: FIRST_ROW, columns: 0 },
    showGridlines: true,
    print: {
      orientation: 'landscape',
      pagesWide: Math.max(1, Math.ceil(total / PAGE_WIDTH)),
      repeatRows: { from: HEADER_ROW, to: HEADER_ROW },
      header: title[lang],
      footer: '',
      pageNumber: PAGE[lang],
    },
  };
  return { ...plan, fingerprint: fingerprintOf(plan) };
}

function widthOf({ label, template, parser }: FieldDefinition, lang: Lang): number {
  const least = parser === 'moment' ? 17 : parser === 'day' ? 12 : 0;
  const longestWord = Math.max(...label[lang].split(/[\s/]/).map(textWidth));
  return Math.max(template.width ?? DEFAULT_WIDTH, least, Math.min(longestWord, DEFAULT_WIDTH) + 3);
}

function styleOf({ path, parser, template }: FieldDefinition): CellStyle {
  switch (parser) {
    case 'day':
    case 'month':
      return { ...CELL.day, numberFormat: template.numberFormat ?? DAY };
    case 'moment':
      return { ...CELL.day, numberFormat: template.numberFormat ?? MOMENT };
    case 'number':
    case 'share':
    case 'discount': {
      const { numberFormat: _ours, ...style } = CELL.number;
      return template.numberFormat === undefined ? style : { ...style, numberFormat: template.numberFormat };
    }
    case 'flag':
      return CELL.label;
    case 'text':
    case 'words':
      return NUMBER_AS_NAME.test(path) ? { ...CELL.text, numberFormat: '@' } : CELL.text;
  }
}

/** Days of the definitions are ISO strings; in the sheet they are days. */
function exampleOf({ parser, template }: FieldDefinition, lang: Lang, dateBase: DateBase): PlanValue {
  const { example } = template;
  if (example === undefined) return null;
  const value = typeof example === 'object' ? example[lang] : example;
  const isDay = parser === 'day' || parser === 'month' || parser === 'moment';
  const match = isDay ? /^(\d{4})-(\d{2})-(\d{2})(?: (\d{2}):(\d{2}))?$/.exec(String(value)) : null;
  if (!match) return value;
  const [year, month, day, hour, minute] = match.slice(1).map((part) => Number(part ?? 0));
  const serial = serialOfDay(dayOf(year!, month!, day!), dateBase);
  return serial + (hour! * 60 + minute!) / (24 * 60);
}

/** Flags are one of two words; other lists are offers, since every firm has words of its own. */
function ruleOf({ parser, template }: FieldDefinition, lang: Lang, range: CellRange): ValidationPlan | undefined {
  if (parser === 'day') return { kind: 'day', range, message: DAY_MESSAGE[lang] };
  const options = (template.options ?? (parser === 'flag' ? YES_NO : [])).map((option) => option[lang]);
  const isWritable = options.join(',').length <= LONGEST_LIST && options.every((option) => !option.includes(','));
  if (options.length === 0 || !isWritable) return undefined;
  return { kind: 'list', range, options, ...(parser !== 'flag' && { allowsOther: true }) };
}
