import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import React from 'react';
import { MESSAGES } from '../../messages';
import { usePaneContext } from '../../pane-context';
import { useSay } from '../../say';

/** Stands where a screen needs the lines and they have not been read. */
export function ReadFirst(): React.ReactElement {
  const { state, actions } = usePaneContext();
  const say = useSay();
  const canRead = state.workbook?.canAnalyse === true && state.job === undefined;
  return (
    <div className="screen">
      <p>{say(MESSAGES.readLinesHint)}</p>
      <DefaultButton text={say(MESSAGES.readLines)} disabled={!canRead} onClick={actions.read} />
    </div>
  );
}
