import { Command, CommanderError } from 'commander';
import app from '../../package.json';
import { reportTitles } from '../app/report-titles';
import type { ReportWish } from '../reports/standard-reports';
import { SHARE_LEVELS, type ShareLevel } from '../app/share/prepare-share-copy';
import { parseSince } from '../core/changes/since-choice';
import { dayIfReal, type Day } from '../core/model/day';
import type { PeriodChoice } from '../core/model/period';
import { parsePlanMonth } from '../core/plan/plan-month';
import { LANGS, type Lang } from '../i18n/lang';
import { fill, verbatim, type Text } from '../i18n/text';
import { FORMS } from '../app/templates/forms';
import type { TemplateId } from '../app/templates/make-template';
import { DIALECTS, type DialectName } from '../ingest/push-down/dialects';
import { SHEET_DEFINITIONS } from '../ingest/fields';
import { ARGUMENT_WORDS } from './argument-words';
import { Refusal } from './refusal';

/** What the person asked for on the command line, checked. */
export interface ReportArguments {
  /** Absent: the sample workbook. */
  readonly workbook?: string;
  /** Workbooks whose lines are read together with those of the first. */
  readonly others: readonly string[];
  /** Queries whose answers are read together with the sheets. */
  readonly sources: readonly string[];
  /** Where the queries are put: a database file, or an address; absent: files named in the query. */
  readonly database?: string;
  /** Seconds that a query may take. */
  readonly sourceTimeout: number;
  /** The engine adds up the sales lines of the query, and only sums come. */
  readonly pushDown: boolean;
  /** No reports: print the statement by which this engine adds up the lines. */
  readonly printSums?: DialectName;
  readonly output?: string;
  readonly lang: Lang;
  readonly asOf?: Day;
  readonly period?: PeriodChoice;
  readonly reports?: ReportWish;
  readonly map?: string;
  readonly json?: string;
  /** The month of the call plan, as it was written: `2026-02`. */
  readonly month?: string;
  /** Append contacts done on the plan to our log of them, from this run on. */
  readonly logDone?: boolean;
  /** The client that 客户卡片 shows. */
  readonly card?: string;
  /** The sales rep of 交接清单. */
  readonly handOver?: string;
  /** What the changes are told against: `2026-06-30`, `lastMonthEnd` … */
  readonly since?: string;
  /** Folder for the plan's calendar files. */
  readonly ics?: string;
  /** Blank input sheets to add instead of reports. */
  readonly template?: readonly TemplateId[];
  /** Where a copy for somebody else is to be written. */
  readonly share?: string;
  /** In the copy, clients stand by aliases. */
  readonly alias: boolean;
  /** What the copy may hold at most. */
  readonly secrecy: ShareLevel;
  /** In the copy: what people wrote, masked; absent: above the level open. */
  readonly freeText?: boolean;
  /** In the copy: only what changed. */
  readonly onlyChanges: boolean;
  /** Whom the copy is for: goes into the register. */
  readonly shareWith?: string;
  /** No refresh: put our sheets back as they stood before the last one. */
  readonly restore: boolean;
  readonly inPlace: boolean;
  /** Write over files that are there already, whatever they are: never the workbook that is read, nor another output. */
  readonly force: boolean;
}

/** The help, or the version, was asked for and is to be printed: no error. */
export class HelpAsked extends Error {
  override readonly name = 'HelpAsked';
}

const refuse = (text: Text, values: Readonly<Record<string, string>> = {}): Refusal => new Refusal(fill(text, values));

function parseDay(text: string): Day {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const day = match && dayIfReal(Number(match[1]), Number(match[2]), Number(match[3]));
  if (day === null || day === undefined) throw refuse(ARGUMENT_WORDS.noDay, { text });
  return day;
}

/** @example parsePeriod('year:2025') //=> { kind: 'year', year: 2025 } */
export function parsePeriod(text: string): PeriodChoice {
  if (text === 'last12m' || text === 'ytd' || text === 'all') return { kind: text };
  const year = /^year:(\d{4})$/.exec(text);
  if (year) return { kind: 'year', year: Number(year[1]) };
  const range = /^(\d{4}-\d{1,2}-\d{1,2})\.\.(\d{4}-\d{1,2}-\d{1,2})$/.exec(text);
  if (range) {
    const from = parseDay(range[1]!);
    const to = parseDay(range[2]!);
    if (to < from) throw refuse(ARGUMENT_WORDS.backwards, { text });
    return { kind: 'range', from, to };
  }
  throw refuse(ARGUMENT_WORDS.noPeriod, { text });
}

