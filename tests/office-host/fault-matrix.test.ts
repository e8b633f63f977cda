import { makeOfficeHost, type OfficeHost } from '../../src/hosts/office/office-host';
import { HostError } from '../../src/workbook/host-error';
import type { JobControl } from '../../src/workbook/job-control';
import type { Workbook } from './excel/workbook';
import type { Worksheet } from './excel/worksheet';
import { lookOfSheet } from './look-of-sheet';
import { fillWorkbook } from './open-workbook';
import { MICROSOFT_365, MINIMUM, type ExcelProfile } from './profile';
import { isOfOfficeJs, type Fault } from './request-processor';
import { PERSON_SHEETS, refreshSmall } from './small-refresh';
import { startStandIn, type StandIn } from './stand-in';
import { NATIVE_ERROR, type WireRequest } from './wire';

/** What Excel or the way to it can answer instead; the last ones are native codes of the connection. */
const CODES: readonly (string | number)[] = [
  'ItemNotFound',
  'ItemAlreadyExists',
  'AccessDenied',
  'InvalidArgument',
  'InvalidOperation',
  'InvalidReference',
  'GeneralException',
  'RequestAborted',
  'RangeExceedsLimit',
  'UndoNotSupported',
  NATIVE_ERROR.cellEditing,
  NATIVE_ERROR.requestTooLarge,
  NATIVE_ERROR.answerTooLarge,
  NATIVE_ERROR.connectionLost,
];

const NOTES = { clientTiers: '欠款谈过了', callPlan: '下周再打' } as const;
const OWN = ['clientTiers', 'callPlan', 'settings'] as const;
/** Small messages, so that a refresh takes many; the report with charts must be parked before it is put in place. */
const OPTIONS = { writeBytes: 48_000, firstBlockRows: 10, readBytes: 3_000, makeRunToken: () => 'run' };

/** What a message that only gives back references is tried with: it changes nothing and nobody waits for it. */
const CODES_OF_RELEASE: readonly (string | number)[] = ['GeneralException', NATIVE_ERROR.connectionLost];

/** Every code at every message on every profile, where somebody has the time. */
const IS_THOROUGH = process.env.KELAN_ALL_FAULTS === '1';

/** Where in a message it is broken off: so many places, spread evenly. */
const PLACES_IN_MESSAGE = IS_THOROUGH ? 40 : 6;

interface State {
  readonly person: string;
  readonly looks: Readonly<Record<string, string>>;
}

function sheetOf(workbook: Workbook, report: string): Worksheet | undefined {
  const mark = workbook.Names.Items.find((name) => name.Name === `Kelan_${report}`);
  const match = mark && /^='?(.*?)'?!/.exec(mark.Formula);
  return match ? workbook.findSheet(match[1]!) : undefined;
}

function commentOf(workbook: Workbook, report: string): string {
  return workbook.Names.Items.find((name) => name.Name === `Kelan_${report}`)?.Comment ?? 'none';
}

function stateOf(workbook: Workbook): State {
  const own = new Map(OWN.map((report) => [report, sheetOf(workbook, report)]));
  return {
    person: JSON.stringify(
      workbook.sheets.filter((sheet) => ![...own.values()].includes(sheet)).map((sheet) => sheet.snapshot()),
    ),
    looks: Object.fromEntries([...own].map(([report, sheet]) => [report, sheet ? lookOfSheet(sheet) : 'none'])),
  };
}

/** Office.js gives back what it kept in messages of its own after a run: they belong to the refresh. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/**
 * A chart is named by the call after the one that makes it; a break exactly there would leave a chart that nobody knows
 * as ours. Excel refuses a name only where another chart has it, so that call is not broken here.
 */
function namesChart(request: WireRequest, action: number): boolean {
  const { Name, ObjectPathId } = request.Actions[action]!;
  return Name === 'Name' && request.ObjectPaths[ObjectPathId]?.T === 'Chart';
}

interface Message {
  readonly isRelease: boolean;
  readonly changes: boolean;
  readonly actions: readonly boolean[];
}

/** One Excel, a workbook that goes to and fro between two versions of its reports, and what each must look like. */
class Bench {
  host: OfficeHost = makeOfficeHost(OPTIONS);
  version = 1;
  readonly states = new Map<number, State>();
  messages: Message[] = [];

  constructor(readonly excel: StandIn) {}

  get workbook(): Workbook {
    return this.excel.workbook;
  }

