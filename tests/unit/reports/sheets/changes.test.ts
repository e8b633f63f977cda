import fc from 'fast-check';
import type { Dataset } from '../../../../src/core/model/dataset';
import type { Settings } from '../../../../src/core/settings';
import type { Lang } from '../../../../src/i18n/lang';
import { layOutReports, type LaidOutReports } from '../../../../src/reports/layout/lay-out-reports';
import type { SheetPlan } from '../../../../src/workbook/plan';
import type { ReportSnapshot } from '../../../../src/workbook/workbook-host';
import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';
import { cellsOf, findCell, snapshotOf } from '../../../support/plan-cells';
import { seededRandom } from '../../../support/seeded-random';

type Snapshots = ReadonlyMap<string, ReportSnapshot>;

interface Run {
  readonly asOf: string;
  readonly lang?: Lang;
  readonly settings?: Partial<Settings>;
  readonly chosen?: readonly string[];
}

const WANTED = ['clientTiers', 'clientClasses', 'credit', 'indicators', 'changes', 'refreshLog'];

function refresh(
  dataset: Dataset,
  before: Snapshots,
  { asOf, lang = 'zh', settings = {}, chosen = WANTED }: Run,
): LaidOutReports {
  const { analysis } = anAnalysis(dataset, { asOf, settings });
  return layOutReports({
    analysis,
    dataset,
    lang,
    chosen,
    snapshots: before,
    columnMap: [],
    run: { time: '2026-01-01 09:00', version: '1' },
    sheetNames: [],
    dateBase: 1900,
  });
}

/** The workbook as it stands after a refresh. */
function after(before: Snapshots, { sheets }: LaidOutReports): Snapshots {
  return new Map([...before, ...sheets.map((plan): [string, ReportSnapshot] => [plan.id, snapshotOf(plan)])]);
}

const changesOf = ({ sheets }: LaidOutReports): SheetPlan | undefined => sheets.find(({ id }) => id === 'changes');

/** Code, what changed, before, now: the rows of the sheet. */
function movesOf(laidOut: LaidOutReports, lang: Lang = 'zh'): string[][] {
  const plan = changesOf(laidOut);
  if (!plan) throw new Error('there is no sheet of changes');
  const cells = cellsOf(plan);
  const words = { zh: ['客户编号', '变动项', '上次', '本次'], en: ['Client code', 'What changed', 'Before', 'Now'] }[
    lang
  ];
  const head = findCell(cells, words[1]!);
  const at = words.map((word) => cells[head.row]!.indexOf(word));
  const rows: string[][] = [];
  for (let row = head.row + 1; cells[row]?.[at[1]!]; row++) rows.push(at.map((column) => String(cells[row]![column])));
  return rows;
}

const sale = (client: string, iso: string, amount: number): RowOf<'transactions'> => ({ client, day: iso, amount });

/** 70 / 20 / 10 in the year to June; then C3 buys 500 in July, and moves to the East. */
const first = aDataset()
  .withClients([
    { code: 'C1', name: '东方饲料', region: '华东' },
    { code: 'C2', name: '南海贸易', region: '华南' },
    { code: 'C3', name: '西岭牧业', region: '华西' },
  ])
  .withTransactions([sale('C1', '2025-03-01', 70), sale('C2', '2025-05-01', 20), sale('C3', '2025-06-01', 10)])
  .build();
const second = aDataset()
  .withClients([
    { code: 'C1', name: '东方饲料', region: '华东' },
    { code: 'C2', name: '南海贸易', region: '华南' },
    { code: 'C3', name: '西岭牧业', region: '华东' },
  ])
  .withTransactions([
    sale('C1', '2025-03-01', 70),
    sale('C2', '2025-05-01', 20),
    sale('C3', '2025-06-01', 10),
    sale('C3', '2025-07-01', 500),
  ])
  .build();

const JUNE = { asOf: '2025-06-30' };
const JULY = { asOf: '2025-07-31' };
const NOTHING: Snapshots = new Map();

