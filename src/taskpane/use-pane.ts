import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { CalendarFile, ClientHit, Desk, DeskChoices } from '../app/desk/desk';
import type { TemplateId } from '../app/templates/make-template';
import type { SharePreview, ShareResult, ShareWish } from '../app/share/prepare-share-copy';
import { describeFailure } from '../app/describe-failure';
import type { RestoreResult } from '../app/restore';
import type { Shell, TracesRemoved } from '../app/desk/shell';
import type { Lang } from '../i18n/lang';
import type { JobControl } from '../workbook/job-control';
import { FIRST_STATE, reducePane, type JobName, type PaneAction, type PaneState, type StepName } from './pane-state';

/** Tells what a job found, as long as no later job has taken its place. */
type Tell = (found: PaneAction) => void;

/** What a pane works with, once it is there. */
export interface Connection {
  readonly desk: Desk;
  readonly shell: Shell;
}

export type Choices = Omit<DeskChoices, 'lang'>;

export interface PaneActions {
  connect(): void;
  look(): void;
  read(): void;
  refresh(): void;
  cancel(): void;
  again(): void;
  dismiss(): void;
  speak(lang: Lang): void;
  goTo(step: StepName): void;
  /** Changes what is mapped: the sheets are looked at anew. */
  map(columnMap: Choices['columnMap']): void;
  /** Changes settings, period or reports: tried out in memory. */
  choose(choices: Partial<Choices>): void;
  /** Holds what was typed and cannot be used; an empty record where all is right again. */
  refuse(refused: PaneState['refused']): void;
  search(query: string): void;
  open(hit: ClientHit): void;
  showCell(sheet: string, cell: string): void;
  /** Adds blank input sheets and shows the first of them. */
  insertTemplates(templates: readonly TemplateId[]): void;
  /** Nothing where it failed or was cancelled: the failure stands on the screen. */
  share(wish: ShareWish): Promise<ShareResult | undefined>;
  /** What the copy would mask of what people wrote; nothing where it failed or was cancelled. */
  previewShare(wish: ShareWish): Promise<SharePreview | undefined>;
  handOver(file: Uint8Array<ArrayBuffer>, fileName: string): void;
  /** Nothing where it failed: the failure stands on the screen. */
  removeTraces(): Promise<TracesRemoved | undefined>;
  /** The reports as before the last refresh; nothing where it failed or was cancelled. */
  restore(): Promise<RestoreResult | undefined>;
  /** The call plan of the last refresh, a calendar file a person. */
  makeCalendars(): Promise<readonly CalendarFile[]>;
}

const SEARCH_PAUSE_MS = 150;
const PREVIEW_PAUSE_MS = 200;
/** Lines up to which the pane reads by itself after the first look; more are read when she asks. */
const ROWS_READ_UNASKED = 200_000;

