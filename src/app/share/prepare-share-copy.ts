import { joinBytes } from '../../workbook/join-bytes';
import { analyse } from '../../core/analyse';
import type { Analysis } from '../../core/analysis';
import { textAt, type TextColumn } from '../../core/model/columns';
import { isoOf } from '../../core/model/day';
import { tableOf, type Dataset } from '../../core/model/dataset';
import { known } from '../../core/model/outcome';
import { gatherAlertRows } from '../../core/standing/alert-rows';
import type { AlertSeverity } from '../../core/standing/alert';
import type { AlertFigures } from '../../core/standing/alerts';
import type { Lang } from '../../i18n/lang';
import { fill, type Text } from '../../i18n/text';
import { REPORTS } from '../../reports/index';
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
import { FOR_REFERENCE, shareReport } from '../../reports/share/share-report';
import { SHEET_WORDS } from '../../reports/words/sheet-words';
import { NO_CONTROL, type JobControl } from '../../workbook/job-control';
import type { PlanValue, SheetPlan } from '../../workbook/plan';
import type { WorkbookHost } from '../../workbook/workbook-host';
import { aliasClients, extendAliasKey, withAliases, type ClientAliases } from './alias-clients';
import { linesOfInspection } from '../column-map-lines';
import { lookAtWorkbook, readData, type WorkbookLook } from '../read-workbook';
import { hideNumbersOfPeople, redactSheet, replaceWords, WITHHELD, type Redaction } from './redact-texts';
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
}

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
  const look = await lookAtWorkbook(host, request, control);
  const read = await readData(host, look, request, control);
  if (!read.canAnalyse) return { outcome: 'nothing', missing: read.missing };
  const { dataset } = read;
  const { clock, lang } = request;
  const register = readShareRegister(look.snapshots.get(SHARE_REGISTER));
  const { secrecy } = tableOf(dataset, 'clients').columns;
  const aliases = aliasClients(
    dataset,
    register.aliases,
    lang,
    (client) => wish.aliases || isAbove(secrecyOfWord(textAt(secrecy, client)), wish.level),
  );

  control.report?.({ step: 'layOut', done: 0, total: 1 });
  await control.pause?.();
  const { sheets, notCopied } = layOutCopy(look, dataset, request, wish, aliases);
  if (sheets.length === 0)
    return { outcome: 'nothing', missing: notCopied.map(({ sheet, why }) => wordNotCopied(sheet, why)) };

  const copy = await makeWorkbook();
  await copy.write({ sheets }, control);
  const chunks: Uint8Array[] = [];
  await copy.save((chunk) => void chunks.push(chunk.slice()), control);

  const names = sheets.map(({ name }) => name);
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
    register: sheetNames[SHARE_REGISTER] ?? written.sheets[0]!.name,
    notes: written.notes,
  };
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
    ...(look.asOf !== undefined && { fixedAsOf: look.asOf }),
    run: { time: request.clock.now, version: request.clock.version },
    sheetNames: [],
    dateBase: look.info.dateBase,
  };
}

