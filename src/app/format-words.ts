import type { Text } from '../i18n/text';
import type { ForeignFormat } from '../workbook/foreign-format';

/** What a file that was converted is called. */
export const FORMAT_WORDS: Readonly<Record<ForeignFormat, Text>> = {
  xls: { zh: '旧格式工作簿（.xls 或 .et）', en: 'an old workbook (.xls or .et)' },
  xlsb: { zh: '二进制工作簿（.xlsb）', en: 'a binary workbook (.xlsb)' },
  ods: { zh: 'OpenDocument 表格（.ods）', en: 'an OpenDocument sheet (.ods)' },
  xml: { zh: 'Excel 2003 的 XML 表格', en: 'an XML spreadsheet of Excel 2003' },
  html: { zh: '网页表格（有的系统导出时叫 .xls）', en: 'a table of a web page (some systems call it .xls)' },
  text: { zh: '文本表格（.csv 或 .txt）', en: 'a text table (.csv or .txt)' },
};
