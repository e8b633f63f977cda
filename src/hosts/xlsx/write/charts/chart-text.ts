import type { ChartPlan } from '../../../../workbook/plan';
import { REPORT_FONT } from '../../../../workbook/style';
import { escapeText, rgbOf } from '../xml/xml-text';

/** How text and lines of charts look: quiet, so that the data speaks. */
export const CHART_COLORS = {
  title: '#404040',
  text: '#595959',
  gridLine: '#E3E3E3',
  axisLine: '#BFBFBF',
  border: '#D9D9D9',
} as const;

/** Hundredths of a point. */
const CHART_SIZES = { title: 1200, text: 900 } as const;

/** Words of a chart but its title. */
export const wordsOf = (plan: Pick<ChartPlan, 'textSize'>): TextLook => ({
  size: sizesOf(plan).text,
  color: CHART_COLORS.text,
});

/** Of a chart whose words have a size of their own the title has it too, in bold. */
export const sizesOf = ({
  textSize,
}: Pick<ChartPlan, 'textSize'>): { readonly title: number; readonly text: number } =>
  textSize === undefined ? CHART_SIZES : { title: textSize * 100, text: textSize * 100 };

export interface TextLook {
  readonly size: number;
  readonly color: string;
  readonly bold?: boolean;
}

const fonts = `<a:latin typeface="${REPORT_FONT}"/><a:ea typeface="${REPORT_FONT}"/>`;

export const solidFill = (color: string): string => `<a:solidFill><a:srgbClr val="${rgbOf(color)}"/></a:solidFill>`;

/** 12,700 units a point. */
export const lineOf = (color: string, points: number, dash?: string): string =>
  `<a:ln w="${Math.round(points * 12_700)}" cap="rnd">${solidFill(color)}` +
  `${dash === undefined ? '' : `<a:prstDash val="${dash}"/>`}<a:round/></a:ln>`;

export const NO_LINE = '<a:ln><a:noFill/></a:ln>';

const runProperties = (element: string, look: TextLook): string =>
  `<a:${element} sz="${look.size}" b="${look.bold ? 1 : 0}">${solidFill(look.color)}${fonts}</a:${element}>`;

/** `txPr`: how text that comes from elsewhere looks. */
export const writeTextLook = (look: TextLook): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${runProperties('defRPr', look)}</a:pPr>` +
  `<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;

/** A title of a chart or an axis. */
export function writeTitle(text: string, look: TextLook, rotation?: number): string {
  const body = rotation === undefined ? '<a:bodyPr/>' : `<a:bodyPr rot="${rotation}" vert="horz"/>`;
  return (
    `<c:title><c:tx><c:rich>${body}<a:lstStyle/><a:p><a:pPr>${runProperties('defRPr', look)}</a:pPr>` +
    `<a:r>${runProperties('rPr', look)}<a:t>${escapeText(text)}</a:t></a:r></a:p></c:rich></c:tx>` +
    `<c:overlay val="0"/></c:title>`
  );
}