function parseMonth(text: string): string {
  if (!/^\d{4}-\d{2}$/.test(text) || parsePlanMonth(text) === undefined) throw refuse(ARGUMENT_WORDS.noMonth, { text });
  return text;
}

/** Kept as it was written: 上月末 means another day next month. */
function parseSinceWords(text: string): string {
  if (parseSince(text) === undefined) throw refuse(ARGUMENT_WORDS.noSince, { text });
  return text;
}
/** Seconds, as a whole number of at least one. */
function parseSeconds(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw refuse(ARGUMENT_WORDS.noSeconds, { text });
  return Number(text);
}
const ALL = 'all';

const parseList = (text: string): string[] => {
  const items = text.split(',').map((item) => item.trim());
  if (items.some((item) => item === '')) throw refuse(ARGUMENT_WORDS.commas, { text });
  return items;
};

function parseChoice<T extends string>(option: string, choices: readonly T[]): (text: string) => T {
  return (text) => {
    const found = choices.find((choice) => choice === text);
    if (found === undefined) throw refuse(ARGUMENT_WORDS.noChoice, { option, text, known: choices.join(', ') });
    return found;
  };
}

/** Ids of reports, also by either title, or `all`. @example parseReports('overview,客户等级') //=> ['overview', 'clientTiers'] */
function parseReports(text: string): ReportWish {
  if (text === ALL) return ALL;
  const reports = reportTitles();
  return parseList(text).map((word) => {
    const found = reports.find(({ id, sheet }) =>
      [id, sheet.zh, sheet.en].some((name) => name.toLowerCase() === word.toLowerCase()),
    );
    if (found) return found.id;
    throw new Refusal({
      zh: fill(ARGUMENT_WORDS.noReport, { word, known: reports.map(({ id, sheet }) => `${id} ${sheet.zh}`).join('、') })
        .zh,
      en: fill(ARGUMENT_WORDS.noReport, { word, known: reports.map(({ id }) => id).join(', ') }).en,
    });
  });
}

const FORM_PREFIX = 'form:';

/**
 * Blank sheets by id or by either title. @example parseTemplates('clients,form:提货单') //=> ['clients', 'form:deliveryNote']
 */
function parseTemplates(text: string): TemplateId[] {
  return [...new Set(parseList(text).flatMap((word) => (word.startsWith(FORM_PREFIX) ? formsCalled(word) : kindsCalled(word))))]; // prettier-ignore
}

function kindsCalled(word: string): readonly TemplateId[] {
  if (word === ALL) return SHEET_DEFINITIONS.map(({ kind }) => kind);
  const found = SHEET_DEFINITIONS.find(({ kind, title }) => isCalled(word, kind, title));
  if (found) return [found.kind];
  const known = SHEET_DEFINITIONS.map(({ kind, title }) => `${kind} ${title.zh}`).join(', ');
  throw refuse(ARGUMENT_WORDS.noKind, { word, known });
}

function formsCalled(word: string): readonly TemplateId[] {
  const name = word.slice(FORM_PREFIX.length).trim();
  if (name === ALL) return FORMS.map(({ id }) => `form:${id}` as const);
  const found = FORMS.find(({ id, title }) => isCalled(name, id, title));
  if (found) return [`form:${found.id}`];
  throw refuse(ARGUMENT_WORDS.noForm, { word: name, known: FORMS.map(({ id, title }) => `${id} ${title.zh}`).join(', ') }); // prettier-ignore
}

function isCalled(word: string, id: string, title: Text): boolean {
  return [id, title.zh, title.en].some((name) => name.toLowerCase() === word.toLowerCase());
}

