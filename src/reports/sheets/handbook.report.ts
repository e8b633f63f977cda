import type { Text } from '../../i18n/text';
import { text, wrapped } from '../layout/columns';
import { defineReport } from '../layout/define-report';
import { TAB } from '../layout/theme';

/** One thing to keep to. */
interface Point {
  readonly topic: Text;
  readonly point: Text;
}

const topic = (zh: string, en: string, points: readonly (readonly [zh: string, en: string])[]): readonly Point[] =>
  points.map(([pointZh, pointEn]) => ({ topic: { zh, en }, point: { zh: pointZh, en: pointEn } }));

/** As the documents have them: 001-37, 004-1, 004-2, 004-6, 004-13, 003-20, 003-22. */
const POINTS: readonly Point[] = [
  ...topic('电话沟通', 'On the telephone', [
    ['准备充分，交谈有序', 'Be prepared, and speak in order'],
    ['普通话及规范用语', 'Standard language, and the words of the house'],
    ['声音清晰，感觉愉快', 'Speak clearly and friendly'],
    ['倾心聆听，反应积极', 'Listen, and answer readily'],
    ['记录快速准确，转告及时无误', 'Write quickly and exactly; pass on at once and without mistakes'],
  ]),
  ...topic('拜访', 'Visits', [
    ['目的明确：不做目的不明的联络和拜访', 'A clear aim: no visit without one'],
    ['准备充分：资料、样品、上次问题的解决办法', 'Bring papers, samples, and the answer to what was asked last time'],
    ['掌握主动，控制好时间，及时结束', 'Keep the lead and the time; end when it is done'],
    ['在空闲时间帮客户做力所能及的事', 'Lend a hand where there is time'],
    ['向在场的其他人介绍企业', 'Tell the others there of the firm'],
    ['着装、语言、行为礼仪规范', 'Dress, words and manners as they should be'],
  ]),
  ...topic('接待来客', 'Receiving visitors', [
    ['了解客户基本情况、来意和时间', 'Know who comes, why and when'],
    ['预约接待的人，指路或接站', 'Tell those who receive them; show the way or fetch them'],
    ['需要时请总经办安排餐饮', 'Ask the office for meals where needed'],
    ['送别，到家后问候', 'See them off, and ask whether they came home well'],
  ]),
  ...topic('收集客户资料的习惯', 'Habits of a good collector', [
    ['随身带笔记本，路上看到的相关信息随手记', 'Carry a notebook, and write down what you see on the way'],
    ['拜访完一家，顺便拜访周围的客户', 'After a visit, call on the neighbours'],
    ['没谈成的，请对方转介绍', 'Where nothing came of it, ask for a name'],
    ['常去展会和活动', 'Go to fairs and events'],
  ]),
  ...topic('直接渠道', 'Direct channels', [
    ['调查；营销活动；服务过程；终端；博览会、展销会、洽谈会；网站和呼叫中心；客户投诉', 'Surveys; campaigns; service; points of sale; fairs; website and call centre; complaints'],
  ]),
  ...topic('间接渠道', 'Indirect channels', [
    ['各种媒介；工商管理部门及驻外机构；金融机构；资讯和市场研究公司；租用或购买数据库；其他', 'Media; authorities and missions abroad; banks; information and research firms; rented or bought data; others'],
  ]),
  ...topic('资料筛选', 'Whom to look at first', [
    ['先开发类型适合本企业的', 'Those of a kind that fits the firm'],
    ['重点维护数量集中、能带动宣传的', 'Those who are many in one place and are talked of'],
    ['重点收集活跃客户的资料', 'Those who are active'],
    ['多接触资料比较全的', 'Those of whom much is known'],
  ]),
  ...topic('档案的形式', 'Forms of a file', [
    ['客户名册（「客户名册」表）、客户资料卡（「客户卡片」表、单据「客户资料表」）、客户数据库（「客户」表）', 'Name list (“Client directory”), card (“Client card”, form “Client profile”), data (sheet “Clients”)'],
    ['纸面档案可用袋式、簿式或卡式，编号与客户编号一致', 'Paper files: bags, books or cards, numbered as the clients are'],
  ]),
  ...topic('管理方式', 'How clients are managed', [
    ['设专门的部门或专人；电子档案先用表格，再进数据库；每个客户一张服务卡', 'A department or person of its own; files in sheets first, then in a database; a service card a client'],
  ]),
]; // prettier-ignore

/** What the documents tell her to keep to, on a sheet to print and hang up. */
export const handbook = defineReport<Point>({
  id: 'handbook',
  sheet: { zh: '工作要点', en: 'Working notes' },
  purpose: {
    zh: '电话、拜访、接待的标准，收集资料的习惯和渠道，档案的形式',
    en: 'Standards of calls, visits and receptions, habits and channels of collecting, forms of files',
  },
  tab: TAB.upkeep,
  needs: [],
  orientation: 'portrait',
  paper: 'whole',
  hasFilter: false,
  keyedBy: 'all',
  rows: () => POINTS,
  columns: [
    text({ zh: '方面', en: 'Topic' }, (row) => row.topic, { id: 'topic', key: true, minWidth: 20, maxWidth: 28 }),
    wrapped({ zh: '要点', en: 'Point' }, ({ point }) => point, { key: true, minWidth: 60, maxWidth: 70 }),
  ],
  sources: [],
  settings: [],
});
