import { registerIcons } from '@uifabric/styling/lib/utilities/icons';

/**
 * Fabric would fetch Segoe UI from a Microsoft server; every machine with Excel has it, and nothing is fetched from
 * elsewhere. Must run before any of Fabric's styles: imported first by each entry.
 */
(window as { FabricConfig?: { fontBaseUrl: string } }).FabricConfig = { fontBaseUrl: '' };

const STYLE = {
  MozOsxFontSmoothing: 'grayscale',
  WebkitFontSmoothing: 'antialiased',
  fontStyle: 'normal',
  fontWeight: 'normal',
  speak: 'none',
} as const;

/** The icons that are used, from our own copy of the fonts. */
export function setUpIcons(): void {
  registerIcons({
    style: STYLE,
    fontFace: { fontFamily: '"FabricMDL2Icons"', src: "url('fonts/fabric-icons-a13498cf.woff') format('woff')" },
    icons: {
      Cancel: '\uE711',
      CheckMark: '\uE73E',
      ChevronDown: '\uE70D',
      ChevronLeft: '\uE76B',
      ChevronUp: '\uE70E',
      Clear: '\uE894',
      Edit: '\uE70F',
      Info: '\uE946',
      Mail: '\uE715',
      Search: '\uE721',
      Undo: '\uE7A7',
    },
  });
  registerIcons({
    style: STYLE,
    fontFace: { fontFamily: '"FabricMDL2Icons-0"', src: "url('fonts/fabric-icons-0-467ee27f.woff') format('woff')" },
    icons: { Refresh: '\uE72C' },
  });
  registerIcons({
    style: STYLE,
    fontFace: { fontFamily: '"FabricMDL2Icons-3"', src: "url('fonts/fabric-icons-3-089e217a.woff') format('woff')" },
    icons: { ErrorBadge: '\uEA39' },
  });
}

/** The icon fonts by family, as registered above. */
const ICON_FONTS: readonly (readonly [family: string, file: string])[] = [
  ['FabricMDL2Icons', 'fabric-icons-a13498cf.woff'],
  ['FabricMDL2Icons-0', 'fabric-icons-0-467ee27f.woff'],
  ['FabricMDL2Icons-3', 'fabric-icons-3-089e217a.woff'],
];

/** Takes the icon fonts while there is a network: else each would be asked for when its first icon is drawn. */
export async function loadIconFonts(): Promise<void> {
  const fonts = ICON_FONTS.map(([family, file]) => new FontFace(family, `url('fonts/${file}') format('woff')`));
  for (const font of await Promise.all(fonts.map((font) => font.load()))) document.fonts.add(font);
}
