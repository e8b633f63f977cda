import type { Text } from '../../i18n/text';

/** Words of the engine itself: the same on every sheet. `keep.ts` looks for some of them, so both languages count. */
export const SHEET_WORDS = {
  dash: '—',
  total: { zh: '合计', en: 'Total' },
  empty: { zh: '本期没有。', en: 'None in this period.' },
  blankGroup: { zh: '未填', en: 'Not filled in' },
  keptHeading: { zh: '已取消（保留）', en: 'Kept notes' },
  keptNote: {
    zh: '下面这些备注对应的行已不在表中；该行再出现时自动放回原处，不需要的可以删除。',
    en: 'The rows of these notes are no longer in the table. A note returns to its row when the row comes back; delete what you no longer need.',
  },
  keptKey: { zh: '对应', en: 'Belongs to' },
  keptColumn: { zh: '列', en: 'Column' },
  keptTable: { zh: '所在表', en: 'In table' },
  keptContent: { zh: '内容', en: 'Note' },
  movedTo: {
    zh: '您写在报表其他位置的内容（{count} 处）已移到「{sheet}」，一处不少；删掉那里的行才会消失。',
    en: 'What you typed elsewhere on the report sheets ({count}) now stands on “{sheet}”, nothing left out; it stays until you delete its row there.',
  },
  formulas: {
    zh: '您在报表上写的公式（{count} 条）原文已记在「{sheet}」：报表重写后，格子里只有它的结果。',
    en: 'The formulas that you wrote on the report sheets ({count}) are noted on “{sheet}” word for word: once written again, a sheet has only what they gave.',
  },
  looksGone: {
    zh: '您在报表上设的底色和行高有 {count} 处没有保留：所在的行或列这次不在表中。',
    en: 'Fills and row heights that you set on the reports were not kept in {count} places: their row or column is not there this time.',
  },
  recordGone: {
    zh: '隐藏的记录表没有了（旧版本写的工作簿，或「检查文档」删掉了隐藏的表），分不清哪些字是您写的：不认识的文字（{count} 处）也移到「{sheet}」，只此一次。',
    en: 'The hidden record is gone (a workbook of an earlier version, or the Document Inspector removed hidden sheets), so your words cannot be told from ours: texts not known ({count}) were moved to “{sheet}” too, this once.',
  },
  disowned: {
    zh: '「{sheet}」上不是报表的内容（标记可能被剪切、粘贴到了那里），没有改动；报表写到了新的工作表「{name}」。',
    en: '“{sheet}” does not hold the report (its mark may have been cut and pasted there) and was not touched; the report was written to a new sheet, “{name}”.',
  },
  ownColumn: { zh: '自加列', en: 'Own column' },
  sourcesHeading: { zh: '数据来源', en: 'Where the numbers come from' },
  userColumnsNote: {
    zh: '浅黄色的列归您填写。这些列以及您自己加在表内或表右侧的列，刷新时按{keys}保留；其他单元格刷新时会重写。',
    en: 'The pale yellow columns are yours. They, and any column that you add to the table or at its right, are kept by {keys} over every refresh; all other cells are written again.',
  },
  responsibleBlank: {
    zh: '负责人未填：请在「参数」表填写',
    en: 'Person responsible not filled in: see the sheet “Settings”',
  },
} as const satisfies Record<string, Text | string>;
