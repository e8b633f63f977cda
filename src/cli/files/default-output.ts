import { basename, dirname, extname, join } from 'node:path';

/** `sales.xlsx` → `sales.kelan.xlsx`, beside it; a file of another format gives a new .xlsx. */
export function defaultOutputOf(input: string): string {
  const extension = extname(input);
  const isKept = /^\.xls[xm]$/i.test(extension);
  return join(dirname(input), `${basename(input, extension)}.kelan${isKept ? extension : '.xlsx'}`);
}
