import type { Analysis } from '../../core/analysis';
import { textAt, type TextColumn } from '../../core/model/columns';
import { tableOf, type Dataset } from '../../core/model/dataset';
import { isoOf } from '../../core/model/day';
import type { ClientAliases } from './alias-clients';
import { nameVariants } from './name-variants';
import { plainLetters } from './plain-letters';
import { hidePersonal, replaceWords, WITHHELD, type Redaction } from './redact-texts';

/** A code is looked for in texts only where it is long enough to be nothing else. */
const SHORTEST_CODE = 3;
/** With a letter and a figure two are enough: nobody writes Q9 for anything else. */
const SHORT_CODE = /^(?=.*[A-Za-z])(?=.*\d)[A-Za-z0-9-]{2,}$/;
const SHORTEST_NUMBER = 5;

export interface CopyRedaction {
  /** For what people wrote, before anything is worked out. */
  readonly ofTexts: Redaction;
  /** For every word of a sheet of the copy: names of one letter only where they stand alone, as they are in our own words too. */
  readonly ofSheets: (analysis: Analysis) => Redaction;
}

/**
 * What a copy hides: clients under aliases, found by every way in which their names are written; below `secret` the people of the
 * clients and how they are reached. People of the firm's own stay, also where a client's contact has the same name.
 */
export function copyRedaction(dataset: Dataset, aliases: ClientAliases, hidesPeople: boolean): CopyRedaction {
  const names = new Map<string, string>();
  const exact = new Map<string, string>();
  const letters = new Map<string, string>();
  const addName = (word: string, by: string): void => {
    const plain = plainLetters(word).letters;
    if (plain.length > 1) names.set(plain, by);
    else if (plain.length === 1) letters.set(word.trim(), by);
  };
  if (hidesPeople) addPeople(dataset, addName);
  addClients(dataset, aliases, { names, exact, addName });
  const finish = (redact: Redaction): Redaction => (hidesPeople ? (text) => redact(hidePersonal(text)) : redact);
  const ofTexts = finish(replaceWords({ names, exact, letters, areLettersNames: true }));
  return {
    ofTexts,
    ofSheets: (analysis) => {
      const withDays = hidesPeople ? new Map([...names, ...daysOf(analysis, ofTexts)]) : names;
      return finish(replaceWords({ names: withDays, exact, letters }));
    },
  };
}

interface Words {
  readonly names: Map<string, string>;
  readonly exact: Map<string, string>;
  readonly addName: (word: string, by: string) => void;
}

function addClients(dataset: Dataset, aliases: ClientAliases, { names, exact, addName }: Words): void {
  const { shortName } = tableOf(dataset, 'clients').columns;
  /** A way of writing that two clients share names neither: it is hidden, and whose it is stays open. */
  const variants = new Map<string, string>();
  aliases.forEach(({ alias, name }, client) => {
    for (const word of [name, textAt(shortName, client)])
      for (const variant of nameVariants(word)) {
        const other = variants.get(variant);
        variants.set(variant, other === undefined || other === alias ? alias : WITHHELD);
      }
  });
  for (const [variant, by] of variants) names.set(variant, by);
  aliases.forEach(({ alias, code, name }, client) => {
    for (const word of [textAt(shortName, client), name]) addName(word, alias);
    if (code.length >= SHORTEST_CODE || SHORT_CODE.test(code)) exact.set(code, alias);
  });
}

function addPeople(dataset: Dataset, addName: Words['addName']): void {
  const { rows, columns } = tableOf(dataset, 'clients');
  const { phone, mobile, fax, email, taxNumber, registrationNumber, bankAccount } = columns;
  const prospects = tableOf(dataset, 'prospects');
  const numbers: readonly [TextColumn | undefined, number][] = [
    ...[phone, mobile, fax, email, taxNumber, registrationNumber, bankAccount].map(
      (column): [TextColumn | undefined, number] => [column, rows],
    ),
    [prospects.columns.phone, prospects.rows],
  ];
  for (const [column, count] of numbers)
    for (const value of textsOf(column, count)) if (value.length >= SHORTEST_NUMBER) addName(value, WITHHELD);
  const colleagues = colleaguesOf(dataset);
  const operators = tableOf(dataset, 'operators');
  const people: readonly [TextColumn | undefined, number][] = [
    [columns.contact, rows],
    [columns.legalPerson, rows],
    [operators.columns.legalPerson, operators.rows],
    [prospects.columns.contact, prospects.rows],
  ];
  for (const [column, count] of people)
    for (const name of textsOf(column, count)) if (!colleagues.has(name)) addName(name, WITHHELD);
}

const textsOf = (column: TextColumn | undefined, rows: number): readonly string[] =>
  Array.from({ length: rows }, (_, row) => textAt(column, row));

/** Everybody who stands as a sales rep anywhere. */
function colleaguesOf(dataset: Dataset): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (column: TextColumn | undefined): void => {
    for (const name of column?.values ?? []) found.add(name);
  };
  for (const table of ['clients', 'transactions', 'deliveries', 'contacts', 'prospects', 'reps'] as const)
    add(tableOf(dataset, table).columns.rep);
  return found;
}

/** Days like birthdays as the sheets speak of them, and as they read once the person's name is masked. */
function daysOf({ importantDays }: Analysis, redact: Redaction): Map<string, string> {
  const words = new Map<string, string>();
  if (importantDays.known)
    for (const { event, day } of importantDays.value.days)
      for (const written of Object.values(event))
        for (const read of [written, redact(written)])
          words.set(plainLetters(`${read} ${isoOf(day)}`).letters, WITHHELD);
  return words;
}
