import { wordNumber } from '../../i18n/wording';
import { WEEKDAY_WORDS } from '../../i18n/weekdays';
import type { CallPlan, RepPlan } from '../../core/plan/call-plan';
import type { PlannedContact } from '../../core/plan/planned-contact';
import { isToDo } from '../../core/plan/is-to-do';
import { isoMonthOf, isoOf, weekdayOf } from '../../core/model/day';
import { fill, type Text } from '../../i18n/text';
import type { BorderLine, CellStyle } from '../../workbook/style';
import { label, text, type Column } from '../layout/columns';
import { defineTable, type AnyTable, type Report } from '../layout/define-report';
import { percentOf, pointsOfPage } from '../layout/pages-across';
import { wrappedLines } from '../layout/text-width';
import type { ReportContext } from '../layout/report-context';
import { CELL, PALETTE, TAB } from '../layout/theme';
import { PLAN_HEADERS, repName, WAY_WORDS } from '../words/plan-words';
import { planBanners, planMissing, planOf, PLAN_COLUMNS, printMonth } from './call-plan.report';

/** More areas than this are more than a sheet can name for printing. */
const MOST_PAGES = 150;
const ORIENTATION = 'portrait';
const LINE_POINTS = 14.25;
/** Two lines of words, or room for one written by hand. */
const LEAST_POINTS = 27;
/** The heading, and the header. */
const HEAD_POINTS = 24 + 24;

/** To be ticked off with a pen. */
const BOX = '☐';

const fixed = (width: number) => ({ minWidth: width, maxWidth: width, style: CELL.wrapped });

const briefOf = ({ client }: PlannedContact, context: ReportContext) => planOf(context)?.briefs.get(client);

/** Day without the year, which stands above: `10-09 周五`. */
function wordDay({ day }: PlannedContact, { lang }: ReportContext): string {
  return day === undefined ? '' : `${isoOf(day).slice(5)} ${WEEKDAY_WORDS[weekdayOf(day)]![lang]}`;
}

/** Whom to call, and the number. */
function wordContact(row: PlannedContact, context: ReportContext): string {
  const brief = briefOf(row, context);
  return [brief?.contact ?? '', brief?.phone ?? ''].filter((part) => part !== '').join(' ');
}

/** The purpose; of a visit, where to go. */
function wordPurpose(row: PlannedContact, context: ReportContext): string {
  const brief = briefOf(row, context);
  const where = row.slot === 'visit' ? (brief?.address ?? '') : '';
  return [row.purpose[context.lang], where].filter((part) => part !== '').join('\n');
}

const LINE: BorderLine = { style: 'thin', color: PALETTE.muted };
/** To write in with a pen. */
const WRITING_BOX: CellStyle = { ...CELL.text, border: { top: LINE, bottom: LINE, left: LINE, right: LINE } };

/** Narrow enough for a page whose print can be read; columns with words have their widths whatever they hold. */
const COLUMNS = [
  label<PlannedContact>({ zh: '办', en: '✓' }, () => BOX, { minWidth: 4, maxWidth: 4 }),
  text<PlannedContact>(PLAN_HEADERS.day, wordDay, { id: 'day', minWidth: 10, maxWidth: 10 }),
  { ...PLAN_COLUMNS.name, ...fixed(21) },
  text<PlannedContact>({ zh: '联系人、电话', en: 'Contact, phone' }, wordContact, fixed(22)),
  label<PlannedContact>(PLAN_HEADERS.way, ({ slot }) => WAY_WORDS[slot], { minWidth: 5, maxWidth: 5 }),
  text<PlannedContact>(PLAN_HEADERS.purpose, wordPurpose, fixed(36)),
];
const CONTACT_COLUMN = 3;
/** All columns together, whichever of them are there: the rest is for the pen. */
const WHOLE_WIDTH = 119;

/** Without the column of people and numbers where nobody has one. */
function columnsOf(context: ReportContext): readonly Column<PlannedContact>[] {
  const hasContacts = planOf(context)?.contacts.some((row) => wordContact(row, context) !== '') === true;
  const printed = hasContacts ? COLUMNS : COLUMNS.filter((_, at) => at !== CONTACT_COLUMN);
  const result = WHOLE_WIDTH - printed.reduce((sum, { maxWidth }) => sum + (maxWidth ?? 0), 0);
  return [
    ...printed,
    text<PlannedContact>({ zh: '结果、下次（手写）', en: 'Result, next (by hand)' }, () => '', {
      minWidth: result,
      maxWidth: result,
      style: WRITING_BOX,
    }),
  ];
}

const ROOM_OF_PAGE = pointsOfPage(ORIENTATION, percentOf([WHOLE_WIDTH], ORIENTATION)) - HEAD_POINTS;

/** A row is as high as its longest cell. */
function heightOf(row: PlannedContact, context: ReportContext): number {
  const lines = COLUMNS.map(({ cell, maxWidth, style }) => {
    const content = style.wrap ? cell(row, context) : '';
    return typeof content === 'string' ? wrappedLines(content, maxWidth ?? 0) : 1;
  });
  return Math.max(LEAST_POINTS, Math.max(...lines) * LINE_POINTS);
}

/** Parts of a person's list that fit a page each, so that every page begins with the headers. */
function pagesOf(own: readonly PlannedContact[], context: ReportContext): readonly (readonly PlannedContact[])[] {
  const pages: PlannedContact[][] = [];
  let used = Infinity;
  for (const row of own) {
    const height = heightOf(row, context);
    if (used + height > ROOM_OF_PAGE) {
      pages.push([]);
      used = 0;
    }
    pages[pages.length - 1]!.push(row);
    used += height;
  }
  // One row alone begins no page: it takes of what is kept to spare.
  if (pages.length > 1 && pages.at(-1)!.length === 1) pages.at(-2)!.push(...pages.pop()!);
  return pages;
}

