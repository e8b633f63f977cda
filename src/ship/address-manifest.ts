/** What a firm decides of the manifest. */
export interface ManifestAddress {
  /** Where the built files stand, with the folder where they are not at the top: `https://kelan.firm.cn/`. */
  readonly origin: string;
  /** A GUID of the firm's own: needed where two editions are installed side by side. */
  readonly id?: string;
  /** Of the package: `0.1.0`. */
  readonly version: string;
}

const DEVELOPMENT = 'https://localhost:3000';
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The add-in manifest with the addresses of a firm in place of the developer's.
 *
 * Office takes add-ins from https only. A new version makes clients read the manifest again.
 *
 * @throws RangeError with one sentence where the address or the id cannot be one
 * @example addressManifest(xml, { origin: 'https://kelan.firm.cn/', version: '0.1.0' })
 */
export function addressManifest(xml: string, { origin, id, version }: ManifestAddress): string {
  const base = baseOf(origin);
  if (id !== undefined && !GUID.test(id)) throw new RangeError(`--env id=${id}: a GUID is needed, or new`);
  return xml
    .replaceAll(DEVELOPMENT, base)
    .replace(/<Version>[^<]*<\/Version>/, `<Version>${version}.0</Version>`)
    .replace(/<Id>[^<]*<\/Id>/, (own) => (id === undefined ? own : `<Id>${id.toLowerCase()}</Id>`));
}

function baseOf(origin: string): string {
  let url: URL;
  try {
    url = new URL(origin);
  } catch {
    throw new RangeError(`--env origin=${origin}: an address like https://kelan.firm.cn/ is needed`);
  }
  if (url.protocol !== 'https:') throw new RangeError(`--env origin=${origin}: Office takes add-ins from https only`);
  if (url.search !== '' || url.hash !== '' || url.username !== '')
    throw new RangeError(`--env origin=${origin}: only a host and a folder can stand in it`);
  if (/[^\w./:~%-]/.test(url.href))
    throw new RangeError(`--env origin=${origin}: the address has signs that cannot stand in it`);
  return url.href.replace(/\/$/, '');
}
