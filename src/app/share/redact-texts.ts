import type { ChartAxisPlan, PlanValue, SheetPlan } from '../../workbook/plan';
import { findPersonal } from './people-numbers';
import { plainLetters, type PlainLetters } from './plain-letters';

export const WITHHELD = '***';

/** Replaces words in a text. */
export type Redaction = (text: string) => string;

const isWordChar = (char: string | undefined): boolean => char !== undefined && /[A-Za-z0-9]/.test(char);

const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

export interface RedactedWords {
  /** By plain letters (`plainLetters`): found whatever their case, brackets and blanks. */
  readonly names: ReadonlyMap<string, string>;
  /** As they are written, whatever their case: codes, in which a blank means something. */
  readonly exact: ReadonlyMap<string, string>;
  /** Names of one letter. */
  readonly letters?: ReadonlyMap<string, string>;
  /** Such a letter is a name wherever it stands: in what people write. Else only where no other letter touches it. */
  readonly areLettersNames?: boolean;
}

/**
 * Replaces every one of many words wherever it stands, the longest first. Latin words and codes count only where no
 * letter or digit touches them. Where a text was cut (…), the beginning of a word before the cut goes too.
 *
 * @example replaceWords({ names: new Map([['甲公司', '客户001']]), exact: new Map() })('致甲公司：') //=> '致客户001：'
 */
export function replaceWords({ names, exact, letters, areLettersNames }: RedactedWords): Redaction {
  const byStart = new Map<string, string[]>();
  const add = (word: string): void => {
    const list = byStart.get(word.slice(0, 2));
    if (list) list.push(word);
    else byStart.set(word.slice(0, 2), [word]);
  };
  for (const word of names.keys()) add(word);
  for (const list of byStart.values()) list.sort((a, b) => b.length - a.length);
  const codes = new Map([...exact].map(([word, by]) => [word.toLowerCase(), by]));
  const codePattern = patternOf([...codes.keys()]);
  const tails = new Tails(names);
  const oneLetter = patternOf([...(letters?.keys() ?? [])]);
  return (text) => {
    let out = replaceNames(text, byStart, names);
    if (codePattern)
      out = out.replace(codePattern, (code: string, at: number, whole: string) =>
        isWordChar(whole[at - 1]) || isWordChar(whole[at + code.length]) ? code : codes.get(code.toLowerCase())!,
      );
    if (oneLetter)
      out = out.replace(oneLetter, (letter: string, at: number, whole: string) =>
        areLettersNames || !(isLetter(whole[at - 1]) || isLetter(whole[at + 1]))
          ? (letters!.get(letter) ?? WITHHELD)
          : letter,
      );
    return out.includes('…') ? tails.hide(out) : out;
  };
}

/** One pattern for many words, the longest first; nothing where there is none. */
function patternOf(words: readonly string[]): RegExp | undefined {
  if (words.length === 0) return undefined;
  const escaped = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(escaped.join('|'), 'gi');
}

function replaceNames(
  text: string,
  byStart: ReadonlyMap<string, readonly string[]>,
  names: ReadonlyMap<string, string>,
): string {
  const { letters, at }: PlainLetters = plainLetters(text);
  let out = '';
  let from = 0;
  for (let index = 0; index < letters.length - 1;) {
    const found = byStart.get(letters.slice(index, index + 2))?.find((word) => {
      if (!letters.startsWith(word, index)) return false;
      const [start, last] = [at[index]!, at[index + word.length - 1]!];
      return (
        !(isWordChar(word[0]) && isWordChar(text[start - 1])) &&
        !(isWordChar(word[word.length - 1]) && isWordChar(text[last + 1]))
      );
    });
    if (found === undefined) {
      index++;
      continue;
    }
    const end = endOf(
      text,
      at[index + found.length - 1]! + 1,
      text.slice(at[index]!, at[index + found.length - 1]! + 1),
    );
    out += text.slice(from, at[index]) + names.get(found)!;
    index += found.length;
    from = end;
  }
  return out + text.slice(from);
}

/** A bracket that was opened inside a name is closed with it. */
function endOf(text: string, end: number, name: string): number {
  const opened = (name.match(/[(（]/g) ?? []).length - (name.match(/[)）]/g) ?? []).length;
  return opened > 0 && /[)）]/.test(text[end] ?? '') ? end + 1 : end;
}

const FEWEST_OF_TAIL = 2;
const LONGEST_TAIL = 40;
const FEWEST_DIGITS = 4;

/** Halves of words before a cut: texts that were cut before anybody thought of hiding what is in them. */
class Tails {
  private prefixes: ReadonlySet<string> | undefined;

  constructor(private readonly names: ReadonlyMap<string, string>) {}

  hide(text: string): string {
    return text
      .split('…')
      .map((part, index, parts) => (index < parts.length - 1 ? this.hideTail(part) : part))
      .join('…');
  }

  private hideTail(part: string): string {
    const { letters, at } = plainLetters(part);
    const prefixes = (this.prefixes ??= prefixesOf(this.names.keys()));
    const cut = at.find(
      (place, from) =>
        from >= letters.length - LONGEST_TAIL && prefixes.has(letters.slice(from)) && !isWordChar(part[place - 1]),
    );
    if (cut !== undefined) return part.slice(0, cut) + WITHHELD;
    const digits = new RegExp(`[+\\d][\\d -]{${FEWEST_DIGITS - 1},}$`).exec(part);
    return digits && /^(?:\+|0\d{2}|1[3-9]\d|\d{6})/.test(digits[0]) ? part.slice(0, digits.index) + WITHHELD : part;
  }
}

function prefixesOf(words: Iterable<string>): ReadonlySet<string> {
  const prefixes = new Set<string>();
  for (const word of words)
    for (let length = FEWEST_OF_TAIL; length < word.length; length++) prefixes.add(word.slice(0, length));
  return prefixes;
}

/** Phones, cards, identity numbers, mail addresses and WeChat ids. */
export const hidePersonal: Redaction = (text) => {
  const found = findPersonal(text);
  let out = '';
  let from = 0;
  for (const one of found) {
    out += text.slice(from, one.from) + WITHHELD;
    from = one.to;
  }
  return out + text.slice(from);
};

/** Every word of a sheet that a reader could see or a program find. */
export function redactSheet(plan: SheetPlan, redact: Redaction): SheetPlan {
  const cell = (value: PlanValue): PlanValue => (typeof value === 'string' ? redact(value) : value);
  const axis = ({ title, ...rest }: ChartAxisPlan): ChartAxisPlan => ({
    ...rest,
    ...(title !== undefined && { title: redact(title) }),
  });
  return {
    ...plan,
    name: redact(plan.name),
    blocks: plan.blocks.map((block) => ({ ...block, values: block.values.map((row) => row.map(cell)) })),
    conditionalFormats: plan.conditionalFormats.map((format) =>
      format.kind === 'textIs' ? { ...format, text: redact(format.text) } : format,
    ),
    links: plan.links.map(({ tooltip, ...link }) => ({
      ...link,
      ...(tooltip !== undefined && { tooltip: redact(tooltip) }),
    })),
    charts: plan.charts.map((chart) => ({
      ...chart,
      title: redact(chart.title),
      description: redact(chart.description),
      series: chart.series.map((series) => ({ ...series, name: redact(series.name) })),
      categoryAxis: axis(chart.categoryAxis),
      valueAxis: axis(chart.valueAxis),
      ...(chart.secondaryAxis && { secondaryAxis: axis(chart.secondaryAxis) }),
    })),
    print: { ...plan.print, header: redact(plan.print.header), footer: redact(plan.print.footer) },
  };
}
