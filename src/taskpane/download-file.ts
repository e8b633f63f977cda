/** How long the browser may take to fetch what it was handed. */
const HELD_MS = 60_000;

/** Hands a file to the browser's downloads. */
export function downloadFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), HELD_MS);
}
