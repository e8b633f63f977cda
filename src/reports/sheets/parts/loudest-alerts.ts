import { ALERT_LABELS, type Alert } from '../../../core/standing/alerts';
import { label, link, text } from '../../layout/columns';
import { defineTable } from '../../layout/define-report';
import { SEVERITY_LABELS, SEVERITY_TONES, SHEET_OF } from './alert-words';

const MOST = 10;

/** The ten loudest alerts of 001-3, each with the way to the sheet that shows its figures; all of them stand on 预警. */
export const loudestAlerts = defineTable<Alert>({
  id: 'loudestAlerts',
  heading: { zh: '最要紧的十条预警', en: 'The ten loudest alerts' },
  rows: ({ analysis }) => (analysis.alerts.known ? analysis.alerts.value.list.slice(0, MOST) : []),
  whenEmpty: { zh: '没有预警。', en: 'No alert.' },
  columns: [
    label({ zh: '轻重', en: 'Severity' }, ({ severity }) => SEVERITY_LABELS[severity], { tones: SEVERITY_TONES }),
    text({ zh: '客户', en: 'Client' }, ({ client }, { analysis }) => analysis.clients[client]?.name ?? '', { span: 3 }),
    text({ zh: '内容', en: 'What' }, (alert) => alert.text, { span: 6, style: { wrap: true } }),
    link({ zh: '去看', en: 'See' }, ({ kind }) => ALERT_LABELS[kind], {
      span: 2,
      link: ({ kind }) => ({ report: SHEET_OF[kind], cell: 'A1' }),
    }),
  ],
});
