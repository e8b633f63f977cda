import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const INSTALL = '/usr/bin/mariadb-install-db';
const SERVER = '/usr/sbin/mariadbd';
const CLIENT = '/usr/bin/mariadb';
const isRoot = process.getuid?.() === 0;

/** A MariaDB of a test's own, on loopback only; its user `kelan` may read and write the database `erp`. */
export interface MariadbServer {
  readonly address: string;
  readonly password: string;
  stop(): void;
}

/** Starts one where it is installed; undefined elsewhere: the tests skip and say so. */
export function startMariadb(): MariadbServer | undefined {
  if (![INSTALL, SERVER, CLIENT].every((path) => existsSync(path))) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'kelan-mariadb-'));
  chmodSync(folder, 0o755);
  if (isRoot) execFileSync('chown', ['-R', 'mysql', folder]);
  const password = 'a secret of the test';
  const port = 20_000 + (process.pid % 20_000);
  const socket = join(folder, 'socket');
  const data = `--datadir=${join(folder, 'data')}`;
  const user = isRoot ? ['--user=mysql'] : [];
  execFileSync(INSTALL, ['--no-defaults', data, ...user, '--auth-root-authentication-method=normal'], {
    stdio: 'ignore',
  });
  const script = join(folder, 'start.sql');
  writeFileSync(
    script,
    `CREATE DATABASE erp; CREATE USER kelan@localhost IDENTIFIED BY '${password}'; GRANT ALL ON erp.* TO kelan@localhost;`,
  );
  const net = ['--bind-address=127.0.0.1', `--port=${port}`, `--socket=${socket}`];
  const server = spawn(SERVER, ['--no-defaults', data, ...user, ...net, '--character-set-server=utf8mb4'], {
    stdio: 'ignore',
  });
  const isUp = (): boolean => {
    try {
      execFileSync(CLIENT, ['--no-defaults', `--socket=${socket}`, '-u', 'root', '-e', `source ${script}`], {
        stdio: 'ignore',
      });
      return true;
    } catch {
      return false;
    }
  };
  for (let attempt = 0; !isUp(); attempt++) {
    if (attempt === 60) {
      server.kill('SIGKILL');
      return undefined;
    }
    execFileSync('sleep', ['0.5']);
  }
  return {
    address: `mariadb://kelan@127.0.0.1:${port}/erp`,
    password,
    stop() {
      server.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
