import { existsSync } from 'node:fs';
import puppeteer, { type Browser } from 'puppeteer-core';
import { serveSite, type Site } from '../../src/ship/site-server';

export type { Site };

/** Serves a folder to this machine alone, by the server that the product brings. */
export const serveFolder = (folder: string): Promise<Site> => serveSite({ folder, port: 0, host: '127.0.0.1' });

/** Browsers that people have; `CHROME_PATH` comes first. */
const INSTALLED = [
  process.env['CHROME_PATH'],
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A browser that is installed, or else the Chromium that npm brings. */
export async function startBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu'];
  const installed = INSTALLED.find((path) => path !== undefined && existsSync(path));
  if (installed !== undefined) return puppeteer.launch({ executablePath: installed, args, headless: true });
  // Makes the package unpack the libraries that a bare machine lacks.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  const executablePath = await chromium.executablePath();
  const fonts = existsSync('/etc/fonts') ? { FONTCONFIG_PATH: '/etc/fonts' } : {};
  return puppeteer.launch({ executablePath, args, headless: 'shell', env: { ...process.env, ...fonts } });
}
