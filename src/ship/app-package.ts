import { strToU8, zipSync } from 'fflate';
import { PACKAGE_FILES, unifiedManifest } from './unified-manifest';

/** The same day in every package: same input, same bytes. */
const DAY = '2000-01-01T00:00:00';

/**
 * The package to upload in the Microsoft 365 admin centre: the unified manifest, its other language, and two icons.
 *
 * @param icons 192 pixels in colour, and 32 pixels of white lines
 */
export function appPackage(
  xml: string,
  icons: { readonly color: Uint8Array; readonly outline: Uint8Array },
): Uint8Array {
  const { manifest, english } = unifiedManifest(xml);
  const schema = String(manifest['$schema']).replace('MicrosoftTeams.schema', 'MicrosoftTeams.Localization.schema');
  const json = (value: object): Uint8Array => strToU8(`${JSON.stringify(value, null, 2)}\n`);
  return zipSync(
    {
      'manifest.json': json(manifest),
      [PACKAGE_FILES.english]: json({ $schema: schema, ...english }),
      [PACKAGE_FILES.color]: icons.color,
      [PACKAGE_FILES.outline]: icons.outline,
    },
    { mtime: DAY, level: 9 },
  );
}