  /** From the person's sheets alone to both versions, once without any fault. */
  async start(): Promise<void> {
    fillWorkbook(this.excel.openEmpty(), PERSON_SHEETS);
    this.host = makeOfficeHost(OPTIONS);
    await refreshSmall(this.host, 1);
    sheetOf(this.workbook, 'clientTiers')!.typeIn(5, 5, NOTES.clientTiers);
    sheetOf(this.workbook, 'callPlan')!.typeIn(6, 5, NOTES.callPlan);
    sheetOf(this.workbook, 'callPlan')!.Tables.Items[0]!.AutoFilter.setColumn(1, {
      filterOn: 'Values',
      values: ['2026/1/5'],
    });
    for (const version of [2, 1, 2]) {
      this.messages = [];
      this.listen((message) => this.messages.push(message));
      await refreshSmall(this.host, version);
      await settle();
      this.states.set(version, stateOf(this.workbook));
      this.version = version;
    }
    this.listen(undefined);
  }

  /** Breaks the way to the other version, looks at what is left, and lets the next refresh heal it. */
  async tryFault(at: number, fault: Fault): Promise<'told' | 'got over'> {
    return this.tryRefresh(`message ${at}, ${JSON.stringify(fault)}`, async (version) => {
      this.excel.processor.resetCount();
      this.excel.processor.faultFor = (index) => (index === at ? fault : undefined);
      await refreshSmall(this.host, version);
    });
  }

  async tryRefresh(what: string, refresh: (version: number) => Promise<void>): Promise<'told' | 'got over'> {
    const version = 3 - this.version;
    const outcome = await refresh(version).then(
      () => 'got over' as const,
      (error: unknown) => {
        if (!(error instanceof HostError)) throw new Error(`${what}: not told as a HostError: ${String(error)}`);
        return 'told' as const;
      },
    );
    await settle();
    this.excel.processor.faultFor = undefined;
    this.checkLeft(version, what);
    await refreshSmall(this.host, version);
    await settle();
    this.checkHealed(version, what);
    this.version = version;
    return outcome;
  }

  private checkLeft(version: number, what: string): void {
    const left = stateOf(this.workbook);
    const before = this.states.get(3 - version)!;
    const after = this.states.get(version)!;
    const problems: string[] = [];
    if (left.person !== before.person) problems.push("a sheet of the person's is not as it was");
    for (const report of OWN) {
      const comment = commentOf(this.workbook, report);
      const look = left.looks[report]!;
      const whole =
        comment === `${report}-${version}` ? after : comment === `${report}-${3 - version}` ? before : undefined;
      if (whole && look !== whole.looks[report]) problems.push(`${report} says ${comment} and is not whole`);
      if (!whole && !comment.startsWith('unfinished')) problems.push(`${report} is marked ${comment}`);
    }
    for (const [report, note] of Object.entries(NOTES)) {
      if (!left.looks[report]!.includes(note)) problems.push(`the note on ${report} is lost`);
    }
    if (problems.length > 0) throw new Error(`${what}: ${problems.join('; ')}`);
  }

  private checkHealed(version: number, what: string): void {
    const healed = stateOf(this.workbook);
    const after = this.states.get(version)!;
    for (const report of OWN) {
      if (healed.looks[report] !== after.looks[report]) throw new Error(`${what}: ${report} is not healed`);
    }
    if (healed.person !== after.person) throw new Error(`${what}: something is left behind`);
    if (this.excel.processor.complaints.length > 0) {
      throw new Error(`${what}: ${this.excel.processor.complaints.join('; ')}`);
    }
  }

  private listen(hear: ((message: Message) => void) | undefined): void {
    this.excel.processor.afterMessage = hear
      ? (request, hasChanged) =>
          hear({
            isRelease: isOfOfficeJs(request),
            changes: hasChanged,
            actions: request.Actions.map((_, index) => !namesChart(request, index)),
          })
      : undefined;
  }
}

