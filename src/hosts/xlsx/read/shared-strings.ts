import { HostError } from '../../../workbook/host-error';
import type { StringPool } from '../../../workbook/column-block';
import type { JobControl } from '../../../workbook/job-control';
import { toUtf8 } from '../package/xml-encoding';
import type { XlsxPackage } from '../package/xlsx-package';
import type { ZipArchive, ZipEntry } from '../zip/zip-archive';
import { ByteWindow } from './byte-window';
import {
  decodeUtf8,
  INCOMPLETE,
  isMarkup,
  isPlainText,
  localNameAt,
  readContent,
  skipMarkup,
  skipTag,
} from './xml-text';

// Constants of this module: see the scanner of sheets.
const LT = 0x3c;
const SLASH = 0x2f;

const MAX_TEXT_BYTES = 1024 * 1024 * 1024;

/**
 * The workbook's strings, kept as bytes one behind the other: a million of them in some twenty megabytes. One becomes
 * a string of the program when a cell that somebody asked for refers to it.
 */
export class SharedStrings {
  private bytes = new Uint8Array(1 << 16);
  private ends = new Uint32Array(1 << 12);
  private used = 0;
  count = 0;

  textOf(index: number): string {
    return decodeUtf8(this.bytes, index === 0 ? 0 : this.ends[index - 1]!, this.ends[index]!);
  }

  /** The id in a pool of a string that runs on with others (order numbers), which becomes no string for it; else `NO_ID`. */
  idOfNumber(index: number, pool: StringPool): number {
    return pool.idOfNumber(this.bytes, index === 0 ? 0 : this.ends[index - 1]!, this.ends[index]!);
  }

  addBytes(source: Uint8Array, from: number, to: number): void {
    this.makeRoom(to - from);
    this.bytes.set(source.subarray(from, to), this.used);
    this.close(to - from);
  }

  addText(text: string): void {
    this.makeRoom(text.length * 3);
    this.close(new TextEncoder().encodeInto(text, this.bytes.subarray(this.used)).written);
  }

  private close(length: number): void {
    this.used += length;
    if (this.count === this.ends.length) {
      const larger = new Uint32Array(this.ends.length * 2);
      larger.set(this.ends);
      this.ends = larger;
    }
    this.ends[this.count++] = this.used;
  }

  private makeRoom(length: number): void {
    const needed = this.used + length;
    if (needed <= this.bytes.length) return;
    if (needed > MAX_TEXT_BYTES) throw new HostError('too-large', 'more text than can be held at once');
    const larger = new Uint8Array(Math.max(needed, Math.min(this.bytes.length * 2, MAX_TEXT_BYTES)));
    larger.set(this.bytes.subarray(0, this.used));
    this.bytes = larger;
  }
}

/** The part that holds the strings, where there is one. */
export function findSharedStrings(pkg: XlsxPackage): ZipEntry | undefined {
  const part = pkg.workbookRelationships.find((one) => one.kind === 'sharedStrings' && !one.isExternal)?.target;
  return part === undefined ? undefined : pkg.archive.find(part);
}

export async function readSharedStrings(
  archive: ZipArchive,
  entry: ZipEntry,
  control?: JobControl,
): Promise<SharedStrings> {
  const strings = new SharedStrings();
  const window = new ByteWindow(entry.name);
  for await (const chunk of toUtf8(archive.inflate(entry, control))) {
    window.add(chunk);
    scanStrings(window, strings, entry.name);
  }
  if (window.bytes[window.at] === LT && window.at < window.end) {
    throw new HostError('damaged', `${entry.name} breaks off`);
  }
  return strings;
}

/** Scans whole `<si>` elements, and leaves the window before the first that is not whole. */
function scanStrings(window: ByteWindow, strings: SharedStrings, part: string): void {
  const { bytes, end } = window;
  let at = window.at;
  for (;;) {
    while (at < end && bytes[at] !== LT) at++;
    window.at = at;
    if (at + 1 >= end) return;
    if (isMarkup(bytes[at + 1]!)) {
      at = skipMarkup(bytes, at, end, part);
      if (at === INCOMPLETE) return;
      continue;
    }
    const after = skipTag(bytes, at, end);
    if (after === INCOMPLETE) return;
    const isItem = bytes[at + 1] !== SLASH && localNameAt(bytes, at + 1, end) === 'si';
    if (!isItem) {
      at = after;
    } else if (bytes[after - 2] === SLASH) {
      strings.addText('');
      at = after;
    } else {
      at = scanItem(bytes, after, end, strings, part);
      if (at === INCOMPLETE) return;
    }
  }
}

const ITEM_START = [...'<t>'].map((character) => character.charCodeAt(0));
const ITEM_END = [...'</t></si>'].map((character) => character.charCodeAt(0));

/** The content of one `<si>`; nearly all are `<t>text</t></si>`, whose bytes are taken as they are. */
function scanItem(bytes: Uint8Array, from: number, end: number, strings: SharedStrings, part: string): number {
  if (ITEM_START.every((byte, index) => bytes[from + index] === byte)) {
    const textStart = from + ITEM_START.length;
    let textEnd = textStart;
    while (textEnd < end && bytes[textEnd] !== LT) textEnd++;
    if (textEnd + ITEM_END.length > end) return INCOMPLETE;
    if (ITEM_END.every((byte, index) => bytes[textEnd + index] === byte) && isPlainText(bytes, textStart, textEnd)) {
      strings.addBytes(bytes, textStart, textEnd);
      return textEnd + ITEM_END.length;
    }
  }
  const gatherer = { text: '' };
  const after = readContent(bytes, from, end, part, gatherer);
  if (after !== INCOMPLETE) strings.addText(gatherer.text);
  return after;
}
