import { addMonths, asDay, dayOf, type Day } from '../../src/core/model/day';
import { AS_OF, EXPORT_REGION, FIRST_DAY, LONELY_REGION, REGIONS, REPS, type Region } from './firm';
import type { SampleRandom } from './sample-random';

/** What happens to a client over the three years. */
export type Story =
  'steady' | 'growing' | 'shrinking' | 'seasonal' | 'lost' | 'new' | 'once' | 'back' | 'badDebt' | 'prospect';

export type Payer = 'prompt' | 'usual' | 'late' | 'never' | 'cash';

export interface SampleClient {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly region: Region;
  readonly country: string;
  readonly continent: string;
  readonly industry: string;
  readonly businessType: string;
  readonly rep: string;
  readonly story: Story;
  readonly payer: Payer;
  readonly termDays: number;
  /** Yuan a year at full strength. */
  readonly yearAmount: number;
  readonly ordersAMonth: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Indexes into `PRODUCTS`. */
  readonly products: readonly number[];
  readonly discount: number;
  readonly legalPerson: string;
  readonly contact: string;
  readonly isOverLimit: boolean;
  readonly isInternal: boolean;
}

const FIRST = '青禾牧沃泽恒岭润川岳鹿云雁松柏晨瑞祥康源'.split('');
const SECOND = '岚穗远原野域汀邦陌麓谷桥苑渡'.split('');
const SURNAMES = '陈林黄刘杨许何吕施张孔曹严华金魏陶姜戚谢邹喻'.split('');
const GIVEN = ['建国', '志强', '秀兰', '国庆', '海燕', '文斌', '丽娟', '永胜', '桂芳', '学军', '晓峰', '春梅'];

const KINDS = [
  { type: '直销用户', industry: '养殖', suffixes: ['养殖场', '牧业有限公司', '生态农场', '养殖专业合作社'] },
  { type: '饲料厂', industry: '饲料加工', suffixes: ['饲料有限公司', '饲料厂', '生物饲料有限公司'] },
  { type: '经销商', industry: '农资流通', suffixes: ['农资经营部', '饲料商行', '农牧服务部'] },
] as const;

/** Products that each kind of client buys. */
const BASKETS: Readonly<Record<string, readonly (readonly number[])[]>> = {
  直销用户: [
    [0, 1, 2],
    [3, 4],
    [5, 6],
    [2, 9],
  ],
  饲料厂: [
    [7, 8],
    [7, 8, 9],
  ],
  经销商: [
    [1, 2, 3],
    [2, 4, 6],
    [0, 2, 3],
  ],
};

/** Stories of the larger clients by rank; the rest is drawn. */
const TOLD: Readonly<Record<number, { story: Story; payer?: Payer; overLimit?: true }>> = {
  0: { story: 'steady', payer: 'prompt' },
  1: { story: 'growing', payer: 'prompt' },
  2: { story: 'steady', payer: 'late', overLimit: true },
  3: { story: 'steady', payer: 'usual' },
  4: { story: 'shrinking', payer: 'usual' },
  5: { story: 'steady', payer: 'late' },
  6: { story: 'seasonal', payer: 'usual' },
  7: { story: 'growing', payer: 'prompt' },
  9: { story: 'steady', payer: 'late' },
  10: { story: 'shrinking', payer: 'usual' },
  12: { story: 'growing', payer: 'usual' },
  14: { story: 'lost', payer: 'usual' },
  16: { story: 'badDebt', payer: 'never' },
  18: { story: 'lost', payer: 'prompt' },
  20: { story: 'seasonal', payer: 'usual' },
  22: { story: 'new', payer: 'usual' },
  25: { story: 'growing', payer: 'usual' },
  29: { story: 'shrinking', payer: 'late' },
  // Entered twice on the client sheet.
  76: { story: 'new', payer: 'usual' },
};

const DEALING = 110;
const PROSPECTS = 9;

/** Yearly amount by rank: about 70 / 20 / 10 % of 84 million over 12, 24 and 74 clients. */
function amountOfRank(rank: number): number {
  if (rank < 12) return 9_600_000 * Math.pow(0.895, rank);
  if (rank < 36) return 1_150_000 * Math.pow(0.955, rank - 12);
  return 250_000 * Math.pow(0.963, rank - 36);
}

function ordersOfRank(rank: number): number {
  if (rank < 12) return 4.3 - rank * 0.06;
  if (rank < 36) return 1.75;
  return 0.62;
}

