import { countPraise } from '../../../../../src/core/files/registers/praise';
import { countServices } from '../../../../../src/core/files/registers/service-records';
import { aDataset, day } from '../../../../support/dataset-builder';

describe('praise', () => {
  const dataset = aDataset()
    .withServiceRecords([
      { client: 'A', day: '2026-05-01', kind: '表扬', person: '陈工', content: '半夜来修' },
      { client: 'B', day: '2026-06-01', kind: '客户表扬', person: '陈工', content: '讲得明白' },
      { client: 'B', day: '2026-06-30', kind: '表扬', person: '刘强', content: '帮卸车' },
      { client: 'B', day: '2026-06-29', kind: '维修', person: '刘强', content: '料线' },
      // A year ago to the day, and tomorrow.
      { client: 'B', day: '2025-06-30', kind: '表扬', person: '刘强' },
      { client: 'B', day: '2026-07-01', kind: '表扬', person: '刘强' },
    ])
    .build();
  const asOf = day('2026-06-30');

  it('is counted by employee, with the clients and what was said last', () => {
    expect(countPraise(dataset, asOf)).toEqual({
      known: true,
      value: [
        { person: '陈工', times: 2, clients: 2, lastDay: day('2026-06-01'), lastClient: 1, lastContent: '讲得明白' },
        { person: '刘强', times: 1, clients: 1, lastDay: day('2026-06-30'), lastClient: 1, lastContent: '帮卸车' },
      ],
    });
  });

  it('is no service given', () => {
    expect(countServices(dataset, asOf)).toMatchObject({ known: true, value: [{ client: 1, times: 1 }] });
  });

  it('is — where no record is of the kind', () => {
    const none = aDataset()
      .withServiceRecords([{ client: 'A', day: '2026-05-01', kind: '维修' }])
      .build();
    expect(countPraise(none, asOf)).toMatchObject({ known: false, why: { reason: 'no-rows' } });
    expect(countPraise(aDataset().build(), asOf)).toMatchObject({ known: false, why: { sheet: 'serviceRecords' } });
  });
});
