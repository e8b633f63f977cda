import { STEP_LABELS } from '../../../../src/core/service/complaint-steps';
import { anAnalysis } from '../../../support/analysis-builder';
import { aDataset, type RowOf } from '../../../support/dataset-builder';

/**
 * 003-30, the exercise at the end of 跟单员 客户管理: 浙江金苑 signed a contract with ROSE Co., Ltd. on 2006-09-18; part of what 蓝天服装厂
 * made has the wrong colour and does not keep to the sizes, and ROSE complains: what does the merchandiser do? The document gives the
 * parties, the day of the contract and the two faults; quantities stand in another chapter. The other days here are ours.
 */
const ROSE = 'ROSE Co., Ltd.';

const complaint: RowOf<'complaints'> = {
  complaintNo: 'ROSE-1',
  client: ROSE,
  received: '2006-11-20 09:00',
  orderNo: '06JY-918',
  stage: '产品质量',
  severity: '严重',
  problem: '部分产品颜色不正，尺寸规格不符合合同',
};

function follow(more: RowOf<'complaints'>, others: readonly RowOf<'complaints'>[] = []) {
  const dataset = aDataset()
    .withClients([{ name: ROSE, country: '英国' }])
    .withTransactions([{ client: ROSE, day: '2006-11-10', amount: 1, orderNo: '06JY-918' }])
    .withRows('contracts', [{ client: ROSE, contractNo: '06JY-918', signedDay: '2006-09-18', dueDay: '2006-11-15' }])
    .withRows('complaints', [{ ...complaint, ...more }, ...others])
    .build();
  const { analysis } = anAnalysis(dataset, { asOf: '2006-12-31', period: { kind: 'year', year: 2006 } });
  if (!analysis.complaints.known || !analysis.contracts.known) throw new Error('there is a complaint');
  return { complaints: analysis.complaints.value, contract: analysis.contracts.value.contracts[0]!, analysis };
}

describe('the ROSE complaint', () => {
  it('is recorded as a serious one of product quality: the head of sales, and what its sheet lacks', () => {
    const { complaints, contract } = follow({});
    expect(complaints.open).toHaveLength(1);
    const [open] = complaints.open;
    expect(open!.step).toBe(STEP_LABELS.received);
    expect(open!.escalation.zh).toBe('销售部（营销部）经理');
    expect(open!.lacking.map(({ zh }) => zh)).toEqual(['损失额', '要求', '责任部门']);
    expect(contract).toMatchObject({ contractNo: '06JY-918', signedDay: { known: true } });
  });

  it('goes to the department and the person responsible, and to the top once it asks for money', () => {
    const { complaints } = follow({
      firstReply: '2006-11-20 10:00',
      department: '蓝天服装厂',
      person: '车间主任',
      demand: '赔偿并更换',
      loss: 12_000,
      sentToDepartment: '2006-11-20 14:00',
      signedByDepartment: '2006-11-21 10:00',
    });
    const [open] = complaints.open;
    expect([open!.step, open!.escalation.zh, open!.lacking]).toEqual([STEP_LABELS.signed, '总经理', []]);
  });

  it('is not done when it is closed: the client must be told, then it is kept on file', () => {
    const closed = {
      demand: '更换',
      loss: 1,
      department: '蓝天服装厂',
      closed: '2006-12-01 10:00',
      solution: '重做更换',
    };
    const stepsOf = (more: RowOf<'complaints'>): string[] =>
      follow({ ...closed, ...more })
        .complaints.steps.filter(({ count }) => count > 0)
        .map(({ label }) => label.zh);
    expect(stepsOf({})).toEqual([STEP_LABELS.closed.zh]);
    const told = { client: '别家', received: '2006-11-01', closed: '2006-11-02', notifiedDay: '2006-11-03' };
    expect(follow(closed, [told]).complaints.untold.map(({ complaintNo }) => complaintNo)).toEqual(['ROSE-1']);
    expect(stepsOf({ notifiedDay: '2006-12-02' })).toEqual([STEP_LABELS.notified.zh]);
    expect(stepsOf({ notifiedDay: '2006-12-02', followUp: '客户接受' })).toEqual([STEP_LABELS.followedUp.zh]);
  });
});
