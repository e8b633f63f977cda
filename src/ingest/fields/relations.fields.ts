import { clientFields, field, needsClient, needsField, type SheetDefinition } from './define-fields';

const DAY = 'yyyy-mm-dd';
const TIME = 'yyyy-mm-dd hh:mm';
const YES_NO = [{ zh: '是', en: 'Yes' }, { zh: '否', en: 'No' }]; // prettier-ignore
const HIGH_LOW = [{ zh: '高', en: 'high' }, { zh: '中', en: 'medium' }, { zh: '低', en: 'low' }]; // prettier-ignore

/** What the documents name as ways to keep in touch (000-C9). */
const WAYS = [
  { zh: '电话', en: 'phone' }, { zh: '拜访', en: 'visit' }, { zh: '接待', en: 'reception' }, { zh: '邮件', en: 'e-mail' },
  { zh: '信函', en: 'letter' }, { zh: '传真', en: 'fax' }, { zh: '短信或微信', en: 'message' }, { zh: '节日问候', en: 'greeting' },
  { zh: '生日祝贺', en: 'birthday wish' }, { zh: '赠送礼品', en: 'gift' }, { zh: '宴请', en: 'dinner' }, { zh: '座谈会', en: 'round table' },
  { zh: '发表会', en: 'presentation' }, { zh: '展会', en: 'fair' }, { zh: '培训', en: 'training' }, { zh: '参观', en: 'site visit' },
  { zh: '技术服务', en: 'technical service' }, { zh: '特价优惠', en: 'special offer' }, { zh: '会员活动', en: 'members event' },
  { zh: '寄送资料', en: 'mailing' }, { zh: '网上服务', en: 'online service' },
]; // prettier-ignore

export const contacts: SheetDefinition = {
  kind: 'contacts',
  table: 'contacts',
  title: { zh: '联络记录', en: 'Contacts' },
  names: ['联络', '拜访', '电话记录', '跟进', '回访', '沟通', '联系记录', '走访', 'contacts log', 'visits', 'calls', 'activities', 'contact log', 'call log'],
  marks: ['联络', '拜访', '跟进', '电话内容', '回访', '记录人', '洽谈', '意向', 'visit', 'call', 'contact method', 'next action'],
  needs: [needsClient('contacts'), needsField('时间', 'date', 'contacts.at')],
  fields: [
    field('contacts.at', 'moment', '时间', 'Date', ['联络时间', '联络日期', '拜访日期', '拜访时间', '日期', '跟进时间', '跟进日期', '通话时间', '联系时间', '联系日期', '回访日期', '来电时间'], ['contact date', 'visit date', 'call date', 'time', 'activity date', 'contacted on'], { required: true, numberFormat: TIME, example: '2026-01-09 10:00', width: 17, not: ['下次', 'next'] }),
    ...clientFields('contacts'),
    field('contacts.region', 'text', '所属区域', 'Region', ['区域', '地区'], ['territory', 'area'], { width: 10 }),
    field('contacts.rep', 'text', '区域代表', 'Sales rep', ['业务员', '销售员', '拜访人', '跟进人', '业务代表', '联络人员'], ['salesperson', 'rep', 'visited by', 'called by', 'owner'], { example: { zh: '李敏', en: 'Li Min' }, width: 10 }),
    field('contacts.method', 'text', '方式', 'Method', ['联络方式', '跟进方式', '沟通方式', '联系方式', '拜访方式', '类型'], ['contact method', 'contact type', 'activity type', 'channel', 'type'], { options: WAYS, example: { zh: '电话', en: 'phone' }, width: 9 }),
    field('contacts.purpose', 'text', '目的', 'Purpose', ['拜访目的', '联络目的', '主题', '事由'], ['visit purpose', 'subject', 'reason'], { width: 14 }),
    field('contacts.content', 'text', '内容及处理结果', 'Content', ['电话内容及处理结果', '内容', '沟通内容', '跟进内容', '拜访内容', '洽谈内容', '电话内容', '跟进情况', '拜访结果', '处理结果', '结果'], ['summary', 'details', 'result', 'outcome', 'minutes', 'notes'], { example: { zh: '确认二月用量', en: 'Confirmed February needs' }, width: 30 }),
    field('contacts.cost', 'number', '费用', 'Cost', ['费用开支', '招待费', '花费', '拜访费用'], ['expense', 'expenses'], { numberFormat: '#,##0.00', width: 9 }),
    field('contacts.intends', 'text', '意向', 'Intends to order', ['购买意向', '订货意向', '意向强弱', '客户意向'], ['intent', 'interest', 'buying intent'], { options: [{ zh: '是', en: 'yes' }, { zh: '否', en: 'no' }], width: 8 }),
    field('contacts.recorder', 'text', '记录人', 'Recorder', ['登记人', '填写人'], ['recorded by', 'logged by'], { width: 9 }),
    field('contacts.nextDay', 'day', '下次行动日', 'Next action', ['下次联络日', '下次拜访日期', '下次跟进时间', '下次跟进日期', '下次联系时间'], ['next action date', 'next contact', 'follow up date', 'next visit'], { numberFormat: DAY, width: 12 }),
  ],
}; // prettier-ignore

