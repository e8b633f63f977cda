import { HostError } from '../../workbook/host-error';

/** Loads an optional package, or says which one lacks. */
export async function loadDriver<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new HostError('source-missing', `npm install ${name}`, { cause });
  }
}
