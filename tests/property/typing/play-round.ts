import { refresh } from '../../../src/app/refresh';
import { dayOf } from '../../../src/core/model/day';
import type { Lang } from '../../../src/i18n/lang';
import { RECORD_ID } from '../../../src/reports/standing/record-sheet';
import { UNDO_ID } from '../../../src/reports/standing/undo-sheet';
import { applyToGrid, isGridEdit, tokensIn, type Edit } from './edits';
import type { EditedWorkbook } from './edited-workbook';

export interface RoundOutcome {
  /** Texts that stood in the workbook before some refreshes, added up. */
  readonly typed: number;
  /** Texts that stood in the workbook before a refresh and did not after it. */
  readonly lost: readonly string[];
  /** A refresh that ended in an error. */
  readonly failure?: unknown;
}

interface State {
  lang: Lang;
  /** A month of 2025 whose end is the as-of day. */
  month: number;
}

export const CLOCK = { today: dayOf(2026, 3, 31), now: '2026-03-31 09:00', version: '0' };

/**
 * Does a round's edits, refreshes, and looks for everything that stood there before. `isWritten`: the reports stand in the
 * workbook already.
 */
export async function playRound(
  workbook: EditedWorkbook,
  edits: readonly Edit[],
  isWritten = false,
): Promise<RoundOutcome> {
  const state: State = { lang: 'zh', month: 12 };
  const lost = new Set<string>();
  const deleted = new Set<string>();
  const seen = new Set<string>();
  const run = async (): Promise<void> => {
    const before = await tokensOf(workbook);
    for (const token of before) seen.add(token);
    const asOf = dayOf(2025, state.month, 28);
    await refresh(await workbook.open(), { clock: CLOCK, lang: state.lang, reports: 'all', asOf });
    const after = await tokensOf(workbook);
    for (const token of before) if (!after.has(token) && !deleted.has(token)) lost.add(token);
  };
  try {
    if (!isWritten) await run();
    for (const edit of edits) await perform(workbook, edit, { state, run, deleted });
    // Twice: what the first refresh moved must stand after the next one too; then another day.
    await run();
    await run();
    state.month = 11;
    await run();
  } catch (failure) {
    return { typed: seen.size, lost: [...lost], failure };
  }
  return { typed: seen.size, lost: [...lost] };
}

/** Very hidden sheets, which only a program can show: nobody types on them. */
const UNSEEN: ReadonlySet<string> = new Set([RECORD_ID, UNDO_ID]);

interface Round {
  readonly state: State;
  readonly run: () => Promise<void>;
  /** What she deleted or typed over herself, where it stood: that a sheet of ours still quoted it makes it no loss of ours. */
  readonly deleted: Set<string>;
}

async function perform(workbook: EditedWorkbook, edit: Edit, { state, run, deleted }: Round): Promise<void> {
  const sheets = await workbook.sheets();
  const ours = sheets.filter(({ report }) => report !== undefined && !UNSEEN.has(report));
  const target = ours[edit.sheet % Math.max(1, ours.length)];
  if (!target) return;
  const { name } = target;
  if (isGridEdit(edit.kind)) {
    const grid = await workbook.read(name);
    const before = tokensIn(grid);
    applyToGrid(grid, edit);
    const after = tokensIn(grid);
    for (const one of before) if (!after.has(one)) deleted.add(one);
    await workbook.replace(name, grid);
    return;
  }
  switch (edit.kind) {
    case 'renameSheet':
      return workbook.rename(name, `我的${edit.token}`);
    case 'copySheet':
      return workbook.copy(name, `副本${edit.token}`);
    case 'deleteMark':
      return workbook.mark(target.report!, undefined);
    case 'moveMark': {
      // Nobody sees the record: nothing is pasted there.
      const others = sheets.filter((sheet) => sheet !== target && !UNSEEN.has(sheet.report ?? ''));
      return workbook.mark(target.report!, others[edit.seed % others.length]!.name);
    }
    case 'otherLanguage':
      state.lang = state.lang === 'zh' ? 'en' : 'zh';
      return;
    case 'otherDay':
      state.month = 7 + (edit.seed % 6);
      return;
    case 'refresh':
      return run();
  }
}

async function tokensOf(workbook: EditedWorkbook): Promise<Set<string>> {
  const tokens = new Set<string>();
  for (const { name } of await workbook.sheets()) tokensIn(await workbook.read(name), tokens);
  return tokens;
}
