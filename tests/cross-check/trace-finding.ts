import type { CellValue } from '../../src/workbook/cell-value';
import { tablesOf, type WrittenSheets, type WrittenTable } from './sheet-tables';

type Row = ReadonlyMap<string, CellValue>;
type Groups = Readonly<Record<string, string>>;

/** What the figures of one kind of sentence are, worked out from the written tables, by the names of the pattern's groups. */
interface Pattern {
  readonly kind: string;
  readonly zh: RegExp;
  readonly en: RegExp;
  readonly figures: (said: Groups, book: WrittenBook) => Readonly<Record<string, number | string>>;
}

/** The sheets of a run with all reports, in Chinese, and rows of the person's own sheets where a sentence counts those. */
export interface WrittenBook {
  readonly sheets: WrittenSheets;
  readonly complaints: readonly { readonly month: string; readonly problem: string; readonly client: string }[];
}

const numberOf = (row: Row | undefined, column: string): number => {
  const value = row?.get(column);
  return typeof value === 'number' ? value : 0;
};
const tableWith = ({ sheets }: WrittenBook, sheet: string, ...headers: readonly string[]): WrittenTable => {
  const found = tablesOf(sheet, sheets.get(sheet) ?? []).find((one) =>
    headers.every((header) => one.headers.includes(header)),
  );
  if (!found) throw new Error(`${sheet} has no table with ${headers.join('、')}`);
  return found;
};
/** Several clients of one name are told apart by their codes. */
const isNamed = (row: Row, said: string | undefined): boolean => {
  const [name, code] = [row.get('客户名称'), row.get('客户编号')];
  return said === name || said === code || said === `${name}（${code}）` || said === `${name} (${code})`;
};
const rowOf = (table: WrittenTable, name: string): Row | undefined => table.rows.find((row) => isNamed(row, name));
const sumOf = (rows: readonly Row[], column: string): number =>
  rows.reduce((sum, row) => sum + numberOf(row, column), 0);

/** Active clients; and those that came, went or came back, of which the gone stand nowhere else. */
const active = (book: WrittenBook): WrittenTable =>
  tableWith(book, '客户统计', '名次', '净销售额', '订单数', '最近交易');
const gone = (book: WrittenBook): readonly Row[] =>
  (
    tablesOf('客户统计', book.sheets.get('客户统计') ?? []).find(({ headers }) => headers.includes('变动'))?.rows ?? []
  ).filter((row) => row.get('变动') === '流失');

interface Change {
  readonly name: string;
  readonly change: number;
}

function changesOf(book: WrittenBook): readonly Change[] {
  const rows = [...active(book).rows, ...gone(book)];
  return rows.map((row) => ({
    name: String(row.get('客户名称')),
    change: numberOf(row, '净销售额') - numberOf(row, '上期净销售额'),
  }));
}

/** The alert of a client in words, where its figures stand in full. */
const alertOf = (book: WrittenBook, name: string): string =>
  String(rowOf(tableWith(book, '预警', '客户名称', '要做什么'), name)?.get('内容') ?? '');
const figureIn = (words: string, pattern: RegExp): number =>
  Number((pattern.exec(words)?.[1] ?? 'NaN').replace(/,/g, ''));

/** The `at`-th largest rise (sign 1) or fall (−1): its client and its size. */
function mover(book: WrittenBook, sign: 1 | -1, at: number): Change | undefined {
  return changesOf(book)
    .filter(({ change }) => change * sign > 0)
    .sort((a, b) => sign * (b.change - a.change))[at];
}

