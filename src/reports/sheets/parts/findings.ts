import type { Analysis } from '../../../core/analysis';
import type { IndicatorResult } from '../../../core/kpis/indicator-result';
import { ALERT_LABELS } from '../../../core/standing/alert';
import { fill, type Text } from '../../../i18n/text';
import { wordMoney, wordNumber, wordPercent } from '../../../i18n/wording';
import type { ReportContext } from '../../layout/report-context';
import { compareWords } from './pareto';

/** Something that the analysis says loudly, and the sheet that shows it. */
export interface Finding {
  readonly tone: 'bad' | 'watch';
  readonly text: Text;
  readonly report: string;
  readonly cell: string;
}

const MOST_FINDINGS = 10;
/** Clients named in one line. */
const MOST_NAMES = 3;

/**
 * The loudest findings, gravest first: read off the analysis, none computed here.
 *
 * Bad before watch; within a tone in the order of the sheets. At most ten.
 */
export function findingsOf(context: ReportContext): readonly Finding[] {
  const { analysis } = context;
  const all = [
    ...alertFindings(analysis),
    ...tierFindings(analysis),
    ...concentrationFindings(analysis),
    ...clientFindings(analysis),
    ...indicatorFindings(analysis),
    ...deliveryFindings(analysis),
    ...complaintFindings(analysis),
    ...dataFindings(analysis),
  ];
  return [...all.filter(({ tone }) => tone === 'bad'), ...all.filter(({ tone }) => tone === 'watch')].slice(
    0,
    MOST_FINDINGS,
  );
}

function alertFindings({ alerts }: Analysis): Finding[] {
  if (!alerts.known) return [];
  const urgent = alerts.value.kinds.filter(({ bad }) => bad > 0);
  if (urgent.length === 0) return [];
  const word = (lang: 'zh' | 'en', separator: string): string =>
    urgent.map(({ kind, bad }) => `${ALERT_LABELS[kind][lang]} ${wordNumber(bad)}`).join(separator);
  return [
    {
      tone: 'bad',
      text: fill(
        { zh: '要立即处理的预警：{zh}。', en: 'Alerts to act on now: {en}.' },
        { zh: word('zh', '、'), en: word('en', ', ') },
      ),
      report: 'alerts',
      cell: 'A1',
    },
  ];
}

function tierFindings({ tiers }: Analysis): Finding[] {
  if (!tiers.isFlat) return [];
  return [
    {
      tone: 'watch',
      text: {
        zh: '过半客户都在Ⅰ类：单凭金额分不出主次。',
        en: 'More than half of the clients are in tier Ⅰ: the amount does not tell clients apart.',
      },
      report: 'clientTiers',
      cell: 'A1',
    },
  ];
}

function concentrationFindings({ concentration, settings }: Analysis): Finding[] {
  if (!concentration.known) return [];
  const { cr1, cr5, isCr1High, isCr5High } = concentration.value;
  const say = (template: Text, share: number, limit: number): Finding => ({
    tone: 'watch',
    text: fill(template, { share: wordPercent(share), limit: wordPercent(limit) }),
    report: 'clientTiers',
    cell: 'A1',
  });
  return [
    ...(isCr1High
      ? [
          say(
            {
              zh: '第一大客户占净销售额 {share}，超过提醒界限 {limit}。',
              en: 'The largest client has {share} of net sales, above the notice limit of {limit}.',
            },
            cr1,
            settings['concentration.cr1'],
          ),
        ]
      : []),
    ...(isCr5High
      ? [
          say(
            {
              zh: '前五大客户占净销售额 {share}，超过提醒界限 {limit}。',
              en: 'The five largest clients have {share} of net sales, above the notice limit of {limit}.',
            },
            cr5,
            settings['concentration.cr5'],
          ),
        ]
      : []),
  ];
}

function clientFindings({ clients, retention, settings }: Analysis): Finding[] {
  const findings: Finding[] = [];
  const falling = clients
    .filter(
      ({ tier, growth }) => tier.known && tier.value === 1 && growth.known && growth.value <= -settings['alerts.drop'],
    )
    .sort((a, b) => b.netAmount - a.netAmount || compareWords(a.code, b.code));
  if (falling.length > 0) {
    const names = falling
      .slice(0, MOST_NAMES)
      .map(({ name, code, growth }) => `${name || code} ${growth.known ? wordPercent(growth.value, 0) : ''}`);
    findings.push({
      tone: 'bad',
      text: fill(
        {
          zh: 'Ⅰ类客户中 {n} 家比上期下降 {drop} 以上：{zh}{more}。',
          en: 'Tier Ⅰ clients that fell by {drop} or more: {n} ({en}{moreEn}).',
        },
        {
          n: wordNumber(falling.length),
          drop: wordPercent(settings['alerts.drop'], 0),
          zh: names.join('、'),
          en: names.join(', '),
          more: falling.length > MOST_NAMES ? '等' : '',
          moreEn: falling.length > MOST_NAMES ? ' …' : '',
        },
      ),
      report: 'clientStatistics',
      cell: 'A1',
    });
  }
  if (retention.known && retention.value.lost > 0) {
    const lost = retention.value.lostClients
      .flatMap((index) => {
        const client = clients[index];
        return client ? [client] : [];
      })
      .sort((a, b) => before(b) - before(a) || compareWords(a.code, b.code))
      .slice(0, MOST_NAMES);
    const names = lost.map(({ name, code }) => name || code);
    findings.push({
      tone: 'watch',
      text: fill(
        {
          zh: '流失 {n} 家客户，上期金额最大的是：{zh}。',
          en: 'Clients lost: {n}; the largest of the period before: {en}.',
        },
        { n: wordNumber(retention.value.lost), zh: names.join('、'), en: names.join(', ') },
      ),
      report: 'clientStatistics',
      cell: 'A1',
    });
  }
  return findings;
}

