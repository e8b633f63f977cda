import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCertificates } from 'office-addin-dev-certs';
import { serveSite, type Site } from '../../src/ship/site-server';

const POLICY = "default-src 'none'; script-src 'self'";

let root: string;
let folder: string;
let site: Site;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'kelan-serve-'));
  folder = join(root, 'dist');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'secret');
  writeFileSync(join(folder, '.env'), 'secret');
  writeFileSync(
    join(folder, 'taskpane.html'),
    `<html><head><meta http-equiv=Content-Security-Policy content="${POLICY}"></head></html>`,
  );
  writeFileSync(join(folder, 'taskpane.0a1b2c3d.js'), 'void 0;');
  writeFileSync(join(folder, 'assets', 'kelan-sample.xlsx'), 'PK');
  site = await serveSite({ folder, port: 0, host: '127.0.0.1' });
});
afterAll(() => {
  site.close();
  rmSync(root, { recursive: true, force: true });
});

const get = (path: string, init?: RequestInit): Promise<Response> => fetch(`${site.origin}${path}`, init);

/** What fetch would tidy up before it asks: the path as it is written. */
const askRaw = (path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const socket = connect(Number(new URL(site.origin).port), '127.0.0.1', () =>
      socket.end(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
    );
    socket.on('data', (chunk) => (said += chunk.toString()));
    socket.on('end', () => resolve(said));
    socket.on('error', reject);
  });

describe('npm run serve', () => {
  it('sends pages with the security policy that they carry, to be asked for again each time', async () => {
    const { status, headers } = await get('/taskpane.html');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html;charset=utf-8');
    expect(headers.get('content-security-policy')).toBe(POLICY);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-cache');
  });

  it('lets browsers keep what is named by its content, and asks whether a page has changed', async () => {
    expect((await get('/taskpane.0a1b2c3d.js')).headers.get('cache-control')).toBe(
      'public, max-age=31536000, immutable',
    );
    const etag = (await get('/taskpane.html')).headers.get('etag')!;
    expect((await get('/taskpane.html', { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it('says that it runs', async () => {
    const health = await get('/health');
    expect([health.status, await health.text()]).toEqual([200, 'ok\n']);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/..%5csecret.txt',
    '/.env',
    '/assets',
    '/none.js',
  ])('gives nothing for %s', async (path) => {
    const said = await askRaw(path);
    expect(said).toMatch(/^HTTP\/1\.1 404 /);
    expect(said).not.toContain('secret');
  });

  it('takes nothing', async () => {
    const { status, headers } = await get('/taskpane.html', { method: 'POST', body: 'x' });
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('speaks https with a certificate of one’s own', async () => {
    const [authority, cert, key] = ['ca.crt', 'own.crt', 'own.key'].map((name) => join(root, name)) as [
      string,
      string,
      string,
    ];
    await generateCertificates(authority, cert, key, 2, ['localhost']);
    const secure = await serveSite({
      folder,
      port: 0,
      host: '127.0.0.1',
      certificate: { cert: readFileSync(cert), key: readFileSync(key) },
    });
    expect(secure.origin).toMatch(/^https:\/\/localhost:\d+$/);
    const status = await new Promise((resolve, reject) => {
      const { port } = new URL(secure.origin);
      httpsRequest(
        { host: '127.0.0.1', port, servername: 'localhost', path: '/health', ca: readFileSync(authority) },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      )
        .on('error', reject)
        .end();
    });
    secure.close();
    expect(status).toBe(200);
  });
});
