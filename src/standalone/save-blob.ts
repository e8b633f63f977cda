import { HostError } from '../workbook/host-error';

/** The part of the File System Access API that is used; Chromium has it, others download. */
interface SavePicker {
  showSaveFilePicker?(options: {
    readonly suggestedName: string;
    readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }): Promise<{
    readonly name: string;
    createWritable(): Promise<{ write(data: Blob): Promise<void>; close(): Promise<void> }>;
  }>;
}

/** `<name>.kelan.xlsx`, so that the file that was opened is not written over by accident. */
export function suggestName(name: string): string {
  return name.replace(/(?:\.kelan)?\.(xls[xm])$/i, '.kelan.$1');
}

/**
 * Saves where the person says, or downloads. The file is made after she chose the place, while the browser still takes
 * it for her own doing.
 *
 * @returns The name that it was saved under; nothing where she changed her mind.
 */
export async function saveBlob(name: string, make: () => Promise<Blob>): Promise<string | undefined> {
  const suggestedName = suggestName(name);
  const { showSaveFilePicker } = window as unknown as SavePicker;
  if (!showSaveFilePicker) {
    download(await make(), suggestedName);
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
  const writable = await handle.createWritable();
  await writable.write(await make());
  await writable.close();
  return handle.name;
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
