import { analyse } from '../../../../../src/core/analyse';
import type { Dataset } from '../../../../../src/core/model/dataset';
import { closedProspects } from '../../../../../src/core/plan/reasons/closed-prospects';
import { readReps } from '../../../../../src/core/plan/people/reps';
import { readWhereabouts } from '../../../../../src/core/plan/people/whereabouts';
import { DEFAULT_SETTINGS } from '../../../../../src/core/settings';
import { aDataset, day } from '../../../../support/dataset-builder';

const asOf = day('2026-01-31');
const analysed = (dataset: Dataset) =>
  analyse(dataset, { today: asOf, asOf, period: { kind: 'last12m' }, settings: DEFAULT_SETTINGS });

function bookOf(dataset: Dataset): readonly (string | undefined)[] {
  const { clients } = analysed(dataset);
  const book = readReps(dataset, clients.length, readWhereabouts(dataset, clients), DEFAULT_SETTINGS);
  return [...book.ofClient].map((rep) => book.reps[rep]?.name);
}

describe('who makes the contacts', () => {
  it('falls back to the prospect’s own row for rep, region, contact and phone', () => {
    const dataset = aDataset()
      .withClients([{ code: 'A', name: '甲', region: '保定', phone: '111' }, { code: 'B', name: '乙' }])
      .withRows('prospects', [
        { client: 'A', region: '沧州', rep: '李强', contact: '苗经理', phone: '222' },
        { client: 'B', region: '衡水', rep: '王芳', contact: '尹经理', phone: '333', result: '失败' },
        { client: 'B', region: '邢台', rep: '赵启明', contact: '高经理', phone: '444' },
      ])
      .build(); // prettier-ignore
    const where = readWhereabouts(dataset, analysed(dataset).clients);
    expect(where(0)).toMatchObject({ rep: '李强', region: '保定', contact: '苗经理', phone: '111' });
    // The open row counts, not the lost one.
    expect(where(1)).toMatchObject({ rep: '赵启明', region: '邢台', contact: '高经理', phone: '444' });
    expect(bookOf(dataset)).toEqual(['李强', '赵启明']);
  });

  it('shares clients without a rep among those of the region, and leaves others to be assigned', () => {
    const dataset = aDataset()
      .withClients([
        { code: 'A', name: '甲', region: '华东', rep: '王芳' },
        { code: 'B', name: '乙', region: '华东' },
        { code: 'C', name: '丙', region: '华东' },
        { code: 'D', name: '丁', region: '西北' },
      ])
      .withRows('reps', [
        { rep: '王芳', region: '华东' },
        { rep: '李强', region: '华东' },
      ])
      .build();
    // 王芳 has one: 李强 takes the next, then both have one and the first named takes the third.
    expect(bookOf(dataset)).toEqual(['王芳', '李强', '王芳', undefined]);
  });

  it('has one person without a name only where nobody is named', () => {
    expect(
      bookOf(
        aDataset()
          .withClients([{ code: 'A', name: '甲' }])
          .build(),
      ),
    ).toEqual(['']);
  });

  it('calls no prospect whose rows are all won, lost or not applicable', () => {
    const dataset = aDataset()
      .withClients(['A', 'B', 'C', 'D'].map((code) => ({ code, name: code })))
      .withRows('prospects', [
        { client: 'A', result: '成交' },
        { client: 'B', result: '失败' },
        { client: 'C', hasSystem: false, objectiveNeed: 'N' },
        { client: 'D', result: '失败' },
        { client: 'D', stage: '商谈' },
      ])
      .build();
    expect([...closedProspects(analysed(dataset))].sort()).toEqual([0, 1, 2]);
  });
});
