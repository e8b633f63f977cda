import { join } from 'node:path';
import { analysisToJson } from '../../src/app/json/analysis-json';
import { FIELDS_OF_MEASURE } from '../../src/app/json/measures-json';
import { findFindings } from '../../src/core/findings/find-findings';
import { MEASURES, type MeasureId, type MeasureRef } from '../../src/core/measures/measures';
import type { Measure } from '../../src/core/measures/measure';
import type { Analysis } from '../../src/core/analysis';
import type { Dataset } from '../../src/core/model/dataset';
import { planCalls, type CallPlan } from '../../src/core/plan/call-plan';
import type { Text } from '../../src/i18n/text';
import { openFileSource } from '../../src/hosts/xlsx/node/file-source';
import { openXlsxHost } from '../../src/hosts/xlsx/xlsx-host';
import { readDataset } from '../../src/ingest/read/read-dataset';
import { inspectWorkbook } from '../../src/ingest/recognise/inspect';
import { hasSharedWorkbook, SHARED_DATA } from '../support/shared-workbook';
import { anAnalysis } from '../support/analysis-builder';
import { aBookOf } from './generated-book';

const SAMPLE = join(__dirname, '..', '..', 'assets', 'kelan-sample.xlsx');

interface Shown {
  readonly where: string;
  readonly measure: MeasureRef | undefined;
  readonly texts: readonly Text[];
}

/** Every sentence that is made of figures: alerts, findings, lines of the plan, points to speak of. */
function everyShown(dataset: Dataset, analysis: Analysis, callPlan: CallPlan): Shown[] {
  const alerts = analysis.alerts.known ? analysis.alerts.value.list : [];
  return [
    ...alerts.map(({ kind, measure, text, ask }) => ({
      where: `alert ${kind}`,
      measure,
      texts: ask ? [text, ask] : [text],
    })),
    ...findFindings({ analysis, dataset, callPlan }).map(({ kind, measure, text }) => ({
      where: `finding ${kind}`,
      measure,
      texts: [text],
    })),
    ...callPlan.contacts
      .flatMap(({ purposes }) => purposes)
      // What was agreed on stands in the person's own words.
      .filter(({ kind }) => kind !== 'agreed')
      .map(({ kind, measure, text, passed }) => ({
        where: `purpose ${kind}`,
        measure,
        texts: passed ? [text, passed.text] : [text],
      })),
    ...[...callPlan.briefs.values()]
      .flatMap(({ talkingPoints }) => talkingPoints)
      .map(({ kind, measure, text }) => ({ where: `point ${kind ?? ''}`, measure, texts: [text] })),
  ];
}

/** A change in money says the sales that it is worked out from. */
const ALSO: Partial<Record<MeasureId, readonly MeasureId[]>> = {
  recentChange: ['recentSales'],
  recentChangeOn6: ['recentSales'],
  recentChangeOn3: ['recentSales'],
};

function wordsOf(ref: MeasureRef, analysis: Analysis): readonly Text[] {
  const indicator = analysis.indicators.find(({ id }) => ref === `indicator ${id}`);
  if (indicator) return [indicator.label];
  const id = ref as MeasureId;
  return [id, ...(ALSO[id] ?? [])].flatMap((one) => {
    const { name, said }: Measure = MEASURES[one];
    return [name, ...(said ?? [])];
  });
}

/** Days and months are no figures; names of clients and opportunities may have digits. */
const withoutDays = (words: string): string =>
  words.replace(/\d{4}-\d\d(-\d\d)?|\d\d-\d\d/g, '').replace(/“[^”]*”/g, '');

function strangersIn(dataset: Dataset, analysis: Analysis, callPlan: CallPlan): string[] {
  return everyShown(dataset, analysis, callPlan).flatMap(({ where, measure, texts }) =>
    texts.flatMap((text) =>
      (['zh', 'en'] as const).flatMap((lang) => {
        const words = text[lang];
        if (measure === undefined) return /\d/.test(withoutDays(words)) ? [`${where} of no measure: ${words}`] : [];
        const isNamed = wordsOf(measure, analysis).some((name) =>
          words.toLowerCase().includes(name[lang].toLowerCase()),
        );
        return isNamed || !/\d/.test(withoutDays(words)) ? [] : [`${where} is not called ${measure}: ${words}`];
      }),
    ),
  );
}

