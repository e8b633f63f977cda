import { Fingerprint } from '../../workbook/fingerprint';
import type { SheetPlan } from '../../workbook/plan';

/** Raised when the same analysis is to be laid out differently: every sheet is then written again. */
export const LAYOUT_VERSION = 1;

/**
 * Of all that a sheet is to show: equal plans, equal fingerprint. Its cells go in one by one, as together they would be a text
 * of many megabytes.
 */
export function fingerprintOf({ blocks, ...frame }: Omit<SheetPlan, 'fingerprint'>): string {
  const hash = new Fingerprint().add(LAYOUT_VERSION).add(JSON.stringify(frame));
  for (const { values, ...block } of blocks) {
    hash.add(JSON.stringify(block));
    for (const line of values) {
      hash.add(line.length);
      for (let at = 0; at < line.length; at++) hash.addCell(line[at]!);
    }
  }
  return hash.text();
}
