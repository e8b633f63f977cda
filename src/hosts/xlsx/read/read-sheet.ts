import type { ColumnBlock } from '../../../workbook/column-block';
import { HostError } from '../../../workbook/host-error';
import { checkCancelled, NO_CONTROL, type JobControl, type JobStep } from '../../../workbook/job-control';
import { toUtf8 } from '../package/xml-encoding';
import type { PackageSheet, XlsxPackage } from '../package/xlsx-package';
import { SheetScanner, type ScanRequest } from './sheet-scanner';

/** Progress is told this often. */
const REPORT_BYTES = 4 * 1024 * 1024;

/** A pool holds 2^24 strings; a block can add a million. */
const MAX_DISTINCT_TEXTS = 15_000_000;

export interface SheetScan extends Omit<ScanRequest, 'part' | 'sheet'> {
  readonly step: JobStep;
}

/** Sends a sheet part through a scanner, block by block; gives back the scanner with what it noted. */
export async function scanSheet(
  pkg: XlsxPackage,
  sheet: PackageSheet,
  scan: SheetScan,
  receive: (block: ColumnBlock, scanner: SheetScanner) => void | Promise<void>,
  control: JobControl = NO_CONTROL,
): Promise<SheetScanner> {
  const entry = pkg.archive.find(sheet.part);
  if (!entry) throw new HostError('damaged', `${sheet.part} is missing`, { sheet: sheet.name });
  const scanner = new SheetScanner({ ...scan, part: sheet.part, sheet: sheet.name });
  const take = async (): Promise<void> => {
    const { block } = scanner;
    if (block.pool.texts.length > MAX_DISTINCT_TEXTS) {
      throw new HostError('too-large', `more than ${MAX_DISTINCT_TEXTS} different texts`, { sheet: sheet.name });
    }
    await receive(block, scanner);
    scanner.startNextBlock();
    checkCancelled(control);
  };

  let done = 0;
  let reported = 0;
  let state: 'more' | 'block' | 'done' = 'more';
  for await (const chunk of toUtf8(pkg.archive.inflate(entry, control))) {
    scanner.feed(chunk);
    while ((state = scanner.scan()) === 'block') await take();
    if (state === 'done') break;
    done += chunk.length;
    if (done - reported >= REPORT_BYTES) {
      reported = done;
      control.report?.({ step: scan.step, sheet: sheet.name, done: Math.min(done, entry.size), total: entry.size });
    }
  }
  if (state !== 'done') scanner.finish();
  if (scanner.hasBlock) await take();
  control.report?.({ step: scan.step, sheet: sheet.name, done: entry.size, total: entry.size });
  return scanner;
}
