import { fill, type Text } from '../../../i18n/text';
import { wordPercent } from '../../../i18n/wording';
import type { ColumnProfile, SheetProfile } from './profile-columns';
import { areYears } from './profile-columns';
import { findProduct } from './find-product';

/** What a column is to a line of business, whatever table it goes into. */
export type Role = 'day' | 'client' | 'clientCode' | 'amount' | 'quantity' | 'price' | 'document' | 'phone';

/** A column that may play a role. */
export interface RoleProposal {
  readonly role: Role;
  readonly column: number;
  /** 0–1, always below what a header says. */
  readonly confidence: number;
  readonly why: Text;
}

const NEARLY_ALL = 0.9;
const MOST = 0.8;
/** So many firms among the texts make a column of clients. */
const FIRMS = 0.3;
/** Columns of numbers that are tried for quantity × price. */
const MOST_NUMBERS = 12;
const FEW_NUMBERS = 3;

const share = (count: number, { filled }: ColumnProfile): number => (filled === 0 ? 0 : count / filled);

/**
 * What the columns of a sheet may be, by what stands in them: days; names that repeat or end as firms do; codes that go with
 * the names; money, by quantity × price where three columns agree, else by cents and size.
 *
 * @param free The columns whose header says nothing.
 * @param saysNo Whether the header of a column contradicts a role.
 */
export function proposeRoles(
  { columns, numbers }: SheetProfile,
  free: ReadonlySet<number>,
  saysNo: (column: number, role: Role) => boolean,
): readonly RoleProposal[] {
  const open = columns.filter((one) => free.has(one.column) && one.filled > 0);
  const found: RoleProposal[] = [];
  const put = (role: Role, one: ColumnProfile | undefined, confidence: number, why: Text): void => {
    if (one) found.push({ role, column: one.column, confidence, why });
  };
  const days = open.filter((one) => share(one.days, one) >= NEARLY_ALL && !saysNo(one.column, 'day'));
  put('day', days[0], days.length === 1 ? 0.55 : 0.4, dayWhy(days));

  const named = open.filter(
    (one) => share(one.companies + one.words, one) >= MOST && one.distinct >= 2 && !saysNo(one.column, 'client'),
  );
  const client = [...named].sort((a, b) => nameScore(b) - nameScore(a))[0];
  if (client) {
    const firms = share(client.companies, client);
    put('client', client, firms >= FIRMS ? 0.55 : named.length === 1 ? 0.45 : 0.3, clientWhy(client, firms));
  }

  const coded = open.filter((one) => one !== client && share(one.codes, one) >= MOST);
  const code = client && coded.find((one) => one.distinct < one.filled && one.distinct === client.distinct);
  put('clientCode', code, 0.35, { zh: '编号，和名称一样多', en: 'codes, as many as there are names' });
  const document = coded.find((one) => one !== code && share(one.distinct, one) >= NEARLY_ALL);
  put('document', document, 0.35, { zh: '编号，几乎不重复', en: 'codes that hardly repeat' });
  const phone = open.find((one) => share(one.phones, one) >= MOST);
  put('phone', phone, 0.5, { zh: '电话号码', en: 'phone numbers' });

  const figures = open.filter(
    (one) => share(one.numbers, one) >= NEARLY_ALL && !one.isRunning && !areYears(one, numbers[one.column]!),
  );
  const numbered =
    client || code || figures.length < 2
      ? undefined
      : figures.find((one) => areNumbersOfClients(one, numbers[one.column]!));
  put('clientCode', numbered, 0.3, {
    zh: '整数，位数一样，反复出现',
    en: 'whole numbers of the same length that come back',
  });
  const counted = figures.filter((one) => one !== numbered).slice(0, MOST_NUMBERS);
  const product = findProduct(
    numbers,
    counted.map(({ column }) => column),
  );
  const profileOf = (column: number): ColumnProfile => columns.find((one) => one.column === column)!;
  if (product) {
    const [quantity, price] = [...product.factors].sort((a, b) => priceScore(profileOf(a)) - priceScore(profileOf(b)));
    const why = fill(
      { zh: '{share}的行是另两列的乘积', en: 'the product of two other columns on {share} of the lines' },
      { share: wordPercent(product.share, 0) },
    );
    put('amount', profileOf(product.product), 0.58, why);
    put('quantity', profileOf(quantity!), 0.45, { zh: '乘积的一个因数', en: 'one factor of that product' });
    put('price', profileOf(price!), 0.45, { zh: '乘积的另一个因数', en: 'the other factor of that product' });
  } else {
    const money = counted
      .filter(({ column }) => !saysNo(column, 'amount'))
      .sort((a, b) => moneyScore(b) - moneyScore(a))[0];
    // Among many columns of whole numbers nobody can say which is money.
    const tells = money && (money.withDecimals > 0 || counted.length <= FEW_NUMBERS);
    if (tells) put('amount', money, counted.length === 1 ? 0.5 : 0.35, moneyWhy(money, counted.length));
  }
  return found.sort((a, b) => a.column - b.column);
}

