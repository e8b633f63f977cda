import { NO_CLIENT } from '../../core/model/columns';
import { keyOfText } from '../parse/text';

interface DirectoryEntry {
  code: string;
  name: string;
}

/**
 * The clients: those of the client sheet, then those met elsewhere. Found by code, else by name or by the short name that
 * the client sheet gives; codes and names are compared as keys (width, brackets, case and blanks make no difference).
 */
export class ClientDirectory {
  readonly entries: DirectoryEntry[] = [];
  private readonly byCode = new Map<string, number>();
  private readonly byName = new Map<string, number>();
  /** Codes without leading zeros, where only one client has them: 00123 typed as a number is 123. */
  private readonly byBareCode = new Map<string, number>();
  private readonly sharedNames = new Set<string>();
  /** Short names of the client sheet; −1 where two clients have one. */
  private readonly byShortName = new Map<string, number>();
  /** How many clients stood on the client sheet. */
  listed = 0;

  /** Adds a line of the client sheet; the index of an earlier line with the same key where there is one. */
  addListed(code: string, name: string, shortName = ''): { readonly client: number; readonly isNew: boolean } {
    const codeKey = keyOfCode(code);
    const nameKey = keyOfText(name);
    const earlier = codeKey !== '' ? this.byCode.get(codeKey) : this.byName.get(nameKey);
    if (earlier !== undefined) return { client: earlier, isNew: false };
    const client = this.add(code, name, codeKey, nameKey);
    const shortKey = keyOfText(shortName);
    if (shortKey !== '' && shortKey !== nameKey)
      this.byShortName.set(shortKey, this.byShortName.has(shortKey) ? NO_CLIENT : client);
    return { client, isNew: true };
  }

  private add(code: string, name: string, codeKey: string, nameKey: string): number {
    const client = this.entries.length;
    this.entries.push({ code, name });
    if (codeKey !== '') {
      this.byCode.set(codeKey, client);
      const bare = bareCode(codeKey);
      this.byBareCode.set(bare, this.byBareCode.has(bare) ? NO_CLIENT : client);
    }
    if (nameKey !== '') {
      if (this.byName.has(nameKey)) this.sharedNames.add(nameKey);
      else this.byName.set(nameKey, client);
    }
    return client;
  }

  /** Where the client of a line is; `NO_CLIENT` where nobody has the code or name. */
  private find(codeKey: string, nameKey: string): number {
    if (codeKey !== '') {
      const found = this.byCode.get(codeKey) ?? this.bareMatch(codeKey);
      if (found !== undefined && found !== NO_CLIENT) return found;
    }
    if (nameKey === '') {
      // A code column that holds names, or a name column that holds codes.
      return codeKey === '' ? NO_CLIENT : (this.byAnyName(codeKey) ?? NO_CLIENT);
    }
    const byName = this.byAnyName(nameKey);
    if (byName === undefined) return codeKey === '' ? (this.byCode.get(nameKey) ?? NO_CLIENT) : NO_CLIENT;
    // A code of its own that nobody has is a client of its own, unless the client of that name has no code yet.
    if (codeKey !== '' && this.entries[byName]!.code !== '') return NO_CLIENT;
    return byName;
  }

  /** By the name, else by the short name of the client sheet. */
  private byAnyName(key: string): number | undefined {
    const found = this.byName.get(key) ?? this.byShortName.get(key);
    return found === NO_CLIENT ? undefined : found;
  }

  private bareMatch(codeKey: string): number | undefined {
    const bare = bareCode(codeKey);
    const found = this.byBareCode.get(bare);
    if (found === undefined || found === NO_CLIENT) return undefined;
    // 00123 and 123 are one; 00123 and 0123 are not known to be.
    const own = keyOfCode(this.entries[found]!.code);
    return bare === codeKey || bare === own ? found : undefined;
  }

  /** The client of a line, made where nobody has the code or name. */
  resolve(code: string, name: string): number {
    const codeKey = keyOfCode(code);
    const nameKey = keyOfText(name);
    const found = this.find(codeKey, nameKey);
    if (found === NO_CLIENT) return this.add(code, name, codeKey, nameKey);
    const entry = this.entries[found]!;
    if (entry.code === '' && code !== '' && keyOfText(code) !== keyOfText(entry.name)) {
      entry.code = code;
      this.byCode.set(codeKey, found);
    }
    if (entry.name === '' && name !== '') {
      entry.name = name;
      if (!this.byName.has(nameKey)) this.byName.set(nameKey, found);
    }
    return found;
  }

  /** Whether two names are one to whoever compares them; an empty one agrees with all. */
  isSameName(a: string, b: string): boolean {
    return a === b || a === '' || b === '' || keyOfText(a) === keyOfText(b);
  }

  /** Whether several clients carry the name. */
  isSharedName(name: string): boolean {
    return this.sharedNames.has(keyOfText(name));
  }
}

/** A code as codes are compared: "1", 1 and "1.0" are one. */
function keyOfCode(code: string): string {
  return keyOfText(code).replace(/^(\d+)\.0+$/, '$1');
}

function bareCode(key: string): string {
  return /^\d+$/.test(key) ? key.replace(/^0+(?=\d)/, '') : key;
}
