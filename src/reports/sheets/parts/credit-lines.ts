import type { Analysis } from '../../../core/analysis';
import { byCodePoint } from '../../../core/model/by-code-point';
import type { CreditAssessment, ClientCredit } from '../../../core/credit/credit';
import type { FiveC, FiveP } from '../../../core/credit/credit-factors';
import type { Text } from '../../../i18n/text';
import { number, type Column } from '../../layout/columns';
import type { ReportContext } from '../../layout/report-context';
import { clientAt } from './client-columns';

export const creditOf = ({ analysis }: ReportContext): CreditAssessment | undefined =>
  analysis.credit.known ? analysis.credit.value : undefined;

/** Put in order once: many columns and tables of both sheets go through them. */
const BY_EXPOSURE = new WeakMap<Analysis, readonly ClientCredit[]>();

/** Clients who bought, owe or have a limit, the most exposed first. */
export function clientsByExposure(context: ReportContext): readonly ClientCredit[] {
  const kept = BY_EXPOSURE.get(context.analysis);
  if (kept) return kept;
  const exposureOf = ({ exposure }: ClientCredit): number => (exposure.known ? exposure.value : 0);
  const inOrder = (creditOf(context)?.clients ?? [])
    .filter(({ isAssessed }) => isAssessed)
    .sort(
      (a, b) =>
        exposureOf(b) - exposureOf(a) ||
        byCodePoint(clientAt(a.client, context).code, clientAt(b.client, context).code) ||
        a.client - b.client,
    );
  BY_EXPOSURE.set(context.analysis, inOrder);
  return inOrder;
}

export const POINTS = { numberFormat: '0.0' } as const;

/** The points of one of the five Cs or Ps. */
export const viewColumn = (id: FiveC | FiveP, header: Text): Column<ClientCredit> =>
  number(header, ({ card }) => card.scoreOfView(id), {
    id,
    style: POINTS,
    hideWhenEmpty: true,
    maxWidth: 10,
  });
