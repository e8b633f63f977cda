import { NO_TEXT, type TextColumn } from '../../core/model/columns';
import type { Dataset } from '../../core/model/dataset';
import type { ColumnPath, TableName } from '../../core/model/tables';
import type { Lang } from '../../i18n/lang';
import { SHEET_DEFINITIONS } from '../../ingest/fields';
import { verbatim, type Text } from '../../i18n/text';
import type { Redaction } from './redact-texts';

/** Columns in which people write what they like: of a client, of a complaint, of a call. */
const FREE_TEXTS = [
  'clients.purchasePlan',
  'clients.competingProducts',
  'clients.competitors',
  'clients.referrer',
  'clients.importantEvent',
  'clients.notes',
  'returns.reason',
  'complaints.problem',
  'complaints.demand',
  'complaints.solution',
  'complaints.measure',
  'complaints.compensationForm',
  'complaints.followUp',
  'contacts.purpose',
  'contacts.content',
  'prospects.opportunity',
  'prospects.objectiveNeed',
  'prospects.subjectiveNeed',
  'prospects.determination',
  'prospects.dissatisfaction',
  'prospects.result',
  'prospects.nextStep',
  'prospects.notes',
  'survey.comment',
  'creditFactors.standard',
  'creditFactors.notes',
  'operators.experience',
  'operators.style',
  'operators.achievements',
  'operators.impression',
  'operators.opinion',
  'operators.tradeRelations',
  'operators.bankRelations',
  'serviceRecords.content',
  'clients.culture',
  'clients.incentive',
  'firmFiles.content',
  'vehicles.repairs',
  'inquiries.question',
] as const satisfies readonly ColumnPath[];

/** The analysis judges these words (有、高、成交): they stay, with what names somebody masked. */
const JUDGED: ReadonlySet<string> = new Set<ColumnPath>([
  'prospects.opportunity',
  'prospects.objectiveNeed',
  'prospects.subjectiveNeed',
  'prospects.determination',
  'prospects.dissatisfaction',
  'prospects.result',
]);

/** A word that stands in so many lines is one of a list (破损、迟到), nothing that somebody wrote. */
const WORD_OF_A_LIST = 3;
const LONGEST_WORD = 12;

const LEFT_OUT: Readonly<Record<Lang, string>> = { zh: '（文字不带出）', en: '(words not copied)' };

/** One text that is other in the copy than in her workbook. */
export interface MaskedLine {
  readonly sheet: string;
  readonly row: number;
  readonly column: Text;
  readonly before: string;
  readonly after: string;
}

export interface FreeTextsHandled {
  readonly dataset: Dataset;
  /** At most `MOST_LINES`, in the order of the sheets. */
  readonly lines: readonly MaskedLine[];
  /** All of them, also beyond those listed. */
  readonly count: number;
}

const MOST_LINES = 500;

/**
 * The data as a copy is worked out of: what people wrote with names and numbers masked, or left out. It is done before anything is
 * analysed, so that no sheet can cut a text in the middle of a name. Words of lists stay, so that figures stay.
 */
export function handleFreeTexts(
  dataset: Dataset,
  redact: Redaction,
  { isCopied, lang }: { readonly isCopied: boolean; readonly lang: Lang },
): FreeTextsHandled {
  const lines: MaskedLine[] = [];
  let count = 0;
  const tables: Record<string, unknown> = { ...dataset.tables };
  for (const path of FREE_TEXTS) {
    const [name, field] = path.split('.') as [TableName, string];
    const table = tables[name] as Dataset['tables'][TableName] | undefined;
    const column = (table?.columns as Record<string, TextColumn | undefined> | undefined)?.[field];
    if (!table || !column) continue;
    const uses = usesOf(column);
    const values = column.values.map((value, code) => {
      const masked = redact(value);
      if (isCopied || JUDGED.has(path)) return masked;
      const isOfAList = value.length <= LONGEST_WORD && uses[code]! >= WORD_OF_A_LIST && masked === value;
      return value === '' || isOfAList ? value : LEFT_OUT[lang];
    });
    for (let row = 0; row < table.rows; row++) {
      const code = column.codes[row]!;
      if (code === NO_TEXT || values[code] === column.values.at(code)) continue;
      count++;
      if (lines.length < MOST_LINES)
        lines.push({
          ...table.origin.placeAt(row, dataset.sheets),
          column: labelOf(path),
          before: column.values.at(code)!,
          after: values[code]!,
        });
    }
    tables[name] = { ...table, columns: { ...table.columns, [field]: { ...column, values } } };
  }
  return { dataset: { ...dataset, tables: tables as Dataset['tables'] }, lines, count };
}

function usesOf({ codes, values }: TextColumn): Int32Array {
  const uses = new Int32Array(values.length);
  for (const code of codes) if (code !== NO_TEXT) uses[code]!++;
  return uses;
}

function labelOf(path: string): Text {
  for (const { fields } of SHEET_DEFINITIONS) {
    const field = fields.find((one) => one.path === path);
    if (field) return field.label;
  }
  return verbatim(path);
}
