import { readdirSync, readFileSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

/** A certificate and its key, as PEM. */
export interface Certificate {
  readonly cert: string | Buffer;
  readonly key: string | Buffer;
}

export interface SiteOptions {
  readonly folder: string;
  readonly port: number;
  /** Which of the machine's addresses listens; `127.0.0.1` is this machine alone. */
  readonly host: string;
  /** Plain http where absent: right for the page without Excel and behind a proxy, not for Office. */
  readonly certificate?: Certificate;
}

export interface Site {
  readonly origin: string;
  close(): void;
}

/** `taskpane.1a2b3c4d.js`: its name changes with its content. */
const HASHED = /\.[0-9a-f]{8}\.(js|css)$/;
const YEAR = 31_536_000;

/**
 * Serves the built add-in and page.
 *
 * Files named by their content are kept by the browser for good; all others are asked for again each time, so that a new
 * build is seen at once. The security policy of a page is sent as a header too. Nothing outside the folder, no listing,
 * no dot files; `/health` says that it runs.
 */
export async function serveSite({ folder, port, host, certificate }: SiteOptions): Promise<Site> {
  const policies = policiesOf(folder);
  const files = sirv(folder, {
    etag: true,
    dotfiles: false,
    setHeaders(response, path) {
      const policy = policies.get(path);
      if (policy !== undefined) response.setHeader('Content-Security-Policy', policy);
      response.setHeader('Cache-Control', HASHED.test(path) ? `public, max-age=${YEAR}, immutable` : 'no-cache');
    },
  });
  const answer: RequestListener = (request, response) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    if (request.url === '/health') {
      response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }).end('ok\n');
      return;
    }
    files(request, response, () => void response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n'));
  };
  const server: Server = certificate ? createHttpsServer({ ...certificate }, answer) : createHttpServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  const name = host === '127.0.0.1' && certificate ? 'localhost' : host;
  return {
    origin: `${certificate ? 'https' : 'http'}://${name.includes(':') ? `[${name}]` : name}:${taken}`,
    close: () => void server.close(),
  };
}

/** The policy that each page of the build carries in its head, by path. */
function policiesOf(folder: string): ReadonlyMap<string, string> {
  const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
  return new Map(
    pages.flatMap((name) => {
      const page = readFileSync(join(folder, name), 'utf8');
      const policy = /http-equiv="?Content-Security-Policy"? content="([^"]+)"/.exec(page)?.[1];
      return policy === undefined ? [] : [[`/${name}`, policy.replaceAll('&#39;', "'")] as const];
    }),
  );
}