const before = ({ previousNetAmount }: Analysis['clients'][number]): number =>
  previousNetAmount.known ? previousNetAmount.value : 0;

const wordValue = ({ unit }: IndicatorResult, value: number): string =>
  unit === 'ratio' ? wordPercent(value, 2) : wordNumber(value, 2);

function indicatorFindings({ indicators }: Analysis): Finding[] {
  // The same rows counted under two names (a rate of orders where every order has one line) are said once.
  const said = new Set<string>();
  return indicators.flatMap((indicator): Finding[] => {
    const { status, current, target, label } = indicator;
    const figure = `${current.numerator}/${current.denominator}/${target.known ? target.value : ''}`;
    if (said.has(figure)) return [];
    said.add(figure);
    if (!status.known || status.value === 'good' || !current.value.known || !target.known) return [];
    return [
      {
        tone: status.value,
        text: fill(
          {
            zh: '{label} {value}，目标 {target}（样本 {n}）。',
            en: '{label} is {value}, target {target} (n = {n}).',
          },
          {
            label,
            value: wordValue(indicator, current.value.value),
            target: wordValue(indicator, target.value),
            n: wordNumber(current.n),
          },
        ),
        report: 'indicators',
        cell: 'A1',
      },
    ];
  });
}

function deliveryFindings({ deliveryClasses }: Analysis): Finding[] {
  if (!deliveryClasses.known || deliveryClasses.value.openIncidents === 0) return [];
  return [
    {
      tone: 'bad',
      text: fill(
        { zh: '有 {n} 单超过交期仍未交货。', en: 'Orders past the limit and not yet handed over: {n}.' },
        { n: wordNumber(deliveryClasses.value.openIncidents) },
      ),
      report: 'deliveryClasses',
      cell: 'A1',
    },
  ];
}

function complaintFindings({ complaints }: Analysis): Finding[] {
  if (!complaints.known) return [];
  const { open, unapproved } = complaints.value;
  const findings: Finding[] = [];
  const oldest = open[0];
  if (oldest) {
    findings.push({
      tone: 'watch',
      text: fill(
        {
          zh: '{n} 件投诉未解决，最久的已 {days} 天。',
          en: 'Open complaints: {n}; the oldest has waited {days} days.',
        },
        { n: wordNumber(open.length), days: wordNumber(Math.max(...open.map(({ ageDays }) => ageDays))) },
      ),
      report: 'complaints',
      cell: 'A1',
    });
  }
  const largest = unapproved[0];
  if (largest) {
    findings.push({
      tone: 'watch',
      text: fill(
        {
          zh: '{n} 笔赔款没有批准人，第一笔 {amount}。',
          en: 'Compensations without an approver: {n}; the first is {amount}.',
        },
        { n: wordNumber(unapproved.length), amount: wordMoney(largest.amount) },
      ),
      report: 'complaints',
      cell: 'A1',
    });
  }
  return findings;
}

function dataFindings({ accounts, indicators }: Analysis): Finding[] {
  const findings: Finding[] = [];
  for (const { sheet, rejected, read } of accounts) {
    if (rejected === 0) continue;
    findings.push({
      tone: 'watch',
      text: fill(
        {
          zh: '「{sheet}」有 {n} 行不能用（共 {read} 行），没有计入。',
          en: 'Rows of “{sheet}” that could not be used and are not counted: {n} of {read}.',
        },
        { sheet, n: wordNumber(rejected), read: wordNumber(read) },
      ),
      report: 'dataCheck',
      cell: 'A1',
    });
  }
  const low = indicators.filter(({ isCoverageLow, current }) => isCoverageLow && current.value.known);
  if (low.length > 0) {
    findings.push({
      tone: 'watch',
      text: fill(
        {
          zh: '{n} 项指标覆盖率低，缺数据的行太多：{zh}。',
          en: 'Indicators with low coverage, too many rows lack data: {n} ({en}).',
        },
        {
          n: wordNumber(low.length),
          zh: low
            .slice(0, MOST_NAMES)
            .map(({ label }) => label.zh)
            .join('、'),
          en: low
            .slice(0, MOST_NAMES)
            .map(({ label }) => label.en)
            .join(', '),
        },
      ),
      report: 'indicators',
      cell: 'A1',
    });
  }
  return findings;
}
