import { fill } from '../../i18n/text';
import { wordPercent } from '../../i18n/wording';
import { columnLetters } from '../../workbook/address';
import type { CellValue } from '../../workbook/cell-value';
import type { Question } from './inspection';
import type { IssueLog } from '../issues';
import { keyOfWord, meaningOfWord, MEANING_LABELS, STATUS_MEANINGS, wordsOverride } from '../parse/status-words';
import { cleanText } from '../parse/text';
import { GUESS_COUNTS, type FoundField, type Reading } from './recognise-sheet';
import type { SheetCandidate } from './resolve-sheets';

/** Which column a field is, where two have the same claim; tells what was doubtful besides. */
export function columnQuestions(sheet: string, reading: Reading, issues: IssueLog): Question[] {
  const questions: Question[] = [];
  for (const one of reading.found) {
    if (one.alternatives.length === 0 || one.isShared) continue;
    const values = columnsThatMayBe(one);
    tellAmbiguous(sheet, one, issues);
    questions.push({
      sheet,
      about: 'column',
      subject: one.field.path,
      text: fill({ zh: '“{field}”是哪一列？', en: 'Which column is “{field}”?' }, { field: one.field.label }),
      options: values.map((value) => ({ value, label: { zh: value, en: value } })),
      chosen: values[0]!,
    });
  }
  for (const one of reading.doubtful) {
    issues.add(
      'column-doubtful',
      { sheet, column: columnLetters(one.header.column) },
      { column: one.header.text, field: one.field.label, share: wordPercent(one.parseShare, 0) },
    );
  }
  for (const one of reading.found) {
    if (one.parseShare === undefined || one.parseShare >= GUESS_COUNTS || one.isShared) continue;
    issues.add(
      'column-partly',
      { sheet, column: columnLetters(one.header.column) },
      { column: one.header.text, field: one.field.label, share: wordPercent(one.parseShare, 0) },
    );
  }
  for (const one of reading.lostColumns)
    issues.add('column-missing', { sheet }, { column: one.header, field: one.field });
  return questions;
}

/** The column that is taken and those that may be meant, by their headers or, where two are the same, by their letters. */
function columnsThatMayBe({ header, alternatives }: FoundField): readonly string[] {
  const headers = [header, ...alternatives];
  const isTwice = new Set(headers.map(({ text }) => text)).size < headers.length;
  return headers.map(({ column, text }) => (isTwice ? columnLetters(column) : text));
}

function tellAmbiguous(sheet: string, one: FoundField, issues: IssueLog): void {
  const [column, ...others] = columnsThatMayBe(one);
  issues.add(
    'column-ambiguous',
    { sheet, column: columnLetters(one.header.column) },
    { field: one.field.label, column: column!, others: others.map((value) => `“${value}”`).join('、') },
  );
}

/** What was doubtful of a sheet when it was first read and still stands as it was taken then: it is not asked, and said again. */
export function tellKeptDoubts(
  { info, unguided, otherAmount }: SheetCandidate,
  reading: Reading,
  issues: IssueLog,
): void {
  const own = unguided?.(reading.definition.kind);
  const first = own?.chosen ?? own?.readings[0];
  if (!own || !first) return;
  for (const one of first.found) {
    const isKept = reading.found.some(
      ({ field, header, isGiven }) => isGiven && field === one.field && header.column === one.header.column,
    );
    if (isKept && one.alternatives.length > 0 && !one.isShared) tellAmbiguous(info.name, one, issues);
  }
  const isLeftOut = own.otherAmount && !reading.found.some(({ field }) => field === own.otherAmount!.field);
  if (isLeftOut && !otherAmount) tellOtherUnit(info.name, own.otherAmount!, issues);
}

/** Which the amount is, where a column is a multiple of quantity × price that no tax or rate explains. */
export function amountQuestions({ info, otherAmount }: SheetCandidate, issues: IssueLog): Question[] {
  if (!otherAmount) return [];
  const { field, header } = otherAmount;
  tellOtherUnit(info.name, otherAmount, issues);
  return [
    {
      sheet: info.name,
      about: 'column',
      subject: field.path,
      text: fill(
        { zh: '金额用“{column}”，还是数量×单价？', en: 'Is the amount “{column}”, or quantity × unit price?' },
        { column: header.text },
      ),
      options: [
        { value: '', label: { zh: '数量×单价', en: 'quantity × unit price' } },
        { value: header.text, label: { zh: header.text, en: header.text } },
      ],
      chosen: '',
    },
  ];
}

function tellOtherUnit(sheet: string, { header }: FoundField, issues: IssueLog): void {
  issues.add('amount-in-other-unit', { sheet, column: columnLetters(header.column) }, { column: header.text });
}

/** What the words of status and type columns mean that nobody told us about. */
export function wordQuestions(
  candidate: SheetCandidate,
  reading: Reading,
  samples: (column: number) => readonly CellValue[],
): Question[] {
  const own = wordsOverride(candidate.map?.words);
  const questions: Question[] = [];
  for (const one of reading.found) {
    if (one.field.parser !== 'words') continue;
    const role = one.field.path.endsWith('.type') ? 'type' : 'status';
    const unknown = new Set<string>();
    for (const value of samples(one.header.column)) {
      if (typeof value !== 'string') continue;
      const word = cleanText(value);
      if (word !== '' && !own.has(keyOfWord(word)) && meaningOfWord(word, role) === undefined) unknown.add(word);
    }
    // A column of a thousand different words is no status column: nothing to ask.
    if (unknown.size > 20) continue;
    for (const word of unknown) {
      questions.push({
        sheet: candidate.info.name,
        about: 'word',
        subject: word,
        text: fill(
          { zh: '“{column}”里的“{word}”是什么意思？', en: 'What does “{word}” in “{column}” mean?' },
          { column: one.header.text, word: word.slice(0, 40) },
        ),
        options: STATUS_MEANINGS.map((value) => ({ value, label: MEANING_LABELS[value] })),
        chosen: 'none',
      });
    }
  }
  return questions;
}
