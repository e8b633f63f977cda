import type { Dataset } from './dataset';

/**
 * What was last found in each dataset, kept until it is asked for under other conditions: a threshold that is tried out
 * leaves most of what is known as it is.
 *
 * @example sales.of(dataset, '2026', () => pass(dataset)) //=> a second time with '2026': no pass
 */
export class LastOf<Value> {
  private readonly kept = new WeakMap<Dataset, { readonly key: string; readonly value: Value }>();

  /** @param key All that the value stands on besides the dataset. */
  of(dataset: Dataset, key: string, make: () => Value): Value {
    const last = this.kept.get(dataset);
    if (last?.key === key) return last.value;
    const value = make();
    this.kept.set(dataset, { key, value });
    return value;
  }
}
