import { Command, CommanderError, type Command as Program } from 'commander';
import { LANGS, type Lang } from '../../i18n/lang';
import { HelpAsked, languageOf, parseArguments, wordCommander } from '../arguments';
import { Refusal } from '../refusal';
import { WATCH_WORDS } from './watch-words';

/** What `kelan watch` was asked for, checked. */
export interface WatchArguments {
  readonly folder: string;
  readonly lang: Lang;
  /** One look and an end, for a scheduler; else until somebody stops it. */
  readonly once: boolean;
  /** Looks by the clock, for network drives whose changes nobody tells. */
  readonly poll: boolean;
  /** A file that gets each line too. */
  readonly log?: string;
  /** Options of the report itself, as they were written. */
  readonly report: readonly string[];
}

/** Options of the report that mean the same for every workbook of a folder; those that name a file of one do not. */
const PASSED_ON = ['--in-place', '--log-done'] as const;
const PASSED_ON_WITH_VALUE = ['--period', '--reports'] as const;

/**
 * Reads the arguments behind `kelan watch`.
 *
 * @throws Refusal with one sentence; HelpAsked with the help text.
 * @example parseWatchArguments(['账册', '--once', '--in-place']).report //=> ['--in-place']
 */
export function parseWatchArguments(argv: readonly string[]): WatchArguments {
  let help = '';
  const command: Program = new Command('kelan watch')
    .description('Refreshes each workbook of a folder once it has changed, and skips those that somebody has open.')
    .argument('[folder]', 'the folder; folders inside it are left alone')
    .option('--once', 'look once and end: for Task Scheduler or cron', false)
    .option('--poll', 'look every few seconds by the clock: for network drives', false)
    .option('--log <file>', 'write each line into this file too')
    .option('--lang <lang>', `language: ${LANGS.join(' or ')}`)
    .option('--in-place', 'write into the workbooks themselves, keeping a backup beside each')
    .option('--log-done', 'append contacts done on the call plans to 联络记录（计划）')
    .option('--period <period>', 'as for a single report')
    .option('--reports <ids>', 'as for a single report')
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeOut: (text) => void (help += text), writeErr: () => undefined });
  try {
    command.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code.startsWith('commander.help')) throw new HelpAsked(help);
    throw new Refusal(wordCommander(error));
  }
  const [folder] = command.args;
  if (folder === undefined) throw new Refusal(WATCH_WORDS.needsFolder);
  const options = command.opts<Record<string, string | boolean | undefined>>();
  const valueOf = (option: string): string | boolean | undefined =>
    options[option.slice(2).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
  const report = [
    ...PASSED_ON.filter((option) => valueOf(option) === true),
    ...PASSED_ON_WITH_VALUE.flatMap((option) => {
      const value = valueOf(option);
      return typeof value === 'string' ? [option, value] : [];
    }),
    ...(typeof options['lang'] === 'string' ? ['--lang', options['lang']] : []),
  ];
  // Wrong values are said now, not once for each workbook.
  parseArguments(['any.xlsx', ...report]);
  return {
    folder,
    lang: languageOf(report),
    once: options['once'] === true,
    poll: options['poll'] === true,
    ...(typeof options['log'] === 'string' ? { log: options['log'] } : {}),
    report,
  };
}
