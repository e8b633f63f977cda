import { HostError, type HostErrorCode } from '../../workbook/host-error';
import { checkCancelled, type JobControl, type JobProgress } from '../../workbook/job-control';

/** Either end of a pair that passes messages: a worker, the scope inside it, a port of a `MessageChannel`. */
export interface MessageEnd {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** What a piece of a long answer may take along without being copied. */
export interface Piece {
  readonly value: unknown;
  readonly transfer?: Transferable[];
}

/** How a served call tells its caller what comes before its answer; resolved when the caller has dealt with it. */
export type SendPiece = (piece: Piece) => Promise<void>;

export type ServeCall = (
  method: string,
  params: readonly unknown[],
  control: JobControl,
  send: SendPiece,
) => Promise<unknown>;

export interface CallOptions {
  readonly control?: JobControl;
  /** Deals with what comes before the answer; the sender waits for it. */
  readonly receive?: (piece: unknown) => void | Promise<void>;
}

interface ErrorShape {
  readonly code?: string;
  readonly detail: string;
  readonly sheet?: string;
  readonly file?: string;
  readonly stack?: string;
}

type Message = { readonly lane: string; readonly call: number } & (
  | { readonly kind: 'call'; readonly method: string; readonly params: readonly unknown[] }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'progress'; readonly progress: JobProgress }
  | { readonly kind: 'piece'; readonly value: unknown }
  | { readonly kind: 'pieceTaken'; readonly error?: ErrorShape }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly error: ErrorShape }
);

const shapeOf = (error: unknown): ErrorShape => {
  if (error instanceof HostError)
    return {
      code: error.code,
      detail: error.detail,
      ...(error.sheet !== undefined && { sheet: error.sheet }),
      ...(error.file !== undefined && { file: error.file }),
    };
  if (error instanceof Error)
    return { detail: error.message, ...(error.stack !== undefined && { stack: error.stack }) };
  return { detail: String(error) };
};

function errorOf({ code, detail, sheet, file, stack }: ErrorShape): Error {
  if (code !== undefined)
    return new HostError(code as HostErrorCode, detail, {
      ...(sheet !== undefined && { sheet }),
      ...(file !== undefined && { file }),
    });
  const error = new Error(detail);
  if (stack !== undefined) error.stack = stack;
  return error;
}

function isMessage(data: unknown, lane: string): data is Message {
  return typeof data === 'object' && data !== null && (data as { lane?: unknown }).lane === lane;
}

/** Calls the other end. Progress, cancelling and errors, `HostError` among them, cross over with it. */
export class Caller {
  private next = 1;
  private readonly open = new Map<number, (message: Message) => void>();

  /** `lane` tells several conversations over the same pair apart. */
  constructor(
    private readonly end: MessageEnd,
    private readonly lane: string,
  ) {
    end.addEventListener('message', ({ data }) => {
      if (isMessage(data, lane)) this.open.get(data.call)?.(data);
    });
  }

  call(method: string, params: readonly unknown[], options: CallOptions = {}): Promise<unknown> {
    const { control, receive } = options;
    const call = this.next++;
    const post = (message: { kind: 'cancel' } | { kind: 'pieceTaken'; error?: ErrorShape }): void =>
      this.end.postMessage({ lane: this.lane, call, ...message }, []);
    const cancel = (): void => post({ kind: 'cancel' });
    return new Promise<unknown>((resolve, reject) => {
      const close = (): void => {
        this.open.delete(call);
        control?.signal?.removeEventListener('abort', cancel);
      };
      this.open.set(call, (message) => {
        switch (message.kind) {
          case 'progress':
            control?.report?.(message.progress);
            return;
          case 'piece':
            void Promise.resolve(message.value)
              .then((value) => receive?.(value))
              .then(() => control && checkCancelled(control))
              .then(
                () => post({ kind: 'pieceTaken' }),
                (error: unknown) => post({ kind: 'pieceTaken', error: shapeOf(error) }),
              );
            return;
          case 'done':
            close();
            resolve(message.value);
            return;
          case 'failed':
            close();
            reject(errorOf(message.error));
            return;
          case 'call':
          case 'cancel':
          case 'pieceTaken':
            return;
        }
      });
      this.end.postMessage({ lane: this.lane, call, kind: 'call', method, params } satisfies Message, []);
      if (control?.signal?.aborted) cancel();
      else control?.signal?.addEventListener('abort', cancel, { once: true });
    });
  }
}

/** Answers the calls of the other end. `pause` lets this side's screen or messages breathe. */
export function serveCalls(end: MessageEnd, lane: string, serve: ServeCall, pause?: () => Promise<void>): void {
  const aborts = new Map<number, AbortController>();
  const waiting = new Map<number, (error: ErrorShape | undefined) => void>();

  const answer = async (call: number, method: string, params: readonly unknown[]): Promise<void> => {
    const post = (message: object, transfer: Transferable[] = []): void =>
      end.postMessage({ lane, call, ...message }, transfer);
    const abort = new AbortController();
    aborts.set(call, abort);
    const control: JobControl = {
      signal: abort.signal,
      report: (progress) => post({ kind: 'progress', progress }),
      ...(pause && { pause }),
    };
    const send: SendPiece = ({ value, transfer }) =>
      new Promise((resolve, reject) => {
        waiting.set(call, (error) => (error ? reject(errorOf(error)) : resolve()));
        post({ kind: 'piece', value }, transfer ?? []);
      });
    try {
      const value = await serve(method, params, control, send);
      post({ kind: 'done', value });
    } catch (error) {
      post({ kind: 'failed', error: shapeOf(error) });
    } finally {
      aborts.delete(call);
      waiting.delete(call);
    }
  };

  end.addEventListener('message', ({ data }) => {
    if (!isMessage(data, lane)) return;
    if (data.kind === 'call') void answer(data.call, data.method, data.params);
    else if (data.kind === 'cancel') aborts.get(data.call)?.abort();
    else if (data.kind === 'pieceTaken') waiting.get(data.call)?.(data.error);
  });
}
