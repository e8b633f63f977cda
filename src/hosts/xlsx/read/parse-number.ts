import { decodeUtf8 } from './xml-text';

const POWERS_OF_TEN = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const MAX_EXACT_DIGITS = 15;

const ZERO = 0x30;
const NINE = 0x39;
const DOT = 0x2e;
const MINUS = 0x2d;

/**
 * The number in the bytes, exactly as the platform reads it; `NaN` where they hold none.
 *
 * Up to 15 digits and 22 decimals both the digits and the power of ten are exact, and one division rounds right
 * (Clinger 1990); everything else is left to the platform.
 */
export function parseNumber(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  let digits = 0;
  let dot = -1;
  let mantissa = 0;
  const isNegative = bytes[at] === MINUS;
  if (isNegative) at++;
  for (; at < to; at++) {
    const byte = bytes[at]!;
    if (byte >= ZERO && byte <= NINE) {
      mantissa = mantissa * 10 + (byte - ZERO);
      digits++;
    } else if (byte === DOT && dot < 0) {
      dot = at;
    } else {
      return parseSlowly(bytes, from, to);
    }
  }
  if (digits === 0 || digits > MAX_EXACT_DIGITS) return parseSlowly(bytes, from, to);
  const value = dot < 0 ? mantissa : mantissa / POWERS_OF_TEN[to - dot - 1]!;
  return isNegative ? -value : value;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

function parseSlowly(bytes: Uint8Array, from: number, to: number): number {
  const text = decodeUtf8(bytes, from, to).trim();
  return NUMBER.test(text) ? Number(text) : NaN;
}
