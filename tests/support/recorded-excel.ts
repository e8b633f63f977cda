/**
 * An object of Excel that notes what is set and called on it, one line each, as one would write it:
 * `getRangeByIndexes(0,0,1,1).format.wrapText = true`. Whatever only leads somewhere (get…), or is only let go (untrack), is
 * no line of its own.
 * `answers` are properties that have a value.
 */
export function recordedExcel<T>(answers: Readonly<Record<string, unknown>> = {}): {
  readonly object: T;
  readonly said: string[];
} {
  const said: string[] = [];
  const pathOf = new WeakMap<object, string>();
  const wordOf = (value: unknown): string =>
    typeof value === 'function' && pathOf.has(value) ? pathOf.get(value)! : JSON.stringify(value);
  const at = (path: string): unknown => {
    const made: object = new Proxy(() => undefined, {
      get: (_, name) => {
        if (typeof name !== 'string' || name === 'then') return undefined;
        const whole = path === '' ? name : `${path}.${name}`;
        return whole in answers ? answers[whole] : at(whole);
      },
      set: (_, name, value) => {
        said.push(`${path === '' ? '' : `${path}.`}${String(name)} = ${wordOf(value)}`);
        return true;
      },
      apply: (_, __, values: unknown[]) => {
        const call = `${path}(${values.map(wordOf).join(', ')})`;
        if (!/(?:^|\.)(?:get\w*|untrack)$/.test(path)) said.push(call);
        return at(call);
      },
    });
    pathOf.set(made, path);
    return made;
  };
  return { object: at('') as T, said };
}
