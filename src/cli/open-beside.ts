import { basename } from 'node:path';
import type { Clock } from '../app/clock';
import { mergeColumnMaps } from '../app/column-map-lines';
import { makeAnswersHost, type NamedAnswer } from '../hosts/database/answers-host';
import { oneSelect } from '../hosts/database/one-select';
import { openSource } from '../hosts/database/open-source';
import { joinHosts, type ReadBeside } from '../hosts/joined/joined-host';
import { nameFile } from '../hosts/joined/name-file';
import { fill } from '../i18n/text';
import type { ColumnMap } from '../ingest/recognise/column-map';
import type { ReportArguments } from './arguments';
import { ARGUMENT_WORDS } from './argument-words';
import { realPathOf } from './files/real-path';
import { pushDown } from './push-down';
import { Refusal } from './refusal';
import type { OpenFile, OpenWorkbookFile } from './run-surroundings';

/** What the look at the first rows of a query is to know besides. */
export interface PushingChoices {
  readonly clock: Clock;
  readonly columnMap: ColumnMap | undefined;
}

/** The workbooks and queries as one, and what is known of their columns. */
export interface OpenedBeside {
  readonly file: OpenFile;
  readonly columnMap: ColumnMap | undefined;
}

/**
 * The opened workbook, joined with the other workbooks and the answers of the queries of the command line: all of them are read,
 * and only the workbook is written. Closing it closes all.
 */
export async function openBeside(
  first: OpenFile,
  asked: ReportArguments,
  openFile: OpenWorkbookFile,
  pushing: PushingChoices,
): Promise<OpenedBeside> {
  const { others, sources, database, sourceTimeout, lang } = asked;
  if (others.length + sources.length === 0) return { file: first, columnMap: pushing.columnMap };
  const opened: { close(): Promise<void> }[] = [first];
  const close = async (): Promise<void> => {
    for (const one of opened.reverse()) await one.close();
  };
  const beside: ReadBeside[] = [];
  let { columnMap } = pushing;
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
      if (asked.pushDown || asked.printSums) {
        const pushed = await pushDown(source, answers, {
          ...pushing,
          asked,
          statements: sources.map(oneSelect),
          hostWith: (taken) => joinHosts(first.host, [...beside, { host: makeAnswersHost(taken) }]),
        });
        answers.splice(pushed.at, 1, pushed.answer);
        columnMap = mergeColumnMaps(pushed.columnMap, columnMap);
      }
      beside.push({ host: makeAnswersHost(answers) });
    }
  } catch (error) {
    // The first is closed by whoever opened it.
    opened.shift();
    await close();
    throw error;
  }
  return { file: { ...first, host: joinHosts(first.host, beside), close }, columnMap };
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
