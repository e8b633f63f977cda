import { clientFields, field, needsClient, needsField, type SheetDefinition } from './define-fields';

const DAY = 'yyyy-mm-dd';

/** 表四 客户信用评估表: one judged factor of one client a row. */
export const creditFactors: SheetDefinition = {
  kind: 'creditFactors',
  table: 'creditFactors',
  title: { zh: '信用评分', en: 'Credit factors' },
  names: ['信用评分', '信用评估', '表四', '信用评价', 'credit factors', 'credit scoring'],
  marks: ['评价要素', '评分标准', '评价标准', '要素', '满分', 'factor', 'full score'],
  needs: [needsClient('creditFactors'), needsField('评价要素', 'factor', 'creditFactors.factor'), needsField('分数', 'score', 'creditFactors.score')],
  fields: [
    ...clientFields('creditFactors'),
    field('creditFactors.factor', 'text', '评价要素', 'Factor', ['要素', '评价项目', '评估要素', '评估项目'], ['credit factor', 'criterion'], { required: true, options: [{ zh: '经营者事业心', en: 'drive' }, { zh: '经营者策划能力', en: 'planning' }, { zh: '健康状况', en: 'health' }, { zh: '管理人才', en: 'managers' }, { zh: '担保人', en: 'guarantor' }, { zh: '行业景气', en: 'industry outlook' }], example: { zh: '经营者事业心', en: 'drive' }, width: 14 }),
    field('creditFactors.standard', 'text', '评价标准', 'Standard', ['评分标准', '标准'], ['scoring standard'], { width: 20 }),
    field('creditFactors.score', 'number', '分数', 'Score', ['得分', '评分'], ['points', 'rating'], { required: true, example: 4, width: 8, not: ['满分', '标准', 'full', '人', '日期'] }),
    field('creditFactors.fullScore', 'number', '满分', 'Full score', ['最高分'], ['max score', 'maximum'], { example: 5, width: 8 }),
    field('creditFactors.notes', 'text', '备注', 'Notes', ['说明'], ['remarks'], { width: 18 }),
    field('creditFactors.scorer', 'text', '评分人', 'Scored by', ['评估人', '评价人'], ['scorer', 'assessor'], { width: 9 }),
    field('creditFactors.day', 'day', '日期', 'Date', ['评分日期', '评估日期', '评价日期'], ['scored on', 'assessed on'], { numberFormat: DAY, example: '2026-01-15', width: 12 }),
  ],
}; // prettier-ignore

/** 表二 客户经营者分析表. */
export const operators: SheetDefinition = {
  kind: 'operators',
  table: 'operators',
  title: { zh: '经营者', en: 'Operators' },
  names: ['经营者', '表二', '经营者分析', '负责人分析', '经营状况分析', 'operators', 'owners', 'how the client does business'],
  marks: ['办事风格', '主要经历', '主要业绩', '往来银行', '往来客户的关系', '直观感觉', '他人反映', '行销', 'experience', 'impression', 'relations with its banks', 'relations with its customers'],
  needs: [needsClient('operators'), needsField('经营者情况', 'something about the operator', 'operators.experience', 'operators.style', 'operators.achievements', 'operators.selling', 'operators.impression', 'operators.tradeRelations', 'operators.bankRelations')],
  fields: [
    ...clientFields('operators'),
    field('operators.legalPerson', 'text', '法人代表', 'Legal representative', ['法人', '负责人', '经营者', '姓名'], ['legal person', 'operator', 'owner'], { example: { zh: '王强', en: 'Wang Qiang' }, width: 10 }),
    field('operators.experience', 'text', '主要经历', 'Experience', ['经历', '经验'], ['background'], { group: { zh: '经验', en: 'Experience' }, width: 20 }),
    field('operators.style', 'text', '办事风格', 'Style', ['风格'], ['working style'], { group: { zh: '经验', en: 'Experience' }, width: 16 }),
    field('operators.achievements', 'text', '主要业绩', 'Achievements', ['业绩'], ['track record'], { group: { zh: '经验', en: 'Experience' }, width: 20 }),
    field('operators.selling', 'number', '行销', 'Selling', ['行销能力', '营销能力'], ['selling skill'], { group: { zh: '能力', en: 'Ability' }, example: 4, width: 8 }),
    field('operators.managing', 'number', '管理', 'Managing', ['管理能力'], ['managing skill'], { group: { zh: '能力', en: 'Ability' }, example: 3, width: 8 }),
    field('operators.finance', 'number', '金融', 'Finance', ['金融能力', '财务能力'], ['finance skill'], { group: { zh: '能力', en: 'Ability' }, example: 3, width: 8 }),
    field('operators.impression', 'text', '直观感觉', 'Impression', ['印象'], ['own impression'], { group: { zh: '性格', en: 'Character' }, width: 16 }),
    field('operators.opinion', 'text', '他人反映', 'Opinion of others', ['他人评价', '外界评价'], ['reputation'], { group: { zh: '性格', en: 'Character' }, width: 16 }),
    field('operators.tradeRelations', 'text', '与往来客户的关系', 'Relations with its customers', ['与客户的关系', '往来客户关系'], ['trade relations', 'relations with customers'], { group: { zh: '经营情况', en: 'Business' }, width: 20 }),
    field('operators.bankRelations', 'text', '与往来银行的关系和评价', 'Relations with its banks', ['与银行的关系', '往来银行', '银行评价', '与往来银行的关系'], ['bank relations', 'relations with banks'], { group: { zh: '经营情况', en: 'Business' }, width: 20 }),
    field('operators.birthday', 'text', '生日', 'Birthday', ['出生日期'], ['date of birth'], { width: 11 }),
  ],
}; // prettier-ignore

