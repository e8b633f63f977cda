import type { RequestProcessor } from '../request-processor';

/** One message and what Excel answered. */
export interface Exchange {
  readonly request: string;
  readonly answer?: string;
  /** The native code of a refusal: 5103, 5104, 5004 … */
  readonly nativeError?: number;
}

/** What the add-in and a real Excel said to each other, as `record-in-console.js` saves it. */
export interface Tape {
  readonly platform: string;
  readonly version: string;
  readonly excelApi: string;
  /** The workbook that was open at the start, as a path in the repository. */
  readonly workbook: string;
  readonly exchanges: readonly Exchange[];
}

/** Where the stand-in answered something else than Excel. */
export interface Difference {
  readonly message: number;
  /** Into the answer: `Results.3.Value.Address`. */
  readonly path: string;
  readonly excel: unknown;
  readonly standIn: unknown;
}

/** What every run names anew: it is matched up, not compared. */
const NAMED_ANEW = new Set(['Id', '_ReferenceId']);
/** Words differ with language and version. */
const NOT_COMPARED = new Set(['Message', 'TraceIds', 'HttpStatusCode', 'Location']);

/**
 * Says to the stand-in what was said to Excel, message by message, and compares the answers. Ids of sheets and references
 * are Excel's own on the tape: each is matched up with the stand-in's when it is handed out, and replaced in what follows.
 */
export async function replayTape(tape: Tape, processor: RequestProcessor): Promise<Difference[]> {
  const names = new Map<string, string>();
  const differences: Difference[] = [];
  for (const [message, exchange] of tape.exchanges.entries()) {
    const answer = await processor.answer(withOwnNames(exchange.request, names));
    if ('nativeError' in answer) {
      if (answer.nativeError !== exchange.nativeError) {
        differences.push({
          message,
          path: '',
          excel: exchange.nativeError ?? 'an answer',
          standIn: answer.nativeError,
        });
      }
      continue;
    }
    if (exchange.answer === undefined) {
      differences.push({ message, path: '', excel: exchange.nativeError, standIn: 'an answer' });
      continue;
    }
    const note = (path: string, excel: unknown, standIn: unknown): void => {
      differences.push({ message, path, excel, standIn });
    };
    compare(JSON.parse(exchange.answer), JSON.parse(answer.body), '', names, note);
  }
  return differences;
}

/** All at once: one Excel's id of a sheet may be the other's id of another. */
function withOwnNames(request: string, names: ReadonlyMap<string, string>): string {
  return request.replace(/"(?:[^"\\]|\\.)*"/g, (text) => {
    const own = names.get(text.slice(1, -1));
    return own === undefined ? text : JSON.stringify(own);
  });
}

function compare(
  excel: unknown,
  own: unknown,
  path: string,
  names: Map<string, string>,
  note: (path: string, excel: unknown, own: unknown) => void,
): void {
  if (typeof excel !== 'object' || excel === null || typeof own !== 'object' || own === null) {
    if (!Object.is(excel, own)) note(path, excel, own);
    return;
  }
  const [left, right] = [excel as Record<string, unknown>, own as Record<string, unknown>];
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    if (NOT_COMPARED.has(key)) continue;
    const [a, b] = [left[key], right[key]];
    if (NAMED_ANEW.has(key) && typeof a === 'string' && typeof b === 'string') names.set(a, b);
    else compare(a, b, path === '' ? key : `${path}.${key}`, names, note);
  }
}
