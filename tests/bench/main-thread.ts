import type { CDPSession, Page } from 'puppeteer-core';
import { STAND_IN_SCRIPT } from '../browser/open-pane';

/**
 * What keeps a page's main thread busy. Chromium's own trace tells each task and what ran in it: the browser's
 * 'longtask' knows only how long one was, and on a busy machine a thread that waits for a processor looks busy too.
 */

export interface LongestTask {
  /** By the clock, waiting for a processor included. */
  readonly wall: number;
  /** On the processor. */
  readonly cpu: number;
  /** Of `cpu`: our scripts, React and Fabric, and what the browser lays out and paints for them. */
  readonly own: number;
  /** Functions of the task with the most own time. */
  readonly hot: readonly string[];
}

export interface ThreadTime {
  /** The task that is longest with the stand-in's and Office.js's part. */
  readonly longest: LongestTask;
  /** The task with the most work of ours. */
  readonly ownLongest: LongestTask;
  /** The longest pause between two ticks of a timer on the page. */
  readonly heartbeat: number;
  /** The browser's own report: it names only tasks over 50 ms. */
  readonly longtask: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly id?: string;
  readonly args: Record<string, unknown>;
}

interface CallFrame {
  readonly functionName: string;
  readonly url?: string;
  readonly lineNumber?: number;
  readonly columnNumber?: number;
}

const CATEGORIES = ['toplevel', 'disabled-by-default-v8.cpu_profiler', '__metadata', 'blink.user_timing'];

/** As text: what compiles this file may put names of its own into a function. */
const WATCH = `(() => {
  const seen = { longtask: 0, heartbeat: 0, last: performance.now() };
  window.kelanWatch = seen;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longtask = Math.max(seen.longtask, duration);
  }).observe({ entryTypes: ['longtask'] });
  setInterval(() => {
    const now = performance.now();
    seen.heartbeat = Math.max(seen.heartbeat, now - seen.last);
    seen.last = now;
  }, 4);
})()`;

/** Watches the main thread of a page while `run` is done on it. The page must have been loaded. */
export async function watchMainThread(page: Page, run: () => Promise<void>): Promise<ThreadTime> {
  await page.evaluate(`window.kelanWatch || ${WATCH}`);
  await page.evaluate('Object.assign(window.kelanWatch, { longtask: 0, heartbeat: 0, last: performance.now() })');
  const session = await page.createCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  });
  const mark = `kelan-${Math.floor(performance.now())}`;
  await page.evaluate(`performance.mark('${mark}')`);
  try {
    await run();
  } finally {
    await endTrace(session);
  }
  const { longtask, heartbeat } = (await page.evaluate('window.kelanWatch')) as Record<
    'longtask' | 'heartbeat',
    number
  >;
  await session.detach();
  return { ...readTrace(events, mark), longtask, heartbeat };
}

async function endTrace(session: CDPSession): Promise<void> {
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await complete;
}

interface Sample {
  readonly ts: number;
  readonly node: number;
}

function readTrace(events: readonly TraceEvent[], mark: string): Pick<ThreadTime, 'longest' | 'ownLongest'> {
  const marked = events.find(({ name }) => name === mark);
  if (!marked) throw new Error('the trace does not know the page');
  const isMain = ({ pid, tid }: TraceEvent): boolean => pid === marked.pid && tid === marked.tid;
  const tasks = events
    .filter((event) => isMain(event) && event.ph === 'X' && /RunTask$/.test(event.name) && event.ts >= marked.ts)
    .sort((a, b) => a.ts - b.ts);
  const { samples, frames } = readProfile(events, isMain, marked.pid);
  const hasStandIn = [...frames.values()].some(isForeign);
  const told = tasks.map((task) => tellTask(task, samples, frames, hasStandIn));
  const most = (by: 'cpu' | 'own'): LongestTask =>
    told.reduce((best, one) => (one[by] > best[by] ? one : best), { wall: 0, cpu: 0, own: 0, hot: [] });
  return { longest: most('cpu'), ownLongest: most('own') };
}

