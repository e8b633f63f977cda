import { SHEET_DEFINITIONS } from '../../../src/ingest/fields';
import { HelpAsked, languageOf, parseArguments, parsePeriod } from '../../../src/cli/arguments';
import { EXIT } from '../../../src/cli/exit-codes';
import { Refusal } from '../../../src/cli/refusal';
import { dayOf } from '../../../src/core/model/day';

describe('arguments of the command line', () => {
  it('needs none: the sample, in Chinese', () => {
    expect(parseArguments([])).toEqual({
      others: [],
      sources: [],
      sourceTimeout: 600,
      pushDown: false,
      lang: 'zh',
      alias: false,
      secrecy: 'open',
      onlyChanges: false,
      restore: false,
      inPlace: false,
      force: false,
    });
  });

  it('reads every option', () => {
    const argv = ['a b.xlsx', '-o', 'out.xlsx', '--lang', 'en', '--as-of', '1970-01-01', '--period', 'year:2025'];
    expect(
      parseArguments([...argv, '--reports', 'overview,clientTiers', '--map', 'm.json', '--json', 'j.json']),
    ).toEqual({
      onlyChanges: false,
      others: [],
      sources: [],
      sourceTimeout: 600,
      pushDown: false,
      restore: false,
      workbook: 'a b.xlsx',
      output: 'out.xlsx',
      lang: 'en',
      asOf: 0,
      period: { kind: 'year', year: 2025 },
      reports: ['overview', 'clientTiers'],
      map: 'm.json',
      json: 'j.json',
      alias: false,
      secrecy: 'open',
      inPlace: false,
      force: false,
    });
  });

  it.each([
    ['last12m', { kind: 'last12m' }],
    ['ytd', { kind: 'ytd' }],
    ['all', { kind: 'all' }],
    ['2025-01-31..2025-03-01', { kind: 'range', from: dayOf(2025, 1, 31), to: dayOf(2025, 3, 1) }],
  ])('knows the period %s', (text, choice) => {
    expect(parsePeriod(text)).toEqual(choice);
  });

  it('reads kinds of input sheets by id and by title, or all of them', () => {
    expect(parseArguments(['--template', 'clients,交易,Market', 'a.xlsx']).template).toEqual([
      'clients',
      'transactions',
      'market',
    ]);
    expect(parseArguments(['--template', 'all', '-o', 'a.xlsx']).template).toHaveLength(SHEET_DEFINITIONS.length);
    expect(
      parseArguments(['--template', 'market,form:提货单,form:gatePass,form:Delivery note', 'a.xlsx']).template,
    ).toEqual(['market', 'form:deliveryNote', 'form:gatePass']);
    expect(parseArguments(['--template', 'form:all', 'a.xlsx']).template).toHaveLength(27);
  });

  it.each([
    [['--alias', 'a.xlsx']],
    [['--share', 'b.xlsx', '--secrecy', 'top', 'a.xlsx']],
    [['--template', 'clients']],
    [['--template', 'nonsense', 'a.xlsx']],
    [['--template', 'form:nonsense', 'a.xlsx']],
    [['--period', 'lately']],
    [['--period', '2025-03-01..2025-01-31']],
    [['--period', '2025-02-29..2025-03-31']],
    [['--as-of', '2025-13-01']],
    [['--lang', 'fr']],
    [['--nonsense']],
    [['a.xlsx', 'b.xlsx', '--restore']],
    [['a.xlsx', '--in-place', '-o', 'b.xlsx']],
    [['--in-place']],
    [['--reports', 'a,,b']],
  ])('refuses %j in one sentence', (argv) => {
    expect(() => parseArguments(argv)).toThrow(Refusal);
  });

  it.each([
    [['--nonsense'], '没有“--nonsense”这个选项。', 'There is no option “--nonsense”.'],
    [
      ['--outptu', 'a.xlsx'],
      '没有“--outptu”这个选项；是想用 --output 吗？',
      'There is no option “--outptu”; did you mean --output?',
    ],
    [
      ['a.xlsx', '-o'],
      '选项 -o, --output <file> 后面缺少内容。',
      'Something is missing behind the option -o, --output <file>.',
    ],
    [
      ['a b', 'c d', '--restore'],
      '--template 和 --restore 一次只能给一个工作簿；文件名里有空格时请加引号。',
      '--template and --restore take one workbook at a time; put a name with spaces in quotes.',
    ],
    [
      ['--source', 'SELECT 1', '--database', 'postgresql://kelan:geheim@erp/sales', '-o', 'a.xlsx'],
      expect.stringContaining('--database 里不能有密码'),
      expect.stringContaining('No password may stand in --database'),
    ],
    [
      ['--source', 'SELECT 1'],
      expect.stringContaining('请用 -o 说明结果写到哪里'),
      expect.stringContaining('say by -o where the result goes'),
    ],
    [
      ['a.xlsx', '--source', 'SELECT 1', '--source-timeout', '0'],
      expect.stringContaining('“0”不是秒数'),
      expect.stringContaining('“0” is no number of seconds'),
    ],
    [['--lang', 'fr'], '--lang 没有“fr”；可选：zh, en。', '--lang knows no “fr”; it takes zh, en.'],
    [['--period', 'soon'], expect.stringContaining('“soon”不是期间'), expect.stringContaining('“soon” is no period')],
    [
      ['--reports', 'overviu'],
      expect.stringMatching(/没有“overviu”这张报表；可选：overview 概览、.*alerts 预警/),
      expect.stringMatching(/no report “overviu”; there are overview, .*alerts/),
    ],
    [
      ['x.xlsx', '-o', 'x.csv'],
      expect.stringContaining('“x.csv”不能作为结果'),
      expect.stringContaining('ends in .xlsx'),
    ],
    [
      ['x.xlsx', '--share', 'x.pdf'],
      expect.stringContaining('“x.pdf”不能作为结果'),
      expect.stringContaining('ends in .xlsx'),
    ],
  ])('says what is wrong with %j in either language', (argv, zh, en) => {
    let said: unknown;
    try {
      parseArguments(argv);
    } catch (error) {
      said = error;
    }
    expect(said).toMatchObject({ text: { zh, en }, code: EXIT.usage });
  });

  it('takes reports by id or title in either language', () => {
    expect(parseArguments(['--reports', 'clientTiers,概览,Call plan']).reports).toEqual([
      'clientTiers',
      'overview',
      'callPlan',
    ]);
  });

  it.each([
    [['--lang', 'en', '--nonsense'], 'en'],
    [['--nonsense', '--lang=en'], 'en'],
    [['en', '--nonsense'], 'zh'],
    [['--lang'], 'zh'],
    [['--lang', 'fr'], 'zh'],
  ])('finds the language to complain in: %j', (argv, lang) => {
    expect(languageOf(argv)).toBe(lang);
  });

  it('hands out the help', () => {
    expect(() => parseArguments(['--help'])).toThrow(HelpAsked);
  });
});
