import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { PageSheet } from '../office-host/browser/stand-in-page';
import { buildStandIn } from './build-site';
import { openPane } from './open-pane';
import { siteOrigin } from './stage';

let standIn: string | undefined;

/** The pane over the stand-in Excel, recognised and ready unless the sheets have nothing to analyse. */
export async function openPaneOn(page: Page, sheets: readonly PageSheet[]): Promise<void> {
  standIn ??= readFileSync(await buildStandIn(), 'utf8');
  await page.setViewport({ width: 320, height: 720 });
  await page.setBypassCSP(true);
  await openPane(page, siteOrigin(), standIn, sheets);
}
