import type { Page } from 'puppeteer-core';

/** What holds the worker of a page. */
export interface HeldWork {
  /** The worker has come to the first step of what it was asked, and stands there. */
  readonly reached: Promise<unknown>;
  goOn(): Promise<void>;
}

/**
 * Lets the worker of a page stop at the next thing that it does, until it may go on: what shows while it works can be looked at for
 * as long as that takes, on a machine of any speed. Asked before the work begins, since a work that is done already never stops.
 *
 * @example const work = await holdWork(page); … press …; await work.reached; … cancel …; await work.goOn();
 */
export async function holdWork(page: Page): Promise<HeldWork> {
  const [worker] = page.workers();
  if (!worker) throw new Error('the page has no worker');
  const { client } = worker;
  await client.send('Debugger.enable');
  const reached = new Promise((resolve) => client.once('Debugger.paused', resolve));
  await client.send('Debugger.pause');
  return {
    reached,
    goOn: async () => {
      await client.send('Debugger.resume');
      await client.send('Debugger.disable');
    },
  };
}
