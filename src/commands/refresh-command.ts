import type { Desk } from '../app/desk/desk';
import { describeFailure } from '../app/describe-failure';
import type { Lang } from '../i18n/lang';
import { fill, type Text } from '../i18n/text';
import type { WorkbookHost } from '../workbook/workbook-host';

/** What a ribbon button can do to tell the person how it went. */
export interface CommandTeller {
  showCell(sheet: string, cell: string): Promise<void>;
  tell(words: string): Promise<void>;
}

const DONE: Text = {
  zh: '已更新 {written} 张报表，{unchanged} 张没有变化。期间 {from} 至 {to}，净销售额 {amount}。',
  en: '{written} reports updated, {unchanged} unchanged. {from} to {to}, net sales {amount}.',
};
const NOTHING: Text = {
  zh: '没有可以分析的数据：{missing}。请点“打开客览”，在“数据”一步确认。',
  en: 'There is nothing to analyse: {missing}. Choose Open Kelan and check the Data step.',
};

const NOT_YET: Text = {
  zh: '工作簿里还没有这张报表。请先点“刷新报表”。',
  en: 'This report is not in the workbook yet. Choose Refresh reports first.',
};

/** Goes to a report of ours, whatever its sheet is called by now. */
export async function openReportCommand(
  host: WorkbookHost,
  report: string,
  lang: Lang,
  teller: CommandTeller,
): Promise<void> {
  try {
    const { sheets } = await host.describe();
    const sheet = sheets.find((one) => one.report?.id === report);
    if (sheet) await teller.showCell(sheet.name, 'A1');
    else await teller.tell(NOT_YET[lang]);
  } catch (error) {
    await tellFailure(error, lang, teller);
  }
}

async function tellFailure(error: unknown, lang: Lang, teller: CommandTeller): Promise<void> {
  const { what, safe, todo, details } = describeFailure(error);
  await teller.tell([what[lang], safe[lang], todo[lang], `(${details})`].join('\n'));
}

/** The refresh of the ribbon: the settings of the workbook, then the first report and a line on how it went. */
export async function runRefreshCommand(desk: Desk, lang: Lang, teller: CommandTeller): Promise<void> {
  try {
    const result = await desk.refresh({ lang });
    if (result.outcome === 'nothing') {
      const missing = result.missing.map((text) => text[lang]).join(lang === 'zh' ? '、' : ', ');
      await teller.tell(fill(NOTHING, { missing })[lang]);
      return;
    }
    const { written, unchanged, figures } = result;
    const first = written[0] ?? unchanged[0];
    if (first) await teller.showCell(first.sheet, 'A1');
    await teller.tell(
      fill(DONE, {
        written: written.length,
        unchanged: unchanged.length,
        from: figures.from,
        to: figures.to,
        amount: figures.netAmount,
      })[lang],
    );
  } catch (error) {
    await tellFailure(error, lang, teller);
  }
}
