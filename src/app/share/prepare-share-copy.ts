import { keyOfClient } from '../../core/changes/client-marks';
import { joinBytes } from '../../workbook/join-bytes';
import { analyse } from '../../core/analyse';
import type { Analysis } from '../../core/analysis';
import { textAt } from '../../core/model/columns';
import { isoOf } from '../../core/model/day';
import { tableOf, type Dataset } from '../../core/model/dataset';
import { known } from '../../core/model/outcome';
import { gatherAlertRows } from '../../core/standing/alert-rows';
import type { AlertSeverity } from '../../core/standing/alert';
import type { AlertFigures } from '../../core/standing/alerts';
import { fill, joinTexts, verbatim, type Text } from '../../i18n/text';
import { REPORTS } from '../../reports/index';
import { layOut } from '../../reports/layout/lay-out';
import { layOutReports, type LaidOutReports, type LayOutInput } from '../../reports/layout/lay-out-reports';
import {
  isAbove,
  isCopied,
  secrecyOfAlert,
  secrecyOfReport,
  secrecyOfWord,
  SECRECY_LEVELS,
  SECRECY_WORDS,
  type Secrecy,
} from '../../reports/share/secrecy';
import {
  readShareRegister,
  SHARE_REGISTER,
  shareRegisterReport,
  type ShareRegister,
} from '../../reports/share/share-register';
import { FOR_REFERENCE, leftOutOf, shareReport } from '../../reports/share/share-report';
import { SHEET_WORDS } from '../../reports/words/sheet-words';
import { NO_CONTROL, type JobControl } from '../../workbook/job-control';
import type { SheetPlan } from '../../workbook/plan';
import type { WorkbookHost } from '../../workbook/workbook-host';
import { COVER_ID, coverReport, type CoverFact } from '../../reports/share/copy-cover';
import { bareContext, type ReportContext } from '../../reports/layout/report-context';
import { historyOfRun, type HistoryOfRun } from '../../reports/standing/history/history-of-run';
import { extendLog } from '../../reports/standing/refresh-log';
import { wordPeriod } from '../../reports/words/domain-words';
import { aliasClients, extendAliasKey, withAliases, type ClientAliases } from './alias-clients';
import { linesOfInspection } from '../column-map-lines';
import { lookAtWorkbook, readData, type WorkbookLook } from '../read-workbook';
import { copyRedaction, type CopyRedaction } from './copy-redaction';
import { handleFreeTexts, type FreeTextsHandled, type MaskedLine } from './free-texts';
import { pastForCopy } from './past-for-copy';
import { redactSheet } from './redact-texts';
import type { RefreshRequest } from '../refresh';

/** What the copy is to hold, and whom it is for. */
export interface ShareWish {
  /** Ids of the reports wanted. */
  readonly reports: readonly string[];
  /** Nothing above it is copied. */
  readonly level: ShareLevel;
  /** Clients stand as 客户001 instead of their names. */
  readonly aliases: boolean;
  readonly forWhom: string;
  readonly reason: string;
  /** What people wrote goes too, with names and numbers masked; absent: above the level open. */
  readonly freeText?: boolean;
  /** Only 本期变动, whatever reports are wanted. */
  readonly onlyChanges?: boolean;
}

/** What a copy would mask of what people wrote, before it is made. */
export type SharePreview =
  | { readonly outcome: 'nothing'; readonly missing: readonly Text[] }
  | {
      readonly outcome: 'done';
      /** The first of them; `count` is of all. */
      readonly lines: readonly MaskedLine[];
      readonly count: number;
      /** What people wrote goes into the copy. */
      readonly isCopied: boolean;
    };

/** A workbook file that holds nothing yet, as the entry's own kind of host makes it. */
export interface NewWorkbook extends Pick<WorkbookHost, 'write'> {
  save(sink: (chunk: Uint8Array) => void, control?: JobControl): Promise<void>;
}

export type MakeNewWorkbook = () => Promise<NewWorkbook>;

