import { HostError } from '../../workbook/host-error';

const BEGINS_READING = /^(?:select|with|from|values|table)\b|^\(/i;
/** Comments and quoted text, of which nothing is a statement. */
const SKIPPED = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\$(\w*)\$[\s\S]*?\$\1\$/g;

/**
 * The statement without the semicolon at its end, if it is one SELECT. The first of three guards: the engine is also asked for
 * one statement inside brackets, and in a transaction that only reads.
 *
 * @throws HostError `source-writes` for anything else.
 * @example oneSelect('SELECT 1; ') //=> 'SELECT 1'
 */
export function oneSelect(statement: string): string {
  const bare = statement.replace(SKIPPED, (found) => (found.startsWith('-') || found.startsWith('/*') ? ' ' : '""'));
  const [, ...more] = bare.split(';').filter((part) => part.trim() !== '');
  if (more.length > 0) throw new HostError('source-writes', 'more than one statement');
  const [first = ''] = /^\S*/.exec(bare.trim()) ?? [];
  if (!BEGINS_READING.test(bare.trim())) throw new HostError('source-writes', `it begins with ${first}`);
  // Only a semicolon outside of quotes and comments ends it, and only blanks or comments may follow.
  const end = bare.includes(';') ? endOf(statement) : statement.length;
  return statement.slice(0, end).trim();
}

function endOf(statement: string): number {
  const masked = statement.replace(SKIPPED, (found) => 'x'.repeat(found.length));
  return masked.indexOf(';');
}

/** As a table of which columns are taken; a line of its own, so that a comment at its end does not hide the bracket. */
export const asTable = (statement: string): string => `(${statement}\n) AS kelan`;
