import { performance } from 'node:perf_hooks';

export interface Timed<T> {
  readonly value: T;
  /** By the clock. */
  readonly milliseconds: number;
  /** Of all threads of this process, the collector's and another engine's among them. */
  readonly cpuMilliseconds: number;
}

export async function timed<T>(run: () => T | Promise<T>): Promise<Timed<T>> {
  // Each run starts clean: the litter of the one before is not on its bill.
  collectGarbage();
  const cpu = process.cpuUsage();
  const start = performance.now();
  const value = await run();
  const milliseconds = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { value, milliseconds, cpuMilliseconds: (user + system) / 1000 };
}

/** The runner starts every section with --expose-gc. */
export function collectGarbage(): void {
  const { gc } = globalThis as { gc?: () => void };
  if (!gc) throw new Error('a bench section runs with --expose-gc: start it through main.ts');
  gc();
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const MEGABYTE = 1024 * 1024;

/** The most memory that this process ever held, in MB: what the operating system saw. */
export function peakMegabytes(): number {
  return (process.resourceUsage().maxRSS * 1024) / MEGABYTE;
}

/** What is still held after collecting, in MB. */
export function heldMegabytes(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / MEGABYTE;
}

export function printLine(name: string, ...cells: readonly string[]): void {
  console.log(`  ${name.padEnd(44)}${cells.map((cell) => cell.padStart(12)).join('')}`);
}

export const ms = (value: number): string => `${value.toFixed(0)} ms`;
export const times = (value: number): string => `×${value.toFixed(2)}`;
export const mb = (value: number): string => `${value.toFixed(0)} MB`;
