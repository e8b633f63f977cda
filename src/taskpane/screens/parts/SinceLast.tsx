import React from 'react';
import type { SinceView } from '../../../app/desk/desk';
import { MESSAGES } from '../../messages';
import { usePaneContext } from '../../pane-context';
import { useSay } from '../../say';
import { Place } from './Place';

/** What is other than at the refresh before: net sales, and who moved tier. */
export function SinceLast({ since }: { readonly since: SinceView }): React.ReactElement {
  const { theme } = usePaneContext();
  const say = useSay();
  const row = { borderColor: theme.tones.line };
  return (
    <section>
      <h3>{say(MESSAGES.resultSince, { time: since.time })}</h3>
      {!since.netAmount && since.moved === 0 && <p>{say(MESSAGES.sinceNothing)}</p>}
      {since.netAmount && <p>{say(MESSAGES.sinceAmount, since.netAmount)}</p>}
      {since.netAmount && since.moved === 0 && <p>{say(MESSAGES.sinceNoneMoved)}</p>}
      {since.moved > 0 && <p>{say(MESSAGES.sinceMoved, { count: since.moved })}</p>}
      <ul className="plain-list">
        {since.movedClients.map(({ name, from, to, place }) => (
          <li key={name} className="row" style={row}>
            <span className="grow">
              <Place {...(place && { place })}>{name}</Place>
            </span>
            <span>
              {say(from)} → {say(to)}
            </span>
          </li>
        ))}
      </ul>
      {since.moved > since.movedClients.length && (
        <p className="small" style={{ color: theme.tones.muted }}>
          {say(MESSAGES.movedMore, { count: since.moved - since.movedClients.length })}
        </p>
      )}
    </section>
  );
}
