import type { WorkbookView } from '../../../src/app/desk/desk';
import { FIRST_STATE, reducePane, type PaneState } from '../../../src/taskpane/pane-state';

const failure = { what: { zh: '错', en: 'wrong' }, safe: { zh: '', en: '' }, todo: { zh: '', en: '' }, details: 'x' };
const workbook = { canAnalyse: true, sheets: [] } as unknown as WorkbookView;

describe('the state of the pane', () => {
  it('takes progress only while something is under way', () => {
    const progress = { step: 'read', done: 1, total: 2 } as const;
    const busy = reducePane(FIRST_STATE, { type: 'started', job: 'read' });
    expect(reducePane(busy, { type: 'progressed', progress }).progress).toBe(progress);
    const over = reducePane(busy, { type: 'looked', workbook });
    expect(reducePane(over, { type: 'progressed', progress }).progress).toBeUndefined();
  });

  it('remembers what failed until it is tried again or dismissed', () => {
    const failed = reducePane(FIRST_STATE, { type: 'failed', job: 'refresh', failure });
    expect(failed).toMatchObject({ failedJob: 'refresh', failure });
    expect(failed.job).toBeUndefined();
    expect(reducePane(failed, { type: 'started', job: 'refresh' }).failure).toBeUndefined();
    expect(reducePane(failed, { type: 'dismissed' }).failedJob).toBeUndefined();
  });

  it('keeps what was recognised when a refresh is cancelled', () => {
    const looked = reducePane(FIRST_STATE, { type: 'looked', workbook });
    const cancelling = reducePane(reducePane(looked, { type: 'started', job: 'refresh' }), { type: 'cancelling' });
    const over = reducePane(cancelling, { type: 'failed', job: 'refresh', failure });
    expect(over).toMatchObject({ workbook, isCancelling: false } satisfies Partial<PaneState>);
  });

  it('goes to the result after a refresh that found nothing, with what is missing', () => {
    const missing = [{ zh: '金额', en: 'amount' }];
    const over = reducePane(FIRST_STATE, { type: 'refreshed', result: { outcome: 'nothing', missing } });
    expect(over).toMatchObject({ step: 'result', data: { canAnalyse: false, missing } });
  });
});
