import type { Settings } from '../../../src/core/settings';
import { anAnalysis } from '../../support/analysis-builder';
import { aDataset, type RowOf } from '../../support/dataset-builder';
import { seededRandom } from '../../support/seeded-random';
import { AS_OF, BEFORE, figureOf, isBetween, isoOfSerial, PERIOD, serial, shareOfValues, sumOf } from './plain-book';

type Line = RowOf<'deliveries'>;
type Mark = 'hit' | 'miss' | 'open' | 'unknown';
/** What one row or group adds: nothing, left out, or above and below the line. */
type Share = 'none' | 'left out' | readonly [above: number, below: number];

interface Kind {
  readonly name: string;
  readonly settings: Partial<Settings>;
  /** Which columns the sheet has. */
  readonly hasDays: boolean;
  readonly hasQuantities: boolean;
  readonly hasTickets: boolean;
}

const KINDS: readonly Kind[] = [
  { name: 'days and quantities', settings: {}, hasDays: true, hasQuantities: true, hasTickets: true },
  {
    name: 'days of grace, a revised promise, some short weight',
    settings: { 'delivery.graceDays': 2, 'delivery.promise': 'revised', 'delivery.fullTolerance': 0.1 },
    ...{ hasDays: true, hasQuantities: true, hasTickets: false },
  },
  { name: 'marks alone', settings: {}, hasDays: false, hasQuantities: false, hasTickets: true },
];

function aSheet(seed: number, { hasDays, hasQuantities, hasTickets }: Kind): readonly Line[] {
  const random = seededRandom(seed * 977);
  const some = <T>(share: number, value: () => T): T | undefined => (random.next() < share ? value() : undefined);
  const EDGES = ['2026-06-17', '2026-06-18', '2025-06-18', '2025-06-17', '2024-06-18', '2024-06-17', '2026-06-15'];
  return Array.from({ length: random.whole(30, 70) }, (_, at): Line => {
    const ordered = serial(AS_OF) - random.whole(-3, 720);
    const promised = random.next() < 0.2 ? serial(random.pick(EDGES)) : ordered + random.whole(0, 10);
    const arrived = promised + random.whole(-3, 4);
    const whole = random.whole(1, 40);
    const orderNo = random.next() < 0.06 ? '' : `D${Math.floor(at / random.whole(1, 3))}`;
    return {
      client: random.pick(['C1', 'C2', 'C3']),
      orderNo,
      ...(hasTickets && { deliveryNo: random.next() < 0.1 ? '' : `P${Math.floor(at / 2)}` }),
      orderDay: isoOfSerial(ordered),
      promisedDay: some(0.9, () => isoOfSerial(promised)),
      ...(hasDays && {
        revisedPromisedDay: some(0.2, () => isoOfSerial(promised + random.whole(0, 6))),
        shippedDay: some(0.9, () => isoOfSerial(Math.max(ordered, arrived - 1))),
        deliveredDay: some(0.85, () => isoOfSerial(random.next() < 0.03 ? ordered - 2 : arrived)),
      }),
      ...(hasQuantities && {
        orderedQuantity: some(0.95, () => whole),
        shippedQuantity: some(0.9, () => whole),
        deliveredQuantity: some(0.85, () => random.pick([whole, whole, whole - 1, whole * 0.9, whole + 1])),
        damagedQuantity: some(0.3, () => random.pick([1, 2, 50, ...(seed % 2 ? [0] : [])])),
        lostQuantity: some(0.2, () => 1),
      }),
      ...(!hasDays && { onTime: some(0.9, () => random.next() < 0.7), inFull: some(0.9, () => random.next() < 0.7) }),
      damaged: some(0.4, () => random.next() < 0.2),
      wrong: some(0.2, () => true),
      wrongKind: random.pick(['', '品种', '数量']),
      documentsRight: some(0.9, () => random.next() < 0.8),
      direct: some(0.8, () => random.next() < 0.4),
      accident: some(0.1, () => true),
      packagingFault: some(0.5, () => random.next() < 0.3),
      postponedByClient: random.next() < 0.06,
      cancelled: random.next() < 0.06,
    };
  });
}

