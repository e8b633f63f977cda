/** How a cell looks; hosts make one style of their own of each distinct value. Colours are `#RRGGBB`. */
export interface CellStyle {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Points; 10 where absent. */
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly verticalAlign?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly border?: {
    readonly top?: BorderLine;
    readonly bottom?: BorderLine;
    readonly left?: BorderLine;
    readonly right?: BorderLine;
  };
  /** A cell that the person may type in where a sheet is protected by her. */
  readonly unlocked?: boolean;
}

export interface BorderLine {
  readonly style: 'hair' | 'thin' | 'medium' | 'double';
  readonly color: string;
}

/** One string a distinct style: what hosts intern by. */
export function styleKey(style: CellStyle): string {
  return JSON.stringify(style, Object.keys(style).sort().concat(['top', 'bottom', 'left', 'right', 'style', 'color']));
}

/** The font of our sheets: on every Windows and Mac Excel in China, and replaced gracefully elsewhere. */
export const REPORT_FONT = 'Microsoft YaHei';
export const REPORT_FONT_SIZE = 10;
