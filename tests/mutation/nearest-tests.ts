import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';

/** Tests further off that are asked too: each costs seconds. */
const MOST_FAR = 16;

/** Which tests see a file, the nearest first. */
export class NearestTests {
  /** By file: the tests that import it, and over how many others. */
  private readonly distances = new Map<string, Map<string, number>>();

  constructor(private readonly root: string) {
    const tests = filesBelow(join(root, 'tests')).filter((path) => /\.test\.tsx?$/.test(path));
    const imports = new Map<string, readonly string[]>();
    for (const test of tests) {
      if (/[\\/](browser|architecture|bench|validator)[\\/]/.test(test)) continue;
      let layer = [test];
      const seen = new Set(layer);
      for (let distance = 0; layer.length > 0; distance++) {
        for (const file of layer) {
          const reached = this.distances.get(file) ?? new Map<string, number>();
          this.distances.set(file, reached);
          reached.set(test, distance);
        }
        const next = layer.flatMap((file) => {
          const known = imports.get(file) ?? importsOf(file);
          imports.set(file, known);
          return known;
        });
        layer = [...new Set(next)].filter((file) => !seen.has(file));
        for (const file of layer) seen.add(file);
      }
    }
  }

  /**
   * First those that stand where the file's own tests stand or import it at once, then the others of its layer that reach it.
   */
  of(file: string): { readonly near: readonly string[]; readonly far: readonly string[] } {
    const reached = [...(this.distances.get(file) ?? [])];
    const [, layer = '', room = ''] = relative(this.root, file).split(sep);
    const isNear = ([test, distance]: readonly [string, number]): boolean =>
      distance <= 1 ||
      test.includes(
        join(
          'tests',
          'unit',
          ...relative(join(this.root, 'src'), file)
            .replace(/\.tsx?$/, '')
            .split(sep),
        ),
      );
    const isSameLayer = ([test]: readonly [string, number]): boolean => {
      const path = relative(join(this.root, 'tests'), test);
      return (
        path.startsWith(join('unit', layer, ...(layer === 'hosts' ? [room] : []))) ||
        path.startsWith(join('property', layer)) ||
        (room === 'office' && path.startsWith('office-host')) ||
        (layer === 'hosts' && path.startsWith('contract')) ||
        (layer === 'reports' && path.startsWith(join('unit', 'app')))
      );
    };
    const near = reached.filter(isNear).map(([test]) => test);
    const far = reached
      .filter((one) => !isNear(one) && isSameLayer(one))
      .sort(([, a], [, b]) => a - b)
      .slice(0, MOST_FAR)
      .map(([test]) => test);
    return { near, far };
  }
}

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function importsOf(file: string): string[] {
  if (!/\.tsx?$/.test(file)) return [];
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
  return importedFiles.flatMap(({ fileName }) => {
    if (!fileName.startsWith('.')) return [];
    const base = join(dirname(file), fileName);
    const found = [`${base}.ts`, `${base}.tsx`, join(base, 'index.ts')].find(existsSync);
    return found === undefined ? [] : [found];
  });
}
