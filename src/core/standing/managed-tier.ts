import { fill, type Text } from '../../i18n/text';
import type { ClientFigures } from '../sales/client-figures';
import type { Tier } from '../sales/tiers';
import { known, type Outcome } from '../model/outcome';

export const TIER_CLASS_LABELS: Readonly<Record<Tier, Text>> = {
  1: { zh: 'Ⅰ类', en: 'Tier Ⅰ' },
  2: { zh: 'Ⅱ类', en: 'Tier Ⅱ' },
  3: { zh: 'Ⅲ类', en: 'Tier Ⅲ' },
};

export interface ManagedTier {
  readonly tier: Tier;
  readonly reason: Text;
}

/**
 * The tier that a client is managed by, which may be another than the computed one.
 *
 * Rule: the person's 人工等级 wins; a strategic client is managed as Ⅰ; the only active client of its region in tier Ⅲ is managed
 * as Ⅰ (a suggestion); else the computed tier. The computed tier is never changed.   Missing: no tier of any kind.
 * Source: 003-17, definitions §3.1.
 * @example the only client of 西北, tier Ⅲ //=> managed as Ⅰ
 */
export function decideManagedTiers(
  figures: readonly ClientFigures[],
  isStrategic: (client: number) => boolean,
): readonly Outcome<ManagedTier>[] {
  const activeIn = new Map<string, number>();
  for (const { region, tier } of figures) {
    if (tier.known && region !== '') activeIn.set(region, (activeIn.get(region) ?? 0) + 1);
  }
  return figures.map((figure): Outcome<ManagedTier> => {
    const { client, region, tier, manualTier } = figure;
    if (manualTier.known) {
      return known({
        tier: manualTier.value,
        reason: tier.known
          ? fill(
              { zh: '人工等级；按规则为{tier}类', en: 'set by hand; the rule gives tier {tier}' },
              { tier: romanTier(tier.value) },
            )
          : { zh: '人工等级', en: 'set by hand' },
      });
    }
    if (isStrategic(client))
      return known({ tier: 1, reason: { zh: '战略客户，按Ⅰ类管理', en: 'strategic: managed as tier Ⅰ' } });
    if (tier.known && tier.value === 3 && activeIn.get(region) === 1) {
      return known({
        tier: 1,
        reason: fill(
          { zh: '{region}唯一的客户，建议按Ⅰ类管理', en: 'the only client of {region}: manage as tier Ⅰ' },
          { region },
        ),
      });
    }
    return tier.known ? known(new ManagedByRule(tier.value, figure)) : tier;
  });
}

/** As the rule gives it; the rule's reason is worded when somebody reads it. */
class ManagedByRule implements ManagedTier {
  constructor(
    readonly tier: Tier,
    private readonly figures: ClientFigures,
  ) {}

  get reason(): Text {
    return this.figures.tierReason;
  }
}

/** @example romanTier(2) //=> 'Ⅱ' */
export function romanTier(tier: Tier): string {
  return tier === 1 ? 'Ⅰ' : tier === 2 ? 'Ⅱ' : 'Ⅲ';
}