describe('changes since the last refresh', () => {
  const book = after(NOTHING, refresh(first, NOTHING, JUNE));

  it('is not written where nothing earlier is there, and says why', () => {
    const laidOut = refresh(first, NOTHING, JUNE);
    expect(changesOf(laidOut)).toBeUndefined();
    expect(laidOut.notWritten.find(({ report }) => report === 'changes')!.why.zh).toContain('没有更早的结果');
    // The same day again: still nothing to compare with.
    expect(changesOf(refresh(first, book, JUNE))).toBeUndefined();
  });

  it('tells who moved tier, and whose data changed', () => {
    // C3: 510 of 600, midpoint 42.5 %: Ⅰ. C1: (510 + 580) / 2 = 90.8 %: Ⅲ. C2: Ⅲ. Before: Ⅰ, Ⅱ, Ⅲ.
    const moves = movesOf(refresh(second, book, JULY));
    expect(moves.filter(([, kind]) => kind === '等级')).toEqual([
      ['C3', '等级', 'Ⅲ类', 'Ⅰ类'],
      ['C1', '等级', 'Ⅰ类', 'Ⅲ类'],
      ['C2', '等级', 'Ⅱ类', 'Ⅲ类'],
    ]);
    expect(moves.filter(([, kind]) => kind === '地区')).toEqual([['C3', '地区', '华西', '华东']]);
  });

  it('shows where the tiers went', () => {
    const cells = cellsOf(changesOf(refresh(second, book, JULY))!);
    const head = findCell(cells, '上次＼本次');
    const rows = [1, 2, 3, 4].map((down) => cells[head.row + down]!.slice(head.column, head.column + 5));
    expect(rows).toEqual([
      ['Ⅰ类', 0, 0, 1, 0],
      ['Ⅱ类', 0, 0, 1, 0],
      ['Ⅲ类', 1, 0, 0, 0],
      ['未分级', 0, 0, 0, 0],
    ]);
  });

  it('changes nothing when refreshed again, in either language', () => {
    const once = refresh(second, book, JULY);
    const twice = refresh(second, after(book, once), JULY);
    expect(changesOf(twice)).toEqual(changesOf(once));
    const english = refresh(second, after(book, once), { ...JULY, lang: 'en' });
    expect(movesOf(english, 'en').slice(0, 1)).toEqual([['C3', 'Tier', 'Tier Ⅲ', 'Tier Ⅰ']]);
    const back = refresh(second, after(after(book, once), english), JULY);
    expect(cellsOf(changesOf(back)!)).toEqual(cellsOf(changesOf(once)!));
  });

  it('compares a correction of the same day with the refresh before it, not with itself', () => {
    const july = after(book, refresh(second, book, JULY));
    // 500 was a slip of the pen: the tiers are those of June again.
    expect(findCell(cellsOf(changesOf(refresh(first, july, JULY))!), '没有客户变动。')).toBeDefined();
  });

  it('keeps quiet about what the refresh before did not write', () => {
    const tiersOnly = refresh(first, NOTHING, { ...JUNE, chosen: ['clientTiers'] });
    const kinds = movesOf(refresh(second, after(NOTHING, tiersOnly), JULY)).map(([, kind]) => kind);
    expect(new Set(kinds)).toEqual(new Set(['等级', '地区']));
  });

  it('is the same after two refreshes as after one, whatever the book', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom<Lang>('zh', 'en'), (seed, lang) => {
        const random = seededRandom(seed);
        const rows = Array.from({ length: 60 }, () =>
          sale(`C${random.whole(0, 7)}`, '2025-01-01', random.whole(1, 9999) / 100),
        ).map((row) => ({ ...row, day: (day('2025-12-31') - random.whole(0, 700)) as never }));
        const invoices = rows.map((row, i) => ({
          ...row,
          invoiceNo: `I${i}`,
          dueDay: row.day,
          ...(i % 3 > 0 && { paidDay: row.day }),
        }));
        const dataset = aDataset().withTransactions(rows).withInvoices(invoices).build();
        const base = after(NOTHING, refresh(dataset, NOTHING, { asOf: '2025-09-30' }));
        const once = refresh(dataset, base, { asOf: '2025-12-31', lang });
        const twice = refresh(dataset, after(base, once), { asOf: '2025-12-31', lang });
        expect(changesOf(once)).toBeDefined();
        expect(changesOf(twice)).toEqual(changesOf(once));
        const thrice = refresh(dataset, after(after(base, once), twice), { asOf: '2025-12-31', lang });
        expect(changesOf(thrice)).toEqual(changesOf(once));
      }),
      { numRuns: 15 },
    );
  });
});
