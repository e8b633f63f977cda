import type { TableName } from '../../core/model/tables';
import { field, type FieldDefinition } from './define-fields';

/** A day in three columns, or a month of a year that the title says: they make the day where no column holds it. */
export function dayPartFields(table: TableName): readonly FieldDefinition[] {
  return [
    field(`${table}.yearPart`, 'number', '年', 'Year', ['年份', '年度', '会计年度', '销售年份', '销售年度'], ['sales year', 'fiscal year', 'calendar year', 'order year', 'yr'], { width: 6, not: ['月', '日', 'month', 'day', 'date'] }),
    field(`${table}.monthPart`, 'number', '月', 'Month', ['月份', '销售月份', '会计月份'], ['sales month', 'fiscal month', 'month no', 'month number', 'mth'], { width: 5, not: ['年', '日', 'year', 'day', 'date'] }),
    field(`${table}.weekPart`, 'number', '周', 'Week', ['周次', '第几周', '周数'], ['week no', 'week number', 'calendar week', 'kw', 'wk'], { width: 5, not: ['月', '日', 'month', 'day', 'date'] }),
    field(`${table}.dayPart`, 'number', '日', 'Day of month', ['日期', '号', '几号', '天'], ['day', 'date', 'dom'], { width: 5, not: ['到期', '应', '发货', '交', '收', '付'] }),
  ]; // prettier-ignore
}
