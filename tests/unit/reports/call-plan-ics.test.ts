import { analyse } from '../../../src/core/analyse';
import { planCalls } from '../../../src/core/plan/call-plan';
import { DEFAULT_SETTINGS, settingsWith } from '../../../src/core/settings';
import { foldLine, writeRepCalendars } from '../../../src/reports/call-plan-ics';
import { aDataset, day } from '../../support/dataset-builder';

describe('writeRepCalendars', () => {
  const dataset = aDataset()
    .withClients([{ code: 'K1', name: '东方;饲料,厂', rep: '王/芳', contact: '陈', phone: '139' }])
    .withTransactions([{ client: 'K1', day: '2026-01-10', amount: 100 }])
    .build();
  const run = { today: day('2026-01-31'), asOf: day('2026-01-31'), period: { kind: 'last12m' } } as const;
  const analysis = analyse(dataset, { ...run, settings: DEFAULT_SETTINGS });
  const [calendar] = writeRepCalendars(planCalls(dataset, analysis), 'zh', '20260131T090000Z');

  it('writes a file a person under a legal name', () => {
    expect(calendar!.rep).toBe('王/芳');
    expect(calendar!.fileName).toBe('王_芳.ics');
  });

  it.each([
    ['x'.repeat(300), `${'x'.repeat(180)}.ics`],
    ['名'.repeat(300), `${'名'.repeat(60)}.ics`],
    ['CON', '_CON.ics'],
    ['lpt1.x', '_lpt1.x.ics'],
    ['Contra', 'Contra.ics'],
    ['a. . ', 'a_.ics'],
  ])('names the file of %s as every file system takes it', (rep, fileName) => {
    const one = aDataset()
      .withClients([{ code: 'K1', name: '甲', rep }])
      .withTransactions([{ client: 'K1', day: '2026-01-10', amount: 100 }])
      .build();
    const plan = planCalls(one, analyse(one, { ...run, settings: DEFAULT_SETTINGS }));
    expect(writeRepCalendars(plan, 'zh', '20260131T090000Z').map((file) => file.fileName)).toEqual([fileName]);
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

/** Reads a calendar file by the letter of RFC 5545 §3.1 and §3.3.11: unfolds, parts names, parameters and values, unescapes text. */
function readCalendar(text: string): { name: string; parameters: string; value: string }[] {
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  const lines = text
    .slice(0, -2)
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n');
  return lines.map((line) => {
    const match = /^([A-Z-]+)((?:;[^:]+)?):(.*)$/.exec(line);
    if (!match) throw new Error(`No content line: ${line}`);
    const value = match[3]!.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
    return { name: match[1]!, parameters: match[2]!, value };
  });
}

describe('a calendar file, read by the letter of RFC 5545', () => {
  const name = `${'很长的客户名称'.repeat(6)}; "A, B\\C"`;
  const dataset = aDataset()
    .withClients([{ code: 'K1', name, rep: '王芳', contact: '陈', phone: '139' }])
    .withTransactions([{ client: 'K1', day: '2026-01-10', amount: 100 }])
    .build();
  const planOf = (asOf: string) =>
    planCalls(
      dataset,
      analyse(dataset, {
        today: day(asOf),
        asOf: day(asOf),
        period: { kind: 'last12m' },
        settings: settingsWith({ 'plan.month': '2026-02' }),
      }),
    );
  const linesOf = (asOf: string, lang: 'zh' | 'en', stamp = '20260131T090000Z') =>
    readCalendar(writeRepCalendars(planOf(asOf), lang, stamp)[0]!.text);
  const valuesOf = (lines: ReturnType<typeof linesOf>, wanted: string): string[] =>
    lines.filter((line) => line.name === wanted).map(({ value }) => value);

  it('has what a calendar and an entry must have, properly nested', () => {
    const lines = linesOf('2026-01-31', 'zh');
    expect(lines.slice(0, 2)).toMatchObject([
      { name: 'BEGIN', value: 'VCALENDAR' },
      { name: 'VERSION', value: '2.0' },
    ]);
    expect(valuesOf(lines, 'PRODID')).toHaveLength(1);
    const nesting = lines
      .filter(({ name: one }) => one === 'BEGIN' || one === 'END')
      .map((one) => `${one.name} ${one.value}`);
    expect(nesting).toEqual([
      'BEGIN VCALENDAR',
      ...['BEGIN VEVENT', 'END VEVENT', 'BEGIN VEVENT', 'END VEVENT'],
      'END VCALENDAR',
    ]);
    for (const must of ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY']) expect(valuesOf(lines, must)).toHaveLength(2);
    expect(valuesOf(lines, 'DTSTAMP').every((stamp) => /^\d{8}T\d{6}Z$/.test(stamp))).toBe(true);
  });

  it('gives names back whatever signs are in them', () => {
    for (const summary of valuesOf(linesOf('2026-01-31', 'zh'), 'SUMMARY')) expect(summary).toMatch(/^(电话|拜访) /);
    expect(valuesOf(linesOf('2026-01-31', 'zh'), 'SUMMARY').map((one) => one.slice(3))).toEqual([name, name]);
  });

  it('has whole days, which need no time zone: the end is the day after', () => {
    const lines = linesOf('2026-01-31', 'zh').filter((one) => /^DT(START|END)$/.test(one.name));
    expect(lines.every(({ parameters }) => parameters === ';VALUE=DATE')).toBe(true);
    const [start, end] = lines.map(({ value }) => value);
    expect(Number(end) - Number(start)).toBe(1);
  });

  it('keeps the UID of an entry in another language and after another refresh', () => {
    const uids = valuesOf(linesOf('2026-01-31', 'zh'), 'UID').sort();
    expect(uids).toEqual(['K1|2026-02|call|1@kelan', 'K1|2026-02|visit|1@kelan']);
    expect(valuesOf(linesOf('2026-02-03', 'en', '20260203T090000Z'), 'UID').sort()).toEqual(uids);
  });
});

describe('foldLine', () => {
  it('breaks after 75 octets, never inside a character', () => {
    // 30 characters of 3 octets: 25 fit into 75; the rest follows a space.
    expect(foldLine('客'.repeat(30))).toBe(`${'客'.repeat(25)}\r\n ${'客'.repeat(5)}`);
    expect(foldLine('a'.repeat(75))).toBe('a'.repeat(75));
  });
});