export type ShareResult =
  | { readonly outcome: 'nothing'; readonly missing: readonly Text[] }
  | {
      readonly outcome: 'done';
      readonly file: Uint8Array<ArrayBuffer>;
      /** Without a folder. */
      readonly fileName: string;
      readonly sheets: readonly string[];
      readonly notCopied: readonly { readonly sheet: Text; readonly why: Text }[];
      /** The name of the register's sheet in her workbook. */
      readonly register: string;
      /** What else she should know: what she typed on the register and stands on 留言 now. */
      readonly notes: readonly Text[];
    };

/** How much a copy may hold, the least first. */
export type ShareLevel = Secrecy;
export const SHARE_LEVELS: readonly ShareLevel[] = SECRECY_LEVELS;

/** A report that may be copied, from a level on. */
export interface ShareableReport {
  readonly id: string;
  readonly sheet: Text;
  readonly from: ShareLevel;
}

/** The reports that may be copied, in sheet order. */
export function shareableReports(): readonly ShareableReport[] {
  return REPORTS.filter(({ id }) => isCopied(id)).map(({ id, sheet }) => ({ id, sheet, from: secrecyOfReport(id) }));
}

/** Whether a report that needs a level may go into a copy of another. @example mayGo('internal', 'open') //=> false */
export const mayGo = (from: ShareLevel, level: ShareLevel): boolean => !isAbove(from, level);

/**
 * A file of the chosen reports for somebody else: laid out anew into an empty package, so that nothing of her workbook
 * can be in it but what is shown: values, no raw or hidden sheet, no formula, comment, property or name of ours.
 *
 * With `wish.aliases` every client stands under an alias; without, those whose own 保密级 is above the level do.
 *
 * Her own columns are left out. Words that name a hidden client, phones and identity numbers (below `secret`)
 * are replaced wherever they stand, in free text too. One line goes into 查阅登记 of her workbook, with the key of the
 * aliases; it is written before the file is handed out.
 *
 * @throws HostError for what her workbook's host refuses; then no copy is handed out.
 */
export async function prepareShareCopy(
  host: WorkbookHost,
  request: RefreshRequest,
  wish: ShareWish,
  makeWorkbook: MakeNewWorkbook,
  control: JobControl = NO_CONTROL,
): Promise<ShareResult> {
  const hidden = await hideForCopy(host, request, wish, control);
  if (hidden.outcome === 'nothing') return hidden;
  const { look, dataset, register, aliases } = hidden;
  const { clock, lang } = request;

  control.report?.({ step: 'layOut', done: 0, total: 1 });
  await control.pause?.();
  const { sheets, notCopied } = layOutCopy(request, wish, hidden);
  if (sheets.length === 0)
    return { outcome: 'nothing', missing: notCopied.map(({ sheet, why }) => wordNotCopied(sheet, why)) };

  const copy = await makeWorkbook();
  await copy.write({ sheets }, control);
  const chunks: Uint8Array[] = [];
  await copy.save((chunk) => void chunks.push(chunk.slice()), control);

  const names = sheets.filter(({ id }) => id !== COVER_ID).map(({ name }) => name);
  const extended: ShareRegister = {
    entries: [
      ...register.entries,
      {
        time: clock.now,
        forWhom: wish.forWhom,
        reason: wish.reason,
        sheets: names.join(LIST[lang]),
        level: SECRECY_WORDS[wish.level][lang],
        aliases: (wish.aliases ? BY_ALIAS : BY_NAME)[lang],
      },
    ],
    aliases: extendAliasKey(register.aliases, aliases),
  };
  const written = layOutRegister(extended, look, dataset, request);
  const plans = [...written.sheets, ...(written.record ? [written.record] : [])];
  const { sheetNames } = await host.write({ sheets: plans }, control);
  return {
    outcome: 'done',
    file: joinBytes(chunks),
    fileName: `${FILE_NAME[lang]} ${clock.now.slice(0, 10)}.xlsx`,
    sheets: names,
    notCopied,
    register: sheetNames[SHARE_REGISTER]!,
    notes: written.notes,
  };
}

