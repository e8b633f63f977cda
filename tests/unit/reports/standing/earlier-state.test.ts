import { readEarlierState } from '../../../../src/reports/standing/earlier-state';
import type { CellValue } from '../../../../src/workbook/cell-value';
import type { ReportSnapshot } from '../../../../src/workbook/workbook-host';

const MAY = '截止日 2026-05-31 · 期间 2025-06-01 至 2026-05-31';
const JUNE = '截止日 2026-06-30 · 期间 2025-07-01 至 2026-06-30';
const may = { asOf: '2026-05-31', from: '2025-06-01', to: '2026-05-31' };
const june = { asOf: '2026-06-30', from: '2025-07-01', to: '2026-06-30' };

const sheets = (all: Readonly<Record<string, CellValue[][]>>): ReadonlyMap<string, ReportSnapshot> =>
  new Map(Object.entries(all).map(([id, cells]) => [id, { id, fingerprint: '', sheetName: id, cells }]));
const tiers = (title = MAY): CellValue[][] => [
  ['客户等级'],
  [title],
  [],
  ['客户编号', '客户名称', '等级', '地区', '业务员'],
  ['C1', '东方', '一级', '华东', '王芳'],
  [null, '无编号', '二级', '—', null],
  ['C3', '西岭', ' 三级 ', '西南', '李强'],
  [null, null, '一级', null, null],
];
const credit = (title = MAY): CellValue[][] => [
  ['信用'],
  [title],
  ['Client code', 'Client', 'Credit grade', 'Limit'],
  ['C1', '东方', 'A', 1234.5],
  ['C3', '西岭', 'B', '未设'],
];
const indicators = (title = MAY): CellValue[][] => [
  ['物流指标'],
  [title],
  ['编号', '本期'],
  ['order.fill', 0.95],
  ['order.late', '—'],
];
const listed = (state: ReturnType<typeof readEarlierState>): unknown =>
  state && Object.fromEntries(Object.entries(state.marks).map(([kind, marks]) => [kind, [...marks]]));

describe('what the workbook said before', () => {
  it('is what its sheets say where they are of another day: by code, else by name', () => {
    const state = readEarlierState(sheets({ clientTiers: tiers(), credit: credit(), indicators: indicators() }), june);
    expect(state).toMatchObject(may);
    expect(listed(state)).toEqual({
      tier: [
        ['C1', '一级'],
        ['无编号', '二级'],
        ['C3', '三级'],
      ],
      region: [
        ['C1', '华东'],
        ['C3', '西南'],
      ],
      rep: [
        ['C1', '王芳'],
        ['C3', '李强'],
      ],
      grade: [
        ['C1', 'A'],
        ['C3', 'B'],
      ],
      limit: [
        ['C1', '1,234.50'],
        ['C3', '未设'],
      ],
    });
    expect([...state!.indicators]).toEqual([['order.fill', 0.95]]);
  });

  it('leaves out sheets of another day than the first that has one', () => {
    const state = readEarlierState(
      sheets({ clientTiers: tiers(), credit: credit(JUNE), indicators: indicators(JUNE) }),
      june,
    );
    expect(Object.keys(listed(state) as object)).toEqual(['tier', 'region', 'rep']);
    expect(state!.indicators.size).toBe(0);
    // A mark whose column is gone was not written.
    const bare = tiers().map((line) => line.filter((_, column) => column !== 2));
    expect(Object.keys(listed(readEarlierState(sheets({ clientTiers: bare }), june)) as object)).toEqual([
      'region',
      'rep',
    ]);
  });

  it('is nothing where no sheet says of when it is', () => {
    expect(readEarlierState(sheets({}), june)).toBeUndefined();
    expect(readEarlierState(sheets({ clientTiers: tiers('截止日 2026-05-31') }), june)).toBeUndefined();
    expect(readEarlierState(sheets({ clientTiers: tiers('截止日 2026-05-31 · 2025-06-01') }), june)).toBeUndefined();
    // On one of the four lines of the title, not below.
    const below = [[], [], [], ...tiers().slice(0, 2), ...tiers().slice(2)];
    expect(readEarlierState(sheets({ clientTiers: below }), june)).toBeUndefined();
    expect(readEarlierState(sheets({ clientTiers: [[], [], ...tiers()] }), june)).toMatchObject(may);
    expect(readEarlierState(sheets({ clientTiers: tiers().slice(1) }), june)).toMatchObject(may);
    expect(readEarlierState(sheets({ indicators: indicators() }), june)).toBeUndefined();
  });

  it('is of another period as well, on the same day', () => {
    for (const other of [{ asOf: '2026-05-30' }, { from: '2025-01-01' }, { to: '2026-04-30' }])
      expect(readEarlierState(sheets({ clientTiers: tiers() }), { ...may, ...other })).toMatchObject(may);
  });

  const changes = (line = '对比：截止日 2026-04-30 · 2025-05-01 至 2026-04-30'): CellValue[][] => [
    ['本期变动'],
    [MAY],
    [line],
    ['客户编号', '客户名称', '变动项', '上次', '本次'],
    ['C1', '东方', '等级', '二级', '一级'],
    ['C3', '西岭', 'Sales rep', '—', '李强'],
    ['C9', '走了的', '等级', '一级', null],
    ['C9', '走了的', '别的', '甲', '乙'],
    [],
    ['编号', '上次'],
    ['order.fill', 0.9],
    ['order.new', '—'],
  ];

  it('on the same day again is what 本期变动 compares with', () => {
    const state = readEarlierState(sheets({ clientTiers: tiers(), changes: changes(), indicators: indicators() }), may);
    expect(state).toMatchObject({ asOf: '2026-04-30', from: '2025-05-01', to: '2026-04-30' });
    expect(listed(state)).toMatchObject({
      tier: [
        ['C1', '二级'],
        ['无编号', '二级'],
        ['C3', '三级'],
        ['C9', '一级'],
      ],
      rep: [['C1', '王芳']],
    });
    expect([...state!.indicators]).toEqual([['order.fill', 0.9]]);
    expect(Object.keys(listed(state) as object)).toEqual(['tier', 'region', 'rep']);
    const english = changes('Compared with: as of 2026-04-30 · 2025-05-01 to 2026-04-30');
    expect(readEarlierState(sheets({ clientTiers: tiers(), changes: english }), may)?.asOf).toBe('2026-04-30');
  });

  it('on the same day again is nothing where 本期变动 is not there or compares with nothing', () => {
    expect(readEarlierState(sheets({ clientTiers: tiers() }), may)).toBeUndefined();
    expect(readEarlierState(sheets({ clientTiers: tiers(), changes: changes('没有上次') }), may)).toBeUndefined();
    const grade = readEarlierState(
      sheets({
        clientTiers: tiers(),
        changes: changes().map((line) => line.map((cell) => (cell === 'Sales rep' ? '信用等级' : cell))),
      }),
      may,
    );
    // A kind that no sheet has comes from the changes alone.
    expect((listed(grade) as { grade: unknown }).grade).toEqual([]);
  });
});
