import { allFieldsOf, type FieldDefinition, type SheetDefinition } from '../fields/define-fields';
import { SHEET_DEFINITIONS } from '../fields';
import { formOfHeader, type HeaderForm } from './header-text';

/** From here on a header means a field. */
export const MATCHES = 0.6;
/** From here on it says so in one of the field's own words. */
export const SAYS_SO = 0.9;

const RANK_STEP = 0.003;
const RANK_MOST = 30;
/** Words of further languages rank behind the first Chinese and English ones. */
const OTHER_RANK = 8;

/** Words too general to mean a field as a part of a header: `ship name` is no client's name. */
const ONLY_WHOLE = new Set([
  'name', 'no', 'type', 'status', 'total', 'value', 'order', 'item', 'rate', 'class', 'paid', 'shipped', 'delivery', 'account', 'company', 'units', 'price', 'area', 'state', 'city', 'market', 'category', 'channel', 'terms',
  'title', 'owner', 'reason', 'description', 'time', 'result', 'note', 'date', 'day', 'product', 'region', 'contact', 'country', 'scope', 'start', 'end', 'opened', 'created', 'closed', 'score', 'base', 'plan', 'actual', 'subject', 'detail',
  '名称', '编号', '代码', '编码', '类型', '类别', '状态', '说明', '合计', '收入', '内容', '结果', '方式', '项目', '公司', '单位', '产品', '商品', '等级', '级别', '来源', '目标', '意见', '时间', '日期', '客户', '顾客', '单号', '问题', '要求', '区域', '地区',
  '市场', '活动', '要素', '管理', '金融', '行销', '省', '市', '洲', '年', '指标', '实际', '计划', '基数', '名', '质量', '价格', '电话', '业绩', '经验', '单据', '票号', '型号', '重量', '应收', '货款', '大类', '人员', '姓名', '标准', '评分', '分数', '得分', '规模', '资产', '法人',
]); // prettier-ignore

interface Synonym {
  readonly field: FieldDefinition;
  readonly form: HeaderForm;
  readonly rank: number;
}

/** What a header must not contain to be a field. */
interface Exclusions {
  readonly chinese: readonly string[];
  readonly words: ReadonlySet<string>;
  readonly phrases: readonly string[];
}

/** The headers of one kind, found by what a header holds: no header is compared with every synonym. */
interface HeaderIndex {
  readonly exact: ReadonlyMap<string, readonly Synonym[]>;
  /** English synonyms by their last word. */
  readonly byLastWord: ReadonlyMap<string, readonly Synonym[]>;
  readonly exclusions: ReadonlyMap<FieldDefinition, Exclusions>;
}

const INDEXES = new Map(SHEET_DEFINITIONS.map((definition) => [definition, indexOf(definition)]));

/** Every header that any definition knows: what rows of the head are weighed by. */
const KNOWN_HEADERS: ReadonlySet<string> = new Set([...INDEXES.values()].flatMap((index) => [...index.exact.keys()]));

function indexOf(definition: SheetDefinition): HeaderIndex {
  const exact = new Map<string, Synonym[]>();
  const byLastWord = new Map<string, Synonym[]>();
  const exclusions = new Map<FieldDefinition, Exclusions>();
  for (const field of allFieldsOf(definition)) {
    exclusions.set(field, exclusionsOf(field));
    for (const texts of [field.zh, field.en, field.other]) {
      texts.forEach((text, index) => {
        const rank = texts === field.other ? OTHER_RANK + index : index;
        const synonym: Synonym = { field, form: formOfHeader(text), rank };
        const { squashed, words } = synonym.form;
        if (squashed === '') return;
        addTo(exact, squashed, synonym);
        const last = words[words.length - 1];
        if (last !== undefined) addTo(byLastWord, last, synonym);
      });
    }
  }
  return { exact, byLastWord, exclusions };
}

function addTo(index: Map<string, Synonym[]>, key: string, synonym: Synonym): void {
  const known = index.get(key);
  if (known) known.push(synonym);
  else index.set(key, [synonym]);
}

function exclusionsOf(field: FieldDefinition): Exclusions {
  const chinese: string[] = [];
  const words = new Set<string>();
  const phrases: string[] = [];
  for (const word of field.not) {
    const form = formOfHeader(word);
    if (form.isChinese || form.words.length === 0) chinese.push(word.toLowerCase());
    else if (form.words.length === 1) words.add(form.words[0]!);
    else phrases.push(` ${form.words.join(' ')} `);
  }
  return { chinese, words, phrases };
}

/** Whether a text is one of the headers that some definition lists. */
export function isKnownHeader(text: string): boolean {
  const form = formOfHeader(text);
  return form.squashed !== '' && KNOWN_HEADERS.has(form.squashed);
}

/** Longer than this is a sentence. */
const LONGEST_HEADER = 40;

type Scores = ReadonlyMap<FieldDefinition, number>;

const NO_SCORES: Scores = new Map();

/** Sheets have headers in common, and each is asked for by every row that may be the header: matched once a kind. */
const MATCHED = new WeakMap<HeaderForm, Map<SheetDefinition, Scores>>();

/** How well a header means each field of a definition, 0–1; fields below `MATCHES` are left out. */
export function matchHeader(definition: SheetDefinition, header: string): Scores {
  const form = formOfHeader(header);
  const index = INDEXES.get(definition);
  if (!index || form.squashed === '' || form.squashed.length > LONGEST_HEADER) return NO_SCORES;
  let matched = MATCHED.get(form);
  if (!matched) MATCHED.set(form, (matched = new Map()));
  let scores = matched.get(definition);
  if (!scores) matched.set(definition, (scores = scoresOf(definition, index, form)));
  return scores;
}

