import {
  isEmail,
  isPhone,
  suggestPurges,
  type PurgeInputs,
  type PurgeSuggestion,
} from '../../../../src/core/files/purge';
import { NO_DAY } from '../../../../src/core/model/day';
import { known, missing } from '../../../../src/core/model/outcome';
import { settingsWith } from '../../../../src/core/settings';
import { aDataset, day, type DatasetBuilder, type RowOf } from '../../../support/dataset-builder';

const asOf = day('2026-06-30');

interface One {
  readonly lastOrder?: string;
  readonly lastContact?: string;
  readonly level?: 'target' | 'general';
  readonly hasOpportunity?: boolean;
  readonly row?: RowOf<'clients'>;
  readonly more?: (builder: DatasetBuilder) => DatasetBuilder;
}
function purgesOf({ lastOrder, lastContact, level = 'general', hasOpportunity = false, row, more = (b) => b }: One): readonly PurgeSuggestion[] {
  const inputs = {
    rhythms: [{ lastDay: lastOrder === undefined ? missing({ reason: 'no-rows' }) : known(day(lastOrder)) }],
    accounts: [{ level }],
    lastContact: Int32Array.of(lastContact === undefined ? NO_DAY : day(lastContact)),
    hasOpenOpportunity: () => hasOpportunity,
  } as unknown as PurgeInputs;
  return suggestPurges(more(aDataset().withClients([{ code: 'A', ...row }])).build(), inputs, asOf, settingsWith({}));
} // prettier-ignore
const isIdle = (one: One): boolean => purgesOf(one).some(({ reason }) => reason === 'idle');

describe('an idle client', () => {
  it.each<[string, One, boolean]>([
    ['bought 24 months ago to the day', { lastOrder: '2024-06-30' }, true],
    ['bought a day later', { lastOrder: '2024-07-01' }, false],
    ['never bought', {}, true],
    ['was spoken to 12 months ago to the day', { lastContact: '2025-06-30' }, true],
    ['was spoken to a day later', { lastContact: '2025-07-01' }, false],
    ['was filed within the year', { row: { filedDay: '2025-07-01' } }, false],
    ['was updated within the year', { row: { updatedDay: '2025-07-01' } }, false],
    ['was filed and updated before', { row: { filedDay: '2025-06-30', updatedDay: '2025-06-30' } }, true],
    ['is a target', { level: 'target' }, false],
    ['has an opportunity', { hasOpportunity: true }, false],
  ])('who %s', (_, one, expected) => {
    expect(isIdle(one)).toBe(expected);
  });

  it('is told when it last bought, and by what it is judged', () => {
    const text = (one: One): string | undefined => purgesOf(one)[0]?.text.zh;
    expect(text({ lastOrder: '2024-01-05' })).toBe('最近交易 2024-01-05；没有联络记录表，只按交易判断');
    const logged = (b: DatasetBuilder) => b.withRows('contacts', [{ client: 'A', at: '2024-01-01' }]);
    expect(text({ more: logged })).toBe('从无交易；近期无联络，也不是潜在客户');
  });
});

describe('telephone numbers and addresses', () => {
  it('that cannot be right are named, each column by itself; empty ones are not', () => {
    const row = { phone: '123456', mobile: '13800000000', email: 'a@b', filedDay: '2026-06-01' };
    expect(purgesOf({ row }).map(({ client, reason, text }) => [client, reason, text.zh])).toEqual([
      [0, 'phone', '电话有误：123456'],
      [0, 'email', '邮箱有误：a@b'],
    ]);
    expect(purgesOf({ row: { ...row, phone: '', mobile: '无', email: 'a@b.cn' } })).toMatchObject([
      { reason: 'phone' },
    ]);
    expect(purgesOf({ row: { phone: '', mobile: '', email: '', filedDay: '2026-06-01' } })).toEqual([]);
  });

  it.each([
    ['1234567', true],
    ['123456', false],
    ['123456789012345', true],
    ['1234567890123456', false],
    ['+86 (755) 8888-6666转12', true],
    ['021-88886666、13800000000', true],
    ['（021）88886666，13800000000；13900000000', true],
    ['021-88886666/12', false],
    ['八八八八六六六六', false],
    ['', true],
  ])('%s as a number: %p', (written, isRight) => {
    expect(isPhone(written)).toBe(isRight);
  });

  it.each([
    ['a@b.cn', true],
    ['a@b.com.cn;c@d.cn', true],
    ['a@b.com.cn；c@d.cn，e@f.cn', true],
    ['a@b', false],
    ['a@b.cn c@d', false],
    ['@b.cn', false],
    ['a@@b.cn', false],
    ['', true],
  ])('%s as an address: %p', (written, isRight) => {
    expect(isEmail(written)).toBe(isRight);
  });
});
