import type { Page } from 'puppeteer-core';

/**
 * Stops the worker of a page where it stands, until what is returned is called: what shows while it works can be looked at for as
 * long as that takes, on a machine of any speed.
 *
 * @example const goOn = await holdWork(page); … cancel …; await goOn(); // the worker reads that it is cancelled
 */
export async function holdWork(page: Page): Promise<() => Promise<void>> {
  const [worker] = page.workers();
  if (!worker) throw new Error('the page has no worker');
  const { client } = worker;
  await client.send('Debugger.enable');
  const paused = new Promise((resolve) => client.once('Debugger.paused', resolve));
  await client.send('Debugger.pause');
  await paused;
  return async () => {
    await client.send('Debugger.resume');
    await client.send('Debugger.disable');
  };
}
