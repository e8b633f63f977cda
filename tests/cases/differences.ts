import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { REPORTS } from '../../src/reports/index';
import type { ExpectedValues } from './expectation';
import type { CaseJson, CaseRun } from './run-case';

const HALF_A_FEN = 0.005 + 1e-9;

/** Where a run differs from what was worked by hand: one sentence each; none where all agrees. */
export function differencesOf(run: CaseRun, expected: ExpectedValues, input: string): string[] {
  const found: string[] = [];
  const same = (what: string, actual: unknown, wanted: unknown): void => {
    if (!isSame(actual, wanted)) found.push(`${what}: ${JSON.stringify(actual)}, not ${JSON.stringify(wanted)}`);
  };
  same('exit code', run.code, expected.rc ?? 0);
  for (const words of expected.says ?? []) if (!run.said.includes(words)) found.push(`not said: ${words}`);
  const { json, parts } = run;
  if (!json || !parts) {
    const wanted = Object.keys(expected).filter((key) => !['rc', 'says', 'note_wanted'].includes(key));
    if (wanted.length > 0 || found.length > 0) found.push(`no reports for ${wanted.join(', ')}; said: ${run.said}`);
    return found;
  }
  const net = json.clients.reduce((sum, { netAmount }) => sum + netAmount, 0);
  if (expected.net !== undefined) same('net', net, expected.net);
  if (expected.net_in && !expected.net_in.some((one) => isSame(net, one))) same('net', net, expected.net_in);
  if (expected.not_net !== undefined && isSame(net, expected.not_net)) found.push(`net is ${net}`);
  const active = json.clients.filter((one) => one.firstDay !== null || one.netAmount !== 0);
  if (expected.clients !== undefined) same('clients', active.length, expected.clients);
  if (expected.used !== undefined) {
    const used = json.rows.filter(({ kind }) => kind === 'transactions').reduce((sum, one) => sum + one.used, 0);
    same('rows used', used, expected.used);
  }
  for (const [name, amount] of Object.entries(expected.names ?? {}))
    same(name, json.clients.find((one) => one.name === name)?.netAmount, amount);
  const days = active.map((one) => [one.firstDay ?? '', one.lastDay ?? ''] as const).filter(([first]) => first !== '');
  if (expected.first !== undefined) same('first day', days.map(([first]) => first).sort()[0], expected.first);
  if (expected.last !== undefined)
    same(
      'last day',
      days
        .map(([, last]) => last)
        .sort()
        .at(-1),
      expected.last,
    );
  for (const [month, amount] of Object.entries(expected.months ?? {}))
    same(month, json.months.find((one) => one.month === month)?.netAmount, amount);
  for (const [path, wanted] of Object.entries(expected.at ?? {})) same(path, valueAt(json, path), wanted);
  const codes = new Set(json.issues.map(({ code }) => code));
  for (const code of expected.codes ?? []) if (!codes.has(code)) found.push(`not told: ${code}`);
  for (const code of expected.not_codes ?? []) if (codes.has(code)) found.push(`told: ${code}`);
  checkReports(json, expected, found);
  checkParts(parts, expected, input, found);
  return found;
}

function checkReports({ notWritten }: CaseJson, expected: ExpectedValues, found: string[]): void {
  const isWritten = (id: string): boolean => !notWritten.some(({ report }) => report === id);
  for (const id of [...(expected.written ?? []), ...(expected.not_written ?? [])])
    if (!REPORTS.some((one) => one.id === id)) found.push(`no report is called ${id}`);
  for (const id of expected.written ?? []) if (!isWritten(id)) found.push(`not written: ${id}`);
  for (const id of expected.not_written ?? []) if (isWritten(id)) found.push(`written: ${id}`);
}

function checkParts(
  parts: Readonly<Record<string, Uint8Array>>,
  expected: ExpectedValues,
  input: string,
  found: string[],
): void {
  if (expected.keep) {
    const before = unzipSync(readFileSync(input));
    for (const part of expected.keep)
      if (!before[part] || !parts[part] || Buffer.compare(before[part], parts[part]) !== 0)
        found.push(`not kept as it was: ${part}`);
  }
  if (!expected.shows) return;
  const cells = Object.entries(parts)
    .filter(([name]) => /worksheets\/|sharedStrings/i.test(name))
    .map(([, bytes]) => Buffer.from(bytes).toString('utf8'))
    .join('\n');
  for (const words of expected.shows) if (!cells.includes(words)) found.push(`on no sheet: ${words}`);
}

/** `indicators[id=delivery.onTime].value`, `receivables.clients[client=K01].open`, `issues[0].code`. */
function valueAt(json: unknown, path: string): unknown {
  let value = json;
  for (const [, name, key, wanted] of path.matchAll(/(?:^|\.)?([^.[\]]+)(?![^[]*\])|\[(?:([^=\]]+)=)?([^\]]*)\]/g)) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (name !== undefined) value = (value as Record<string, unknown>)[name];
    else if (key === undefined) value = (value as unknown[])[Number(wanted)];
    else value = (value as Record<string, unknown>[]).find((one) => String(one[key]) === wanted);
  }
  return value;
}

function isSame(actual: unknown, wanted: unknown): boolean {
  if (typeof actual === 'number' && typeof wanted === 'number') return Math.abs(actual - wanted) <= HALF_A_FEN;
  return JSON.stringify(actual) === JSON.stringify(wanted);
}