/** The data as a copy is worked out of, with what it hides. */
interface HiddenData {
  readonly outcome: 'done';
  readonly look: WorkbookLook;
  /** As the workbook has it. */
  readonly dataset: Dataset;
  readonly register: ShareRegister;
  readonly aliases: ClientAliases;
  readonly level: Secrecy;
  readonly texts: FreeTextsHandled;
  readonly isTextCopied: boolean;
  readonly redaction: CopyRedaction;
}

async function hideForCopy(
  host: WorkbookHost,
  request: RefreshRequest,
  wish: ShareWish,
  control: JobControl,
): Promise<HiddenData | { readonly outcome: 'nothing'; readonly missing: readonly Text[] }> {
  const read = await readData(host, await lookAtWorkbook(host, request, control), request, control);
  if (!read.canAnalyse) return { outcome: 'nothing', missing: read.missing };
  const { dataset, look } = read;
  const register = readShareRegister(look.snapshots.get(SHARE_REGISTER));
  const { secrecy } = tableOf(dataset, 'clients').columns;
  const aliases = aliasClients(
    dataset,
    register.aliases,
    request.lang,
    (client) => wish.aliases || isAbove(secrecyOfWord(textAt(secrecy, client)), wish.level),
  );
  // An alias beside a phone number hides nobody.
  const level = wish.aliases && wish.level === 'secret' ? 'internal' : wish.level;
  const redaction = copyRedaction(dataset, aliases, isAbove('secret', level));
  const isTextCopied = wish.freeText ?? level !== 'open';
  const texts = handleFreeTexts(dataset, redaction.ofTexts, { isCopied: isTextCopied, lang: request.lang });
  return { outcome: 'done', look, dataset, register, aliases, level, texts, isTextCopied, redaction };
}

/**
 * What a copy would mask of what people wrote, line by line; nothing is made and nothing written.
 *
 * @throws HostError for what the host refuses.
 */
export async function previewShareCopy(
  host: WorkbookHost,
  request: RefreshRequest,
  wish: ShareWish,
  control: JobControl = NO_CONTROL,
): Promise<SharePreview> {
  const hidden = await hideForCopy(host, request, wish, control);
  if (hidden.outcome === 'nothing') return hidden;
  const { lines, count } = hidden.texts;
  return { outcome: 'done', lines, count, isCopied: hidden.isTextCopied };
}

const LIST: Text = { zh: '、', en: ', ' };
const BY_ALIAS: Text = { zh: '代号', en: 'aliases' };
const BY_NAME: Text = { zh: '实名', en: 'names' };
const FILE_NAME: Text = { zh: '客览查阅', en: 'Kelan copy' };
const ABOVE: Text = { zh: '保密级为「{secrecy}」，高于所选', en: 'it is {secrecy}, above the chosen level' };
const KEPT_HERE: Text = { zh: '只供本人使用', en: 'for your own use only' };

const wordNotCopied = (sheet: Text, why: Text): Text =>
  fill({ zh: '{sheet}：{why}', en: '{sheet}: {why}' }, { sheet, why });

function analyseFor(look: WorkbookLook, dataset: Dataset, { clock }: RefreshRequest): Analysis {
  return analyse(dataset, {
    today: clock.today,
    period: look.period,
    settings: look.settings,
    ...(look.asOf !== undefined && { asOf: look.asOf }),
  });
}

function inputFor(look: WorkbookLook, dataset: Dataset, analysis: Analysis, request: RefreshRequest): LayOutInput {
  return {
    analysis,
    dataset,
    lang: request.lang,
    snapshots: look.snapshots,
    columnMap: linesOfInspection(look.inspection),
    run: { time: request.clock.now, version: request.clock.version },
    sheetNames: [],
    dateBase: look.info.dateBase,
  };
}