/** What commander says of a command line that it cannot take apart, in both languages. */
export function wordCommander({ code, message }: CommanderError): Text {
  const [quoted = ''] = /(?<=')[^']+(?=')/.exec(message) ?? [];
  switch (code) {
    case 'commander.unknownOption': {
      const meant = /Did you mean (--?[\w-]+)/.exec(message)?.[1];
      return fill(meant === undefined ? ARGUMENT_WORDS.noOption : ARGUMENT_WORDS.otherOption, {
        option: quoted,
        meant: meant ?? '',
      });
    }
    case 'commander.optionMissingArgument':
      return fill(ARGUMENT_WORDS.noValue, { option: quoted });
    case 'commander.excessArguments':
      return ARGUMENT_WORDS.tooMany;
    default:
      return verbatim(message.replace(/^error: /, ''));
  }
}

/**
 * The language to say in what is wrong with a command line that cannot be read yet.
 *
 * @example languageOf(['a.xlsx', '--lang', 'en', '--nonsense']) //=> 'en'
 */
export function languageOf(argv: readonly string[]): Lang {
  const after = argv[argv.indexOf('--lang') + 1];
  const joined = argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length);
  return LANGS.find((lang) => lang === (joined ?? (argv.includes('--lang') ? after : undefined))) ?? 'zh';
}

/**
 * Reads the arguments of `npm run report -- …`.
 *
 * @throws Refusal with one sentence; HelpAsked with the help text.
 */