/** 指标录入: any indicator as numerator and denominator of a period. */
export const indicatorEntries: SheetDefinition = {
  kind: 'indicatorEntries',
  table: 'indicatorEntries',
  title: { zh: '指标录入', en: 'Indicator entry' },
  names: ['指标录入', '运营数据', '指标', '运营指标', 'indicators entry', 'indicator entry', 'kpi entry', 'operations'],
  marks: ['分子', '分母', '指标', 'numerator', 'denominator', 'indicator'],
  needs: [
    needsField('期间', 'period', 'indicatorEntries.month'),
    needsField('指标', 'indicator', 'indicatorEntries.indicator'),
    needsField('分子', 'numerator', 'indicatorEntries.numerator'),
  ],
  fields: [
    field('indicatorEntries.month', 'month', '期间', 'Period', ['月份', '年月', '统计期', '日期', '统计月份'], ['month', 'date'], { required: true, numberFormat: 'yyyy-mm', example: '2026-01-01', width: 10 }),
    field('indicatorEntries.indicator', 'text', '指标', 'Indicator', ['指标代码', '指标名称', '指标编号'], ['indicator code', 'indicator id', 'kpi'], { required: true, example: 'K09', width: 18 }),
    field('indicatorEntries.department', 'text', '部门', 'Department', ['部门/仓库', '仓库', '车间'], ['dept', 'warehouse'], { width: 12 }),
    field('indicatorEntries.numerator', 'number', '分子', 'Numerator', ['实际', '实际值', '分子值'], ['actual'], { required: true, example: 820, width: 11 }),
    field('indicatorEntries.denominator', 'number', '分母', 'Denominator', ['计划', '基数', '分母值'], ['base', 'plan'], { example: 1000, width: 11 }),
  ],
}; // prettier-ignore

export const market: SheetDefinition = {
  kind: 'market',
  table: 'market',
  title: { zh: '市场', en: 'Market' },
  names: ['市场', '市场容量', '市场总额', 'market', 'market size'],
  marks: ['市场总额', '市场容量', '目标地区', '目标客户数', 'market total', 'market size', 'target region'],
  needs: [needsField('年度', 'year', 'market.year'), needsField('地区', 'region', 'market.region'), needsField('市场总额或目标客户数', 'market total or target clients', 'market.total', 'market.target', 'market.targetClients')],
  fields: [
    field('market.year', 'number', '年度', 'Year', ['年份', '年'], ['market year'], { required: true, example: 2026, width: 8 }),
    field('market.region', 'text', '地区', 'Region', ['区域', '市场'], ['territory', 'area'], { required: true, example: { zh: '华东', en: 'East' }, width: 10, not: ['目标', '总额', 'target', 'total'] }),
    field('market.total', 'number', '市场总额', 'Market total', ['市场容量', '市场规模', '市场总量'], ['market size', 'total market', 'market volume'], { numberFormat: '#,##0', example: 80000000, width: 14 }),
    field('market.target', 'flag', '目标地区', 'Target region', ['是否目标地区', '是否目标市场', '目标市场'], ['is target'], { options: [{ zh: '是', en: 'Yes' }, { zh: '否', en: 'No' }], example: { zh: '是', en: 'Yes' }, width: 9 }),
    field('market.targetClients', 'number', '目标客户数', 'Target clients', ['目标客户数量', '目标家数'], ['target customers'], { example: 60, width: 10 }),
  ],
}; // prettier-ignore

