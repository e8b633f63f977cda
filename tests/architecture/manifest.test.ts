import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { MINIMUM_API } from '../../src/hosts/office/api-sets';
import { readElements, type Element } from '../../src/ship/read-elements';
import { version } from '../../package.json';

/** The manifest is what Excel believes of the add-in before a line of it runs. */
const ROOT = join(__dirname, '..', '..');
const SCHEMAS = join(ROOT, '..', 'shared', 'manifest-schema');
const text = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');

const elements = readElements(text);
const named = (name: string): Element[] => elements.filter((element) => element.name === name);
const valueOf = (element: Element): string => element.attributes['DefaultValue'] ?? '';

describe('the manifest', () => {
  const hasSchemas = existsSync(join(SCHEMAS, 'all.xsd'));
  (hasSchemas ? it : it.skip)('passes the published schemas (skipped where they are not at hand)', async () => {
    const files = readdirSync(SCHEMAS).filter((name) => name.endsWith('.xsd'));
    const file = (fileName: string): { fileName: string; contents: string } => ({
      fileName,
      contents: readFileSync(join(SCHEMAS, fileName), 'utf8'),
    });
    const check = (contents: string): ReturnType<typeof validateXML> =>
      validateXML({
        xml: [{ fileName: 'manifest.xml', contents }],
        schema: [file('all.xsd')],
        preload: files.filter((name) => name !== 'all.xsd').map(file),
      });
    expect((await check(text)).errors).toEqual([]);
    expect((await check(text.replace(/<Permissions>.*<\/Permissions>/, ''))).valid).toBe(false);
  });

  it('asks for the requirement set that the host stays within, and no more', () => {
    expect(named('Set').map(({ attributes }) => attributes)).toEqual([{ Name: 'ExcelApi', MinVersion: MINIMUM_API }]);
    expect(Number(MINIMUM_API.split('.')[1])).toBeLessThanOrEqual(9);
  });

  it('carries the version of the package', () => {
    expect(named('Version')[0]!.text).toBe(`${version}.0`);
  });

  it('has an id that is a GUID, and no id twice', () => {
    expect(named('Id')[0]!.text).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('defines every resource that it names, and names every one that it defines', () => {
    const defined = ['bt:Image', 'bt:Url', 'bt:String']
      .flatMap(named)
      .flatMap(({ attributes }) => attributes['id'] ?? []);
    const asked = elements.flatMap(({ attributes }) => attributes['resid'] ?? []);
    expect([...new Set(asked)].sort()).toEqual([...defined].sort());
  });

  it('says everything in both languages, within the lengths that Office shows', () => {
    const strings = ['bt:String', 'DisplayName', 'Description']
      .flatMap(named)
      .filter((one) => !one.attributes['resid']);
    expect(strings.length).toBeGreaterThan(8);
    for (const string of strings) {
      const english = string.children.find((child) => child.attributes['Locale'] === 'en-US');
      expect([valueOf(string), /[\u4e00-\u9fff]/.test(valueOf(string))]).toEqual([valueOf(string), true]);
      expect(english?.attributes['Value']).toMatch(/^[\x20-\x7e’“”]+$/);
    }
    for (const { children, attributes } of named('bt:ShortStrings')[0]!.children) {
      expect(attributes['DefaultValue']!.length).toBeLessThanOrEqual(125);
      for (const child of children) expect(child.attributes['Value']!.length).toBeLessThanOrEqual(125);
    }
    for (const { children, attributes } of named('bt:LongStrings')[0]!.children) {
      expect(attributes['DefaultValue']!.length).toBeLessThanOrEqual(250);
      for (const child of children) expect(child.attributes['Value']!.length).toBeLessThanOrEqual(250);
    }
  });

  it('takes every address from one https origin, and every icon is there in its size', () => {
    const addresses = elements.map(valueOf).filter((value) => value.includes('://'));
    expect(new Set(addresses.map((address) => new URL(address).origin)).size).toBe(1);
    expect(addresses.every((address) => address.startsWith('https://'))).toBe(true);
    const icons = addresses.filter((address) => address.endsWith('.png'));
    expect(icons.length).toBeGreaterThan(3);
    for (const icon of icons) {
      const png = readFileSync(join(ROOT, new URL(icon).pathname));
      const size = Number(/-(\d+)\.png$/.exec(icon)![1]);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
  });

  it('names only commands that the ribbon’s page answers to', () => {
    const page = readFileSync(join(ROOT, 'src', 'commands', 'index.ts'), 'utf8');
    const functions = named('FunctionName').map((element) => element.text);
    expect(functions.length).toBeGreaterThan(0);
    for (const name of functions) expect(page).toContain(`'${name}'`);
  });
});
