import { HostError } from '../../workbook/host-error';
import { translateError } from './translate-error';

/** What work may use of an `Excel.run`: the workbook, and `sync` under a watch. */
export interface ExcelContext {
  readonly workbook: Excel.Workbook;
  readonly application: Excel.Application;
  /** Sends what was queued. Work that the host gave up on can send nothing more. */
  sync(): Promise<void>;
}

export interface RunOptions {
  readonly answerTimeoutMs: number;
  /** All syncs as one step of Excel's undo, where this Excel can. */
  readonly mergeUndoGroup?: boolean;
}

/**
 * The edge between the host and Excel: every call goes through here, every refusal leaves as a `HostError`. There is no
 * `catch` inside: what fails in `work` fails the whole run.
 */
export async function runExcel<T>(options: RunOptions, work: (context: ExcelContext) => Promise<T>): Promise<T> {
  let isAbandoned = false;
  let giveUp: (reason: HostError) => void = () => undefined;
  const silence = new Promise<never>((_, reject) => {
    giveUp = reject;
  });

  const sync = async (context: Excel.RequestContext): Promise<void> => {
    if (isAbandoned) throw new HostError('no-answer', 'the run was given up');
    const timer = setTimeout(() => {
      isAbandoned = true;
      giveUp(new HostError('no-answer', `no answer from Excel within ${options.answerTimeoutMs} ms`));
    }, options.answerTimeoutMs);
    await context.sync().finally(() => clearTimeout(timer));
  };

  const batch = (context: Excel.RequestContext): Promise<T> =>
    work({ workbook: context.workbook, application: context.application, sync: () => sync(context) });
  const running = options.mergeUndoGroup ? Excel.run({ mergeUndoGroup: true }, batch) : Excel.run(batch);
  try {
    return await Promise.race([running, silence]);
  } catch (error) {
    throw translateError(error);
  }
}
