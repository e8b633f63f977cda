import type { Figures } from './figures';
import { printLine } from './measure';

/** What we want to reach: most are ratios within one run, so that they hold on any machine. */
export interface Goal {
  readonly what: string;
  readonly limit: number;
  readonly unit: '×' | ' ms' | ' MB';
  /** Nothing, where this run did not measure it. */
  readonly figure: (figures: Figures) => number | undefined;
}

export const MANY_ROWS = 1_048_575;
export const FEWER_ROWS = 100_000;

const figureOf =
  (id: string): Goal['figure'] =>
  (figures) =>
    figures.get(id);

const ratioOf =
  (upper: string, lower: string): Goal['figure'] =>
  (figures) => {
    const [above, below] = [figures.get(upper), figures.get(lower)];
    return above === undefined || below === undefined ? undefined : above / below;
  };

export const GOALS: readonly Goal[] = [
  {
    what: 'the job from rows, every cell checked, to a bare pass',
    limit: 12,
    unit: '×',
    figure: figureOf(`job ${MANY_ROWS}`),
  },
  {
    what: 'the whole analysis from rows, to a bare pass',
    limit: 25,
    unit: '×',
    figure: figureOf(`analysis ${MANY_ROWS}`),
  },
  {
    what: 'growth: the whole analysis at 1,048,575 rows, to 100,000',
    limit: 11,
    unit: '×',
    figure: ratioOf(`analysis CPU ${MANY_ROWS}`, `analysis CPU ${FEWER_ROWS}`),
  },
  {
    what: 'read a million rows × 20 cells of a file, to inflating its parts alone',
    limit: 8,
    unit: '×',
    figure: figureOf(`read ${MANY_ROWS}`),
  },
  {
    what: 'write all reports of 20,000 clients, to the platform deflating the same bytes',
    limit: 3,
    unit: '×',
    figure: figureOf(`write ${MANY_ROWS}`),
  },
  {
    what: 'file in → file out, peak memory',
    limit: 700,
    unit: ' MB',
    figure: figureOf(`peak ${MANY_ROWS}`),
  },
  {
    what: 'reports into a 77 MB workbook of few clients, to copying its bytes',
    limit: 2,
    unit: '×',
    figure: figureOf('few clients'),
  },
  {
    what: 'the same, peak memory',
    limit: 300,
    unit: ' MB',
    figure: figureOf('few clients peak'),
  },
  {
    what: 'a changed threshold re-tiers 20,000 clients',
    limit: 16,
    unit: ' ms',
    figure: figureOf('threshold'),
  },
  {
    what: 'a second refresh with nothing changed, to the first',
    limit: 0.5,
    unit: '×',
    figure: figureOf('second refresh'),
  },
  {
    what: '`npm run report` on the sample, to the same work in a warm process',
    limit: 1.5,
    unit: '×',
    figure: figureOf('start'),
  },
  {
    what: "longest task of the pane's main thread, 100,000 rows, the stand-in Excel's work with it",
    limit: 50,
    unit: ' ms',
    figure: figureOf('pane whole'),
  },
];

export const isMet = ({ limit }: Goal, figure: number): boolean => figure <= limit;

export const wordFigure = (value: number, { unit }: Goal): string =>
  unit === '×' ? `×${value.toFixed(2)}` : `${value.toFixed(value < 10 ? 1 : 0)}${unit}`;

/** Goal and figure side by side: what this run did not measure is left out, a miss is called one. */
export function printGoals(figures: Figures): void {
  const measured = GOALS.filter((goal) => goal.figure(figures) !== undefined);
  if (measured.length === 0) return;
  console.log('goals: figure, goal');
  for (const goal of measured) {
    const figure = goal.figure(figures)!;
    printLine(
      goal.what.padEnd(86),
      wordFigure(figure, goal),
      wordFigure(goal.limit, goal),
      isMet(goal, figure) ? '' : 'MISS',
    );
  }
}
