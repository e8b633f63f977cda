import { formatOf, writeLabels, writeNumbers } from '../../../../../../src/hosts/xlsx/write/charts/chart-data';
import { lineOf, sizesOf } from '../../../../../../src/hosts/xlsx/write/charts/chart-text';
import { writeChart } from '../../../../../../src/hosts/xlsx/write/charts/chart-xml';
import { writeDrawing } from '../../../../../../src/hosts/xlsx/write/charts/drawing-xml';
import { CellGrid } from '../../../../../../src/hosts/xlsx/write/sheet/cell-grid';
import { STRICT, TRANSITIONAL } from '../../../../../../src/hosts/xlsx/write/xml/dialect';
import type { ChartPlan } from '../../../../../../src/workbook/plan';
import { aChart, aSheetPlan } from '../plan-builder';

const source = {
  sheetName: "it's",
  grid: new CellGrid(
    aSheetPlan({
      blocks: [
        {
          row: 0,
          column: 0,
          values: [
            ['标题', '金额', 'x'],
            ['甲', null, 2025],
            ['', 2, null],
            [true, 3.5, 2027],
          ],
          styles: [{}, { numberFormat: '0.0' }, { numberFormat: '0' }],
        },
      ],
    }),
  ),
};
const column = (at: number, rows = 3) => ({ row: 1, column: at, rows, columns: 1 });
const points = (xml: string): string[] =>
  [...xml.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)/g)].map(([, at, value]) => `${at}:${value}`);

describe('what a chart keeps of its cells', () => {
  it('are numbers at their places, a gap a gap, in the format of the first', () => {
    const xml = writeNumbers(source, column(1));
    expect(xml).toContain("<c:f>'it''s'!$B$2:$B$4</c:f>");
    expect(xml).toContain('<c:formatCode>0.0</c:formatCode><c:ptCount val="3"/>');
    expect(points(xml)).toEqual(['1:2', '2:3.5']);
    expect([formatOf(source, column(1, 1)), formatOf(source, column(0))]).toEqual(['General', 'General']);
    expect(writeNumbers(source, { row: 1, column: 0, rows: 1, columns: 3 })).toContain('val="3"');
    expect(() => writeNumbers(source, { row: 1, column: 0, rows: 2, columns: 2 })).toThrow('one row or one column');
  });

  it('are labels as text, as numbers where all are, and nothing where there is none', () => {
    const labels = writeLabels(source, column(0));
    expect([labels.includes('<c:strRef>'), points(labels)]).toEqual([true, ['0:甲', '2:true']]);
    const years = writeLabels(source, column(2));
    expect([years.includes('<c:numRef>'), points(years)]).toEqual([true, ['0:2025', '2:2027']]);
    // A text among numbers makes all of them words.
    expect(points(writeLabels(source, { row: 0, column: 2, rows: 4, columns: 1 }))).toEqual([
      '0:x',
      '1:2025',
      '3:2027',
    ]);
    expect(writeLabels(source, { row: 0, column: 2, rows: 4, columns: 1 })).toContain('<c:strRef>');
    const none = writeLabels(source, { row: 9, column: 9, rows: 2, columns: 1 });
    expect([none.includes('<c:strRef>'), none.includes('<c:ptCount val="2"/>'), points(none)]).toEqual([
      true,
      true,
      [],
    ]);
  });
});

const chart = (changes: Partial<ChartPlan>): string =>
  writeChart(
    aChart({ categories: column(0), series: [{ name: '一', values: column(1), color: '#1F6FB2' }], ...changes }),
    source,
    TRANSITIONAL,
  );
const labelColors = (xml: string): string[] =>
  [...xml.matchAll(/<c:dLbl>.*?<\/c:dLbl>|<c:dLbls>/g)].length === 0
    ? []
    : [.../<c:dLbls>.*?<\/c:dLbls>/.exec(xml)![0].matchAll(/<a:defRPr[^>]*><a:solidFill><a:srgbClr val="(\w+)"/g)].map(
        ([, color]) => color!,
      );

