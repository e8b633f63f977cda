/** The requirement set that every call of this folder stays within, unless it asks `hasApi` first; the manifest's minimum. */
export const MINIMUM_API = '1.9';

/** Whether this Excel has a set newer than the minimum. @example hasApi('1.13') // Table.resize */
export function hasApi(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}
