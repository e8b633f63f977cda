import { Spinner, SpinnerSize } from 'office-ui-fabric-react/lib/Spinner';
import React from 'react';
import type { TodayView } from '../../app/desk/desk';
import { wordNumber } from '../../i18n/wording';
import { MESSAGES } from '../messages';
import { usePaneContext } from '../pane-context';
import { useSay } from '../say';
import { ReadFirst } from './parts/ReadFirst';
import { SinceLast } from './parts/SinceLast';

const MARKS = { bad: '■', watch: '▲', good: '●' } as const;

/** For whoever comes back to a workbook with reports: what to do today, what has changed, what to say first. */
export function TodayScreen(): React.ReactElement {
  const { state } = usePaneContext();
  const say = useSay();
  const { data, job } = state;
  if (data?.canAnalyse) return <Today today={data.today} />;
  return (
    <div className="screen">
      {job === 'read' || job === 'look' || job === 'connect' ? (
        <Spinner size={SpinnerSize.large} label={say(MESSAGES.looking)} />
      ) : (
        <ReadFirst />
      )}
    </div>
  );
}

function Today({ today }: { readonly today: TodayView }): React.ReactElement {
  const { theme } = usePaneContext();
  const say = useSay();
  const { due, since, findings } = today;
  const row = { borderColor: theme.tones.line };
  const muted = { color: theme.tones.muted };
  return (
    <div className="screen">
      <h2>
        {due
          ? say(due.isToday ? MESSAGES.todayContacts : MESSAGES.nextContacts, {
              day: due.day.slice(5),
              weekday: say(due.weekday),
              count: wordNumber(due.count),
            })
          : say(MESSAGES.noContacts)}
      </h2>
      {due && (
        <ul className="plain-list">
          {due.contacts.map(({ client, rep, way, purpose }, index) => (
            <li key={index} className="row" style={row}>
              <span className="grow">
                <strong>{client}</strong>{' '}
                <span className="small" style={muted}>
                  {[say(way), rep].filter((part) => part !== '').join(' · ')}
                </span>
                <br />
                {say(purpose)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {due && due.count > due.contacts.length && (
        <p className="small" style={muted}>
          {say(MESSAGES.moreContacts, { count: wordNumber(due.count - due.contacts.length) })}
        </p>
      )}
      {since && <SinceLast since={since} />}
      {findings.length > 0 && (
        <section>
          <h3>{say(MESSAGES.todayFindings)}</h3>
          <ul className="plain-list">
            {findings.map(({ text, next, severity }) => (
              <li key={text.en} className="row" style={row}>
                <span style={{ color: theme.tones[severity] }} aria-hidden="true">
                  {MARKS[severity]}
                </span>
                <span className="grow">
                  {say(text)}
                  {next && (
                    <>
                      <br />
                      <span style={muted}>→ {say(next)}</span>
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
