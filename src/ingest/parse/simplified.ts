/** Traditional (Taiwan, Hong Kong) and Japanese forms, each followed by its simplified one: those of the characters that our words hold. */
const PAIRS =
  '丟丢両两並并仮假伝传佈布併并來来価价係系倉仓個个備备傢家傳传價价億亿償偿優优儲储兌兑內内兩两円元冊册凈净処处別别剋克剰剩創创劃划効效動动務务匯汇區区協协単单厤历厳严參参叄叁収收員员唸念問问單单' +
  '営营嗎吗噸吨噹当嚮向嚴严団团囲围國国圍围圏圈圓圆團团埰采執执報报場场塊块増增壊坏壞坏壱壹変变夥伙実实寀采實实審审寫写寶宝対对専专專专對对屬属崗岗巻卷帯带帰归帳账帶带幣币幷并幾几広广庫库廃废廠厂' +
  '廢废廣广弐贰張张強强彆别彔录彙汇後后従从從从復复応应恵惠態态慶庆憑凭應应戦战戰战戶户択择拝拜拠据拡扩捨舍捲卷掛挂採采換换損损摺折擇择擔担據据擴扩敗败數数斉齐斷断於于昇升時时晩晚暦历暫暂曆历曏向' +
  '會会東东枱台査查條条検检業业様样標标樣样機机檔档檢检檯台歐欧歩步歴历歷历歸归殘残毎每気气氣气決决沒没沖冲況况浄净淨净淩凌済济減减満满準准溝沟滙汇滿满潛潜潤润濟济為为無无營营爭争爲为牴抵狀状' +
  '獲获現现環环產产産产畢毕異异當当発发發发盜盗盧卢眞真確确碼码禮礼稅税種种稱称積积穫获競竞箇个節节範范簡简簽签籤签糰团糾纠紀纪約约紅红納纳級级紛纷細细紹绍終终組组経经結结絕绝絡络統统絶绝經经続续' +
  '綜综綠绿綫线維维網网緊紧総总緑绿線线編编總总績绩織织繫系續续纍累纔才聯联職职脩修臺台與与舖铺華华萬万蓋盖蔘参蔵藏薦荐藍蓝處处號号衕同衝冲衹只裏里補补裝装裡里製制複复覈核見见規规視视覚觉覧览観观' +
  '覺觉覽览觀观訂订計计訊讯記记訪访設设訴诉註注証证評评詢询話话該该詳详誌志認认誠诚誤误說说説说読读調调談谈請请諮咨諾诺證证識识議议譲让護护譽誉讀读變变讓让豬猪負负財财貨货責责貳贰貴贵買买貸贷費费' +
  '資资賒赊賓宾賠赔質质賬账購购贏赢踰逾蹤踪車车転转軽轻載载輕轻輛辆輸输轉转辦办迴回逓递這这週周進进遅迟運运過过達达違违遞递適适遲迟選选遺遗還还郵邮釦扣鈡钟銀银銷销鋪铺錄录錯错録录錶表鍾钟鎊镑鐘钟' +
  '門门閉闭開开間间関关閤合闆板關关陞升陸陆隊队階阶際际隠隐隱隐隻只電电韆千響响頁页項项預预頭头題题額额願愿類类顧顾風风颱台飼饲餘余饋馈駛驶験验驗验體体髪发髮发鬥斗麪面麫面麵面麺面麼么麽么點点黴霉' +
  '齊齐齡龄齢龄齣出売卖払付';

const SIMPLIFIED = new Map<string, string>();
{
  const characters = [...PAIRS];
  for (let index = 0; index < characters.length; index += 2) SIMPLIFIED.set(characters[index]!, characters[index + 1]!);
}

const ANY = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'gu');

/** By character, whether it has a simplified form. */
const IS_OTHER = new Uint8Array(1 << 16);
for (const character of SIMPLIFIED.keys()) IS_OTHER[character.charCodeAt(0)] = 1;

/**
 * A text with the characters of simplified Chinese, as headers and words of status are compared: never shown, and never
 * how clients' names are compared.
 *
 * @example toSimplified('銷售單價') //=> '销售单价'
 */
export function toSimplified(text: string): string {
  // Most texts have none of them: seen by a look at each character, several times as quick as by the pattern.
  let at = 0;
  while (at < text.length && IS_OTHER[text.charCodeAt(at)] === 0) at++;
  return at === text.length ? text : text.replace(ANY, (one) => SIMPLIFIED.get(one) ?? one);
}