const N = String.raw`[\d.,]+(?: [万亿]|[KM])?`;
const PATTERNS: readonly Pattern[] = [
  {
    kind: 'salesChange',
    zh: new RegExp(
      `^净销售额 (?<net>${N})，比上期(?<way>[多少]) (?<change>${N})（(?<growth>[+-][\\d.]+%)）：主要是(?<n1>.+?) [+-](?<c1>${N})(?:、(?<n2>.+?) [+-](?<c2>${N}))?(?:；[多少]买的有(?<n3>.+?) [+-](?<c3>${N})(?:、(?<n4>.+?) [+-](?<c4>${N}))?)?。$`,
    ),
    en: new RegExp(
      `^Net sales (?<net>${N}), (?<change>${N}) (?<way>more|less) than in the previous period \\((?<growth>[+-][\\d.]+%)\\), mainly (?<n1>.+?) [+-](?<c1>${N})(?:, (?<n2>.+?) [+-](?<c2>${N}))?(?:; (?:more|less) from (?<n3>.+?) [+-](?<c3>${N})(?:, (?<n4>.+?) [+-](?<c4>${N}))?)?\\.$`,
    ),
    figures: ({ way }, book) => {
      const net = sumOf(active(book).rows, '净销售额');
      const previous = sumOf(active(book).rows, '上期净销售额') + sumOf(gone(book), '上期净销售额');
      const sign = way === '多' || way === 'more' ? 1 : -1;
      const movers = [mover(book, sign, 0), mover(book, sign, 1), mover(book, sign === 1 ? -1 : 1, 0)];
      movers.push(mover(book, sign === 1 ? -1 : 1, 1));
      return {
        net,
        change: sign * (net - previous),
        growth: net / previous - 1,
        ...Object.fromEntries(movers.map((one, at) => [`n${at + 1}`, one?.name ?? ''])),
        ...Object.fromEntries(movers.map((one, at) => [`c${at + 1}`, Math.abs(one?.change ?? NaN)])),
      };
    },
  },
  {
    kind: 'lostClients',
    zh: new RegExp(
      `^上期 (?<active>${N}) 家客户里 (?<lost>${N}) 家本期没再买（上期共 (?<sum>${N})），(?:除上面说到的外，)?最大的是(?<name>.+)（(?<amount>${N})）。$`,
    ),
    en: new RegExp(
      `^Of the (?<active>${N}) clients active in the previous period, (?<lost>${N}) bought nothing in this one \\(they had bought (?<sum>${N})\\); (?:apart from those above, )?the largest is (?<name>.+) \\((?<amount>${N})\\)\\.$`,
    ),
    figures: ({ name }, book) => {
      const rows = gone(book);
      return {
        active:
          rows.length +
          active(book).rows.filter(
            (row) => typeof row.get('上期净销售额') === 'number' && numberOf(row, '上期净销售额') !== 0,
          ).length,
        lost: rows.length,
        sum: sumOf(rows, '上期净销售额'),
        amount: numberOf(
          rows.find((row) => isNamed(row, name)),
          '上期净销售额',
        ),
      };
    },
  },
  {
    kind: 'complaintWave',
    zh: new RegExp(
      `^(?<month>\\d{4}-\\d\\d) 投诉 (?<n>${N}) 件，之前 (?<months>\\d+) 个月平均每月 (?<mean>${N}) 件(?:，(?<problem>[^，]+)最多（(?<most>\\d+) 件）)?(?:，(?<name>.+)一家 (?<own>\\d+) 件)?。$`,
    ),
    en: new RegExp(
      `^(?<n>${N}) complaints in (?<month>\\d{4}-\\d\\d); (?<mean>${N}) a month in the (?<months>\\d+) months before(?:, most of them (?<problem>[^,]+) \\((?<most>\\d+)\\))?(?:, (?<own>\\d+) from (?<name>.+))?\\.$`,
    ),
    figures: ({ month, problem, name }, book) => {
      const rows = tableWith(book, '投诉汇总', '月份', '受理').rows;
      const earlier = rows.filter((row) => String(row.get('月份')) < month!);
      const inMonth = book.complaints.filter((one) => one.month === month);
      return {
        month: String(rows.at(-1)!.get('月份')),
        n: numberOf(
          rows.find((row) => row.get('月份') === month),
          '受理',
        ),
        months: earlier.length,
        mean: sumOf(earlier, '受理') / earlier.length,
        most: inMonth.filter((one) => one.problem === problem).length,
        own: inMonth.filter((one) => one.client === name).length,
      };
    },
  },
  {
    kind: 'offTarget',
    zh: new RegExp(
      `^(?<label>.+?) (?<value>[\\d.]+%)，目标 (?<target>[\\d.]+%)：(?<n>${N}) 次里有 (?<cases>${N}) 次不合格(?:，(?<name>.+)最多（(?<own>${N}) 次）)?。$`,
    ),
    en: new RegExp(
      `^(?<label>.+?) (?<value>[\\d.]+%), target (?<target>[\\d.]+%): (?<cases>${N}) of (?<n>${N}) missed it(?:, most often for (?<name>.+) \\((?<own>${N})\\))?\\.$`,
    ),
    figures: ({ cases, n, own, name }, book) => {
      const row = tableWith(book, '物流指标', '指标', '分子', '分母').rows.find(
        // What is missed are cases: the line below counts the rows of the sample.
        (one) =>
          plain(n!) === numberOf(one, '分母') &&
          numberOf(one, '样本 n') === numberOf(one, '分母') &&
          plain(cases!) === missedOf(one),
      );
      if (!row) throw new Error(`no indicator of 物流指标 has ${cases} of ${n}`);
      // Clients of one name are told apart by their codes on the sheet, and one of them is meant.
      const bearsOut = tableWith(book, '客户指标', '客户名称', '订单数').rows.some((one) => {
        const share = one.get(String(row.get('指标')));
        return isNamed(one, name) && typeof share === 'number' && isWhole(share, plain(own!), numberOf(one, '订单数'));
      });
      return {
        value: numberOf(row, '本期'),
        target: numberOf(row, '目标'),
        n: numberOf(row, '分母'),
        cases: missedOf(row),
        own: bearsOut ? plain(own!) : NaN,
      };
    },
  },
  {
    kind: 'expectedDeals',
    zh: new RegExp(
      `^近期可成交 (?<n>\\d+) 个商机，共 (?<sum>${N})(?:；最大的是(?<name>.+)（(?<amount>${N})(?:，预计 (?<day>[\\d-]+))?）)?。$`,
    ),
    en: new RegExp(
      `^Deals about to close: (?<n>\\d+), worth (?<sum>${N})(?:; the largest is (?<name>.+) \\((?<amount>${N})(?:, expected (?<day>[\\d-]+))?\\))?\\.$`,
    ),
    figures: ({ name }, book) => {
      const { rows } = tableWith(book, '商机分级', '商机', '预计日期', '下一步', '预计金额');
      const near = tablesOf('商机分级', book.sheets.get('商机分级')!).find(({ heading }) =>
        heading.startsWith('预计成交名单'),
      )!.rows;
      const own = near
        .filter((row) => row.get('客户名称') === name)
        .sort((a, b) => numberOf(b, '预计金额') - numberOf(a, '预计金额'))[0];
      return {
        n: rows.length > 0 ? near.length : 0,
        sum: sumOf(near, '预计金额'),
        amount: Math.max(...near.map((row) => numberOf(row, '预计金额'))),
        day: isoOf(numberOf(own, '预计日期')),
      };
    },
  },
  {
    kind: 'concentration',
    zh: /^最大的(?<which>一|五)家客户占净销售额 (?<share>[\d.]+%)，超过提醒线 (?<limit>[\d.]+%)(?:：它一走，销售就少这么多)?。$/,
    en: /^The (?:largest|(?<which>five) largest) clients? accounts? for (?<share>[\d.]+%) of net sales, above the alert threshold of (?<limit>[\d.]+%)(?:: losing it would cost that much)?\.$/,
    figures: ({ which }, book) => {
      const row = tableWith(book, '客户等级', '指标', '数值', '提醒界限').rows.find((one) =>
        String(one.get('指标')).startsWith(which === '五' || which === 'five' ? '前五大' : '第一大'),
      );
      return { share: numberOf(row, '数值'), limit: numberOf(row, '提醒界限') };
    },
  },
  {
    kind: 'unreadRows',
    zh: new RegExp(
      `^「(?<sheet>.+)」(?<read>${N}) 行里有 (?<n>${N}) 行（(?<share>[\\d.]+%)）不能用，没有计入上面的数。$`,
    ),
    en: new RegExp(
      `^(?<n>${N}) of the (?<read>${N}) rows on “(?<sheet>.+)” \\((?<share>[\\d.]+%)\\) could not be used and are not included in these figures\\.$`,
    ),
    figures: ({ sheet }, book) => {
      const row = tableWith(book, '数据检查', '读入', '剔除').rows.find((one) => one.get('工作表') === sheet);
      return {
        read: numberOf(row, '读入'),
        n: numberOf(row, '剔除'),
        share: numberOf(row, '剔除') / numberOf(row, '读入'),
      };
    },
  },
];

