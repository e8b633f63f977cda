import type { Text } from '../../i18n/text';
import { text, wrapped } from '../layout/columns';
import { defineReport, defineTable, type Report } from '../layout/define-report';
import { TAB } from '../layout/theme';

/** A fact of a copy: what, and what it is. */
export interface CoverFact {
  readonly what: Text;
  readonly value: Text;
}

export interface CopyCover {
  /** Who made it, when, for whom, why, at which level. */
  readonly facts: readonly CoverFact[];
  readonly sheets: readonly CoverFact[];
  /** What is not in it, and why. */
  readonly leftOut: readonly CoverFact[];
}

export const COVER_ID = 'copyCover';

/** The first sheet of a copy: who made it for whom, what is in it, and what its level leaves out. */
export function coverReport({ facts, sheets, leftOut }: CopyCover): Report {
  const tableOf = (id: string, heading: Text, first: Text, second: Text, rows: readonly CoverFact[]) =>
    defineTable<CoverFact>({
      id,
      heading,
      rows: () => rows,
      columns: [
        text(first, ({ what }) => what, { minWidth: 22, maxWidth: 30 }),
        wrapped(second, ({ value }) => value, { minWidth: 50, maxWidth: 70 }),
      ],
    });
  return defineReport<CoverFact>({
    id: COVER_ID,
    sheet: { zh: '查阅说明', en: 'About this copy' },
    purpose: { zh: '谁给谁、哪天、带出了什么', en: 'Who made it for whom, when, and what is in it' },
    tab: TAB.read,
    needs: [],
    orientation: 'portrait',
    hasFilter: false,
    rows: () => facts,
    columns: [
      text({ zh: '项目', en: 'Item' }, ({ what }) => what, { minWidth: 22, maxWidth: 30 }),
      wrapped({ zh: '内容', en: 'Content' }, ({ value }) => value, { minWidth: 50, maxWidth: 70 }),
    ],
    tables: [
      tableOf(
        'sheets',
        { zh: '带出的表', en: 'Sheets in this copy' },
        { zh: '工作表', en: 'Sheet' },
        { zh: '内容', en: 'What it is for' },
        sheets,
      ),
      ...(leftOut.length === 0
        ? []
        : [
            tableOf(
              'leftOut',
              { zh: '没有带出的', en: 'Not in this copy' },
              { zh: '内容', en: 'What' },
              { zh: '原因', en: 'Why' },
              leftOut,
            ),
          ]),
    ],
    sources: [],
    settings: [],
  });
}
