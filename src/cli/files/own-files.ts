import { readFile } from 'node:fs/promises';
import type { OpenWorkbookFile } from '../run-surroundings';
import { beginningOf } from './beginning-of';

/** Whether a file is a result that we wrote and nobody has saved since. */
export async function isOwnResult(path: string, openFile: OpenWorkbookFile): Promise<boolean> {
  const file = await openFile(path);
  return file.isAsWritten().finally(() => file.close());
}

/** Whether a file holds figures that we wrote: nobody types into those. */
export async function isOwnJson(path: string): Promise<boolean> {
  if (!(await beginningOf(path, 64)).startsWith('{\n  "asOf": "')) return false;
  const json = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  return ['period', 'rows', 'clients', 'notWritten'].every((key) => key in json);
}

export async function isOwnCalendar(path: string): Promise<boolean> {
  return /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:-\/\/Kelan\/\//.test(await beginningOf(path, 128));
}
