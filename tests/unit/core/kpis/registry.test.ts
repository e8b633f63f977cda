import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { KPIS } from '../../../../src/core/kpis';
import { TABLES, type TableName } from '../../../../src/core/model/tables';

const FOLDER = join(__dirname, '../../../../src/core/kpis');
const numbered = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${letter}${String(at + 1).padStart(2, '0')}`);

describe('the list of indicators', () => {
  it('has all 41 of the source documents, and those of orders', () => {
    expect(KPIS.map(({ id }) => id)).toEqual([
      ...numbered('K', 20),
      ...numbered('E', 10),
      ...numbered('I', 11),
      'order.onTime',
      'order.inFull',
      'order.otif',
      'order.perfect',
      'order.perfectApqc',
      'line.onTime',
      'line.late',
      'line.early',
      'line.fill',
      'volume.fill',
      'returns.orders',
      'returns.amount',
    ]);
  });

  it('knows which are shown by client, region and rep: those of deliveries, returns and complaints', () => {
    expect(KPIS.filter(({ byGroup }) => byGroup).map(({ id }) => id)).toEqual([
      ...['K01', 'K02', 'K07', 'K19', 'E04', 'E05', 'E06', 'I03'],
      ...['order.onTime', 'order.inFull', 'order.otif', 'line.onTime', 'line.fill', 'returns.orders', 'returns.amount'],
    ]);
  });

  it('knows which count all there is of a month or a year, and are never a sample', () => {
    expect(KPIS.filter(({ isCensus }) => isCensus).map(({ id }) => id)).toEqual([
      ...['K03', 'K04', 'K05', 'K06', 'K08', 'K09', 'K10', 'K11', 'K12', 'K13', 'K14', 'K15', 'K16', 'K17', 'K20'],
      ...['E07', 'I01', 'I02'],
    ]);
  });

  it('has both languages on every text, and no name twice', () => {
    for (const { label, switchOn } of KPIS) {
      for (const text of [label, switchOn]) {
        expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
        expect(text.en).toMatch(/[A-Za-z]/);
        expect(text.en).not.toMatch(/[\u4e00-\u9fff]/);
      }
    }
    expect(new Set(KPIS.map(({ label }) => label.zh)).size).toBe(KPIS.length);
    expect(new Set(KPIS.map(({ label }) => label.en)).size).toBe(KPIS.length);
  });

  it('needs real columns', () => {
    for (const { needs } of KPIS) {
      for (const path of needs.flat()) {
        const [table, column] = path.split('.') as [TableName, string];
        expect(Object.keys(TABLES[table])).toContain(column);
      }
    }
  });

  it('reads every file of indicators', () => {
    const index = readFileSync(join(FOLDER, 'index.ts'), 'utf8');
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.kpis.ts'));
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) expect(index).toContain(`'./${file.replace(/\.ts$/, '')}'`);
  });
});