export function makeClients(random: SampleRandom): SampleClient[] {
  const clients: SampleClient[] = [];
  for (let rank = 0; rank < DEALING; rank++) clients.push(dealingClient(rank, random));
  for (let i = 0; i < PROSPECTS; i++) {
    clients.push({
      ...dealingClient(DEALING + i, random),
      story: 'prospect',
      firstDay: asDay(AS_OF + 1),
      lastDay: AS_OF,
      isOverLimit: false,
    });
  }
  return clients;
}

function dealingClient(rank: number, random: SampleRandom): SampleClient {
  const kind = random.weighted<(typeof KINDS)[number]>([
    [KINDS[0], rank < 12 ? 3 : 5],
    [KINDS[1], rank < 12 ? 5 : 1.5],
    [KINDS[2], 3],
  ]);
  const stem = `${FIRST[rank % FIRST.length]}${SECOND[(rank * 5 + Math.floor(rank / FIRST.length)) % SECOND.length]}`;
  const suffix = random.pick(kind.suffixes);
  let region = random.weighted(REGIONS.map((each) => [each, each.weight] as const));
  if (rank === 71) region = LONELY_REGION;
  const isExport = rank === 27 || rank === 48;
  if (isExport) region = EXPORT_REGION;
  const country = rank === 27 ? '蒙古' : rank === 48 ? '越南' : '中国';
  // Some names carry a place in brackets: the brackets are where spellings differ.
  const place = rank % 9 === 4 ? `（${region.name}）` : '';
  const name = `${stem}${suffix.replace('有限公司', '')}${place}${suffix.includes('有限公司') ? '有限公司' : ''}`;
  const told = TOLD[rank];
  const story: Story =
    told?.story ??
    random.weighted<Story>([
      ['steady', 44],
      ['growing', 12],
      ['shrinking', 12],
      ['seasonal', rank === 71 ? 0 : 8],
      ['lost', rank < 30 ? 0 : 11],
      ['new', rank < 20 ? 0 : 8],
      ['once', rank < 50 ? 0 : 3],
      ['back', rank < 30 ? 0 : 3],
    ]);
  const payer: Payer =
    told?.payer ??
    random.weighted<Payer>([
      ['prompt', 35],
      ['usual', 40],
      ['late', 10],
      ['cash', rank < 36 ? 0 : 25],
    ]);
  const [firstDay, lastDay] = daysOfStory(rank === 71 ? 'steady' : story, rank, random);
  return {
    code: `K${String(rank + 1).padStart(4, '0')}`,
    name,
    shortName: stem,
    region,
    country,
    continent: 'AS',
    industry: kind.industry,
    businessType: kind.type,
    rep: random.weighted(REPS.map((each) => [each.name, each.weight] as const)),
    story: rank === 71 ? 'steady' : story,
    payer,
    termDays: payer === 'cash' ? 0 : rank < 12 ? random.pick([30, 45, 60]) : random.pick([15, 30, 30, 45]),
    yearAmount: amountOfRank(rank),
    ordersAMonth: ordersOfRank(rank),
    firstDay,
    lastDay,
    products: random.pick(BASKETS[kind.type]!),
    discount: rank < 12 ? 0.97 : rank < 36 ? 0.985 : 1,
    legalPerson: random.pick(SURNAMES) + random.pick(GIVEN),
    contact: random.pick(SURNAMES) + random.pick(GIVEN),
    isOverLimit: told?.overLimit ?? false,
    isInternal: rank === 40,
  };
}

function daysOfStory(story: Story, rank: number, random: SampleRandom): readonly [Day, Day] {
  switch (story) {
    case 'lost':
      return [FIRST_DAY, asDay(dayOf(2025, 8, 1) + random.between(0, 150))];
    case 'badDebt':
      return [FIRST_DAY, dayOf(2025, 6, 20)];
    case 'new':
      return [asDay(dayOf(2025, 11, 3) + random.between(0, 280)), AS_OF];
    case 'once': {
      const day = asDay(dayOf(2026, 3, 2) + random.between(0, 190));
      return [day, asDay(day + 25)];
    }
    default:
      // Most were clients before the books begin; some joined on the way.
      return [rank < 12 || random.chance(0.75) ? FIRST_DAY : addMonths(FIRST_DAY, random.between(3, 22)), AS_OF];
  }
}
