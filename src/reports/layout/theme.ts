import { decimalsOfMillions } from '../../i18n/wording';
import type { ConditionalStyle } from '../../workbook/plan';
import type { BorderLine, CellStyle } from '../../workbook/style';

/**
 * One look for all sheets. Good, watch and bad differ in lightness and carry a shape in their label (● ▲ ■), tiers are
 * one hue from dark to light: both survive colour blindness and a grey printer.
 */
export const PALETTE = {
  ink: '#1F2A37',
  muted: '#5B6776',
  line: '#C9D1DB',
  hair: '#E1E6EC',
  surface: '#F3F6F9',
  header: '#E4EBF3',
  accent: '#1F5A96',
  input: '#FFFBE6',
  bar: '#A9C9E8',
  white: '#FFFFFF',
} as const;

export type Tone = 'good' | 'watch' | 'bad' | 'neutral' | 'tierOne' | 'tierTwo' | 'tierThree';

export const TONES: Readonly<Record<Tone, ConditionalStyle & { readonly fill: string }>> = {
  good: { color: '#0A5C43', fill: '#DCF0E7' },
  watch: { color: '#7A4E00', fill: '#FFEFC2' },
  bad: { color: '#9B1C1C', fill: '#F9D9D4', bold: true },
  neutral: { color: '#5B6776', fill: '#EEF1F5' },
  tierOne: { color: '#0A3D6B', fill: '#B9D6F0', bold: true },
  tierTwo: { color: '#15508A', fill: '#DCEAF8' },
  tierThree: { color: '#4A5766', fill: '#F1F4F8' },
};

/** Series of charts, in this order; dark and light alternate. */
export const SERIES = {
  first: '#1F5A96',
  second: '#E08E0B',
  third: '#0B8A6A',
  fourth: '#8A5AA8',
  before: '#A7B4C2',
  limit: '#7A8794',
  good: '#0B8A6A',
  watch: '#E6A700',
  bad: '#B5382A',
  tierOne: '#0B4F8A',
  tierTwo: '#4C8FCB',
  tierThree: '#A9C9E8',
} as const;

/** Colours of the tabs: what to look at first, the call plan, then clients, service, money and upkeep. */
export const TAB = {
  read: '#1F5A96',
  lists: '#4C8FCB',
  clients: '#0B8A6A',
  service: '#E08E0B',
  money: '#8A5AA8',
  upkeep: '#A7B4C2',
} as const;

export const FORMAT = {
  money: '#,##0.00;[Red]-#,##0.00;0.00',
  wholeMoney: '#,##0;[Red]-#,##0;0',
  quantity: '#,##0.###;[Red]-#,##0.###;0',
  count: '#,##0',
  number: '#,##0.00',
  ratio: '0.0%',
  fineRatio: '0.00%',
  growth: '+0.0%;[Red]-0.0%;0.0%',
  day: 'yyyy-mm-dd',
  text: '@',
} as const;

const hair: BorderLine = { style: 'hair', color: PALETTE.line };
const thin: BorderLine = { style: 'thin', color: PALETTE.accent };

export const STYLE = {
  title: { size: 16, bold: true, color: PALETTE.ink, verticalAlign: 'center' },
  subtitle: { color: PALETTE.muted, verticalAlign: 'center' },
  hint: { color: TONES.watch.color, fill: TONES.watch.fill, verticalAlign: 'center' },
  message: { size: 11, bold: true, color: PALETTE.ink, verticalAlign: 'center' },
  highlight: { color: PALETTE.ink, verticalAlign: 'center' },
  heading: { size: 12, bold: true, color: PALETTE.accent, verticalAlign: 'bottom' },
  note: { size: 9, color: PALETTE.muted, verticalAlign: 'top' },
  noteLink: { size: 9, color: PALETTE.accent, underline: true, verticalAlign: 'top' },
  wrappedNote: { size: 9, color: PALETTE.muted, verticalAlign: 'top', wrap: true },
  tileLabel: { color: PALETTE.muted, fill: PALETTE.surface, verticalAlign: 'center', indent: 1 },
  tileValue: {
    size: 15,
    bold: true,
    color: PALETTE.ink,
    fill: PALETTE.surface,
    verticalAlign: 'center',
    align: 'left',
    indent: 1,
  },
  tileNote: { color: PALETTE.muted, fill: PALETTE.surface, verticalAlign: 'top', indent: 1, wrap: true },
} as const satisfies Record<string, CellStyle>;

/** The header cell over a column, aligned as what stands under it. */
export function headerStyle(of: CellStyle, isUser: boolean): CellStyle {
  return {
    bold: true,
    color: PALETTE.ink,
    fill: isUser ? PALETTE.input : PALETTE.header,
    verticalAlign: 'center',
    wrap: true,
    align: of.align ?? 'left',
    ...(of.indent !== undefined && { indent: of.indent }),
    border: { bottom: thin },
  };
}

const body = (style: CellStyle): CellStyle => ({ verticalAlign: 'center', border: { bottom: hair }, ...style });

/** One style a kind of column; the engine never makes one a cell. */
export const CELL = {
  text: body({ align: 'left', indent: 1 }),
  wrapped: body({ align: 'left', indent: 1, wrap: true }),
  label: body({ align: 'center' }),
  link: body({ align: 'left', indent: 1, color: PALETTE.accent, underline: true }),
  money: body({ align: 'right', numberFormat: FORMAT.money }),
  wholeMoney: body({ align: 'right', numberFormat: FORMAT.wholeMoney }),
  quantity: body({ align: 'right', numberFormat: FORMAT.quantity }),
  count: body({ align: 'right', numberFormat: FORMAT.count }),
  number: body({ align: 'right', numberFormat: FORMAT.number }),
  ratio: body({ align: 'right', numberFormat: FORMAT.ratio }),
  fineRatio: body({ align: 'right', numberFormat: FORMAT.fineRatio }),
  growth: body({ align: 'right', numberFormat: FORMAT.growth }),
  day: body({ align: 'center', numberFormat: FORMAT.day }),
  month: body({ align: 'center' }),
  userText: body({ align: 'left', indent: 1, numberFormat: FORMAT.text, fill: PALETTE.input, unlocked: true }),
  userDay: body({ align: 'center', numberFormat: FORMAT.day, fill: PALETTE.input, unlocked: true }),
  userOther: body({ align: 'left', indent: 1, fill: PALETTE.input, unlocked: true }),
} as const satisfies Record<string, CellStyle>;

/** The totals row under a table, in the column's own format. */
export function totalStyle(of: CellStyle): CellStyle {
  return {
    ...of,
    bold: true,
    underline: false,
    color: PALETTE.ink,
    fill: PALETTE.surface,
    border: { top: thin, bottom: thin },
  };
}

/**
 * How money stands on tiles and axes: as `shortMoney` says it in sentences.
 *
 * @example shortMoneyFormat(69_911_123, 'zh') // 6991.1 万
 */
export function shortMoneyFormat(largest: number, lang: 'zh' | 'en'): string {
  const size = Math.abs(largest);
  if (size < 1e4) return '#,##0';
  if (lang === 'zh') return size >= 1e8 ? '[=0]0;0\\.00,," 亿"' : '[=0]0;0\\.0," 万"';
  if (size < 1e6) return size < 1e5 ? '[=0]0;0.0,"K"' : '[=0]0;0,"K"';
  return `[=0]0;0${['', '.0', '.00'][decimalsOfMillions(size)]},,"M"`;
}
