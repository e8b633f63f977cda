import { fill, joinTexts, type Text } from '../../i18n/text';
import { wordPercent } from '../../i18n/wording';
import { byCodePoint } from '../model/by-code-point';
import { textAt } from '../model/columns';
import { hasColumn, tableOf, type Dataset } from '../model/dataset';
import { addMonths, NO_DAY, type Day } from '../model/day';
import { known, missing, type Outcome } from '../model/outcome';
import type { ClientFile } from '../files/archive';
import { findListedClients } from '../files/listed-clients';
import type { TargetProspect } from '../prospects/target-prospects';
import type { ClientFigures } from '../sales/client-figures';
import type { Settings } from '../settings';

/** The four rules of whom to win first. */
export const DEVELOPMENT_RULES = ['fit', 'numerous', 'active', 'documented'] as const;
export type DevelopmentRule = (typeof DEVELOPMENT_RULES)[number];

export interface DevelopmentCandidate {
  readonly client: number;
  /** Which rules hold; unknown where the data for one are not there. */
  readonly rules: Readonly<Record<DevelopmentRule, Outcome<boolean>>>;
  /** Rules that hold, 0 to 4. */
  readonly score: number;
  readonly completeness: number;
  readonly visits: number;
  readonly lastContact: Outcome<Day>;
  readonly reason: Text;
}

export interface DevelopmentInputs {
  readonly figures: readonly ClientFigures[];
  readonly files: readonly ClientFile[];
  readonly prospects: readonly TargetProspect[];
  /** With an open opportunity that is graded. */
  readonly hasOpenOpportunity: (client: number) => boolean;
  readonly isBuyer: (client: number) => boolean;
}

/**
 * Who of the clients without a deal is to be won first.
 *
 * Rules, one point each: fit (of its industry, else its kind of business, at least as large a share has bought as of all clients);
 * numerous and visible (its region has at least as many clients as the mean of the regions, or it brought another client); active (in contact within
 * three months, or it intends to order, or has an open opportunity); well documented (75 % of the required fields). Counts: external clients of
 * the client sheet that never bought. Sorted by points, completeness, visits, code. Without a value of its own a rule is unknown and gives no point.
 * Missing: no client sheet.   Source: 004-5.
 * @example industry 3 of 4 bought (all: 5 of 10), region unknown, called last month, 6 of 8 fields //=> 3 points
 */
export function listForDevelopment(
  dataset: Dataset,
  inputs: DevelopmentInputs,
  asOf: Day,
  settings: Settings,
): Outcome<readonly DevelopmentCandidate[]> {
  const { columns, rows } = tableOf(dataset, 'clients');
  const isListed = findListedClients(dataset);
  const clients = Array.from({ length: rows }, (_, client) => client).filter(
    (client) => isListed(client) && columns.internal?.[client] !== 1,
  );
  if (clients.length === 0) return missing({ reason: 'no-sheet', sheet: 'clients' });

  const kindOf = (client: number): string =>
    textAt(columns.industry, client).trim() || textAt(columns.businessType, client).trim();
  const regionOf = (client: number): string => inputs.figures[client]!.region.trim();
  const kinds = new Map<string, { of: number; bought: number }>();
  const regions = new Map<string, number>();
  let buyers = 0;
  for (const client of clients) {
    const bought = inputs.isBuyer(client) ? 1 : 0;
    buyers += bought;
    const kind = kinds.get(kindOf(client)) ?? { of: 0, bought: 0 };
    kinds.set(kindOf(client), { of: kind.of + 1, bought: kind.bought + bought });
    regions.set(regionOf(client), (regions.get(regionOf(client)) ?? 0) + 1);
  }
  regions.delete('');
  const inRegions = [...regions.values()].reduce((sum, n) => sum + n, 0);
  const brought = new Set(clients.map((client) => textAt(columns.referrer, client).trim()).filter((who) => who !== ''));
  const from = addMonths(asOf, -settings['development.activeMonths']);
  const hasContacts = hasColumn(dataset, 'contacts.at');

  const candidates = clients
    .filter((client) => !inputs.isBuyer(client))
    .map((client): DevelopmentCandidate => {
      const file = inputs.files[client]!;
      const prospect = inputs.prospects[client]!;
      const reasons: Text[] = [];
      const kind = kindOf(client);
      const ofKind = kinds.get(kind)!;
      const fit: Outcome<boolean> =
        kind === '' || buyers === 0
          ? missing({ reason: 'not-entered' })
          : known(ofKind.bought * clients.length >= buyers * ofKind.of);
      if (kind !== '' && buyers > 0)
        reasons.push(
          fill(
            { zh: '{kind}成交 {bought}/{of}（全部 {buyers}/{all}）', en: '{kind}: {bought} of {of} bought ({buyers} of {all} in all)' },
            { kind, bought: ofKind.bought, of: ofKind.of, buyers, all: clients.length },
          ),
        ); // prettier-ignore
      const region = regionOf(client);
      const here = regions.get(region) ?? 0;
      const { code, name } = inputs.figures[client]!;
      const isReferrer = brought.has(name) || brought.has(code);
      const numerous: Outcome<boolean> =
        region === '' && !isReferrer
          ? missing({ reason: 'not-entered' })
          : known(isReferrer || here * regions.size >= inRegions);
      if (region !== '')
        reasons.push(fill({ zh: '{region} {n} 家', en: '{region}: {n} clients' }, { region, n: here }));
      if (isReferrer) reasons.push({ zh: '介绍过客户', en: 'brought a client' });
      const last = file.lastContact.known ? file.lastContact.value : NO_DAY;
      const isOpen = inputs.hasOpenOpportunity(client);
      const active: Outcome<boolean> =
        !hasContacts && !isOpen
          ? missing({ reason: 'no-sheet', sheet: 'contacts' })
          : known((last !== NO_DAY && last > from) || prospect.intends === true || isOpen);
      if (prospect.intends === true) reasons.push({ zh: '有成交意向', en: 'intends to order' });
      if (isOpen) reasons.push({ zh: '有未结商机', en: 'has an open opportunity' });
      const { numerator, denominator } = file.completeness;
      const completeness = numerator / denominator;
      reasons.push(
        fill({ zh: '资料完整度 {share}', en: 'file {share} complete' }, { share: wordPercent(completeness) }),
      );
      const rules = { fit, numerous, active, documented: known(completeness >= settings['development.completeness']) };
      return {
        client,
        rules,
        score: DEVELOPMENT_RULES.filter((rule) => rules[rule].known && rules[rule].value).length,
        completeness,
        visits: prospect.visits,
        lastContact: file.lastContact,
        reason: joinTexts(reasons),
      };
    });
  const codeOf = ({ client }: DevelopmentCandidate): string => inputs.figures[client]!.code;
  return known(
    candidates.sort(
      (a, b) =>
        b.score - a.score ||
        b.completeness - a.completeness ||
        b.visits - a.visits ||
        byCodePoint(codeOf(a), codeOf(b)),
    ),
  );
}
