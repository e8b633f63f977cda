import type { CellValue } from '../../src/workbook/cell-value';
import { tablesOf, type WrittenSheets, type WrittenTable } from './sheet-tables';

interface PlainRatio {
  readonly value?: number | null;
}

/** What the laws read of the JSON. */
export interface WrittenJson {
  readonly period: { readonly from: string; readonly to: string };
  readonly totals: { readonly netAmount: number; readonly orders: number; readonly activeClients: number };
  readonly clients: readonly {
    readonly code: string;
    readonly name: string;
    readonly netAmount: number;
    readonly orders: number;
    readonly growth: number | null;
    readonly lines: number;
  }[];
  readonly months: readonly { readonly netAmount: number }[];
  readonly tiers: readonly { readonly tier: number; readonly clients: number; readonly netAmount: number }[];
  readonly indicators: readonly { readonly id: string; readonly value: number | null }[];
  readonly receivables: {
    readonly missing?: unknown;
    readonly totals?: { readonly open: number; readonly disputed: number; readonly overdue: number };
    readonly clients?: readonly { readonly client: string; readonly open: number; readonly disputed: number }[];
    readonly collection?: readonly { readonly open: number }[];
    readonly openItems?: number;
  };
  readonly credit: {
    readonly missing?: unknown;
    readonly clients?: readonly { readonly client: string; readonly use: PlainRatio }[];
  };
}

/** Two places of one workbook that cannot both be right. */
export interface Contradiction {
  readonly law: string;
  readonly what: string;
}

/** Words of these columns are written for the place where they stand; all other columns say one thing of a client. */
const OWN_WORDS =
  /^(备注|内容|说明|为什么|日期|状态|种类|变动|原始行|轻重|名次|处理|提示|下一步|要做什么|怎么做|占比|类别|占全年|营销方案|未达标|评价要素|5C|分数|权重|失分|依据|审批意见|天数|处理结果|处理日期|催收|与往来|事项|还差什么|计划联络|联络结果|人天|原因|有风险的金额|拜访次数|占用构成|订单号|订货日期|提货或发货|承诺交期|已逾期天数|超过承诺天数|品名|未交数量)/;
const CLIENT = '客户编号';
/** Speaks of earlier days too, and of values as the sheets of those days wrote them. */
const OF_OTHER_DAYS = '历史快照';
const TOLERANCE = 0.005;

const isNumber = (value: CellValue | undefined): value is number => typeof value === 'number';
const differs = (a: CellValue, b: CellValue): boolean =>
  isNumber(a) && isNumber(b) ? Math.abs(a - b) > TOLERANCE * Math.max(1, Math.abs(a) * 1e-9) : a !== b;
const wordOf = (value: CellValue | undefined): string => (isNumber(value) ? String(value) : String(value ?? ''));

/** Reads numbers as the sheets write them in sentences. @example '1,234.50' //=> 1234.5 */
const numberIn = (words: string): number => Number(words.replace(/,/g, ''));

/** Everything in a written workbook and its JSON that contradicts something else in them. */
export function findContradictions(sheets: WrittenSheets, json: WrittenJson): Contradiction[] {
  const tables = [...sheets].flatMap(([name, cells]) => tablesOf(name, cells));
  return [
    ...sameClientSameFigure(tables.filter(({ sheet }) => sheet !== OF_OTHER_DAYS)),
    ...totalsAreSums(tables),
    ...wholeBook(sheets, tables, json),
    ...sentences(sheets, tables, json),
    ...planLines(tables),
  ];
}

/** So that a rep reads it at a glance. */
const MOST_PURPOSE = 36;

/**
 * A line of the plan says what it is for in few characters, nothing twice, and nothing that is over by its day: an order due, a
 * birthday.
 */
