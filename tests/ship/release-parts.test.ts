import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { changesOf, checksumsOf, zipFolder } from '../../src/ship/release-parts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kelan-release-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'b.txt'), 'abc');
  writeFileSync(join(folder, 'assets', 'a.txt'), '');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a release', () => {
  const log =
    '# Changes\n\n## Unreleased\n\n- later\n\n## 0.2.0 (2026-12-01)\n\n- **Two** things\n\n## 0.1.0\n\nFirst version.\n';

  it('takes what the change log says of its version, and is not made without a word', () => {
    expect(changesOf(log, '0.1.0')).toBe('First version.\n');
    expect(changesOf(log, '0.2.0')).toContain('- **Two** things');
    expect(changesOf(log, '0.2.0')).not.toContain('later');
    expect(() => changesOf(log, '0.3.0')).toThrow('CHANGELOG.md says nothing of 0.3.0');
    expect(() => changesOf('## 0.1.0\n\n', '0.1.0')).toThrow('0.1.0');
  });

  it('packs a folder, the same files to the same bytes', () => {
    const files = unzipSync(zipFolder(folder));
    expect(Object.keys(files).sort()).toEqual(['assets/a.txt', 'b.txt']);
    expect(strFromU8(files['b.txt']!)).toBe('abc');
    expect(Buffer.from(zipFolder(folder)).equals(Buffer.from(zipFolder(folder)))).toBe(true);
  });

  it('writes checksums as sha256sum does', () => {
    writeFileSync(join(folder, 'SHA256SUMS'), 'of before');
    // FIPS 180-2: SHA-256 of “abc” and of nothing.
    expect(checksumsOf(folder).split('\n')).toEqual([
      `e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  ${join('assets', 'a.txt')}`,
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b.txt',
      '',
    ]);
  });
});
