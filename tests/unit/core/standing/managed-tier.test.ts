import { known, missing, type Outcome } from '../../../../src/core/model/outcome';
import type { ClientFigures } from '../../../../src/core/sales/client-figures';
import type { Tier } from '../../../../src/core/sales/tiers';
import { decideManagedTiers, romanTier } from '../../../../src/core/standing/managed-tier';
import { adviseStrategy, type StrategyInputs } from '../../../../src/core/standing/strategies';

const NONE = missing({ reason: 'no-rows' });
const NOT_TYPED = missing({ reason: 'not-entered' });

const client = (region: string, tier: Outcome<Tier>, manualTier: Outcome<Tier> = NOT_TYPED) => ({
  ...{ region, tier, manualTier, tierReason: { zh: `规则 ${region}`, en: `rule ${region}` } },
});
const decide = (strategic: readonly number[], ...clients: ReturnType<typeof client>[]) =>
  decideManagedTiers(clients.map((one, at) => ({ ...one, client: at })) as unknown as ClientFigures[], (at) =>
    strategic.includes(at),
  ).map((one) => (one.known ? [one.value.tier, one.value.reason.zh, one.value.reason.en] : one));

describe('the tier that a client is managed by', () => {
  it('is what the person typed, beside what the rule gives', () => {
    expect(decide([0, 1], client('华东', known(3), known(2)), client('华东', NONE, known(1)))).toEqual([
      [2, '人工等级；按规则为Ⅲ类', 'set by hand; the rule gives tier Ⅲ'],
      [1, '人工等级', 'set by hand'],
    ]);
  });

  it('is Ⅰ of a strategic client, with or without sales', () => {
    const words = [1, '战略客户，按Ⅰ类管理', 'strategic: managed as tier Ⅰ'];
    expect(decide([0, 1], client('华东', known(2)), client('华东', NONE))).toEqual([words, words]);
  });

  it('is Ⅰ of the only client of its region that has a tier, where that is Ⅲ', () => {
    expect(
      decide(
        [],
        client('西北', known(3)),
        // Another of the region without a tier is not there; two with one are.
        client('西北', NONE),
        client('华东', known(3)),
        client('华东', known(2)),
        client('西南', known(2)),
        client('', known(3)),
      ),
    ).toEqual([
      [1, '西北唯一的客户，建议按Ⅰ类管理', 'the only client of 西北: manage as tier Ⅰ'],
      NONE,
      [3, '规则 华东', 'rule 华东'],
      [2, '规则 华东', 'rule 华东'],
      [2, '规则 西南', 'rule 西南'],
      [3, '规则 ', 'rule '],
    ]);
  });

  it('is written in Roman figures', () => {
    expect(([1, 2, 3] as const).map(romanTier)).toEqual(['Ⅰ', 'Ⅱ', 'Ⅲ']);
  });
});

describe('what to do with a client', () => {
  const of = (inputs: Partial<StrategyInputs>) =>
    adviseStrategy({
      level: 'general',
      stage: NONE,
      tier: NONE,
      profitClass: NONE,
      honesty: NONE,
      ...inputs,
    });

  it('goes by its profit, its tier and its stage, in this order', () => {
    expect(of({ profitClass: known('first'), tier: known(1), stage: known('maturity') })).toEqual({
      zh: '头等客户：建立社会利益，专人负责；Ⅰ类：密切跟踪，价格优惠，优先交货；成熟期：做好服务，保持份额',
      en: 'first-class: build personal ties, one person in charge; tier Ⅰ: follow closely, preferential prices, deliver first; maturity: serve well, hold the share',
    });
    expect(of({ profitClass: known('promising') }).zh).toBe('潜力客户：发展为伙伴');
    expect(of({ tier: known(3) }).zh).toBe('Ⅲ类：每季或每年跟踪');
    expect(of({ stage: known('decline') }).zh).toBe('衰退期：查明原因，设法延长');
    expect(of({}).zh).toBe('');
  });

  it('is cash first of those who do not pay', () => {
    expect(of({ honesty: known('dishonest'), tier: known(2) }).zh).toBe('不诚信：款到发货；Ⅱ类：定期跟踪');
    expect(of({ honesty: known('honest'), tier: known(2) }).zh).toBe('Ⅱ类：定期跟踪');
  });

  it('has nothing but the words of its level of who is lost or never bought', () => {
    const all = { tier: known(1 as Tier), stage: known('growth' as const), profitClass: known('regular' as const) };
    expect(of({ ...all, level: 'lost' }).zh).toBe('流失：半年一次挽回回访');
    expect(of({ ...all, level: 'target', honesty: known('dishonest') }).zh).toBe(
      '不诚信：款到发货；潜在（目标）：促成首单',
    );
    expect(of({ ...all, level: 'lead' }).zh).toBe('线索：弄清需要与意向');
    expect(of({ ...all, level: 'key' }).zh).toContain('常规客户：适当让利');
  });
});