function planLines(tables: readonly WrittenTable[]): Contradiction[] {
  const found: Contradiction[] = [];
  for (const { headers, rows } of tables) {
    if (!headers.includes('目的') || !headers.includes('准备与要点')) continue;
    for (const row of rows) {
      // What was done, cancelled or left from earlier stands as it was written then.
      if (!['待办', '逾期改排'].includes(wordOf(row.get('状态')))) continue;
      const at = `${wordOf(row.get('计划编号'))}`;
      const purpose = wordOf(row.get('目的'));
      const on = row.get('日期');
      const [points = '', prepare = ''] = wordOf(row.get('准备与要点')).split(/。?备：/);
      const said = [purpose, ...points.split('；').filter((one) => one !== '')];
      const report = (what: string): void => void found.push({ law: 'plan line', what: `${at}: ${what}` });
      if (purpose === '' || purpose.length > MOST_PURPOSE) report(`purpose “${purpose}”`);
      const gists = said.map((one) => one.replace(/，.*$/, ''));
      if (new Set(gists).size < gists.length) report(`says twice: ${said.join('；')}`);
      for (const pattern of [/已[\d,]+天未下单/, /近\d+个月(?:同比|环比|没有下单)/, /未结投诉/, /逾期 |提醒付款/])
        if (said.filter((one) => pattern.test(one)).length > 1) report(`says twice: ${said.join('；')}`);
      const things = prepare.split('、');
      if (new Set(things).size < things.length) report(`prepares twice: ${prepare}`);
      for (const one of said) {
        const due = /^约(\d\d)-(\d\d)该下单/.exec(one) ?? /生日 (\d\d)-(\d\d)$/.exec(one);
        if (due && isNumber(on) && monthDay(on) > `${due[1]}-${due[2]}` && monthDay(on).slice(0, 2) === due[1])
          report(`“${one}” on ${monthDay(on)}`);
      }
    }
  }
  return found;
}

/** Month and day of a serial day. @example 46304 //=> '10-09' */
const monthDay = (serial: number): string => new Date((serial - 25569) * 86_400_000).toISOString().slice(5, 10);

/** One measure of one client has one value: tables with one row a client, wherever a column has the same name. */
function sameClientSameFigure(tables: readonly WrittenTable[]): Contradiction[] {
  const seen = new Map<string, { readonly value: CellValue; readonly sheet: string }>();
  const found: Contradiction[] = [];
  for (const { sheet, headers, rows } of tables) {
    // A table of years has a figure a year; what it says is not of the period.
    if (!headers.includes(CLIENT) || headers.includes('年度')) continue;
    const codes = rows.map((row) => wordOf(row.get(CLIENT)));
    if (new Set(codes).size < codes.length) continue;
    for (const row of rows) {
      const code = wordOf(row.get(CLIENT));
      if (code === '') continue;
      for (const header of headers) {
        const value = row.get(header) ?? null;
        if (header === CLIENT || OWN_WORDS.test(header) || value === null || value === '—') continue;
        const key = `${code}\u0000${header}`;
        const before = seen.get(key);
        if (!before) seen.set(key, { value, sheet });
        else if (differs(before.value, value))
          found.push({
            law: 'same client, same figure',
            what: `${header} of ${code}: ${before.sheet} ${wordOf(before.value)}, ${sheet} ${wordOf(value)}`,
          });
      }
    }
  }
  return found;
}

/** Totals that are no sums: one client counts once though it stands in several rows, an order has lines of several; a rate of all is no sum. */
const NO_SUM = /^(数量|订单数)$|率$/;
/** Rounded row by row and once more in the total, which is of the unrounded parts: half a unit a row may lie between. */
const ROUNDED = /净销售额|人天|余力/;

function totalsAreSums(tables: readonly WrittenTable[]): Contradiction[] {
  return tables.flatMap(({ sheet, heading, headers, rows, total }) =>
    headers.flatMap((header): Contradiction[] => {
      const written = total?.get(header);
      if (!isNumber(written) || NO_SUM.test(header)) return [];
      const sum = rows.reduce((all, row) => {
        const value = row.get(header);
        return all + (isNumber(value) ? value : 0);
      }, 0);
      const rounding = ROUNDED.test(header) ? 0.005 * rows.length : 0;
      return Math.abs(sum - written) <= 0.006 + rounding
        ? []
        : [{ law: 'totals are sums', what: `${sheet} ${heading} ${header}: total ${written}, rows add to ${sum}` }];
    }),
  );
}

const tableWith = (
  tables: readonly WrittenTable[],
  sheet: string,
  ...headers: readonly string[]
): WrittenTable | undefined =>
  tables.find((table) => table.sheet === sheet && headers.every((header) => table.headers.includes(header)));
const sumOf = (table: WrittenTable | undefined, header: string): number | undefined =>
  table?.rows.reduce((all, row) => {
    const value = row.get(header);
    return all + (isNumber(value) ? value : 0);
  }, 0);
const headOf = (sheets: WrittenSheets, name: string): string =>
  (sheets.get(name) ?? [])
    .slice(0, 8)
    .flat()
    .filter((value) => typeof value === 'string')
    .join('\n');

