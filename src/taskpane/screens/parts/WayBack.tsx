import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import React, { useState } from 'react';
import type { RestoreResult } from '../../../app/restore';
import { MESSAGES } from '../../messages';
import { usePaneContext } from '../../pane-context';
import { useSay } from '../../say';

/** The reports as they stood before the last refresh: what comes of it is said beneath the button. */
export function WayBack(): React.ReactElement | null {
  const { state, actions, theme } = usePaneContext();
  const say = useSay();
  const [result, setResult] = useState<RestoreResult>();
  const { workbook, job, lang } = state;
  if (!workbook?.lastRefresh) return null;
  return (
    <section style={{ marginTop: 16 }}>
      <h3>{say(MESSAGES.restore)}</h3>
      <p className="small" id="restore-hint" style={{ color: theme.tones.muted }}>
        {say(MESSAGES.restoreHint)}
      </p>
      <DefaultButton
        text={say(MESSAGES.restoreDo, { time: workbook.lastRefresh.time })}
        ariaDescription={say(MESSAGES.restoreHint)}
        disabled={job !== undefined}
        onClick={() => void actions.restore().then(setResult)}
      />
      <div role="status" aria-live="polite">
        {result?.outcome === 'nothing' && <p>{say(result.why)}</p>}
        {result?.outcome === 'done' && (
          <>
            <p>
              {say(MESSAGES.restoreDone, {
                count: result.sheets.length,
                sheets: result.sheets.join(lang === 'zh' ? '、' : ', '),
              })}
            </p>
            {result.notes.map((note) => (
              <p key={note.en}>{say(note)}</p>
            ))}
          </>
        )}
      </div>
    </section>
  );
}
