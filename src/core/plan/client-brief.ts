import { fill, type Text } from '../../i18n/text';
import { wordMoney } from '../../i18n/wording';
import type { Analysis } from '../analysis';
import type { Tier } from '../sales/tiers';
import { textAt } from '../model/columns';
import { tableOf, type Dataset } from '../model/dataset';
import { isoOf } from '../model/day';
import { known, missing, valueOr, type Outcome } from '../model/outcome';
import type { AccountLevel } from '../sales/key-accounts';
import type { PipelineGrade } from '../prospects/pipeline-grades';
import { signedPercent } from '../sales/lifecycle';
import type { ContactLog, LoggedContact } from './contact-log';

/** What one has to know of a client before picking up the phone. */
export interface ClientBrief {
  readonly client: number;
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly level: AccountLevel;
  readonly tier: Outcome<Tier>;
  readonly grade: PipelineGrade | undefined;
  readonly contact: string;
  readonly phone: string;
  readonly lastContact: Outcome<LoggedContact>;
  /** What to speak of, the loudest first. */
  readonly talkingPoints: readonly Text[];
}

/**
 * Name, class, whom to call, what was said last, and what to speak of: overdue money, open complaints, a late order, a drop,
 * a day to congratulate on, the next step of the opportunity.
 *
 * Source: 003-21. @example overdue 30,000, one open complaint //=> two talking points, money first
 */
export function briefClient(dataset: Dataset, analysis: Analysis, log: ContactLog, client: number): ClientBrief {
  const figures = analysis.clients[client]!;
  const { columns } = tableOf(dataset, 'clients');
  const last = log.last.get(client);
  return {
    client,
    code: figures.code,
    name: figures.name,
    region: figures.region,
    level: levelOf(analysis, client),
    tier: tierOf(analysis, client),
    grade: analysis.pipeline.known ? analysis.pipeline.value.gradeOfClient.get(client) : undefined,
    contact: joinWords(textAt(columns.contact, client), textAt(columns.contactTitle, client)),
    phone: textAt(columns.mobile, client) || textAt(columns.phone, client),
    lastContact: last ? known(last) : missing({ reason: dataset.tables.contacts ? 'no-rows' : 'not-entered' }),
    talkingPoints: talkingPointsOf(analysis, client),
  };
}

const joinWords = (first: string, second: string): string => (second === '' ? first : `${first} ${second}`.trim());

/** 重点, 焦点 …; without sales lines nobody can be told apart and all are 一般. */
export function levelOf({ keyAccounts }: Analysis, client: number): AccountLevel {
  return keyAccounts.known ? keyAccounts.value.clients[client]!.level : 'general';
}

/** 人工等级 wins where it is about management. */
export function tierOf({ clients }: Analysis, client: number): Outcome<Tier> {
  const { tier, manualTier } = clients[client]!;
  return manualTier.known ? manualTier : tier;
}

export function talkingPointsOf(analysis: Analysis, client: number): Text[] {
  const points: Text[] = [];
  const { receivables, clientFiles, lifecycle, importantDays, pipeline, credit } = analysis;
  const overdue = receivables.known ? receivables.value.clients[client]!.overdue : 0;
  if (overdue > 0)
    points.push(fill({ zh: '逾期货款 {amount}', en: 'overdue {amount}' }, { amount: wordMoney(overdue, 0) }));
  const openComplaints = clientFiles.known ? valueOr(clientFiles.value.files[client]!.openComplaints, 0) : 0;
  if (openComplaints > 0)
    points.push(fill({ zh: '未结投诉 {n} 件', en: 'open complaints: {n}' }, { n: openComplaints }));
  if (credit.known && credit.value.clients[client]!.isLimitExceeded)
    points.push({ zh: '超过信用额度', en: 'over the credit limit' });
  if (lifecycle.known) {
    const rhythm = lifecycle.value.rhythms[client]!;
    const { growth, stage } = lifecycle.value.clients[client]!;
    if ((rhythm.isOverdue || rhythm.isLost) && rhythm.recency.known)
      points.push(fill({ zh: '已 {days} 天未下单', en: 'no order for {days} days' }, { days: rhythm.recency.value }));
    if (growth.known && valueOr(stage, undefined) === 'decline')
      points.push(fill({ zh: '销售额{change}', en: 'sales {change}' }, { change: signedPercent(growth.value) }));
    else if (growth.known && valueOr(stage, undefined) === 'growth')
      points.push(
        fill({ zh: '销售额{change}，可谈加量', en: 'sales {change}' }, { change: signedPercent(growth.value) }),
      );
  }
  if (importantDays.known)
    for (const one of importantDays.value.days)
      if (one.client === client)
        points.push(fill({ zh: '{event} {day}', en: '{event} on {day}' }, { event: one.event, day: isoOf(one.day) }));
  if (pipeline.known)
    for (const { client: of, state, nextStep } of pipeline.value.opportunities)
      if (of === client && state === 'open' && nextStep !== '')
        points.push(fill({ zh: '下一步：{step}', en: 'next step: {step}' }, { step: nextStep }));
  return points;
}