export function parseArguments(argv: readonly string[]): ReportArguments {
  let help = '';
  const command = new Command('kelan')
    .description('Reads the client and sales sheets of a workbook and writes the analysis reports into a copy of it.')
    .argument('[workbook]', 'an .xlsx or .xlsm file; without one, the sample workbook')
    .argument('[others...]', 'more workbooks, read together with the first; reports go into a copy of the first')
    .option('-o, --output <file>', 'where to write; default <name>.kelan.xlsx beside the input')
    .option('--lang <lang>', 'language of the reports: zh or en', parseChoice('--lang', LANGS), 'zh')
    .option('--as-of <day>', 'the day the reports speak of, YYYY-MM-DD; default the last sale, at most today', parseDay)
    .option(
      '--period <period>',
      'last12m, ytd, year:2025, all or FROM..TO; default as on the 参数 sheet, else last12m',
      parsePeriod,
    )
    .option(
      '--reports <ids>',
      'only these reports, by id or title, separated by commas, or all; default those for the meeting and those already there',
      parseReports,
    )
    .option('--map <file>', 'which column is which, as JSON, where recognition needs help')
    .option(
      '--source <select>',
      'read the answer of this query too: one SELECT over Parquet or CSV files, or over --database; may be given several times',
      (text: string, before: readonly string[]) => [...before, text],
      [],
    )
    .option(
      '--database <where>',
      'what --source asks: a .duckdb or SQLite file, postgresql://host/name or mysql://host/name; passwords come from the environment or the usual files',
    )
    .option('--source-timeout <seconds>', 'how long a query may take', parseSeconds, 600)
    .option(
      '--push-down',
      'have the database add up the sales lines of --source: for more lines than fit here; single lines are then not shown',
      false,
    )
    .option(
      '--print-sums <engine>',
      `write no reports: print the statement by which another engine adds up the lines of --source (${Object.keys(DIALECTS).join(', ')}); --source gives some rows of them here, and --as-of is needed`,
      parseChoice('--print-sums', Object.keys(DIALECTS) as DialectName[]),
    )
    .option('--json <file>', 'also write every figure as JSON')
    .option(
      '--month <month>',
      'the month of the call plan, YYYY-MM; default the next in the last days of one',
      parseMonth,
    )
    .option('--log-done', 'append contacts done on the call plan to the sheet 联络记录（计划）, now and later')
    .option('--card <client>', 'show this client on the card: code, name or phone')
    .option('--hand-over <rep>', 'write the hand-over list of this sales rep, now and later')
    .option(
      '--since <day>',
      'what 本期变动 is told against, now and later: YYYY-MM-DD, lastRefresh, lastMonthEnd or sameMonthLastYear',
      parseSinceWords,
    )
    .option('--ics <folder>', 'also write the call plan as calendar files, one a person')
    .option(
      '--template <kinds>',
      'no reports: put blank sheets into the workbook, or make it: input sheets (clients,transactions,… or all), forms to print (form:提货单,… or form:all)',
      parseTemplates,
    )
    .option('--share <file>', 'also write a copy of the report sheets for somebody else, noted in the workbook')
    .option('--alias', 'in that copy, put 客户001 … in place of the names of clients', false)
    .option(
      '--secrecy <level>',
      `what that copy may hold at most: ${SHARE_LEVELS.join(', ')}`,
      parseChoice('--secrecy', SHARE_LEVELS),
      'open',
    )
    .option('--free-text', 'in that copy, also what people wrote, with names and numbers masked (always above open)')
    .option('--only-changes', 'in that copy, only what changed (本期变动)', false)
    .option('--share-with <who>', 'whom that copy is for')
    .option('--restore', 'no refresh: put the reports back as they stood before the last one', false)
    .option('--in-place', 'write into the workbook itself, keeping a backup beside it', false)
    .option('--force', 'write over files that are there already and are not ours as we left them', false)
    .version(app.version, '-V, --version', 'print the version')
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        help += text;
      },
      writeErr: () => undefined,
    });
  try {
    command.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (['commander.helpDisplayed', 'commander.help', 'commander.version'].includes(error.code))
      throw new HelpAsked(help);
    throw new Refusal(wordCommander(error));
  }
  const options = command.opts<{
    output?: string;
    source: string[];
    database?: string;
    sourceTimeout: number;
    pushDown: boolean;
    printSums?: DialectName;
    lang: Lang;
    asOf?: Day;
    period?: PeriodChoice;
    reports?: ReportWish;
    map?: string;
    json?: string;
    month?: string;
    logDone?: boolean;
    card?: string;
    handOver?: string;
    since?: string;
    ics?: string;
    template?: TemplateId[];
    share?: string;
    alias: boolean;
    secrecy: ShareLevel;
    shareWith?: string;
    freeText?: boolean;
    onlyChanges: boolean;
    restore: boolean;
    inPlace: boolean;
    force: boolean;
  }>();
  // `kelan report a.xlsx` says the same as `kelan a.xlsx`.
  const [workbook, ...others] = command.args[0] === 'report' ? command.args.slice(1) : command.args;
  const { source: sources } = options;
  if (others.length > 0 && (options.template || options.restore)) throw new Refusal(ARGUMENT_WORDS.oneWorkbook);
  if (sources.length > 0 && (options.template || options.restore)) throw new Refusal(ARGUMENT_WORDS.sourceAlone);
  if (options.database !== undefined && /^\w+:\/\/[^/@]*:[^/@]*@|[?&]password=/i.test(options.database))
    throw new Refusal(ARGUMENT_WORDS.passwordInAddress);
  if (sources.length === 0 && options.database !== undefined) throw new Refusal(ARGUMENT_WORDS.databaseAlone);
  if (sources.length === 0 && options.pushDown) throw new Refusal(ARGUMENT_WORDS.pushDownAlone);
  if (options.printSums && (sources.length !== 1 || options.asOf === undefined))
    throw new Refusal(ARGUMENT_WORDS.printSumsNeeds);
  if (sources.length > 0 && workbook === undefined && options.output === undefined && !options.printSums)
    throw new Refusal(ARGUMENT_WORDS.sourceOutput);
  if (options.inPlace && options.output !== undefined) throw new Refusal(ARGUMENT_WORDS.inPlaceAndOutput);
  if (options.inPlace && workbook === undefined) throw new Refusal(ARGUMENT_WORDS.inPlaceAlone);
  if (options.restore && workbook === undefined) throw new Refusal(ARGUMENT_WORDS.restoreAlone);
  if (
    options.share === undefined &&
    (options.alias ||
      options.secrecy !== 'open' ||
      options.shareWith !== undefined ||
      options.freeText ||
      options.onlyChanges)
  )
    throw new Refusal(ARGUMENT_WORDS.needsShare);
  if (options.template && workbook === undefined && options.output === undefined)
    throw new Refusal(ARGUMENT_WORDS.templateAlone);
  for (const file of [options.output, options.share]) {
    if (file !== undefined && !/\.xls[xm]$/i.test(file)) throw refuse(ARGUMENT_WORDS.noWorkbookName, { file });
  }
  const { source: _, ...rest } = options;
  return { ...rest, sources, others, ...(workbook === undefined ? {} : { workbook }) };
}
