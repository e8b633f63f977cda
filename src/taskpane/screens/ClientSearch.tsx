import { ActionButton } from 'office-ui-fabric-react/lib/Button';
import { Link } from 'office-ui-fabric-react/lib/Link';
import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import React from 'react';
import type { CardTone, ClientCard } from '../../app/desk/desk';
import { MESSAGES } from '../messages';
import { usePaneContext } from '../pane-context';
import { useSay } from '../say';

/** Clients by name, pinyin initials, code or phone, and one on a card. */
export function ClientSearch(): React.ReactElement {
  const { state, actions, theme } = usePaneContext();
  const say = useSay();
  const { query, hits, card } = state.search;
  if (card) return <Card card={card} onBack={() => actions.search(query)} />;
  if (!hits) {
    return (
      <div className="screen">
        <Spinner label={say(MESSAGES.clientReading)} />
      </div>
    );
  }
  return (
    <div className="screen">
      <p role="status" className="small" style={{ color: theme.tones.muted }}>
        {hits.length === 0 ? say(MESSAGES.clientNone, { query }) : say(MESSAGES.clientHits, { count: hits.length })}
      </p>
      <ul className="plain-list">
        {hits.map((hit) => (
          <li key={hit.client} className="row" style={{ borderColor: theme.tones.line }}>
            <Link className="grow" onClick={() => actions.open(hit)} styles={{ root: { textAlign: 'left' } }}>
              {hit.name}
              <span className="small" style={{ color: theme.tones.muted }}>
                {' '}
                {[hit.code, hit.hint].filter((words) => words !== '' && words !== hit.name).join(' · ')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Card({ card, onBack }: { readonly card: ClientCard; readonly onBack: () => void }): React.ReactElement {
  const { actions, theme } = usePaneContext();
  const say = useSay();
  const colors: Readonly<Record<CardTone, string>> = {
    good: theme.tones.good,
    watch: theme.tones.watch,
    bad: theme.tones.bad,
    neutral: theme.tones.muted,
  };
  const row = { borderColor: theme.tones.line };
  return (
    <div className="screen">
      <ActionButton iconProps={{ iconName: 'ChevronLeft' }} onClick={onBack} styles={{ root: { marginLeft: -8 } }}>
        {say(MESSAGES.back)}
      </ActionButton>
      <h2>{card.name}</h2>
      <p className="small" style={{ color: theme.tones.muted }}>
        {card.code}
      </p>
      <dl style={{ margin: 0 }}>
        {card.lines.map(({ label, value, note, tone }) => (
          <div key={label.en} className="row" style={row}>
            <dt className="small" style={{ color: theme.tones.muted, width: 88 }}>
              {say(label)}
            </dt>
            <dd className="grow" style={{ margin: 0 }}>
              <strong {...(tone && { style: { color: colors[tone] } })}>{say(value)}</strong>
              {note && (
                <div className="small" style={{ color: theme.tones.muted }}>
                  {say(note)}
                </div>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <h3>{say(MESSAGES.clientOrders)}</h3>
      {card.orders.length === 0 && <p>{say(MESSAGES.clientNoOrders)}</p>}
      <ul className="plain-list">
        {card.orders.map(({ day, what, amount, sheet, row: number }, index) => (
          <li key={index} className="row" style={row}>
            <Link
              underline
              onClick={() => actions.showCell(sheet, `A${number}`)}
              title={say(MESSAGES.issueGo, { sheet, cell: `A${number}` })}
            >
              {day}
            </Link>
            <span className="grow">{what}</span>
            <span className="numbers">{amount}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
