import { FORMS } from '../../../../src/app/templates/forms';
import type { FormBox, FormDefinition } from '../../../../src/app/templates/forms/define-form';
import { layOutForm } from '../../../../src/app/templates/forms/lay-out-form';
import { makeTemplates } from '../../../../src/app/templates/make-template';
import { analysisToJson } from '../../../../src/app/json/analysis-json';
import { analyse } from '../../../../src/core/analyse';
import { dayOf } from '../../../../src/core/model/day';
import { DEFAULT_SETTINGS } from '../../../../src/core/settings';
import { makeMemoryHost, type MemoryHost } from '../../../../src/hosts/memory/memory-host';
import { LANGS, type Lang } from '../../../../src/i18n/lang';
import { fieldOf } from '../../../../src/ingest/fields';
import { inspectWorkbook } from '../../../../src/ingest/recognise/inspect';
import { readDataset } from '../../../../src/ingest/read/read-dataset';
import { addressOf, parseAddress } from '../../../../src/workbook/address';
import type { CellValue } from '../../../../src/workbook/cell-value';
import type { SheetPlan } from '../../../../src/workbook/plan';
import { mapped } from '../../ingest/ingest-rows';

const SALES = {
  name: '销售明细',
  rows: [
    ['日期', '客户', '金额'],
    [46027, '甲公司', 7000],
    [46058, '乙公司', 2000],
  ],
};
const READ_BACK = FORMS.filter(({ readAs }) => readAs !== undefined);
const IN_BOTH = <T>(all: readonly T[]): [T, Lang][] =>
  all.flatMap((one) => LANGS.map((lang): [T, Lang] => [one, lang]));

