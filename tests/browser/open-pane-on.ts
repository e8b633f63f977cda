import type { Page } from 'puppeteer-core';
import type { PageSheet } from '../office-host/browser/stand-in-page';
import { buildStandIn } from './build-site';
import { openPane } from './open-pane';
import { siteOrigin } from './stage';

/** The pane over the stand-in Excel, recognised and ready unless the sheets have nothing to analyse. */
export async function openPaneOn(page: Page, sheets: readonly PageSheet[]): Promise<void> {
  await page.setViewport({ width: 320, height: 720 });
  await page.setBypassCSP(true);
  await openPane(page, siteOrigin(), await buildStandIn(), sheets);
}
