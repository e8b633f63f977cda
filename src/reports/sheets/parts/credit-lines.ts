import { byCodePoint } from '../../../core/model/by-code-point';
import type { CreditAssessment, ClientCredit } from '../../../core/credit/credit';
import type { CreditView } from '../../../core/credit/credit-card';
import type { FiveC, FiveP } from '../../../core/credit/credit-factors';
import { missing } from '../../../core/model/outcome';
import type { Text } from '../../../i18n/text';
import { number, type Column } from '../../layout/columns';
import type { ReportContext } from '../../layout/report-context';
import { clientAt } from './client-columns';

export const creditOf = ({ analysis }: ReportContext): CreditAssessment | undefined =>
  analysis.credit.known ? analysis.credit.value : undefined;

/** Clients who bought, owe or have a limit, the most exposed first. */
export function clientsByExposure(context: ReportContext): readonly ClientCredit[] {
  const exposureOf = ({ exposure }: ClientCredit): number => (exposure.known ? exposure.value : 0);
  return (creditOf(context)?.clients ?? [])
    .filter(({ isAssessed }) => isAssessed)
    .sort(
      (a, b) =>
        exposureOf(b) - exposureOf(a) ||
        byCodePoint(clientAt(a.client, context).code, clientAt(b.client, context).code) ||
        a.client - b.client,
    );
}

export const POINTS = { numberFormat: '0.0' } as const;

/** The points of one of the five Cs or Ps. */
export const viewColumn = <Id extends FiveC | FiveP>(
  id: Id,
  header: Text,
  pick: (credit: ClientCredit) => readonly CreditView<Id>[],
): Column<ClientCredit> =>
  number(header, (credit) => pick(credit).find((view) => view.id === id)?.score ?? missing({ reason: 'no-rows' }), {
    id,
    style: POINTS,
    hideWhenEmpty: true,
    maxWidth: 10,
  });
