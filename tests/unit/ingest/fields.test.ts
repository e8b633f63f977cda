import { TABLES } from '../../../src/core/model/tables';
import type { SheetDefinition } from '../../../src/ingest/fields/define-fields';
import { SHEET_DEFINITIONS } from '../../../src/ingest/fields';
import { parseDay } from '../../../src/ingest/parse/day';
import { parseFlag } from '../../../src/ingest/parse/flag';
import { parseNumber } from '../../../src/ingest/parse/number';
import type { CellValue } from '../../../src/workbook/cell-value';
import { isLegalSheetName } from '../../../src/workbook/address';
import type { Lang } from '../../../src/i18n/lang';
import { ingest, mapped } from './ingest-rows';

const HELPERS = [
  'clientCode', 'clientName', 'discount', 'type', 'status', 'deliveryStatus', 'qualityStatus', 'rate', 'openAmount',
]; // prettier-ignore
const definitions = SHEET_DEFINITIONS.map((one): [string, SheetDefinition] => [one.kind, one]);

function exampleOf(definition: SheetDefinition, lang: Lang): readonly CellValue[] {
  return definition.fields.map(({ template: { example } }): CellValue =>
    example === undefined ? null : typeof example === 'object' ? example[lang] : example,
  );
}

describe('the definitions of input sheets', () => {
  it('cover every table', () => {
    const tables = new Set(SHEET_DEFINITIONS.flatMap((one) => one.fields.map((field) => field.path.split('.')[0])));
    expect([...tables].sort()).toEqual(Object.keys(TABLES).sort());
  });

  it.each(definitions)('%s: paths are real columns, each once', (_, definition) => {
    const paths = definition.fields.map((one) => one.path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths) {
      const [table, column] = path.split('.') as [keyof typeof TABLES, string];
      expect(Object.keys(TABLES[table]).concat(HELPERS)).toContain(column);
    }
    for (const need of definition.needs)
      for (const all of need.anyOf) for (const path of all) expect(paths).toContain(path);
    for (const field of definition.fields) for (const path of field.orElse) expect(paths).toContain(path);
  });

  it.each(definitions)('%s: the parser fits the column', (_, definition) => {
    for (const { path, parser } of definition.fields) {
      const [table, column] = path.split('.') as [keyof typeof TABLES, string];
      const type = (TABLES[table] as Record<string, string>)[column];
      if (type === undefined) continue;
      const fits: Record<string, readonly string[]> = {
        text: ['text'],
        number: ['number', 'share', 'discount'],
        day: ['day', 'month'],
        moment: ['moment'],
        flag: ['flag'],
      };
      expect([path, fits[type]]).toEqual([path, expect.arrayContaining([parser])]);
    }
  });

  it.each(definitions)(
    '%s: texts are there in both languages, names legal, synonyms not listed twice',
    (_, definition) => {
      expect(isLegalSheetName(definition.title.zh) && isLegalSheetName(definition.title.en)).toBe(true);
      for (const { label, zh, en } of definition.fields) {
        expect(label.zh !== '' && label.en !== '').toBe(true);
        expect(new Set(zh).size).toBe(zh.length);
        expect(new Set(en).size).toBe(en.length);
      }
    },
  );

  it.each(definitions)('%s: examples parse as their column', (_, definition) => {
    for (const { parser, template } of definition.fields) {
      const { example, options } = template;
      const cells = [example, ...(options ?? [])].filter((one) => one !== undefined);
      for (const cell of cells) {
        for (const value of typeof cell === 'object' ? [cell.zh, cell.en] : [cell]) {
          if (['day', 'month', 'moment'].includes(parser))
            expect(
              parseDay(value, { base: 1900, order: undefined, shortYears: false, months: true }),
            ).not.toBeUndefined();
          if (['number', 'share'].includes(parser)) expect(parseNumber(value)).not.toBeUndefined();
          if (parser === 'flag') expect(parseFlag(value)).not.toBeUndefined();
        }
      }
    }
  });

  it.each(definitions.flatMap(([kind, one]) => (['zh', 'en'] as const).map((lang) => [kind, lang, one] as const)))(
    '%s: the blank template in %s is recognised as itself, column by column',
    async (kind, lang, definition) => {
      const headers = definition.fields.map((one) => one.label[lang]);
      const companion =
        kind === 'orderLines'
          ? [
              {
                name: '订单',
                rows: [
                  ['订单号', '客户名称', '订货日期', '承诺交期'],
                  ['DD-260105-01', '甲', '2026/1/5', '2026/1/8'],
                ],
              },
            ]
          : [];
      const { inspection } = await ingest([
        { name: definition.title[lang], rows: [headers, exampleOf(definition, lang)] },
        ...companion,
      ]);
      expect(inspection.sheets[0]!.kind).toBe(kind);
      expect(mapped(inspection, definition.title[lang])).toEqual(
        Object.fromEntries(definition.fields.map((one) => [one.label[lang], one.path])),
      );
    },
  );
});