function layOutCopy(
  look: WorkbookLook,
  dataset: Dataset,
  request: RefreshRequest,
  wish: ShareWish,
  aliases: ClientAliases,
): {
  readonly sheets: readonly SheetPlan[];
  readonly notCopied: readonly { readonly sheet: Text; readonly why: Text }[];
} {
  const { lang } = request;
  // An alias beside a phone number hides nobody.
  const level = wish.aliases && wish.level === 'secret' ? 'internal' : wish.level;
  const wanted = REPORTS.filter(({ id }) => wish.reports.includes(id));
  const copied = wanted.filter(({ id }) => isCopied(id) && !isAbove(secrecyOfReport(id), level));
  const refused = wanted
    .filter((report) => !copied.includes(report))
    .map(({ id, sheet }) => ({
      sheet,
      why: isCopied(id) ? fill(ABOVE, { secrecy: SECRECY_WORDS[secrecyOfReport(id)] }) : KEPT_HERE,
    }));

  const analysis = analyseFor(look, dataset, request);
  // What has been done on the plan stands on its sheet by the clients' names: the plan is made with those.
  const { callPlan } = layOutReports({
    ...inputFor(look, dataset, analysis, request),
    chosen: copied.map(({ id }) => id),
  });
  const isHiding = aliases.size > 0;
  const shownData = isHiding ? withAliases(dataset, aliases) : dataset;
  const shown = withoutAlertsAbove(isHiding ? analyseFor(look, shownData, request) : analysis, level);
  const { sheets, notWritten } = layOutReports({
    ...inputFor(look, shownData, shown, request),
    snapshots: new Map(),
    reports: copied.map((report) => shareReport(report, level, wish.aliases)),
    ...(callPlan && { callPlan }),
  });
  const redact = redactionFor(dataset, analysis, aliases, level);
  return {
    sheets: sheets.map((plan) => {
      const { print, ...rest } = redactSheet(forOthers(plan, lang), redact);
      return { ...rest, owner: 'person', print: { ...print, header: `${FOR_REFERENCE[lang]}  ${print.header}` } };
    }),
    notCopied: [
      ...refused,
      ...notWritten.map(({ report, why }) => ({ sheet: REPORTS.find(({ id }) => id === report)!.sheet, why })),
    ],
  };
}

/**
 * The line that asks her to fill in who is responsible is not for others; a sheet that is not in the copy is spoken of
 * by its name all the same.
 */
function forOthers(plan: SheetPlan, lang: Lang): SheetPlan {
  const reminders: readonly unknown[] = Object.values(SHEET_WORDS.responsibleBlank);
  const nameOf = (value: PlanValue): PlanValue => REPORTS.find(({ id }) => id === value)?.sheet[lang] ?? value;
  return {
    ...plan,
    blocks: plan.blocks
      .filter(({ values }) => !(values.length === 1 && reminders.includes(values[0]![0])))
      .map((block) => ({ ...block, values: block.values.map((row) => row.map(nameOf)) })),
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

/** A code is looked for in texts only where it is long enough to be nothing else. */
const SHORTEST_CODE = 3;
const SHORTEST_NUMBER = 5;

function redactionFor(dataset: Dataset, analysis: Analysis, aliases: ClientAliases, level: Secrecy): Redaction {
  const words = isAbove('secret', level) ? secretWords(dataset, analysis) : new Map<string, string>();
  const { shortName } = tableOf(dataset, 'clients').columns;
  aliases.forEach(({ alias, code, name }, client) => {
    for (const word of [textAt(shortName, client), name]) if (word !== '') words.set(word, alias);
    if (code.length >= SHORTEST_CODE) words.set(code, alias);
  });
  const replace = replaceWords(words);
  return isAbove('secret', level) ? (text) => hideNumbersOfPeople(replace(text)) : replace;
}

/**
 * What of the client sheet names or reaches a person, and days like birthdays as other sheets speak of them. People of
 * the firm's own stay, also where a client's contact has the same name.
 */
function secretWords(dataset: Dataset, { clients, importantDays }: Analysis): Map<string, string> {
  const words = new Map<string, string>();
  const { rows, columns } = tableOf(dataset, 'clients');
  const { phone, mobile, fax, email, taxNumber, registrationNumber, bankAccount } = columns;
  for (const column of [phone, mobile, fax, email, taxNumber, registrationNumber, bankAccount])
    for (let row = 0; row < rows; row++) {
      const value = textAt(column, row);
      if (value.length >= SHORTEST_NUMBER) words.set(value, WITHHELD);
    }
  const colleagues = new Set(clients.map(({ rep }) => rep));
  const operators = tableOf(dataset, 'operators');
  const people: readonly [TextColumn | undefined, number][] = [
    [columns.contact, rows],
    [columns.legalPerson, rows],
    [operators.columns.legalPerson, operators.rows],
  ];
  for (const [column, count] of people)
    for (let row = 0; row < count; row++) {
      const name = textAt(column, row);
      if (name !== '' && !colleagues.has(name)) words.set(name, WITHHELD);
    }
  if (importantDays.known)
    for (const { event, day } of importantDays.value.days)
      for (const written of Object.values(event)) words.set(`${written} ${isoOf(day)}`, WITHHELD);
  return words;
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
