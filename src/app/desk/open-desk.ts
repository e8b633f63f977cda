import { analyse } from '../../core/analyse';
import type { Analysis } from '../../core/analysis';
import type { Dataset } from '../../core/model/dataset';
import { dayOfIso } from '../../core/model/day';
import { settingsWith } from '../../core/settings';
import { settleSettings } from '../../core/settings/setting-rules';
import { readPeriodChoice } from '../../reports/standing/read-settings';
import { NO_CONTROL, type JobControl } from '../../workbook/job-control';
import type { WorkbookHost } from '../../workbook/workbook-host';
import type { Clock } from '../clock';
import { viewAlerts, viewSince } from '../changes-since';
import type { Desk, DeskChoices } from './desk';
import { reportsAfter, viewFigures, viewIssues, viewPreview, viewReports } from './data-views';
import { findClients, indexClients, type ClientIndex } from '../find-clients';
import { makeTemplates } from '../templates/make-template';
import { prepareShareCopy, previewShareCopy, type MakeNewWorkbook } from '../share/prepare-share-copy';
import { lookAtWorkbook, readData, type RunChoices, type WorkbookLook } from '../read-workbook';
import { prepareReports, refresh, type RefreshDone, type RefreshRequest } from '../refresh';
import { makeRepCalendars } from '../holidays/rep-calendars';
import { restoreReports } from '../restore';
import { showClient } from '../show-client';
import { viewToday } from './today-view';
import { viewWorkbook } from './workbook-view';

/** The lines last read, and what they came to under the settings that stand in the workbook. */
interface ReadLines {
  readonly look: WorkbookLook;
  readonly dataset: Dataset;
  readonly analysis: Analysis;
  index?: ClientIndex;
}

function runChoices({ period, asOf, settings, columnMap }: DeskChoices): RunChoices {
  const choice = period === undefined ? undefined : readPeriodChoice(period);
  const day = asOf === undefined ? undefined : dayOfIso(asOf);
  return {
    ...(choice && { period: choice }),
    ...(day !== undefined && { asOf: day }),
    ...(settings && { settings }),
    ...(columnMap && { columnMap }),
  };
}

/**
 * A desk over a workbook. `readClock` is asked anew for every run: a pane may stay open overnight. `makeWorkbook` makes
 * the file of a copy for somebody else.
 */
export function openDesk(host: WorkbookHost, readClock: () => Clock, makeWorkbook?: MakeNewWorkbook): Desk {
  let lines: ReadLines | undefined;
  let planned: { readonly done: Pick<RefreshDone, 'callPlan'>; readonly clock: Clock } | undefined;

  const request = (choices: DeskChoices): RefreshRequest => ({
    ...runChoices(choices),
    clock: readClock(),
    lang: choices.lang,
    ...(choices.reports && { reports: choices.reports }),
  });
  const linesRead = (): ReadLines => {
    if (!lines) throw new Error('Nothing has been read yet');
    return lines;
  };

  return {
    async look(choices, control: JobControl = NO_CONTROL) {
      return viewWorkbook(await lookAtWorkbook(host, runChoices(choices), control));
    },

    async read(choices, control: JobControl = NO_CONTROL) {
      const first = await lookAtWorkbook(host, runChoices(choices), control);
      const read = await readData(host, first, { clock: readClock() }, control);
      if (!read.canAnalyse) return read;
      const { dataset, look } = read;
      // All reports are tried, also those not chosen: the list says what each would hold.
      const prepared = await prepareReports(look, dataset, { ...request(choices), reports: 'all' }, control);
      const { analysis } = prepared;
      const reports = viewReports(prepared, look);
      lines = { look, dataset, analysis };
      return {
        canAnalyse: true,
        figures: viewFigures(analysis),
        issues: viewIssues(analysis),
        reports,
        isUpToDate: reports.every(({ state, isStandard }) => !isStandard || state === 'same' || state === 'off'),
        preview: viewPreview(analysis, analysis, dataset),
        today: viewToday({
          analysis,
          dataset,
          callPlan: prepared.laidOut.callPlan,
          snapshots: look.snapshots,
          today: readClock().today,
        }),
      };
    },

    preview(choices) {
      const { look, dataset, analysis } = linesRead();
      const wanted = runChoices(choices);
      const asOf = choices.asOf === '' ? undefined : (wanted.asOf ?? look.asOf);
      const other = analyse(dataset, {
        today: readClock().today,
        period: wanted.period ?? look.period,
        settings: settleSettings(settingsWith({ ...look.settings, ...wanted.settings }), look.settings).settings,
        ...(asOf !== undefined && { asOf }),
      });
      return Promise.resolve(viewPreview(other, analysis, dataset));
    },

    async refresh(choices, control: JobControl = NO_CONTROL) {
      const asked = request(choices);
      const done = await refresh(host, asked, control);
      if (done.outcome === 'nothing') return { outcome: 'nothing', missing: done.missing };
      const { analysis, dataset } = done;
      const before = lines?.analysis;
      lines = { look: await lookAtWorkbook(host, runChoices(choices)), dataset, analysis };
      planned = { done: done.callPlan ? { callPlan: done.callPlan } : {}, clock: asked.clock };
      const names = new Map([...done.written, ...done.unchanged].map(({ report, sheet }) => [report, sheet]));
      const traces = { ...done, sheetOf: (report: string): string => names.get(report) ?? report };
      const since = viewSince(traces);
      return {
        outcome: 'done',
        figures: viewFigures(analysis),
        preview: viewPreview(analysis, before ?? analysis, dataset),
        issues: viewIssues(analysis),
        written: done.written,
        unchanged: done.unchanged,
        notWritten: done.notWritten.map(({ report: _, ...one }) => one),
        alerts: viewAlerts(traces),
        ...(since && { since }),
        hasPlan: done.callPlan !== undefined && done.callPlan.contacts.length > 0,
        notes: done.notes,
        today: {
          ...viewToday({
            analysis,
            dataset,
            callPlan: done.callPlan,
            snapshots: done.before,
            today: asked.clock.today,
          }),
          ...(since && { since }),
        },
        reports: reportsAfter(done),
        time: asked.clock.now,
      };
    },

    restore(lang, control: JobControl = NO_CONTROL) {
      return restoreReports(host, { clock: readClock(), lang }, control);
    },

    insertTemplates(kinds, lang, control: JobControl = NO_CONTROL) {
      return makeTemplates(host, kinds, lang, control);
    },

    share(choices, wish, control: JobControl = NO_CONTROL) {
      if (!makeWorkbook) throw new Error('No new workbook can be made here');
      return prepareShareCopy(host, request(choices), wish, makeWorkbook, control);
    },

    previewShare(choices, wish, control: JobControl = NO_CONTROL) {
      return previewShareCopy(host, request(choices), wish, control);
    },

    async findClients(query) {
      const read = linesRead();
      read.index ??= await indexClients(read.dataset, read.analysis);
      return findClients(read.index, query);
    },

    showClient(client) {
      const { dataset, analysis } = linesRead();
      return Promise.resolve(showClient(dataset, analysis, client, planned?.done.callPlan));
    },

    makeCalendars(lang) {
      return Promise.resolve(planned ? makeRepCalendars(planned.done, lang, planned.clock) : []);
    },
  };
}
