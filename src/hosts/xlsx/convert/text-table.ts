import Papa from 'papaparse';
import { MAX_COLUMNS, MAX_ROWS } from '../../../workbook/address';
import { HostError } from '../../../workbook/host-error';
import { tellNumbers } from './plain-numbers';

const DELIMITERS = [',', '\t', ';', '|'];
/** What Excel writes into a first line of its own. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;

/** The cells of a text table, by whatever its lines are divided; refuses a text that is no table. */
export function readTextTable(text: string): (string | number | null)[][] {
  const said = SEPARATOR_LINE.exec(text);
  const table = said ? text.slice(said[0].length) : text;
  const { data } = Papa.parse<string[]>(table, { delimiter: said?.[1] ?? guessDelimiter(table) });
  const rows = data.filter((row, at) => at < data.length - 1 || row.some((cell) => cell !== ''));
  if (!rows.some((row) => row.length > 1)) throw new HostError('not-a-workbook', 'a text file that is no table');
  if (rows.length > MAX_ROWS) throw new HostError('too-large', `${rows.length} lines; a sheet holds ${MAX_ROWS}`);
  if (rows.some((row) => row.length > MAX_COLUMNS))
    throw new HostError('too-large', `a line of more than ${MAX_COLUMNS} columns`);
  return tellNumbers(rows);
}

const LINES_LOOKED_AT = 100;

/** What divides most lines into the same number of cells: in 1.000,50;2 the comma divides some, the semicolon all. */
function guessDelimiter(text: string): string {
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: LINES_LOOKED_AT, skipEmptyLines: true });
    const counts = new Map<number, number>();
    for (const { length } of data) counts.set(length, (counts.get(length) ?? 0) + 1);
    const [cells, lines] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 1];
    const score = (lines / data.length) * (cells - 1);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}
