import { box, type FormDefinition } from './define-form';

const AREA_MANAGER = { zh: '区域经理（核实）', en: 'Area manager (verified)' };
const REP = { zh: '业务代表', en: 'Sales rep' };
const CENTRE = { zh: '客户服务中心', en: 'Customer service centre' };

/** Files of clients: who they are, who may become one, what was said to them. */
export const clientForms: readonly FormDefinition[] = [
  {
    id: 'clientProfile',
    title: { zh: '客户资料表', en: 'Client profile' },
    orientation: 'portrait',
    readAs: 'clients',
    head: [
      {
        heading: { zh: '基本资料', en: 'Basics' },
        boxes: [
          box('客户编号', 'Customer ID', { units: 4, path: 'clients.clientCode' }),
          box('客户名称', 'Customer name', { units: 8, path: 'clients.clientName' }),
          box('地区', 'Region', { units: 4, path: 'clients.region' }),
          box('行业', 'Industry', { units: 4, path: 'clients.industry' }),
          box('经营类型', 'Business type', { units: 4, path: 'clients.businessType', options: [{ zh: '经销商', en: 'Dealer' }, { zh: '直销用户', en: 'Direct user' }, { zh: '饲料厂', en: 'Feed mill' }] }),
          box('所有制', 'Ownership', { units: 4, path: 'clients.ownership' }),
          box('成立时间', 'Founded', { kind: 'day', units: 4, path: 'clients.foundedDay' }),
          box('业务员', 'Sales rep', { units: 4, path: 'clients.rep' }),
          box('地址', 'Address', { units: 8, path: 'clients.address' }),
          box('邮编', 'Postcode', { units: 4, path: 'clients.postcode' }),
          box('电话', 'Phone', { units: 4, path: 'clients.phone' }),
          box('手机', 'Mobile', { units: 4, path: 'clients.mobile' }),
          box('Email', 'E-mail', { units: 4, path: 'clients.email' }),
        ],
      },
      {
        heading: { zh: '所有者、经营者', en: 'Owner and people' },
        boxes: [
          box('法人代表', 'Legal rep.', { units: 4, path: 'clients.legalPerson' }),
          box('联系人', 'Contact', { units: 4, path: 'clients.contact' }),
          box('职务', 'Title', { units: 4, path: 'clients.contactTitle' }),
          box('生日', 'Birthday', { units: 4, path: 'clients.birthday' }),
          box('性格、兴趣、爱好', 'Character, interests', { units: 8 }),
        ],
      },
      {
        heading: { zh: '财务及信用', en: 'Money and credit' },
        boxes: [
          box('税号', 'Tax number', { units: 6, path: 'clients.taxNumber' }),
          box('工商登记号', 'Registration no', { units: 6, path: 'clients.registrationNumber' }),
          box('开户行', 'Bank', { units: 6, path: 'clients.bank' }),
          box('账号', 'Bank account', { units: 6, path: 'clients.bankAccount' }),
          box('注册资本', 'Capital', { kind: 'money', units: 4, path: 'clients.registeredCapital' }),
          box('净资产', 'Net assets', { kind: 'money', units: 4, path: 'clients.netAssets' }),
          box('信用额度', 'Credit limit', { kind: 'money', units: 4, path: 'clients.creditLimit' }),
          box('信用期限', 'Credit days', { kind: 'number', units: 4, path: 'clients.creditTermDays' }),
          box('付款条件', 'Terms', { units: 4, path: 'clients.paymentTerms' }),
          box('抵押额', 'Collateral', { kind: 'money', units: 4, path: 'clients.collateral' }),
        ],
      },
      {
        heading: { zh: '经营状况', en: 'Business' },
        boxes: [
          box('人数', 'Employees', { kind: 'number', units: 4, path: 'clients.employees' }),
          box('营业面积', 'Shop area', { kind: 'number', units: 4, path: 'clients.shopArea' }),
          box('仓储面积', 'Storage area', { kind: 'number', units: 4, path: 'clients.storageArea' }),
          box('竞品', 'Competing products', { units: 6, path: 'clients.competingProducts' }),
          box('采购计划', 'Purchase plan', { units: 6, path: 'clients.purchasePlan' }),
          box('来源渠道', 'Source', { units: 6, path: 'clients.source' }),
          box('介绍人', 'Referred by', { units: 6, path: 'clients.referrer' }),
          box('备注', 'Notes', { units: 12, lines: 2, grows: true, path: 'clients.notes' }),
        ],
      },
      {
        heading: { zh: '建档', en: 'Filing' },
        boxes: [
          box('建档日', 'Filed', { kind: 'day', units: 6, path: 'clients.filedDay' }),
          box('核实日', 'Verified', { kind: 'day', units: 6, path: 'clients.verifiedDay' }),
        ],
      },
    ],
    tail: [],
    signatures: [REP, AREA_MANAGER, CENTRE],
    notes: [{ zh: '月末由业务代表报新增客户；区域经理在一个月内实地核实并签字。', en: 'Handed in at the end of the month for each new client; verified on the spot by the area manager within one month.' }],
  },
  {
    id: 'prospectFile',
    title: { zh: '潜在客户档案', en: 'Prospect file' },
    orientation: 'portrait',
    readAs: 'prospects',
    head: [
      {
        heading: { zh: '客户', en: 'Who' },
        boxes: [
          box('客户名称', 'Customer name', { units: 12, path: 'prospects.clientName' }),
          box('地区', 'Region', { units: 6, path: 'prospects.region' }),
          box('业务员', 'Sales rep', { units: 6, path: 'prospects.rep' }),
          box('联系人', 'Contact', { units: 6, path: 'prospects.contact' }),
          box('电话', 'Phone', { units: 6, path: 'prospects.phone' }),
          box('客户规模', 'Size', { units: 6, path: 'prospects.size' }),
          box('现用供应商规模', 'Present supplier size', { units: 6, path: 'prospects.vendorSize' }),
        ],
      },
      {
        heading: { zh: '意向', en: 'Intent' },
        boxes: [
          box('商机', 'Opportunity', { units: 12, path: 'prospects.opportunity' }),
          box('预计成交日期', 'Expected date', { kind: 'day', units: 6, path: 'prospects.expectedDay' }),
          box('预计金额', 'Expected amount', { kind: 'money', units: 6, path: 'prospects.expectedAmount' }),
          box('阶段', 'Stage', { units: 6, path: 'prospects.stage' }),
          box('建立日期', 'Opened', { kind: 'day', units: 6, path: 'prospects.createdDay' }),
          box('已有方案', 'Has a solution', { units: 6, path: 'prospects.hasSystem', options: [{ zh: '是', en: 'Yes' }, { zh: '否', en: 'No' }] }),
          box('决心强烈度', 'Determination', { units: 6, path: 'prospects.determination', options: [{ zh: '高', en: 'high' }, { zh: '中', en: 'medium' }, { zh: '低', en: 'low' }, { zh: '无', en: 'none' }] }),
          box('下一步', 'Next step', { units: 12, path: 'prospects.nextStep' }),
        ],
      },
      {
        heading: { zh: '拜访记录（三次以上并有订货意向为潜在客户）', en: 'Visits (a prospect after three visits and an intent to order)' },
        boxes: [
          box('第一次', 'First', { units: 12, lines: 2, grows: true }),
          box('第二次', 'Second', { units: 12, lines: 2, grows: true }),
          box('第三次', 'Third', { units: 12, lines: 2, grows: true }),
          box('备注', 'Notes', { units: 12, lines: 2, path: 'prospects.notes' }),
        ],
      },
    ],
    tail: [],
    signatures: [REP, AREA_MANAGER, CENTRE],
    notes: [{ zh: '每月由业务代表上交；订货后与《客户资料表》一起保存。', en: 'Handed in every month; kept with the client profile once an order came.' }],
  },
  {
    id: 'fileSummary',
    title: { zh: '客户档案管理汇总表', en: 'Summary of client files' },
    orientation: 'landscape',
    head: [{ boxes: [box('制表人', 'Made by', { units: 6 }), box('制表日期', 'Day', { kind: 'day', units: 6 })] }],
    lines: {
      columns: [
        box('档案序号', 'File', { width: 7 }),
        box('档案户名', 'Name on the file', { width: 20 }),
        box('类型归类', 'Kind', { width: 10 }),
        box('分级情况', 'Rank', { width: 9 }),
        box('订货情况', 'Orders', { width: 14 }),
        box('促销情况', 'Promotions', { width: 12 }),
        box('技术服务情况', 'Technical service', { width: 12 }),
        box('投诉及处理情况', 'Complaints', { width: 14 }),
        box('评估情况', 'Assessment', { width: 12 }),
        box('营销方案', 'Marketing plan', { width: 14 }),
        box('资料更新', 'File updated', { kind: 'day', width: 12 }),
      ],
    },
    tail: [],
    signatures: [{ zh: '客户管理部', en: 'Client department' }, { zh: '审核', en: 'Checked by' }],
    notes: [{ zh: '保密：可以查阅，不得复制。', en: 'Confidential: may be consulted, not copied.' }],
  },
  {
    id: 'phoneLog',
    title: { zh: '电话记录一览表', en: 'Call log' },
    orientation: 'landscape',
    readAs: 'contacts',
    head: [{ boxes: [box('年月份', 'Month', { units: 12 })] }],
    lines: {
      columns: [
        box('时间', 'Date', { kind: 'moment', width: 16, path: 'contacts.at' }),
        box('客户', 'Customer', { width: 22, path: 'contacts.clientName' }),
        box('所属区域', 'Region', { width: 10, path: 'contacts.region' }),
        box('区域代表', 'Sales rep', { width: 10, path: 'contacts.rep' }),
        box('电话内容及处理结果', 'Content', { width: 52, path: 'contacts.content' }),
        box('记录人', 'Recorder', { width: 10, path: 'contacts.recorder' }),
      ],
    },
    tail: [],
    signatures: [],
    notes: [{ zh: '重点、焦点客户每月一次，一般客户每月二次；准备充分，记录快速准确，转告及时无误。', en: 'Key and focus clients once a month, ordinary ones twice. Be prepared; write quickly and exactly; pass on at once.' }],
  },
  {
    id: 'promotionRequest',
    title: { zh: '促销申请表', en: 'Promotion request' },
    orientation: 'portrait',
    readAs: 'promotions',
    head: [
      {
        boxes: [
          box('促销名称', 'Promotion', { units: 12, path: 'promotions.name' }),
          box('地区', 'Region', { units: 6, path: 'promotions.region' }),
          box('客户名称', 'Customer name', { units: 6, path: 'promotions.clientName' }),
          box('开始日期', 'From', { kind: 'day', units: 6, path: 'promotions.fromDay' }),
          box('结束日期', 'To', { kind: 'day', units: 6, path: 'promotions.toDay' }),
          box('目标金额', 'Target amount', { kind: 'money', units: 6, key: 'target', path: 'promotions.target' }),
          box('费用', 'Cost', { kind: 'money', units: 6, key: 'cost', path: 'promotions.cost' }),
          box('费用占目标', 'Cost / target', { kind: 'share', units: 6, formula: 'IF(COUNT({target},{cost})<2,"",IF({target}=0,"",{cost}/{target}))' }),
          box('申请人', 'Requested by', { units: 6 }),
        ],
      },
      {
        heading: { zh: '申请', en: 'Request' },
        boxes: [
          box('促销前情况', 'Situation before', { units: 12, lines: 2, grows: true }),
          box('促销目的', 'Purpose', { units: 12, lines: 2, grows: true }),
          box('促销目标', 'Aims', { units: 12, lines: 2, grows: true }),
          box('具体计划', 'Plan', { units: 12, lines: 2, grows: true }),
        ],
      },
      {
        heading: { zh: '评估', en: 'Evaluation' },
        boxes: [
          box('实施情况', 'Execution', { units: 12, lines: 2, grows: true }),
          box('目标达成情况', 'Attainment', { units: 12, lines: 2, grows: true }),
          box('存在问题', 'Problems', { units: 12, lines: 2, grows: true }),
          box('改进方案', 'Improvements', { units: 12, lines: 2, grows: true }),
          box('成功案例及推广', 'Success cases', { units: 12, lines: 2, grows: true }),
        ],
      },
    ],
    tail: [],
    signatures: [{ zh: '客户管理部经理', en: 'Client department' }, { zh: '营销部经理', en: 'Marketing' }, { zh: '总经理', en: 'General manager' }],
    notes: [],
  },
]; // prettier-ignore
