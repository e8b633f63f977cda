import { open } from 'node:fs/promises';

/** Makes the names in a folder last, as far as the system can: without it a name may be lost with the power. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  // Windows does not open folders and needs none of this; some network drives refuse it.
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
