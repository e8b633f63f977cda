import { SETTINGS } from '../../../src/core/settings';
import { TABLES } from '../../../src/core/model/tables';
import { LANGS } from '../../../src/i18n/lang';
import { REPORTS } from '../../../src/reports/index';
import { freeSheetName } from '../../../src/reports/layout/sheet-names';
import { TAB } from '../../../src/reports/layout/theme';
import { FIELD_WORDS } from '../../../src/reports/words/field-words';
import { isLegalSheetName } from '../../../src/workbook/address';

describe('the reports', () => {
  it('have ids of their own, fit to be names in a workbook', () => {
    const ids = REPORTS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][A-Za-z]*$/);
  });

  it.each(LANGS)('have legal sheet names that differ (%s)', (lang) => {
    const names = REPORTS.map(({ sheet }) => sheet[lang]);
    expect(names.filter((name) => !isLegalSheetName(name))).toEqual([]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });

  it('need columns that exist and name settings that exist', () => {
    for (const { needs, settings, sources } of REPORTS) {
      for (const path of needs) {
        const [table = '', column = ''] = path.split('.');
        expect(Object.keys(TABLES[table as keyof typeof TABLES] ?? {})).toContain(column);
      }
      for (const id of settings) expect(Object.keys(SETTINGS)).toContain(id);
      for (const table of sources) expect(Object.keys(TABLES)).toContain(table);
    }
  });

  it('carry both texts, and charts that point at tables of their sheet', () => {
    for (const { id, sheet, purpose, tables, charts } of REPORTS) {
      for (const text of [sheet, purpose]) for (const lang of LANGS) expect(text[lang]).not.toBe('');
      const tableIds = tables.map((table) => table.id);
      expect(new Set(tableIds).size).toBe(tableIds.length);
      for (const chart of charts ?? [])
        expect({ id, tables: tableIds }).toEqual({ id, tables: expect.arrayContaining([chart.table]) });
    }
  });
});

describe('words for columns', () => {
  it('are there for every column that may be missing', () => {
    const fields = new Set(Object.values(TABLES).flatMap((columns) => Object.keys(columns)));
    expect([...fields].filter((field) => !FIELD_WORDS[field])).toEqual([]);
    // A name of the code never stands in a sentence.
    for (const [field, { zh }] of Object.entries(FIELD_WORDS)) expect({ field, zh }).not.toEqual({ field, zh: field });
  });
});

describe('tabs', () => {
  it('have one colour a group', () => {
    const groupOf = new Map(REPORTS.map(({ id, tab }) => [id, tab]));
    for (const { tab } of REPORTS) expect(Object.values(TAB)).toContain(tab);
    expect(new Set(['credit', 'receivables', 'pipeline'].map((id) => groupOf.get(id)))).toEqual(new Set([TAB.money]));
    expect(groupOf.get('clientFiles')).toBe(TAB.clients);
    expect(groupOf.get('complaints')).toBe(TAB.service);
  });
});

describe('freeSheetName', () => {
  it('keeps a name that nobody has', () => {
    expect(freeSheetName('概览', ['客户', '交易'], 'zh')).toBe('概览');
  });

  it('adds a suffix to a taken name, whatever its case, within 31 characters', () => {
    expect(freeSheetName('概览', ['概览'], 'zh')).toBe('概览 (客览)');
    expect(freeSheetName('Overview', ['OVERVIEW'], 'en')).toBe('Overview (Kelan)');
    expect(freeSheetName('概览', ['概览', '概览 (客览)'], 'zh')).toBe('概览 (客览) 2');
    const long = 'A sheet name of thirty-one chars';
    expect(freeSheetName(long.slice(0, 31), [long.slice(0, 31)], 'en')).toHaveLength(31);
  });
});
