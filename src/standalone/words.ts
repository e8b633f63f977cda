import type { Text } from '../i18n/text';

/** What the page says around the pane. */
export const PAGE_WORDS = {
  title: { zh: '客览 · 不需要 Excel', en: 'Kelan without Excel' },
  intro: {
    zh: '打开一个或几个 .xlsx 工作簿，刷新报表，再保存；.xls、.ods、.csv 等也能打开，结果存成新的 .xlsx。文件只在这个浏览器里处理，不上传任何内容。',
    en: 'Open one or several .xlsx workbooks, refresh the reports, save; .xls, .ods, .csv and others can be opened too and give a new .xlsx. The file stays in this browser; nothing is uploaded.',
  },
  dropHere: { zh: '把工作簿拖到这里，可以一次拖几个', en: 'Drop a workbook here, or several' },
  listComma: { zh: '、', en: ', ' },
  readTogether: {
    zh: '报表写进“{name}”；一起读的还有：{others}。',
    en: 'Reports go into “{name}”; read together with it: {others}.',
  },
  elsewhere: {
    zh: '{sheet} 的 {cell} 在另一个文件里，这里只显示第一个工作簿；请打开那个文件查看。',
    en: '{cell} of {sheet} is in another file; only the first workbook is shown here. Open that file to see it.',
  },
  open: { zh: '打开工作簿…', en: 'Open a workbook…' },
  sample: { zh: '用示例工作簿试一试', en: 'Try the sample workbook' },
  gets: { zh: '您会得到', en: 'What you get' },
  getsOverview: {
    zh: '概览：会上先说的几件事，每件带金额、原因和下一步',
    en: 'Overview: what to say first in the meeting, with money, cause and next step',
  },
  getsCard: {
    zh: '客户卡片：选一家客户，等级、应收、信用、近况都在一页',
    en: 'Client card: pick a client; tier, receivables, credit and recent business on one page',
  },
  getsPlan: {
    zh: '联络计划：本月哪天联络谁、为什么，每人一页可打印',
    en: 'Call plan: whom to contact on which day, and why; a page a person to print',
  },
  getsRest: {
    zh: '预警、客户等级、应收账龄、数据检查，还有十几张可选的表',
    en: 'Alerts, tiers, receivables, data check, and a dozen more sheets by choice',
  },
  opening: { zh: '正在打开 {name}…', en: 'Opening {name}…' },
  save: { zh: '保存工作簿', en: 'Save the workbook' },
  converted: {
    zh: '这个文件是{format}：各表的数值已放进一个新工作簿，报表写在里面，保存为 .xlsx；原文件不会改动。',
    en: 'This file is {format}: the values of its sheets are in a new workbook, which takes the reports and is saved as .xlsx; the file itself is not changed.',
  },
  saved: { zh: '已保存 {name}', en: '{name} saved' },
  unsaved: { zh: '有未保存的报表', en: 'Reports not saved yet' },
  sheets: { zh: '工作表', en: 'Sheets' },
  fitWidth: { zh: '适合宽度', en: 'Fit the width' },
  goToSheet: { zh: '转到工作表', en: 'Go to a sheet' },
  reportSheets: { zh: '报表', en: 'Reports' },
  otherSheets: { zh: '您的表', en: 'Your sheets' },
  sheet: { zh: '工作表“{sheet}”', en: 'Sheet “{sheet}”' },
  reading: { zh: '正在读取…', en: 'Reading…' },
  firstRows: {
    zh: '只显示前 {shown} 行，共 {all} 行（分析用全部行）',
    en: 'The first {shown} of {all} rows are shown; all are analysed',
  },
  emptySheet: { zh: '这张工作表是空的。', en: 'This sheet is empty.' },
  file: { zh: '文件', en: 'File' },
  workbook: { zh: '工作簿', en: 'Workbook' },
  chart: { zh: '图表：{title}', en: 'Chart: {title}' },
  sampleName: { zh: '客览示例.xlsx', en: 'kelan-sample.xlsx' },
} as const satisfies Record<string, Text>;