describe('forms', () => {
  it('are the 27 of the documents, each with its own id and titles that name a sheet', () => {
    expect(FORMS).toHaveLength(27);
    expect(new Set(FORMS.map(({ id }) => id)).size).toBe(27);
    for (const lang of LANGS) {
      const titles = FORMS.map(({ title }) => title[lang]);
      expect(new Set(titles).size).toBe(27);
      expect(titles.filter((title) => title.length > 31)).toEqual([]);
    }
  });

  it.each(LANGS)('blank in %s they change no figure: nothing of them is read', async (lang) => {
    const host = makeMemoryHost({ sheets: [SALES] });
    const before = await figuresOf(host);
    await makeTemplates(
      host,
      FORMS.map(({ id }) => `form:${id}` as const),
      lang,
    );
    expect(await figuresOf(host)).toEqual(before);
  });

  it.each(IN_BOTH(FORMS).map(([form, lang]) => [form.id, lang, form] as const))(
    '%s in %s fits on its page, and no box is smaller than a line of handwriting',
    (_id, lang, form) => {
      const plan = layOutForm(form, lang, 'F');
      const [printed] = plan.print.areas!;
      const heights = new Map(plan.rowHeights.map(({ row, points }) => [row, points]));
      const tall = Array.from({ length: printed!.rows }, (_, row) => heights.get(row)!).reduce((sum, one) => sum + one);
      const room = (form.orientation === 'portrait' ? 751 : 505) / (form.isHalf ? 2 : 1);
      expect(tall).toBeLessThanOrEqual(room);
      expect(tall).toBeGreaterThan(room * 0.4);
      expect(plan.columnWidths.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(
        form.orientation === 'portrait' ? 93 : 140,
      );
      const lines = plan.rowHeights.filter(({ points }) => points >= 24);
      expect(lines.length).toBeGreaterThanOrEqual(form.lines?.count ?? 5);
    },
  );

  it.each(IN_BOTH(READ_BACK).map(([form, lang]) => [form.id, lang, form] as const))(
    '%s in %s, filled, is read back as its kind, every box by its field, one line for each filled in',
    async (_id, lang, form) => {
      const host = makeMemoryHost({ sheets: [] });
      const { sheet } = (await makeTemplates(host, [`form:${form.id}`], lang))[0]!;
      fillIn(host.rowsOf(sheet), form, lang, 2);
      const inspection = await inspectWorkbook(host, undefined);
      expect(inspection.sheets.find(({ info }) => info.name === sheet)!.kind).toBe(form.readAs);
      const boxes = [
        ...form.head.flatMap((one) => one.boxes),
        ...(form.lines?.columns ?? []),
        ...form.tail.flatMap((one) => one.boxes),
      ];
      const paths = boxes.flatMap(({ path }) => (path ? [path] : []));
      expect(Object.values(mapped(inspection, sheet)).filter(Boolean).sort()).toEqual([...paths].sort());
      const dataset = await readDataset(host, inspection);
      const account = dataset.accounts.find((one) => dataset.sheets[one.sheet] === sheet)!;
      expect([account.read, account.rejected]).toEqual([form.lines ? 2 : 1, 0]);
    },
  );

  it.each(
    IN_BOTH(FORMS.filter(({ readAs }) => readAs === undefined)).map(([form, lang]) => [form.id, lang, form] as const),
  )('%s in %s is not read, also where it is filled in', async (_id, lang, form) => {
    const host = makeMemoryHost({ sheets: [SALES] });
    const before = await figuresOf(host);
    const { sheet } = (await makeTemplates(host, [`form:${form.id}`], lang))[0]!;
    fillIn(host.rowsOf(sheet), form, lang, 2);
    expect(await figuresOf(host)).toEqual(before);
  });
});

describe('a weighing slip and a gate pass, filled in', () => {
  const NOTE = 'FH20260105-001';
  const DELIVERIES = {
    name: '发货',
    rows: [
      ['发货单号', '订单号', '客户名称', '品名', '订货日期', '承诺交期', '发货日期', '订货数量', '发出量'],
      [NOTE, 'DD1', '甲公司', '豆粕', 46027, 46028, 46027, 25, 25],
    ],
  };
  /** Two vehicles take the 25 t of one note: 15 t and 9.9 t, in the works for 1 and for 3 hours. */
  const SLIP = {
    'weighings.clientName': ['甲公司'],
    'weighings.deliveryNo': [NOTE],
    'weighings.slipNo': ['GB1'],
    'weighings.vehicle': ['冀F1', '冀F2'],
    'weighings.product': ['豆粕', '豆粕'],
    'weighings.loaded': [25280, 18900],
    'weighings.empty': [10280, 9000],
    'weighings.net': [15000, 9900],
    'weighings.pieces': [300, 198],
    'weighings.enteredAt': [46027.375, 46027.5],
    'weighings.leftAt': [46027.375 + 1 / 24, 46027.625],
  };
  const PASS = {
    'weighings.clientName': ['甲公司'],
    'weighings.leftAt': [46027],
    'weighings.deliveryNo': [NOTE],
    'weighings.gatePassNo': ['CM1'],
    'weighings.product': ['豆粕'],
    'weighings.gateQuantity': [25],
    'weighings.vehicle': ['冀F1'],
  };

  it.each(LANGS)('are checked against the delivery note (%s)', async (lang) => {
    const host = makeMemoryHost({ sheets: [SALES, DELIVERIES] });
    const made = await makeTemplates(host, ['form:weighing', 'form:gatePass'], lang);
    const formOf = (id: string): FormDefinition => FORMS.find((one) => one.id === id)!;
    fillIn(host.rowsOf(made[0]!.sheet), formOf('weighing'), lang, 2, SLIP);
    fillIn(host.rowsOf(made[1]!.sheet), formOf('gatePass'), lang, 1, PASS);
    const dataset = await readDataset(host, await inspectWorkbook(host, undefined));
    const choice = { today: dayOf(2026, 6, 30), period: { kind: 'all' }, settings: DEFAULT_SETTINGS } as const;
    const { loadChecks } = analyse(dataset, choice);
    if (!loadChecks.known) throw new Error('no loads');
    const [load, ...others] = loadChecks.value.loads;
    expect(others).toEqual([]);
    // 24,900 kg of 25,000 kg due: 0.4 % less, within the 0.5 % that are allowed; 25 t of 25 t let out.
    expect(load).toMatchObject({
      deliveryNo: NOTE,
      slips: 'GB1',
      client: 0,
      product: '豆粕',
      day: dayOf(2026, 1, 5),
      net: { known: true, value: 24_900_000 },
      due: { known: true, value: 25_000_000 },
      weight: 'match',
      letOut: { known: true, value: 25_000 },
      noted: { known: true, value: 25_000 },
      gate: 'match',
    });
    expect(load!.difference.known && load!.difference.value).toBeCloseTo(-0.004, 9);
    expect(load!.hoursInside.known && load!.hoursInside.value).toBeCloseTo(2, 6);
  });

  it('that say less than the note are told apart', async () => {
    const host = makeMemoryHost({ sheets: [SALES, DELIVERIES] });
    const made = await makeTemplates(host, ['form:weighing', 'form:gatePass'], 'zh');
    fillIn(
      host.rowsOf(made[0]!.sheet),
      FORMS.find(({ id }) => id === 'weighing')!,
      'zh',
      1,
      SLIP,
    );
    const less = { ...PASS, 'weighings.gateQuantity': [24.5] };
    fillIn(
      host.rowsOf(made[1]!.sheet),
      FORMS.find(({ id }) => id === 'gatePass')!,
      'zh',
      1,
      less,
    );
    const dataset = await readDataset(host, await inspectWorkbook(host, undefined));
    const choice = { today: dayOf(2026, 6, 30), period: { kind: 'all' }, settings: DEFAULT_SETTINGS } as const;
    const { loadChecks } = analyse(dataset, choice);
    expect(loadChecks.known && loadChecks.value.loads).toMatchObject([
      { net: { value: 15_000_000 }, weight: 'under', letOut: { value: 24_500 }, gate: 'under' },
    ]);
  });
});

async function figuresOf(host: MemoryHost): Promise<unknown> {
  const inspection = await inspectWorkbook(host, undefined);
  const dataset = await readDataset(host, inspection);
  const choice = { today: dayOf(2026, 6, 30), period: { kind: 'all' }, settings: DEFAULT_SETTINGS } as const;
  return analysisToJson(analyse(dataset, choice), []);
}

const SAMPLES: Readonly<Record<string, CellValue>> = {
  text: '文字',
  number: 7,
  money: 1200,
  share: 0.2,
  day: 46030,
  moment: 46030.5,
};

/** By the path of a box, line by line; a box of the head has one. */
type Typing = Readonly<Record<string, readonly CellValue[]>>;

/** Types into every box, into some lines, and lets the formulas that only fetch a cell fetch it, as Excel would. */
function fillIn(rows: CellValue[][], form: FormDefinition, lang: Lang, lines: number, typing?: Typing): void {
  const plan: SheetPlan = layOutForm(form, lang, 'F');
  const computed = new Set((plan.formulas ?? []).map(({ row, column }) => addressOf(row, column)));
  const type = (row: number, column: number, { kind, path, options }: FormBox, line = 0): void => {
    if (computed.has(addressOf(row, column))) return;
    const field = path !== undefined && form.readAs ? fieldOf(form.readAs, path as never) : undefined;
    const isNumber = field ? ['number', 'share'].includes(field.parser) : false;
    const typed = options?.[0]?.[lang] ?? field?.template.options?.[0]?.[lang] ?? (isNumber ? 7 : SAMPLES[kind]!);
    const sample = typed === '文字' ? `${typed}${row}` : typed;
    const own = typing?.[path ?? '']?.[line] ?? null;
    (rows[row] ??= [])[column] ??= typing ? own : sample;
  };
  for (const box of [...form.head, ...form.tail].flatMap(({ boxes }) => boxes)) {
    // Below the title, which may read as the box does.
    const label = plan.blocks.find(
      ({ row, values }) => row > 0 && values.length === 1 && values[0]![0] === box.label[lang],
    )!;
    const merge = plan.merges.find((one) => one.row === label.row && one.column === label.column);
    type(label.row, label.column + (merge?.columns ?? 1), box);
  }
  const first = (plan.print.repeatRows?.from ?? 0) + 1;
  for (let line = 0; line < lines; line++)
    form.lines?.columns.forEach((box, column) => type(first + line, column, box, line));
  for (const { row, column, formula } of plan.formulas ?? []) {
    const fetched = /^IF\((?:OR\((\w+)="",)?[^,]*,"",([A-Z]+\d+)\)$/.exec(formula);
    const value = fetched && cellAt(rows, fetched[2]!);
    const isOff = fetched?.[1] !== undefined && isEmpty(cellAt(rows, fetched[1]));
    // What a line works out for itself is given beside what is typed, worked by hand.
    const worked = row >= first && typing?.[form.lines?.columns[column]?.path ?? '']?.[row - first];
    if (worked) {
      rows[row]![column] = worked;
      continue;
    }
    rows[row]![column] = fetched ? (isOff || isEmpty(value) ? '' : value!) : /^IF\(COUNT\(\{?/.test(formula) ? 100 : '';
  }
}

const isEmpty = (value: CellValue | undefined): boolean => value === undefined || value === null || value === '';

function cellAt(rows: readonly CellValue[][], address: string): CellValue | undefined {
  const { row, column } = parseAddress(address)!;
  return rows[row]?.[column];
}
