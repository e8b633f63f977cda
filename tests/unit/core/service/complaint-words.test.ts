import { tableOf } from '../../../../src/core/model/dataset';
import { missing } from '../../../../src/core/model/outcome';
import { countComplaints, isComplaintOpen } from '../../../../src/core/service/complaint-counts';
import { escalationOf, lackingOf, stepOf } from '../../../../src/core/service/complaint-steps';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';

const asOf = day('2026-06-30');
const tableWith = (row: RowOf<'complaints'>) => tableOf(aDataset().withComplaints([row]).build(), 'complaints');

describe('whether a complaint is open', () => {
  it.each<[string, RowOf<'complaints'>, boolean]>([
    ['closed in the last minute of as-of', { closed: '2026-06-30 23:59' }, false],
    ['closed with the beginning of the next day', { closed: '2026-07-01 00:00' }, true],
    ['the moment goes before the flag', { closed: '2026-06-30', resolved: false, status: '处理中' }, false],
    ['a moment to come goes before the flag', { closed: '2026-07-02', resolved: true }, true],
    ['the flag goes before the word', { resolved: false, status: '已结案' }, true],
    ['the flag says yes', { resolved: true, status: '处理中' }, false],
    ['the word says settled', { status: '已结案' }, false],
    ['the word says not yet', { status: '未解决' }, true],
    ['the word says nothing', { status: '登记' }, true],
    ['nothing says anything', { problem: '破包' }, true],
  ])('%s', (_, row, isOpen) => {
    expect(isComplaintOpen(tableWith(row), 0, asOf)).toBe(isOpen);
  });
});

describe('complaints by client', () => {
  it('are of twelve months up to as-of; open ones of any age', () => {
    const dataset = aDataset()
      .withClients([{ code: 'A' }, { code: 'B' }])
      .withComplaints([
        { client: 'A', received: '2025-06-30 23:59' },
        { client: 'A', received: '2025-07-01 00:00', resolved: true },
        { client: 'A', received: '2026-06-30 23:59' },
        { client: 'A', received: '2026-07-01 00:00' },
        { client: 'B', received: '2025-07-01', resolved: true },
        { client: 'B' },
        { received: '2026-06-01' },
      ])
      .build();
    expect(countComplaints(dataset, 2, asOf)).toEqual({
      known: true,
      value: { ofYear: Int32Array.of(2, 1), open: Int32Array.of(2, 0) },
    });
    // Clients beyond those that are asked for are left alone.
    expect(countComplaints(dataset, 1, asOf)).toMatchObject({ value: { ofYear: Int32Array.of(2) } });
  });

  it('are none where the sheet is empty, and — without one or its columns', () => {
    expect(countComplaints(aDataset().build(), 1, asOf)).toEqual(missing({ reason: 'no-sheet', sheet: 'complaints' }));
    const none = { value: { ofYear: Int32Array.of(0), open: Int32Array.of(0) } };
    expect(countComplaints(aDataset().withComplaints([]).build(), 1, asOf)).toMatchObject(none);
    const bare = aDataset().withComplaints([{ problem: '破包' }]);
    expect(countComplaints(bare.build(), 1, asOf)).toMatchObject(none);
    const undated = aDataset().withComplaints([{ client: 'A' }]);
    expect(countComplaints(undated.build(), 1, asOf)).toMatchObject(none);
    const nobody = aDataset().withComplaints([{ received: '2026-06-01' }]);
    expect(countComplaints(nobody.build(), 1, asOf)).toMatchObject(none);
  });
});

describe('how far a complaint has come', () => {
  it.each<[string, RowOf<'complaints'>, string]>([
    ['nothing', { problem: '破包' }, 'received'],
    ['a reply in the last minute', { firstReply: '2026-06-30 23:59' }, 'replied'],
    ['a reply after as-of', { firstReply: '2026-07-01 00:00' }, 'received'],
    ['sent on', { firstReply: '2026-06-01', sentToDepartment: '2026-06-02' }, 'forwarded'],
    ['sent on after as-of', { firstReply: '2026-06-01', sentToDepartment: '2026-07-01' }, 'replied'],
    ['signed', { sentToDepartment: '2026-06-02', signedByDepartment: '2026-06-03' }, 'signed'],
    ['signed after as-of', { sentToDepartment: '2026-06-02', signedByDepartment: '2026-07-01' }, 'forwarded'],
    ['approved by somebody', { signedByDepartment: '2026-06-03', approver: '张总' }, 'approved'],
    ['approved on as-of', { signedByDepartment: '2026-06-03', approvedDay: '2026-06-30' }, 'approved'],
    ['approved after as-of', { signedByDepartment: '2026-06-03', approvedDay: '2026-07-01' }, 'signed'],
    ['closed', { approver: '张总', closed: '2026-06-10' }, 'closed'],
    ['told on as-of', { closed: '2026-06-10', notifiedDay: '2026-06-30' }, 'notified'],
    ['to be told', { closed: '2026-06-10', notifiedDay: '2026-07-01' }, 'closed'],
    ['told before it is closed', { notifiedDay: '2026-06-20' }, 'notified'],
    ['called back', { closed: '2026-06-10', notifiedDay: '2026-06-20', followUp: '满意' }, 'followedUp'],
    ['a call back before it is closed', { followUp: '满意' }, 'received'],
  ])('%s', (_, row, step) => {
    expect(stepOf(tableWith(row), 0, asOf)).toBe(step);
  });
});

describe('who settles a complaint', () => {
  it.each<[string, RowOf<'complaints'>, string]>([
    ['a minor one', { severity: '轻微', demand: '道歉' }, 'area'],
    ['nothing said', { problem: '破包' }, 'area'],
    ['a serious one', { severity: '严重' }, 'head'],
    ['one that is not serious', { severity: '不严重' }, 'area'],
    ['goods changed', { severity: '轻微', demand: '换货' }, 'head'],
    ['goods taken back', { demand: '退货' }, 'head'],
    ['compensation asked for', { demand: '赔偿' }, 'director'],
    ['compensation decided', { solution: '退款' }, 'director'],
    ['compensation paid', { compensation: 0.01 }, 'director'],
    ['compensation of nothing', { compensation: 0 }, 'area'],
  ])('%s', (_, row, who) => {
    expect(escalationOf(tableWith(row), 0)).toBe(who);
  });
});

describe('what a serious complaint lacks', () => {
  const lacking = (row: RowOf<'complaints'>): readonly string[] => lackingOf(tableWith(row), 0).map(({ zh }) => zh);
  it('is loss, demand, cause and department, each where it is empty', () => {
    expect(lacking({ severity: '严重' })).toEqual(['损失额', '要求', '原因', '责任部门']);
    expect(lacking({ severity: '严重', loss: 0, demand: '道歉', problem: '破包', department: '物流' })).toEqual([]);
    expect(lacking({ severity: '严重', loss: 5, problem: '破包' })).toEqual(['要求', '责任部门']);
    expect(lacking({ severity: '严重', demand: '道歉', department: '物流' })).toEqual(['损失额', '原因']);
  });

  it('is nothing of a minor one', () => {
    expect(lacking({ severity: '轻微' })).toEqual([]);
  });
});
