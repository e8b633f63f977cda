import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { ENGINES, LINES_READ } from './engines.bench';
import type { Figures } from './figures';
import { GOALS, isMet, MANY_ROWS, wordFigure } from './goals';

const PAGE = join(__dirname, '..', '..', 'docs', 'performance.md');
/** Notes of engines begin so: `engine DuckDB with loading 1048575`. */
export const ENGINE = 'engine ';

/** Many million lines in files and in a database, where that part was measured. */
export function engineSection(figures: Figures): string[] {
  const lines = figures.get(LINES_READ);
  if (lines === undefined) return [];
  const runs = [...figures.keys()].flatMap((id) => {
    const run = id.startsWith(ENGINES) ? /^(.*): seconds$/.exec(id.slice(ENGINES.length))?.[1] : undefined;
    return run === undefined ? [] : [run];
  });
  return [
    `## ${lines.toLocaleString('en')} lines in files and in a database`,
    '',
    '`npm run bench -- --only engines`: the whole command by the clock (recognise, read, analyse, write the ten standard sheets of',
    '20,000 clients) and the most memory that its process held; DuckDB runs inside of it, the server of PostgreSQL does not. Three',
    'years, three lines an order, one line of 40 a return. The goal is 1,500 MB.',
    '',
    '| lines | time | peak memory | |',
    '| --- | --- | --- | --- |',
    ...runs.map((run) => {
      const [seconds, peak] = [figures.get(`${ENGINES}${run}: seconds`)!, figures.get(`${ENGINES}${run}: peak`)!];
      return `| ${run} | ${seconds.toFixed(0)} s | ${peak.toFixed(0)} MB | ${peak <= 1500 ? 'met' : '**miss**'} |`;
    }),
    '',
  ];
}

/** Writes docs/performance.md anew from a run: figures beside goals, every miss as a miss. */
export function writePerformancePage(figures: Figures, day: string): void {
  const engines = [...figures].filter(([id]) => id.startsWith(ENGINE) && id.endsWith(` ${MANY_ROWS}`));
  const lines = [
    '# How fast it is',
    '',
    'Written by `npm run bench -- --page`; no figure of this page is typed by hand. Ratios stand on runs side by side in one',
    'process, by CPU time of all its threads; they hold on other machines, seconds do not. A goal that is not reached is a',
    'miss, and stays here as one; a run may be made in parts (`--figures`), and what no part has measured says so.',
    '',
    `Measured on ${day}: Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'},`,
    `${(totalmem() / 1024 ** 3).toFixed(0)} GB. Other programs ran beside it where the machine was shared.`,
    '',
    '| what | figure | goal | |',
    '| --- | --- | --- | --- |',
    ...GOALS.map((goal) => {
      const figure = goal.figure(figures);
      const shown = figure === undefined ? '—' : wordFigure(figure, goal);
      const verdict = figure === undefined ? 'not measured' : isMet(goal, figure) ? 'met' : '**miss**';
      return `| ${goal.what} | ${shown} | ≤ ${wordFigure(goal.limit, goal)} | ${verdict} |`;
    }),
    '',
    ...(engines.length === 0
      ? []
      : [
          '## The same job by other engines',
          '',
          'Per client count, sum, on-time, last day, twelve monthly sums, sort, tier, from rows in memory; a bare pass over the',
          'twelve cells of a row is 1. All that give an answer find the same. The first three know beforehand which cells they want and',
          'that each is well-formed; what reads all twelve by hand does nothing with them.',
          '',
          '| engine | to a bare pass |',
          '| --- | --- |',
          ...engines.map(
            ([id, ratio]) => `| ${id.slice(ENGINE.length, -` ${MANY_ROWS}`.length)} | ×${ratio.toFixed(1)} |`,
          ),
          '',
        ]),
    ...engineSection(figures),
  ];
  writeFileSync(PAGE, lines.join('\n'));
}