export const reps: SheetDefinition = {
  kind: 'reps',
  table: 'reps',
  title: { zh: '人员', en: 'Reps' },
  names: ['人员', '业务员', '员工', '销售团队', '人员表', 'reps', 'people', 'staff', 'salespeople', 'employees', 'team'],
  marks: ['岗位', '每天电话', '每天拜访', '请假', '人员', 'person', 'calls per day', 'visits per day'],
  needs: [needsField('姓名', 'name', 'reps.rep'), needsField('地区、岗位或能力', 'region, role or capacity', 'reps.region', 'reps.role', 'reps.callsPerDay', 'reps.visitsPerDay')],
  fields: [
    field('reps.rep', 'text', '姓名', 'Person', ['业务员', '销售员', '人员', '员工姓名', '区域代表', '销售人员', '员工'], ['name', 'rep', 'sales rep', 'salesperson', 'employee', 'employee name'], { required: true, example: { zh: '李敏', en: 'Li Min' }, width: 10, not: ['客户', 'customer', 'company'] }),
    field('reps.region', 'text', '地区', 'Region', ['区域', '负责区域', '所属区域', '片区', '负责地区'], ['territory', 'area'], { example: { zh: '华东', en: 'East' }, width: 10 }),
    field('reps.role', 'text', '岗位', 'Role', ['职务', '职位', '角色'], ['job title', 'position', 'title'], { example: { zh: '区域代表', en: 'rep' }, width: 10 }),
    field('reps.phone', 'text', '电话', 'Phone', ['手机', '联系电话'], ['mobile', 'tel'], { width: 14 }),
    field('reps.callsPerDay', 'number', '每天电话数', 'Calls a day', ['每日电话数', '日电话量', '电话/天'], ['calls per day'], { example: 20, width: 9 }),
    field('reps.visitsPerDay', 'number', '每天拜访数', 'Visits a day', ['每日拜访数', '日拜访量', '拜访/天'], ['visits per day'], { example: 4, width: 9 }),
    field('reps.absentFrom', 'day', '请假开始', 'Absent from', ['休假开始', '请假起'], ['leave from', 'away from'], { numberFormat: DAY, width: 12 }),
    field('reps.absentTo', 'day', '请假结束', 'Absent to', ['休假结束', '请假止'], ['leave to', 'away until'], { numberFormat: DAY, width: 12 }),
  ],
}; // prettier-ignore

export const holidays: SheetDefinition = {
  kind: 'holidays',
  table: 'holidays',
  title: { zh: '节假日', en: 'Holidays' },
  names: ['节假日', '假期', '假日', '休假安排', '放假安排', 'holidays', 'calendar'],
  marks: ['节假日', '假日', '是否上班', '调休', '放假', 'holiday', 'working day'],
  needs: [needsField('日期', 'date', 'holidays.day'), needsField('名称或是否上班', 'name or working', 'holidays.name', 'holidays.working')],
  fields: [
    field('holidays.day', 'day', '日期', 'Date', ['节假日日期', '放假日期', '休假日期'], ['holiday date', 'day'], { required: true, numberFormat: DAY, example: '2026-10-01', width: 12 }),
    field('holidays.name', 'text', '名称', 'Name', ['节日', '节假日', '节日名称', '节假日名称', '说明', '假日名称'], ['holiday', 'holiday name', 'description'], { example: { zh: '国庆节', en: 'National Day' }, width: 14, not: ['日期', 'date'] }),
    field('holidays.working', 'flag', '是否上班', 'Working', ['上班', '是否调休上班', '调休上班', '是否工作日', '工作日'], ['is working', 'working day', 'make-up day'], { options: [{ zh: '是', en: 'Yes' }, { zh: '否', en: 'No' }], example: { zh: '否', en: 'No' }, width: 9 }),
  ],
}; // prettier-ignore

