import { Link } from 'office-ui-fabric-react/lib/Link';
import React from 'react';
import { wordNumber } from '../../i18n/wording';
import { MESSAGES } from '../messages';
import { usePaneContext } from '../pane-context';
import { useSay } from '../say';
import { IssueList } from './parts/IssueList';

const ALERT = {
  bad: { mark: '■', tone: 'bad' },
  watch: { mark: '▲', tone: 'watch' },
  notice: { mark: '●', tone: 'muted' },
} as const;

/** Step four: in words, what a refresh did and what needs a look. */
export function ResultScreen(): React.ReactElement {
  const { state, actions, theme } = usePaneContext();
  const say = useSay();
  const { result, lang } = state;
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
        <h2>{say(MESSAGES.dataNothing)}</h2>
        <ul>
          {result.missing.map((text) => (
            <li key={text.en}>{say(text)}</li>
          ))}
        </ul>
      </div>
    );
  }
  const { figures, written, unchanged, notWritten, alerts, notes, preview, issues, time } = result;
  const row = { borderColor: theme.tones.line };
  return (
    <div className="screen">
      <h2>{say(MESSAGES.resultDone, { time })}</h2>
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
      {preview.moved > 0 && (
        <section>
          <h3>{say(MESSAGES.resultMoved, { count: preview.moved })}</h3>
          <ul className="plain-list">
            {preview.movedClients.slice(0, 10).map(({ name, from, to }) => (
              <li key={name} className="row" style={row}>
                <span className="grow">{name}</span>
                <span>
                  {say(from)} → {say(to)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {alerts.length > 0 && (
        <section>
          <h3>{say(MESSAGES.resultAlerts)}</h3>
          <ul className="plain-list">
            {alerts.map(({ client, text, severity }, index) => (
              <li key={index} className="row" style={row}>
                <span aria-hidden="true" style={{ color: theme.tones[ALERT[severity].tone] }}>
                  {ALERT[severity].mark}
                </span>
                <span className="grow">
                  {client !== '' && <strong>{client} </strong>}
                  {say(text)}
                </span>
              </li>
            ))}
          </ul>
        </section>
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
      <IssueList issues={issues} />
    </div>
  );
}
