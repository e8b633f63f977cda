import { downloadFile } from '../taskpane/download-file';
import { HostError } from '../workbook/host-error';

/** The part of the File System Access API that is used; Chromium has it, others download. */
interface SavePicker {
  showSaveFilePicker?(options: {
    readonly suggestedName: string;
    readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }): Promise<{
    readonly name: string;
    createWritable(): Promise<{
      write(data: Blob): Promise<void>;
      close(): Promise<void>;
      abort(): Promise<void>;
    }>;
  }>;
}

/** `<name>.kelan.xlsx`, so that the file that was opened is not written over by accident. */
export function suggestName(name: string): string {
  const kept = /(?:\.kelan)?\.(xls[xm])$/i;
  // Of a file of another format a new .xlsx was made.
  return kept.test(name) ? name.replace(kept, '.kelan.$1') : `${name.replace(/\.[^.]+$/, '')}.kelan.xlsx`;
}

/**
 * Saves where the person says, or downloads. The file is made after she chose the place, while the browser still takes
 * it for her own doing.
 *
 * @returns The name that it was saved under; nothing where she changed her mind.
 */
export async function saveBlob(suggestedName: string, make: () => Promise<Blob>): Promise<string | undefined> {
  const { showSaveFilePicker } = window as unknown as SavePicker;
  if (!showSaveFilePicker) {
    downloadFile(await make(), suggestedName);
    return suggestedName;
  }
  const extension = suggestedName.slice(suggestedName.lastIndexOf('.'));
  const handle = await showSaveFilePicker
    .call(window, {
      suggestedName,
      types: [{ accept: { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': [extension] } }],
    })
    .catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') return undefined;
      throw new HostError('cannot-write', String(error), { cause: error });
    });
  if (!handle) return undefined;
  const blob = await make();
  try {
    // The browser writes beside the file and puts it in its place when all is there: broken off, the old one stays whole.
    const writable = await handle.createWritable();
    try {
      await writable.write(blob);
      await writable.close();
    } catch (error) {
      // Why it broke off is what the person must hear, not that the stream is closed by then.
      await writable.abort().catch(() => undefined);
      throw error;
    }
  } catch (error) {
    throw new HostError('cannot-write', String(error), { cause: error });
  }
  return handle.name;
}
