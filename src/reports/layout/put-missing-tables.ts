import { SHEET_WORDS } from '../words/sheet-words';
import type { Report } from './define-report';
import type { ReportContext } from './report-context';
import type { SheetDraft } from './sheet-draft';
import { STYLE } from './theme';

/** In the place of a table that cannot be there: why. */
export function putMissingTables(draft: SheetDraft, report: Report, context: ReportContext): void {
  for (const table of report.tables) {
    const why = table.missing?.(context);
    if (!why) continue;
    draft.row++;
    if (table.heading) draft.putLine(table.heading[context.lang], STYLE.heading, 24);
    draft.putLine(`${SHEET_WORDS.dash} ${why[context.lang]}`, STYLE.note);
  }
}
