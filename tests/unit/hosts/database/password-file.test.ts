import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { passwordFromFile } from '../../../../src/hosts/database/password-file';

const folder = mkdtempSync(join(tmpdir(), 'kelan-'));
const file = join(folder, 'passwords');
const before = process.env['PGPASSFILE'];
beforeAll(() => {
  process.env['PGPASSFILE'] = file;
  writeFileSync(
    file,
    '# host:port:database:user:password\nerp:5432:sales:ann:one\nerp:*:*:bob:a\\:b\\\\c\n*:*:*:*:last\n',
  );
  chmodSync(file, 0o600);
});
afterAll(() => {
  if (before === undefined) delete process.env['PGPASSFILE'];
  else process.env['PGPASSFILE'] = before;
  rmSync(folder, { recursive: true });
});

const ask = (user: string, port = 5432) => passwordFromFile({ host: 'erp', port, database: 'sales', user });

it('takes the first line that fits', async () => {
  expect(await ask('ann')).toBe('one');
  expect(await ask('ann', 5433)).toBe('last');
  expect(await ask('bob')).toBe('a:b\\c');
});

it('passes over a file that others may read, and one that is not there', async () => {
  chmodSync(file, 0o644);
  expect(await ask('ann')).toBeUndefined();
  process.env['PGPASSFILE'] = join(folder, 'none');
  expect(await ask('ann')).toBeUndefined();
});