function scoresOf(definition: SheetDefinition, index: HeaderIndex, form: HeaderForm): Scores {
  const scores = new Map<FieldDefinition, number>();
  const put = (field: FieldDefinition, score: number): void => {
    if (score >= MATCHES && score > (scores.get(field) ?? 0)) scores.set(field, score);
  };
  const exact = index.exact.get(form.squashed) ?? [];
  for (const { field, rank } of exact) put(field, 1 - Math.min(rank, RANK_MOST) * RANK_STEP);
  const saysSo = new Set(exact.map((one) => one.field));
  for (const { field, form: part, rank } of partsOf(definition, index, form)) {
    if (saysSo.has(field) || isExcluded(index.exclusions.get(field)!, form)) continue;
    const score = partScore(part, form);
    if (score > 0) put(field, score - Math.min(rank, RANK_MOST) * RANK_STEP * 0.3);
  }
  return scores.size > 0 ? scores : NO_SCORES;
}

/** The synonyms that a header may contain. */
function partsOf(definition: SheetDefinition, index: HeaderIndex, header: HeaderForm): readonly Synonym[] {
  if (!header.isChinese) return [...new Set(header.words)].flatMap((word) => index.byLastWord.get(word) ?? []);
  return chinesePartsOf(header).get(definition) ?? [];
}

type PartsByKind = ReadonlyMap<SheetDefinition, readonly Synonym[]>;

/** Every kind asks for the parts of the same header: its pieces are looked up once for all of them. */
const CHINESE_PARTS = new WeakMap<HeaderForm, PartsByKind>();

function chinesePartsOf(header: HeaderForm): PartsByKind {
  const before = CHINESE_PARTS.get(header);
  if (before) return before;
  const found = new Map<SheetDefinition, Synonym[]>();
  const text = header.squashed;
  for (let from = 0; from < text.length - 1; from++) {
    for (let to = from + 2; to <= text.length; to++) {
      const piece = text.slice(from, to);
      if (!KNOWN_HEADERS.has(piece)) continue;
      for (const [definition, { exact }] of INDEXES) {
        const known = exact.get(piece);
        if (!known) continue;
        const parts = found.get(definition);
        if (parts) parts.push(...known);
        else found.set(definition, [...known]);
      }
    }
  }
  CHINESE_PARTS.set(header, found);
  return found;
}

function isExcluded(not: Exclusions, header: HeaderForm): boolean {
  if (not.chinese.some((word) => header.squashed.includes(word))) return true;
  if (header.words.some((word) => not.words.has(word))) return true;
  if (not.phrases.length === 0) return false;
  const words = ` ${header.words.join(' ')} `;
  return not.phrases.some((phrase) => words.includes(phrase));
}

/** A part of a header counts most where it stands last: the last word says what it is (送货地址 is an address). */
function partScore(synonym: HeaderForm, header: HeaderForm): number {
  if (synonym.isChinese) {
    if (ONLY_WHOLE.has(synonym.squashed)) return 0;
    const part = synonym.squashed.length / header.squashed.length;
    return header.squashed.endsWith(synonym.squashed) ? 0.62 + 0.28 * part : 0.4 + 0.3 * part;
  }
  if (synonym.words.join(' ') === header.words.join(' ')) return 0.93;
  if (synonym.words.length === 1 && (ONLY_WHOLE.has(synonym.words[0]!) || synonym.words[0]!.length < 3)) return 0;
  if (!synonym.words.every((word) => header.words.includes(word))) return 0;
  const part = synonym.words.length / header.words.length;
  const isLast = synonym.words[synonym.words.length - 1] === header.words[header.words.length - 1];
  return isLast ? 0.62 + 0.28 * part : 0.4 + 0.3 * part;
}

/** Headers that point to a kind: how many of its marks stand in them, 0–3. */
export function countMarks(definition: SheetDefinition, headers: readonly string[]): number {
  const forms = headers
    .map(formOfHeader)
    .filter(({ squashed }) => squashed !== '' && squashed.length <= LONGEST_HEADER);
  let found = 0;
  for (const mark of definition.marks) {
    const form = formOfHeader(mark);
    const hit = forms.some((other) => {
      if (form.isChinese) return other.squashed.includes(form.squashed);
      return other.squashed === form.squashed || ` ${other.words.join(' ')} `.includes(` ${form.words.join(' ')} `);
    });
    if (hit && ++found === 3) break;
  }
  return found;
}

/** How well a sheet's name or title points to a kind: the part of it that the longest known word makes up. */
export function nameScore(definition: SheetDefinition, name: string): number {
  const form = formOfHeader(name.replace(/\d{2,4}\s*年?|[一二三四五六七八九十\d]+\s*月份?|q[1-4]/gi, ' '));
  if (form.squashed === '') return 0;
  let best = 0;
  for (const word of definition.names) {
    const known = formOfHeader(word);
    if (
      known.isChinese
        ? form.squashed.includes(known.squashed)
        : ` ${form.words.join(' ')} `.includes(` ${known.words.join(' ')} `)
    ) {
      best = Math.max(best, known.squashed.length / form.squashed.length);
    }
  }
  return Math.min(1, best);
}
