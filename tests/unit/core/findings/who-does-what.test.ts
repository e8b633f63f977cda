import { nameClient } from '../../../../src/core/findings/name-client';
import { nextStepFor } from '../../../../src/core/findings/next-step';
import type { CallPlan } from '../../../../src/core/plan/call-plan';
import { aDataset, day } from '../../../support/dataset-builder';
import { anAnalysisByHand } from '../plan/analysis-by-hand';

const BOOK = aDataset().build();
const ASK = { zh: '催款', en: 'collect' };

describe('how a client is called', () => {
  it('is by name, by code without one, by both where the name stands twice', () => {
    const analysis = anAnalysisByHand([
      { name: '甲', code: '1' },
      { name: '乙', code: '2' },
      { name: '乙', code: '3' },
      { name: '', code: '4' },
      { name: '丙', code: '' },
      { name: '丙', code: '丙' },
    ]);
    expect([0, 1, 2, 3, 4, 5].map((client) => nameClient(client, analysis).zh)).toEqual([
      '甲',
      '乙（2）',
      '乙（3）',
      '4',
      '丙',
      '丙',
    ]);
    expect(nameClient(1, analysis).en).toBe('乙 (2)');
  });
});

describe('who does what next', () => {
  const step = (rep: string, callPlan?: unknown, settings = {}) => {
    const analysis = anAnalysisByHand([{ rep }]);
    return nextStepFor(0, ASK, {
      analysis: { ...analysis, settings: { ...analysis.settings, ...settings } },
      dataset: BOOK,
      callPlan: callPlan as CallPlan,
      told: new Set(),
    }).zh;
  };
  const plan = (name: string, slot = 'call') => ({
    contacts: [{ client: 0, day: day('2026-02-10'), status: 'planned', rep: 0, slot }],
    reps: [{ rep: { name } }],
  });

  it('is by the plan, where the client is on it', () => {
    expect([
      step('王芳', plan('李强')),
      step('王芳', plan('李强', 'visit')),
      step('', plan('', 'none')),
      step('王芳', plan('')),
      step('', plan('7')),
    ]).toEqual([
      '李强 02-10（周二）电话：催款',
      '李强 02-10（周二）拜访：催款',
      '02-10（周二）联络：催款',
      '王芳 02-10（周二）电话：催款',
      '业务员7 02-10（周二）电话：催款',
    ]);
  });

  it('is on the next working day where it is not, and that is said of a plan', () => {
    expect([step('王芳'), step('王芳', { contacts: [], reps: [] }), step('12'), step('')]).toEqual([
      '王芳 02-02（周一）联络：催款',
      '王芳 02-02（周一）联络，计划里没有排到：催款',
      '业务员12 02-02（周一）联络：催款',
      '尚未指定业务员：催款',
    ]);
    const closed = aDataset()
      .withRows(
        'holidays',
        Array.from({ length: 40 }, (_, at) => ({ day: day('2026-01-31') + at })),
      )
      .build();
    expect(
      nextStepFor(0, ASK, {
        analysis: anAnalysisByHand([{ rep: '王芳' }]),
        dataset: closed,
        callPlan: undefined,
        told: new Set(),
      }).zh,
    ).toBe('王芳 尽快联络：催款');
    const untilTheLast = aDataset()
      .withRows(
        'holidays',
        Array.from({ length: 31 }, (_, at) => ({ day: day('2026-01-31') + at })),
      )
      .build();
    expect(
      nextStepFor(0, ASK, {
        analysis: anAnalysisByHand([{ rep: '王芳' }]),
        dataset: untilTheLast,
        callPlan: undefined,
        told: new Set(),
      }).zh,
    ).toBe('王芳 03-03（周二）联络：催款');
  });
});
