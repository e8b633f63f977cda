import type { StandingSheet } from '../../../../src/hosts/office/write/standing-sheet';
import type { Survey, WriteTarget } from '../../../../src/hosts/office/write/survey';
import { WriteQueue } from '../../../../src/hosts/office/write/write-queue';
import { writeSheet } from '../../../../src/hosts/office/write/write-sheet';
import type { ExcelContext } from '../../../../src/hosts/office/run-excel';
import type { ChartPlan, SheetPlan } from '../../../../src/workbook/plan';
import { bareSheet } from '../../../support/bare-sheet';
import { recordedExcel } from '../../../support/recorded-excel';

export const cells = (row: number, column: number, rows: number, columns = 1) => ({ row, column, rows, columns });
const CHART: ChartPlan = {
  id: 'c',
  kind: 'column',
  title: '图',
  description: '',
  anchor: cells(2, 3, 10, 5),
  categories: cells(1, 0, 2),
  series: [{ name: '一', values: cells(1, 1, 2), color: '#1F6FB2' }],
  categoryAxis: {},
  valueAxis: {},
  legend: 'none',
};
/** A sheet with some of everything. */
const { owner: _, ...bare } = bareSheet('tiers', '客户等级', []);
export const PLAN: SheetPlan = {
  ...bare,
  fingerprint: 'f1',
  blocks: [
    { row: 0, column: 0, values: [['a', 'b'], ['x', 1], ['y', 2]], styles: [{ numberFormat: '@' }, { wrap: true }] },
  ], // prettier-ignore
  merges: [cells(5, 0, 1, 2)],
  tables: [{ name: 'KelanTable_tiers', range: cells(0, 0, 3, 2), style: 'TableStyleLight1', hasFilter: true }],
  conditionalFormats: [{ kind: 'dataBar', range: cells(1, 1, 2), color: '#1F6FB2' }],
  validations: [{ kind: 'list', range: cells(1, 0, 2), options: ['x', 'y'] }],
  links: [{ row: 1, column: 0, target: { report: 'tiers', cell: 'A1' } }],
  formulas: [{ row: 2, column: 1, formula: '1+1' }],
  charts: [CHART],
  rowHeights: [{ row: 0, points: 20 }],
};
export const STANDING = {
  id: 's1',
  isBlank: false,
  endRow: 9,
  tables: [
    {
      name: 'KelanTable_tiers',
      range: cells(0, 0, 5, 2),
      header: ['a', 'b'],
      criteria: [{ filterOn: 'Values', values: ['x'] }],
    },
  ],
  charts: [],
  filter: undefined,
  page: { margins: {} },
} as unknown as StandingSheet;
export const targetOf = (changes: Partial<WriteTarget> = {}): WriteTarget => ({
  plan: PLAN,
  sheetName: '客户等级',
  hasMark: false,
  isPlaced: true,
  standing: undefined,
  ...changes,
});

/** What a line does, in a word: steps of one kind that follow one another are one. */
const STEPS: readonly (readonly [RegExp, string])[] = [
  [/^sent$/, 'sent'],
  [/comment = "f1"/, 'mark whole'],
  [/^workbook\.names\..*\.delete\(\)$/, 'no mark'],
  [/^workbook\.names\..*\.formula = "=\\"/, 'mark intends'],
  [/^workbook\.names\..*\.formula = "='/, 'mark placed'],
  [/^workbook\.names\.add\([^)]*\)$|comment = "unfinished/, 'mark unfinished'],
  [/^workbook\.worksheets\.add\("[^"]*"\)$/, 'new sheet'],
  [/clearFilters\(\)/, 'lift filters'],
  [/\.resize\(|convertToRange/, 'fit table'],
  [/unmerge\(\)/, 'clear look'],
  [/\.numberFormat = /, 'number formats'],
  [/\.hyperlink = /, 'link'],
  [/\.values = /, 'values'],
  [/copyFrom\(/, 'take from parked'],
  [/clear\("All"\)/, 'clear parked'],
  [/clear\("Contents"\)/, 'clear leftovers'],
  [/\.format\.font\.name = /, 'look'],
  [/\.formulas = /, 'formulas'],
  [/\.merge\(/, 'merges'],
  [/tables\.(?:add|getItem)\(.*\.style = /, 'tables'],
  [/filter\.apply\(/, 'filters back'],
  [/conditionalFormats\.add\("DataBar"\)$/, 'rules'],
  [/dataValidation\.rule = /, 'validations'],
  [/charts\.add\(.*, "Columns"\)$/, 'charts'],
  [/tabColor = /, 'view'],
  [/pageLayout\.orientation = /, 'page'],
  [/wrapText = true/, 'wrapping'],
  [/rowHeight = /, 'heights'],
];
export const stepsOf = (said: readonly string[]): string[] =>
  said
    .flatMap((line) => STEPS.find(([pattern]) => pattern.test(line))?.[1] ?? [])
    .filter((step, at, all) => step !== all[at - 1]);

/** Lines by message. */
export const messagesOf = (said: readonly string[]): string[][] => {
  const messages: string[][] = [[]];
  for (const line of said) {
    if (line === 'sent') messages.push([]);
    else messages.at(-1)!.push(line);
  }
  return messages.slice(0, -1);
};

/**
 * Writes one sheet, or one after the other, through a queue that takes so many bytes a message; `answers` is what Excel
 * says back.
 */
export async function written(
  target: WriteTarget,
  budget: number,
  answers: Record<string, unknown> = {},
  others: readonly WriteTarget[] = [],
) {
  const { object, said } = recordedExcel<{ workbook: Excel.Workbook }>(answers);
  const context: ExcelContext = {
    workbook: object.workbook,
    application: recordedExcel<Excel.Application>().object,
    sync: () => Promise.resolve(void said.push('sent')),
  };
  const targets = [target, ...others];
  const survey: Survey = {
    targets,
    sheetNames: new Map([['tiers', '客户等级']]),
    takenTableNames: new Map(),
    isReadOnly: false,
  };
  const pause = jest.fn(() => Promise.resolve());
  const queue = new WriteQueue(context, budget, { pause });
  try {
    for (const one of targets) await writeSheet(queue, survey, one, 'run1');
  } catch (error) {
    return { said, steps: stepsOf(said), pauses: pause.mock.calls.length, error };
  }
  await queue.send();
  return { said, steps: stepsOf(said), pauses: pause.mock.calls.length, error: undefined };
}