export const prospects: SheetDefinition = {
  kind: 'prospects',
  table: 'prospects',
  title: { zh: '商机', en: 'Prospects' },
  names: ['商机', '潜在客户', '机会', '意向客户', '线索', '销售漏斗', '报价', 'prospects', 'pipeline', 'opportunities', 'leads', 'quotations'],
  marks: ['预计成交', '商机', '意向', '预计金额', '必要性', '决心', '可行性', '选型', '赢率', 'expected close', 'probability', 'opportunity', 'pipeline'],
  needs: [
    needsClient('prospects'),
    needsField('预计成交日期、金额或阶段', 'expected date, amount or stage', 'prospects.expectedDay', 'prospects.expectedMonths', 'prospects.expectedAmount', 'prospects.stage', 'prospects.caseCode'),
  ],
  fields: [
    field('prospects.opportunity', 'text', '商机', 'Opportunity', ['商机名称', '机会名称', '项目名称', '项目', '商机编号'], ['opportunity name', 'deal name', 'opportunity id', 'project', 'deal'], { example: { zh: '二期扩建用料', en: 'Second plant' }, width: 20, not: ['金额', 'amount', 'stage', '阶段'] }),
    ...clientFields('prospects'),
    field('prospects.region', 'text', '地区', 'Region', ['区域'], ['territory', 'area'], { width: 10 }),
    field('prospects.rep', 'text', '业务员', 'Sales rep', ['负责人', '区域代表', '销售员', '跟进人'], ['owner', 'salesperson', 'rep', 'opportunity owner'], { width: 10 }),
    field('prospects.contact', 'text', '联系人', 'Contact', [], ['contact name', 'contact person'], { width: 10, not: ['电话', 'phone'] }),
    field('prospects.phone', 'text', '电话', 'Phone', ['联系电话', '手机'], ['phone number', 'tel', 'mobile'], { width: 14 }),
    field('prospects.hasSystem', 'flag', '已有方案', 'Has a solution', ['已信息化', '已/未信息化', '是否已有方案', '有无现用方案', '已有现用方案', '是否信息化'], ['has system', 'existing solution'], { options: YES_NO, width: 8 }),
    field('prospects.objectiveNeed', 'text', '客观必要性', 'Objective need', ['客观需要'], [], { options: [{ zh: 'Y', en: 'Y' }, { zh: 'N', en: 'N' }], width: 9 }),
    field('prospects.subjectiveNeed', 'text', '主观必要性', 'Subjective need', ['主观需要'], [], { options: [{ zh: 'Y', en: 'Y' }, { zh: 'N', en: 'N' }], width: 9 }),
    field('prospects.determination', 'text', '决心强烈度', 'Determination', ['决心', '购买决心'], [], { options: [...HIGH_LOW, { zh: '无', en: 'none' }], width: 9 }),
    field('prospects.dissatisfaction', 'text', '对现行系统不满意', 'Dissatisfaction', ['不满意程度', '不满'], [], { options: [...HIGH_LOW, { zh: '无', en: 'none' }], width: 9 }),
    field('prospects.feasibility', 'text', '可行性评估', 'Feasibility', ['可行性'], [], { options: [{ zh: 'Y', en: 'Y' }, { zh: 'N', en: 'N' }], width: 9 }),
    field('prospects.selecting', 'text', '选型工作', 'Selecting', ['选型', '是否选型'], ['evaluation under way'], { options: [{ zh: 'Y', en: 'Y' }, { zh: 'N', en: 'N' }], width: 9 }),
    field('prospects.expectedDay', 'day', '预计成交日期', 'Expected close', ['预计成交日', '预计成交时间', '预计签约日期', '预计下单日期', '预计订货日期', '成交日期'], ['expected close date', 'close date', 'expected date', 'expected order date'], { numberFormat: DAY, example: '2026-03-20', width: 12 }),
    field('prospects.expectedMonths', 'number', '预计成交月数', 'Months to close', ['几个月内成交'], ['expected months'], { width: 9 }),
    field('prospects.expectedAmount', 'number', '预计金额', 'Expected amount', ['预计成交金额', '预计销售额', '商机金额', '报价金额', '金额', '预估金额', '意向金额'], ['amount', 'deal value', 'expected revenue', 'opportunity amount', 'estimated value'], { numberFormat: '#,##0.00', example: 300000, width: 12 }),
    field('prospects.probability', 'share', '成交概率', 'Probability', ['赢率', '可能性', '成交几率', '把握'], ['win probability', 'chance', 'win rate', 'probability %'], { numberFormat: '0%', width: 8 }),
    field('prospects.caseCode', 'text', '情形代码', 'Case code', ['情形', '等级', '商机等级', '级别'], ['case', 'grade'], { width: 8 }),
    field('prospects.stage', 'text', '阶段', 'Stage', ['销售阶段', '商机阶段', '当前阶段', '进展'], ['sales stage', 'opportunity stage', 'phase'], { width: 10 }),
    field('prospects.result', 'text', '结果', 'Result', ['成交结果', '成交或失败', '状态', '是否成交'], ['outcome', 'won or lost', 'status'], { options: [{ zh: '成交', en: 'won' }, { zh: '失败', en: 'lost' }], width: 8 }),
    field('prospects.closedDay', 'day', '关闭日期', 'Closed', ['实际成交日期', '结束日期'], ['closed on', 'actual close date'], { numberFormat: DAY, width: 12 }),
    field('prospects.createdDay', 'day', '创建日期', 'Created', ['登记日期', '录入日期', '建立日期'], ['created on', 'created date', 'date created'], { numberFormat: DAY, width: 12 }),
    field('prospects.nextStep', 'text', '下一步', 'Next step', ['下一步计划', '下步行动', '后续计划'], ['next action'], { width: 18 }),
    field('prospects.size', 'text', '规模', 'Size', ['客户规模'], ['company size'], { width: 8 }),
    field('prospects.vendorSize', 'text', '现用供应商规模', 'Present supplier size', ['现供应商规模', '供应商规模'], ['vendor size'], { width: 9 }),
    field('prospects.investment', 'text', '计划投入', 'Investment', ['投入', '投资额', '投资规模', '计划投资'], ['planned investment', 'budget size'], { options: [{ zh: '大', en: 'large' }, { zh: '中', en: 'medium' }, { zh: '小', en: 'small' }], width: 9 }),
    field('prospects.quotedDay', 'day', '报价日期', 'Quoted', ['报价时间'], ['quote date', 'quoted on', 'quotation date'], { numberFormat: DAY, width: 12 }),
    field('prospects.notes', 'text', '备注', 'Notes', ['说明'], ['remarks', 'comments'], { width: 20 }),
  ],
}; // prettier-ignore

