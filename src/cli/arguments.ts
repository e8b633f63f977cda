import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { SHARE_LEVELS, type ShareLevel } from '../app/share/prepare-share-copy';
import { dayIfReal, type Day } from '../core/model/day';
import type { PeriodChoice } from '../core/model/period';
import { parsePlanMonth } from '../core/plan/plan-month';
import { LANGS, type Lang } from '../i18n/lang';
import type { SheetKind } from '../ingest/fields/define-fields';
import { SHEET_DEFINITIONS } from '../ingest/fields';

/** What the person asked for on the command line, checked. */
export interface ReportArguments {
  /** Absent: the sample workbook. */
  readonly workbook?: string;
  readonly output?: string;
  readonly lang: Lang;
  readonly asOf?: Day;
  readonly period?: PeriodChoice;
  readonly reports?: readonly string[];
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
  /** Folder for the plan's calendar files. */
  readonly ics?: string;
  /** Blank input sheets to add instead of reports. */
  readonly template?: readonly SheetKind[];
  /** Where a copy for somebody else is to be written. */
  readonly share?: string;
  /** In the copy, clients stand by aliases. */
  readonly alias: boolean;
  /** What the copy may hold at most. */
  readonly secrecy: ShareLevel;
  /** Whom the copy is for: goes into the register. */
  readonly shareWith?: string;
  readonly inPlace: boolean;
}

export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The help was asked for and is to be printed: no error. */
export class HelpAsked extends Error {
  override readonly name = 'HelpAsked';
}

function parseDay(text: string): Day {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const day = match && dayIfReal(Number(match[1]), Number(match[2]), Number(match[3]));
  if (day === null || day === undefined) throw new InvalidArgumentError(`"${text}" is not a day: write YYYY-MM-DD.`);
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
    if (to < from) throw new InvalidArgumentError(`"${text}" ends before it begins.`);
    return { kind: 'range', from, to };
  }
  throw new InvalidArgumentError(`"${text}" is no period: last12m, ytd, year:2025, all or FROM..TO.`);
}

function parseMonth(text: string): string {
  if (!/^\d{4}-\d{2}$/.test(text) || parsePlanMonth(text) === undefined)
    throw new InvalidArgumentError(`"${text}" is not a month: write YYYY-MM.`);
  return text;
}

const parseList = (text: string): string[] => {
  const items = text.split(',').map((item) => item.trim());
  if (items.some((item) => item === '')) throw new InvalidArgumentError('Separate names with single commas.');
  return items;
};

const ALL_KINDS = 'all';

/** Kinds of input sheets by id or by either title. @example parseKinds('clients,交易') //=> ['clients', 'transactions'] */
function parseKinds(text: string): SheetKind[] {
  const asked = parseList(text);
  if (asked.includes(ALL_KINDS)) return SHEET_DEFINITIONS.map(({ kind }) => kind);
  return asked.map((word) => {
    const found = SHEET_DEFINITIONS.find(({ kind, title }) =>
      [kind, title.zh, title.en].some((name) => name.toLowerCase() === word.toLowerCase()),
    );
    if (found) return found.kind;
    const known = SHEET_DEFINITIONS.map(({ kind, title }) => `${kind} ${title.zh}`).join(', ');
    throw new InvalidArgumentError(`"${word}" is no kind of input sheet: ${known}, or all.`);
  });
}

/**
 * Reads the arguments of `npm run report -- …`.
 *
 * @throws UsageError with one sentence; HelpAsked with the help text.
 */
export function parseArguments(argv: readonly string[]): ReportArguments {
  let help = '';
  const command = new Command('report')
    .description('Reads the client and sales sheets of a workbook and writes the analysis reports into a copy of it.')
    .argument('[workbook]', 'an .xlsx or .xlsm file; without one, the sample workbook')
    .option('-o, --output <file>', 'where to write; default <name>.kelan.xlsx beside the input')
    .addOption(new Option('--lang <lang>', 'language of the reports').choices([...LANGS]).default('zh'))
    .option('--as-of <day>', 'the day the reports speak of, YYYY-MM-DD; default the last sale, at most today', parseDay)
    .option(
      '--period <period>',
      'last12m, ytd, year:2025, all or FROM..TO; default as on the 参数 sheet, else last12m',
      parsePeriod,
    )
    .option('--reports <ids>', 'only these reports, separated by commas', parseList)
    .option('--map <file>', 'which column is which, as JSON, where recognition needs help')
    .option('--json <file>', 'also write every figure as JSON')
    .option(
      '--month <month>',
      'the month of the call plan, YYYY-MM; default the next in the last days of one',
      parseMonth,
    )
    .option('--log-done', 'append contacts done on the call plan to the sheet 联络记录（计划）, now and later')
    .option('--card <client>', 'show this client on the card: code, name or phone')
    .option('--hand-over <rep>', 'write the hand-over list of this sales rep, now and later')
    .option('--ics <folder>', 'also write the call plan as calendar files, one a person')
    .option(
      '--template <kinds>',
      'no reports: put blank input sheets of these kinds (clients,transactions,… or all) into the workbook, or make it',
      parseKinds,
    )
    .option('--share <file>', 'also write a copy of the report sheets for somebody else, noted in the workbook')
    .option('--alias', 'in that copy, put 客户001 … in place of the names of clients', false)
    .addOption(new Option('--secrecy <level>', 'what that copy may hold at most').choices(SHARE_LEVELS).default('open'))
    .option('--share-with <who>', 'whom that copy is for')
    .option('--in-place', 'write into the workbook itself, keeping a backup beside it', false)
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
    if (error.code === 'commander.helpDisplayed' || error.code === 'commander.help') throw new HelpAsked(help);
    throw new UsageError(error.message.replace(/^error: /, ''));
  }
  const options = command.opts<{
    output?: string;
    lang: Lang;
    asOf?: Day;
    period?: PeriodChoice;
    reports?: string[];
    map?: string;
    json?: string;
    month?: string;
    logDone?: boolean;
    card?: string;
    handOver?: string;
    ics?: string;
    template?: SheetKind[];
    share?: string;
    alias: boolean;
    secrecy: ShareLevel;
    shareWith?: string;
    inPlace: boolean;
  }>();
  const workbook = command.args[0];
  if (options.inPlace && options.output !== undefined)
    throw new UsageError('--in-place and --output exclude each other.');
  if (options.inPlace && workbook === undefined) throw new UsageError('--in-place needs a workbook.');
  if (options.share === undefined && (options.alias || options.secrecy !== 'open' || options.shareWith !== undefined))
    throw new UsageError('--alias, --secrecy and --share-with need --share.');
  if (options.template && workbook === undefined && options.output === undefined)
    throw new UsageError('--template needs a file to write.');
  return { ...options, ...(workbook === undefined ? {} : { workbook }) };
}
