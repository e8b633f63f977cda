import { type CellValue, isCellError } from '../../workbook/cell-value';

/**
 * A text as it is shown: what the person wrote, without blanks around it, runs of blanks (also fullwidth ones and line
 * breaks) made one. Brackets, case and width stay hers.
 *
 * @example cleanText(' 绿源（饲料）  公司 ') //=> '绿源（饲料） 公司'
 */
export function cleanText(text: string): string {
  if (isSolid(text) || !/[\s\u00a0\u200b\u3000\ufeff]/.test(text)) return text;
  return text
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim();
}

/** Whether it is all letters, digits and signs of ASCII: a million numbers of documents need nothing more. */
function isSolid(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code <= 0x20 || code >= 0x7f) return false;
  }
  return true;
}

/**
 * A text as keys are compared: fullwidth and halfwidth, （） and (), upper and lower case, and blanks make no
 * difference. Never shown.
 *
 * @example keyOfText('绿源（饲料） 公司') === keyOfText('绿源(饲料)公司') //=> true
 */
export function keyOfText(text: string): string {
  // Most names and codes are their own keys: normalising is what a long list would spend its time on.
  if (/^[0-9a-z\u4e00-\u9fff-]*$/.test(text)) return text;
  if (/^[0-9A-Za-z\u4e00-\u9fff-]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/[[【〔]/g, '(')
    .replace(/[\]】〕]/g, ')')
    .replace(/[.,。,、;:]+$/g, '');
}

/** A number standing in a column of text: a code. @example textOfNumber(789201) //=> '789201' */
export function textOfNumber(value: number): string {
  return String(value);
}

/** Any cell as text; '' for an empty one. */
export function parseText(value: CellValue): string | undefined {
  if (value === null) return '';
  if (isCellError(value)) return undefined;
  if (typeof value === 'number') return textOfNumber(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return cleanText(value);
}

export function formatText(value: string): string {
  return value;
}

/** Every column can be read as text; the guess is worth little. */
export function guessText(samples: readonly CellValue[]): number {
  const filled = samples.filter((one) => one !== null && one !== '');
  return filled.length === 0 ? 0 : filled.filter((one) => parseText(one) !== undefined).length / filled.length;
}