export const survey: SheetDefinition = {
  kind: 'survey',
  table: 'survey',
  title: { zh: '满意度', en: 'Survey' },
  names: ['满意度', '调查', '问卷', '评价', '回访评分', 'survey', 'satisfaction', 'feedback', 'nps', 'csat'],
  marks: ['满意', '评分', '忠诚', '感知', '预期', '服务态度', 'satisfaction', 'score', 'rating', 'loyalty'],
  needs: [
    needsClient('survey'),
    needsField('评分', 'a score', 'survey.score', 'survey.overall', 'survey.product', 'survey.coordination', 'survey.price', 'survey.staff', 'survey.perceivedQuality'),
  ],
  fields: [
    ...clientFields('survey'),
    field('survey.day', 'day', '日期', 'Date', ['调查日期', '回收日期', '评价日期', '填写日期', '时间'], ['survey date', 'response date', 'date answered'], { numberFormat: DAY, example: '2026-01-20', width: 12 }),
    field('survey.sentDay', 'day', '发放日期', 'Sent', ['发出日期', '发放日', '寄出日期'], ['sent on', 'sent date', 'asked on'], { numberFormat: DAY, width: 12 }),
    field('survey.item', 'text', '项目', 'Item', ['调查项目', '评价项目', '题目', '指标'], ['question', 'survey item'], { width: 18 }),
    field('survey.score', 'number', '评分', 'Score', ['得分', '分数', '打分'], ['rating', 'points'], { width: 8 }),
    field('survey.overall', 'number', '总体满意度', 'Overall satisfaction', ['满意度', '总体评价', '总体满意', '综合满意度', '整体满意度', '总分'], ['overall', 'satisfaction', 'overall score', 'csat', 'satisfaction score'], { example: 8, width: 10 }),
    field('survey.againstExpectation', 'number', '与期望比', 'Against expectation', ['与预期比', '与预期相比'], ['versus expectation'], { width: 9 }),
    field('survey.againstIdeal', 'number', '与理想比', 'Against ideal', ['与理想相比'], ['versus ideal'], { width: 9 }),
    field('survey.expectedQuality', 'number', '预期质量', 'Expected quality', ['期望质量'], [], { width: 9 }),
    field('survey.perceivedQuality', 'number', '经历质量', 'Perceived quality', ['感知质量', '体验质量'], [], { width: 9 }),
    field('survey.perceivedValue', 'number', '感知价值', 'Perceived value', ['价值感知'], [], { width: 9 }),
    field('survey.complaintScore', 'number', '抱怨', 'Complaints', ['顾客抱怨', '抱怨得分'], ['complaint score'], { width: 8 }),
    field('survey.loyalty', 'number', '忠诚度', 'Loyalty', ['忠诚', '顾客忠诚', '推荐意愿'], ['loyalty score', 'nps', 'likelihood to recommend'], { width: 8 }),
    field('survey.product', 'number', '环境与产品', 'Product', ['产品', '产品质量', '产品评分'], ['product score', 'product quality'], { width: 9 }),
    field('survey.coordination', 'number', '服务的协调性', 'Coordination', ['服务协调性', '协调性', '服务协调'], ['service coordination'], { width: 9 }),
    field('survey.price', 'number', '价格适度性', 'Price', ['价格', '价格合理性', '价格评分'], ['price score', 'value for money'], { width: 9 }),
    field('survey.staff', 'number', '员工服务', 'Staff', ['员工服务态度和技能水平', '服务态度', '人员服务', '员工态度', '服务评分'], ['staff score', 'service score', 'staff attitude'], { width: 9 }),
    field('survey.comment', 'text', '意见', 'Comment', ['建议', '意见建议', '意见和建议', '备注'], ['comments', 'suggestions', 'feedback'], { width: 26 }),
  ],
}; // prettier-ignore

