import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { serveSite, type Certificate } from './site-server';

interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly cert?: string;
  readonly key?: string;
  readonly http?: boolean;
}

const portOf = (text: string): number => {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('a port is 0 to 65535');
  return port;
};

const command = new Command('serve')
  .description('Serves what `npm run build` made.')
  .argument('[folder]', 'the built files', join(__dirname, '..', '..', 'dist'))
  .option('--port <port>', 'which port', portOf, 3000)
  .option('--host <address>', 'which address listens; 0.0.0.0 is all of them', '127.0.0.1')
  .option('--cert <file>', 'certificate of this host, PEM; else the one for development that Office trusts here')
  .option('--key <file>', 'its key, PEM')
  .option('--http', 'no certificate: for the page without Excel, or behind a proxy that has one');

async function serve(): Promise<void> {
  command.parse();
  const [folder] = command.processedArgs as [string];
  const { port, host, cert, key, http } = command.opts<ServeOptions>();
  if ((cert === undefined) !== (key === undefined)) command.error('--cert and --key belong together');
  if (!existsSync(join(folder, 'taskpane.html'))) command.error(`${folder} holds no build: npm run build`);
  const certificate = http ? undefined : await certificateOf(cert, key);
  const site = await serveSite({ folder, port, host, ...(certificate && { certificate }) });
  process.stdout.write(`${site.origin}/taskpane.html\n${site.origin}/standalone.html\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      site.close();
      process.exit(0);
    });
}

async function certificateOf(cert: string | undefined, key: string | undefined): Promise<Certificate> {
  if (cert !== undefined && key !== undefined) return { cert: readFileSync(cert), key: readFileSync(key) };
  const { getHttpsServerOptions } = await import('office-addin-dev-certs');
  return getHttpsServerOptions();
}

serve().catch((error: unknown) => command.error(error instanceof Error ? error.message : String(error)));
