import { fill } from '../../i18n/text';
import { wordNumber } from '../../i18n/wording';
import { SETTING_IDS, SETTINGS } from '../../core/settings';
import { wordSource } from '../words/source-words';
import { anyValue, label, number, text, type Column } from '../layout/columns';
import { defineReport, defineTable, type ValidationRule } from '../layout/define-report';
import type { ColumnMapLine } from '../layout/report-context';
import { COLUMN_MAP_HEADERS, settingLines, SETTINGS_HEADERS, type SettingLine } from '../standing/settings-lines';
import { FORMAT, PALETTE, TAB } from '../layout/theme';
import { isTableName, TABLE_WORDS } from '../words/domain-words';
import type { Lang } from '../../i18n/lang';
import type { CellStyle } from '../../workbook/style';

const FORMATS: Readonly<Record<SettingLine['format'], string>> = {
  ratio: FORMAT.ratio,
  number: '0.##',
  whole: '0',
  day: FORMAT.day,
  text: FORMAT.text,
};

/** Words begin at the left, so that what is longer than its column shows its beginning. */
const inFormat = ({ format }: SettingLine): CellStyle => ({
  ...(format === 'text' ? { align: 'left', indent: 1 } : { align: 'right' }),
  numberFormat: FORMATS[format],
});

const bound = (
  header: { zh: string; en: string },
  get: (line: SettingLine) => number | undefined,
): Column<SettingLine> =>
  number(
    header,
    (line) => {
      const value = get(line);
      return value === undefined ? { known: false, why: { reason: 'not-entered' } } : value;
    },
    { silent: true, styleOf: inFormat, maxWidth: 10 },
  );

function ruleOf({ min, max, options, format, label: name }: SettingLine, lang: Lang): ValidationRule | undefined {
  if (options) return { kind: 'list', options: options.map((option) => option[lang]) };
  if (min === undefined || max === undefined) return undefined;
  return {
    kind: 'number',
    min,
    max,
    whole: format === 'whole',
    message: `${name[lang]}${lang === 'zh' ? '：' : ': '}${min} – ${max}`,
  };
}

const columnMap = defineTable<ColumnMapLine>({
  id: 'columnMap',
  heading: { zh: '列对应：哪一列读作什么', en: 'Column map: which column was read as what' },
  note: {
    zh: '读错了就在浅黄色的「表头」里改成正确的列名，再刷新。',
    en: 'Where a column was taken for the wrong one, write the right header into the pale yellow cell and refresh.',
  },
  rows: (context) => context.columnMap,
  whenEmpty: { zh: '没有认出数据表。', en: 'No data sheet was recognised.' },
  columns: [
    text(COLUMN_MAP_HEADERS.sheet, ({ sheet }) => sheet),
    text({ zh: '字段', en: 'Field' }, (line) => line.label),
    text(COLUMN_MAP_HEADERS.header, ({ header }) => header, { style: { fill: PALETTE.input, unlocked: true } }),
    text({ zh: '类别', en: 'Kind' }, ({ table }) => (isTableName(table) ? TABLE_WORDS[table] : table), {
      span: 6,
    }),
    text(COLUMN_MAP_HEADERS.field, ({ table, field }) => `${table}.${field}`, { isHidden: true }),
  ],
});

/** Every threshold with its default and bounds, editable in place; the period; and the column map. */
export const settings = defineReport<SettingLine>({
  id: 'settings',
  sheet: { zh: '参数', en: 'Settings' },
  purpose: {
    zh: '期间、截止日、全部阈值和列对应，可直接修改',
    en: 'Period, as-of day, every threshold and the column map, to be edited in place',
  },
  tab: TAB.upkeep,
  needs: [],
  orientation: 'landscape',
  freezeHeader: true,
  message: ({ analysis: { settings: inForce } }) =>
    fill(
      { zh: '{n} 个参数与默认不同，共 {all} 个', en: '{n} of {all} settings differ from their defaults' },
      {
        n: wordNumber(SETTING_IDS.filter((id) => inForce[id] !== SETTINGS[id].default).length),
        all: wordNumber(SETTING_IDS.length),
      },
    ),
  highlights: () => [
    {
      zh: '在浅黄色的「值」里修改，再刷新。改过的参数前面有 ●。超出界限的、彼此矛盾的值不采用，仍按「采用」一栏，并在「数据检查」中说明。出处：手册 = 客户管理手册的规定，建议 = 本程序的建议值。',
      en: 'Change the pale yellow values, then refresh. ● marks what differs from the default. A value out of bounds, or one that contradicts another, is not used: what stands under “In force” stays, and “Data check” says so. Source: Handbook = a rule of the client handbook, Proposed = our own.',
    },
  ],
  rows: settingLines,
  validation: (line, column, { lang }) => (column === SETTINGS_HEADERS.value.en ? ruleOf(line, lang) : undefined),
  columns: [
    text({ zh: '类别', en: 'Family' }, ({ family }) => family, { minWidth: 14 }),
    text(SETTINGS_HEADERS.label, (line) => line.label, { minWidth: 24, maxWidth: 36, style: { wrap: true } }),
    anyValue(SETTINGS_HEADERS.value, (line, context) => line.value(context), {
      minWidth: 20,
      // The longest words that can be chosen, whole: they are hers to change.
      maxWidth: 58,
      style: { fill: PALETTE.input, unlocked: true },
      styleOf: inFormat,
    }),
    label({ zh: '已改', en: 'Changed' }, ({ isChanged }) => (isChanged ? '●' : ''), { minWidth: 6 }),
    anyValue(SETTINGS_HEADERS.default, (line, context) => line.default(context), { maxWidth: 22, styleOf: inFormat }),
    bound({ zh: '最小', en: 'Min' }, ({ min }) => min),
    bound({ zh: '最大', en: 'Max' }, ({ max }) => max),
    text({ zh: '出处', en: 'Source' }, ({ source }) => wordSource(source), { maxWidth: 10 }),
    anyValue(SETTINGS_HEADERS.inForce, (line, context) => line.value(context), {
      maxWidth: 22,
      styleOf: (line) => ({ ...inFormat(line), color: PALETTE.muted }),
    }),
    text(SETTINGS_HEADERS.id, ({ id }) => id, { isHidden: true }),
    text({ zh: '单位或写法', en: 'Unit or form' }, ({ unit }) => unit, { maxWidth: 12 }),
  ],
  tables: [columnMap],
  sources: [],
  settings: [],
});
