import { known } from '../../../../../src/core/model/outcome';
import { isHeldBack } from '../../../../../src/core/plan/reasons/is-held-back';
import { anAnalysisByHand, knownOr, NOT_KNOWN } from '../analysis-by-hand';

const held = (parts: Readonly<Record<string, unknown>>): boolean => isHeldBack(anAnalysisByHand([{}], parts), 0);
const owing = (overdue: number, days: number | undefined) => ({
  receivables: known({ clients: [{ overdue }] }),
  payments: known([{ oldestOverdueDays: knownOr(days) }]),
});

describe('a client who is not asked to buy more', () => {
  it('is over the limit, or waits for an answer to a complaint', () => {
    expect(held({})).toBe(false);
    const credit = (isLimitExceeded: boolean) => held({ credit: known({ clients: [{ isLimitExceeded }] }) });
    expect([credit(true), credit(false)]).toEqual([true, false]);
    const open = (n: number | undefined) => held({ clientFiles: known({ files: [{ openComplaints: knownOr(n) }] }) });
    expect([open(1), open(0), open(undefined)]).toEqual([true, false, false]);
  });

  it('owes money later than the alert begins: more than 30 days', () => {
    expect([held(owing(1, 31)), held(owing(1, 30)), held(owing(0, 31)), held(owing(1, undefined))]).toEqual([
      ...[true, false, false, false],
    ]);
    const { receivables, payments } = owing(1, 31);
    expect([held({ receivables, payments: NOT_KNOWN }), held({ payments })]).toEqual([false, false]);
  });
});
