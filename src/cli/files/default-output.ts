import { basename, dirname, extname, join } from 'node:path';

/** `sales.xlsx` → `sales.kelan.xlsx`, beside it. */
export function defaultOutputOf(input: string): string {
  const extension = extname(input);
  return join(dirname(input), `${basename(input, extension)}.kelan${extension === '' ? '.xlsx' : extension}`);
}
