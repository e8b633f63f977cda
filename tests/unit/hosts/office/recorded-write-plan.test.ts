import { DEFAULT_OPTIONS } from '../../../../src/hosts/office/options';
import { digestOf } from '../../../../src/hosts/office/read/digest';
import { WriteMemory } from '../../../../src/hosts/office/write/write-memory';
import { writePlan } from '../../../../src/hosts/office/write/write-plan';
import type { JobControl } from '../../../../src/workbook/job-control';
import type { SheetPlan, WritePlan } from '../../../../src/workbook/plan';
import { bareSheet } from '../../../support/bare-sheet';
import { recordedExcel } from '../../../support/recorded-excel';

const world = globalThis as Record<string, unknown>;
/** Excel as far as a write of new sheets needs it. */
const EMPTY_BOOK = {
  'workbook.readOnly': false,
  'workbook.protection.protected': false,
  'workbook.worksheets.items': [],
  'workbook.tables.items': [],
};
const noMark = (id: string) => ({ [`workbook.names.getItemOrNullObject("Kelan_${id}").isNullObject`]: true });
const refusalOf = (code: string) => Object.assign(new Error(code), { code });

interface Behaviour {
  readonly answers?: Readonly<Record<string, unknown>>;
  /** ExcelApi sets that it has beside the least. */
  readonly has?: readonly string[];
  /** What it says to a message, by what is in it and how it was sent; nothing: it takes it. */
  readonly refuse?: (message: readonly string[], isOneStep: boolean) => Error | undefined;
}

