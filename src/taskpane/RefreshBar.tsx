import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Link } from 'office-ui-fabric-react/lib/Link';
import { ProgressIndicator } from 'office-ui-fabric-react/lib/ProgressIndicator';
import React from 'react';
import type { Text } from '../i18n/text';
import type { JobProgress } from '../workbook/job-control';
import { MESSAGES } from './messages';
import { usePaneContext } from './pane-context';
import type { PaneState } from './pane-state';
import { useSay, type Say } from './say';
import { useFocusAfter } from './use-focus';

const STEP_WORDS: Readonly<Record<JobProgress['step'], Text>> = {
  open: MESSAGES.stepOpen,
  inspect: MESSAGES.stepInspect,
  read: MESSAGES.stepRead,
  analyse: MESSAGES.stepAnalyse,
  layOut: MESSAGES.stepLayOut,
  write: MESSAGES.stepWrite,
  save: MESSAGES.stepSave,
};

/** Share of the whole job that stands behind each step when it begins. */
const STEP_BEGINS: Readonly<Record<JobProgress['step'], number>> = {
  open: 0,
  inspect: 0,
  read: 0.1,
  analyse: 0.55,
  layOut: 0.65,
  write: 0.7,
  save: 0.95,
};

const STEP_SHARE: Readonly<Record<JobProgress['step'], number>> = {
  open: 0.05,
  inspect: 0.1,
  read: 0.45,
  analyse: 0.1,
  layOut: 0.05,
  write: 0.25,
  save: 0.05,
};

function wordProgress(progress: JobProgress | undefined, say: Say): string {
  if (!progress) return say(MESSAGES.looking);
  return say(STEP_WORDS[progress.step], { sheet: progress.sheet ?? '' });
}

function shareDone({ step, done, total }: JobProgress): number {
  return STEP_BEGINS[step] + STEP_SHARE[step] * (total > 0 ? Math.min(1, done / total) : 0);
}

function wordStatus({ job, workbook, data }: PaneState, say: Say): string {
  if (job === 'connect') return say(MESSAGES.connecting);
  if (!workbook) return '';
  const time = workbook.lastRefresh?.time;
  if (time === undefined) return say(MESSAGES.neverRefreshed);
  if (data?.canAnalyse && data.isUpToDate) return say(MESSAGES.upToDate, { time });
  return say(MESSAGES.lastRefreshed, { time });
}

/** Always at the foot: one button, and what is being done. */
export function RefreshBar(): React.ReactElement {
  const { state, actions, theme } = usePaneContext();
  const say = useSay();
  const isLong = state.job !== undefined && state.job !== 'connect';
  // The button that was pressed gives way to this one: so does the focus.
  const foot = useFocusAfter<HTMLElement>(isLong && state.job === 'refresh');
  const wrong = Object.keys(state.refused).length;
  const words = state.isCancelling ? say(MESSAGES.cancelling) : wordProgress(state.progress, say);
  return (
    <footer ref={foot} tabIndex={-1} className="pane-foot" style={{ borderColor: theme.tones.line }}>
      {isLong ? (
        <>
          {state.progress ? (
            <ProgressIndicator label={words} percentComplete={shareDone(state.progress)} />
          ) : (
            <ProgressIndicator label={words} />
          )}
          <DefaultButton
            text={say(MESSAGES.cancel)}
            disabled={state.isCancelling}
            onClick={actions.cancel}
            styles={{ root: { width: '100%' } }}
          />
        </>
      ) : (
        <>
          <p className="small" style={{ color: theme.tones.muted, margin: '0 0 8px' }}>
            {wordStatus(state, say)}
          </p>
          {wrong > 0 && (
            <Link onClick={() => actions.goTo('settings')} styles={{ root: { display: 'block', marginBottom: 8 } }}>
              {say(MESSAGES.fixFirst, { count: wrong })}
            </Link>
          )}
          <PrimaryButton
            text={say(MESSAGES.refresh)}
            iconProps={{ iconName: 'Refresh' }}
            disabled={!state.workbook?.canAnalyse || wrong > 0}
            onClick={actions.refresh}
            styles={{ root: { width: '100%' } }}
          />
        </>
      )}
      <div role="status" aria-live="polite" className="screen-reader">
        {isLong ? words : wrong > 0 ? say(MESSAGES.fixFirst, { count: wrong }) : wordStatus(state, say)}
      </div>
    </footer>
  );
}
