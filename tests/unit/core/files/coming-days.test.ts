import { findImportantDays, type ImportantDays } from '../../../../src/core/files/important-days';
import { secondLevelClients } from '../../../../src/core/files/second-level';
import { known, missing } from '../../../../src/core/model/outcome';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder } from '../../../support/dataset-builder';

const asOf = day('2026-06-10');

function daysOf(builder: DatasetBuilder): ImportantDays {
  const found = findImportantDays(builder.build(), asOf, settingsWith({}));
  if (!found.known) throw new Error(JSON.stringify(found.why));
  return found.value;
}

describe('coming days', () => {
  it('are from as-of to thirty days on, the soonest first, then by client', () => {
    const found = daysOf(
      aDataset()
        .withClients([
          { code: 'A', contact: '陈', birthday: '1980-07-10', importantEvent: '开业', importantDay: '6月10日', contractEndDay: '2026-06-12' },
          { code: 'B', birthday: '1980-06-12', importantDay: '7月11日', contractEndDay: '2026-06-09' },
          { code: 'C', birthday: '农历五月初五', contractEndDay: '2026-07-10' },
          { code: 'D', birthday: '不详', importantDay: '6月12日', contractEndDay: '2026-07-11' },
          { code: 'E', birthday: ' ' },
        ])
        .withRows('operators', [
          { client: 'A', legalPerson: '赵', birthday: '1970-06-11' },
          { legalPerson: '钱', birthday: '1970-06-11' },
          { client: 'B', birthday: '某日' },
        ]),
    ); // prettier-ignore
    const one = (client: number, kind: string, [zh, en]: readonly [string, string], on: string, daysAhead: number, written: string, isLunar = false) => ({
      ...{ client, kind, event: { zh, en }, day: day(on), daysAhead, isLunar, written },
    }); // prettier-ignore
    expect(found).toEqual({
      days: [
        one(0, 'event', ['开业', '开业'], '2026-06-10', 0, '6月10日'),
        one(0, 'birthday', ['赵生日', 'Birthday of 赵'], '2026-06-11', 1, '1970-06-11'),
        one(0, 'contractEnd', ['合同到期', 'Contract ends'], '2026-06-12', 2, ''),
        one(1, 'birthday', ['生日', 'Birthday'], '2026-06-12', 2, '1980-06-12'),
        one(3, 'event', ['重要日期', 'Important date'], '2026-06-12', 2, '6月12日'),
        // Dragon Boat festival of 2026.
        one(2, 'birthday', ['生日', 'Birthday'], '2026-06-19', 9, '农历五月初五', true),
        one(0, 'birthday', ['陈生日', 'Birthday of 陈'], '2026-07-10', 30, '1980-07-10'),
        one(2, 'contractEnd', ['合同到期', 'Contract ends'], '2026-07-10', 30, ''),
      ],
      unreadable: 2,
    });
  });

  it('are kept by any of four columns, and — without all of them', () => {
    const none = (builder: DatasetBuilder) => findImportantDays(builder.build(), asOf, settingsWith({}));
    const column = missing({ reason: 'no-column', column: 'clients.birthday' });
    expect(none(aDataset().withClients([{ code: 'A' }]))).toEqual(column);
    const empty = known({ days: [], unreadable: 0 });
    for (const row of [{ birthday: '' }, { importantDay: '' }, { contractEndDay: '2020-01-01' }])
      expect(none(aDataset().withClients([{ code: 'A', ...row }]))).toEqual(empty);
    expect(none(aDataset().withRows('operators', [{ client: 'A', birthday: '' }]))).toEqual(empty);
    expect(none(aDataset().withRows('operators', [{ birthday: '1980-06-12' }]))).toEqual(empty);
  });
});

describe('second-level clients', () => {
  it('are those whose parent is the code or the name, in the order of the sheet; nobody is below itself', () => {
    const of = secondLevelClients(
      aDataset()
        .withClients([
          { code: 'C1', name: '东方', parent: 'C1' },
          { code: 'C2', name: '南海', parent: ' 东方 ' },
          { code: 'C3', name: '', parent: 'C1' },
          // A code like another's name: the code counts.
          { code: '南海', name: '西岭' },
          { code: 'C5', name: '北川', parent: '南海' },
          { code: 'C6', name: '无主', parent: '谁' },
        ])
        .build(),
    );
    expect([0, 1, 2, 3, 4, 5, 6].map(of)).toEqual([['南海', 'C3'], [], [], ['北川'], [], [], []]);
  });
});