/** What is said of one client, phrase by phrase. */
const PHRASES: readonly (Omit<Pattern, 'figures'> & {
  readonly figures: (name: string, book: WrittenBook, said: Groups) => Readonly<Record<string, number | string>>;
})[] = [
  {
    kind: 'limitExceeded',
    zh: new RegExp(`^超额度 (?<excess>${N})（现有额度 (?<limit>${N})）$`),
    en: new RegExp(`^(?<excess>${N}) over limit of (?<limit>${N})$`),
    figures: (name, book) => {
      const row = rowOf(tableWith(book, '信用评估', '占用', '现有额度'), name);
      return { excess: numberOf(row, '占用') - numberOf(row, '现有额度'), limit: numberOf(row, '现有额度') };
    },
  },
  {
    kind: 'overdueMoney',
    zh: new RegExp(`^逾期 (?<overdue>${N})（可催收 (?<open>${N})，最长 (?<days>${N}) 天）$`),
    en: new RegExp(`^(?<overdue>${N}) overdue of (?<open>${N}) collectable, longest (?<days>${N}) days$`),
    figures: (name, book) => {
      const row = rowOf(tableWith(book, '应收账龄', '可催收', '逾期'), name);
      return { overdue: numberOf(row, '逾期'), open: numberOf(row, '可催收'), days: numberOf(row, '最长逾期天数') };
    },
  },
  {
    kind: 'orderOverdue',
    zh: new RegExp(
      `^已 (?<days>${N}) 天未下单（(?:同行|全部客户)?通常 (?<gap>${N}) 天一单，(?:本期没买|本期净销售额 (?<net>${N}))）$`,
    ),
    en: new RegExp(
      `^(?<days>${N}) days no order \\((?:usually one|in its industry usually one|all clients usually order) every (?<gap>${N}) days; (?:bought nothing in the period|sales of the period (?<net>${N}))\\)$`,
    ),
    figures: (name, book) => {
      const words = alertOf(book, name);
      return {
        days: figureIn(words, /已 ([\d,]+) 天/),
        gap: figureIn(words, /每 ([\d.,]+) 天一单/),
        net: numberOf(rowOf(active(book), name), '净销售额'),
      };
    },
  },
  {
    kind: 'drop',
    zh: new RegExp(
      `^近(?<months>\\d+)个月(?:同比|环比)净销售额(?<drop>[+-][\\d.]+%)（(?<before>${N}) → (?<recent>${N})）$`,
    ),
    en: new RegExp(
      `^(?<months>\\d+) months on (?:year|(?<earlier>\\d+)): net sales (?<drop>[+-][\\d.]+%) \\((?<before>${N}) → (?<recent>${N})\\)$`,
    ),
    figures: (name, book) => {
      const words = alertOf(book, name);
      const [before, recent] = [figureIn(words, /（([\d,]+) →/), figureIn(words, /→ ([\d,]+)）/)];
      const months = figureIn(words, /近(\d+)个月/);
      return { months, earlier: months, before, recent, drop: (recent - before) / before };
    },
  },
  {
    kind: 'openComplaint',
    zh: /^未结投诉 (?<n>\d+) 件$/,
    en: /^open complaints: (?<n>\d+)$/,
    figures: (name, book) => ({
      n: tablesOf('投诉汇总', book.sheets.get('投诉汇总') ?? [])
        .filter(({ headers }) => headers.includes('投诉编号'))
        .flatMap(({ rows }) => rows)
        .filter((row) => row.get('客户名称') === name).length,
    }),
  },
];

