/**
 * Everything that a value says, as plain data: also what its objects look up or work out when somebody reads it. Functions say
 * nothing and are left out.
 *
 * @example allFigures(analysis.credit) //=> with exposure, use, action … of every client
 */
export function allFigures<T>(value: T): T {
  return plainOf(value) as T;
}

function plainOf(value: unknown): unknown {
  if (typeof value === 'function') return undefined;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map(plainOf);
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, plainOf(one)]));
  if (value instanceof Set) return value;
  const found: Record<string, unknown> = {};
  for (const name of fieldsOf(value)) found[name] = plainOf((value as Record<string, unknown>)[name]);
  return found;
}

/** Its own fields, and those that its class reads for it. */
function fieldsOf(value: object): readonly string[] {
  const names = new Set(Object.keys(value));
  for (
    let kind: object = Object.getPrototypeOf(value);
    kind && kind !== Object.prototype;
    kind = Object.getPrototypeOf(kind)
  )
    for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(kind))) if (get) names.add(name);
  return [...names];
}
