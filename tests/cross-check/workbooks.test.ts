import { join } from 'node:path';
import { hasSharedWorkbook, SHARED_DATA } from '../support/shared-workbook';
import { findContradictions } from './contradictions';
import { writeAndRead } from './written-workbook';

const said = async (input: string | undefined): Promise<readonly string[]> => {
  const { sheets, json } = await writeAndRead(input);
  const found = findContradictions(sheets, json).map(({ law, what }) => `${law}: ${what}`);
  return [...new Set(found)];
};

/** One measure has one value wherever the workbook shows it; sentences count what the rows hold. */
describe('a written workbook does not contradict itself', () => {
  it('the sample', async () => {
    expect(await said(undefined)).toEqual([]);
  });

  for (const name of [
    'northwind.xlsx',
    'northwind-three-sheets.xlsx',
    'superstore-us.xlsx',
    'atliq-otif.xlsx',
    'sales-data-sample.xlsx',
  ]) {
    const title = `${name}${hasSharedWorkbook(name) ? '' : ' (skipped: not beside the project)'}`;
    (hasSharedWorkbook(name) ? it : it.skip)(title, async () => {
      expect(await said(join(SHARED_DATA, name))).toEqual([]);
    });
  }
});
