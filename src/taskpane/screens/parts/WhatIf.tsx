import React, { lazy, Suspense } from 'react';
import { wordNumber, wordPercent } from '../../../i18n/wording';
import { MESSAGES } from '../../messages';
import { usePaneContext } from '../../pane-context';
import { useSay } from '../../say';
import { ReadFirst } from './ReadFirst';

const ParetoChart = lazy(() => import('./ParetoChart'));

const SHOWN_NAMES = 12;

/** What the settings on the screen come to, before anything is written. */
export function WhatIf(): React.ReactElement {
  const { state, theme } = usePaneContext();
  const say = useSay();
  const { preview, isPreviewing } = state;
  if (!preview) return <ReadFirst />;
  const { tiers, moved, movedClients, pareto } = preview;
  const isWaiting = Object.keys(state.refused).length > 0;
  return (
    <section className="card" style={{ borderColor: theme.tones.line, marginTop: 16 }}>
      <div className="card-head">
        <h2>{say(isWaiting ? MESSAGES.whatIfWaits : isPreviewing ? MESSAGES.whatIfWorking : MESSAGES.whatIf)}</h2>
      </div>
      <div
        className="card-body"
        aria-disabled={isWaiting}
        style={{ borderColor: theme.tones.line, ...(isWaiting && { opacity: 0.45, filter: 'grayscale(1)' }) }}
      >
        <div className="bar" aria-hidden="true">
          {tiers.map(({ label, shareOfAmount }, index) => (
            <span
              key={label.en}
              style={{ width: `${shareOfAmount * 100}%`, background: theme.tones.tiers[index] ?? theme.tones.line }}
            />
          ))}
        </div>
        <ul className="plain-list" aria-live="polite">
          {tiers.map(({ label, clients, before, shareOfClients, shareOfAmount }, index) => (
            <li key={label.en} className="row" style={{ borderColor: theme.tones.line }}>
              <span
                className="swatch"
                style={{ background: theme.tones.tiers[index], marginTop: 6 }}
                aria-hidden="true"
              />
              <div className="grow">
                <strong>{say(label)}</strong>
                <div className="small" style={{ color: theme.tones.muted }}>
                  {say(MESSAGES.tierLine, {
                    clients: wordNumber(clients),
                    shareOfClients: wordPercent(shareOfClients),
                    shareOfAmount: wordPercent(shareOfAmount),
                  })}
                </div>
              </div>
              {clients !== before && (
                <span className="small">{say(MESSAGES.tierChange, { before: wordNumber(before) })}</span>
              )}
            </li>
          ))}
        </ul>
        <p>{say(moved === 0 ? MESSAGES.movedNone : MESSAGES.movedSome, { count: wordNumber(moved) })}</p>
        <ul className="plain-list">
          {movedClients.slice(0, SHOWN_NAMES).map(({ name, from, to }) => (
            <li key={name} className="row small" style={{ borderColor: theme.tones.line }}>
              <span className="grow">{name}</span>
              <span>
                {say(from)} → {say(to)}
              </span>
            </li>
          ))}
        </ul>
        {moved > SHOWN_NAMES && (
          <p className="small">{say(MESSAGES.movedMore, { count: wordNumber(moved - SHOWN_NAMES) })}</p>
        )}
        {pareto.length > 1 && (
          <Suspense fallback={<div className="chart" />}>
            <ParetoChart points={pareto} tierOne={tiers[0]?.clients ?? 0} />
          </Suspense>
        )}
      </div>
    </section>
  );
}