/** The marks of a line, in words. */
function judge(sheet: readonly Line[], line: Line, { settings, hasDays, hasQuantities }: Kind) {
  const grace = settings['delivery.graceDays'] ?? 0;
  const happened = (on: string | number | undefined): number | undefined =>
    on !== undefined && String(on) <= AS_OF ? serial(String(on)) : undefined;
  const written =
    (settings['delivery.promise'] === 'revised' ? line.revisedPromisedDay : undefined) ?? line.promisedDay;
  const promise = written === undefined ? undefined : serial(String(written));
  const arrived = happened(line.deliveredDay);
  const shipped = happened(line.shippedDay);
  const ordered = serial(String(line.orderDay));
  const today = serial(AS_OF);
  const isDue = promise === undefined || promise <= today;
  const isOverdue = promise !== undefined && today > promise + grace;
  const flag = (value: boolean | undefined): Mark => (value === undefined ? 'unknown' : value ? 'hit' : 'miss');
  const timing = ((): Mark => {
    if (line.postponedByClient || (hasDays && promise === undefined)) return 'unknown';
    if (!isDue) return 'open';
    if (!hasDays) return flag(line.onTime);
    if (arrived === undefined) return isOverdue ? 'miss' : 'open';
    return arrived <= promise! + grace ? 'hit' : 'miss';
  })();
  const fullness = ((): Mark => {
    if (!isDue || (hasDays && arrived === undefined && !isOverdue)) return 'open';
    if (!hasQuantities) return flag(line.inFull);
    const got = line.deliveredQuantity ?? (arrived === undefined ? 0 : undefined);
    if (line.orderedQuantity === undefined || got === undefined) return 'unknown';
    return got >= line.orderedQuantity * (1 - (settings['delivery.fullTolerance'] ?? 0)) - 1e-6 ? 'hit' : 'miss';
  })();
  // Columns of faults are mostly filled where something went wrong: empty means none, unless somebody wrote the good cases too.
  const fault = (
    name: 'damagedQuantity' | 'lostQuantity' | 'damaged' | 'wrong' | 'accident' | 'packagingFault',
  ): number | undefined => {
    const isNoted = sheet.some((each) => each[name] === 0 || each[name] === false);
    const value = line[name];
    return value === undefined ? (isNoted ? undefined : 0) : Number(value);
  };
  const faultless = (...names: readonly Parameters<typeof fault>[0][]): Mark => {
    const present = names.filter((name) => sheet.some((each) => each[name] !== undefined));
    const values = present.map(fault);
    if (values.some((value) => (value ?? 0) > 0)) return 'miss';
    return present.length === 0 || values.includes(undefined) ? 'unknown' : 'hit';
  };
  return {
    line,
    timing,
    fullness,
    intact: faultless('damagedQuantity', 'damaged', 'lostQuantity'),
    right: faultless('wrong'),
    documents: flag(line.documentsRight),
    packaging: faultless('packagingFault'),
    accident: faultless('accident'),
    damage: fault('damagedQuantity'),
    lost: fault('lostQuantity'),
    isDamaged: fault('damaged'),
    due: promise ?? arrived ?? shipped ?? ordered,
    ordered,
    arrived,
    shipped: hasDays ? (shipped ?? arrived) : ordered,
    lateness: promise !== undefined && arrived !== undefined ? arrived - promise : undefined,
  };
}
type Judged = ReturnType<typeof judge>;

/** A miss of one is a miss of all; else what is still open; else what is not known. */
function together(marks: readonly Mark[]): Mark {
  return (['miss', 'open', 'unknown'] as const).find((mark) => marks.includes(mark)) ?? 'hit';
}
const share = (mark: Mark, counted: Mark = 'hit'): Share =>
  mark === 'open' ? 'none' : mark === 'unknown' ? 'left out' : [mark === counted ? 1 : 0, 1];

type Group = readonly Judged[];
interface Indicator {
  readonly groups: (lines: readonly Judged[]) => readonly Group[];
  readonly day: (group: Group) => number | undefined;
  readonly of: (group: Group) => Share;
}

const alone = (lines: readonly Judged[]): readonly Group[] => lines.map((one) => [one]);
const by =
  (name: 'orderNo' | 'deliveryNo') =>
  (lines: readonly Judged[]): readonly Group[] => {
    const groups = new Map<string, Judged[]>();
    lines.forEach((one, at) => {
      const number = one.line[name] ?? '';
      const key = number === '' ? `alone ${at}` : `${one.line.client} ${number}`;
      groups.set(key, [...(groups.get(key) ?? []), one]);
    });
    return [...groups.values()];
  };
