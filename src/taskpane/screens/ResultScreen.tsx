import { Link } from 'office-ui-fabric-react/lib/Link';
import React from 'react';
import { wordNumber } from '../../i18n/wording';
import { MESSAGES } from '../messages';
import { usePaneContext } from '../pane-context';
import { useSay } from '../say';
import { useFocusAfter } from '../use-focus';
import { CalendarFiles } from './parts/CalendarFiles';
import { IssueList } from './parts/IssueList';
import { Place } from './parts/Place';
import { SinceLast } from './parts/SinceLast';
import { TodayScreen } from './TodayScreen';

const ALERT = {
  bad: { mark: '■', tone: 'bad', words: MESSAGES.alertBad },
  watch: { mark: '▲', tone: 'watch', words: MESSAGES.alertWatch },
  notice: { mark: '●', tone: 'muted', words: MESSAGES.alertNotice },
} as const;

/** Step four: in words, what a refresh did and what needs a look; before it, for whoever comes back, what to do today. */
export function ResultScreen(): React.ReactElement {
  const { state, actions, theme } = usePaneContext();
  const say = useSay();
  const { result, lang } = state;
  const heading = useFocusAfter<HTMLHeadingElement>(result);
  if (!result && state.workbook?.lastRefresh) return <TodayScreen />;
  if (!result) {
    return (
      <div className="screen">
        <p>{say(MESSAGES.resultNone)}</p>
      </div>
    );
  }
  if (result.outcome === 'nothing') {
    return (
      <div className="screen">
        <h2 ref={heading} tabIndex={-1}>
          {say(MESSAGES.dataNothing)}
        </h2>
        <ul>
          {result.missing.map((text) => (
            <li key={text.en}>{say(text)}</li>
          ))}
        </ul>
      </div>
    );
  }
  const { figures, written, unchanged, notWritten, alerts, notes, since, issues, time } = result;
  const alertsSheet = alerts.find(({ place }) => place)?.place?.sheet;
  const row = { borderColor: theme.tones.line };
  return (
    <div className="screen">
      <h2 ref={heading} tabIndex={-1}>
        {say(MESSAGES.resultDone, { time })}
      </h2>
      <p>
        {say(MESSAGES.resultFigures, {
          from: figures.from,
          to: figures.to,
          clients: wordNumber(figures.activeClients),
          amount: figures.netAmount,
        })}
      </p>
      <p className="small" style={{ color: theme.tones.muted }}>
        {say(MESSAGES.resultRows, {
          read: wordNumber(figures.rowsRead),
          used: wordNumber(figures.rowsUsed),
          outOfPeriod: wordNumber(figures.rowsOutOfPeriod),
          rejected: wordNumber(figures.rowsRejected),
        })}
      </p>
      {notes.map((note) => (
        <p key={note.en}>{say(note)}</p>
      ))}
      {since && <SinceLast since={since} />}
      {alerts.length > 0 && (
        <section>
          <h3>{say(MESSAGES.resultAlerts)}</h3>
          <ul className="plain-list">
            {alerts.map(({ client, text, severity, isNew, place }, index) => {
              const { mark, tone, words } = ALERT[severity];
              return (
                <li key={index} className="row" style={row}>
                  <span style={{ color: theme.tones[tone] }} title={say(words)}>
                    <span aria-hidden="true">{mark}</span>
                    <span className="screen-reader">{say(words)}</span>
                  </span>
                  <span className="grow">
                    {client !== '' && (
                      <>
                        <Place {...(place && { place })}>{client}</Place>{' '}
                      </>
                    )}
                    {client === '' ? <Place {...(place && { place })}>{say(text)}</Place> : say(text)}
                  </span>
                  {isNew && <span className="badge">{say(MESSAGES.alertNew)}</span>}
                </li>
              );
            })}
          </ul>
          {alertsSheet !== undefined && (
            <Link underline onClick={() => actions.showCell(alertsSheet, 'A1')}>
              {say(MESSAGES.alertsAll)}
            </Link>
          )}
        </section>
      )}
      <IssueList issues={issues} />
      {result.hasPlan && <CalendarFiles />}
      {written.length === 0 ? (
        <p>{say(MESSAGES.resultNothingChanged)}</p>
      ) : (
        <section>
          <h3>{say(MESSAGES.resultWritten)}</h3>
          <ul className="plain-list">
            {written.map(({ report, sheet }) => (
              <li key={report} className="row" style={row}>
                <Link
                  underline
                  onClick={() => actions.showCell(sheet, 'A1')}
                  aria-label={say(MESSAGES.openSheet, { sheet })}
                >
                  {sheet}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {unchanged.length > 0 && (
        <p className="small" style={{ color: theme.tones.muted }}>
          {say(MESSAGES.resultUnchanged, {
            count: unchanged.length,
            sheets: unchanged.map(({ sheet }) => sheet).join(lang === 'zh' ? '、' : ', '),
          })}
        </p>
      )}
      {notWritten.length > 0 && (
        <section>
          <h3>{say(MESSAGES.resultNotWritten)}</h3>
          <ul className="plain-list">
            {notWritten.map(({ sheet, why }) => (
              <li key={sheet.en} className="row" style={row}>
                <span className="grow">
                  {say(sheet)}
                  <span className="small" style={{ color: theme.tones.muted }}>
                    {' '}
                    {say(why)}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
