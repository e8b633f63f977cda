import { joinTexts, type Text } from '../../i18n/text';
import type { ProfitClass } from '../sales/profit/profit-classes';
import type { Tier } from '../sales/tiers';
import type { Outcome } from '../model/outcome';
import type { Honesty } from '../credit/honesty';
import type { AccountLevel } from '../sales/key-accounts';
import type { Stage } from '../sales/lifecycle';

/** What each kind of client is owed, as the documents say it. Source: 003-16, 003-19, 000-C8. */
const BY_PROFIT: Readonly<Record<ProfitClass, Text>> = {
  first: { zh: '头等客户：建立社会利益，专人负责', en: 'first-class: build personal ties, one person in charge' },
  promising: { zh: '潜力客户：发展为伙伴', en: 'promising: develop into a partner' },
  regular: { zh: '常规客户：适当让利', en: 'regular: offer modest concessions' },
};

const BY_STAGE: Readonly<Record<Stage, Text>> = {
  introduction: { zh: '导入期：跟踪，促成再次下单', en: 'introduction: follow up, win the next order' },
  growth: { zh: '成长期：跟踪，配合上量', en: 'growth: follow up, keep pace with the volume' },
  maturity: { zh: '成熟期：做好服务，保持份额', en: 'maturity: serve well, hold the share' },
  decline: { zh: '衰退期：查明原因，设法延长', en: 'decline: find the cause, prolong' },
};

const BY_TIER: Readonly<Record<Tier, Text>> = {
  1: { zh: 'Ⅰ类：密切跟踪，价格优惠，优先交货', en: 'tier Ⅰ: follow closely, preferential prices, deliver first' },
  2: { zh: 'Ⅱ类：定期跟踪', en: 'tier Ⅱ: follow up regularly' },
  3: { zh: 'Ⅲ类：每季或每年跟踪', en: 'tier Ⅲ: follow up each quarter or year' },
};

const BY_LEVEL: Readonly<Partial<Record<AccountLevel, Text>>> = {
  lost: { zh: '流失：半年一次挽回回访', en: 'lost: a win-back call each half-year' },
  target: { zh: '潜在（目标）：促成首单', en: 'target prospect: win the first order' },
  lead: { zh: '线索：弄清需要与意向', en: 'lead: find out need and intention' },
};

export interface StrategyInputs {
  readonly level: AccountLevel;
  readonly stage: Outcome<Stage>;
  readonly tier: Outcome<Tier>;
  readonly profitClass: Outcome<ProfitClass>;
  readonly honesty: Outcome<Honesty>;
}

/**
 * What to do with a client, from its level, stage, tier and profit class, in words.
 *
 * A lost client or one without an order has only the words of its level. A dishonest one is sold to for cash.
 * Source: 003-16, 003-19. @example tier Ⅰ, mature //=> Ⅰ类:密切跟踪…;成熟期:做好服务…
 */
export function adviseStrategy({ level, stage, tier, profitClass, honesty }: StrategyInputs): Text {
  const texts: Text[] = [];
  if (honesty.known && honesty.value === 'dishonest') {
    texts.push({ zh: '不诚信：款到发货', en: 'poor payment record: cash before delivery' });
  }
  const byLevel = BY_LEVEL[level];
  if (byLevel) return joinTexts([...texts, byLevel]);
  if (profitClass.known) texts.push(BY_PROFIT[profitClass.value]);
  if (tier.known) texts.push(BY_TIER[tier.value]);
  if (stage.known) texts.push(BY_STAGE[stage.value]);
  return joinTexts(texts);
}
