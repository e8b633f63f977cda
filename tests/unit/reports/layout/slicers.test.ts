import { join } from 'node:path';
import { attribute, partsOf, printedOf, tagsOf } from '../../../support/printed-pages';

const SAMPLE = join(__dirname, '../../../../assets/kelan-sample.xlsx');
const numberIn = (xml: string, corner: string, name: string): number =>
  Number(new RegExp(`<xdr:${corner}>.*?<xdr:${name}>(\\d+)<`).exec(xml)![1]);

describe('buttons that filter, in the sample', () => {
  it.each(['zh', 'en'] as const)('stand above their table, beside the words and off the paper (%s)', async (lang) => {
    const parts = await partsOf(SAMPLE, lang, ['--reports', 'all']);
    const found: string[] = [];
    for (const { part, xml, areas } of printedOf(parts)) {
      const relations = tagsOf(parts[part.replace('worksheets/', 'worksheets/_rels/') + '.rels'] ?? '', 'Relationship');
      const drawing = relations.map((one) => attribute(one, 'Target')!).find((one) => one.includes('/drawings/'));
      const drawn = drawing === undefined ? '' : parts[`xl${drawing.slice(2)}`]!;
      const anchors = [...drawn.matchAll(/<xdr:twoCellAnchor editAs="absolute">.*?<\/xdr:twoCellAnchor>/g)];
      const printed = Math.max(...areas.filter(({ row }) => row === 0).map(({ columns }) => columns));
      for (const [anchor] of anchors) {
        const column = numberIn(anchor, 'from', 'col');
        const header = numberIn(anchor, 'to', 'row');
        found.push(/sle:slicer [^>]*name="([^"]*)"/.exec(anchor)![1]!);
        expect(column).toBeGreaterThanOrEqual(printed);
        // No cell with anything in it lies under them: only the head, and it ends before.
        for (const row of [...xml.matchAll(/<row r="(\d+)"[^>]*?(?:\/>|>.*?<\/row>)/gs)].filter(
          ([, at]) => Number(at) <= header,
        )) {
          const filled = [...row[0].matchAll(/<c r="([A-Z]+)\d+"[^>]*>/g)].filter(([tag]) => !tag.endsWith('/>'));
          const last = Math.max(-1, ...filled.map(([, name]) => [...name!].reduce((at, one) => at * 26 + one.charCodeAt(0) - 64, 0) - 1)); // prettier-ignore
          expect(last).toBeLessThan(column);
        }
      }
    }
    expect(found.sort()).toEqual([
      'Kelan_alerts_rep',
      'Kelan_alerts_severity',
      'Kelan_callPlan_region',
      'Kelan_callPlan_rep',
      'Kelan_callPlan_way',
      'Kelan_clientClasses_accountLevel',
      'Kelan_clientClasses_lifecycle',
      'Kelan_clientClasses_region',
      'Kelan_clientTiers_region',
      'Kelan_clientTiers_rep',
      'Kelan_clientTiers_tier',
      'Kelan_collectionPlan_name',
      'Kelan_collectionPlan_step',
    ]);
  });
});