/** The value under a tile's label. */
export function tileOf(sheets: WrittenSheets, label: string): CellValue | undefined {
  const cells = sheets.get('概览') ?? [];
  for (let row = 0; row < Math.min(20, cells.length); row++) {
    const column = (cells[row] ?? []).indexOf(label);
    if (column >= 0) return cells[row + 1]?.[column] ?? null;
  }
  return undefined;
}

function wholeBook(sheets: WrittenSheets, tables: readonly WrittenTable[], json: WrittenJson): Contradiction[] {
  const found: Contradiction[] = [];
  const equal = (what: string, figures: Readonly<Record<string, CellValue | undefined>>): void => {
    const known = Object.entries(figures).filter((entry): entry is [string, number] => isNumber(entry[1]));
    const first = known[0];
    if (!first) return;
    if (known.some(([, value]) => Math.abs(value - first[1]) > 0.006))
      found.push({
        law: 'one value',
        what: `${what}: ${known.map(([place, value]) => `${place} ${value}`).join(', ')}`,
      });
  };
  const sheetSum = (sheet: string, header: string, ...more: readonly string[]): number | undefined =>
    sumOf(tableWith(tables, sheet, header, ...more), header);
  const totalOf = (sheet: string, header: string, ...more: readonly string[]): CellValue | undefined =>
    tableWith(tables, sheet, header, ...more)?.total?.get(header);
  const months = tableWith(tables, '客户各月', CLIENT, '客户名称');
  equal('净销售额', {
    json: json.totals.netAmount,
    概览: tileOf(sheets, '净销售额'),
    客户统计: totalOf('客户统计', '净销售额', CLIENT),
    '客户统计 各月': totalOf('客户统计', '净销售额', '月份'),
  });
  const nearly = (what: string, whole: number, sum: number | undefined, parts: number): void => {
    if (sum !== undefined && Math.abs(whole - sum) > 0.006 + 0.005 * parts)
      found.push({ law: 'parts add to the whole', what: `${what}: ${whole}, parts ${sum}` });
  };
  const net = json.totals.netAmount;
  const sumJson = (list: readonly { readonly netAmount: number }[]): number =>
    list.reduce((all, one) => all + one.netAmount, 0);
  nearly('json clients', net, sumJson(json.clients), json.clients.length);
  nearly('json months', net, sumJson(json.months), json.months.length);
  nearly('概览 各地区', net, sheetSum('概览', '净销售额', '地区'), 20);
  if (months) {
    const columns = months.headers.filter((header) => /^\d{4}-\d\d$/.test(header));
    const sum = columns.reduce((all, header) => all + sumOf(months, header)!, 0);
    if (columns.length === json.months.length) nearly('客户各月', net, sum, months.rows.length * columns.length);
  }
  equal('订单数', {
    // Without sales lines orders are those of the deliveries, which only 客户指标 counts.
    json: json.totals.orders > 0 ? json.totals.orders : undefined,
    客户统计: tableWith(tables, '客户统计', '订单数', CLIENT)?.total?.get('订单数'),
    '客户指标 按业务员': sheetSum('客户指标', '订单数', '业务员', '未达标'),
  });
  const { totals } = json.receivables;
  if (totals) {
    equal('应收合计', {
      json: totals.open + totals.disputed,
      应收账龄: sheetSum('应收账龄', '应收合计', CLIENT),
      ...((json.receivables.openItems ?? 0) === (json.receivables.collection?.length ?? 0) && {
        收款计划: sheetSum('收款计划', '未收金额'),
      }),
    });
    equal('逾期', { json: totals.overdue, 应收账龄: sheetSum('应收账龄', '逾期'), 概览: tileOf(sheets, '逾期应收') });
  }
  for (const { id, value } of json.indicators) {
    const row = tables
      .filter(({ sheet, headers }) => sheet === '物流指标' && headers.includes('分子'))
      .flatMap(({ rows }) => rows)
      .find((one) => one.get('编号') === id);
    if (row) equal(`指标 ${id}`, { json: value ?? undefined, 物流指标: row.get('本期') });
  }
  return found;
}

/** A sentence, and what the rows say that it speaks of. */
interface SentenceLaw {
  readonly law: string;
  readonly sheet: string;
  readonly pattern: RegExp;
  readonly rows: (context: {
    readonly sheets: WrittenSheets;
    readonly tables: readonly WrittenTable[];
    readonly json: WrittenJson;
  }) => readonly (number | undefined)[];
}

const isPositive = (value: CellValue | undefined): boolean => isNumber(value) && value > 0;
const countRows = (
  table: WrittenTable | undefined,
  is: (row: ReadonlyMap<string, CellValue>) => boolean,
): number | undefined => table?.rows.filter(is).length;

