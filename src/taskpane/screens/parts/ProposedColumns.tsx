import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import React from 'react';
import { wordPercent } from '../../../i18n/wording';
import type { Proposal } from '../../../ingest/recognise/profile/proposal';
import { takeProposal } from '../../change-map';
import { MESSAGES } from '../../messages';
import { usePaneContext } from '../../pane-context';
import { useSay } from '../../say';

/** What a sheet may be whose headers do not tell: each column with what it may be, why, and three of its cells. */
export function ProposedColumns({ proposal }: { readonly proposal: Proposal }): React.ReactElement {
  const { state, actions, theme } = usePaneContext();
  const say = useSay();
  return (
    <div>
      <p style={{ color: theme.tones.watch }}>▲ {say(MESSAGES.proposal, { kind: proposal.title })}</p>
      <ul className="plain-list">
        {proposal.columns.map(({ letter, header, field, label, samples, why, confidence }) => (
          <li key={field} className="row" style={{ borderColor: theme.tones.line }}>
            <div className="grow">
              <div>
                <span className="small" style={{ color: theme.tones.muted }}>
                  {letter}
                </span>{' '}
                {header !== letter && header} → <strong>{say(label)}</strong>
              </div>
              <div className="small" style={{ color: theme.tones.muted }}>
                {say(MESSAGES.columnSamples, { samples: samples.join(state.lang === 'zh' ? '、' : ', ') })}
              </div>
              <div className="small" style={{ color: theme.tones.muted }}>
                {say(MESSAGES.proposalWhy, { why, percent: wordPercent(confidence, 0) })}
              </div>
            </div>
          </li>
        ))}
      </ul>
      <DefaultButton
        text={say(MESSAGES.proposalTake)}
        onClick={() => actions.map(takeProposal(state.choices.columnMap, proposal))}
      />
      <p className="small" style={{ color: theme.tones.muted }}>
        {say(MESSAGES.proposalElse)}
      </p>
    </div>
  );
}
