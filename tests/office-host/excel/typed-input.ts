import { serialOfDay, type DateBase } from '../../../src/workbook/serial-day';
import type { HeldCell } from './cell-grid';

/** Begins as no number, day, time, flag, error or formula does; a month has three letters. */
const BEGINS_AS_TEXT = /^\s*(?:[^\s\d０-９+\-=@#(（¥$€£￥.a-z]|[a-z](?![a-z]{2}))/i;

/**
 * What Excel makes of a value that is handed to a cell, as if it were typed. It is meant to take more for a formula, a
 * number or a day than a real Excel would, so that whoever writes has to say what is text.
 */
export function cellOfInput(
  input: string | number | boolean,
  numberFormat: string,
  dateBase: DateBase,
): HeldCell | undefined {
  if (typeof input !== 'string') return { value: input };
  if (input === '') return undefined;
  // Assumed: in a text cell everything stays as handed over, a leading apostrophe and = among it.
  if (numberFormat === '@') return { value: input };
  // office-js issue 6687: the leading apostrophe says that the rest is text, and is not part of it.
  if (input.startsWith("'")) return input.length > 1 ? { value: input.slice(1) } : undefined;
  if (BEGINS_AS_TEXT.test(input)) return { value: input };
  const text = input
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 0x30))
    .replace(/[（]/g, '(')
    .replace(/[）]/g, ')')
    .trim();
  if (/^(true|false)$/i.test(text)) return { value: /^t/i.test(text) };
  if (/^#(N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!)$/i.test(text)) return { value: { error: text.toUpperCase() } };
  const number = numberOf(text) ?? dayOf(text, dateBase) ?? timeOf(text);
  if (number !== undefined) return { value: number };
  // The value of a formula is not worked out here: 0 stands for it, and no test can take it for the text.
  return /^[=+\-@]/.test(text) && text.length > 1 ? { value: 0, formula: input } : { value: input };
}

function numberOf(text: string): number | undefined {
  const bare = /^\((.+)\)$/.exec(text)?.[1] ?? text;
  const match = /^[-+]?\s*[¥$€£￥]?\s*[-+]?((?:\d[\d,]*)?\.?\d*(?:e[-+]?\d+)?)\s*(%|元)?$/i.exec(bare);
  if (match && /\d/.test(match[1]!)) {
    const size = Number(match[1]!.replace(/,/g, '')) / (match[2] === '%' ? 100 : 1);
    return Number.isFinite(size) ? (/^[-(]/.test(text) ? -size : size) : undefined;
  }
  const fraction = /^(\d+) (\d+)\/(\d+)$/.exec(text);
  return fraction ? Number(fraction[1]) + Number(fraction[2]) / Number(fraction[3]) : undefined;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function dayOf(text: string, base: DateBase): number | undefined {
  const [date, time] = text.split(/\s+(?=\d{1,2}:)/);
  const full = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(date!);
  const other = /^(\d{1,2})[-/](\d{1,2})(?:[-/](\d{2,4}))?$/.exec(date!);
  const named = /^(\d{1,2})[-\s/]?([a-z]{3})[a-z]*(?:[-\s/](\d{2,4}))?$|^([a-z]{3})[a-z]*[-\s/]?(\d{1,4})$/i.exec(
    date!,
  );
  let serial: number | undefined;
  if (full) serial = serialOf(Number(full[1]), Number(full[2]), Number(full[3]), base);
  else if (other) serial = serialOf(yearOf(other[3]), Number(other[1]), Number(other[2]), base);
  else if (named) {
    const month = MONTHS.indexOf((named[2] ?? named[4] ?? '').toLowerCase()) + 1;
    if (month > 0) serial = serialOf(yearOf(named[3]), month, Number(named[1] ?? 1), base);
  } else if (/^\d{4}年\d{1,2}月$/.test(date!)) serial = serialOf(Number(date!.slice(0, 4)), 1, 1, base);
  if (serial === undefined) return undefined;
  return serial + (time === undefined ? 0 : (timeOf(time) ?? 0));
}

function yearOf(text: string | undefined): number {
  if (text === undefined) return 2026;
  return text.length > 2 ? Number(text) : 2000 + Number(text);
}

function serialOf(year: number, month: number, day: number, base: DateBase): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return serialOfDay(Date.UTC(year, month - 1, day) / 86_400_000, base);
}

function timeOf(text: string): number | undefined {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*[ap]m)?$/i.exec(text);
  return match ? (Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0)) / 86_400 : undefined;
}
