import { readTextTable } from '../../../../../src/hosts/xlsx/convert/text-table';

describe('text tables', () => {
  it('keeps codes with leading zeros and long numbers as texts, column by column', () => {
    expect(readTextTable('code,id,amount\n001,123456789012345678,1.50\n12,1,2\n')).toEqual([
      ['code', 'id', 'amount'],
      ['001', '123456789012345678', 1.5],
      ['12', '1', 2],
    ]);
  });

  it('is not misled by decimal commas, and takes quotes and empty cells', () => {
    expect(readTextTable('a;b;c\n1;"x;y";1,5\n2;;2,5\n')).toEqual([
      ['a', 'b', 'c'],
      [1, 'x;y', '1,5'],
      [2, null, '2,5'],
    ]);
  });

  it('takes the separator that Excel says, and tabs', () => {
    expect(readTextTable('sep=|\r\na|b\r\n1|2')).toEqual([
      ['a', 'b'],
      [1, 2],
    ]);
    expect(readTextTable('a\tb, c\n1\t2')[0]).toEqual(['a', 'b, c']);
  });

  it('refuses a letter', () => {
    expect(() => readTextTable('hello\nthis is a letter\n')).toThrow('a text file that is no table');
  });
});