/** Paths of all figures, without the parts that a ratio is made of. */
function figuresIn(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => figuresIn(one, `${path}[]`));
  if (typeof value !== 'object' || value === null) return typeof value === 'number' ? [path] : [];
  if ('value' in value) return typeof value.value === 'number' ? [path] : [];
  return Object.entries(value).flatMap(([key, one]) => figuresIn(one, path === '' ? key : `${path}.${key}`));
}

/** Counts of rows and entries, keys of a line, and the workings of scores, which have names of their own beside them. */
const NO_MEASURES =
  /^(rows|issues|indicators|measures|classes)\b|\.(year|row|tier|lines|count|planned|done|missed|personDays|brokenPromises|openInvoices|disputedInvoices|dueUnknown|opening|coverage|ageing\[\]|shareOfClients|monthsToClose|openItems)$|^tiers\[\]\.clients$|^credit\.(grades|ungraded|clients\[\]\.factors)|^pipeline\.(ungraded|habc|grades\[\]\.count)|^alerts\.(bySeverity|kinds)|^plan\.workingDays$|^receivables\.openItems$/;

const FIELDS = new Set(Object.values(FIELDS_OF_MEASURE).flat());

interface Book {
  readonly dataset: Dataset;
  readonly analysis: Analysis;
  readonly callPlan: CallPlan;
}

async function bookOf(file: string, asOf: string): Promise<Book> {
  const source = await openFileSource(file);
  const host = await openXlsxHost(source);
  const dataset = await readDataset(host, await inspectWorkbook(host, undefined));
  await source.close();
  const { analysis } = anAnalysis(dataset, { asOf });
  return { dataset, analysis, callPlan: planCalls(dataset, analysis) };
}

describe('every figure that is shown is of the register', () => {
  const generated = Array.from({ length: 12 }, (_, at): Book => {
    const { dataset, asOf } = aBookOf(at + 1);
    const { analysis } = anAnalysis(dataset, { asOf });
    return { dataset, analysis, callPlan: planCalls(dataset, analysis) };
  });
  const sentences = ({ dataset, analysis, callPlan }: Book): string[] => strangersIn(dataset, analysis, callPlan);
  const distinct = (found: readonly string[]): string[] => [...new Set(found)].slice(0, 40);

  it('in sentences, in both languages', () => {
    expect(distinct(generated.flatMap(sentences))).toEqual([]);
  });

  it('in those of the sample', async () => {
    const book = await bookOf(SAMPLE, '2026-09-30');
    const shown = everyShown(book.dataset, book.analysis, book.callPlan);
    // Alerts, findings, purposes and points: there is enough to look at.
    for (const [kind, least] of [
      ['alert', 60],
      ['finding', 5],
      ['purpose', 200],
      ['point', 60],
    ] as const)
      expect(shown.filter(({ where }) => where.startsWith(kind)).length).toBeGreaterThan(least);
    expect(distinct(sentences(book))).toEqual([]);
  });

  for (const [name, asOf] of [
    ['superstore-us.xlsx', '2014-12-31'],
    ['northwind.xlsx', '1998-05-06'],
  ] as const)
    (hasSharedWorkbook(name) ? it : it.skip)(
      `in those of ${name}${hasSharedWorkbook(name) ? '' : ' (skipped: not beside the project)'}`,
      async () => {
        expect(distinct(sentences(await bookOf(join(SHARED_DATA, name), asOf)))).toEqual([]);
      },
    );

  it('in the JSON', async () => {
    const paths = [...generated, await bookOf(SAMPLE, '2026-09-30')].flatMap(({ analysis, callPlan }) =>
      figuresIn(JSON.parse(JSON.stringify(analysisToJson(analysis, [], callPlan)))),
    );
    expect([...new Set(paths)].filter((path) => !FIELDS.has(path) && !NO_MEASURES.test(path))).toEqual([]);
    const days = /Day$/;
    expect([...FIELDS].filter((path) => !days.test(path) && !paths.includes(path))).toEqual([]);
  });

  it('and has one name: no two figures of one unit and window are called the same', () => {
    const called = Object.values(MEASURES).map(({ name, unit, window }) => `${name.zh} ${unit} ${window}`);
    expect(called.filter((one, at) => called.indexOf(one) !== at)).toEqual([]);
  });
});
