import type { RowAccount } from '../../core/facts/sheet-accounts';
import { SETTINGS } from '../../core/settings';
import { fill, type Text } from '../../i18n/text';
import { wordNumber } from '../../i18n/wording';
import { TABLE_WORDS } from '../words/domain-words';
import { wordSettingValue } from '../../core/settings/word-setting-value';
import { SHEET_WORDS } from '../words/sheet-words';
import type { Report } from './define-report';
import type { FilledTable } from './table/fill-table';
import type { ReportContext } from './report-context';
import type { SheetDraft } from './sheet-draft';
import { STYLE } from './theme';

/** The foot runs at least this wide, whatever the table's width. */
const FOOT_WIDTH = 90;

/** Where the numbers come from. */
export function putFoot(
  draft: SheetDraft,
  report: Report,
  tables: readonly FilledTable[],
  context: ReportContext,
  columns: number,
): void {
  const { lang } = context;
  const lines = footLines(report, tables, context);
  if (lines.length === 0) return;
  draft.row++;
  draft.putLine(SHEET_WORDS.sourcesHeading[lang], { ...STYLE.heading, size: 10 }, 20);
  const width = draft.widthOf(0, columns);
  for (const line of lines) {
    if (width >= FOOT_WIDTH) draft.putParagraph(line, STYLE.wrappedNote, columns, width);
    else draft.putLine(line, STYLE.note);
  }
}

/** Rows read, used and left out of every input sheet, the settings in force, and what becomes of her own columns. */
function footLines(report: Report, tables: readonly FilledTable[], { analysis, lang }: ReportContext): string[] {
  const accounts = accountsByTable(analysis.accounts.filter(({ table }) => report.sources.includes(table))).map(
    (account) =>
      fill(
        {
          zh: '{sheet}（{table}）：读入 {read} 行 = 采用 {used} + 剔除 {rejected} + 期间外 {out} + 已作废 {cancelled}',
          en: '{sheet} ({table}): {read} rows read = {used} used + {rejected} rejected + {out} out of period + {cancelled} cancelled',
        },
        {
          sheet: nameOf(account),
          table: TABLE_WORDS[account.table],
          read: wordNumber(account.read),
          used: wordNumber(account.used),
          rejected: wordNumber(account.rejected),
          out: wordNumber(account.outOfPeriod),
          cancelled: wordNumber(account.cancelled),
        },
      ),
  );
  const settings = report.settings.map((id) =>
    fill(
      { zh: '{label} = {value}', en: '{label} = {value}' },
      {
        label: SETTINGS[id].label,
        value: wordSettingValue(id, analysis.settings[id]),
      },
    ),
  );
  const keptBy = tables.find(({ keptBy: by }) => by)?.keptBy;
  return [
    ...accounts.map((line) => line[lang]),
    ...(settings.length > 0
      ? [{ zh: '参数 ', en: 'Settings ' }[lang] + settings.map((line) => line[lang]).join({ zh: '；', en: '; ' }[lang])]
      : []),
    ...(keptBy ? [fill(SHEET_WORDS.userColumnsNote, { keys: keptBy })[lang]] : []),
  ];
}

interface TableAccount extends RowAccount {
  readonly sheets: number;
}

/** One account a kind of lines: a year on twelve sheets, or in twelve workbooks, says in one line what it says on one. */
function accountsByTable(accounts: readonly RowAccount[]): readonly TableAccount[] {
  const byTable = new Map<RowAccount['table'], TableAccount>();
  for (const account of accounts) {
    const before = byTable.get(account.table);
    byTable.set(
      account.table,
      before
        ? {
            ...before,
            sheets: before.sheets + 1,
            read: before.read + account.read,
            used: before.used + account.used,
            rejected: before.rejected + account.rejected,
            outOfPeriod: before.outOfPeriod + account.outOfPeriod,
            cancelled: before.cancelled + account.cancelled,
          }
        : { ...account, sheets: 1 },
    );
  }
  return [...byTable.values()];
}

const nameOf = ({ sheet, sheets }: TableAccount): string | Text =>
  sheets === 1
    ? sheet
    : fill(
        { zh: '{sheet} 等 {sheets} 张表', en: '{sheet} and {more} more' },
        { sheet, sheets: wordNumber(sheets), more: wordNumber(sheets - 1) },
      );