describe('words and lines of a chart', () => {
  it('have sizes of their own, or the one that the plan gives', () => {
    expect([sizesOf({}), sizesOf({ textSize: 8 })]).toEqual([
      { title: 1200, text: 900 },
      { title: 800, text: 800 },
    ]);
    expect(lineOf('#000000', 0.75)).toBe(
      '<a:ln w="9525" cap="rnd"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:round/></a:ln>',
    );
    expect(lineOf('#000000', 1, 'dash')).toContain('w="12700"');
    expect(lineOf('#000000', 1, 'dash')).toContain('<a:prstDash val="dash"/>');
  });

  it('on a column are dark or light by what is behind: from a luminance of 0.3 on dark', () => {
    const dataLabels = { numberFormat: '0' };
    const on = (color: string): string[] =>
      labelColors(chart({ kind: 'stackedColumn', dataLabels, series: [{ name: '一', values: column(1), color }] }));
    // Grey of 148 has a luminance of 0.296, of 150 one of 0.305; pure red 0.213, green 0.715, blue 0.072.
    expect(['#949494', '#969696', '#FF0000', '#00FF00', '#0000FF', '#000000', '#FFFFFF'].map(on).flat()).toEqual([
      'FFFFFF',
      '404040',
      'FFFFFF',
      '404040',
      'FFFFFF',
      'FFFFFF',
      '404040',
    ]);
    expect(labelColors(chart({ dataLabels }))).toEqual(['595959']);
    // Red of 221 with green of 87: 0.2126 × 0.723 + 0.7152 × 0.095 + 0.0722 × 0.003 is 0.222, with green of 116: 0.281, of 123: 0.302.
    expect(['#DD740A', '#DD7D0A'].map(on).flat()).toEqual(['FFFFFF', '404040']);
    // A red of 10 is still on the straight part of the curve: 10 / 255 / 12.92 × 0.2126 is 0.000645 of the 0.300028.
    expect(on('#0A99FE')).toEqual(['404040']);
  });

  it('stand where the kind has them: shares around a ring, above a line, none on what is not seen or dashed', () => {
    const dataLabels = { numberFormat: '0%' };
    const series = { name: '一', values: column(1), color: '#1F6FB2' };
    expect(chart({ kind: 'doughnut', dataLabels })).toContain('<c:showPercent val="1"/>');
    expect(chart({ kind: 'doughnut', dataLabels: { numberFormat: '0' } })).toContain('<c:showVal val="1"/>');
    expect(chart({ kind: 'column', dataLabels })).toContain('<c:showPercent val="0"/>');
    expect(chart({ kind: 'line', dataLabels })).toContain('<c:dLblPos val="t"/>');
    expect(chart({ kind: 'doughnut', dataLabels })).not.toContain('dLblPos');
    expect(chart({ kind: 'line', dataLabels, series: [{ ...series, dash: true }] })).not.toContain('dLbls');
    expect(chart({ kind: 'stackedColumn', dataLabels, series: [{ ...series, isUnseen: true }] })).not.toContain(
      'dLbls',
    );
    expect(chart({ kind: 'combo', dataLabels, series: [{ ...series, as: 'line' }] })).not.toContain('dLbls');
  });
});

