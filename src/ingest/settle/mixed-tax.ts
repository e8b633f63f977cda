import type { MixedTax } from '../../core/model/basis';
import type { SheetInspection } from '../recognise/inspection';

const WITHOUT = /不含税|未税|无税|untaxed|excl|before tax|net of tax/i;
const WITH = /含税|价税合计|incl|gross/i;

/**
 * Sales sheets whose amounts are with tax beside others whose amounts are without: added up, a rise of the tax rate looks like
 * growth. Headers decide, as nothing else tells them apart; a header that says nothing is neither.
 *
 * @example 2024 with 不含税金额, 2025 with 含税金额 //=> { without: ['2024'], with: ['2025'] }
 */
export function findMixedTax(sheets: readonly SheetInspection[]): MixedTax | undefined {
  const found = { with: new Set<string>(), without: new Set<string>() };
  for (const { kind, plan, info } of sheets) {
    if (kind !== 'transactions') continue;
    const header = plan?.fields.find(({ field }) => field.path === 'transactions.amount')?.header ?? '';
    if (WITHOUT.test(header)) found.without.add(info.name);
    else if (WITH.test(header)) found.with.add(info.name);
  }
  return found.with.size > 0 && found.without.size > 0
    ? { with: [...found.with], without: [...found.without] }
    : undefined;
}