/** Targets a client, or for all where the client is empty. */
export const targets: SheetDefinition = {
  kind: 'targets',
  table: 'targets',
  title: { zh: '目标', en: 'Targets' },
  names: ['目标', '指标目标', '销售目标', '年度目标', 'targets', 'target', 'goals'],
  marks: ['目标', 'target', 'goal'],
  needs: [needsField('目标值', 'a target', 'targets.onTime', 'targets.inFull', 'targets.otif', 'targets.amount', 'targets.value')],
  fields: [
    ...clientFields('targets', false),
    field('targets.onTime', 'share', '准时率目标', 'On-time target', ['准时目标', '按时目标', '准时率'], ['ontime target', 'ontime target%', 'on time target %', 'on time'], { numberFormat: '0.0%', example: 0.95, width: 10, not: ['in full', 'otif'] }),
    field('targets.inFull', 'share', '足量率目标', 'In-full target', ['足量目标', '满足率目标', '足量率'], ['infull target', 'infull target%', 'in full target %', 'in full'], { numberFormat: '0.0%', example: 0.98, width: 10, not: ['on time', 'otif'] }),
    field('targets.otif', 'share', 'OTIF目标', 'OTIF target', ['准时足量目标', 'OTIF'], ['otif target%', 'otif %', 'on time in full target'], { numberFormat: '0.0%', example: 0.93, width: 10 }),
    field('targets.amount', 'number', '金额目标', 'Amount target', ['销售目标', '年度目标', '目标金额', '目标销售额', '年度销售目标'], ['sales target', 'target amount', 'annual target', 'revenue target'], { numberFormat: '#,##0', width: 12 }),
    field('targets.year', 'number', '年度', 'Year', ['目标年度', '年份'], ['target year'], { width: 8 }),
    field('targets.indicator', 'text', '指标', 'Indicator', ['指标名称', '指标代码', '考核指标'], ['indicator code', 'kpi'], { width: 16, not: ['目标', 'target'] }),
    field('targets.value', 'number', '指标目标', 'Indicator target', ['指标目标值', '指标值', '考核目标', '目标值'], ['target value', 'kpi target'], { width: 10 }),
  ],
}; // prettier-ignore

/** 佣金计划: what a rep is to reach in a month, and what he gets for it. */
export const commissionPlans: SheetDefinition = {
  kind: 'commissionPlans',
  table: 'commissionPlans',
  title: { zh: '佣金计划', en: 'Commission plan' },
  names: ['佣金计划', '佣金', '提成计划', '提成', 'commission plan', 'commission'],
  marks: ['佣金比例', '提成比例', '超额比例', '计提依据', 'commission rate'],
  needs: [needsField('业务员', 'sales rep', 'commissionPlans.rep'), needsField('月份', 'month', 'commissionPlans.month'), needsField('佣金比例', 'rate', 'commissionPlans.commissionRate')],
  fields: [
    field('commissionPlans.rep', 'text', '业务员', 'Sales rep', ['姓名', '销售员', '区域代表'], ['rep', 'salesperson', 'name'], { required: true, example: { zh: '李敏', en: 'Li Min' }, width: 10 }),
    field('commissionPlans.month', 'month', '月份', 'Month', ['期间', '年月', '计划月份'], ['period', 'plan month'], { required: true, numberFormat: 'yyyy-mm', example: '2026-01-01', width: 10 }),
    field('commissionPlans.target', 'number', '销售目标', 'Sales target', ['目标', '目标金额', '计划金额'], ['target', 'planned amount'], { numberFormat: '#,##0', example: 500000, width: 12 }),
    field('commissionPlans.commissionRate', 'share', '佣金比例', 'Rate', ['提成比例', '佣金率'], ['commission rate'], { numberFormat: '0.00%', example: 0.01, width: 10, not: ['超'] }),
    field('commissionPlans.rateBeyond', 'share', '超额比例', 'Rate beyond target', ['超额佣金比例', '超额提成比例'], ['rate beyond', 'over-target rate'], { numberFormat: '0.00%', example: 0.015, width: 10 }),
    field('commissionPlans.basis', 'text', '计提依据', 'Basis', ['依据', '计提方式'], ['commission basis'], { options: [{ zh: '销售', en: 'sales' }, { zh: '回款', en: 'receipts' }], example: { zh: '销售', en: 'sales' }, width: 9 }),
  ],
}; // prettier-ignore
