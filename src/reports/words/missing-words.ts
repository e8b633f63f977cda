import type { Missing } from '../../core/model/outcome';
import { fill, verbatim, type Text } from '../../i18n/text';
import { wordPercent } from '../../i18n/wording';
import { isTableName, TABLE_WORDS, wordColumn } from './domain-words';

/** Why a figure is not known, in words. Stands beside every — of a sheet. */
export function wordMissing(why: Missing): Text {
  switch (why.reason) {
    case 'no-column':
      return fill({ zh: '缺少{column}', en: 'no {column}' }, { column: wordColumn(why.column) });
    case 'no-sheet':
      return fill(
        { zh: '没有「{sheet}」表', en: 'no sheet “{sheet}”' },
        { sheet: isTableName(why.sheet) ? TABLE_WORDS[why.sheet] : verbatim(why.sheet) },
      );
    case 'nothing-due':
      return { zh: '没有可算的', en: 'nothing to count' };
    case 'no-rows':
      return { zh: '本期没有数据', en: 'no data in the period' };
    case 'too-few':
      return fill(
        { zh: '样本太少（{have}，至少要 {need}）', en: 'too few ({have}, at least {need} needed)' },
        { have: why.have, need: why.need },
      );
    case 'no-period-before':
      return { zh: '没有可比的上期', en: 'no previous period to compare with' };
    case 'mixed-units':
      return { zh: '单位不一致，不能相加', en: 'units differ, so they cannot be added' };
    case 'thin-data':
      return fill(
        { zh: '资料不足（覆盖率不到 {need}）', en: 'too little data (coverage below {need})' },
        { need: wordPercent(why.needShare, 0) },
      );
    case 'not-entered':
      return { zh: '未录入', en: 'not entered' };
    case 'lines-in-engine':
      return {
        zh: '明细留在数据库里，这里只有汇总（不带 --push-down 重跑即可看到）',
        en: 'the lines stayed in the database, only sums came (run without --push-down to see it)',
      };
  }
}
