import { count, number, text } from '../layout/columns';
import { defineReport } from '../layout/define-report';
import { LOG_HEADERS } from '../standing/refresh-log';
import type { RefreshEntry } from '../layout/report-context';
import { CELL, TAB } from '../layout/theme';

/** One row a refresh that changed something, newest first. */
export const refreshLog = defineReport<RefreshEntry>({
  id: 'refreshLog',
  sheet: { zh: '刷新记录', en: 'Refresh log' },
  purpose: { zh: '每次刷新的时间、截止日、行数和合计', en: 'When it was refreshed, as of which day, rows and totals' },
  tab: TAB.upkeep,
  needs: [],
  isHidden: true,
  orientation: 'landscape',
  freezeHeader: true,
  highlights: () => [
    {
      zh: '数据、参数、期间或版本有变化的刷新各记一行，最新的在最上面。',
      en: 'One row for each refresh in which data, settings, period or version changed, newest first.',
    },
  ],
  rows: ({ log }) => [...log].reverse(),
  columns: [
    text(LOG_HEADERS.time, ({ time }) => time, { minWidth: 18 }),
    text(LOG_HEADERS.asOf, ({ asOf }) => asOf, { minWidth: 12 }),
    text(LOG_HEADERS.period, ({ period }) => period, { minWidth: 24 }),
    count(LOG_HEADERS.rowsUsed, ({ rowsUsed }) => rowsUsed),
    count(LOG_HEADERS.rowsRejected, ({ rowsRejected }) => rowsRejected),
    number(LOG_HEADERS.netAmount, ({ netAmount }) => netAmount, { style: CELL.money, minWidth: 16 }),
    text(LOG_HEADERS.settingsHash, ({ settingsHash }) => settingsHash, { isHidden: true }),
    text(LOG_HEADERS.dataHash, ({ dataHash }) => dataHash, { isHidden: true }),
    text(LOG_HEADERS.version, ({ version }) => version),
  ],
  sources: [],
  settings: [],
});
