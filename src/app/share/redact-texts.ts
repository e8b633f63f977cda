import type { ChartAxisPlan, PlanValue, SheetPlan } from '../../workbook/plan';

/** Mobile and identity numbers of China, wherever somebody wrote them. */
const NUMBERS_OF_PEOPLE = /(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dXx])(?!\d)/g;
export const WITHHELD = '***';

/** Replaces words in a text. */
export type Redaction = (text: string) => string;

const isWordChar = (char: string | undefined): boolean => char !== undefined && /[A-Za-z0-9]/.test(char);

/**
 * Replaces every one of many words wherever it stands, the longest first. Latin words and codes count only where no
 * letter or digit touches them.
 *
 * @example replaceWords(new Map([['甲公司', '客户001']]))('致甲公司：') //=> '致客户001：'
 */
export function replaceWords(words: ReadonlyMap<string, string>): Redaction {
  const byStart = new Map<string, string[]>();
  for (const word of words.keys()) {
    if (word.length < 2) continue;
    const start = word.slice(0, 2);
    const list = byStart.get(start);
    if (list) list.push(word);
    else byStart.set(start, [word]);
  }
  for (const list of byStart.values()) list.sort((a, b) => b.length - a.length);
  return (text) => {
    let out = '';
    let from = 0;
    for (let at = 0; at < text.length - 1;) {
      const found = byStart
        .get(text.slice(at, at + 2))
        ?.find(
          (word) =>
            text.startsWith(word, at) &&
            !(isWordChar(word[0]) && isWordChar(text[at - 1])) &&
            !(isWordChar(word[word.length - 1]) && isWordChar(text[at + word.length])),
        );
      if (found === undefined) {
        at++;
        continue;
      }
      out += text.slice(from, at) + words.get(found)!;
      at += found.length;
      from = at;
    }
    return from === 0 ? text : out + text.slice(from);
  };
}

export const hideNumbersOfPeople: Redaction = (text) => text.replace(NUMBERS_OF_PEOPLE, WITHHELD);

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
