import { ownSlicerId, slicerName } from '../../../src/workbook/slicer-name';

describe('whose a slicer is', () => {
  it.each([
    [slicerName('clientTiers_code'), 'clientTiers_code'],
    ['Kelan_other', 'other'],
    ['Kelan_clientTiers_code_2', 'clientTiers_code'],
    ['Kelan_clientTiers_code_13', 'clientTiers_code'],
  ])('%s is ours, of %s', (name, id) => expect(ownSlicerId(name)).toBe(id));

  it.each([
    'Kelan_clientTiers_code 1',
    'Kelan_clientTiers_code_2 1',
    'Kelan_',
    'Kelan_2',
    'My Kelan_other',
    '客户',
    '',
  ])('"%s" is hers', (name) => expect(ownSlicerId(name)).toBeUndefined());
});
