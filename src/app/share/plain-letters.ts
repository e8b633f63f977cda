/** A text as names are compared: one letter case, full-width forms as plain ones, without blanks, brackets and other signs. */
export interface PlainLetters {
  readonly letters: string;
  /** Of each letter its place in the text. */
  readonly at: readonly number[];
}

const SIGNS = /[\s()（）[\]【】{}<>《》〈〉「」『』"“”'‘’·.．。,，、;；:：\-–—_/\\|&＆*~`!！?？]/;

/** @example plainLetters('金桥（集团）').letters //=> '金桥集团' */
export function plainLetters(text: string): PlainLetters {
  let letters = '';
  const at: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const char = text[index]!;
    const plain = char < '\u0080' ? char : char.normalize('NFKC');
    for (const one of plain.toLowerCase()) {
      if (SIGNS.test(one)) continue;
      letters += one;
      for (let unit = 0; unit < one.length; unit++) at.push(index);
    }
  }
  return { letters, at };
}
