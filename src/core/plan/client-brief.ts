import { fill, type Text } from '../../i18n/text';
import { wordMoney, wordNumber, wordPercent } from '../../i18n/wording';
import type { Analysis } from '../analysis';
import type { Tier } from '../sales/tiers';
import type { Dataset } from '../model/dataset';
import { sayOf, type MeasureId } from '../measures/measures';
import { isoOf, type Day } from '../model/day';
import { known, missing, valueOr, type Outcome } from '../model/outcome';
import type { AccountLevel } from '../sales/key-accounts';
import type { PipelineGrade } from '../prospects/pipeline-grades';
import type { ContactLog, LoggedContact } from './contact-log';
import { isHeldBack } from './reasons/is-held-back';
import type { PurposeKind } from './reasons/purposes';
import { wordChange } from '../sales/word-change';
import type { Whereabouts } from './people/whereabouts';

/** What one has to know of a client before picking up the phone. */
export interface ClientBrief {
  readonly client: number;
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly level: AccountLevel;
  readonly tier: Outcome<Tier>;
  readonly grade: PipelineGrade | undefined;
  readonly address: string;
  readonly contact: string;
  readonly phone: string;
  readonly lastContact: Outcome<LoggedContact>;
  /** What to speak of, the loudest first. */
  readonly talkingPoints: readonly TalkingPoint[];
}

export interface TalkingPoint {
  /** Left out where the contact has a purpose of this kind. */
  readonly kind?: PurposeKind;
  readonly text: Text;
  /** The figure that it shows; absent where it shows no more than a day. */
  readonly measure?: MeasureId;
  /** Left out where a purpose has these very words. */
  readonly gist?: string;
  /** Over after that day. */
  readonly until?: Day;
}

/**
 * Name, class, whom to call, what was said last, and what to speak of: overdue money, open complaints, a late order, a drop,
 * a target of the year that lags behind, a day to congratulate on, the next step of the opportunity.
 *
 * Source: 003-21. @example overdue 30,000, one open complaint //=> two talking points, money first
 */
export function briefClient(
  analysis: Analysis,
  where: Whereabouts,
  dataset: Dataset,
  log: ContactLog,
  client: number,
  isGreeted: boolean,
): ClientBrief {
  const figures = analysis.clients[client]!;
  const last = log.last.get(client);
  let points: readonly TalkingPoint[] | undefined;
  return {
    client,
    code: figures.code,
    name: figures.name,
    region: where.region,
    address: where.address,
    level: levelOf(analysis, client),
    tier: tierOf(analysis, client),
    grade: analysis.pipeline.known ? analysis.pipeline.value.gradeOfClient.get(client) : undefined,
    contact: where.contact,
    phone: where.phone,
    lastContact: last ? known(last) : missing({ reason: dataset.tables.contacts ? 'no-rows' : 'not-entered' }),
    get talkingPoints() {
      // The contact that greets says it, and no other.
      return (points ??= talkingPointsOf(analysis, client).filter(
        ({ kind }) => !(isGreeted && kind === 'importantDay'),
      ));
    },
  };
}

/** 重点, 焦点 …; without sales lines nobody can be told apart and all are 一般. */
export function levelOf({ keyAccounts }: Analysis, client: number): AccountLevel {
  return keyAccounts.known ? keyAccounts.value.clients[client]!.level : 'general';
}

/** 人工等级 wins where it is about management. */
export function tierOf({ clients }: Analysis, client: number): Outcome<Tier> {
  const { tier, manualTier } = clients[client]!;
  return manualTier.known ? manualTier : tier;
}

export function talkingPointsOf(analysis: Analysis, client: number): readonly TalkingPoint[] {
  const points: TalkingPoint[] = [];
  const { receivables, clientFiles, lifecycle, importantDays, pipeline, credit, targets, settings } = analysis;
  const overdue = receivables.known ? receivables.value.clients[client]!.overdue : 0;
  const add = (kind: PurposeKind, measure: MeasureId, text: Text): void => void points.push({ kind, measure, text });
  if (overdue > 0)
    add(
      'money',
      'overdue',
      fill({ zh: '{name} {amount}', en: '{name} {amount}' }, { name: sayOf('overdue'), amount: wordMoney(overdue, 0) }),
    );
  const openComplaints = clientFiles.known ? valueOr(clientFiles.value.files[client]!.openComplaints, 0) : 0;
  if (openComplaints > 0)
    add(
      'openComplaint',
      'openComplaints',
      fill({ zh: '{name} {n} 件', en: '{name}: {n}' }, { name: sayOf('openComplaints'), n: openComplaints }),
    );
  if (credit.known) {
    const { isLimitExceeded, exposure, limit } = credit.value.clients[client]!;
    if (isLimitExceeded && exposure.known && limit.known)
      add(
        'limit',
        'excess',
        fill(
          { zh: '{name} {amount}', en: '{amount} {name}' },
          { name: sayOf('excess'), amount: wordMoney(exposure.value - limit.value, 0) },
        ),
      );
  }
  if (lifecycle.known) {
    const rhythm = lifecycle.value.rhythms[client]!;
    const { growth, compared, stage } = lifecycle.value.clients[client]!;
    if ((rhythm.isOverdue || rhythm.isLost) && rhythm.recency.known)
      add(
        'lateOrder',
        'daysSinceOrder',
        fill(
          { zh: '已{days}{noOrder}', en: '{days} {noOrder}' },
          { days: wordNumber(rhythm.recency.value), noOrder: sayOf('daysSinceOrder') },
        ),
      );
    const moved = valueOr(stage, undefined);
    if (growth.known && compared.known) {
      const change = wordChange(compared.value, growth.value);
      if (compared.value.recent <= 0 || moved === 'decline') add('drop', compared.value.measure, change);
      else if (moved === 'growth')
        add(
          'drop',
          compared.value.measure,
          isHeldBack(analysis, client) ? change : fill({ zh: '{change}，可谈加量', en: '{change}' }, { change }),
        );
    }
  }
  const standing = targets.known ? targets.value.clients[client]! : targets;
  if (targets.known && standing.known && !isHeldBack(analysis, client)) {
    const { attainment } = standing.value;
    if (attainment < targets.value.yearGone * (1 - settings['report.watchBand']))
      points.push({
        measure: 'targetAttainment',
        text: fill(
          { zh: '{name} {done}，全年已过 {gone}', en: '{done} {name}, {gone} of it gone' },
          {
            name: sayOf('targetAttainment'),
            done: wordPercent(attainment, 0),
            gone: wordPercent(targets.value.yearGone, 0),
          },
        ),
      });
  }
  if (importantDays.known)
    for (const one of importantDays.value.days)
      if (one.client === client)
        points.push({
          kind: 'importantDay',
          text: fill({ zh: '{event} {day}', en: '{event} on {day}' }, { event: one.event, day: isoOf(one.day) }),
          until: one.day,
        });
  if (pipeline.known)
    for (const { client: of, state, nextStep } of pipeline.value.opportunities)
      if (of === client && state === 'open' && nextStep !== '')
        points.push({
          gist: nextStep,
          text: fill({ zh: '下一步：{step}', en: 'next step: {step}' }, { step: nextStep }),
        });
  return points;
}
