import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import React, { useState } from 'react';
import type { TracesRemoved } from '../../../app/desk/shell';
import { MESSAGES } from '../../messages';
import { usePaneContext } from '../../pane-context';
import { useSay } from '../../say';

/** Whoever gets her own workbook is not asked about an add-in that they do not have; what was done is said. */
export function Traces(): React.ReactElement | null {
  const { state, actions, theme } = usePaneContext();
  const say = useSay();
  const [done, setDone] = useState<TracesRemoved>();
  if (!state.canRemoveTraces) return null;
  return (
    <section style={{ marginTop: 16 }}>
      <h3>{say(MESSAGES.traces)}</h3>
      <p className="small" style={{ color: theme.tones.muted }}>
        {say(MESSAGES.tracesHint)}
      </p>
      <DefaultButton
        text={say(MESSAGES.tracesDo)}
        disabled={state.job !== undefined}
        onClick={() => void actions.removeTraces().then(setDone)}
      />
      <div role="status" aria-live="polite">
        {done && <p>{say(done.wasAutoOpen ? MESSAGES.tracesDoneAutoOpen : MESSAGES.tracesDone)}</p>}
      </div>
    </section>
  );
}
