/** Continent codes of the client archive: 003-7. */
export const CONTINENTS = {
  AS: { zh: '亚洲', en: 'Asia' },
  EU: { zh: '欧洲', en: 'Europe' },
  AM: { zh: '美洲', en: 'America' },
  AU: { zh: '大洋洲', en: 'Oceania' },
  AF: { zh: '非洲', en: 'Africa' },
} as const;

export type Continent = keyof typeof CONTINENTS;

/** Chinese name, English name, two-letter code, and other ways of writing; entries parted by blanks, names by `|`. */
const COUNTRIES: Readonly<Record<Continent, string>> = {
  AS: `中国|China|CN|中国大陆|中华人民共和国|PRC|Mainland_China 香港|Hong_Kong|HK|中国香港 澳门|Macau|MO|中国澳门|Macao 台湾|Taiwan|TW|中国台湾
    日本|Japan|JP 韩国|South_Korea|KR|Korea|大韩民国|Republic_of_Korea 朝鲜|North_Korea|KP 蒙古|Mongolia|MN 越南|Vietnam|VN|Viet_Nam
    泰国|Thailand|TH 新加坡|Singapore|SG 马来西亚|Malaysia|MY 印度尼西亚|Indonesia|ID|印尼 菲律宾|Philippines|PH 缅甸|Myanmar|MM|Burma
    柬埔寨|Cambodia|KH 老挝|Laos|LA 文莱|Brunei|BN 东帝汶|Timor-Leste|TL|East_Timor 印度|India|IN 巴基斯坦|Pakistan|PK 孟加拉国|Bangladesh|BD|孟加拉
    斯里兰卡|Sri_Lanka|LK 尼泊尔|Nepal|NP 不丹|Bhutan|BT 马尔代夫|Maldives|MV 阿富汗|Afghanistan|AF 哈萨克斯坦|Kazakhstan|KZ 乌兹别克斯坦|Uzbekistan|UZ
    土库曼斯坦|Turkmenistan|TM 吉尔吉斯斯坦|Kyrgyzstan|KG 塔吉克斯坦|Tajikistan|TJ 伊朗|Iran|IR 伊拉克|Iraq|IQ 沙特阿拉伯|Saudi_Arabia|SA|沙特
    阿联酋|United_Arab_Emirates|AE|UAE|阿拉伯联合酋长国 卡塔尔|Qatar|QA 科威特|Kuwait|KW 巴林|Bahrain|BH 阿曼|Oman|OM 也门|Yemen|YE 约旦|Jordan|JO
    黎巴嫩|Lebanon|LB 叙利亚|Syria|SY 以色列|Israel|IL 巴勒斯坦|Palestine|PS 土耳其|Turkey|TR|Türkiye|Turkiye 塞浦路斯|Cyprus|CY 格鲁吉亚|Georgia|GE
    亚美尼亚|Armenia|AM 阿塞拜疆|Azerbaijan|AZ`,
  EU: `德国|Germany|DE|Deutschland 法国|France|FR 英国|United_Kingdom|GB|UK|Great_Britain|England|Scotland 意大利|Italy|IT|Italia 西班牙|Spain|ES|España
    葡萄牙|Portugal|PT 荷兰|Netherlands|NL|Holland|The_Netherlands 比利时|Belgium|BE 卢森堡|Luxembourg|LU 瑞士|Switzerland|CH 奥地利|Austria|AT 爱尔兰|Ireland|IE
    丹麦|Denmark|DK 瑞典|Sweden|SE 挪威|Norway|NO 芬兰|Finland|FI 冰岛|Iceland|IS 波兰|Poland|PL 捷克|Czech_Republic|CZ|Czechia 斯洛伐克|Slovakia|SK
    匈牙利|Hungary|HU 罗马尼亚|Romania|RO 保加利亚|Bulgaria|BG 希腊|Greece|GR 克罗地亚|Croatia|HR 斯洛文尼亚|Slovenia|SI 塞尔维亚|Serbia|RS
    波黑|Bosnia_and_Herzegovina|BA 黑山|Montenegro|ME 北马其顿|North_Macedonia|MK|Macedonia 阿尔巴尼亚|Albania|AL 科索沃|Kosovo|XK 摩尔多瓦|Moldova|MD
    乌克兰|Ukraine|UA 白俄罗斯|Belarus|BY 俄罗斯|Russia|RU|Russian_Federation 爱沙尼亚|Estonia|EE 拉脱维亚|Latvia|LV 立陶宛|Lithuania|LT 马耳他|Malta|MT
    摩纳哥|Monaco|MC 列支敦士登|Liechtenstein|LI 安道尔|Andorra|AD 圣马力诺|San_Marino|SM 梵蒂冈|Vatican|VA`,
  AM: `美国|United_States|US|USA|U.S.A.|U.S.|United_States_of_America|America 加拿大|Canada|CA 墨西哥|Mexico|MX|México 巴西|Brazil|BR|Brasil 阿根廷|Argentina|AR
    智利|Chile|CL 秘鲁|Peru|PE 哥伦比亚|Colombia|CO 委内瑞拉|Venezuela|VE 厄瓜多尔|Ecuador|EC 玻利维亚|Bolivia|BO 巴拉圭|Paraguay|PY 乌拉圭|Uruguay|UY
    圭亚那|Guyana|GY 苏里南|Suriname|SR 巴拿马|Panama|PA 哥斯达黎加|Costa_Rica|CR 尼加拉瓜|Nicaragua|NI 洪都拉斯|Honduras|HN 萨尔瓦多|El_Salvador|SV
    危地马拉|Guatemala|GT 伯利兹|Belize|BZ 古巴|Cuba|CU 牙买加|Jamaica|JM 海地|Haiti|HT 多米尼加|Dominican_Republic|DO|多米尼加共和国
    波多黎各|Puerto_Rico|PR 特立尼达和多巴哥|Trinidad_and_Tobago|TT 巴巴多斯|Barbados|BB 巴哈马|Bahamas|BS`,
  AU: `澳大利亚|Australia|AU|澳洲 新西兰|New_Zealand|NZ 巴布亚新几内亚|Papua_New_Guinea|PG 斐济|Fiji|FJ 萨摩亚|Samoa|WS 汤加|Tonga|TO 瓦努阿图|Vanuatu|VU
    所罗门群岛|Solomon_Islands|SB 密克罗尼西亚|Micronesia|FM 帕劳|Palau|PW 关岛|Guam|GU 新喀里多尼亚|New_Caledonia|NC`,
  AF: `埃及|Egypt|EG 南非|South_Africa|ZA 尼日利亚|Nigeria|NG 肯尼亚|Kenya|KE 埃塞俄比亚|Ethiopia|ET 坦桑尼亚|Tanzania|TZ 乌干达|Uganda|UG 加纳|Ghana|GH
    科特迪瓦|Côte_d'Ivoire|CI|Ivory_Coast 塞内加尔|Senegal|SN 喀麦隆|Cameroon|CM 摩洛哥|Morocco|MA 阿尔及利亚|Algeria|DZ 突尼斯|Tunisia|TN 利比亚|Libya|LY
    苏丹|Sudan|SD 南苏丹|South_Sudan|SS 安哥拉|Angola|AO 莫桑比克|Mozambique|MZ 赞比亚|Zambia|ZM 津巴布韦|Zimbabwe|ZW 纳米比亚|Namibia|NA
    博茨瓦纳|Botswana|BW 马达加斯加|Madagascar|MG 毛里求斯|Mauritius|MU 刚果（金）|DR_Congo|CD|刚果民主共和国 刚果（布）|Congo|CG|刚果共和国 卢旺达|Rwanda|RW
    马里|Mali|ML 多哥|Togo|TG 贝宁|Benin|BJ 加蓬|Gabon|GA 几内亚|Guinea|GN 塞舌尔|Seychelles|SC`,
};