const missedOf = (row: Row): number =>
  numberOf(row, '本期') >= numberOf(row, '目标')
    ? numberOf(row, '分子')
    : numberOf(row, '分母') - numberOf(row, '分子');

/** Whether so many cases, of at most so many orders, come to the share that the sheet shows. */
const isWhole = (share: number, cases: number, orders: number): boolean =>
  Array.from({ length: orders }, (_, at) => at + 1).some(
    (of) => Math.abs((of - cases) / of - share) < 1e-9 || Math.abs(cases / of - share) < 1e-9,
  );

const isoOf = (serial: number): string => new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
const plain = (said: string): number => Number(said.replace(/[,%+ 万亿KM]/g, ''));

const UNITS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, K: 1e3, M: 1e6, '%': 0.01 };

/** Whether a figure as said is the value, rounded to the digits that are said. */
function isSaid(said: string, value: number | string): boolean {
  if (typeof value === 'string') return said === value;
  const unit = UNITS[/[万亿KM%]$/.exec(said)?.[0] ?? ''] ?? 1;
  const digits = /\.(\d+)/.exec(said)?.[1]?.length ?? 0;
  return Math.abs(plain(said) * unit - value) <= (0.5 * unit) / 10 ** digits + 1e-6 * unit;
}

function differences(where: string, said: Groups, figures: Readonly<Record<string, number | string>>): string[] {
  return Object.entries(said).flatMap(([name, words]) => {
    if (words === undefined || !(name in figures) || isSaid(words, figures[name]!)) return [];
    return [`${where}: ${name} is said to be ${words}, and is ${figures[name]}`];
  });
}

