import { fill, joinTexts, verbatim, type Text } from '../../i18n/text';
import { definitionOf } from '../fields';
import type { SheetInspection } from './inspection';

const LIST = { zh: '、', en: ', ' };
/** Columns and sheets named in one sentence. */
const MOST_NAMED = 6;

/**
 * Why nothing can be analysed, the nearest sheet first: what it looks like, what was found in it, and what lacks. Where no sheet
 * is near, what stands in the sheets.
 */
export function whatIsMissing(sheets: readonly SheetInspection[]): readonly Text[] {
  const near = sheets
    .filter((one) => one.likely !== undefined && one.missing.length > 0)
    .sort((a, b) => a.missing.length - b.missing.length || foundIn(b).length - foundIn(a).length);
  const alone = sheets.filter(({ kind }) => kind !== undefined).map(notEnough);
  if (near.length + alone.length > 0) return [...near.map(sentenceOf), ...alone].slice(0, MOST_NAMED);
  const seen = sheets.filter(({ kind, columns }) => kind === undefined && columns.length > 0);
  return [
    {
      zh: '没有找到带客户、日期和金额（或数量和单价）的工作表，也没有发票、发货或客户名单',
      en: 'No sheet with customer, date and amount (or quantity and unit price) was found, nor invoices, deliveries or a list of customers',
    },
    ...seen.slice(0, MOST_NAMED).map(({ info, columns }) =>
      fill(
        {
          zh: '工作表“{sheet}”里是：{columns}；没有一列认得出',
          en: 'Sheet “{sheet}” holds {columns}; none of them was recognised',
        },
        { sheet: info.name, columns: joinTexts(columns.slice(0, MOST_NAMED).map(showColumn), LIST) },
      ),
    ),
  ];
}

/** What was recognised and says too little alone. */
const notEnough = ({ info, kind }: SheetInspection): Text =>
  fill(
    {
      zh: '工作表“{sheet}”认作“{kind}”，单独一张不够：还要一张有客户、日期和金额的表',
      en: 'Sheet “{sheet}” was taken for “{kind}”, which is not enough alone: a sheet with customer, date and amount is needed',
    },
    { sheet: info.name, kind: definitionOf(kind!).title },
  );

const foundIn = ({ columns }: SheetInspection): readonly Text[] =>
  columns.flatMap(({ label, header }) =>
    label ? [fill({ zh: '{label}（{header}）', en: '{label} ({header})' }, { label, header })] : [],
  );

const showColumn = ({ header, letter }: SheetInspection['columns'][number]): Text =>
  verbatim(header === '' ? letter : header);

function sentenceOf(sheet: SheetInspection): Text {
  const found = foundIn(sheet);
  const words =
    sheet.missing.length === 1
      ? {
          zh: '工作表“{sheet}”像是“{kind}”，认出了{found}，只缺：{missing}',
          en: 'Sheet “{sheet}” looks like “{kind}”: {found} were found, and it lacks only {missing}',
        }
      : {
          zh: '工作表“{sheet}”像是“{kind}”，认出了{found}，还缺：{missing}',
          en: 'Sheet “{sheet}” looks like “{kind}”: {found} were found, and it lacks {missing}',
        };
  return fill(words, {
    sheet: sheet.info.name,
    kind: definitionOf(sheet.likely!).title,
    found:
      found.length > 0
        ? joinTexts(found.slice(0, MOST_NAMED), LIST)
        : { zh: '不到需要的列', en: 'none of the columns' },
    missing: joinTexts(sheet.missing, LIST),
  });
}
