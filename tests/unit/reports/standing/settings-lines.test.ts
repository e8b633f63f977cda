import { DEFAULT_SETTINGS } from '../../../../src/core/settings';
import { FAMILY_WORDS } from '../../../../src/reports/standing/settings-lines';

describe('settings as people read them', () => {
  it('stand in families that have a name', () => {
    const families = new Set(Object.keys(DEFAULT_SETTINGS).map((id) => id.split('.')[0]!));
    expect([...families].filter((family) => FAMILY_WORDS[family] === undefined)).toEqual([]);
  });
});