function historyFor(
  look: WorkbookLook,
  dataset: Dataset,
  analysis: Analysis,
  { clock, lang }: RefreshRequest,
): HistoryOfRun {
  const run = { time: clock.now, version: clock.version };
  const entry = extendLog(look.snapshots.get('refreshLog'), analysis, dataset, run).at(-1)!;
  return historyOfRun(look.snapshots, analysis, dataset, { lang, entry, time: clock.now });
}

function layOutCopy(
  request: RefreshRequest,
  wish: ShareWish,
  { look, dataset, aliases, level, texts, isTextCopied, redaction }: HiddenData,
): {
  readonly sheets: readonly SheetPlan[];
  readonly notCopied: readonly { readonly sheet: Text; readonly why: Text }[];
} {
  const { lang } = request;
  const wanted = REPORTS.filter(({ id }) => (wish.onlyChanges ? id === 'changes' : wish.reports.includes(id)));
  const copied = wanted.filter(({ id }) => isCopied(id) && !isAbove(secrecyOfReport(id), level));
  const refused = wanted
    .filter((report) => !copied.includes(report))
    .map(({ id, sheet }) => ({
      sheet,
      why: isCopied(id) ? fill(ABOVE, { secrecy: SECRECY_WORDS[secrecyOfReport(id)] }) : KEPT_HERE,
    }));

  // What people wrote is masked before anything is worked out of it: a sheet may cut a text in the middle of a name.
  const analysis = analyseFor(look, texts.dataset, request);
  // What has been done on the plan stands on its sheet by the clients' names: the plan is made with those.
  const { callPlan } = layOutReports({
    ...inputFor(look, texts.dataset, analysis, request),
    chosen: copied.map(({ id }) => id),
  });
  const isHiding = aliases.size > 0;
  const shownData = isHiding ? withAliases(texts.dataset, aliases) : texts.dataset;
  const shown = withoutAlertsAbove(isHiding ? analyseFor(look, shownData, request) : analysis, level);
  const past = copied.some(({ id }) => id === 'changes')
    ? pastForCopy(
        historyFor(look, dataset, analysis, request),
        new Set(analysis.clients.map(keyOfClient)),
        aliases,
        level,
      )
    : undefined;
  const { sheets, notWritten } = layOutReports({
    ...inputFor(look, shownData, shown, request),
    snapshots: new Map(),
    reports: copied.map((report) => shareReport(report, level, wish.aliases)),
    ...(callPlan && { callPlan }),
    ...(past && { past }),
  });
  const notCopied = [
    ...refused,
    ...notWritten.map(({ report, why }) => ({ sheet: REPORTS.find(({ id }) => id === report)!.sheet, why })),
  ];
  if (sheets.length === 0) return { sheets, notCopied };
  const redact = redaction.ofSheets(analysis);
  const context = contextFor(look, shownData, shown, request);
  const cover = layOut(
    coverReport({
      facts: coverFacts(request, wish, shown, texts, isTextCopied),
      sheets: sheets.map((plan) => ({
        what: verbatim(plan.name),
        value: REPORTS.find(({ id }) => id === plan.id)!.purpose,
      })),
      leftOut: [
        ...notCopied.map(({ sheet, why }) => ({ what: sheet, value: why })),
        ...copied.flatMap((report) => {
          const all = leftOutOf(report, level, wish.aliases, context);
          const left = all.filter(({ en }, at) => all.findIndex((other) => other.en === en) === at);
          const value = fill(BY_LEVEL, { what: joinTexts(left, { zh: '、', en: ', ' }), level: SECRECY_WORDS[level] });
          return left.length === 0 ? [] : [{ what: report.sheet, value }];
        }),
      ],
    }),
    context,
    COVER_NAME[lang],
    undefined,
  ).plan;
  return {
    sheets: [cover, ...sheets].map((plan) => {
      const { print, ...rest } = redactSheet(forOthers(plan), redact);
      return { ...rest, owner: 'person', print: { ...print, header: `${FOR_REFERENCE[lang]}  ${print.header}` } };
    }),
    notCopied,
  };
}

