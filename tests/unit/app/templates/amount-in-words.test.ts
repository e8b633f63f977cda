import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { amountInWords } from '../../../../src/app/templates/forms/amount-in-words';

/** Written by hand by the rules for bills; IronCalc works the formula out. LibreOffice 7.4 gave the same. */
const WORDS: readonly (readonly [number, string, string])[] = [
  [0, '零元整', 'Say zero and 00/100'],
  [0.05, '伍分', 'Say zero and 05/100'],
  [0.5, '伍角整', 'Say zero and 50/100'],
  [10.5, '壹拾元伍角整', 'Say ten and 50/100'],
  [10.05, '壹拾元零伍分', 'Say ten and 05/100'],
  [19, '壹拾玖元整', 'Say nineteen and 00/100'],
  [6007.14, '陆仟零柒元壹角肆分', 'Say six thousand seven and 14/100'],
  [10010, '壹万零壹拾元整', 'Say ten thousand ten and 00/100'],
  [107000.53, '壹拾万柒仟元伍角叁分', 'Say one hundred seven thousand and 53/100'],
  [
    1234567.89,
    '壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分',
    'Say one million two hundred thirty-four thousand five hundred sixty-seven and 89/100',
  ],
  [100000000.01, '壹亿元零壹分', 'Say one hundred million and 01/100'],
  [100010000, '壹亿零壹万元整', 'Say one hundred million ten thousand and 00/100'],
  [100001000, '壹亿零壹仟元整', 'Say one hundred million one thousand and 00/100'],
  [-1234.5, '负壹仟贰佰叁拾肆元伍角整', 'Say minus one thousand two hundred thirty-four and 50/100'],
  [1e12, '—', '—'],
];

function workOut(formula: string, amounts: readonly number[]): readonly string[] {
  const job = {
    cells: [],
    formulas: [{ row: 0, column: 1, formula }],
    pick: { row: 0, column: 0 },
    words: amounts,
    watch: [{ row: 0, column: 1 }],
  };
  const script = join(__dirname, '../../../support/recalculate.mjs');
  const shown = JSON.parse(execFileSync(process.execPath, [script], { input: JSON.stringify(job), encoding: 'utf8' }));
  return (shown as string[][]).map(([one]) => one!);
}

describe('amounts in words', () => {
  const amounts = WORDS.map(([amount]) => amount);

  it('stand in Chinese capitals as on bills', () => {
    expect(workOut(amountInWords('A1', 'zh'), amounts)).toEqual(WORDS.map(([, zh]) => zh));
  });

  it('stand in English with cents as a fraction', () => {
    expect(workOut(amountInWords('A1', 'en'), amounts)).toEqual(WORDS.map(([, , en]) => en));
  });

  it('are short enough for a cell of Excel, and no text in them is longer than it takes', () => {
    for (const lang of ['zh', 'en'] as const) {
      const formula = amountInWords('$AA$100', lang);
      expect(formula.length).toBeLessThan(8192);
      expect(Math.max(...[...formula.matchAll(/"([^"]*)"/g)].map(([, text]) => text!.length))).toBeLessThan(256);
    }
  });
});