/** Stands Excel up; a message that was taken is what was said in it. */
function openExcel({ answers = {}, has = [], refuse = () => undefined }: Behaviour = {}) {
  const { object, said } = recordedExcel<Excel.RequestContext>({ ...EMPTY_BOOK, ...answers });
  const messages: { readonly said: readonly string[]; readonly isOneStep: boolean }[] = [];
  const loads: string[] = [];
  let asked = 0;
  const run = (first: unknown, second?: unknown): Promise<unknown> => {
    const isOneStep = second !== undefined && (first as { mergeUndoGroup?: boolean }).mergeUndoGroup === true;
    const batch = (second ?? first) as (context: unknown) => Promise<unknown>;
    said.length = 0;
    const sync = async (): Promise<void> => {
      if (asked++ > 100) throw new Error('Excel is asked without end');
      const whole = said.splice(0);
      loads.push(...whole.filter((line) => line.includes('.load(')));
      const message = whole.filter((line) => !/\.load\(|^application\./.test(line));
      const refusal = refuse(message, isOneStep);
      if (refusal) throw refusal;
      messages.push({ said: message, isOneStep });
    };
    return batch({ workbook: object.workbook, application: object.application, sync: () => Promise.resolve(sync()) });
  };
  world['Excel'] = { run };
  world['Office'] = {
    context: { requirements: { isSetSupported: (_: string, version: string) => has.includes(version) } },
  };
  return Object.assign(messages, { loads });
}
afterEach(() => {
  delete world['Excel'];
  delete world['Office'];
});

const options = { ...DEFAULT_OPTIONS, makeRunToken: () => 'run1' };
function planOf(id: string, rows = 1): SheetPlan {
  const { owner: _, ...sheet } = bareSheet(
    id,
    `表${id}`,
    Array.from({ length: rows }, (_, at) => [`${id}${at}`]),
  );
  return { ...sheet, fingerprint: `f-${id}` };
}
const write = (plan: WritePlan, control: JobControl = {}, memory = new WriteMemory(), budget = 750_000) =>
  writePlan({ ...options, writeBytes: budget }, plan, memory, control);
const holds = (words: string) => (message: readonly string[]) => message.some((line) => line.includes(words));
const declares = (id: string) => holds(`comment = "f-${id}"`);

describe('a plan written to Excel', () => {
  const answers = { ...noMark('a'), ...noMark('b') };

  it('goes in one message, and each sheet is told of once it is there', async () => {
    const messages = openExcel({ answers });
    const told: unknown[] = [];
    const control: JobControl = { report: (progress) => void told.push({ ...progress, messages: messages.length }) };
    const outcome = await write({ sheets: [planOf('a'), planOf('b')] }, control);
    expect(outcome).toEqual({ written: ['a', 'b'], sheetNames: { a: '表a', b: '表b' } });
    const writing = messages.filter(({ said }) => said.length > 0);
    expect(writing).toHaveLength(1);
    expect([declares('a')(writing[0]!.said), declares('b')(writing[0]!.said)]).toEqual([true, true]);
    expect(told).toEqual([
      { step: 'write', sheet: '表a', done: 1, total: 2, messages: 2 },
      { step: 'write', sheet: '表b', done: 2, total: 2, messages: 2 },
    ]);
  });

  it('of no sheets asks Excel nothing', async () => {
    const messages = openExcel();
    expect(await write({ sheets: [] })).toEqual({ written: [], sheetNames: {} });
    expect(messages).toHaveLength(0);
  });

  it('is checked before Excel is asked anything', async () => {
    const messages = openExcel({ answers });
    const bad = { ...planOf('a'), blocks: [{ row: 0, column: 0, values: [[Number.NaN]], styles: [{}] }] };
    await expect(write({ sheets: [bad] })).rejects.toThrow();
    expect(messages).toHaveLength(0);
  });

  it('is not begun when the person has stopped it already', async () => {
    const messages = openExcel({ answers });
    const stop = new AbortController();
    stop.abort();
    await expect(write({ sheets: [planOf('a')] }, { signal: stop.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(messages).toHaveLength(0);
  });

  it('is one step of undo where this Excel can, and else plain', async () => {
    const stepsOf = async (has: string[]): Promise<boolean[]> => {
      const messages = openExcel({ answers, has });
      await write({ sheets: [planOf('a')] });
      return messages.filter(({ said }) => declares('a')(said)).map(({ isOneStep }) => isOneStep);
    };
    expect(await stepsOf(['1.20'])).toEqual([true]);
    expect(await stepsOf([])).toEqual([false]);
  });

  it('is written again plainly where Excel will not group undo, and told of where it will not write so either', async () => {
    const messages = openExcel({
      answers,
      has: ['1.20'],
      refuse: (_, isOneStep) => (isOneStep ? refusalOf('UndoNotSupported') : undefined),
    });
    await write({ sheets: [planOf('a')] });
    expect(messages.filter(({ said }) => declares('a')(said)).map(({ isOneStep }) => isOneStep)).toEqual([false]);
    openExcel({
      answers,
      has: ['1.20'],
      refuse: (message) => (declares('a')(message) ? refusalOf('UndoNotSupported') : undefined),
    });
    await expect(write({ sheets: [planOf('a')] })).rejects.toMatchObject({ code: 'not-supported' });
  });

  it('goes in messages half as large where Excel finds them too large, down to the least', async () => {
    const tries: number[] = [];
    const refuse = (message: readonly string[]): Error | undefined => {
      if (!holds('worksheets.add')(message)) return undefined;
      tries.push(message.filter((line) => line.startsWith('workbook.worksheets.add') && line.endsWith('")')).length);
      return tries[tries.length - 1]! > 1 ? refusalOf('RequestPayloadSizeLimitExceeded') : undefined;
    };
    openExcel({ answers, refuse });
    // Each weighs some 17,000 bytes: both fit into 50,000, only one into 25,000.
    expect((await write({ sheets: [planOf('a'), planOf('b')] }, {}, undefined, 50_000)).written).toEqual(['a', 'b']);
    expect(tries).toEqual([2, 1, 1]);

    const attemptsOf = async (budget: number): Promise<number> => {
      let attempts = 0;
      openExcel({
        answers,
        refuse: (message) =>
          holds('worksheets.add')(message) && attempts++ >= 0
            ? refusalOf('RequestPayloadSizeLimitExceeded')
            : undefined,
      });
      await expect(write({ sheets: [planOf('a')] }, {}, undefined, budget)).rejects.toMatchObject({
        code: 'request-too-large',
      });
      return attempts;
    };
    expect([await attemptsOf(20_000), await attemptsOf(20_001), await attemptsOf(80_000)]).toEqual([1, 2, 3]);
    expect(await attemptsOf(160_000)).toBe(4);
  });

  it('writes only what is not there yet when it has to go again', async () => {
    const done: string[] = [];
    let refusals = 0;
    openExcel({
      answers,
      has: ['1.20'],
      refuse: (message) => {
        if (declares('b')(message) && refusals++ === 0) return refusalOf('UndoNotSupported');
        for (const id of ['a', 'b']) if (declares(id)(message)) done.push(id);
        return undefined;
      },
    });
    const told: (string | undefined)[] = [];
    await write(
      { sheets: [planOf('a'), planOf('b')] },
      { report: ({ sheet }) => void told.push(sheet) },
      undefined,
      25_000,
    );
    expect([done, told, refusals]).toEqual([['a', 'b'], ['表a', '表b'], 2]);
  });

  it('ends with what Excel said where it refuses otherwise, and calls a workbook that cannot be changed so', async () => {
    const codeOf = async (code: string, isReadOnly: boolean): Promise<unknown> => {
      openExcel({
        answers: { ...answers, 'workbook.readOnly': isReadOnly },
        refuse: (message) => (declares('a')(message) ? refusalOf(code) : undefined),
      });
      return write({ sheets: [planOf('a')] }).catch((error: { code: string }) => error.code);
    };
    expect(await codeOf('AccessDenied', true)).toBe('read-only');
    expect(await codeOf('AccessDenied', false)).toBe('protected-sheet');
    expect(await codeOf('InvalidOperationInCellEditMode', true)).toBe('cell-editing');
  });
});

describe('the sheet that a written workbook opens on', () => {
  const sheet = (visibility: string, isNullObject = false) => ({
    ...noMark('a'),
    'workbook.worksheets.getItemOrNullObject("表a").visibility': visibility,
    'workbook.worksheets.getItemOrNullObject("表a").isNullObject': isNullObject,
  });
  const brought = async (answers: Record<string, unknown>, opensOn: string | undefined): Promise<string[]> => {
    const messages = openExcel({ answers });
    await write({ sheets: [planOf('a')], ...(opensOn !== undefined && { opensOn }) });
    return messages.flatMap(({ said }) => said).filter((line) => line.endsWith('.activate()'));
  };

  it('comes to the front, in a message that is sent', async () => {
    expect(await brought(sheet('Visible'), 'a')).toEqual(['workbook.worksheets.getItemOrNullObject("表a").activate()']);
  });

  it('is looked at before: what was not loaded Excel does not tell', async () => {
    const messages = openExcel({ answers: sheet('Visible') });
    await write({ sheets: [planOf('a')], opensOn: 'a' });
    expect(messages.loads).toContain('workbook.worksheets.getItemOrNullObject("表a").load("visibility")');
    // The survey, the sheet, the look, the step to the front.
    expect(messages.map(({ said }) => said.length > 0)).toEqual([false, true, false, true]);
  });

  it('stays where it is: hidden by the person, gone, not among those written, or none named', async () => {
    expect(await brought(sheet('Hidden'), 'a')).toEqual([]);
    expect(await brought(sheet('Visible', true), 'a')).toEqual([]);
    expect(await brought(sheet('Visible'), 'other')).toEqual([]);
    expect(await brought(sheet('Visible'), undefined)).toEqual([]);
  });
});

describe('a report that was read before it is written', () => {
  const name = 'workbook.names.getItemOrNullObject("Kelan_a")';
  const sheet = 'workbook.worksheets.getItem("s1")';
  const used = { isNullObject: false, rowIndex: 0, rowCount: 1, columnIndex: 0, columnCount: 1, load: () => undefined };
  const page = `${sheet}.pageLayout`;
  const margins = ['left', 'right', 'top', 'bottom', 'header', 'footer'].map((side) => [`${page}.${side}Margin`, 0]);
  const answersOf = (value: string): Record<string, unknown> => ({
    [`${name}.isNullObject`]: false,
    [`${name}.formula`]: "='旧名'!$A$1",
    [`${name}.comment`]: 'f-old',
    'workbook.worksheets.items': [
      {
        id: 's1',
        name: '旧名',
        visibility: 'Visible',
        protection: { protected: false },
        getUsedRangeOrNullObject: () => used,
      },
    ],
    [`${sheet}.getRangeByIndexes(0, 0, 1, 1).values`]: [[value]],
    [`${sheet}.getRangeByIndexes(0, 0, 1, 1).formulas`]: [[value]],
    [`${sheet}.getUsedRangeOrNullObject(false).isNullObject`]: true,
    [`${sheet}.charts.items`]: [],
    [`${sheet}.autoFilter.isDataFiltered`]: true,
    [`${sheet}.autoFilter.criteria`]: [{ filterOn: 'Values', values: ['x'] }],
    [`${sheet}.autoFilter.getRangeOrNullObject().isNullObject`]: false,
    [`${sheet}.autoFilter.getRangeOrNullObject().address`]: 'A1:A9',
    ...Object.fromEntries(margins),
    [`${page}.getPrintTitleRowsOrNullObject().isNullObject`]: true,
    [`${page}.getPrintTitleColumnsOrNullObject().isNullObject`]: true,
    [`${page}.getPrintAreaOrNullObject().isNullObject`]: true,
  });
  const readAs = async (value: string): Promise<WriteMemory> => {
    const memory = new WriteMemory();
    memory.digests.set('a', await digestOf([[value]]));
    return memory;
  };

  it('is written over where nobody typed since, under the name that she gave it', async () => {
    const messages = openExcel({ answers: answersOf('x') });
    const memory = await readAs('x');
    const told: unknown[] = [];
    const outcome = await write({ sheets: [planOf('a')] }, { report: (progress) => void told.push(progress) }, memory);
    expect(outcome).toEqual({ written: ['a'], sheetNames: { a: '旧名' } });
    expect(messages.some(({ said }) => declares('a')(said))).toBe(true);
    // Looking again is no step that she sees.
    expect(told).toEqual([{ step: 'write', sheet: '旧名', done: 1, total: 1 }]);
    // It is whole again: neither what was read nor the filters are kept.
    expect(memory.digests.size).toBe(0);
  });

  it('has its buttons on the sheet under the name that she gave it', async () => {
    const answers = {
      ...answersOf('x'),
      'workbook.slicers.items': [],
      'workbook.worksheets.getItem("旧名").tables.items': [],
    };
    const messages = openExcel({ answers, has: ['1.10'] });
    await write({ sheets: [{ ...planOf('a'), slicers: [] }] });
    expect(messages.loads.at(-1)).toBe('workbook.worksheets.getItem("旧名").tables.load("items/name")');
  });

  it('is left as it is where somebody typed since', async () => {
    const messages = openExcel({ answers: answersOf('typed') });
    await expect(write({ sheets: [planOf('a')] }, {}, await readAs('x'))).rejects.toMatchObject({
      code: 'changed-meanwhile',
      sheet: '旧名',
    });
    expect(messages.flatMap(({ said }) => said)).toEqual([]);
  });

  it('lets the screen breathe while it is looked at again, and can be stopped then', async () => {
    openExcel({ answers: answersOf('typed') });
    const pause = jest.fn(() => Promise.resolve());
    await expect(write({ sheets: [planOf('a')] }, { pause }, await readAs('x'))).rejects.toThrow();
    expect(pause).toHaveBeenCalled();
    const stop = new AbortController();
    openExcel({ answers: answersOf('typed'), refuse: () => void stop.abort() as undefined });
    await expect(write({ sheets: [planOf('a')] }, { signal: stop.signal }, await readAs('x'))).rejects.toMatchObject({
      code: 'cancelled',
    });
  });

  it('keeps in mind what was filtered on it while a write of it has broken off', async () => {
    const memory = await readAs('x');
    openExcel({
      answers: answersOf('x'),
      refuse: (message) => (declares('a')(message) ? refusalOf('GeneralException') : undefined),
    });
    await expect(write({ sheets: [planOf('a')] }, {}, memory)).rejects.toMatchObject({ code: 'host-refused' });
    const bare = { id: 's1', tables: [], filter: undefined } as never;
    expect(memory.recall(bare).filter).toMatchObject({ address: 'A1:A9' });
    openExcel({ answers: answersOf('x') });
    await write({ sheets: [planOf('a')] }, {}, memory);
    expect(memory.recall(bare).filter).toBeUndefined();
  });
});
