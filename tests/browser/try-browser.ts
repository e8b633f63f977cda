import { startBrowser } from './browser-run';

/** Starts a browser and ends it: whether this machine can, told by the exit code, and why not on stderr. */
startBrowser()
  .then((browser) => browser.close())
  .catch((error: unknown) => {
    process.stderr.write(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
