import type { ReportSnapshot } from '../../workbook/workbook-host';
import { text, userDay, userText } from '../layout/columns';
import { defineReport, defineTable, type Report } from '../layout/define-report';
import { readRows, wordsOf } from '../standing/read-rows';
import { TAB } from '../layout/theme';

/** One copy that was handed out. */
export interface ShareEntry {
  readonly time: string;
  readonly forWhom: string;
  readonly reason: string;
  readonly sheets: string;
  readonly level: string;
  readonly aliases: string;
}

/** Which client stands behind an alias. Stays with the person; the same in every copy. */
export interface ClientAlias {
  readonly alias: string;
  readonly code: string;
  readonly name: string;
}

export interface ShareRegister {
  /** Oldest first. */
  readonly entries: readonly ShareEntry[];
  readonly aliases: readonly ClientAlias[];
}

const HEADERS = {
  time: { zh: '时间', en: 'Time' },
  forWhom: { zh: '申请人', en: 'For whom' },
  reason: { zh: '事由', en: 'Reason' },
  sheets: { zh: '内容', en: 'Sheets' },
  level: { zh: '保密级', en: 'Secrecy' },
  aliases: { zh: '客户名称', en: 'Client names' },
} as const;

const ALIAS_HEADERS = {
  alias: { zh: '代号', en: 'Alias' },
  code: { zh: '客户编号', en: 'Client code' },
  name: { zh: '客户全称', en: 'Client' },
} as const;

/** A header that she renamed must not cost the register, nor the key that tells who 客户001 is. */
const LEAST_HEADERS = 4;
const LEAST_ALIAS_HEADERS = 2;

export const SHARE_REGISTER = 'shareRegister';

/** The register as it stands in the workbook, in whatever language it was written. */
export function readShareRegister(snapshot: ReportSnapshot | undefined): ShareRegister {
  const cells = snapshot?.cells ?? [];
  return {
    entries: readRows(cells, HEADERS, LEAST_HEADERS)
      .map(({ time, forWhom, reason, sheets, level, aliases }) => ({
        time: wordsOf(time),
        forWhom: wordsOf(forWhom),
        reason: wordsOf(reason),
        sheets: wordsOf(sheets),
        level: wordsOf(level),
        aliases: wordsOf(aliases),
      }))
      .reverse(),
    aliases: readRows(cells, ALIAS_HEADERS, LEAST_ALIAS_HEADERS).map(({ alias, code, name }) => ({
      alias: wordsOf(alias),
      code: wordsOf(code),
      name: wordsOf(name),
    })),
  };
}

/** 查阅登记 (features 000-P6): who got which copy, and the key of the aliases. Approval and return are the person's. */
export function shareRegisterReport({ entries, aliases }: ShareRegister): Report {
  return defineReport<ShareEntry>({
    id: SHARE_REGISTER,
    sheet: { zh: '查阅登记', en: 'Copies handed out' },
    purpose: { zh: '哪天给谁看了哪些报表', en: 'Which copy went to whom, and when' },
    tab: TAB.upkeep,
    needs: [],
    orientation: 'landscape',
    keyedBy: 'first',
    rows: () => [...entries].reverse(),
    columns: [
      text(HEADERS.time, ({ time }) => time, { key: true, minWidth: 18 }),
      text(HEADERS.forWhom, ({ forWhom }) => forWhom, { minWidth: 14 }),
      text(HEADERS.reason, ({ reason }) => reason, { minWidth: 18 }),
      text(HEADERS.sheets, ({ sheets }) => sheets, { minWidth: 30, maxWidth: 60 }),
      text(HEADERS.level, ({ level }) => level),
      text(HEADERS.aliases, (entry) => entry.aliases, { minWidth: 12 }),
      userText({ zh: '批准人', en: 'Approved by' }, { id: 'approvedBy', minWidth: 12 }),
      userDay({ zh: '批准日', en: 'Approved on' }, { id: 'approvedOn' }),
      userText({ zh: '返还', en: 'Returned' }, { id: 'returned', minWidth: 12 }),
    ],
    tables:
      aliases.length === 0
        ? []
        : [
            defineTable<ClientAlias>({
              id: 'aliasKey',
              heading: {
                zh: '客户代号对照（只留在本工作簿）',
                en: 'Key of the client aliases: stays in this workbook',
              },
              rows: () => aliases,
              columns: [
                text(ALIAS_HEADERS.alias, ({ alias }) => alias),
                text(ALIAS_HEADERS.code, ({ code }) => code),
                text(ALIAS_HEADERS.name, ({ name }) => name),
              ],
            }),
          ],
    sources: [],
    settings: [],
  });
}
