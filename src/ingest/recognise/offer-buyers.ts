import type { SheetKind } from '../fields/define-fields';
import { fill } from '../../i18n/text';
import { MATCHES, SAYS_SO } from './header-match';
import type { Question } from './inspection';
import { makeSamples, type Reading } from './recognise-sheet';
import type { SheetCandidate } from './resolve-sheets';
import { showHeader } from './sheet-headers';
import { buyerColumnOf, buyerHeaders, tellsOfDelivery, withBuyer, withoutClient } from './stand-in-client';

/**
 * Sheets of sales or deliveries that name no client, in a workbook where no other sheet does: sales are read by the finest
 * column that means a buyer; deliveries that can be measured are read by one if there is one, and without if not.
 */
export function readWithoutClients(candidates: readonly SheetCandidate[]): void {
  const has = (...kinds: readonly SheetKind[]): boolean =>
    candidates.some(({ chosen }) => chosen && kinds.includes(chosen.definition.kind));
  const hasSales = has('transactions', 'orders', 'invoices');
  const hasDeliveries = has('deliveries', 'orders');
  for (const one of candidates) {
    // Order lines without order heads are lines of sales that name no client.
    const isLoose = one.chosen?.definition.kind === 'orderLines' && !has('orders') && !one.map;
    if ((one.chosen && !isLoose) || one.why) continue;
    const sales = hasSales ? undefined : lacksOnlyClient(one, 'transactions').find(isSurelySales);
    const buyer = sales && buyersOf(one, sales)[0];
    if (sales && buyer) {
      one.chosen = withBuyer(sales, buyer.header);
      continue;
    }
    const deliveries = hasDeliveries ? undefined : lacksOnlyClient(one, 'deliveries').find(tellsOfDelivery);
    if (!deliveries) continue;
    const person = buyersOf(one, deliveries).find(({ kind }) => kind !== 'region' && kind !== 'rep');
    one.chosen = person ? withBuyer(deliveries, person.header) : { ...deliveries, missing: [] };
  }
}

function lacksOnlyClient({ readings }: SheetCandidate, kind: SheetKind): readonly Reading[] {
  return readings.filter(
    (one) => one.definition.kind === kind && one.missing.length > 0 && withoutClient(one).length === 0,
  );
}

/** Amounts that say so, or quantity and price: a list of expenses has a day and an amount too. */
function isSurelySales(reading: Reading): boolean {
  const scoreOf = (name: string): number =>
    reading.found.find(({ field }) => field.path === `transactions.${name}`)?.score ?? 0;
  const hasGoods = ['product', 'orderNo', 'documentNo'].some((name) => scoreOf(name) > 0);
  return (
    scoreOf('amount') >= (hasGoods ? MATCHES : SAYS_SO) ||
    (scoreOf('quantity') >= SAYS_SO && scoreOf('unitPrice') >= SAYS_SO)
  );
}

function buyersOf({ head }: SheetCandidate, reading: Reading): ReturnType<typeof buyerHeaders> {
  const samples = makeSamples(head, reading.candidate);
  const most = Math.max(...reading.candidate.headers.map(({ column }) => samples(column).length));
  return buyerHeaders(reading, (column) => samples(column).length * 2 >= most && most > 0);
}

/** Which column stands for the client: asked until she answers, the answer is kept in the column map. */
export function buyerQuestions(candidate: SheetCandidate, reading: Reading): readonly Question[] {
  const field = reading.found.find(({ field }) => field.path.endsWith('.clientName'));
  if (!field || field.isGiven || !buyerColumnOf(candidate.info.name, reading.found, reading)) return [];
  const options = [...new Set(buyersOf(candidate, reading).map(({ header }) => showHeader(header)))];
  if (options.length < 2) return [];
  return [
    {
      sheet: candidate.info.name,
      about: 'column',
      subject: field.field.path,
      text: fill(
        {
          zh: '这张表没有客户列。现在按“{column}”当作买方，要换一列吗？',
          en: 'This sheet has no customer column. “{column}” stands for the buyer: take another?',
        },
        { column: showHeader(field.header) },
      ),
      options: options.map((value) => ({ value, label: { zh: value, en: value } })),
      chosen: showHeader(field.header),
    },
  ];
}
