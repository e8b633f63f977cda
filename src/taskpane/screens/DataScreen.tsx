import { ActionButton } from 'office-ui-fabric-react/lib/Button';
import { Spinner, SpinnerSize } from 'office-ui-fabric-react/lib/Spinner';
import React from 'react';
import type { SheetView } from '../../app/desk/desk';
import { wordNumber } from '../../i18n/wording';
import { MESSAGES } from '../messages';
import { usePaneContext } from '../pane-context';
import { useSay } from '../say';
import { IssueList } from './parts/IssueList';
import { Questions } from './parts/Questions';
import { Templates } from './parts/Templates';
import { SheetCard } from './parts/SheetCard';

/** Step one: what was recognised, what is not sure, what is missing. */
export function DataScreen(): React.ReactElement {
  const { state, actions, theme } = usePaneContext();
  const say = useSay();
  const { workbook, data, job } = state;
  if (!workbook) {
    return (
      <div className="screen">
        {(job === 'connect' || job === 'look') && (
          <Spinner size={SpinnerSize.large} label={say(job === 'connect' ? MESSAGES.connecting : MESSAGES.looking)} />
        )}
      </div>
    );
  }
  const read = workbook.sheets.filter(({ kind }) => kind !== undefined);
  const others = workbook.sheets.filter(({ kind }) => kind === undefined);
  const missing = data && !data.canAnalyse ? data.missing : workbook.missing;
  return (
    <div className="screen">
      {workbook.canAnalyse && (data?.canAnalyse ?? true) ? (
        <h2>{say(MESSAGES.dataRecognised, { sheets: read.length, rows: wordNumber(workbook.rows) })}</h2>
      ) : (
        <section style={{ color: theme.tones.bad }}>
          <h2>{say(MESSAGES.dataNothing)}</h2>
          <p>{say(MESSAGES.dataNothingTodo)}</p>
          <ul>
            {missing.map((text) => (
              <li key={text.en}>{say(text)}</li>
            ))}
          </ul>
        </section>
      )}
      <ActionButton iconProps={{ iconName: 'Refresh' }} onClick={actions.look} styles={{ root: { marginLeft: -8 } }}>
        {say(MESSAGES.lookAgain)}
      </ActionButton>
      {workbook.questions.length > 0 && <Questions />}
      {read.map((sheet) => (
        <SheetCard key={sheet.name} sheet={sheet} opens={sheet.proposal !== undefined} />
      ))}
      {others.length > 0 && (
        <details open={!workbook.canAnalyse || undefined}>
          <summary className="small" style={{ cursor: 'pointer', padding: '6px 0' }}>
            {say(MESSAGES.notRead, { count: others.length })}
          </summary>
          {others.map((sheet) => (
            <SheetCard key={sheet.name} sheet={sheet} opens={!workbook.canAnalyse && isWorthMapping(sheet, others)} />
          ))}
        </details>
      )}
      <Templates />
      {data?.canAnalyse && <IssueList issues={data.issues} />}
    </div>
  );
}

/** The sheets that look like something; where none does, the only one that has columns. */
function isWorthMapping(sheet: SheetView, others: readonly SheetView[]): boolean {
  if (sheet.likely !== undefined || sheet.proposal) return true;
  const withColumns = others.filter(({ columns }) => columns.length > 0);
  return withColumns.length === 1 && withColumns[0] === sheet;
}
