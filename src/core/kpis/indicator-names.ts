import type { Kpi } from './define-kpi';

/** Indicator ids by code and by every name of theirs, as people may write them. */
export function namesOfIndicators(kpis: readonly Kpi[]): ReadonlyMap<string, string> {
  const idOf = new Map<string, string>();
  for (const { id, label, alsoCalled } of kpis) {
    const names = [id, label.zh, label.en, ...(alsoCalled ? [alsoCalled.zh, alsoCalled.en] : [])];
    for (const name of names) idOf.set(plainName(name), id);
  }
  return idOf;
}

/** Codes without leading zeros, names without blanks and brackets. @example plainName('k 03') //=> 'K3' */
export function plainName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .replace(/\(.*?\)/g, '')
    .replace(/\s+/g, '')
    .toUpperCase();
  return plain.replace(/^([KEI])0*(\d+)$/, '$1$2');
}
