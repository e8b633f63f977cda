import { ExcelObject } from '../../excel-object';
import { refuse } from '../../refusal';
import { addressOfArea } from '../area';
import { ChartSeriesCollection } from './chart-series-collection';
import { Modelled } from '../modelled';
import { Range } from '../range';
import type { Worksheet } from '../worksheet';

export const CHART_TYPES = ['ColumnClustered', 'ColumnStacked', 'BarClustered', 'Line', 'Doughnut', 'Pie'];

/** A chart and what hangs on it. */
export class Chart extends ExcelObject {
  readonly type = 'Chart';
  readonly Id: string;
  readonly Series: ChartSeriesCollection;
  readonly Title: Modelled;
  readonly Legend: Modelled;
  readonly Format: Modelled;
  readonly Axes: ChartAxes;
  private heldName: string;
  private heldType: string;
  private position: readonly string[] = [];

  constructor(
    private readonly sheet: Worksheet,
    type: string,
    source: Range,
    seriesBy: string,
    name: string,
  ) {
    super();
    this.Id = sheet.book.newId();
    this.heldName = name;
    this.heldType = type;
    const touch = (): void => sheet.touch();
    this.Series = new ChartSeriesCollection(touch, source, seriesBy);
    this.Title = new Modelled(
      'ChartTitle',
      { scalars: { Text: '', Visible: true }, children: { Format: makeFormat('ChartTitleFormat') } },
      touch,
    );
    this.Format = makeFormat('ChartAreaFormat')(touch);
    this.Legend = new Modelled(
      'ChartLegend',
      {
        scalars: { Visible: true, Position: 'Right', Overlay: false },
        words: { Position: ['Top', 'Bottom', 'Left', 'Right', 'Corner'] },
      },
      touch,
    );
    this.Axes = new ChartAxes(this, touch);
  }

  get Name(): string {
    return this.heldName;
  }
  set Name(name: string) {
    this.heldName = name;
    this.sheet.touch();
  }
  get ChartType(): string {
    return this.heldType;
  }
  set ChartType(type: string) {
    if (!CHART_TYPES.includes(type)) refuse('InvalidArgument');
    this.heldType = type;
    this.sheet.touch();
  }
  get Worksheet(): Worksheet {
    return this.sheet;
  }

  /** Whether the chart has axes of its values at all. */
  get hasAxes(): boolean {
    return this.heldType !== 'Doughnut' && this.heldType !== 'Pie';
  }

  SetPosition(from: Range, to?: Range): void {
    if (!(from instanceof Range)) refuse('InvalidArgument');
    this.position = [from, to].flatMap((one) => (one ? [addressOfArea(one.area)] : []));
    this.sheet.touch();
  }

  Delete(): void {
    this.sheet.refuseWhereProtected();
    this.isGone = true;
    this.sheet.Charts.remove(this);
  }

  snapshot(): unknown {
    return [
      this.Name,
      this.ChartType,
      this.position,
      this.Title.state,
      this.Legend.state,
      this.Format.state,
      this.Series.snapshot(),
    ];
  }
}

class ChartAxes extends ExcelObject {
  readonly type = 'ChartAxes';
  private readonly axes = new Map<string, Modelled>();

  constructor(
    private readonly chart: Chart,
    private readonly touch: () => void,
  ) {
    super();
  }

  get CategoryAxis(): Modelled {
    return this.GetItem('Category', 'Primary');
  }
  get ValueAxis(): Modelled {
    return this.GetItem('Value', 'Primary');
  }

  GetItem(kind: string, group = 'Primary'): Modelled {
    // Assumed: a chart without axes has none to give, nor one without a series on it a secondary one.
    if (!this.chart.hasAxes) refuse('InvalidOperation');
    if (group === 'Secondary' && !this.chart.Series.Items.some((series) => series.AxisGroup === 'Secondary')) {
      refuse('InvalidOperation');
    }
    const key = `${kind} ${group}`;
    let axis = this.axes.get(key);
    if (!axis) this.axes.set(key, (axis = makeAxis(this.touch)));
    return axis;
  }
}

/** How words of a chart, or of its title, look. */
const makeFormat =
  (type: string) =>
  (touch: () => void): Modelled =>
    new Modelled(
      type,
      { children: { Font: (below) => new Modelled('ChartFont', { scalars: { Size: 10, Bold: false } }, below) } },
      touch,
    );

function makeAxis(touch: () => void): Modelled {
  return new Modelled(
    'ChartAxis',
    {
      scalars: {
        Minimum: undefined,
        Maximum: undefined,
        MajorUnit: undefined,
        NumberFormat: 'General',
        TickLabelSpacing: undefined,
        ReversePlotOrder: false,
        Visible: true,
      },
      children: {
        Title: (below) => new Modelled('ChartAxisTitle', { scalars: { Text: '', Visible: false } }, below),
      },
    },
    touch,
  );
}
