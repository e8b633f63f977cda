import { allotGrades, capacityOf, costOf, SPLIT_GRADES } from '../../../../src/core/plan/time-split';
import { DEFAULT_SETTINGS, settingsWith } from '../../../../src/core/settings';

const capacities = (workDays: number): number[] =>
  SPLIT_GRADES.map((grade) => capacityOf(workDays, grade, DEFAULT_SETTINGS));

describe('capacityOf', () => {
  it.each([
    [16, [6, 9, 19, 32]],
    [18, [7, 10, 21, 36]],
    [20, [8, 12, 24, 40]],
    [21, [8, 12, 25, 42]],
    [23, [9, 13, 27, 46]],
  ])('gives the capacities of definitions §8 for %i working days', (workDays, expected) => {
    expect(capacities(workDays)).toEqual(expected);
  });

  it('is nothing where the split has no days', () => {
    const none = settingsWith({ 'plan.daysA': 0, 'plan.daysB': 0, 'plan.daysC': 0, 'plan.daysNew': 0 });
    expect(capacityOf(20, 'A', none)).toBe(0);
  });
});

describe('costOf', () => {
  it('is the person-days of one contact', () => {
    expect(SPLIT_GRADES.map((grade) => costOf(grade, DEFAULT_SETTINGS))).toEqual([1.25, 1 / 3, 1 / 6, 0.05]);
  });
});

describe('allotGrades', () => {
  const allotted = (workDays: number, A: number, B: number, C: number, fresh: number): number[] =>
    allotGrades(workDays, { A, B, C, new: fresh }, DEFAULT_SETTINGS).map((one) => one.allotted);

  it('stops at the capacity where every grade wants more', () => {
    expect(allotted(16, 50, 50, 50, 50)).toEqual([6, 9, 19, 32]);
  });

  it('lets days that a grade leaves over flow on', () => {
    // 16 days: A leaves 4 of its 6, 5 days; B has 9 and 5 × 3 more.
    expect(allotted(16, 2, 40, 0, 0)).toEqual([2, 24, 0, 0]);
    // B takes 10, one more than its 9: 5 − 1/3 days flow on, 28 more for C.
    expect(allotted(16, 2, 10, 100, 0)).toEqual([2, 10, 19 + 28, 0]);
  });

  it('shares the working days as the split has them: 10, 4, 4 and 2 of 20 by default', () => {
    const days = (settings = DEFAULT_SETTINGS): number[] =>
      allotGrades(16, { A: 0, B: 0, C: 0, new: 0 }, settings).map((one) => one.days);
    expect(days()).toEqual([8, 3.2, 3.2, 1.6]);
    const none = settingsWith({ 'plan.daysA': 0, 'plan.daysB': 0, 'plan.daysC': 0, 'plan.daysNew': 0 });
    expect(days(none)).toEqual([0, 0, 0, 0]);
  });

  it('gives no grade what one before it needs', () => {
    expect(allotted(20, 8, 12, 24, 41)).toEqual([8, 12, 24, 40]);
  });
});
