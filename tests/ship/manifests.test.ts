import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import { strFromU8, unzipSync } from 'fflate';
import { validateXML } from 'xmllint-wasm';
import app from '../../package.json';
import { addressManifest } from '../../src/ship/address-manifest';
import { appPackage } from '../../src/ship/app-package';
import { readElements } from '../../src/ship/read-elements';

/** Both manifests for an address of a firm. */
const ROOT = join(__dirname, '..', '..');
const text = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');
const ID = '0b6a1f1e-9f0a-4f3b-8a55-2f1f0c6c7d11';
const address = (origin: string, id?: string): string =>
  addressManifest(text, { origin, version: app.version, ...(id !== undefined && { id }) });
const asset = (name: string): Uint8Array => new Uint8Array(readFileSync(join(ROOT, 'assets', name)));

describe('the add-in manifest of a firm', () => {
  it('has no address but the firm’s, and keeps the id unless another is given', () => {
    const xml = address('https://kelan.firm.cn/office/');
    const addresses = readElements(xml).flatMap(({ attributes }) => attributes['DefaultValue'] ?? []);
    const links = addresses.filter((value) => value.includes('://'));
    expect(links.length).toBeGreaterThan(15);
    expect(links.filter((link) => !link.startsWith('https://kelan.firm.cn/office/'))).toEqual([]);
    expect(links).toContain('https://kelan.firm.cn/office/taskpane.html?screen=send');
    const idOf = (of: string): string | undefined => readElements(of).find(({ name }) => name === 'Id')?.text;
    expect(idOf(xml)).toBe(idOf(text));
    expect(idOf(address('https://kelan.firm.cn', ID.toUpperCase()))).toBe(ID);
    expect(xml).toContain(`<Version>${app.version}.0</Version>`);
  });

  it.each([
    'http://kelan.firm.cn',
    'kelan.firm.cn',
    'https://kelan.firm.cn/?a=1',
    'https://me:secret@kelan.firm.cn',
    'https://kelan.firm.cn/a&b',
  ])('refuses %s as an address', (origin) => {
    expect(() => address(origin)).toThrow(RangeError);
  });

  it('refuses an id that is no GUID', () => {
    expect(() => address('https://kelan.firm.cn', 'kelan')).toThrow('GUID');
  });

  const schemas = join(ROOT, '..', 'shared', 'manifest-schema');
  (existsSync(join(schemas, 'all.xsd')) ? it : it.skip)(
    'passes the published schemas (skipped where they are not at hand)',
    async () => {
      const file = (fileName: string): { fileName: string; contents: string } => ({
        fileName,
        contents: readFileSync(join(schemas, fileName), 'utf8'),
      });
      const others = readdirSync(schemas).filter((name) => name.endsWith('.xsd') && name !== 'all.xsd');
      const result = await validateXML({
        xml: [{ fileName: 'manifest.xml', contents: address('https://kelan.firm.cn/', ID) }],
        schema: [file('all.xsd')],
        preload: others.map(file),
      });
      expect(result.errors).toEqual([]);
    },
  );
});

describe('the app package for Microsoft 365', () => {
  const files = unzipSync(
    appPackage(address('https://kelan.firm.cn/', ID), {
      color: asset('icon-192.png'),
      outline: asset('outline-32.png'),
    }),
  );
  const json = (name: string): Record<string, unknown> =>
    JSON.parse(strFromU8(files[name]!)) as Record<string, unknown>;
  const manifest = json('manifest.json');
  const english = json('en-us.json');

  /** Microsoft's own schemas, as its tool for manifests brings them. */
  function schemaOf(kind: string): ValidateFunction {
    const folder = join(
      ...[ROOT, 'node_modules', '@microsoft', 'app-manifest', 'build', 'json-schemas', 'teams'],
      `v${String(manifest['manifestVersion'])}`,
    );
    // Draft 4 says of ids what draft 7 says with $id; nothing else in these schemas is read differently.
    const {
      $schema: _,
      id: __,
      ...schema
    } = JSON.parse(readFileSync(join(folder, kind), 'utf8')) as Record<string, object>;
    return new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true }).compile(schema);
  }

  it('passes the published schema, and a mistake does not', () => {
    const check = schemaOf('MicrosoftTeams.schema.json');
    check(manifest);
    expect(check.errors ?? []).toEqual([]);
    expect(check({ ...manifest, id: 'kelan' })).toBe(false);
    const words = schemaOf('MicrosoftTeams.Localization.schema.json');
    words(english);
    expect(words.errors ?? []).toEqual([]);
    expect(words({ ...english, 'extensions[0].nonsense': 'x' })).toBe(false);
  });

  it('says the same as the add-in manifest: buttons, functions, addresses, words in both languages', () => {
    const [extension] = manifest['extensions'] as {
      runtimes: { code: { page: string }; actions: { id: string; type: string }[] }[];
      ribbons: { tabs: { groups: { controls: { id: string; label: string; actionId: string }[] }[] }[] }[];
    }[];
    const actions = extension!.runtimes.flatMap((runtime) => runtime.actions);
    expect(actions).toEqual([
      { id: 'refreshReports', type: 'executeFunction' },
      { id: 'openCallPlan', type: 'executeFunction' },
      { id: 'Kelan.Open', type: 'openPage', view: 'KelanPane' },
      { id: 'Kelan.Send', type: 'openPage', view: 'KelanPane' },
    ]);
    expect(extension!.runtimes.map(({ code }) => code.page)).toEqual([
      'https://kelan.firm.cn/commands.html',
      'https://kelan.firm.cn/taskpane.html',
      'https://kelan.firm.cn/taskpane.html?screen=send',
    ]);
    const { controls } = extension!.ribbons[0]!.tabs[0]!.groups[0]!;
    expect(controls.map(({ label, actionId }) => [label, actionId])).toEqual([
      ['刷新报表', 'refreshReports'],
      ['联络计划', 'openCallPlan'],
      ['打开客览', 'Kelan.Open'],
      ['准备发送', 'Kelan.Send'],
    ]);
    expect(english['extensions[0].ribbons[0].tabs[0].groups[0].controls[0].label']).toBe('Refresh reports');
    expect(english['name.short']).toBe('Kelan client analysis');
    expect(manifest).toMatchObject({ version: app.version, id: ID });
  });

  it('brings its icons in the sizes asked for', () => {
    const sizeOf = (name: string): number => new DataView(files[name]!.buffer, files[name]!.byteOffset).getUint32(16);
    expect([sizeOf('color.png'), sizeOf('outline.png')]).toEqual([192, 32]);
  });
});
