import type { Lang } from '../i18n/lang';
import { fill } from '../i18n/text';
import { wordPercent } from '../i18n/wording';
import type { Inspection } from '../ingest/recognise/inspection';
import type { Proposal, ProposedColumn } from '../ingest/recognise/profile/proposal';
import { CLI_WORDS } from './words';

/**
 * What the sheets may be whose headers do not tell, column by column, and the map that takes it: the lines of a refusal.
 * None where nothing is proposed.
 */
export function tellProposals({ sheets }: Inspection, lang: Lang): readonly string[] {
  const proposed = sheets.flatMap(({ info, proposal }) => (proposal ? [{ name: info.name, proposal }] : []));
  if (proposed.length === 0) return [];
  return [
    ...proposed.flatMap(({ name, proposal }) => linesOf(name, proposal, lang)),
    CLI_WORDS.proposalTodo[lang],
    JSON.stringify({ sheets: proposed.map(({ proposal }) => proposal.map) }),
  ];
}

const linesOf = (sheet: string, { title, columns }: Proposal, lang: Lang): readonly string[] => [
  fill(CLI_WORDS.proposal, { sheet, kind: title })[lang],
  ...columns.map(
    (one) =>
      fill(CLI_WORDS.proposedColumn, {
        column: nameOf(one),
        field: one.label,
        why: one.why,
        percent: wordPercent(one.confidence, 0),
        samples: one.samples.join(lang === 'zh' ? '、' : ', '),
      })[lang],
  ),
];

const nameOf = ({ header, letter }: ProposedColumn): string =>
  header === '' || header === letter ? letter : `${letter} ${header}`;
