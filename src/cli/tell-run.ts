import { FORMAT_WORDS } from '../app/format-words';
import type { RefreshDone } from '../app/refresh';
import { hasColumn } from '../core/model/dataset';
import type { Lang } from '../i18n/lang';
import { fill, type Text } from '../i18n/text';
import { wordMoney, wordNumber } from '../i18n/wording';
import type { ForeignFormat } from '../workbook/foreign-format';
import type { ShareDone } from './share-copy';
import { CLI_WORDS } from './words';

export interface RunFacts {
  readonly input: string;
  readonly output: string;
  readonly backup: string | undefined;
  /** What the input was, where a new workbook was made of it. */
  readonly convertedFrom: ForeignFormat | undefined;
  readonly seconds: number;
}

/** The closing lines: sheets recognised, rows used and left out, reports written and not written with the reason. */
export function tellRun(out: NodeJS.WriteStream, result: RefreshDone, lang: Lang, facts: RunFacts): void {
  const line = (text: Text, values: Readonly<Record<string, string | number>> = {}): void => {
    out.write(`${text[lang].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))}\n`);
  };
  const { analysis } = result;
  for (const account of analysis.accounts) {
    line(CLI_WORDS.account, {
      sheet: account.sheet,
      kind: CLI_WORDS.kinds[account.table][lang],
      read: wordNumber(account.read),
      used: wordNumber(account.used),
      rejected: wordNumber(account.rejected),
      outOfPeriod: wordNumber(account.outOfPeriod),
      cancelled: wordNumber(account.cancelled),
    });
  }
  line(hasColumn(result.dataset, 'transactions.amount') ? CLI_WORDS.totals : CLI_WORDS.issuesOnly, {
    clients: wordNumber(analysis.totals.activeClients),
    amount: wordMoney(analysis.totals.netAmount),
    issues: wordNumber(Object.values(analysis.issueCounts).reduce((sum, count) => sum + count, 0)),
  });
  const names = (sheets: readonly { readonly sheet: string }[]): string =>
    sheets.map(({ sheet }) => sheet).join(lang === 'zh' ? '、' : ', ');
  if (result.written.length > 0)
    line(CLI_WORDS.written, { count: result.written.length, sheets: names(result.written) });
  if (result.unchanged.length > 0)
    line(CLI_WORDS.unchanged, { count: result.unchanged.length, sheets: names(result.unchanged) });
  const left = result.notWritten.filter(({ isLeft }) => isLeft);
  for (const { sheet, why, isLeft } of result.notWritten)
    if (!isLeft) line(CLI_WORDS.notWritten, { sheet: sheet[lang], why: why[lang] });
  if (left.length > 0)
    line(CLI_WORDS.left, { count: left.length, sheets: names(left.map(({ sheet }) => ({ sheet: sheet[lang] }))) });
  for (const note of result.notes) line(note);
  if (facts.convertedFrom !== undefined)
    line(CLI_WORDS.converted, { input: facts.input, format: FORMAT_WORDS[facts.convertedFrom][lang] });
  line(CLI_WORDS.output, { output: facts.output, seconds: facts.seconds.toFixed(1) });
  if (facts.backup !== undefined) line(CLI_WORDS.backup, { backup: facts.backup });
}

/** What went into the copy for others, what did not and why, and where the copy is noted. */
export function tellShare(out: NodeJS.WriteStream, file: string, shared: ShareDone, lang: Lang): void {
  const sheets = shared.sheets.join(lang === 'zh' ? '、' : ', ');
  out.write(`${fill(CLI_WORDS.shared, { file, sheets })[lang]}\n`);
  for (const { sheet, why } of shared.notCopied) out.write(`${fill(CLI_WORDS.notShared, { sheet, why })[lang]}\n`);
  for (const note of shared.notes) out.write(`${note[lang]}\n`);
  out.write(`${fill(CLI_WORDS.registered, { sheet: shared.register })[lang]}\n`);
}
