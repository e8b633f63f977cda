import { plainLetters } from './plain-letters';

/** Forms of firms, at the end of a name. Source: company law of China, and the commonest abroad. */
const CHINESE_FORM = /(?:股份有限公司|有限责任公司|有限合伙|有限公司|集团公司|总公司|公司)$/;
const LATIN_FORM =
  /(?:[\s,.]+(?:co|company|ltd|limited|inc|incorporated|llc|llp|corp|corporation|gmbh|ag|kg|plc|pte|pty|sa|srl|spa|bv|nv|oy|ab|as|kk)\.?)+\s*$/i;
const GROUP = /集团$/;
const BRACKETED = /[(（[【][^)）\]】]*[)）\]】]/g;
/** Words of ours and of everybody's: no name by themselves. */
const NO_NAMES: ReadonlySet<string> = new Set([
  ...['客户', '公司', '贸易', '饲料', '科技', '物流', '电话', '合计', '中国', '集团', '国际', '工厂', '内部', '其他'],
  ...['client', 'trading', 'group', 'total', 'china', 'international', 'company', 'sales', 'other', 'notes'],
]);
const FEWEST_HAN = 2;
const FEWEST_LATIN = 4;

const isLongEnough = (letters: string): boolean =>
  letters.length >= (/[\u3400-\u9fff]/.test(letters) ? FEWEST_HAN : FEWEST_LATIN);

/**
 * The ways in which people write a firm's name: whole, without brackets or what is in them, without the form of the firm, without
 * 集团; as plain letters, so that case and signs do not matter. A word that is nobody's name by itself is none of them.
 *
 * @example nameVariants('金桥（集团）有限公司') //=> ['金桥集团有限公司', '金桥集团', '金桥有限公司', '金桥']
 * @example nameVariants('Zephyr Trading Co., Ltd.') //=> ['zephyrtradingcoltd', 'zephyrtrading']
 */
export function nameVariants(name: string): readonly string[] {
  const whole = name.normalize('NFKC').trim();
  const bare = whole.replace(BRACKETED, ' ').trim();
  const found = new Set<string>();
  for (const one of [whole, bare]) {
    const core = one
      .replace(LATIN_FORM, '')
      .replace(/[()（）]/g, '')
      .replace(CHINESE_FORM, '');
    for (const variant of [one, core, core.replace(GROUP, '')]) {
      const { letters } = plainLetters(variant);
      if (isLongEnough(letters) && !NO_NAMES.has(letters)) found.add(letters);
    }
  }
  return [...found];
}
