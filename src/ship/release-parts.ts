import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';

/**
 * What CHANGELOG.md says of a version.
 *
 * @throws Error where it says nothing: a release without words is not made
 */
export function changesOf(changelog: string, version: string): string {
  const [, ...sections] = changelog.split(/^## /m);
  const section = sections.find((text) => text.split(/\s/)[0] === version);
  const words = section?.slice(version.length).trim();
  if (!words) throw new Error(`CHANGELOG.md says nothing of ${version}: name its section, "## ${version}"`);
  return `${words}\n`;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

/** A folder as a zip; the same files give the same bytes. */
export function zipFolder(folder: string): Uint8Array {
  const entries = filesIn(folder).map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path)]);
  return zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>, { mtime: '2000-01-01T00:00:00', level: 9 });
}

/** A line a file, as `sha256sum --check SHA256SUMS` reads it. */
export function checksumsOf(folder: string): string {
  return filesIn(folder)
    .filter((path) => !path.endsWith('SHA256SUMS'))
    .map((path) => `${createHash('sha256').update(readFileSync(path)).digest('hex')}  ${relative(folder, path)}\n`)
    .join('');
}
