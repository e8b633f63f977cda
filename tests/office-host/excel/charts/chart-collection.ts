import { ExcelObject, NULL_OBJECT, type NullObject } from '../../excel-object';
import { refuse } from '../../refusal';
import { Chart, CHART_TYPES } from './chart';
import { Range } from '../range';
import type { Worksheet } from '../worksheet';

/** The charts of a sheet. */
export class ChartCollection extends ExcelObject {
  readonly type = 'ChartCollection';
  private charts: Chart[] = [];

  constructor(private readonly sheet: Worksheet) {
    super();
  }

  get Items(): readonly Chart[] {
    return this.charts;
  }
  get Count(): number {
    return this.charts.length;
  }

  Indexer(name: string): Chart {
    return this.find(name) ?? refuse('ItemNotFound');
  }
  GetItem(name: string): Chart {
    return this.Indexer(name);
  }
  GetItemOrNullObject(name: string): Chart | NullObject {
    return this.find(name) ?? NULL_OBJECT;
  }

  Add(type: string, source: Range, seriesBy = 'Auto'): Chart {
    this.sheet.refuseWhereProtected();
    if (!CHART_TYPES.includes(type) || !(source instanceof Range)) refuse('InvalidArgument');
    if (!['Auto', 'Rows', 'Columns'].includes(seriesBy)) refuse('InvalidArgument');
    const chart = new Chart(this.sheet, type, source, seriesBy, `Chart ${this.charts.length + 1}`);
    this.charts.push(chart);
    this.sheet.touch();
    return chart;
  }

  remove(chart: Chart): void {
    this.charts = this.charts.filter((one) => one !== chart);
    this.sheet.touch();
  }

  private find(name: string): Chart | undefined {
    return this.charts.find((chart) => chart.Id === name || chart.Name.toLowerCase() === String(name).toLowerCase());
  }
}
