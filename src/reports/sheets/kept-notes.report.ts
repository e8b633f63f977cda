import { anyValue, text } from '../layout/columns';
import { defineReport } from '../layout/define-report';
import { CELL, TAB } from '../layout/theme';
import { KEPT_HEADERS, KEPT_NOTES_ID, type KeptEntry } from '../standing/kept-notes';

/** What the person typed on sheets of ours where no report could keep it: there until she deletes the line. */
export const keptNotes = defineReport<KeptEntry>({
  id: KEPT_NOTES_ID,
  sheet: { zh: '留言', en: 'Kept notes' },
  purpose: { zh: '您写在报表其他位置的内容，都在这里', en: 'What you typed elsewhere on the report sheets' },
  tab: TAB.upkeep,
  needs: [],
  orientation: 'landscape',
  paper: 'whole',
  freezeHeader: true,
  highlights: () => [
    {
      zh: '刷新时报表会重写。您写在浅黄色列以外的内容和您写的公式原样移到这里，一直保留；不需要的，删掉那一行。您自己设的底色和行高，刷新文件时随行保留，在 Excel 里刷新不保留。',
      en: 'A refresh writes the reports again. What you typed outside the pale yellow columns, and formulas of yours, are moved here as they were and stay; delete the row of what you no longer need. Fills and row heights of your own stay with their rows where a file is refreshed, and are not kept where Excel refreshes.',
    },
  ],
  rows: (context) => context.keptEntries ?? [],
  whenEmpty: { zh: '没有留言。', en: 'Nothing here.' },
  isHers: true,
  columns: [
    text(KEPT_HEADERS.day, ({ day }) => day, { minWidth: 12 }),
    text(KEPT_HEADERS.sheet, ({ sheet }) => sheet, { minWidth: 14 }),
    text(KEPT_HEADERS.column, ({ column }) => column, { minWidth: 14, maxWidth: 24 }),
    text(KEPT_HEADERS.key, ({ key }) => key, { minWidth: 16, maxWidth: 32 }),
    anyValue(KEPT_HEADERS.content, ({ content }) => content, { minWidth: 40, maxWidth: 60, style: CELL.userOther }),
  ],
  sources: [],
  settings: [],
});