const last =
  (pick: (one: Judged) => number | undefined) =>
  (group: Group): number | undefined => {
    const days = group.map(pick).filter((on) => on !== undefined);
    return days.length === 0 ? undefined : Math.max(...days);
  };
const marksOf = (
  group: Group,
  name: 'timing' | 'fullness' | 'intact' | 'right' | 'documents' | 'packaging' | 'accident',
): Mark => together(group.map((one) => one[name]));

/** All must be known, then all must hit. */
function all(marks: readonly Mark[]): Mark {
  return marks.includes('open')
    ? 'open'
    : marks.includes('unknown')
      ? 'unknown'
      : marks.includes('miss')
        ? 'miss'
        : 'hit';
}

function indicatorsOf({ hasDays, hasQuantities, hasTickets }: Kind): Readonly<Record<string, Indicator>> {
  const orders = { groups: by('orderNo'), day: last(({ due }) => due) };
  const tickets = { groups: by(hasTickets ? 'deliveryNo' : 'orderNo') };
  const shippedTickets = { ...tickets, day: last(({ shipped }) => shipped) };
  const lines = { groups: alone, day: ([one]: Group) => one!.due };
  const shippedLines = { groups: alone, day: ([one]: Group) => one!.shipped };
  const faulty = (fault: number | undefined, whole: number | undefined): Share =>
    fault === undefined || whole === undefined || fault > whole ? 'left out' : [fault, whole];
  return {
    'order.onTime': { ...orders, of: (group) => share(marksOf(group, 'timing')) },
    'order.inFull': { ...orders, of: (group) => share(marksOf(group, 'fullness')) },
    'order.otif': { ...orders, of: (group) => share(all([marksOf(group, 'timing'), marksOf(group, 'fullness')])) },
    'order.perfect': {
      ...orders,
      of: (group) => {
        const otif = all([marksOf(group, 'timing'), marksOf(group, 'fullness')]);
        const rest = all([marksOf(group, 'intact'), marksOf(group, 'right'), marksOf(group, 'documents')]);
        return otif === 'open' || otif === 'unknown' ? share(otif) : rest === 'unknown' ? 'left out' : share(all([otif, rest]));
      },
    },
    'line.onTime': { ...lines, of: ([one]) => share(one!.timing) },
    'line.late': { ...lines, of: ([one]) => share(one!.timing, 'miss') },
    'line.fill': { ...lines, of: ([one]) => share(one!.fullness) },
    ...(hasDays && {
      'line.early': {
        ...lines,
        of: ([one]) => (one!.timing === 'open' || one!.timing === 'unknown' ? share(one!.timing) : [(one!.lateness ?? 0) < 0 ? 1 : 0, 1]),
      } satisfies Indicator,
    }),
    ...(hasQuantities && {
      'volume.fill': {
        ...lines,
        of: ([one]) =>
          one!.fullness === 'open' || one!.fullness === 'unknown'
            ? share(one!.fullness)
            : [one!.line.deliveredQuantity ?? 0, one!.line.orderedQuantity!],
      } satisfies Indicator,
      E05: { ...shippedLines, of: ([one]) => faulty(one!.lost, one!.line.shippedQuantity) } satisfies Indicator,
    }),
    K02: { ...tickets, day: last(({ due }) => due), of: (group) => share(marksOf(group, 'timing')) },
    K01: {
      ...shippedLines,
      of: ([one]) =>
        hasQuantities
          ? faulty(one!.damage, one!.line.shippedQuantity)
          : one!.isDamaged === undefined ? 'left out' : [one!.isDamaged, 1],
    },
    ...(hasQuantities && {
      E04: { groups: alone, day: ([one]) => one!.arrived, of: ([one]) => faulty(one!.damage, one!.line.deliveredQuantity) } satisfies Indicator,
    }),
    E02: {
      ...shippedTickets,
      of: (group) =>
        group.some(({ line }) => line.direct) ? [1, 1] : group.some(({ line }) => line.direct === false) ? [0, 1] : 'left out',
    },
    E06: { ...shippedTickets, of: (group) => share(marksOf(group, 'right'), 'miss') },
    E08: { ...shippedTickets, of: (group) => share(marksOf(group, 'packaging')) },
  }; // prettier-ignore
}

