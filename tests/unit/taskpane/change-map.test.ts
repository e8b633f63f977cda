import type { SheetView } from '../../../src/app/desk/desk';
import type { MappedColumn, Question } from '../../../src/ingest/recognise/inspection';
import { answerQuestion, changeColumn, changeKind, columnKey } from '../../../src/taskpane/change-map';

const column = (letter: string, header: string, field?: MappedColumn['field']): MappedColumn => ({
  column: letter.charCodeAt(0) - 65,
  letter,
  header,
  ...(field && { field }),
  also: [],
  confidence: 1,
  samples: [],
  alternatives: [],
});

const sheet: SheetView = {
  name: '销售明细',
  kind: 'transactions',
  confidence: 0.9,
  rows: 10,
  firstDataRow: 2,
  columns: [
    column('A', '客户', 'transactions.clientName'),
    column('B', '日期', 'transactions.day'),
    column('C', '金额', 'transactions.amount'),
    column('D', '备注'),
    column('E', '备注'),
  ],
  missing: [],
  unmapped: [],
  absent: [],
};

const question = (about: Question['about'], subject: string, options: readonly string[]): Question => ({
  sheet: sheet.name,
  about,
  subject,
  text: { zh: '?', en: '?' },
  options: options.map((value) => ({ value, label: { zh: value, en: value } })),
  chosen: options[0]!,
});

describe('the map that a person changes', () => {
  it('names a column by its header, by its letter where the header stands twice', () => {
    expect(sheet.columns.map((one) => columnKey(sheet, one))).toEqual(['客户', '日期', '金额', 'D', 'E']);
  });

  it('keeps the other columns when one is changed, and takes the old meaning away', () => {
    const map = changeColumn(undefined, sheet, sheet.columns[2]!, 'transactions.cost');
    expect(map.sheets).toEqual([
      {
        sheet: '销售明细',
        kind: 'transactions',
        columns: {
          'transactions.clientName': '客户',
          'transactions.day': '日期',
          'transactions.amount': '',
          'transactions.cost': '金额',
        },
      },
    ]);
  });

  it('puts a column out of use', () => {
    const map = changeColumn(undefined, sheet, sheet.columns[2]!, undefined);
    expect(map.sheets[0]!.columns['transactions.amount']).toBe('');
  });

  it('forgets the columns of a sheet that becomes another kind, and leaves other sheets alone', () => {
    const first = changeKind(undefined, sheet, 'ignore');
    const second = changeKind(first, { ...sheet, name: '客户' }, 'clients');
    expect(second.sheets).toEqual([
      { sheet: '销售明细', kind: 'ignore', columns: {} },
      { sheet: '客户', kind: 'clients', columns: {} },
    ]);
  });

  it('keeps one answer a question', () => {
    const days = answerQuestion(undefined, [sheet], question('dayOrder', 'transactions.day', ['mdy', 'dmy']), 'dmy');
    expect(days.sheets[0]).toMatchObject({ dayOrder: 'dmy' });
    const words = answerQuestion(days, [sheet], question('word', '拒收', ['none', 'returned']), 'returned');
    expect(words.sheets).toHaveLength(1);
    expect(words.sheets[0]).toMatchObject({ dayOrder: 'dmy', words: { 拒收: 'returned' } });
    const filled = answerQuestion(words, [sheet], question('fillDown', 'fillDown', ['true', 'false']), 'false');
    expect(filled.sheets[0]).toMatchObject({ fillDown: false, words: { 拒收: 'returned' } });
    const asked = question('column', 'transactions.amount', ['金额', '含税金额']);
    expect(answerQuestion(filled, [sheet], asked, '含税金额').sheets[0]!.columns['transactions.amount']).toBe(
      '含税金额',
    );
  });

  it('leaves out the sheets that were not chosen among copies', () => {
    const map = answerQuestion(undefined, [sheet], question('detail', 'detail', ['销售明细', '销售汇总']), '销售明细');
    expect(map.sheets).toEqual([{ sheet: '销售汇总', kind: 'ignore', columns: {} }]);
  });
});
