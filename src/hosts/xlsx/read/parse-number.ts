import { decodeUtf8 } from './xml-text';

const POWERS_OF_TEN = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const MAX_DECIMALS = 22;
const MAX_EXACT_DIGITS = 15;
/** What spreadsheets write of a calculated number. */
const MAX_LONG_DIGITS = 17;
const LOW_DIGITS = 9;

const ZERO = 0x30;
const NINE = 0x39;
const DOT = 0x2e;
const MINUS = 0x2d;

/**
 * The number in the bytes, exactly as the platform reads it; `NaN` where they hold none.
 *
 * Up to 15 digits and 22 decimals both the digits and the power of ten are exact, and one division rounds right
 * (Clinger 1990). Up to 17 digits the digits are held in two parts. Everything else is left to the platform.
 */
export function parseNumber(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  let significant = 0;
  let decimals = -1;
  let mantissa = 0;
  const isNegative = bytes[at] === MINUS;
  if (isNegative) at++;
  const digitsFrom = at;
  for (; at < to; at++) {
    const byte = bytes[at]!;
    if (byte >= ZERO && byte <= NINE) {
      mantissa = mantissa * 10 + (byte - ZERO);
      if (mantissa > 0) significant++;
    } else if (byte === DOT && decimals < 0) {
      decimals = to - at - 1;
    } else {
      return parseSlowly(bytes, from, to);
    }
  }
  if (to - digitsFrom <= (decimals < 0 ? 0 : 1)) return parseSlowly(bytes, from, to);
  if (decimals > MAX_DECIMALS || significant > MAX_LONG_DIGITS) return parseSlowly(bytes, from, to);
  const scale = decimals > 0 ? POWERS_OF_TEN[decimals]! : 1;
  let value: number;
  if (significant <= MAX_EXACT_DIGITS) {
    value = mantissa / scale;
  } else {
    value = parseLong(bytes, digitsFrom, to, scale, significant - LOW_DIGITS);
    if (Number.isNaN(value)) return parseSlowly(bytes, from, to);
  }
  return isNegative ? -value : value;
}

/**
 * A number of 16 or 17 digits, `NaN` where rounding is too close to call.
 *
 * The digits are `high × 10^9 + low`, both products exact, and so is the rest of the division by the scale (Dekker 1971):
 * quotient and rest over scale give the number to some hundred bits, enough to round right but near a tie.
 */
function parseLong(bytes: Uint8Array, from: number, to: number, scale: number, highDigits: number): number {
  let high = 0;
  let low = 0;
  let seen = 0;
  for (let at = from; at < to; at++) {
    const digit = bytes[at]! - ZERO;
    if (digit < 0) continue;
    if (seen > 0 || digit > 0) seen++;
    if (seen <= highDigits) high = high * 10 + digit;
    else low = low * 10 + digit;
  }
  const shifted = high * 1e9;
  const sum = shifted + low;
  const lost = low - (sum - shifted);
  const quotient = sum / scale;
  const product = quotient * scale;
  const rest = sum - product - productError(quotient, scale, product) + lost;
  const correction = rest / scale;
  const least = quotient + correction * (1 - TIE_MARGIN);
  return least === quotient + correction * (1 + TIE_MARGIN) ? least : NaN;
}

/** Far more than the correction's own rounding error, far less than what would often send a number the slow way. */
const TIE_MARGIN = 2 ** -40;
const SPLITTER = 2 ** 27 + 1;

/** What is missing from `product` to be exactly `a × b`. */
function productError(a: number, b: number, product: number): number {
  const splitA = a * SPLITTER;
  const highA = splitA - (splitA - a);
  const lowA = a - highA;
  const splitB = b * SPLITTER;
  const highB = splitB - (splitB - b);
  const lowB = b - highB;
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

function parseSlowly(bytes: Uint8Array, from: number, to: number): number {
  const text = decodeUtf8(bytes, from, to).trim();
  return NUMBER.test(text) ? Number(text) : NaN;
}
