/**
 * The names of several files, each once: files of one name, from two folders, are counted.
 *
 * @example nameApart(['订单.xlsx', '订单.xlsx']) // ['订单.xlsx', '订单.xlsx (2)']
 */
export function nameApart(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return names.map((name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
