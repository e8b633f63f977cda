import { secondLevelClients } from '../../../../src/core/files/second-level';
import { aDataset } from '../../../support/dataset-builder';

describe('second-level clients', () => {
  it('are those that name a client as their parent, by code or by name; nobody is below itself', () => {
    const below = secondLevelClients(
      aDataset()
        .withClients([
          { code: 'C1', name: '东方饲料' },
          { code: 'C2', name: '甲', parent: 'C1' },
          { code: 'C3', name: '乙', parent: '东方饲料' },
          { code: 'C4', name: '丙', parent: 'C4' },
          { code: 'C5', name: '丁', parent: '没有的' },
        ])
        .build(),
    );
    expect([0, 1, 2, 3, 4].map(below)).toEqual([['甲', '乙'], [], [], [], []]);
  });
});
