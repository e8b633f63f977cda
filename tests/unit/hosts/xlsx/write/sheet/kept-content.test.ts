import { copyFragment } from '../../../../../../src/hosts/xlsx/write/sheet/kept-content';
import { childOf, parseXml } from '../../../../../../src/hosts/xlsx/write/xml/xml-tree';

const MAIN = 'xmlns="urn:main"';
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const copied = (root: string, child: string): string => {
  const text = `<worksheet ${root}>${child}</worksheet>`;
  return copyFragment(childOf(parseXml(text, 'sheet1.xml'), 'pageSetup')!, text);
};

describe('a piece of a part that is put elsewhere', () => {
  it('has the namespaces that it uses and no others, and stays as it is once it has them', () => {
    const child = '<pageSetup x14:a="1"/>';
    const once = copied(`${MAIN} xmlns:x14="urn:x14" xmlns:other="urn:other"`, child);
    expect(once).toBe('<pageSetup xmlns="urn:main" xmlns:x14="urn:x14" x14:a="1"/>');
    expect(copied(`${MAIN} xmlns:x14="urn:x14"`, once)).toBe(once);
  });

  it('says what may be ignored where it was said around it, and only of what it uses', () => {
    const around = `${MAIN} ${MC} xmlns:x14="urn:x14" xmlns:xr="urn:xr" mc:Ignorable="x14 xr"`;
    expect(copied(around, '<pageSetup x14:a="1"/>')).toBe(
      `<pageSetup xmlns="urn:main" xmlns:x14="urn:x14" ${MC} mc:Ignorable="x14" x14:a="1"/>`,
    );
    expect(copied(around, '<pageSetup a="1"/>')).toBe('<pageSetup xmlns="urn:main" a="1"/>');
  });

  it('has those of short names, and needs none for what every part knows', () => {
    const child = '<pageSetup r:id="rId1"><t xml:space="preserve"/></pageSetup>';
    expect(copied(`${MAIN} xmlns:r="urn:r"`, child)).toBe(
      '<pageSetup xmlns="urn:main" xmlns:r="urn:r" r:id="rId1"><t xml:space="preserve"/></pageSetup>',
    );
    const own = '<pageSetup xmlns:r="urn:own" r:id="rId1"/>';
    expect(copied(`${MAIN} xmlns:r="urn:r"`, own)).toBe('<pageSetup xmlns="urn:main" xmlns:r="urn:own" r:id="rId1"/>');
  });

  it('keeps what it says of that itself', () => {
    const around = `${MAIN} ${MC} xmlns:x14="urn:x14" mc:Ignorable="x14"`;
    expect(copied(around, '<pageSetup mc:Ignorable="x14" x14:a="1"/>')).toBe(
      `<pageSetup xmlns="urn:main" ${MC} xmlns:x14="urn:x14" mc:Ignorable="x14" x14:a="1"/>`,
    );
  });

  it('has the namespaces that a choice asks for by name', () => {
    const child = '<pageSetup><mc:Choice Requires="x14"/></pageSetup>';
    expect(copied(`${MAIN} ${MC} xmlns:x14="urn:x14"`, child)).toBe(
      `<pageSetup xmlns="urn:main" ${MC} xmlns:x14="urn:x14"><mc:Choice Requires="x14"/></pageSetup>`,
    );
  });
});
