import { HostError, type HostErrorCode } from '../../workbook/host-error';

/** Office.js and host codes, as the product tells them. What is not here is told as `host-refused` with Excel's own words. */
const CODES: Readonly<Record<string, HostErrorCode>> = {
  ItemNotFound: 'sheet-vanished',
  InvalidReference: 'changed-meanwhile',
  InvalidObjectPath: 'changed-meanwhile',
  AccessDenied: 'protected-sheet',
  InvalidOperationInCellEditMode: 'cell-editing',
  RequestPayloadSizeLimitExceeded: 'request-too-large',
  ResponsePayloadSizeLimitExceeded: 'answer-too-large',
  RangeExceedsLimit: 'answer-too-large',
  RequestAborted: 'connection-lost',
  ConnectionFailure: 'connection-lost',
  ServiceNotAvailable: 'connection-lost',
  Timeout: 'no-answer',
  RequestTimeout: 'no-answer',
  Unauthenticated: 'connection-lost',
  InvalidOrTimedOutSession: 'connection-lost',
  WriteNotSupportedWhenModalDialogOpen: 'cell-editing',
  ActivityLimitReached: 'connection-lost',
  ApiNotFound: 'not-supported',
  ApiNotAvailable: 'not-supported',
  NotImplemented: 'not-supported',
  UnsupportedOperation: 'not-supported',
  UndoNotSupported: 'not-supported',
  '5004': 'cell-editing',
  '5103': 'request-too-large',
  '5104': 'answer-too-large',
};

/** The host's own code of an Office.js error, where it is one. */
export function officeCodeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, debugInfo } = error as { code?: unknown; debugInfo?: unknown };
  if (typeof code === 'string') return code;
  return typeof code === 'number' && debugInfo !== undefined ? String(code) : undefined;
}

/** Excel's refusal as a `HostError`; anything else is a bug and stays what it is. */
export function translateError(error: unknown): unknown {
  if (error instanceof HostError) return error;
  const code = officeCodeOf(error);
  if (code === undefined) return error;
  const { message, debugInfo } = error as { message?: string; debugInfo?: { errorLocation?: string } };
  const where = debugInfo?.errorLocation ? ` @ ${debugInfo.errorLocation}` : '';
  return new HostError(CODES[code] ?? 'host-refused', `${code}: ${message ?? ''}${where}`, { cause: error });
}

export function isTooLarge(error: unknown): boolean {
  return error instanceof HostError && (error.code === 'request-too-large' || error.code === 'answer-too-large');
}

/** Excel will not put one of the calls into a merged undo group. */
export function isUndoRefusal(error: unknown): boolean {
  return error instanceof HostError && officeCodeOf(error.cause) === 'UndoNotSupported';
}
