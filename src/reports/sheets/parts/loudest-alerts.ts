import type { AlertRow } from '../../../core/standing/alert';
import { label, link, text } from '../../layout/columns';
import { defineTable } from '../../layout/define-report';
import { nameOfRow, SEVERITY_LABELS, SEVERITY_TONES, SHEET_OF, wordAlerts, wordKinds } from './alert-words';

const MOST = 10;

/** The first ten rows of 预警, each with the way to the sheet that shows its figures. */
export const loudestAlerts = defineTable<AlertRow>({
  id: 'loudestAlerts',
  heading: { zh: '最要紧的十家（按有风险的金额）', en: 'The ten most urgent, by money at risk' },
  rows: ({ analysis }) => (analysis.alerts.known ? analysis.alerts.value.rows.slice(0, MOST) : []),
  whenEmpty: { zh: '没有预警。', en: 'No alert.' },
  columns: [
    label({ zh: '轻重', en: 'Severity' }, ({ severity }) => SEVERITY_LABELS[severity], { tones: SEVERITY_TONES }),
    text({ zh: '客户', en: 'Client' }, (row, { analysis }) => nameOfRow(row, analysis), { span: 3 }),
    text({ zh: '内容', en: 'What' }, wordAlerts, { span: 6, style: { wrap: true } }),
    link({ zh: '去看', en: 'See' }, wordKinds, {
      span: 2,
      style: { wrap: true },
      link: ({ alerts }) => ({ report: SHEET_OF[alerts[0]!.kind], cell: 'A1' }),
    }),
  ],
});
