import type { Page } from 'puppeteer-core';
import { setTheme, THEMES, type Theme } from './drive';
import { findViolations } from './stage';

/** Accessibility violations by screen and theme; only where there are any. */
export type Troubles = Record<string, string[]>;

/** Looks at the screen that is open in one theme; colours that fade have arrived before. */
export async function findTroublesIn(page: Page, theme: Theme, screen: string): Promise<Troubles> {
  await setTheme(page, theme);
  await page.evaluate(async () => {
    const nextFrame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    await nextFrame();
    await nextFrame();
    document.getAnimations().forEach((animation) => {
      if (animation instanceof CSSTransition) animation.finish();
    });
  });
  const violations = await findViolations(page);
  return violations.length > 0 ? { [`${screen}, ${theme}`]: violations } : {};
}

/** Looks at the screen that is open in every theme: the page follows while it is open, as the person's system does. */
export async function findTroubles(page: Page, screen: string): Promise<Troubles> {
  const found: Troubles = {};
  for (const theme of THEMES) Object.assign(found, await findTroublesIn(page, theme, screen));
  return found;
}
