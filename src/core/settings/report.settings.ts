import { choice, number, text } from './setting-kinds';

/** Of every report: who is responsible, what changes are told against, targets, small samples. */
export const REPORT_SETTINGS = {
  'report.responsible': text({
    label: { zh: '负责人', en: 'Person responsible' },
    default: '',
    source: '000-P8',
  }),
  'report.since': text({
    label: { zh: '对比的日期', en: 'Compare changes with' },
    default: '',
    source: '003-17',
  }),
  'report.sheets': choice({
    label: { zh: '写哪些报表', en: 'Which report sheets' },
    default: 'standard',
    options: {
      standard: { zh: '开会用的，加上表里已有的', en: 'Those for the meeting, plus any already in the workbook' },
      all: { zh: '全部', en: 'All' },
    },
    source: 'proposal',
  }),
  'report.handOverRep': text({
    label: { zh: '交接清单的业务员', en: 'Sales rep to hand over' },
    default: '',
    source: 'SPEC §3',
  }),
  'report.alertOnTimeBelow': number({
    label: { zh: '准时率目标', en: 'On-time target' },
    unit: 'ratio',
    default: 0.95,
    min: 0,
    max: 1,
    source: 'proposal',
  }),
  'report.alertDamageAbove': number({
    label: { zh: '货损率上限', en: 'Damage rate limit' },
    unit: 'ratio',
    default: 0.005,
    min: 0,
    max: 1,
    source: 'proposal',
  }),
  'report.watchBand': number({
    label: { zh: '离目标多近算关注', en: 'Watch: how near the target' },
    unit: 'ratio',
    default: 0.05,
    min: 0,
    max: 1,
    source: 'proposal',
  }),
  'report.coverageBelow': number({
    label: { zh: '覆盖率低于此值标黄', en: 'Coverage below this is marked' },
    unit: 'ratio',
    default: 0.8,
    min: 0,
    max: 1,
    source: 'definitions §0.4',
  }),
  'report.smallSample': number({
    label: { zh: '小样本（少于）', en: 'Small sample (fewer than)' },
    unit: 'count',
    default: 30,
    min: 2,
    max: 1000,
    whole: true,
    source: 'definitions §0.5',
  }),
} as const;
