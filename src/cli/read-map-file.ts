import { readFile } from 'node:fs/promises';
import { fill } from '../i18n/text';
import { readColumnMap, type ColumnMap } from '../ingest/recognise/column-map';
import { Refusal } from './refusal';
import { CLI_WORDS } from './words';

/** `--map`: which column is which, as JSON. */
export async function readMapFile(path: string): Promise<ColumnMap> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new Refusal(
      fill(CLI_WORDS.noMap, { file: path, why: error instanceof Error ? error.message : String(error) }),
    );
  }
  const map = readColumnMap(json);
  if (typeof map === 'string') throw new Refusal(fill(CLI_WORDS.noMap, { file: path, why: map }));
  return map;
}
