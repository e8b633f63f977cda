import type {
  ClientCard,
  ClientHit,
  DataView,
  DeskChoices,
  PreviewView,
  SettingView,
  RefreshView,
  WorkbookView,
} from '../app/desk/desk';
import type { FailureInWords } from '../app/describe-failure';
import type { ShellTheme } from '../app/desk/shell';
import type { Lang } from '../i18n/lang';
import type { Text } from '../i18n/text';
import type { JobProgress } from '../workbook/job-control';

export type StepName = 'data' | 'settings' | 'reports' | 'result';

/** What is under way: `connect` and `look` are short and quiet, the others show progress and can be cancelled. */
export type JobName = 'connect' | 'look' | 'read' | 'refresh' | 'insert' | 'share' | 'restore';

export interface Search {
  readonly query: string;
  readonly hits?: readonly ClientHit[];
  readonly card?: ClientCard;
}

/** A value that was typed and is not used: what is in force stays, and Refresh waits. */
export interface RefusedValue {
  readonly words: string;
  readonly why: Text;
  /** Right by itself, and at odds with other settings; absent where it cannot be read or is out of bounds. */
  readonly value?: SettingView['value'];
}

export interface PaneState {
  readonly lang: Lang;
  readonly theme: ShellTheme;
  readonly step: StepName;
  readonly job?: JobName;
  readonly isCancelling: boolean;
  readonly progress?: JobProgress;
  readonly failure?: FailureInWords;
  /** What failed: offered again. */
  readonly failedJob?: JobName;
  readonly workbook?: WorkbookView;
  readonly data?: DataView;
  readonly preview?: PreviewView;
  readonly isPreviewing: boolean;
  readonly result?: RefreshView;
  readonly choices: Omit<DeskChoices, 'lang'>;
  /** By the id of the setting, or of the day that was typed. */
  readonly refused: Readonly<Record<string, RefusedValue>>;
  readonly search: Search;
  /** The workbook is in Excel, and can be rid of what an add-in leaves in it. */
  readonly canRemoveTraces: boolean;
}

export type PaneAction =
  | { readonly type: 'connected'; readonly lang: Lang; readonly theme: ShellTheme; readonly canRemoveTraces: boolean }
  | { readonly type: 'themed'; readonly theme: ShellTheme }
  | { readonly type: 'spoken'; readonly lang: Lang }
  | { readonly type: 'stepped'; readonly step: StepName }
  | { readonly type: 'started'; readonly job: JobName }
  | { readonly type: 'progressed'; readonly progress: JobProgress }
  | { readonly type: 'cancelling' }
  | { readonly type: 'failed'; readonly job: JobName; readonly failure: FailureInWords }
  | { readonly type: 'dismissed' }
  | { readonly type: 'looked'; readonly workbook: WorkbookView }
  | { readonly type: 'read'; readonly data: DataView }
  | { readonly type: 'previewing' }
  | { readonly type: 'previewed'; readonly preview: PreviewView }
  | { readonly type: 'refreshed'; readonly result: RefreshView }
  | { readonly type: 'chose'; readonly choices: Omit<DeskChoices, 'lang'> }
  | { readonly type: 'refused'; readonly refused: PaneState['refused'] }
  | { readonly type: 'searched'; readonly search: Search };

export const FIRST_STATE: PaneState = {
  lang: 'zh',
  theme: { isDark: false, isContrast: false },
  step: 'data',
  job: 'connect',
  isCancelling: false,
  isPreviewing: false,
  choices: {},
  refused: {},
  search: { query: '' },
  canRemoveTraces: false,
};

/** A state without what belongs to a job that is over. */
function withoutJob({ job: _job, progress: _progress, ...state }: PaneState): PaneState {
  return { ...state, isCancelling: false };
}

function withoutFailure({ failure: _failure, failedJob: _failedJob, ...state }: PaneState): PaneState {
  return state;
}

/** The first look at a workbook that was refreshed before, and nothing to be answered in it. */
const isBack = ({ workbook, step }: PaneState, seen: WorkbookView): boolean =>
  workbook === undefined &&
  step === 'data' &&
  seen.canAnalyse &&
  seen.lastRefresh !== undefined &&
  seen.questions.length === 0;

export function reducePane(state: PaneState, action: PaneAction): PaneState {
  switch (action.type) {
    case 'connected':
      return {
        ...withoutJob(state),
        lang: action.lang,
        theme: action.theme,
        canRemoveTraces: action.canRemoveTraces,
      };
    case 'themed':
      return { ...state, theme: action.theme };
    case 'spoken':
      return { ...state, lang: action.lang };
    case 'stepped':
      return { ...state, step: action.step };
    case 'started':
      return { ...withoutFailure(withoutJob(state)), job: action.job };
    case 'progressed':
      return state.job ? { ...state, progress: action.progress } : state;
    case 'cancelling':
      return { ...state, isCancelling: true };
    case 'failed':
      return { ...withoutJob(state), failure: action.failure, failedJob: action.job };
    case 'dismissed':
      return withoutFailure(state);
    case 'looked':
      // Whoever comes back sees first what is to be done; whoever went somewhere meanwhile stays there.
      return {
        ...withoutJob(state),
        workbook: action.workbook,
        ...(isBack(state, action.workbook) && { step: 'result' as const }),
      };
    case 'read': {
      const { data } = action;
      return { ...withoutJob(state), data, ...(data.canAnalyse && { preview: data.preview }) };
    }
    case 'previewing':
      return { ...state, isPreviewing: true };
    case 'previewed':
      return { ...state, preview: action.preview, isPreviewing: false };
    case 'refreshed': {
      const { result } = action;
      const over = { ...withoutJob(state), result, step: 'result' as const };
      if (result.outcome === 'nothing') return { ...over, data: { canAnalyse: false, missing: result.missing } };
      const { figures, issues, preview, reports } = result;
      const workbook = over.workbook && { ...over.workbook, lastRefresh: { time: result.time, asOf: figures.asOf } };
      return {
        ...over,
        ...(workbook && { workbook }),
        preview,
        data: { canAnalyse: true, figures, issues, preview, reports, today: result.today, isUpToDate: true },
      };
    }
    case 'chose':
      return { ...state, choices: action.choices };
    case 'refused':
      return { ...state, refused: action.refused };
    case 'searched':
      return { ...state, search: action.search };
  }
}
