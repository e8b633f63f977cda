import { analyse } from '../../../src/core/analyse';
import { planCalls } from '../../../src/core/plan/call-plan';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { foldLine, writeRepCalendars } from '../../../src/reports/call-plan-ics';
import { aDataset, day } from '../../support/dataset-builder';

describe('writeRepCalendars', () => {
  const dataset = aDataset()
    .withClients([{ code: 'K1', name: '东方;饲料,厂', rep: '王/芳', contact: '陈', phone: '139' }])
    .withTransactions([{ client: 'K1', day: '2026-01-10', amount: 100 }])
    .build();
  const analysis = analyse(dataset, {
    today: day('2026-01-31'),
    asOf: day('2026-01-31'),
    period: { kind: 'last12m' },
    settings: DEFAULT_SETTINGS,
  });
  const [calendar] = writeRepCalendars(planCalls(dataset, analysis), 'zh', '20260131T090000Z');

  it('writes a file a person under a legal name', () => {
    expect(calendar!.rep).toBe('王/芳');
    expect(calendar!.fileName).toBe('王_芳.ics');
  });

  it('has an entry a contact, escaped, with the key as its UID', () => {
    const lines = calendar!.text.replace(/\r\n /g, '').split('\r\n');
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
    expect(lines).toContain('UID:K1|2026-02|call|1@kelan');
    expect(lines.filter((line) => line.startsWith('SUMMARY:')).sort()).toEqual([
      'SUMMARY:拜访 东方\\;饲料\\,厂',
      'SUMMARY:电话 东方\\;饲料\\,厂',
    ]);
    expect(lines.filter((line) => /^DTSTART;VALUE=DATE:202602\d\d$/.test(line))).toHaveLength(2);
  });
});

describe('foldLine', () => {
  it('breaks after 75 octets, never inside a character', () => {
    // 30 characters of 3 octets: 25 fit into 75; the rest follows a space.
    expect(foldLine('客'.repeat(30))).toBe(`${'客'.repeat(25)}\r\n ${'客'.repeat(5)}`);
    expect(foldLine('a'.repeat(75))).toBe('a'.repeat(75));
  });
});
