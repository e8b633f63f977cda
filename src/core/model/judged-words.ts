/**
 * Words that people write into judged cells, read as one of few values. What is not known stays unknown: an unreadable
 * word never counts as no.
 */

const YES = new Set(['是', '有', 'y', 'yes', '1', 'true', '√', '✓', '对', '强', '强烈', '高', '可行', '已', '愿意']);
const NO = new Set(['否', '无', '没有', '不', 'n', 'no', '0', 'false', '×', 'x', '弱', '低', '不可行', '未', '不愿意']);

export type Level = 'high' | 'medium' | 'low' | 'none';

const LEVELS: Readonly<Record<string, Level>> = {
  高: 'high',
  强: 'high',
  强烈: 'high',
  大: 'high',
  high: 'high',
  h: 'high',
  中: 'medium',
  一般: 'medium',
  中等: 'medium',
  medium: 'medium',
  middle: 'medium',
  m: 'medium',
  低: 'low',
  弱: 'low',
  小: 'low',
  low: 'low',
  l: 'low',
  无: 'none',
  没有: 'none',
  none: 'none',
  no: 'none',
  否: 'none',
};

const plain = (word: string): string => word.trim().toLowerCase();

/** @example yesOrNo('是') //=> true; yesOrNo('再看') //=> undefined */
export function yesOrNo(word: string): boolean | undefined {
  const key = plain(word);
  return YES.has(key) ? true : NO.has(key) ? false : undefined;
}

/** @example levelOf('强烈') //=> 'high'; levelOf('') //=> undefined */
export function levelOf(word: string): Level | undefined {
  const key = plain(word);
  return Object.hasOwn(LEVELS, key) ? LEVELS[key] : undefined;
}
