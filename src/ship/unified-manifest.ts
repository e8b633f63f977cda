import { readElements, type Element } from './read-elements';

/** The first version of the schema that has everything the add-in manifest says, the first-run message last. */
const SCHEMA_VERSION = '1.23';
const ACCENT = '#12493D';

/** The unified manifest of Microsoft 365, and its words in the other language. */
export interface UnifiedManifest {
  readonly manifest: Record<string, unknown>;
  /** By place in the manifest: `extensions[0].ribbons[0].tabs[0].groups[0].label`. */
  readonly english: Record<string, string>;
}

/** Names of the files that stand beside the manifest in the package. */
export const PACKAGE_FILES = { color: 'color.png', outline: 'outline.png', english: 'en-us.json' } as const;

/**
 * The unified manifest that says what the add-in manifest says: one source, two kinds.
 *
 * @param xml the add-in manifest, with the addresses that are to be used
 */
export function unifiedManifest(xml: string): UnifiedManifest {
  const elements = readElements(xml);
  const all = (name: string): Element[] => elements.filter((element) => element.name === name);
  const one = (name: string): Element => {
    const found = all(name)[0];
    if (!found) throw new Error(`The add-in manifest has no ${name}`);
    return found;
  };
  const english: Record<string, string> = {};
  /** The Chinese words; the English ones are put down under the place where they will stand. */
  const wordsOf = (element: Element, place: string, most: number): string => {
    const other = element.children.find(({ attributes }) => attributes['Locale'] === 'en-US')?.attributes['Value'];
    if (other !== undefined) english[place] = shorten(other, most);
    return shorten(element.attributes['DefaultValue'] ?? '', most);
  };
  const resource = (id: string | undefined): Element => {
    const found = elements.find(
      ({ attributes }) => attributes['id'] === id && attributes['DefaultValue'] !== undefined,
    );
    if (!found) throw new Error(`The add-in manifest has no resource ${id}`);
    return found;
  };
  const child = (element: Element, ...path: readonly string[]): Element =>
    path.reduce((at, name) => {
      const found = at.children.find((inside) => inside.name === name);
      if (!found) throw new Error(`${at.name} has no ${name}`);
      return found;
    }, element);
  const resourceOf = (element: Element, ...path: readonly string[]): Element =>
    resource(child(element, ...path).attributes['resid']);
  const addressOf = (element: Element): string => element.attributes['DefaultValue'] ?? '';
  const iconsOf = (element: Element): object[] =>
    child(element, 'Icon').children.map(({ attributes }) => ({
      size: Number(attributes['size']),
      url: addressOf(resource(attributes['resid'])),
    }));

  const version = one('Version').text.split('.').slice(0, 3).join('.');
  const help = addressOf(one('SupportUrl'));
  const group = one('Group');
  const buttons = group.children.filter(({ name }) => name === 'Control');
  const controlsAt = 'extensions[0].ribbons[0].tabs[0].groups[0]';
  const isPane = (button: Element): boolean => child(button, 'Action').attributes['xsi:type'] === 'ShowTaskpane';
  const actionOf = (button: Element): string =>
    isPane(button) ? button.attributes['id']! : child(button, 'Action', 'FunctionName').text;

  const manifest = {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA_VERSION}/MicrosoftTeams.schema.json`,
    manifestVersion: SCHEMA_VERSION,
    version,
    id: one('Id').text,
    localizationInfo: {
      defaultLanguageTag: 'zh-cn',
      additionalLanguages: [{ languageTag: 'en-us', file: PACKAGE_FILES.english }],
    },
    developer: { name: one('ProviderName').text, websiteUrl: help, privacyUrl: help, termsOfUseUrl: help },
    name: { short: wordsOf(one('DisplayName'), 'name.short', 30) },
    description: {
      short: wordsOf(one('Description'), 'description.short', 80),
      full: wordsOf(one('Description'), 'description.full', 4000),
    },
    icons: { color: PACKAGE_FILES.color, outline: PACKAGE_FILES.outline },
    accentColor: ACCENT,
    validDomains: [new URL(help).host],
    authorization: {
      permissions: { resourceSpecific: [{ name: 'Document.ReadWrite.User', type: 'Delegated' }] },
    },
    extensions: [
      {
        requirements: {
          scopes: ['workbook'],
          capabilities: all('Set').map(({ attributes }) => ({
            name: attributes['Name'],
            minVersion: attributes['MinVersion'],
          })),
        },
        runtimes: [
          {
            id: 'Commands',
            type: 'general',
            lifetime: 'short',
            code: { page: addressOf(resourceOf(one('DesktopFormFactor'), 'FunctionFile')) },
            actions: buttons
              .filter((button) => !isPane(button))
              .map((button) => ({ id: actionOf(button), type: 'executeFunction' })),
          },
          ...buttons.filter(isPane).map((button) => ({
            id: `${button.attributes['id']}.Pane`,
            type: 'general',
            lifetime: 'short',
            code: { page: addressOf(resourceOf(button, 'Action', 'SourceLocation')) },
            actions: [{ id: actionOf(button), type: 'openPage', view: child(button, 'Action', 'TaskpaneId').text }],
          })),
        ],
        ribbons: [
          {
            contexts: ['default'],
            tabs: [
              {
                builtInTabId: one('OfficeTab').attributes['id'],
                groups: [
                  {
                    id: group.attributes['id'],
                    label: wordsOf(resourceOf(group, 'Label'), `${controlsAt}.label`, 64),
                    icons: iconsOf(group),
                    controls: buttons.map((button, index) => {
                      const at = `${controlsAt}.controls[${index}]`;
                      return {
                        id: button.attributes['id'],
                        type: 'button',
                        label: wordsOf(resourceOf(button, 'Label'), `${at}.label`, 64),
                        icons: iconsOf(button),
                        supertip: {
                          title: wordsOf(resourceOf(button, 'Supertip', 'Title'), `${at}.supertip.title`, 64),
                          description: wordsOf(
                            resourceOf(button, 'Supertip', 'Description'),
                            `${at}.supertip.description`,
                            250,
                          ),
                        },
                        actionId: actionOf(button),
                      };
                    }),
                  },
                ],
              },
            ],
          },
        ],
        getStartedMessages: [
          {
            title: wordsOf(resourceOf(one('GetStarted'), 'Title'), 'extensions[0].getStartedMessages[0].title', 125),
            description: wordsOf(
              resourceOf(one('GetStarted'), 'Description'),
              'extensions[0].getStartedMessages[0].description',
              250,
            ),
            learnMoreUrl: addressOf(resourceOf(one('GetStarted'), 'LearnMoreUrl')),
          },
        ],
      },
    ],
  };
  return { manifest, english };
}

/** Words that must be short end with a whole sentence or, where none fits, with …. */
function shorten(words: string, most: number): string {
  if (words.length <= most) return words;
  const cut = words.slice(0, most - 1);
  const end = Math.max(cut.lastIndexOf('。'), cut.lastIndexOf('. '), cut.lastIndexOf('，'), cut.lastIndexOf(', '));
  return end > 0 ? `${cut.slice(0, end)}…` : `${cut}…`;
}