/** Longer lists are cut, and say so. */
const LONGEST_LIST = 1000;

const SENTENCES: readonly SentenceLaw[] = [
  {
    law: 'clients without a transaction',
    sheet: '客户等级',
    pattern: /另有 ([\d,]+) 家本期没有交易/,
    rows: ({ json }) => [json.clients.filter(({ lines }) => lines === 0).length],
  },
  {
    law: 'orders past their day',
    sheet: '概览',
    pattern: /有 ([\d,]+) 单已过承诺交期/,
    rows: ({ tables }) => {
      const list = tableWith(tables, '交期分级', '未交数量');
      return list && list.rows.length >= LONGEST_LIST
        ? []
        : [countRows(list, (row) => isPositive(row.get('已逾期天数')))];
    },
  },
  {
    law: 'lost clients',
    sheet: '概览',
    pattern: /流失 ([\d,]+) 家客户/,
    rows: ({ sheets, tables }) => [
      countRows(tableWith(tables, '客户统计', '变动'), (row) => row.get('变动') === '流失'),
      Number(tileOf(sheets, '流失客户')),
    ],
  },
  {
    law: 'open complaints',
    sheet: '概览',
    pattern: /([\d,]+) 件投诉未解决/,
    rows: ({ tables }) => [countRows(tableWith(tables, '投诉汇总', '已过天数'), () => true)],
  },
  {
    law: 'files due',
    sheet: '客户档案',
    pattern: /资料该更新的 ([\d,]+) 家/,
    rows: ({ sheets, tables }) => [
      countRows(tableWith(tables, '客户档案', '更新'), (row) => row.get('更新') === '▲ 该更新'),
      sheets.has('概览') ? Number(tileOf(sheets, '该更新的档案')) : undefined,
    ],
  },
  {
    law: 'clients without a day of update',
    sheet: '预警',
    pattern: /([\d,]+) 家客户没有资料更新日/,
    rows: ({ tables }) => [
      countRows(
        tableWith(tables, '客户档案', '资料更新日'),
        (row) => row.get('资料更新日') === '—' && row.get('更新') !== '不在客户表',
      ),
    ],
  },
  {
    law: 'collection head',
    sheet: '收款计划',
    pattern: /应收合计 ([\d,.]+)/,
    rows: ({ tables, json }) => [
      json.receivables.openItems === json.receivables.collection?.length
        ? sumOf(tableWith(tables, '收款计划', '未收金额'), '未收金额')
        : undefined,
    ],
  },
];

