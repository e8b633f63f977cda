import type { CDPSession, ElementHandle, Page } from 'puppeteer-core';

/** What a person does in the pane, by what she sees; the same on both faces. */

/**
 * Clicks what has come to rest: what slides open is clicked where it is, not where it was, and the page has scrolled
 * before, since a list that has opened closes when the page scrolls.
 */
export async function clickWhenStill(element: ElementHandle): Promise<void> {
  await element.scrollIntoView();
  // No function inside has a name: what compiles this file may mark those, and the page does not know the mark.
  await element.evaluate(async (moving) => {
    let before = '';
    for (let still = 0; still < 3;) {
      const { x, y, width, height } = moving.getBoundingClientRect();
      const place = [x, y, width, height].join();
      still = place === before ? still + 1 : 0;
      before = place;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  await element.click();
}

const PRIMARY = '.pane-foot button.ms-Button--primary';

/** The pane has recognised, read and tried out, and the button can be pressed. */
export async function waitUntilReady(page: Page): Promise<void> {
  await page.waitForSelector(`${PRIMARY}:not([disabled])`, { timeout: 180_000 });
}

export async function pressRefresh(page: Page): Promise<void> {
  const button = (await page.waitForSelector(PRIMARY))!;
  // The button gives way to the progress; a result of the refresh before may still stand until then. Noted by the page itself: a
  // small workbook may be done before anybody looks again.
  await page.evaluate(`
    window.hasBegun = false;
    new MutationObserver((_, observer) => {
      if (document.querySelector('${PRIMARY}')) return;
      window.hasBegun = true;
      observer.disconnect();
    }).observe(document.body, { subtree: true, childList: true, attributes: true });`);
  await clickWhenStill(button);
  await page.waitForFunction('window.hasBegun');
  await page.waitForFunction(
    (selector) => document.querySelector('.pane h2') !== null && document.querySelector(selector) !== null,
    { timeout: 180_000 },
    PRIMARY,
  );
  await waitUntilReady(page);
}

export async function goToStep(page: Page, step: number): Promise<void> {
  const tabs = await page.$$('.pane [role=tab]');
  await clickWhenStill(tabs[step]!);
}

export async function textOf(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (element) => element.textContent ?? '');
}

/** Opens the page without Excel on the sample. */
export async function openSample(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/standalone.html`);
  await page.waitForSelector('.page-drop');
  const buttons = await page.$$('.page-drop button');
  await clickWhenStill(buttons[1]!);
  await waitUntilReady(page);
}

export const SPEECHES = ['zh-CN', 'en-US'] as const;
export type Speech = (typeof SPEECHES)[number];
export const THEMES = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

export interface Look {
  readonly lang: Speech;
  readonly theme: Theme;
}

/** Sets what the browser says of the person's language and colours, before a page is loaded. */
export async function setLook(page: Page, { lang, theme }: Look): Promise<void> {
  // As text: what compiles this file may put names of its own into a function.
  await page.evaluateOnNewDocument(
    `Object.defineProperty(navigator, 'language', { get: () => ${JSON.stringify(lang)} })`,
  );
  await setTheme(page, theme);
}

/** What is emulated ends with its session. */
const sessions = new WeakMap<Page, CDPSession>();

/** Sets the person's colours, also of a page that is open. */
export async function setTheme(page: Page, theme: Theme): Promise<void> {
  const session = sessions.get(page) ?? (await page.createCDPSession());
  sessions.set(page, session);
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: theme === 'light' ? 'light' : 'dark' },
      { name: 'forced-colors', value: theme === 'contrast' ? 'active' : 'none' },
    ],
  });
}