describe.each<[string, ExcelProfile, boolean]>([
  [MICROSOFT_365.name, MICROSOFT_365, true],
  [MINIMUM.name, MINIMUM, IS_THOROUGH],
])('a refresh that breaks off in %s', (name, profile, isFull) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = new Bench(await startStandIn(profile));
    bench.excel.install();
    await bench.start();
  });
  afterAll(() => bench.excel.uninstall());

  it('leaves nothing half done and heals, whichever message fails and however', async () => {
    const tried = { told: 0, 'got over': 0 };
    for (const [at, message] of bench.messages.entries()) {
      const codes = message.isRelease
        ? CODES_OF_RELEASE
        : isFull
          ? CODES
          : CODES.filter((code) => code === 'AccessDenied');
      for (const code of codes) tried[await bench.tryFault(at, { kind: 'before', code })]++;
      tried[await bench.tryFault(at, { kind: 'after', code: NATIVE_ERROR.connectionLost })]++;
    }
    process.stdout.write(
      `${name}: ${bench.messages.length} messages a refresh, ${tried.told + tried['got over']} faults tried ` +
        `(${tried.told} told, ${tried['got over']} got over), nothing lost\n`,
    );
    expect(tried.told).toBeGreaterThan(bench.messages.filter((message) => !message.isRelease).length);
  }, 600_000);

  it('leaves nothing lost and heals when a message breaks off in the middle', async () => {
    let tried = 0;
    for (const [at, message] of bench.messages.entries()) {
      if (!message.changes) continue;
      const step = Math.max(1, Math.floor(message.actions.length / PLACES_IN_MESSAGE));
      for (let action = at % step; action < message.actions.length; action += step) {
        if (!message.actions[action]) continue;
        await bench.tryFault(at, { kind: 'at', action, code: 'GeneralException' });
        tried++;
      }
    }
    process.stdout.write(`${name}: ${tried} messages broken off in the middle, no note lost\n`);
    expect(tried).toBeGreaterThan(20);
  }, 600_000);

  it('leaves nothing half done and heals when the person cancels, at every pause', async () => {
    let tried = 0;
    for (let at = 0, isPast = false; !isPast; at++) {
      const cancel = new AbortController();
      let seen = 0;
      const control: JobControl = {
        signal: cancel.signal,
        pause: async () => {
          if (seen++ === at) cancel.abort();
        },
      };
      await bench.tryRefresh(`cancelled at pause ${at}`, async (version) => {
        await refreshSmall(bench.host, version, control);
      });
      isPast = seen <= at;
      tried++;
    }
    process.stdout.write(`${name}: cancelled at ${tried} pauses, nothing lost\n`);
    expect(tried).toBeGreaterThan(5);
  }, 600_000);
});

describe('a first refresh that breaks off', () => {
  it('leaves no sheet behind that the next one does not know as ours', async () => {
    const excel = await startStandIn(MINIMUM);
    excel.install();
    const run = async (fault: Fault | undefined, at: number): Promise<string[]> => {
      fillWorkbook(excel.openEmpty(), PERSON_SHEETS);
      const host = makeOfficeHost(OPTIONS);
      excel.processor.resetCount();
      excel.processor.faultFor = (index) => (index === at ? fault : undefined);
      const refusal = await refreshSmall(host, 1).catch((error: unknown) => error);
      excel.processor.faultFor = undefined;
      if (fault) {
        expect(refusal).toBeInstanceOf(HostError);
        const described = await host.describe();
        const strangers = described.sheets.filter((sheet) => !sheet.report).map((sheet) => sheet.name);
        expect(strangers).toEqual(PERSON_SHEETS.map((sheet) => sheet.name));
        await refreshSmall(host, 1);
      }
      return [
        ...excel.workbook.sheets.map((sheet) => lookOfSheet(sheet)),
        ...OWN.map((id) => commentOf(excel.workbook, id)),
      ];
    };
    const whole = await run(undefined, -1);
    // The messages that write are the last ones; a release follows the last of them.
    let tried = 0;
    const changing: { at: number; actions: number }[] = [];
    excel.processor.afterMessage = (request, hasChanged, at) => {
      if (hasChanged) changing.push({ at, actions: request.Actions.length });
    };
    await run(undefined, -1);
    excel.processor.afterMessage = undefined;
    for (const { at, actions } of changing) {
      const step = Math.max(1, Math.floor(actions / (PLACES_IN_MESSAGE * 2)));
      for (let action = 0; action < actions; action += step) {
        expect(await run({ kind: 'at', action, code: 'GeneralException' }, at)).toEqual(whole);
        tried++;
      }
    }
    // The calls that make a sheet and its mark stand at the head of a message: each of them is tried.
    for (let action = 0; action < 12; action++) {
      expect(await run({ kind: 'at', action, code: 'GeneralException' }, changing[0]!.at)).toEqual(whole);
      tried++;
    }
    process.stdout.write(`a first refresh broken off in ${tried} places, every sheet known again\n`);
    expect(excel.processor.complaints).toEqual([]);
    excel.uninstall();
  }, 600_000);
});
