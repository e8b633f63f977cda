import { byCodePoint } from '../../../core/model/by-code-point';
import type { ClientFigures } from '../../../core/sales/client-figures';
import { valueOr } from '../../../core/model/outcome';
import type { ReportContext } from '../../layout/report-context';

/** Every client with a line in the period, so that the rows add to the whole: ranked ones first, internal ones after them. */
export function clientsWithLines({ analysis }: ReportContext): readonly ClientFigures[] {
  return analysis.clients
    .filter(({ lines }) => lines > 0)
    .sort(
      (a, b) =>
        valueOr(a.rank, Infinity) - valueOr(b.rank, Infinity) ||
        b.netAmount - a.netAmount ||
        byCodePoint(a.code, b.code) ||
        byCodePoint(a.name, b.name),
    );
}
