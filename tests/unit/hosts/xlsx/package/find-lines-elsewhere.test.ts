import { findLinesElsewhere } from '../../../../../src/hosts/xlsx/package/find-lines-elsewhere';

describe('lines that lie on no sheet', () => {
  it('are known by the parts that keep them', () => {
    expect(findLinesElsewhere(['xl/workbook.xml', 'xl/model/item.data', 'xl/connections.xml'])).toEqual([
      'data-model',
      'query',
    ]);
    expect(findLinesElsewhere(['xl/queryTables/queryTable1.xml'])).toEqual(['query']);
    expect(findLinesElsewhere(['xl/pivotCache/pivotCacheRecords1.xml'])).toEqual(['pivot-table']);
  });

  it('are nowhere in a workbook of sheets alone, nor in a pivot table that keeps none', () => {
    expect(findLinesElsewhere(['xl/worksheets/sheet1.xml', 'xl/pivotCache/pivotCacheDefinition1.xml'])).toEqual([]);
  });
});
