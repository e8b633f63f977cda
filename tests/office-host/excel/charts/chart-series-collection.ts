import { ExcelObject } from '../../excel-object';
import { refuse } from '../../refusal';
import { addressOfArea } from '../area';
import { Modelled } from '../modelled';
import { Range } from '../range';

/** The series of a chart. */
export class ChartSeriesCollection extends ExcelObject {
  readonly type = 'ChartSeriesCollection';
  private series: ChartSeries[] = [];

  constructor(
    private readonly touch: () => void,
    source: Range,
    seriesBy: string,
  ) {
    super();
    const { rows, columns } = source.area;
    const byRows = seriesBy === 'Rows' || (seriesBy === 'Auto' && columns > rows);
    for (let index = 0; index < (byRows ? rows : columns); index++) {
      this.Add(`Series${index + 1}`).SetValues(byRows ? source.GetRow(index) : source.GetColumn(index));
    }
  }

  get Items(): readonly ChartSeries[] {
    return this.series;
  }
  get Count(): number {
    return this.series.length;
  }
  GetItemAt(index: number): ChartSeries {
    return this.series[index] ?? refuse('ItemNotFound');
  }
  Add(name = ''): ChartSeries {
    const series = new ChartSeries(name, this.touch, () => {
      this.series = this.series.filter((one) => one !== series);
    });
    this.series.push(series);
    this.touch();
    return series;
  }

  snapshot(): unknown {
    return this.series.map((one) => one.snapshot());
  }
}

/** One series: where its values and categories lie, and how it looks. */
export class ChartSeries extends Modelled {
  private values: Range | undefined;
  private categories: Range | undefined;
  /** Declared by the model below. */
  declare readonly AxisGroup: string;

  constructor(
    name: string,
    touch: () => void,
    private readonly remove: () => void,
  ) {
    super(
      'ChartSeries',
      {
        scalars: {
          Name: name,
          ChartType: undefined,
          AxisGroup: 'Primary',
          GapWidth: 150,
          HasDataLabels: false,
          MarkerStyle: 'Automatic',
          MarkerForegroundColor: '',
          MarkerBackgroundColor: '',
        },
        words: {
          AxisGroup: ['Primary', 'Secondary'],
          MarkerStyle: ['Automatic', 'None', 'Circle', 'Square', 'Diamond', 'Triangle'],
        },
        children: {
          Format: (below) => makeFormat('ChartSeriesFormat', below),
          DataLabels: (below) =>
            new Modelled('ChartDataLabels', { scalars: { NumberFormat: 'General', ShowValue: true } }, below),
          Points: (below) => new ChartPointsCollection(this, below),
        },
      },
      touch,
    );
  }

  get pointCount(): number {
    return this.values ? this.values.area.rows * this.values.area.columns : 0;
  }

  SetValues(source: Range): void {
    this.values = onlyLine(source);
    this.touch();
  }
  SetXAxisValues(source: Range): void {
    this.categories = onlyLine(source);
    this.touch();
  }
  Delete(): void {
    this.isGone = true;
    this.remove();
    this.touch();
  }

  snapshot(): unknown {
    return [
      this.state,
      this.values && addressOfArea(this.values.area),
      this.categories && addressOfArea(this.categories.area),
    ];
  }
}

function onlyLine(source: Range): Range {
  if (!(source instanceof Range) || (source.area.rows > 1 && source.area.columns > 1)) refuse('InvalidArgument');
  return source;
}

class ChartPointsCollection extends ExcelObject {
  readonly type = 'ChartPointsCollection';
  private readonly points = new Map<number, Modelled>();

  constructor(
    private readonly series: ChartSeries,
    private readonly touch: () => void,
  ) {
    super();
  }

  get Count(): number {
    return this.series.pointCount;
  }
  GetItemAt(index: number): Modelled {
    if (index < 0 || index >= this.Count) refuse('ItemNotFound');
    let point = this.points.get(index);
    if (!point) {
      point = new Modelled(
        'ChartPoint',
        { children: { Format: (below) => makeFormat('ChartPointFormat', below) } },
        this.touch,
      );
      this.points.set(index, point);
    }
    return point;
  }
}

function makeFormat(type: string, touch: () => void): Modelled {
  return new Modelled(
    type,
    {
      children: {
        Fill: (below) => new ChartFill(below),
        Line: (below) =>
          new Modelled(
            'ChartLineFormat',
            {
              scalars: { Color: '', LineStyle: 'Continuous', Weight: 1 },
              words: { LineStyle: ['None', 'Continuous', 'Dash', 'DashDot', 'Dot', 'Automatic', 'RoundDot'] },
            },
            below,
          ),
      },
    },
    touch,
  );
}

class ChartFill extends ExcelObject {
  readonly type = 'ChartFill';
  private color = '';

  constructor(private readonly touch: () => void) {
    super();
  }

  SetSolidColor(color: string): void {
    if (!/^#[0-9a-f]{6}$/i.test(color)) refuse('InvalidArgument');
    this.color = color;
    this.touch();
  }
  Clear(): void {
    this.color = '';
    this.touch();
  }
  get solidColor(): string {
    return this.color;
  }
}
