import type { CoverageRow } from './row';
import { INVENTORY } from './inventory';

const cell = (text: string): string => text.replace(/\|/g, '\\|');
const code = (words: readonly string[]): string =>
  words.length === 0 ? '' : words.map((word) => `\`${word}\``).join(' ');

function stateOf({ state, lacks }: CoverageRow): string {
  if (state === 'built') return 'built';
  return state === 'partly' ? `partly; lacks: ${lacks}` : `absent: ${lacks}`;
}

const line = (row: CoverageRow): string =>
  [
    row.id,
    cell(row.title),
    cell(stateOf(row)),
    code(row.files),
    cell(row.seen.join('; ')),
    row.inputs.join(', '),
    code(row.tests),
  ].join(' | ');

/** docs/coverage.md: every thing that the documents ask for, and what became of it. */
export function coveragePage(): string {
  const all = INVENTORY.flatMap(({ rows }) => rows);
  const count = (state: CoverageRow['state']): number => all.filter((row) => row.state === state).length;
  const head = '| id | what | state | worked out in `src/` | seen on (report#words) | from sheets | held by `tests/` |';
  return [
    '# What the documents ask for, and where it is',
    '',
    'Written by `npm run documents` from `tests/architecture/coverage`; a test looks up every file, report, column, setting and input',
    'that is named here, the reports on the sheets that the sample workbook gives.',
    '',
    `${all.length} entries: ${count('built')} built, ${count('partly')} partly, ${count('absent')} absent.`,
    ...INVENTORY.flatMap(({ title, rows }) => [
      '',
      `## ${title}`,
      '',
      head,
      '| --- | --- | --- | --- | --- | --- | --- |',
      ...rows.map((row) => `| ${line(row)} |`),
    ]),
    '',
  ].join('\n');
}
