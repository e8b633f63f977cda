import { findTargetProspects } from '../../../../src/core/prospects/target-prospects';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day, type RowOf } from '../../../support/dataset-builder';

const judged = (contacts: readonly RowOf<'contacts'>[], client = 0) => {
  const book = aDataset().withClients([{ code: 'A' }, { code: 'B' }]).withRows('contacts', contacts); // prettier-ignore
  const { isTarget, visits, intends, isNearMiss, reason } = findTargetProspects(book.build(), day('2026-06-30'), settingsWith({}))[client]!; // prettier-ignore
  return [isTarget, isNearMiss, visits, intends, reason.zh];
};
const visits = (n: number, intends?: string): readonly RowOf<'contacts'>[] =>
  Array.from({ length: n }, (_, at) => ({ client: 'A', at: `2026-06-0${at + 1}`, method: '上门拜访', intends }));

describe('who is likely to become a client', () => {
  it('is who was visited three times and intends to order', () => {
    expect(judged(visits(3, '是'))).toEqual([true, false, 3, true, '拜访 3 次（需 3 次）；有成交意向']);
    expect(judged(visits(2, '是'))).toEqual([false, true, 2, true, '拜访 2 次（需 3 次）；有成交意向']);
    expect(judged(visits(3, '否'))).toEqual([false, true, 3, false, '拜访 3 次（需 3 次）；暂无意向']);
    expect(judged(visits(3))).toEqual([false, true, 3, undefined, '拜访 3 次（需 3 次）；未填意向']);
    expect(judged(visits(2, '否'))).toEqual([false, false, 2, false, '拜访 2 次（需 3 次）；暂无意向']);
    expect(judged(visits(3, '是'), 1)).toEqual([false, false, 0, undefined, '拜访 0 次（需 3 次）；未填意向']);
  });

  it('goes by the latest contact that says so, of one moment by the lower row', () => {
    const said = (at: string, intends: string) => ({ client: 'A', at, intends, method: '电话' });
    expect(judged([said('2026-06-02', '是'), said('2026-06-01', '否'), said('2026-06-03', '再看')])[3]).toBe(true);
    expect(judged([said('2026-06-02', '是'), said('2026-06-02', '否')])[3]).toBe(false);
  });

  it('counts visits alone, up to the end of the as-of day, of clients that are known', () => {
    const on = (at: string | undefined, method: string | undefined, client: string | undefined = 'A') => ({ client, at, method, intends: '是' }); // prettier-ignore
    expect(judged([on('2026-06-30 23:59', 'Visit'), on('2026-07-01', '拜访'), on('2026-06-01', '电话'), on('2026-06-01', undefined), on(undefined, '拜访')])[2]).toBe(1); // prettier-ignore
    expect(judged([{ at: '2026-06-01', method: '拜访' }, on('2026-06-02', '走访')])[2]).toBe(1);
    expect(judged([{ client: 'A' }])).toEqual([false, false, 0, undefined, '拜访 0 次（需 3 次）；未填意向']);
    expect(judged([{ at: '2026-06-01', method: '拜访' }])[2]).toBe(0);
  });
});
