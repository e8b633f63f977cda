import type { CellValue } from '../../workbook/cell-value';
import type { SheetHead } from '../../workbook/workbook-host';
import { parseNumber } from '../parse/number';
import type { HeaderCandidate, HeaderCell } from './sheet-headers';

/** The two columns of a ledger of receivables: what was billed, and what was received. */
export interface LedgerSides {
  readonly debit: HeaderCell;
  readonly credit: HeaderCell;
}

const BEHIND = String.raw`(?:\s*(?:amount|金额|发生额|本币|本位币|[（(].*[)）]))*$`;
const DEBIT = new RegExp(String.raw`^(?:debits?|dr\.?|(?:本期|本币|本月)?借方?)${BEHIND}`, 'i');
const CREDIT = new RegExp(String.raw`^(?:credits?|cr\.?|(?:本期|本币|本月)?贷方?)${BEHIND}`, 'i');
const BILLED = /^(?:本期|本次|本月)?(?:应收|销售|增加)(?:款|金额|货款|增加)?$/;
const RECEIVED = /^(?:本期|本次|本月)?(?:已收|收款|实收|回款|收回|减少)(?:款|金额|货款|减少)?$/;
/** What only a ledger has: the balance after each line, and its side. */
const RUNS = /^(?:期末|本币|累计|running |closing )?(?:余额|结余|结存|balance)|^(?:余额)?方向$|^借或贷$/i;
/** Books in which the debit side is money that came in, or that are not of clients. */
const OTHER_BOOK = /银行|现金|存款|日记账|出纳|应付|供应商|采购|bank|cash|payable|vendor|supplier/i;
const OTHER_HEADER = /^(?:账号|对方账号|对方账户|开户行|交易流水号|供应商(?:名称)?|vendor|supplier|bank account)$/i;
/** Of lines that hold both sides, so many are an oddity; of more, the sheet lists invoices with what was paid of them. */
const SHARE_OF_BOTH = 0.1;

/**
 * Debit and credit of a ledger of receivables (往来明细账), where each line is either: 借方 and 贷方, or 应收 and 已收 of which
 * no line has both. Undefined for cash books, payables and trial balances, which have several of each.
 *
 * @example 日期 客户 摘要 借方 贷方 余额 //=> 借方, 贷方
 */
export function ledgerSides(name: string, candidate: HeaderCandidate, head: SheetHead): LedgerSides | undefined {
  const { headers, title } = candidate;
  if (OTHER_BOOK.test(`${name} ${title}`) || headers.some(({ text }) => OTHER_HEADER.test(text.trim())))
    return undefined;
  const only = (words: RegExp): HeaderCell | undefined => {
    const found = headers.filter(({ variants }) => variants.some((text) => words.test(text.trim())));
    return found.length === 1 ? found[0] : undefined;
  };
  const debit = only(DEBIT);
  const credit = only(CREDIT);
  // A day book runs no balance: its debits are sales among other entries.
  const runs = headers.some(({ variants }) => variants.some((text) => RUNS.test(text.trim())));
  if (debit && credit) return runs ? { debit, credit } : undefined;
  const billed = only(BILLED);
  const received = only(RECEIVED);
  if (!billed || !received || !areEitherOr(head, candidate, billed.column, received.column)) return undefined;
  return { debit: billed, credit: received };
}

/** Whether every line but a few has one of two amounts, and some have only the second. */
function areEitherOr(
  head: SheetHead,
  { firstDataRow, endRow }: HeaderCandidate,
  debit: number,
  credit: number,
): boolean {
  let lines = 0;
  let both = 0;
  let received = 0;
  for (const row of head.cells.slice(firstDataRow, endRow)) {
    const [billed, paid] = [debit, credit].map((column) => isAmount(row[column]));
    if (!billed && !paid) continue;
    lines++;
    if (billed && paid) both++;
    else if (paid) received++;
  }
  return received > 0 && both <= lines * SHARE_OF_BOTH;
}

function isAmount(value: CellValue | undefined): boolean {
  const number = parseNumber(value ?? null);
  return number !== undefined && !Number.isNaN(number) && number !== 0;
}
