import { createTheme, type ITheme } from 'office-ui-fabric-react/lib/Styling';
import type { ShellTheme } from '../app/desk/shell';

const defaultFontStyle = {
  fontFamily: "'Segoe UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif",
};

/** The product's blue in Fabric's steps, for a light and a dark ground. */
const LIGHT = createTheme({
  defaultFontStyle,
  palette: {
    themePrimary: '#1f5a96',
    themeLighterAlt: '#f4f8fb',
    themeLighter: '#d5e3f0',
    themeLight: '#b3cce3',
    themeTertiary: '#709dc7',
    themeSecondary: '#366da9',
    themeDarkAlt: '#1c5187',
    themeDark: '#184472',
    themeDarker: '#113254',
    neutralTertiary: '#767676',
    neutralSecondary: '#5b6776',
  },
});

const DARK = createTheme({
  defaultFontStyle,
  isInverted: true,
  palette: {
    themePrimary: '#7fb5ea',
    themeLighterAlt: '#05070a',
    themeLighter: '#142234',
    themeLight: '#264062',
    themeTertiary: '#4d80c2',
    themeSecondary: '#6ea6dd',
    themeDarkAlt: '#8dbeed',
    themeDark: '#a2caf0',
    themeDarker: '#bedaf5',
    neutralLighterAlt: '#2b2b2b',
    neutralLighter: '#333333',
    neutralLight: '#414141',
    neutralQuaternaryAlt: '#4a4a4a',
    neutralQuaternary: '#515151',
    neutralTertiaryAlt: '#6f6f6f',
    neutralTertiary: '#c8c8c8',
    neutralSecondary: '#d0d0d0',
    neutralPrimaryAlt: '#dadada',
    neutralPrimary: '#ffffff',
    neutralDark: '#f4f4f4',
    black: '#f8f8f8',
    white: '#252525',
  },
  semanticColors: { primaryButtonText: '#10202f', errorText: '#ff9c93' },
});

const CONTRAST = createTheme({
  defaultFontStyle,
  isInverted: true,
  palette: {
    themePrimary: '#ffff00',
    themeLighterAlt: '#000000',
    themeLighter: '#1a1a1a',
    themeLight: '#333300',
    themeTertiary: '#e6e600',
    themeSecondary: '#ffff33',
    themeDarkAlt: '#ffff66',
    themeDark: '#ffff99',
    themeDarker: '#ffffcc',
    neutralLighterAlt: '#000000',
    neutralLighter: '#000000',
    neutralLight: '#1a1a1a',
    neutralQuaternaryAlt: '#333333',
    neutralQuaternary: '#ffffff',
    neutralTertiaryAlt: '#ffffff',
    neutralTertiary: '#ffffff',
    neutralSecondary: '#ffffff',
    neutralPrimaryAlt: '#ffffff',
    neutralPrimary: '#ffffff',
    neutralDark: '#ffffff',
    black: '#ffffff',
    white: '#000000',
  },
  semanticColors: { primaryButtonText: '#000000', errorText: '#ffff00' },
});

/** Colours with a meaning, readable on each ground. They never stand alone: a shape or a word says the same. */
export interface Tones {
  readonly good: string;
  readonly watch: string;
  readonly bad: string;
  readonly muted: string;
  readonly line: string;
  readonly surface: string;
  readonly tiers: readonly [string, string, string];
}

export interface PaneTheme {
  readonly name: 'light' | 'dark' | 'contrast';
  readonly fabric: ITheme;
  readonly tones: Tones;
}

const THEMES: Readonly<Record<PaneTheme['name'], PaneTheme>> = {
  light: {
    name: 'light',
    fabric: LIGHT,
    tones: {
      good: '#0a5c43',
      watch: '#7a4e00',
      bad: '#9b1c1c',
      muted: '#5b6776',
      line: '#d5dbe3',
      surface: '#f5f7fa',
      tiers: ['#0b4f8a', '#4c8fcb', '#a9c9e8'],
    },
  },
  dark: {
    name: 'dark',
    fabric: DARK,
    tones: {
      good: '#7ad3b0',
      watch: '#f3c969',
      bad: '#ff9c93',
      muted: '#c2c8d0',
      line: '#4a4a4a',
      surface: '#2f2f2f',
      tiers: ['#7fb5ea', '#4d80c2', '#3a5f8f'],
    },
  },
  contrast: {
    name: 'contrast',
    fabric: CONTRAST,
    tones: {
      good: '#ffffff',
      watch: '#ffff00',
      bad: '#ffff00',
      muted: '#ffffff',
      line: '#ffffff',
      surface: '#000000',
      tiers: ['#ffffff', '#ffff00', '#00ffff'],
    },
  },
};

export function themeOf({ isDark, isContrast }: ShellTheme): PaneTheme {
  return THEMES[isContrast ? 'contrast' : isDark ? 'dark' : 'light'];
}