interface Page {
  readonly rep: RepPlan;
  readonly rows: readonly PlannedContact[];
  readonly contacts: number;
  readonly number: number;
  readonly of: number;
}

function toDoByRep(plan: CallPlan): ReadonlyMap<number, readonly PlannedContact[]> {
  const byRep = new Map<number, PlannedContact[]>();
  for (const contact of plan.contacts) {
    if (!isToDo(contact)) continue;
    const own = byRep.get(contact.rep);
    if (own) own.push(contact);
    else byRep.set(contact.rep, [contact]);
  }
  return byRep;
}

/** Page by page where a sheet can name so many; else a stretch a person. */
function allPages(context: ReportContext): readonly Page[] {
  const plan = planOf(context);
  if (!plan) return [];
  const toDo = toDoByRep(plan);
  const reps = plan.reps.filter(({ schedule }) => toDo.has(schedule.rep));
  const split = (parts: (own: readonly PlannedContact[]) => readonly (readonly PlannedContact[])[]): Page[] =>
    reps.flatMap((rep) => {
      const own = toDo.get(rep.schedule.rep)!;
      const pages = parts(own);
      return pages.map((rows, at) => ({ rep, rows, contacts: own.length, number: at + 1, of: pages.length }));
    });
  const paged = split((own) => pagesOf(own, context));
  return paged.length <= MOST_PAGES ? paged : split((own) => [own]);
}

function tableOfPage(
  { rep, rows, contacts, number, of }: Page,
  month: string,
  columns: readonly Column<PlannedContact>[],
): AnyTable {
  const heading: Text =
    of === 1
      ? { zh: '{rep}   {month}   {n} 次联络', en: '{rep}   {month}   {n} contacts' }
      : {
          zh: '{rep}   {month}   {n} 次联络   （第 {number} 页，共 {of} 页）',
          en: '{rep}   {month}   {n} contacts   (page {number} of {of})',
        };
  return defineTable<PlannedContact>({
    id: `rep${rep.schedule.rep}p${number}`,
    heading: fill(heading, { rep: repName(rep.rep.name), month, n: contacts, number, of }),
    rows: () => rows,
    rowPoints: LEAST_POINTS,
    ruledBy: ['day', ''],
    columns,
  });
}

function tablesOf(context: ReportContext): readonly AnyTable[] {
  const plan = planOf(context);
  if (!plan) return [];
  const columns = columnsOf(context);
  return allPages(context)
    .slice(0, MOST_PAGES)
    .map((page) => tableOfPage(page, isoMonthOf(plan.month.month), columns));
}

/** Never silently: who has no page here is found on the plan itself. */
function notShown(context: ReportContext): readonly Text[] {
  const left = allPages(context).length - MOST_PAGES;
  return left <= 0
    ? []
    : [
        fill(
          {
            zh: '人太多，另有 {left} 人没有打印页，请在「联络计划」表按负责人筛选。',
            en: 'Too many people for one sheet: {left} more have no page here; filter “Call plan” by rep.',
          },
          { left },
        ),
      ];
}

/** What each person takes along: one page a person, to be printed and written on. */
export const planPages: Report = {
  id: 'planPages',
  sheet: { zh: '联络计划-按人', en: 'Call plan by person' },
  title: { zh: '联络计划（每人一页）', en: 'Call plan, one page per person' },
  purpose: { zh: '打印用：每人一页，还没做的联络', en: 'For printing: one page per person, with what is still to do' },
  tab: TAB.lists,
  needs: [],
  missing: (context) =>
    planMissing(context) ??
    (planOf(context)?.contacts.some(isToDo) !== true ? { zh: '没有待办的联络', en: 'nothing left to do' } : undefined),
  printPeriod: printMonth,
  orientation: ORIENTATION,
  banners: planBanners,
  moreTables: tablesOf,
  isPagePerTable: true,
  message: (context) => {
    const plan = planOf(context);
    if (!plan) return undefined;
    const toDo = plan.contacts.filter(isToDo);
    const counts = plan.reps.map(({ rep, schedule }) => ({
      name: repName(rep.name),
      n: toDo.filter((one) => one.rep === schedule.rep).length,
    }));
    const most = counts.reduce((best, one) => (one.n > best.n ? one : best), { name: repName(''), n: 0 });
    return fill(
      {
        zh: '{month} 还要联络 {n} 次，最多的是{name} {most} 次；{spilled} 次没排下',
        en: '{month}: {n} contacts to do, most of them {name} with {most}; {spilled} found no day',
      },
      {
        month: isoMonthOf(plan.month.month),
        n: wordNumber(toDo.length),
        name: most.name,
        most: wordNumber(most.n),
        spilled: wordNumber(plan.spilled.length),
      },
    );
  },
  highlights: (context) => [
    ...notShown(context),
    {
      zh: '准备与要点在「联络计划」和「客户卡片」上；结果请回填到「联络计划」表的浅黄色列，本表刷新时重写。',
      en: 'What to prepare stands on “Call plan” and “Client card”. Copy the results into the pale yellow columns of “Call plan”; this sheet is rewritten at every refresh.',
    },
  ],
  tables: [],
  freezeHeader: false,
  sources: [],
  settings: [],
};