const COVER_NAME: Text = { zh: '查阅说明', en: 'About this copy' };
const BY_LEVEL: Text = {
  zh: '{what}：保密级「{level}」不带出',
  en: '{what}: not at the level “{level}”',
};

function coverFacts(
  { clock }: RefreshRequest,
  wish: ShareWish,
  { settings, asOf, period }: Analysis,
  { count }: FreeTextsHandled,
  isTextCopied: boolean,
): readonly CoverFact[] {
  const fact = (zh: string, en: string, value: string | Text): CoverFact[] =>
    value === '' ? [] : [{ what: { zh, en }, value: typeof value === 'string' ? verbatim(value) : value }];
  return [
    ...fact('制作人', 'Made by', settings['report.responsible']),
    ...fact('制作时间', 'Made at', clock.now),
    ...fact('给谁', 'For whom', wish.forWhom),
    ...fact('事由', 'Reason', wish.reason),
    ...fact(
      '截止日和期间',
      'As of, period',
      fill(
        { zh: '截止 {asOf}，期间 {period}', en: 'as of {asOf}, period {period}' },
        { asOf: isoOf(asOf), period: wordPeriod(period) },
      ),
    ),
    ...fact('保密级', 'Secrecy', SECRECY_WORDS[wish.level]),
    ...fact('客户名称', 'Client names', wish.aliases ? BY_ALIAS : BY_NAME),
    ...fact(
      '手写的文字',
      'What people wrote',
      fill(
        isTextCopied
          ? {
              zh: '带出；{count} 处的名称、电话、证件号等已遮住',
              en: 'copied; names, phones, ID numbers masked in {count} places',
            }
          : { zh: '不带出（{count} 处），词表里的词除外', en: 'not copied ({count} places), words of a list apart' },
        { count },
      ),
    ),
  ];
}

/** The line that asks her to fill in who is responsible is not for others. */
function forOthers(plan: SheetPlan): SheetPlan {
  const reminders: readonly unknown[] = Object.values(SHEET_WORDS.responsibleBlank);
  return {
    ...plan,
    blocks: plan.blocks.filter(({ values }) => !reminders.includes(values[0]?.[0])),
  };
}

function withoutAlertsAbove(analysis: Analysis, level: Secrecy): Analysis {
  const { alerts } = analysis;
  if (!alerts.known) return analysis;
  const isShown = ({ kind }: Pick<AlertFigures['list'][number], 'kind'>): boolean =>
    !isAbove(secrecyOfAlert(kind), level);
  const list = alerts.value.list.filter(isShown);
  const count = (severity: AlertSeverity): number => list.filter((alert) => alert.severity === severity).length;
  const bySeverity = { bad: count('bad'), watch: count('watch'), notice: count('notice') };
  return {
    ...analysis,
    alerts: known({
      ...alerts.value,
      list,
      rows: gatherAlertRows(list),
      kinds: alerts.value.kinds.filter(isShown),
      bySeverity,
    }),
  };
}

/** 查阅登记 with what she typed on it, 留言 where some of that has no other place, and the record of both. */
function layOutRegister(
  register: ShareRegister,
  look: WorkbookLook,
  dataset: Dataset,
  request: RefreshRequest,
): LaidOutReports {
  return layOutReports({
    ...inputFor(look, dataset, analyseFor(look, dataset, request), request),
    sheetNames: look.info.sheets.filter(({ report }) => !report).map(({ name }) => name),
    disowned: look.disowned,
    reports: [shareRegisterReport(register)],
    isHerWorkbook: true,
    chosen: [SHARE_REGISTER],
  });
}

/** For sheets that say nothing of the reports: the register, the cover. */
function contextFor(look: WorkbookLook, dataset: Dataset, analysis: Analysis, request: RefreshRequest): ReportContext {
  const { columnMap, dateBase, lang } = inputFor(look, dataset, analysis, request);
  return { ...bareContext({ analysis, dataset, lang, dateBase }), columnMap };
}
