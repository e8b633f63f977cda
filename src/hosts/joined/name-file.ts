import { HostError } from '../../workbook/host-error';

/** Does what is done with one of several files; a failure says with which of them. */
export async function nameFile<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    throw new HostError(error.code, error.detail, {
      cause: error,
      file,
      ...(error.sheet !== undefined && { sheet: error.sheet }),
    });
  }
}
