import { open } from 'node:fs/promises';
import { HostError } from '../../../workbook/host-error';
import type { ByteSource } from '../zip/byte-source';

/** A file that is read where it is needed; the caller closes it. */
export interface FileSource extends ByteSource {
  close(): Promise<void>;
}

export async function openFileSource(path: string): Promise<FileSource> {
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw cannotRead(cause);
  });
  const stat = await file.stat();
  if (!stat.isFile()) {
    await file.close();
    throw new HostError('cannot-read', 'not a file');
  }
  return {
    size: stat.size,
    async read(offset, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, stat.size - offset)));
      let done = 0;
      while (done < bytes.length) {
        const { bytesRead } = await file
          .read(bytes, done, bytes.length - done, offset + done)
          .catch((cause: unknown) => {
            throw cannotRead(cause);
          });
        if (bytesRead === 0) throw new HostError('changed-meanwhile', 'the file became shorter while it was read');
        done += bytesRead;
      }
      return bytes;
    },
    close: () => file.close(),
  };
}

function cannotRead(cause: unknown): HostError {
  return new HostError('cannot-read', cause instanceof Error ? cause.message : String(cause), { cause });
}
