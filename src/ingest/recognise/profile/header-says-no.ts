import type { Role } from './propose-columns';

/** Words of a header by which a column is surely not money, whatever stands in it. */
const NOT_MONEY =
  /^(?:age|pos|position|rank|score|points?|grade|year|floor|room|level|step|index|seq|line|row|no|nr)\b\.?$|^#$|qty|quantit|weight|height|length|width|volume|temperature|latitude|longitude|percent|balance|count$|days?$|年龄|工龄|序号|行号|排名|名次|成绩|分数|得分|人数|件数|箱数|数量|重量|吨|体积|面积|温度|天数|次数|余额|里程/i;
/** Days on which nothing was sold. */
const NOT_THE_DAY = /birth|death|died|born|hired|expir|valid|出生|生日|入职|离职|去世|有效期|到期/i;
const NOT_THE_CLIENT =
  /profession|occupation|gender|sex|status|remark|notes?$|摘要|备注|职业|性别|状态|说明|目的地|品名|规格/i;

const NO: Partial<Record<Role, RegExp>> = {
  amount: NOT_MONEY,
  price: NOT_MONEY,
  day: NOT_THE_DAY,
  client: NOT_THE_CLIENT,
};

/**
 * Whether the header of a column contradicts what its cells may be: headers win, also where they name nothing that we know.
 *
 * @example headerSaysNo('Age', 'amount') //=> true
 */
export const headerSaysNo = (header: string, role: Role): boolean => NO[role]?.test(header.trim()) ?? false;
