import { describeFailure } from '../../../src/app/describe-failure';
import { LANGS } from '../../../src/i18n/lang';
import { HostError } from '../../../src/workbook/host-error';

describe('failures in words', () => {
  it('says what happened, what is safe and what to do, in both languages', () => {
    const failure = describeFailure(new HostError('encrypted', 'EncryptedPackage'));
    for (const lang of LANGS) {
      expect(failure.what[lang]).toMatch(lang === 'zh' ? /密码/ : /password/);
      expect(failure.safe[lang]).toMatch(lang === 'zh' ? /没有任何改动/ : /not changed/);
      expect(failure.todo[lang]).toMatch(lang === 'zh' ? /另存/ : /save a copy/);
    }
    expect(failure.details).toBe('encrypted: EncryptedPackage');
  });

  it('names the sheet that is protected', () => {
    expect(describeFailure(new HostError('protected-sheet', 'AccessDenied', { sheet: '客户等级' })).what.zh).toBe(
      '报表工作表“客户等级”受保护，不能更新。',
    );
  });

  it('names the file where several are opened together', () => {
    const { what } = describeFailure(new HostError('damaged', 'no end record', { file: '2025.xlsx' }));
    expect(what.zh).toBe('“2025.xlsx”：这个文件不完整或已损坏。');
    expect(what.en).toBe('“2025.xlsx”: This file is incomplete or damaged.');
  });

  it('takes any other error for a fault of ours, with its stack for whoever mends it', () => {
    const failure = describeFailure(new TypeError('x is not a function'));
    expect(failure.what.en).toContain('the fault is ours');
    expect(failure.details).toContain('x is not a function');
  });
});