/** Sentences that may not be written at all: they say two things at once, or compare what cannot be compared. */
const NEVER: readonly { readonly law: string; readonly pattern: RegExp }[] = [
  { law: 'slow payer that pays early', pattern: /付款(偏慢|高风险)；平均提前/ },
  { law: 'prompt payer that pays late', pattern: /付款及时；平均超期 (?!0\.)[1-9]\d/ },
  {
    law: 'a change without its window',
    pattern: /^(?!.*(近\d+个月|上期|同比|环比)).*(净额|增减)(下降)? ?[+−-]?\d[\d.]*%/,
  },
  {
    law: 'words of developers',
    pattern:
      /\bproposal\b|run\.period|run\.asOf|client-missing|指纹|\bt \d|置信[高中低]|分母为零|definitions §|undefined|NaN|\[object/,
  },
];

function sentences(sheets: WrittenSheets, tables: readonly WrittenTable[], json: WrittenJson): Contradiction[] {
  const found: Contradiction[] = [];
  for (const { law, sheet, pattern, rows } of SENTENCES) {
    for (const value of (sheets.get(sheet) ?? []).flat()) {
      const said = typeof value === 'string' ? pattern.exec(value)?.[1] : undefined;
      if (said === undefined) continue;
      for (const counted of rows({ sheets, tables, json })) {
        if (counted !== undefined && !Number.isNaN(counted) && Math.abs(counted - numberIn(said)) > 0.006)
          found.push({ law, what: `${sheet} says ${said}, the rows say ${counted}` });
      }
    }
  }
  for (const [sheet, cells] of sheets) {
    const shown = HIDDEN.has(sheet) ? withoutHidden(cells, HIDDEN.get(sheet)!) : cells;
    for (const value of shown.flat()) {
      if (typeof value !== 'string') continue;
      for (const { law, pattern } of NEVER)
        if (pattern.test(value)) found.push({ law, what: `${sheet}: ${value.slice(0, 90)}` });
    }
  }
  return [...found, ...headIsOfRows(sheets, tables), ...clientSentences(tables)];
}

/** Columns that the program keeps for itself, of no width: by sheet, the headers of its first table. */
const HIDDEN: ReadonlyMap<string, readonly string[]> = new Map([
  ['参数', ['编号']],
  ['刷新记录', ['参数指纹', '数据指纹']],
]);

function withoutHidden(
  cells: readonly (readonly CellValue[])[],
  headers: readonly string[],
): readonly (readonly CellValue[])[] {
  const columns = new Set(cells.flatMap((row) => headers.map((header) => row.indexOf(header)).filter((at) => at >= 0)));
  return cells.map((row) => row.filter((_, at) => !columns.has(at)));
}

/** What a sentence of one client's row says, and the column that has the same figure of the client; rounded as the words are. */
const OF_CLIENT: readonly { readonly pattern: RegExp; readonly column: string }[] = [
  { pattern: /逾期 (\d[\d,]*(?:\.\d+)?)(?![\d,.]* ?天)/, column: '逾期' },
  { pattern: /提醒付款 (\d[\d,]*(?:\.\d+)?)/, column: '逾期' },
  { pattern: /有争议 (\d[\d,]*(?:\.\d+)?)/, column: '有争议' },
  { pattern: /占用 (\d[\d,]*(?:\.\d+)?)/, column: '占用' },
  { pattern: /现有额度 (\d[\d,]*(?:\.\d+)?)/, column: '现有额度' },
  { pattern: /^近12个月净销售额(\d[\d,]*(?:\.\d+)?)、/, column: '净销售额' },
  { pattern: /^近12个月净销售额[\d,.]+、(\d[\d,]*)单/, column: '订单数' },
];
/** Half of the last unit that is said. */
const SAID = 0.5 + 1e-6;

/** Alerts, cards and plan lines say of a client what its tables say. */
function clientSentences(tables: readonly WrittenTable[]): Contradiction[] {
  const figures = new Map<string, number>();
  const names = new Map<string, string[]>();
  for (const { headers, rows } of tables) {
    if (!headers.includes(CLIENT)) continue;
    for (const row of rows) {
      const code = wordOf(row.get(CLIENT));
      const name = wordOf(row.get('客户名称'));
      const known = names.get(name) ?? [];
      if (code !== '' && !known.includes(code)) names.set(name, [...known, code]);
      for (const { column } of OF_CLIENT) {
        const value = row.get(column);
        if (isNumber(value) && !figures.has(`${code} ${column}`)) figures.set(`${code} ${column}`, value);
      }
    }
  }
  const found: Contradiction[] = [];
  for (const { sheet, headers, rows } of tables) {
    if (!headers.includes('客户名称') || sheet === OF_OTHER_DAYS) continue;
    for (const row of rows) {
      const codes = headers.includes(CLIENT)
        ? [wordOf(row.get(CLIENT))]
        : (names.get(wordOf(row.get('客户名称'))) ?? []);
      // Two clients of one name are told apart by their codes alone.
      if (codes.length !== 1) continue;
      for (const header of headers) {
        const words = row.get(header);
        if (typeof words !== 'string') continue;
        for (const { pattern, column } of OF_CLIENT) {
          const said = pattern.exec(words)?.[1];
          const figure = figures.get(`${codes[0]!} ${column}`);
          if (said !== undefined && figure !== undefined && Math.abs(numberIn(said) - figure) > SAID)
            found.push({
              law: 'a sentence of a client',
              what: `${sheet}, ${codes[0]!}: “${words.slice(0, 60)}”, ${column} is ${figure}`,
            });
        }
      }
    }
  }
  return found;
}

/** What stands in a sheet's head as “word n 家” is counted in its main table, where a column has the word. */
function headIsOfRows(sheets: WrittenSheets, tables: readonly WrittenTable[]): Contradiction[] {
  const found: Contradiction[] = [];
  const check = (sheet: string, header: string): void => {
    const table = tableWith(tables, sheet, header, CLIENT);
    if (!table) return;
    for (const [, word = '', n = ''] of headOf(sheets, sheet).matchAll(/(\S+) ([\d,]+) 家/g)) {
      const counted = countRows(table, (row) => row.get(header) === word);
      if (counted !== undefined && counted !== numberIn(n) && table.rows.some((row) => row.get(header) === word))
        found.push({ law: 'head is of rows', what: `${sheet}: ${word} ${n}, rows ${counted}` });
    }
  };
  check('客户等级', '等级');
  check('客户分类', '级别');
  check('信用评估', '信用等级');
  return found;
}
