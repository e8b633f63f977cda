import type { JobControl } from '../../workbook/job-control';
import { serveCalls, type Caller, type MessageEnd } from './call-channel';

/** How many parameters stand before the optional `JobControl` of each method. */
export type Arities<T> = { readonly [K in keyof T]: number };

type Method = (...params: unknown[]) => Promise<unknown>;

/** An object whose methods run at the other end, where `serveObject` answers for the real one. */
export function callThrough<T extends object>(caller: Caller, arities: Arities<T>): T {
  const methods = Object.entries(arities as Record<string, number>).map(([name, arity]): [string, Method] => [
    name,
    (...params) => {
      const control = params[arity] as JobControl | undefined;
      return caller.call(name, params.slice(0, arity), control ? { control } : {});
    },
  ]);
  return Object.fromEntries(methods) as T;
}

export function serveObject<T extends object>(
  end: MessageEnd,
  lane: string,
  object: T,
  arities: Arities<T>,
  pause?: () => Promise<void>,
): void {
  const known = arities as Readonly<Record<string, number>>;
  serveCalls(
    end,
    lane,
    async (method, params, control) => {
      const arity = known[method];
      if (arity === undefined) throw new Error(`No method "${method}"`);
      const all = [...Array.from({ length: arity }, (_, index) => params[index]), control];
      return (object as Record<string, Method>)[method]!(...all);
    },
    pause,
  );
}