/** Digits that a match does not account for: of the groups, all have figures; names, labels and days before are left out. */
const WORDS_ONLY = new Set(['name', 'label', 'problem', 'sheet', 'way', 'which']);

/** Everything in a sentence that the written tables do not bear out; a sentence of no known form is one such thing. */
export function traceFinding(sentence: string, lang: 'zh' | 'en', book: WrittenBook): string[] {
  for (const pattern of PATTERNS) {
    const said = pattern[lang].exec(sentence)?.groups;
    if (!said) continue;
    const figures = pattern.figures(said, book);
    const untold = Object.keys(said).filter(
      (name) => said[name] !== undefined && !(name in figures) && !WORDS_ONLY.has(name),
    );
    return [
      ...untold.map((name) => `${pattern.kind}: nothing bears out ${name}`),
      ...differences(pattern.kind, said, figures),
    ];
  }
  const [, name, what] = (lang === 'zh' ? /^(.+?)：(.+)。$/ : /^(.+?): (.+)\.$/).exec(sentence) ?? [];
  if (name === undefined) return [`no form: ${sentence}`];
  return splitPhrases(what!, lang).flatMap((phrase) => {
    for (const one of PHRASES) {
      const said = one[lang].exec(phrase)?.groups;
      if (said) return differences(`${name} ${one.kind}`, said, one.figures(name, book, said));
    }
    return [`no form: ${phrase}`];
  });
}

/** Phrases stand between commas that are in no brackets. */
const splitPhrases = (what: string, lang: 'zh' | 'en'): string[] =>
  lang === 'zh' ? what.split(/，(?![^（]*）)/) : what.split(/; (?![^(]*\))/);

const NEXT = {
  zh: /^(?:(?<who>.+) )?(?<day>\d\d-\d\d)（(?<weekday>周.)）(?<way>电话|拜访|联络)：(?<ask>.+)$/,
  en: /^(?:(?<who>.+) )?(?<way>calls|visits|contacts them|Call|Visit|Contact them) on (?<day>\d\d-\d\d) \((?<weekday>\w+)\): (?<ask>.+)$/,
} as const;
const UNPLANNED = {
  zh: /^(?<who>.+) (?<day>\d\d-\d\d)（(?<weekday>周.)）联络，计划里没有排到：(?<ask>.+)$/,
  en: /^(?<who>.+) contacts them on (?<day>\d\d-\d\d) \((?<weekday>\w+)\), not on the plan yet: (?<ask>.+)$/,
} as const;
const WAYS: Readonly<Record<string, string>> = { 电话: '电话', 拜访: '拜访', 联络: '寄卡', calls: '电话', visits: '拜访', 'contacts them': '寄卡', Call: '电话', Visit: '拜访', 'Contact them': '寄卡' }; // prettier-ignore
const WEEKDAYS: Readonly<Record<string, string>> = { Mon: '周一', Tue: '周二', Wed: '周三', Thu: '周四', Fri: '周五', Sat: '周六', Sun: '周日' }; // prettier-ignore
const TO_DO = new Set(['待办', '逾期改排', '已改期']);
/** A rep who is only a number is said to be one. */
const isPerson = (cell: CellValue | undefined, said: string | undefined): boolean =>
  [String(cell ?? ''), `业务员${String(cell)}`, `Rep ${String(cell)}`].includes(said ?? '');
