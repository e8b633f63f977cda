import { NO_FLAG } from '../../core/model/columns';
import type { Text } from '../../i18n/text';
import type { CellValue } from '../../workbook/cell-value';
import { isEmptyWord } from './empty-words';
import { toSimplified } from './simplified';
import { keyOfText } from './text';

const YES = new Set([
  '是',
  'y',
  'yes',
  'true',
  't',
  '1',
  '√',
  '✓',
  '✔',
  '☑',
  '有',
  '对',
  'ok',
  '已',
  '真',
  '会员',
  'vip',
  '正确',
  '合格',
  '需要',
  '需',
  '上班',
  '班',
  '能',
  'returned',
  '按时',
  '准时',
  '足量',
  '加急',
  '急',
  'on',
]);
const NO = new Set([
  '否',
  'n',
  'no',
  'false',
  'f',
  '0',
  '×',
  'x',
  '✗',
  '✘',
  '☐',
  '没有',
  '没',
  '错',
  '未',
  '假',
  '非会员',
  '不',
  '不是',
  '错误',
  '不合格',
  '不需要',
  '不需',
  '休',
  '放假',
  '休息',
  '不能',
  '晚',
  '迟到',
  '缺',
  '不急',
  '一般',
  '普通',
  'off',
]);

export const FLAG_WORDS: readonly [Text, Text] = [
  { zh: '是', en: 'Yes' },
  { zh: '否', en: 'No' },
];

/**
 * Yes or no as people tick it: 是/否, 有/无, Y/N, √/×, 1/0, TRUE.
 *
 * @returns 1, 0, `NO_FLAG` for an empty cell, `undefined` for any other word.
 */
export function parseFlagText(text: string): number | undefined {
  const key = toSimplified(keyOfText(text));
  // 无 answers a yes-or-no question with no.
  if (key === '无' || NO.has(key)) return 0;
  if (YES.has(key)) return 1;
  return isEmptyWord(text) ? NO_FLAG : undefined;
}

export function parseFlag(value: CellValue): number | undefined {
  if (value === null) return NO_FLAG;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return value === 1 ? 1 : value === 0 ? 0 : undefined;
  return typeof value === 'string' ? parseFlagText(value) : undefined;
}

export function formatFlag(value: number): Text {
  return value === 1 ? FLAG_WORDS[0] : value === 0 ? FLAG_WORDS[1] : { zh: '', en: '' };
}

/** Share of the filled samples that are yes or no; a guess counts from 0.9. */
export function guessFlag(samples: readonly CellValue[]): number {
  const filled = samples.filter((one) => one !== null && one !== '');
  return filled.length === 0 ? 0 : filled.filter((one) => parseFlag(one) !== undefined).length / filled.length;
}