describe('the plot of a chart', () => {
  const values = (xml: string, name: string): string[] =>
    [...xml.matchAll(new RegExp(`<c:${name} val="([^"]*)"`, 'g'))].map(([, value]) => value!);

  it('has gaps, overlaps and a hole; strict ones with their sign', () => {
    expect(values(chart({}), 'gapWidth')).toEqual(['60']);
    expect(values(chart({ gapWidth: 0 }), 'gapWidth')).toEqual(['0']);
    expect(values(chart({ kind: 'stackedColumn' }), 'overlap')).toEqual(['100']);
    expect(values(chart({ kind: 'bar' }), 'overlap')).toEqual(['0']);
    expect(values(chart({ kind: 'doughnut' }), 'holeSize')).toEqual(['58']);
    const strict = writeChart(
      aChart({
        kind: 'doughnut',
        categories: column(0),
        series: [{ name: '一', values: column(1), color: '#1F6FB2' }],
      }),
      source,
      STRICT,
    );
    expect(values(strict, 'holeSize')).toEqual(['58%']);
    // A ring has a colour for each part, its own where no other is given.
    const ring = chart({
      kind: 'doughnut',
      series: [{ name: '一', values: column(1), color: '#111111', pointColors: ['#222222'] }],
    });
    expect([...ring.matchAll(/<c:dPt>.*?srgbClr val="(\w+)"/g)].map(([, color]) => color)).toEqual([
      '222222',
      '111111',
      '111111',
    ]);
  });

  it('has its axes apart, bounds where they are given, and values across from reversed categories', () => {
    const second = { name: '二', values: column(1), color: '#111111', as: 'line', axis: 'secondary' } as const;
    const combo = chart({
      kind: 'combo',
      series: [{ name: '一', values: column(1), color: '#1F6FB2' }, second],
      secondaryAxis: { min: 0, max: 1 },
    });
    expect(values(combo, 'axId')).toEqual(['111', '112', '113', '114', '111', '112', '114', '113']);
    expect(values(combo, 'crossAx')).toEqual(['112', '111', '113', '114']);
    expect(values(combo, 'delete')).toEqual(['0', '0', '0', '1']);
    expect([values(combo, 'max'), values(combo, 'min')]).toEqual([['1'], ['0']]);
    expect(values(chart({ kind: 'column', series: [second] }), 'axId')).toHaveLength(4);
    expect(values(chart({ kind: 'bar', categoryAxis: { reversed: true } }), 'crosses')).toEqual(['autoZero', 'max']);
    expect(values(chart({ kind: 'bar' }), 'axPos')).toEqual(['l', 'b']);
    expect(values(chart({ kind: 'bar' }), 'crosses')).toEqual(['autoZero', 'autoZero']);
    // Bars with their values beside them need no scale.
    const labelled = { dataLabels: { numberFormat: '0' } };
    expect(values(chart({ kind: 'bar', ...labelled }), 'delete')).toEqual(['0', '1']);
    expect(values(chart({ kind: 'column', ...labelled }), 'delete')).toEqual(['0', '0']);
    expect(chart({ kind: 'bar', ...labelled })).not.toContain('majorGridlines');
    expect(chart({ valueAxis: { majorUnit: 0 } })).toContain('<c:majorUnit val="0"/>');
    expect(values(chart({ categoryAxis: { labelEvery: 2 } }), 'tickLblSkip')).toEqual(['2']);
  });

  it('turns titles of upright axes against the clock by a quarter', () => {
    const rotations = (changes: Partial<ChartPlan>): string[] =>
      [...chart(changes).matchAll(/rot="([^"]*)"/g)].map(([, turn]) => turn!);
    expect(rotations({ valueAxis: { title: 'v' }, categoryAxis: { title: 'c' } })).toEqual(['-5400000']);
    expect(rotations({ kind: 'bar', categoryAxis: { title: 'c' } })).toEqual(['-5400000']);
    expect(rotations({ kind: 'bar', valueAxis: { title: 'v' } })).toEqual([]);
  });

  it('has legend and title where they are asked for', () => {
    expect(
      ['none', 'bottom', 'right'].map((legend) => values(chart({ legend: legend as 'none' }), 'legendPos')),
    ).toEqual([[], ['b'], ['r']]);
    expect([values(chart({}), 'autoTitleDeleted'), values(chart({ title: '' }), 'autoTitleDeleted')]).toEqual([
      ['0'],
      ['1'],
    ]);
  });

  it('stands from the first cell of its place to the cell behind its last', () => {
    const plan = aChart({ anchor: { row: 2, column: 3, rows: 10, columns: 5 } });
    const xml = writeDrawing([{ plan, shapeId: 2, relationshipId: 'rId1' }], ['<hers/>'], TRANSITIONAL);
    expect([...xml.matchAll(/<xdr:(col|row)>(\d+)/g)].map(([, which, at]) => `${which} ${at}`)).toEqual([
      'col 3',
      'row 2',
      'col 8',
      'row 12',
    ]);
    expect(xml).toMatch(/id="2" name="Kelan_pareto"/);
    expect(xml.endsWith('<hers/></xdr:wsDr>')).toBe(true);
  });
});