const numbersIn = (words: string): string[] => [...words.matchAll(/[\d,]*\d(?:\.\d+)?/g)].map(([one]) => one.replace(/,/g, '')); // prettier-ignore

/**
 * What of the line under a finding is not as the sheets have it: person, day, weekday and way by 联络计划 and the first contact
 * to come of that client; each number of what is asked by 预警, 联络计划 or the finding itself. Empty: all of it is.
 */
export function traceNextStep(next: string, finding: string, lang: 'zh' | 'en', { sheets }: WrittenBook): string[] {
  if (next === '') return [];
  const tables = (sheet: string): readonly Row[] =>
    tablesOf(sheet, sheets.get(sheet) ?? []).flatMap(({ rows }) => rows);
  const plan = tables('联络计划').filter((row) => TO_DO.has(String(row.get('状态'))));
  const alerts = tables('预警').filter((row) => row.has('要做什么'));
  const isToldOf = (row: Row): boolean => {
    const name = String(row.get('客户名称') ?? '');
    return name !== '' && (finding.includes(name) || next.includes(name));
  };
  const dated = NEXT[lang].exec(next)?.groups;
  const unplanned = UNPLANNED[lang].exec(next)?.groups;
  const ask = dated?.ask ?? unplanned?.ask ?? next;
  const wrong: string[] = [];
  // A line that names a day and is not understood would not be checked.
  if (!dated && !unplanned && /\d\d-\d\d（|on \d\d-\d\d/.test(next)) wrong.push(`${next}: not understood`);
  if (dated) {
    const own = plan.filter(isToldOf);
    const found = own.find(
      (row) =>
        isoOf(numberOf(row, '日期')).slice(5) === dated.day &&
        row.get('方式') === WAYS[dated.way!] &&
        (dated.who === undefined || isPerson(row.get('负责人'), dated.who)),
    );
    if (!found) wrong.push(`${next}: 联络计划 has no such contact`);
    else {
      const first = Math.min(...own.filter((row) => row.get('客户名称') === found.get('客户名称')).map((row) => numberOf(row, '日期'))); // prettier-ignore
      if (numberOf(found, '日期') !== first) wrong.push(`${next}: 联络计划 has an earlier contact`);
      const weekday = '日一二三四五六'[new Date((first - 25_569) * 86_400_000).getUTCDay()];
      if ((WEEKDAYS[dated.weekday!] ?? dated.weekday) !== `周${weekday}`)
        wrong.push(`${next}: that day is 周${weekday}`);
    }
  }
  if (
    unplanned &&
    plan.some(
      (row) =>
        isToldOf(row) &&
        finding
          .split('最大的是')
          .at(-1)!
          .includes(String(row.get('客户名称'))) &&
        !finding.includes('主要是'),
    )
  )
    // prettier-ignore
    wrong.push(`${next}: 联络计划 has a contact of that client`);
  if (unplanned) {
    // On the first day of work after the as-of day: nobody's contact on the plan is earlier.
    const days = plan.map((row) => isoOf(numberOf(row, '日期'))).sort();
    if (days.length > 0 && unplanned.day! > days[0]!.slice(5)) wrong.push(`${next}: 联络计划 begins on ${days[0]}`);
    const weekday = '日一二三四五六'[new Date(`${days[0]?.slice(0, 4)}-${unplanned.day}T00:00Z`).getUTCDay()];
    if ((WEEKDAYS[unplanned.weekday!] ?? unplanned.weekday) !== `周${weekday}`)
      wrong.push(`${next}: that day is 周${weekday}`);
  }
  const known = new Set(
    [finding, ...[...plan, ...alerts].filter(isToldOf).flatMap((row) => ['要做什么', '目的', '内容'].map((column) => String(row.get(column) ?? '')))].flatMap(numbersIn), // prettier-ignore
  );
  for (const number of numbersIn(ask)) if (!known.has(number)) wrong.push(`${next}: ${number} stands nowhere`);
  return wrong;
}
