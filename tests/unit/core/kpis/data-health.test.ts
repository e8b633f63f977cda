import type { Issue } from '../../../../src/core/model/issue';
import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset, day } from '../../../support/dataset-builder';

const anIssue = (code: string, row: number): Issue => ({
  ...{ code, severity: 'warning', sheet: '交易', row, value: '' },
  message: { zh: code, en: code },
  action: { zh: '', en: '' },
});

it('the state of the data counts the problems of every kind', () => {
  const dataset = aDataset()
    .withClients([{ code: 'C1', name: '甲' }])
    .withTransactions([{ client: 'C1', day: day('2025-05-01'), amount: 1 }])
    .withIssues([anIssue('amount-unreadable', 2), anIssue('amount-unreadable', 3), anIssue('day-unreadable', 4)])
    .build();
  const { parts } = anAnalysis(dataset).analysis.indicators.find(({ id }) => id === 'I11')!;
  const problems = parts.find(({ label }) => label.zh === '数据问题数')!;
  expect(problems.value).toEqual({ known: true, value: 3 });
});
