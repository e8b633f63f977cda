import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Draws the icons of the manifest from their SVG sources in headless Chromium: `npx tsx assets/draw-icons.ts`.
 * The smallest of each has a source of its own, drawn on its pixels.
 */
const ICONS: Readonly<Record<string, readonly number[]>> = {
  icon: [16, 32, 64, 80, 128, 192],
  outline: [32],
  refresh: [16, 32, 80],
  'call-plan': [16, 32, 80],
  send: [16, 32, 80],
};
const FOLDER = __dirname;

async function drawIcons(): Promise<void> {
  // The bundled browser then unpacks the libraries that a bare machine lacks.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  const { default: puppeteer } = await import('puppeteer-core');
  const browser = await puppeteer.launch({
    executablePath: process.env['CHROME_PATH'] ?? (await chromium.executablePath()),
    args: ['--no-sandbox', '--disable-gpu'],
    headless: 'shell',
  });
  const page = await browser.newPage();
  for (const [name, sizes] of Object.entries(ICONS)) {
    for (const size of sizes) {
      const source = readFileSync(join(FOLDER, size === 16 ? `${name}-16.svg` : `${name}.svg`), 'base64');
      await page.setViewport({ width: size, height: size });
      await page.setContent(
        `<body style="margin:0"><img width="${size}" height="${size}" style="display:block" src="data:image/svg+xml;base64,${source}">`,
      );
      writeFileSync(join(FOLDER, `${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
    }
  }
  await browser.close();
}

void drawIcons();
