import type { CellValue } from '../../../workbook/cell-value';
import type { SheetKind } from '../../fields/define-fields';
import type { IssueLog } from '../../issues';
import { cleanText } from '../../parse/text';
import { wordsOfCell } from '../../read/row-words';
import type { ClientOutside } from './client-place';
import { formOfHeader } from '../header-text';
import type { Reading } from '../recognise-sheet';
import type { SheetCandidate } from '../resolve-sheets';
import { withoutClient } from '../stand-in-client';

const KINDS: readonly SheetKind[] = ['transactions', 'deliveries', 'invoices', 'receipts'];

export const CLIENT_LABEL =
  /^(?:客户|客户名称|客戶|客戶名稱|购货单位|往来单位|单位名称|收货单位|购买方|需方|customer|customer name|client|account|bill to|sold to)\s*[:：]\s*(.*)$/i;

/** A firm's name ends so. */
const FIRM =
  /(?:公司|集团|厂|店|行|部|社|中心|商贸|贸易|超市|有限|合作社|ltd\.?|inc\.?|llc|gmbh|corp\.?|co\.?|s\.?a\.?|ag|bv|plc)$/i;

/** What sheets are called that no client is. */
const NO_CLIENT_NAME =
  /^(?:sheet|工作表|表)\s*\d*$|销售|明细|台账|流水|出库|发货|订单|数据|记录|汇总|月份?$|年|季度|^q\d$|\d{4}|sales|orders?|data|detail|invoice|ledger|report|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;

/**
 * Lines whose client stands above them, in the title, or is the sheet's name (one sheet a client): read with that client, and
 * told. Only where nothing but the client lacks; the sheet's name counts where several sheets of one layout are called after
 * different clients, or where it is a firm's.
 */
export function readOutsideClients(candidates: readonly SheetCandidate[], issues: IssueLog): void {
  const open = candidates.filter((one) => !one.chosen && !one.why);
  const lacking = open.flatMap((candidate) => {
    const lines = KINDS.map((kind) => lacksOnlyClient(candidate, kind)).filter((one) => one !== undefined);
    const reading = lines.find(isLedger) ?? lines[0];
    return reading ? [{ candidate, reading }] : [];
  });
  const named = lacking.filter(({ candidate }) => !NO_CLIENT_NAME.test(candidate.info.name.trim()));
  for (const { candidate, reading } of lacking) {
    const title = titleOf(candidate, reading);
    const outside = headingOf(candidate, reading, title?.name) ?? title ?? nameOf(candidate, named);
    if (!outside) continue;
    candidate.chosen = { ...reading, missing: [] };
    candidate.clientOutside = outside;
    const { name: sheet } = candidate.info;
    if (outside.kind === 'heading') issues.add('client-in-headings', { sheet }, {});
    else issues.add(outside.by === 'title' ? 'client-in-title' : 'client-is-sheet', { sheet }, { name: outside.name });
  }
}

/** Both sides of a ledger tell more than its debits as sales. */
const isLedger = ({ found }: Reading): boolean => found.some(({ field }) => field.path === 'invoices.creditAmount');

function lacksOnlyClient({ readings }: SheetCandidate, kind: SheetKind): Reading | undefined {
  return readings.find(
    (one) => one.definition.kind === kind && one.missing.length > 0 && withoutClient(one).length === 0,
  );
}

/** A column whose text stands alone in the rows above the lines of each client. */
function headingOf(
  { head }: SheetCandidate,
  { candidate }: Reading,
  first: string | undefined,
): ClientOutside | undefined {
  const end = Math.min(head.cells.length, candidate.endRow ?? head.cells.length);
  let column: number | undefined;
  let current = first;
  const names = new Set<string>(first === undefined ? [] : [first]);
  for (let row = candidate.firstDataRow; row < end; row++) {
    const filled = (head.cells[row] ?? []).flatMap((value, at) =>
      value === null || value === '' ? [] : [{ value, at }],
    );
    if (filled.length === 0) continue;
    const [own] = filled;
    if (filled.length === 1 && typeof own!.value === 'string') {
      if (wordsOfCell(own!.value) !== 0 || /^total\b/i.test(own!.value)) continue;
      if (column !== undefined && own!.at !== column) continue;
      // Below a labelled client only labelled ones are others: the rest are remarks.
      if (first !== undefined && !CLIENT_LABEL.exec(cleanText(own!.value))?.[1]) continue;
      column = own!.at;
      current = clientOfHeading(own!.value);
      names.add(current);
    } else if (filled.some(({ value }) => typeof value === 'number') && filled.length >= 3) {
      const isTotal = filled.some(
        ({ value }) => typeof value === 'string' && (wordsOfCell(value) !== 0 || /^total\b/i.test(value)),
      );
      // A line before the first heading belongs to nobody: the single cells are no headings then.
      if (current === undefined && !isTotal) return undefined;
    }
  }
  if (column === undefined || names.size < 2) return undefined;
  return { kind: 'heading', column, ...(first !== undefined && { first }) };
}

/** The client of a heading: 客户：甲公司 is 甲公司. */
export function clientOfHeading(text: string): string {
  const clean = cleanText(text);
  return CLIENT_LABEL.exec(clean)?.[1] || clean;
}

/** 客户：甲公司 above the headers, in one cell or in two. */
function titleOf(
  { head }: SheetCandidate,
  { candidate }: Reading,
): (ClientOutside & { readonly kind: 'said' }) | undefined {
  const top = candidate.rows[0] ?? 0;
  for (let row = Math.max(0, top - 8); row < top; row++) {
    const cells = head.cells[row] ?? [];
    for (const [column, value] of cells.entries()) {
      if (typeof value !== 'string') continue;
      const clean = cleanText(value);
      // 客户名称 | 甲公司 needs no colon where nothing else stands in the row.
      const isAlone = cells.filter((one) => one !== null && one !== '').length === 2;
      const label = CLIENT_LABEL.exec(clean) ?? (isAlone ? CLIENT_LABEL.exec(`${clean}：`) : null);
      if (!label) continue;
      const name = label[1] === '' ? textRightOf(cells, column) : label[1]!.split(/\s{2,}|[;；]/)[0]!;
      if (name !== '') return { kind: 'said', name, by: 'title' };
    }
  }
  return undefined;
}

function textRightOf(cells: readonly CellValue[], column: number): string {
  const value = cells.slice(column + 1).find((one) => one !== null && one !== '');
  return typeof value === 'string' ? cleanText(value) : '';
}

function nameOf(
  candidate: SheetCandidate,
  named: readonly { readonly candidate: SheetCandidate; readonly reading: Reading }[],
): ClientOutside | undefined {
  const own = named.find((one) => one.candidate === candidate);
  if (!own) return undefined;
  const name = cleanText(candidate.info.name);
  const layout = layoutOf(own.reading);
  const others = named.filter((one) => one !== own && layoutOf(one.reading) === layout);
  return others.length > 0 || FIRM.test(name) ? { kind: 'said', name, by: 'sheet' } : undefined;
}

const layoutOf = ({ candidate }: Reading): string =>
  candidate.headers.map(({ text }) => formOfHeader(text).squashed).join(' ');