interface Tally {
  readonly above: number;
  readonly below: number;
  readonly excluded: number;
}

function tallyOf(shares: readonly Share[]): Tally {
  const counted = shares.filter((one) => typeof one !== 'string');
  return {
    above: sumOf(counted, ([above]) => above),
    below: sumOf(counted, ([, below]) => below),
    excluded: shares.filter((one) => one === 'left out').length,
  };
}

const near = ({ above, below, excluded }: Tally): unknown => ({
  above: Math.round(above * 1e6) / 1e6,
  below: Math.round(below * 1e6) / 1e6,
  excluded,
});
const ours = (ratio: { numerator: number; denominator: number; excluded: number } | undefined): unknown =>
  near({ above: ratio?.numerator ?? 0, below: ratio?.denominator ?? 0, excluded: ratio?.excluded ?? 0 });

describe.each(KINDS)('deliveries counted a second time: $name', (kind) => {
  it('each indicator in the period, the period before, by month and by client', () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= 12; seed++) {
      const sheet = aSheet(seed, kind);
      const dataset = aDataset()
        .withClients(['C1', 'C2', 'C3'].map((code) => ({ code, name: code })))
        .withDeliveries(sheet)
        .build();
      const { analysis } = anAnalysis(dataset, { asOf: AS_OF, settings: kind.settings });
      const judged = sheet.filter(({ cancelled }) => !cancelled).map((line) => judge(sheet, line, kind));
      for (const [id, { groups, day: dayOf, of }] of Object.entries(indicatorsOf(kind))) {
        const found = analysis.indicators.find((one) => one.id === id);
        if (!found) throw new Error(`no indicator ${id}`);
        const all = groups(judged).map((group) => {
          const on = dayOf(group);
          return { on: on === undefined ? undefined : isoOfSerial(on), client: group[0]!.line.client, part: of(group) };
        });
        const within = all.filter(({ on }) => on !== undefined && on <= AS_OF);
        const inPeriod = within.filter(({ on }) => isBetween(PERIOD, on));
        const parts = (rows: typeof all): Tally => tallyOf(rows.map(({ part }) => part));
        if (parts(inPeriod).above > 0) seen.add(id);
        expect({ seed, id, now: ours(found.current) }).toEqual({ seed, id, now: near(parts(inPeriod)) });
        const before = within.filter(({ on }) => isBetween(BEFORE, on));
        expect({ seed, id, before: ours(found.previous) }).toEqual({ seed, id, before: near(parts(before)) });
        for (const { month, ratio } of found.trend) {
          const [year, number] = [Math.floor(month / 12), (month % 12) + 1];
          const inMonth = inPeriod.filter(({ on }) => on!.startsWith(`${year}-${String(number).padStart(2, '0')}`));
          expect({ seed, id, month, ratio: ours(ratio) }).toEqual({ seed, id, month, ratio: near(parts(inMonth)) });
        }
        expect(sumOf(found.trend, ({ ratio }) => ratio.denominator)).toBeCloseTo(parts(inPeriod).below, 6);
        for (const { client, ratios } of analysis.clientIndicators) {
          const ratio = ratios[id];
          if (!ratio) continue;
          const own = inPeriod.filter((one) => one.client === `C${client + 1}`);
          expect({ seed, id, client, ratio: ours(ratio) }).toEqual({ seed, id, client, ratio: near(parts(own)) });
        }
      }
      if (kind.hasDays) {
        const days = judged.flatMap(({ ordered, arrived }) =>
          arrived !== undefined && arrived >= ordered && isBetween(PERIOD, isoOfSerial(ordered))
            ? [arrived - ordered]
            : [],
        );
        const speed = analysis.indicators.find(({ id }) => id === 'E01')!;
        if (days.length > 0) {
          expect(figureOf(speed.current.value)).toBeCloseTo(shareOfValues(days, 0.5), 9);
          expect(figureOf(speed.parts[0]!.value)).toBeCloseTo(shareOfValues(days, 0.9), 9);
        }
        expect(speed.current.n).toBe(days.length);
      }
    }
    for (const id of Object.keys(indicatorsOf(kind))) expect(seen).toContain(id);
  });
});
