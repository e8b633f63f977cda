import { HostError } from '../../workbook/host-error';

export function cannotWrite(cause: unknown): HostError {
  return new HostError('cannot-write', cause instanceof Error ? cause.message : String(cause), { cause });
}