export const inquiries: SheetDefinition = {
  kind: 'inquiries',
  table: 'inquiries',
  title: { zh: '咨询', en: 'Inquiries' },
  names: ['咨询', '咨询跟踪', '询问', '问询', 'inquiries', 'questions', 'enquiries'],
  marks: ['咨询', '答复', '询问', '转交部门', 'inquiry', 'enquiry', 'answered'],
  needs: [needsClient('inquiries'), needsField('时间', 'date received', 'inquiries.received'), needsField('问题或答复时间', 'question or answer time', 'inquiries.question', 'inquiries.answered')],
  fields: [
    ...clientFields('inquiries'),
    field('inquiries.received', 'moment', '咨询时间', 'Received', ['时间', '日期', '咨询日期', '受理时间'], ['received at', 'date', 'asked on', 'inquiry date'], { required: true, numberFormat: TIME, example: '2026-01-12 09:00', width: 17, not: ['答复', '回复', 'answer'] }),
    field('inquiries.question', 'text', '问题', 'Question', ['咨询内容', '咨询问题', '内容'], ['inquiry', 'subject'], { example: { zh: '二月能否供货', en: 'Supply in February?' }, width: 26 }),
    field('inquiries.department', 'text', '转交部门', 'Department', ['部门', '责任部门'], ['forwarded to'], { width: 10 }),
    field('inquiries.answered', 'moment', '答复时间', 'Answered', ['回复时间', '答复日期', '解答时间'], ['answered at', 'answered on', 'reply date'], { numberFormat: TIME, width: 17 }),
    field('inquiries.right', 'flag', '正确答复', 'Answered rightly', ['是否正确答复', '答复是否正确'], ['correct answer', 'correct'], { options: YES_NO, width: 8 }),
    field('inquiries.quotedDay', 'day', '报价日期', 'Quoted', ['报价时间'], ['quoted on', 'quotation date'], { numberFormat: DAY, width: 12 }),
    field('inquiries.quotedAmount', 'number', '报价金额', 'Quoted amount', ['报价'], ['quotation amount'], { numberFormat: '#,##0.00', width: 12 }),
    field('inquiries.orderNo', 'text', '成交订单号', 'Order that came of it', ['成交单号', '订单号', '转订单号'], ['resulting order', 'order no'], { width: 15 }),
  ],
}; // prettier-ignore

