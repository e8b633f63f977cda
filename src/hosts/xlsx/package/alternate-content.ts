/**
 * Where an element stands, for readers that do not understand what `mc:AlternateContent` offers: its `Fallback` is read as
 * if it stood in the list itself, so that the entries after it keep their numbers; its `Choice`s are not there at all.
 *
 * @example placeOf(['styleSheet', 'fonts', 'AlternateContent', 'Fallback', 'font']) //=> 'fonts/font'
 * @returns The path below the root; undefined inside a choice.
 */
export function placeOf(path: readonly string[]): string | undefined {
  if (!path.includes('AlternateContent')) return path.slice(1).join('/');
  if (path.includes('Choice')) return undefined;
  return path
    .slice(1)
    .filter((name) => name !== 'AlternateContent' && name !== 'Fallback')
    .join('/');
}
