import { fill, type Text } from '../../i18n/text';
import { wordNumber } from '../../i18n/wording';
import { textAt } from '../model/columns';
import { tableOf } from '../model/dataset';
import { asDay, isoMonthOf, monthOf } from '../model/day';
import type { Money } from '../model/money';
import { known, missing } from '../model/outcome';
import type { FindingDefinition, FindingGround } from './finding';
import { nameClient } from './name-client';

/**
 * A month with far more complaints than the months before it, and what they were about.
 *
 * Speaks where 预警 has such a jump.   Money at stake: an average order for each complaint of the month.
 */
export const complaintWave: FindingDefinition = {
  kind: 'complaintWave',
  find: (ground) => {
    const { alerts, complaints, totals } = ground.analysis;
    const spike = alerts.known ? alerts.value.list.find(({ kind }) => kind === 'complaintSpike') : undefined;
    const last = complaints.known ? complaints.value.trend.at(-1) : undefined;
    if (!spike || !last) return [];
    const { text: cause, clients } = causeOf(last.month, ground);
    const order = totals.orders > 0 ? totals.netAmount / totals.orders : 0;
    return [
      {
        kind: 'complaintWave',
        subject: 'complaints',
        clients,
        severity: 'bad',
        measure: 'complaintsOfMonth',
        text: fill({ zh: '{what}{cause}。', en: '{what}{cause}.' }, { what: spike.text, cause }),
        next: fill(
          {
            zh: '会上定：谁查{month}的投诉原因，什么时候答复客户',
            en: 'Decide who looks into the {month} complaints and by when clients get an answer',
          },
          { month: isoMonthOf(last.month) },
        ),
        stake: order > 0 ? known(Math.round(order * last.received) as Money) : missing({ reason: 'nothing-due' }),
      },
    ];
  },
};

/** The commonest problem of the month, and the client that complained most. */
function causeOf(
  month: number,
  { analysis, dataset, told }: FindingGround,
): { readonly text: Text; readonly clients: readonly number[] } {
  const { rows, columns } = tableOf(dataset, 'complaints');
  const problems = new Map<string, number>();
  const clients = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    const at = Math.floor(columns.received?.[row] ?? NaN);
    if (Number.isNaN(at) || monthOf(asDay(at)) !== month) continue;
    const problem = textAt(columns.problem, row);
    if (problem !== '') problems.set(problem, (problems.get(problem) ?? 0) + 1);
    const client = columns.client?.[row] ?? -1;
    if (client >= 0) clients.set(client, (clients.get(client) ?? 0) + 1);
  }
  const most = <K>(counts: ReadonlyMap<K, number>): [K, number] | undefined =>
    [...counts].reduce<[K, number] | undefined>((best, one) => (!best || one[1] > best[1] ? one : best), undefined);
  const problem = most(problems);
  const client = most(clients);
  const parts: Text[] = [];
  if (problem && problem[1] > 1)
    parts.push(
      fill(
        { zh: '，{problem}最多（{n} 件）', en: ', most of them {problem} ({n})' },
        { problem: problem[0], n: wordNumber(problem[1]) },
      ),
    );
  const isNamed = client !== undefined && client[1] > 1 && !told.has(client[0]);
  if (isNamed) {
    parts.push(
      fill(
        { zh: '，{name}一家 {n} 件', en: ', {n} from {name}' },
        { name: nameClient(client[0], analysis), n: wordNumber(client[1]) },
      ),
    );
  }
  return {
    text: { zh: parts.map(({ zh }) => zh).join(''), en: parts.map(({ en }) => en).join('') },
    clients: isNamed ? [client[0]] : [],
  };
}
