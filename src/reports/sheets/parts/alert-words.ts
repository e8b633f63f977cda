import type { AlertKind, AlertSeverity } from '../../../core/standing/alerts';
import type { Text } from '../../../i18n/text';
import type { ToneRule } from '../../layout/columns';

export const SEVERITY_LABELS: Readonly<Record<AlertSeverity, Text>> = {
  bad: { zh: '■ 立即处理', en: '■ Act now' },
  watch: { zh: '▲ 留意', en: '▲ Watch' },
  notice: { zh: '● 提示', en: '● Note' },
};

export const SEVERITY_TONES: readonly ToneRule[] = [
  { text: SEVERITY_LABELS.bad, tone: 'bad' },
  { text: SEVERITY_LABELS.watch, tone: 'watch' },
  { text: SEVERITY_LABELS.notice, tone: 'neutral' },
];

/** The sheet that shows the figures behind an alert. */
export const SHEET_OF: Readonly<Record<AlertKind, string>> = {
  orderOverdue: 'clientClasses',
  drop: 'clientClasses',
  noSecondOrder: 'clientClasses',
  limitExceeded: 'credit',
  overdueMoney: 'receivables',
  openComplaint: 'complaints',
  concentration: 'clientTiers',
  fileDue: 'clientFiles',
  importantDay: 'clientFiles',
};
