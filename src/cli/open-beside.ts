import { basename } from 'node:path';
import { makeAnswersHost, type NamedAnswer } from '../hosts/database/answers-host';
import { openSource } from '../hosts/database/open-source';
import { joinHosts, type ReadBeside } from '../hosts/joined/joined-host';
import { nameFile } from '../hosts/joined/name-file';
import { fill } from '../i18n/text';
import type { ReportArguments } from './arguments';
import { ARGUMENT_WORDS } from './argument-words';
import { realPathOf } from './files/real-path';
import { Refusal } from './refusal';
import type { OpenFile, OpenWorkbookFile } from './run-surroundings';

/**
 * The opened workbook, joined with the other workbooks and the answers of the queries of the command line: all of them are read,
 * and only the workbook is written. Closing it closes all.
 */
export async function openBeside(
  first: OpenFile,
  asked: ReportArguments,
  openFile: OpenWorkbookFile,
): Promise<OpenFile> {
  const { others, sources, database, sourceTimeout, lang } = asked;
  if (others.length + sources.length === 0) return first;
  const opened: { close(): Promise<void> }[] = [first];
  const close = async (): Promise<void> => {
    for (const one of opened.reverse()) await one.close();
  };
  const beside: ReadBeside[] = [];
  try {
    await refuseTwice([...(asked.workbook === undefined ? [] : [asked.workbook]), ...others]);
    for (const path of others) {
      const name = nameAmong(path, others);
      const file = await nameFile(name, () => openFile(path));
      opened.push(file);
      beside.push({ name, host: file.host });
    }
    if (sources.length > 0) {
      const source = await openSource(database, sourceTimeout);
      opened.push(source);
      const answers: NamedAnswer[] = [];
      const word = lang === 'zh' ? '查询' : 'Query ';
      for (const [at, statement] of sources.entries())
        answers.push({ name: `[${word}${at + 1}]`, answer: await source.ask(statement) });
      beside.push({ host: makeAnswersHost(answers) });
    }
  } catch (error) {
    // The first is closed by whoever opened it.
    opened.shift();
    await close();
    throw error;
  }
  return { ...first, host: joinHosts(first.host, beside), close };
}

/** The file's name, with its folder where another has the same name. */
const nameAmong = (path: string, paths: readonly string[]): string =>
  paths.filter((one) => basename(one) === basename(path)).length > 1 ? path : basename(path);

async function refuseTwice(paths: readonly string[]): Promise<void> {
  const seen = new Set<string>();
  for (const path of paths) {
    const place = await realPathOf(path);
    if (seen.has(place)) throw new Refusal(fill(ARGUMENT_WORDS.sameWorkbook, { file: path }));
    seen.add(place);
  }
}