function tellTask(
  { ts, dur = 0, tdur = dur }: TraceEvent,
  samples: readonly Sample[],
  frames: ReadonlyMap<number, CallFrame>,
  hasStandIn: boolean,
): LongestTask {
  let at = lowerBound(samples, ts);
  const last = ts + dur;
  const byFunction = new Map<string, number>();
  let foreign = 0;
  let scripted = 0;
  for (; at < samples.length && samples[at]!.ts < last; at++) {
    const spent = Math.max(0, Math.min(last, samples[at + 1]?.ts ?? last) - samples[at]!.ts);
    const frame = frames.get(samples[at]!.node);
    // A heap that holds the stand-in's million cells is collected for its sake, whoever is at work just then.
    const isExcels = isForeign(frame) || (hasStandIn && frame?.functionName === COLLECTOR);
    if (frame?.url || isExcels) scripted += spent;
    if (isExcels) foreign += spent;
    const name = nameOf(frame);
    byFunction.set(name, (byFunction.get(name) ?? 0) + spent);
  }
  const hot = [...byFunction]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 6)
    .map(([name, spent]) => `${(spent / 1000).toFixed(0)} ms ${name}`);
  // What the browser does between scripts follows the scripts that made it necessary.
  const share = scripted > 0 ? foreign / scripted : 0;
  return { wall: dur / 1000, cpu: tdur / 1000, own: (tdur / 1000) * (1 - share), hot };
}

const COLLECTOR = '(garbage collector)';

const isForeign = (frame: CallFrame | undefined): boolean =>
  frame?.url !== undefined && (frame.url.includes(STAND_IN_SCRIPT) || frame.url.includes('/office-js/'));

const nameOf = (frame: CallFrame | undefined): string =>
  frame === undefined
    ? 'unknown'
    : `${frame.functionName || '(no name)'} ${(frame.url ?? '').replace(/^.*\//, '')}:${frame.lineNumber ?? ''}:${frame.columnNumber ?? ''}`;

function lowerBound(samples: readonly Sample[], ts: number): number {
  let low = 0;
  let high = samples.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (samples[middle]!.ts < ts) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface ProfileNode {
  readonly id: number;
  readonly parent?: number;
  readonly callFrame: CallFrame;
}

/** The samples of the main thread, each with the innermost frame that a script of its own stands behind. */
function readProfile(
  events: readonly TraceEvent[],
  isMain: (event: TraceEvent) => boolean,
  pid: number,
): { readonly samples: Sample[]; readonly frames: ReadonlyMap<number, CallFrame> } {
  const starts = events.filter((event) => event.name === 'Profile' && isMain(event));
  const ids = new Set(starts.map(({ id }) => id));
  const chunks = events
    .filter((event) => event.name === 'ProfileChunk' && event.pid === pid && ids.has(event.id))
    .sort((a, b) => a.ts - b.ts);
  const nodes = new Map<number, ProfileNode>();
  const samples: Sample[] = [];
  let now = (starts[0]?.args['data'] as { startTime: number } | undefined)?.startTime ?? 0;
  for (const { args } of chunks) {
    const { cpuProfile, timeDeltas } = args['data'] as {
      readonly cpuProfile?: { readonly nodes?: readonly ProfileNode[]; readonly samples?: readonly number[] };
      readonly timeDeltas?: readonly number[];
    };
    for (const node of cpuProfile?.nodes ?? []) nodes.set(node.id, node);
    cpuProfile?.samples?.forEach((node, index) => {
      now += timeDeltas?.[index] ?? 0;
      samples.push({ ts: now, node });
    });
  }
  // The engine's own functions have no script: their time is their caller's.
  const frames = new Map<number, CallFrame>();
  for (const { id, callFrame } of nodes.values()) {
    let node = nodes.get(id);
    while (node && !node.callFrame.url) node = node.parent === undefined ? undefined : nodes.get(node.parent);
    frames.set(id, node ? node.callFrame : callFrame);
  }
  samples.sort((a, b) => a.ts - b.ts);
  return { samples, frames };
}
