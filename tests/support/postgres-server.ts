import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = '/usr/lib/postgresql';
const isRoot = process.getuid?.() === 0;

/** A PostgreSQL of a test's own, on loopback only. */
export interface PostgresServer {
  readonly address: string;
  readonly password: string;
  stop(): void;
}

const programs = (): string | undefined =>
  existsSync(ROOT)
    ? readdirSync(ROOT)
        .map((version) => join(ROOT, version, 'bin'))
        .find((path) => existsSync(join(path, 'initdb')))
    : undefined;

/** Debian's package, where we may install it and it is to be had; undefined elsewhere: the tests skip and say so. */
function findPrograms(): string | undefined {
  const found = programs();
  if (found !== undefined || !isRoot || !existsSync('/usr/bin/apt-get')) return found;
  spawnSync('apt-get', ['install', '-y', '-qq', 'postgresql'], { stdio: 'ignore', timeout: 180_000 });
  return programs();
}

/** Starts one in a folder of its own, as a person without rights: PostgreSQL refuses to run as root. */
export function startPostgres(): PostgresServer | undefined {
  const bin = findPrograms();
  if (bin === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'kelan-postgres-'));
  chmodSync(folder, 0o755);
  const password = 'a secret of the test';
  const port = 40_000 + (process.pid % 20_000);
  writeFileSync(join(folder, 'password'), password);
  if (isRoot) execFileSync('chown', ['-R', 'postgres', folder]);
  const run = (program: string, ...argv: string[]): void => {
    const [command, args] = isRoot
      ? ['runuser', ['-u', 'postgres', '--', join(bin, program), ...argv]]
      : [join(bin, program), argv];
    execFileSync(command as string, args as string[], { stdio: 'ignore', cwd: folder });
  };
  const data = join(folder, 'data');
  run('initdb', '-D', data, '-A', 'scram-sha-256', '-U', 'kelan', '--pwfile', join(folder, 'password'), '-E', 'UTF8');
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`;
  run('pg_ctl', '-D', data, '-l', join(folder, 'log'), '-o', options, '-w', 'start');
  return {
    address: `postgresql://kelan@127.0.0.1:${port}/postgres`,
    password,
    stop() {
      run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
