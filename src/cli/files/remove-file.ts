import { rm } from 'node:fs/promises';

/** Takes a file away; one that is not there any more is no fault. */
export const removeFile = (path: string): Promise<void> => rm(path, { force: true });
