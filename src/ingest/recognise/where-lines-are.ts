import type { Text } from '../../i18n/text';
import type { LinesElsewhere } from '../../workbook/workbook-host';

const WORDS: Readonly<Record<LinesElsewhere, Text>> = {
  'data-model': {
    zh: '这个工作簿的数据模型（Power Pivot）里有数据，工作表上没有：在 Excel 的“数据 › 现有连接 › 表”里把它加载到工作表，或用命令行的 --source 直接读它的来源',
    en: 'The data model (Power Pivot) of this workbook holds data that stand on no sheet: load them to a sheet under Data › Existing Connections › Tables, or read their source with --source of the command line',
  },
  query: {
    zh: '这个工作簿里有查询或数据连接：在 Excel 的“数据 › 查询和连接”里右键“加载到… › 表”，让数据落在工作表上，再试；或用命令行的 --source 直接读它的来源',
    en: 'This workbook has queries or connections: under Data › Queries & Connections choose Load To… › Table, so that the data stand on a sheet, and try again; or read their source with --source of the command line',
  },
  'pivot-table': {
    zh: '数据透视表里存着明细：双击透视表右下角的总计，Excel 会把明细放到一张新工作表，再试',
    en: 'A pivot table keeps its lines in itself: double-click its grand total, and Excel puts them on a new sheet; then try again',
  },
};

/** What to do where nothing on the sheets can be analysed and the lines lie elsewhere in the workbook. */
export const whereLinesAre = (places: readonly LinesElsewhere[] = []): readonly Text[] =>
  places.map((place) => WORDS[place]);
