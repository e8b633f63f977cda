import { MAIN, OFFICE, openParts, partsOf, readAllCells, worksheet } from '../workbook-file';

const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`;
const formula = (address: string, text: string, value = ''): string => `<c r="${address}"><f>${text}</f>${value}</c>`;

describe('formulas of which a file holds no result', () => {
  it('are worked out where they are arithmetic, chained and filled down, and counted where they are more', async () => {
    const host = await openParts(
      partsOf(
        worksheet(
          row(1, '<c r="A1"><v>2</v></c><c r="B1"><v>10</v></c>' + formula('C1', 'A1*B1', '<v></v>')) +
            row(2, '<c r="A2"><v>3</v></c><c r="B2"><v>10</v></c>' + formula('C2', 'A2*B2')) +
            row(3, formula('C3', 'SUM(C1:C2)') + formula('D3', 'VLOOKUP(A1,A:B,2,0)')) +
            // Filled down from C4; C6 leans on itself.
            row(4, '<c r="A4"><v>5</v></c><c r="C4"><f t="shared" ref="C4:C5" si="0">A4*$B$1</f></c>') +
            row(5, '<c r="A5"><v>6</v></c><c r="C5"><f t="shared" si="0"/></c>') +
            row(6, formula('C6', 'C6+1')) +
            // A result that the file holds stays, and so does an empty text.
            row(7, formula('C7', 'A1*B1', '<v>99</v>') + '<c r="D7" t="str"><f>""</f><v></v></c>'),
        ),
      ),
    );
    const { sheets } = await host.describe();
    expect(sheets[0]!.withoutResults).toEqual({ computed: 5, left: 2 });
    const values = await readAllCells(host);
    expect(Object.fromEntries(Object.entries(values).filter(([at]) => /,[23]$/.test(at)))).toEqual({
      '0,2': 20,
      '1,2': 30,
      '2,2': 50,
      '3,2': 50,
      '4,2': 60,
      '6,2': 99,
    });
    expect((await host.readHead(sheets[0]!.id, 10, 10)).cells[2]).toEqual([null, null, 50]);
  });

  it('are known where a program put 0 into every one and left the working out to Excel', async () => {
    const sheet = worksheet(
      row(1, '<c r="A1"><v>2</v></c>' + formula('B1', 'A1*3', '<v>0</v>')) +
        row(2, '<c r="A2"><v>4</v></c>' + formula('B2', 'A2*3', '<v>0</v>')),
    );
    const workbook = (calculation: string): string =>
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets>${calculation}</workbook>`;
    const left = await openParts(partsOf(sheet, { 'xl/workbook.xml': workbook('<calcPr fullCalcOnLoad="1"/>') }));
    expect(await readAllCells(left)).toEqual({ '0,0': 2, '0,1': 6, '1,0': 4, '1,1': 12 });
    const saved = await openParts(partsOf(sheet, { 'xl/workbook.xml': workbook('') }));
    expect(await readAllCells(saved)).toEqual({ '0,0': 2, '0,1': 0, '1,0': 4, '1,1': 0 });
  });

  it('may lie beyond the last cell with a value', async () => {
    const host = await openParts(partsOf(worksheet(row(1, '<c r="A1"><v>2</v></c>') + row(4, formula('C4', 'A1*2')))));
    const { sheets } = await host.describe();
    expect([sheets[0]!.rows, sheets[0]!.columns]).toEqual([4, 3]);
  });
});