/** The pane's state and everything that can be done with it. Every failure of the desk ends here, in words. */
export function usePane(
  connect: () => Promise<Connection>,
  onRefreshed?: () => void | Promise<void>,
): { readonly state: PaneState; readonly actions: PaneActions } {
  const [state, dispatch] = useReducer(reducePane, FIRST_STATE);
  const latest = useRef(state);
  latest.current = state;
  const connection = useRef<Connection>();
  const abort = useRef<AbortController>();
  const timers = useRef<{ search?: number; preview?: number }>({});
  const previewRun = useRef(0);

  const askedWith = useCallback((): DeskChoices => ({ ...latest.current.choices, lang: latest.current.lang }), []);

  const run = useCallback(
    async (job: JobName, work: (desk: Desk, control: JobControl, tell: Tell) => Promise<void>) => {
      const there = connection.current;
      if (!there) return;
      abort.current?.abort();
      const controller = new AbortController();
      abort.current = controller;
      const tell: Tell = (found) => {
        if (abort.current === controller) dispatch(found);
      };
      dispatch({ type: 'started', job });
      try {
        await work(
          there.desk,
          { signal: controller.signal, report: (progress) => tell({ type: 'progressed', progress }) },
          tell,
        );
      } catch (error) {
        tell({ type: 'failed', job, failure: describeFailure(error) });
      }
    },
    [],
  );

  const read = useCallback(
    () =>
      run('read', async (desk, control, tell) => tell({ type: 'read', data: await desk.read(askedWith(), control) })),
    [run, askedWith],
  );

  const look = useCallback(
    () =>
      run('look', async (desk, control, tell) => {
        const workbook = await desk.look(askedWith(), control);
        tell({ type: 'looked', workbook });
        if (control.signal?.aborted) return;
        if (workbook.canAnalyse && workbook.rows <= ROWS_READ_UNASKED) void read();
      }),
    [run, read, askedWith],
  );

  const refresh = useCallback(
    () =>
      run('refresh', async (desk, control, tell) => {
        const result = await desk.refresh(askedWith(), control);
        tell({ type: 'refreshed', result });
        await onRefreshed?.();
        tell({ type: 'looked', workbook: await desk.look(askedWith()) });
      }),
    [run, askedWith, onRefreshed],
  );

  const start = useCallback(async () => {
    dispatch({ type: 'started', job: 'connect' });
    try {
      const there = await connect();
      connection.current = there;
      const { lang, theme } = there.shell;
      dispatch({ type: 'connected', lang, theme, canRemoveTraces: there.shell.removeTraces !== undefined });
      there.shell.onThemeChange((next) => dispatch({ type: 'themed', theme: next }));
      latest.current = { ...latest.current, lang };
    } catch (error) {
      dispatch({ type: 'failed', job: 'connect', failure: describeFailure(error) });
      return;
    }
    await look();
  }, [connect, look]);

  useEffect(() => {
    void start();
  }, [start]);

  const preview = useCallback(() => {
    window.clearTimeout(timers.current.preview);
    if (!latest.current.data?.canAnalyse && !latest.current.preview) return;
    timers.current.preview = window.setTimeout(() => {
      const number = ++previewRun.current;
      dispatch({ type: 'previewing' });
      connection.current?.desk.preview(askedWith()).then(
        (view) => {
          if (number === previewRun.current) dispatch({ type: 'previewed', preview: view });
        },
        (error: unknown) => dispatch({ type: 'failed', job: 'read', failure: describeFailure(error) }),
      );
    }, PREVIEW_PAUSE_MS);
  }, [askedWith]);

  const search = useCallback(
    (query: string) => {
      dispatch({ type: 'searched', search: { query } });
      window.clearTimeout(timers.current.search);
      if (query.trim() === '') return;
      timers.current.search = window.setTimeout(() => {
        const find = async (): Promise<void> => {
          if (!latest.current.preview) await read();
          if (!latest.current.preview && !latest.current.data?.canAnalyse) return;
          const hits = await connection.current?.desk.findClients(query);
          if (hits && latest.current.search.query === query) dispatch({ type: 'searched', search: { query, hits } });
        };
        find().catch((error: unknown) => dispatch({ type: 'failed', job: 'read', failure: describeFailure(error) }));
      }, SEARCH_PAUSE_MS);
    },
    [read],
  );

  const choose = (choices: Choices): void => {
    dispatch({ type: 'chose', choices });
    latest.current = { ...latest.current, choices };
  };

  const actions: PaneActions = {
    connect: () => void start(),
    look: () => void look(),
    read: () => void read(),
    refresh: () => {
      // A value that is still wrong is not passed over silently.
      if (Object.keys(latest.current.refused).length === 0) void refresh();
    },
    cancel: () => {
      dispatch({ type: 'cancelling' });
      abort.current?.abort();
    },
    again: () => {
      const { failedJob } = latest.current;
      if (failedJob === 'connect') void start();
      else if (failedJob === 'look') void look();
      else if (failedJob === 'read') void read();
      // What was asked for stands on its screen, where it is asked for again.
      else if (failedJob === 'share' || failedJob === 'insert' || failedJob === 'restore')
        dispatch({ type: 'dismissed' });
      else void refresh();
    },
    dismiss: () => dispatch({ type: 'dismissed' }),
    speak: (lang) => dispatch({ type: 'spoken', lang }),
    goTo: (step) => dispatch({ type: 'stepped', step }),
    map: (columnMap) => {
      choose({ ...latest.current.choices, ...(columnMap && { columnMap }) });
      void look();
    },
    choose: (choices) => {
      choose({ ...latest.current.choices, ...choices });
      preview();
    },
    refuse: (refused) => {
      dispatch({ type: 'refused', refused });
      latest.current = { ...latest.current, refused };
    },
    search,
    open: ({ client }) => {
      connection.current?.desk.showClient(client).then(
        (card) => dispatch({ type: 'searched', search: { ...latest.current.search, card } }),
        (error: unknown) => dispatch({ type: 'failed', job: 'read', failure: describeFailure(error) }),
      );
    },
    insertTemplates: (templates) =>
      void run('insert', async (desk, control) => {
        const [first] = await desk.insertTemplates(templates, latest.current.lang, control);
        await onRefreshed?.();
        await look();
        if (first)
          await connection.current?.shell.showCell(first.sheet, first.template.startsWith('form:') ? 'A1' : 'A6');
      }),
    removeTraces: async () => {
      try {
        return await connection.current?.shell.removeTraces?.();
      } catch (error) {
        dispatch({ type: 'failed', job: 'share', failure: describeFailure(error) });
        return undefined;
      }
    },
    restore: async () => {
      let result: RestoreResult | undefined;
      await run('restore', async (desk, control, tell) => {
        result = await desk.restore(latest.current.lang, control);
        await onRefreshed?.();
        tell({ type: 'looked', workbook: await desk.look(askedWith()) });
      });
      return result;
    },
    share: async (wish) => {
      let result: ShareResult | undefined;
      await run('share', async (desk, control, tell) => {
        result = await desk.share(askedWith(), wish, control);
        await onRefreshed?.();
        tell({ type: 'looked', workbook: await desk.look(askedWith()) });
      });
      return result;
    },
    previewShare: async (wish) => {
      let preview: SharePreview | undefined;
      await run('share', async (desk, control, tell) => {
        preview = await desk.previewShare(askedWith(), wish, control);
        tell({ type: 'looked', workbook: await desk.look(askedWith()) });
      });
      return preview;
    },
    handOver: (file, fileName) => {
      connection.current?.shell
        .handOver(file, fileName)
        .catch((error: unknown) => dispatch({ type: 'failed', job: 'share', failure: describeFailure(error) }));
    },
    showCell: (sheet, cell) => {
      connection.current?.shell
        .showCell(sheet, cell)
        .catch((error: unknown) => dispatch({ type: 'failed', job: 'look', failure: describeFailure(error) }));
    },
    makeCalendars: async () => {
      try {
        return (await connection.current?.desk.makeCalendars(latest.current.lang)) ?? [];
      } catch (error) {
        dispatch({ type: 'failed', job: 'refresh', failure: describeFailure(error) });
        return [];
      }
    },
  };
  return { state, actions };
}
