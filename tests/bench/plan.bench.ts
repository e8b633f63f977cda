import { analyse } from '../../src/core/analyse';
import { dayOf, isoOf, asDay } from '../../src/core/model/day';
import { planCalls } from '../../src/core/plan/call-plan';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { aDataset } from '../support/dataset-builder';
import { seededRandom } from '../support/seeded-random';

const RUNS = 5;

/** A month's call plan of 5,000 clients and 20 people, without the analysis that it stands on. */
export function benchPlan(clients = 5000, people = 20): void {
  const random = seededRandom(11);
  const from = dayOf(2025, 1, 1);
  const code = (index: number): string => `K${String(index + 1).padStart(5, '0')}`;
  const rep = (index: number): string => `业务员${index + 1}`;
  const dataset = aDataset()
    .withClients(
      Array.from({ length: clients }, (_, index) => ({
        code: code(index),
        name: `客户${index + 1}`,
        region: `地区${index % 30}`,
        rep: rep(index % people),
        birthday: `${String(random.whole(1, 12)).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`,
      })),
    )
    .withTransactions(
      Array.from({ length: clients * 6 }, () => ({
        client: code(Math.floor(clients * 0.8 * random.next())),
        day: isoOf(asDay(from + random.whole(0, 395))),
        amount: random.whole(100, 90_000),
      })),
    )
    .withInvoices(
      Array.from({ length: clients }, () => ({
        client: code(random.whole(0, clients - 1)),
        day: isoOf(asDay(from + random.whole(200, 380))),
        dueDay: isoOf(asDay(from + random.whole(300, 420))),
        amount: random.whole(100, 9000),
      })),
    )
    .withRows(
      'prospects',
      Array.from({ length: clients / 5 }, () => ({
        client: code(random.whole(0, clients - 1)),
        expectedDay: isoOf(asDay(from + random.whole(390, 900))),
        expectedAmount: 1000,
      })),
    )
    .withRows(
      'contacts',
      Array.from({ length: clients }, () => ({
        client: code(random.whole(0, clients - 1)),
        at: isoOf(asDay(from + random.whole(200, 395))),
        method: '电话',
      })),
    )
    .build();
  const asOf = dayOf(2026, 1, 31);
  const analysis = analyse(dataset, { today: asOf, asOf, period: { kind: 'last12m' }, settings: DEFAULT_SETTINGS });
  const times: number[] = [];
  let planned = 0;
  let spilled = 0;
  for (let run = 0; run < RUNS; run++) {
    const started = performance.now();
    const plan = planCalls(dataset, analysis);
    times.push(performance.now() - started);
    planned = plan.contacts.length;
    spilled = plan.spilled.length;
  }
  times.sort((a, b) => a - b);
  console.log(
    `plan: ${clients.toLocaleString('en')} clients × ${people} people: ${planned} contacts planned, ${spilled} without a day; ` +
      `median ${times[RUNS >> 1]!.toFixed(0)} ms, slowest ${times.at(-1)!.toFixed(0)} ms of ${RUNS} (limit 2,000 ms)`,
  );
}
