import type { IndicatorPart } from './indicator-result';
import { bucketOf, IN_PERIOD, IN_PREVIOUS } from '../facts/time-slots';
import { verbatim } from '../../i18n/text';
import { textAt } from '../model/columns';
import { tableOf } from '../model/dataset';
import { asDay, monthOf, NO_DAY } from '../model/day';
import { ratioOf, type Ratio } from '../model/ratio';
import { sumOf } from '../model/sum';
import type { EnteredRule, Kpi, KpiInputs } from './define-kpi';
import { namesOfIndicators, plainName } from './indicator-names';
import type { Measured } from './measured';

interface Entry {
  readonly day: number;
  readonly department: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** Rows of 指标录入 by indicator id. */
export type IndicatorEntries = ReadonlyMap<string, readonly Entry[]>;

/** What rows of 指标录入 make of one indicator. */
export interface EnteredFigures {
  readonly measured: Measured;
  readonly parts: readonly IndicatorPart[];
}

/**
 * Reads 指标录入: a row belongs to an indicator by its code (`K03`, `k3`) or by its name in either language.
 * Rows after the last day that counts, without a month or of an unknown indicator are not used.
 */
export function readEntries(inputs: KpiInputs, kpis: readonly Kpi[]): IndicatorEntries {
  const { columns, rows } = tableOf(inputs.dataset, 'indicatorEntries');
  const idOf = namesOfIndicators(kpis);
  const entries = new Map<string, Entry[]>();
  for (let row = 0; row < rows; row++) {
    const id = idOf.get(plainName(textAt(columns.indicator, row)));
    const day = columns.month?.[row] ?? NO_DAY;
    if (id === undefined || day === NO_DAY || day > inputs.window.last) continue;
    const list = entries.get(id) ?? [];
    list.push({
      day,
      department: textAt(columns.department, row),
      numerator: columns.numerator?.[row] ?? NaN,
      denominator: columns.denominator?.[row] ?? NaN,
    });
    entries.set(id, list);
  }
  return entries;
}

/**
 * Joins entries to a figure.
 *
 * `sums`: Σ numerator / Σ denominator. `capped`: Σ min(numerator, denominator) / Σ denominator, so that one over-filled row
 * hides no shortage; uncapped beside it.
 * `sizes`: Σ |numerator| / Σ denominator; net beside it. Several departments stand beside the whole.
 *
 * @example sizes of (+50 of 500) and (−50 of 500) //=> 10 %, net 0 %
 */
export function joinEntries(entries: readonly Entry[], rule: EnteredRule, inputs: KpiInputs): EnteredFigures {
  const of = (bucket: number): Entry[] => entries.filter(({ day }) => bucketOf(inputs.window, asDay(day)) === bucket);
  const current = of(IN_PERIOD);
  const months = [...new Set(current.map(({ day }) => monthOf(asDay(day))))].sort((a, b) => a - b);
  const departments = [...new Set(current.map(({ department }) => department))].filter((name) => name !== '').sort();
  const parts: IndicatorPart[] = [];
  const beside = (zh: string, en: string, ratio: Ratio): void => {
    parts.push({ label: { zh, en }, unit: 'ratio', value: ratio.value });
  };
  if (rule === 'capped') beside('不封顶', 'Uncapped', ratioBy('sums', current));
  if (rule === 'sizes') beside('净额（盘盈−盘亏）', 'Net of gains and losses', ratioBy('sums', current));
  if (departments.length > 1) {
    for (const name of departments) {
      const own = ratioBy(
        rule,
        current.filter(({ department }) => department === name),
      );
      parts.push({ label: verbatim(name), unit: 'ratio', value: own.value });
    }
  }
  return {
    measured: {
      current: ratioBy(rule, current),
      previous: ratioBy(rule, of(IN_PREVIOUS)),
      trend: months.map((month) => ({
        month,
        ratio: ratioBy(
          rule,
          current.filter(({ day }) => monthOf(asDay(day)) === month),
        ),
      })),
    },
    parts,
  };
}

function ratioBy(rule: EnteredRule, entries: readonly Entry[]): Ratio {
  const usable = entries.filter(({ numerator, denominator }) => numerator === numerator && denominator === denominator);
  const excluded = entries.length - usable.length;
  const numerator = sumOf(
    usable.map((entry) => {
      switch (rule) {
        case 'sums':
          return entry.numerator;
        case 'capped':
          return Math.min(entry.numerator, entry.denominator);
        case 'sizes':
          return Math.abs(entry.numerator);
      }
    }),
  );
  const denominator = sumOf(usable.map((entry) => entry.denominator));
  return ratioOf(numerator, denominator, usable.length, excluded);
}
