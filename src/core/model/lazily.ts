/**
 * An object whose fields are worked out when somebody first reads them, each once: what only some sheets show costs
 * nothing where none of them is wanted.
 *
 * @example lazily({ sum: () => addUp(rows) }).sum //=> added up now, and never again
 */
export function lazily<T extends object>(makers: { readonly [Field in keyof T]-?: () => T[Field] }): T {
  const fields = {} as T;
  for (const field of Object.keys(makers) as (keyof T)[])
    Object.defineProperty(fields, field, {
      enumerable: true,
      configurable: true,
      get() {
        const value = makers[field]();
        Object.defineProperty(fields, field, { value, enumerable: true });
        return value;
      },
    });
  return fields;
}