export const promotions: SheetDefinition = {
  kind: 'promotions',
  table: 'promotions',
  title: { zh: '促销', en: 'Promotions' },
  names: ['促销', '活动', '推广', 'promotions', 'campaigns'],
  marks: ['促销', '活动名称', '活动费用', 'promotion', 'campaign'],
  needs: [needsField('促销名称', 'promotion', 'promotions.name'), needsField('开始日期', 'start date', 'promotions.fromDay')],
  fields: [
    field('promotions.name', 'text', '促销名称', 'Promotion', ['活动名称', '促销活动', '名称', '活动'], ['promotion name', 'campaign', 'campaign name', 'name'], { required: true, example: { zh: '春季满减', en: 'Spring offer' }, width: 20, not: ['客户', 'customer', '日期', '费用'] }),
    ...clientFields('promotions', false).map((one) => ({ ...one, en: one.en.filter((word) => word !== 'name') })),
    field('promotions.region', 'text', '地区', 'Region', ['区域', '活动区域'], ['area', 'territory'], { width: 10 }),
    field('promotions.fromDay', 'day', '开始日期', 'From', ['开始时间', '活动开始', '起始日期', '促销开始'], ['start date', 'start', 'from date'], { required: true, numberFormat: DAY, example: '2026-03-01', width: 12 }),
    field('promotions.toDay', 'day', '结束日期', 'To', ['结束时间', '活动结束', '截止日期', '促销结束'], ['end date', 'end', 'to date'], { numberFormat: DAY, example: '2026-03-15', width: 12 }),
    field('promotions.target', 'number', '目标', 'Target', ['目标金额', '目标销售额', '促销目标'], ['target amount', 'sales target'], { numberFormat: '#,##0.00', width: 12 }),
    field('promotions.cost', 'number', '费用', 'Cost', ['活动费用', '促销费用', '预算'], ['promotion cost', 'budget', 'spend'], { numberFormat: '#,##0.00', width: 12 }),
  ],
}; // prettier-ignore

export const documents: SheetDefinition = {
  kind: 'documents',
  table: 'documents',
  title: { zh: '档案登记', en: 'Documents' },
  names: ['档案登记', '文件登记', '档案', 'documents', 'document register'],
  marks: ['文件类型', '交付人', '归档', 'filed', 'handed over'],
  needs: [needsClient('documents'), needsField('文件类型', 'kind of document', 'documents.kind')],
  fields: [
    ...clientFields('documents'),
    field('documents.kind', 'text', '文件类型', 'Document', ['资料类型', '文件名称', '资料名称', '档案类型'], ['document type', 'document kind', 'file type'], { required: true, options: [{ zh: '合同', en: 'contract' }, { zh: '信函', en: 'letter' }, { zh: '传真', en: 'fax' }, { zh: '电话记录', en: 'call note' }, { zh: '洽谈', en: 'talk' }], example: { zh: '合同', en: 'contract' }, width: 12 }),
    field('documents.handedBy', 'text', '交付人', 'Handed over by', ['提交人', '移交人'], ['submitted by'], { width: 10 }),
    field('documents.handedDay', 'day', '交付日', 'Handed over', ['交付日期', '提交日期', '移交日期'], ['handed over on', 'submitted on'], { numberFormat: DAY, example: '2026-01-05', width: 12 }),
    field('documents.filedDay', 'day', '归档日', 'Filed', ['归档日期', '归档时间'], ['filed on', 'archived on'], { numberFormat: DAY, width: 12 }),
  ],
}; // prettier-ignore
