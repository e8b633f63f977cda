/** Names of months by their beginnings, in the languages that exports come in; no beginning means two months. */
const BEGINNINGS: readonly (readonly string[])[] = [
  ['jan', 'jän', 'ene', 'gen'],
  ['feb', 'fév', 'fev'],
  ['mar', 'mär', 'mrz'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'août', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott', 'out'],
  ['nov'],
  ['dec', 'dez', 'déc', 'dic'],
];

const WHOLE = new Set(
  (
    'january february march april may june july august september october november december sept ' +
    'januar jänner februar feber märz mrz mai juni juli oktober dezember ' +
    'janvier janv février févr mars avril avr juin juillet juil août septembre octobre novembre décembre ' +
    'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ' +
    'janeiro fevereiro março maio junho julho setembro outubro novembro dezembro ' +
    'gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre'
  )
    .split(' ')
    .map(bare),
);

const MONTH_OF = new Map<string, number>(
  BEGINNINGS.flatMap((names, index) => names.map((name): [string, number] => [bare(name), index + 1])),
);

function bare(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * The month that a name means, 1–12: three letters or the whole name, accents or not.
 *
 * @example monthOfName('März') //=> 3
 */
export function monthOfName(name: string): number | undefined {
  const plain = bare(name);
  const known = MONTH_OF.get(plain);
  if (known !== undefined) return known;
  if (!WHOLE.has(plain)) return undefined;
  return MONTH_OF.get(plain.slice(0, 4)) ?? MONTH_OF.get(plain.slice(0, 3));
}
