import type { Text } from '../i18n/text';
import { REPORTS } from '../reports/index';

/** Every report that can be asked for, in the order of its sheets. */
export function reportTitles(): readonly { readonly id: string; readonly sheet: Text }[] {
  return REPORTS.map(({ id, sheet }) => ({ id, sheet }));
}
