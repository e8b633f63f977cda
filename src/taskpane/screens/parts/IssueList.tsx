import { Link } from 'office-ui-fabric-react/lib/Link';
import React, { useState } from 'react';
import type { IssueView } from '../../../app/desk/desk';
import type { IssueSeverity } from '../../../core/model/issue';
import { MESSAGES } from '../../messages';
import { usePaneContext } from '../../pane-context';
import { useSay } from '../../say';

const SEVERITY = {
  error: { words: MESSAGES.severityError, mark: '■', tone: 'bad' },
  warning: { words: MESSAGES.severityWarning, mark: '▲', tone: 'watch' },
  notice: { words: MESSAGES.severityNotice, mark: '●', tone: 'muted' },
} as const satisfies Record<IssueSeverity, unknown>;

const SHOWN_FIRST = 8;

/** Problems of the data, the gravest first; each leads to its cell. */
export function IssueList({ issues }: { readonly issues: IssueView }): React.ReactElement {
  const { actions, theme } = usePaneContext();
  const say = useSay();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? issues.list : issues.list.slice(0, SHOWN_FIRST);
  return (
    <section>
      <h3>{say(MESSAGES.issuesTitle)}</h3>
      {issues.list.length === 0 ? (
        <p>{say(MESSAGES.issuesNone)}</p>
      ) : (
        <p className="small">{say(MESSAGES.issuesCount, issues.counts)}</p>
      )}
      <ul className="plain-list">
        {shown.map((issue, index) => {
          const { words, mark, tone } = SEVERITY[issue.severity];
          const cell = issue.row === undefined ? undefined : `${issue.column ?? 'A'}${issue.row}`;
          return (
            <li key={index} className="row" style={{ borderColor: theme.tones.line }}>
              <span style={{ color: theme.tones[tone] }} title={say(words)}>
                <span aria-hidden="true">{mark}</span>
                <span className="screen-reader">{say(words)}</span>
              </span>
              <div className="grow">
                <div>
                  {say(issue.message)}
                  {issue.value !== undefined && issue.value !== '' && `(${issue.value})`}
                </div>
                <div className="small" style={{ color: theme.tones.muted }}>
                  {say(issue.action)}
                </div>
                {issue.sheet !== '' && (
                  <Link
                    className="small"
                    underline
                    onClick={() => actions.showCell(issue.sheet, cell ?? 'A1')}
                    aria-label={say(MESSAGES.issueGo, { sheet: issue.sheet, cell: cell ?? 'A1' })}
                  >
                    {issue.sheet}
                    {cell === undefined ? '' : `!${cell}`}
                  </Link>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {!isWhole && issues.list.length > SHOWN_FIRST && (
        <Link underline onClick={() => setWhole(true)}>
          {say(MESSAGES.issuesShowAll, { count: issues.list.length })}
        </Link>
      )}
    </section>
  );
}
