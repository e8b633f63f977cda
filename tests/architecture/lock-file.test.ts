import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const LOCK = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

/** Where a package's folder finds another by name: beside it, else in each folder above, as Node looks. */
function isLocked(from: string, name: string): boolean {
  for (let folder = from; ;) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in LOCK.packages) return true;
    if (folder === '') return false;
    const cut = folder.lastIndexOf('/node_modules/');
    folder = cut < 0 ? '' : folder.slice(0, cut);
  }
}

/**
 * `npm ci` refuses a lock file that lacks a package which another one names, also one for a system that is not this one; such
 * a package gets no entry when the registry asked does not have it.
 */
it('the lock file holds each package that a locked one depends on, those of other systems too', () => {
  const absent = Object.entries(LOCK.packages).flatMap(([folder, locked]) =>
    Object.keys({ ...locked.dependencies, ...locked.optionalDependencies })
      .filter((name) => !isLocked(folder, name))
      .map((name) => `${folder} needs ${name}`),
  );
  expect(absent).toEqual([]);
});
