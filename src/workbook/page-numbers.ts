import type { PrintPlan } from './plan';

/**
 * Whether the pages of a sheet are numbered from 1 whatever is printed with it: else a sheet begins behind the last page of
 * the one before. With “of n” that would contradict itself, as Excel counts n over the whole print.
 *
 * @example areNumberedAlone({ pageNumber: '{sheet} · page {page}' }) //=> true
 */
export const areNumberedAlone = ({ pageNumber }: Pick<PrintPlan, 'pageNumber'>): boolean =>
  pageNumber.includes('{page}') && !pageNumber.includes('{pages}');