const BY_NAME: ReadonlyMap<string, Continent> = new Map(
  (Object.keys(COUNTRIES) as Continent[]).flatMap((continent) =>
    COUNTRIES[continent]
      .split(/\s+/)
      .flatMap((entry) => entry.split('|'))
      .map((name) => [keyOf(name.replace(/_/g, ' ')), continent] as const),
  ),
);

const CONTINENT_NAMES: ReadonlyMap<string, Continent> = new Map(
  (
    [
      ['AS', 'as 亚洲 asia apac 亚太 亚太区'],
      ['EU', 'eu 欧洲 europe emea'],
      ['AM', 'am 美洲 北美洲 南美洲 北美 南美 拉美 america americas na latam'],
      ['AU', 'au 澳洲 大洋洲 oceania oc australia'],
      ['AF', 'af 非洲 africa'],
    ] as const
  ).flatMap(([continent, names]) => names.split(' ').map((name) => [name, continent] as const)),
);

/** @example continentOfCountry('德国') //=> 'EU'; continentOfCountry('U.S.A.') //=> 'AM'; continentOfCountry('?') //=> undefined */
export function continentOfCountry(country: string): Continent | undefined {
  return BY_NAME.get(keyOf(country));
}

/** Reads a continent as people write it: code or name. @example continentNamed('欧洲') //=> 'EU' */
export function continentNamed(text: string): Continent | undefined {
  return CONTINENT_NAMES.get(keyOf(text)) ?? CONTINENT_NAMES.get(text.trim().slice(0, 2).toLowerCase());
}

function keyOf(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
