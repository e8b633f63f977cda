import type { Text } from '../../../../src/i18n/text';
import { text, userText } from '../../../../src/reports/layout/columns';
import { defineReport, defineTable, type AnyTable, type Report } from '../../../../src/reports/layout/define-report';
import type { ReportContext } from '../../../../src/reports/layout/report-context';
import type { Secrecy } from '../../../../src/reports/share/secrecy';
import { leftOutOf, shareReport } from '../../../../src/reports/share/share-report';

const CONTEXT = {} as ReportContext;
const words = (en: string): Text => ({ zh: `中${en}`, en });
const column = (header: string, id?: string) => text<unknown>(words(header), () => '', id === undefined ? {} : { id });
const headers = (table: AnyTable): string[] =>
  (typeof table.columns === 'function' ? table.columns(CONTEXT) : table.columns).map(({ header }) => header.en);

/** Its list has a code, a grade for colleagues and a column of hers; its important days are for nobody else. */
const FILES: Report = defineReport<unknown>({
  id: 'clientFiles',
  sheet: words('Files'),
  purpose: words('p'),
  tab: '#000000',
  needs: [],
  orientation: 'portrait',
  rows: () => [],
  columns: [column('Client code', 'code'), column('Client'), column('Credit grade'), userText(words('Notes'), { id: 'notes' })],
  validation: () => undefined,
  banners: () => [{ text: words('watch this'), tone: 'watch' }],
  tables: [
    defineTable<unknown>({ id: 'importantDays', heading: words('Days'), rows: () => [], columns: [column('Day')] }),
    defineTable<unknown>({ id: 'purges', rows: () => [], columns: [column('Purged')] }),
    defineTable<unknown>({ id: 'more', rows: () => [], columns: () => [column('Row in the sheet'), column('Payment'), column('What')] }),
  ],
  moreTables: () => [
    defineTable<unknown>({ id: 'purges', rows: () => [], columns: [column('Purged')] }),
    defineTable<unknown>({ id: 'byRep', rows: () => [], columns: [column('Plan key'), column('What')] }),
  ],
  sources: [],
  settings: [],
}); // prettier-ignore
const shared = (level: Secrecy, hasAliases = false): Report => shareReport(FILES, level, hasAliases);
const tablesOf = (report: Report): unknown => report.tables.map((table) => [table.id, headers(table)]);

describe('a report in a copy', () => {
  it('has the tables and columns up to the level, never those in which she writes', () => {
    expect(tablesOf(shared('open'))).toEqual([
      ['clientFiles', ['Client code', 'Client']],
      ['more', ['What']],
    ]);
    expect(tablesOf(shared('internal'))).toEqual([
      ['clientFiles', ['Client code', 'Client', 'Credit grade']],
      ['more', ['Payment', 'What']],
    ]);
    expect(tablesOf(shared('secret'))).toEqual([
      ['clientFiles', ['Client code', 'Client', 'Credit grade']],
      ['importantDays', ['Day']],
      ['purges', ['Purged']],
      ['more', ['Row in the sheet', 'Payment', 'What']],
    ]);
  });

  it('has no codes beside aliases, in tables that the data decide on neither', () => {
    expect(tablesOf(shared('open', true))).toEqual([
      ['clientFiles', ['Client']],
      ['more', ['What']],
    ]);
    const more = (level: Secrecy, hasAliases: boolean): unknown =>
      shared(level, hasAliases).moreTables!(CONTEXT).map((table) => [table.id, headers(table)]);
    expect(more('open', false)).toEqual([['byRep', ['Plan key', 'What']]]);
    expect(more('open', true)).toEqual([['byRep', ['What']]]);
    expect(more('secret', true)).toEqual([
      ['purges', ['Purged']],
      ['byRep', ['What']],
    ]);
  });

  it('says first that it is for reference, keeps its own banners, and has no rules for typing', () => {
    const { banners, tables } = shared('open');
    expect(banners!(CONTEXT).map(({ text: said }) => said.en)).toEqual([
      'For reference only. Please do not pass on.',
      'watch this',
    ]);
    expect(tables.map((table) => 'validation' in table)).toEqual([false, false]);
    const { banners: _, moreTables: __, ...plain } = FILES;
    const bare = shareReport(plain, 'open', false);
    expect(bare.banners!(CONTEXT)).toHaveLength(1);
    expect('moreTables' in bare).toBe(false);
  });

  it('is told to leave out tables and columns by name, hers apart', () => {
    const left = (level: Secrecy, hasAliases: boolean): string[] =>
      leftOutOf(FILES, level, hasAliases, CONTEXT).map(({ en }) => en);
    expect(left('open', false)).toEqual(['Credit grade', 'Days', 'Files', 'Row in the sheet', 'Payment']);
    expect(left('internal', true)).toEqual(['Client code', 'Days', 'Files', 'Row in the sheet']);
    expect(left('secret', false)).toEqual([]);
    expect(left('secret', true)).toEqual(['Client code']);
  });
});