const FEW_TIMES = 0.7;
const SHORTEST_NUMBER = 3;

/** Whole numbers of one length, some of them again and again: whom a line is with, where no name is there. */
function areNumbersOfClients(one: ColumnProfile, numbers: Float64Array): boolean {
  const lengths = new Set<number>();
  for (const value of numbers) {
    if (Number.isNaN(value)) continue;
    if (!Number.isInteger(value) || value < 0) return false;
    lengths.add(String(value).length);
  }
  const [length = 0] = lengths;
  return lengths.size === 1 && length >= SHORTEST_NUMBER && share(one.distinct, one) <= FEW_TIMES;
}

function dayWhy(days: readonly ColumnProfile[]): Text {
  const [first] = days;
  if (!first) return { zh: '', en: '' };
  const percent = wordPercent(share(first.days, first), 0);
  return days.length === 1
    ? fill({ zh: '{percent}是日期', en: '{percent} are days' }, { percent })
    : fill(
        { zh: '{percent}是日期；另有{others}列也是', en: '{percent} are days; so are those of {others} more' },
        { percent, others: days.length - 1 },
      );
}

/** Firms first, then names that come back; a text of its own on every line is a remark. */
const nameScore = (one: ColumnProfile): number =>
  2 * share(one.companies, one) + (one.distinct < one.filled ? 0.5 : 0) + (1 - share(one.distinct, one)) * 0.1;

const clientWhy = (one: ColumnProfile, firms: number): Text =>
  firms >= FIRMS
    ? fill(
        {
          zh: '{firms}是单位名称，{filled}行里有{distinct}个不同的',
          en: '{firms} end as firms do, {distinct} different ones on {filled} lines',
        },
        { firms: wordPercent(firms, 0), filled: one.filled, distinct: one.distinct },
      )
    : fill(
        { zh: '名称，{filled}行里有{distinct}个不同的', en: 'names, {distinct} different ones on {filled} lines' },
        { filled: one.filled, distinct: one.distinct },
      );

/** Prices have cents, and the same price comes back more than the same number of pieces has them. */
const priceScore = (one: ColumnProfile): number => share(one.withDecimals, one) * 10 + Math.log10(1 + one.size);

const moneyScore = (one: ColumnProfile): number => share(one.withDecimals, one) * 2 + Math.log10(1 + one.size / 10);

const moneyWhy = (one: ColumnProfile, others: number): Text => {
  const cents = wordPercent(share(one.withDecimals, one), 0);
  if (others === 1)
    return fill({ zh: '唯一的数字列，{cents}有小数', en: 'the only numbers; {cents} have decimals' }, { cents });
  return fill(
    {
      zh: '{others}列数字里最像金额的，{cents}有小数',
      en: 'of {others} columns of numbers the likest to money; {cents} have decimals',
    },
    { others, cents },
  );
};
