import { box, type FormDefinition } from './define-form';

const FILLED_BY = { zh: '填表人', en: 'Filled in by' };
const CHECKED_BY = { zh: '审核', en: 'Checked by' };

/** 表一 to 表四: where clients are, who runs them, how they do, whether they can be trusted. */
export const assessmentForms: readonly FormDefinition[] = [
  {
    id: 'clientDistribution',
    title: { zh: '客户分布状况一览表', en: 'Distribution of clients' },
    number: { zh: '表一', en: 'Table 1' },
    orientation: 'portrait',
    head: [{ boxes: [box('填表单位', 'Firm', { units: 7 }), box('填表日期', 'Day', { kind: 'day', units: 5 })] }],
    lines: {
      columns: [
        box('摘要年度', 'Year', { kind: 'number', width: 9 }),
        box('分布地区', 'Where', { width: 14 }),
        box('客户数量', 'Clients', { kind: 'number', width: 10, key: 'clients', sums: true }),
        box('销售量', 'Quantity sold', { kind: 'number', width: 12, key: 'quantity', sums: true }),
        box('销售量（金额）', 'Sold (amount)', { kind: 'money', width: 15, key: 'amount', sums: true }),
        box('金额比重', 'Share', { kind: 'share', width: 10, formula: 'IF(OR(NOT(ISNUMBER({amount})),NOT(ISNUMBER({sum:amount}))),"",IF({sum:amount}=0,"",{amount}/{sum:amount}))' }),
        box('备注', 'Notes', { width: 18 }),
      ],
    },
    tail: [],
    signatures: [FILLED_BY, CHECKED_BY],
    notes: [{ zh: '一张填一个年度；比重＝本地区金额÷合计金额；没有地区的写“未填地区”。', en: 'One year a sheet. Share = amount of the region ÷ total. Where no region is known, say so on a line.' }],
  },
  {
    id: 'operatorAnalysis',
    title: { zh: '客户经营者分析表', en: 'Who runs the client' },
    number: { zh: '表二', en: 'Table 2' },
    orientation: 'portrait',
    readAs: 'operators',
    head: [
      { boxes: [box('客户名称', 'Customer name', { units: 7, path: 'operators.clientName' }), box('法人代表', 'Legal rep.', { units: 5, path: 'operators.legalPerson' })] },
      {
        heading: { zh: '法人代表经验', en: 'Experience' },
        boxes: [
          box('主要经历', 'Career', { units: 12, lines: 3, grows: true, path: 'operators.experience' }),
          box('办事风格', 'Style', { units: 12, lines: 3, grows: true, path: 'operators.style' }),
          box('主要业绩', 'Achievements', { units: 12, lines: 3, grows: true, path: 'operators.achievements' }),
        ],
      },
      {
        heading: { zh: '法人代表能力（1–5 分）', en: 'Ability (1–5)' },
        boxes: [
          box('行销能力', 'Selling', { kind: 'number', units: 4, path: 'operators.selling' }),
          box('管理能力', 'Managing', { kind: 'number', units: 4, path: 'operators.managing' }),
          box('金融能力', 'Finance', { kind: 'number', units: 4, path: 'operators.finance' }),
        ],
      },
      {
        heading: { zh: '法人代表性格', en: 'Character' },
        boxes: [
          box('直观感觉', 'Own impression', { units: 12, lines: 3, grows: true, path: 'operators.impression' }),
          box('他人反映', 'What others say', { units: 12, lines: 3, grows: true, path: 'operators.opinion' }),
        ],
      },
    ],
    tail: [],
    signatures: [FILLED_BY, CHECKED_BY],
    notes: [],
  },
  {
    id: 'businessAnalysis',
    title: { zh: '客户经营状况分析表', en: 'How the client does business' },
    number: { zh: '表三', en: 'Table 3' },
    orientation: 'portrait',
    readAs: 'operators',
    head: [
      {
        boxes: [
          box('客户名称', 'Customer name', { units: 12, path: 'operators.clientName' }),
          box('地址/电话', 'Address, phone', { units: 12 }),
          box('法人代表', 'Legal rep.', { units: 12, path: 'operators.legalPerson' }),
          box('法人地址/电话', 'Address, phone', { units: 12 }),
        ],
      },
      {
        heading: { zh: '经营情况', en: 'Business' },
        boxes: [
          box('与往来客户的关系', 'Dealings with its customers', { units: 12, lines: 4, grows: true, path: 'operators.tradeRelations' }),
          box('支付情况', 'How it pays', { units: 12, lines: 4, grows: true }),
          box('与往来银行的关系和评价', 'Its banks, and what they say', { units: 12, lines: 4, grows: true, path: 'operators.bankRelations' }),
          box('业绩状况', 'Results', { units: 12, lines: 4, grows: true }),
        ],
      },
    ],
    tail: [],
    signatures: [FILLED_BY, CHECKED_BY],
    notes: [],
  },
  {
    id: 'creditAssessment',
    title: { zh: '客户信用评估表', en: 'Credit assessment' },
    number: { zh: '表四', en: 'Table 4' },
    orientation: 'portrait',
    readAs: 'creditFactors',
    head: [
      {
        boxes: [
          box('客户名称', 'Customer name', { units: 12, path: 'creditFactors.clientName' }),
          box('评分人', 'Scored by', { units: 6, path: 'creditFactors.scorer' }),
          box('日期', 'Date', { kind: 'day', units: 6, path: 'creditFactors.day' }),
        ],
      },
    ],
    lines: {
      filledBy: 'score',
      printed: [
        { zh: '经营者事业心', en: 'drive' },
        { zh: '经营者策划能力', en: 'planning' },
        { zh: '经营者健康状况', en: 'health' },
        { zh: '管理人才', en: 'managers' },
        { zh: '担保人', en: 'guarantor' },
        { zh: '行业景气', en: 'industry outlook' },
      ],
      columns: [
        box('评价要素', 'Factor', { width: 18, path: 'creditFactors.factor' }),
        box('评价标准', 'Standard', { width: 26, path: 'creditFactors.standard' }),
        box('分数', 'Score', { kind: 'number', width: 9, key: 'score', path: 'creditFactors.score', sums: true }),
        box('满分', 'Full score', { kind: 'number', width: 9, key: 'full', path: 'creditFactors.fullScore', sums: true }),
        box('备注', 'Notes', { width: 22, path: 'creditFactors.notes' }),
      ],
    },
    tail: [],
    signatures: [FILLED_BY, CHECKED_BY],
    notes: [],
  },
]; // prettier-ignore
