import type { FieldDefinition, SheetDefinition } from './define-fields';
import { SHEET_DEFINITIONS } from './fields';
import { formOfHeader, type HeaderForm } from './header-text';

/** From here on a header means a field. */
export const MATCHES = 0.6;
/** From here on it says so in one of the field's own words. */
export const SAYS_SO = 0.9;

const RANK_STEP = 0.003;
const RANK_MOST = 30;

/** Words too general to mean a field as a part of a header: `ship name` is no client's name. */
const ONLY_WHOLE = new Set([
  'name', 'no', 'type', 'status', 'total', 'value', 'order', 'item', 'rate', 'class', 'paid', 'shipped', 'delivery', 'account', 'company', 'units', 'price', 'area', 'state', 'city', 'market', 'category', 'channel', 'terms',
  'title', 'owner', 'reason', 'description', 'time', 'result', 'note', 'date', 'day', 'product', 'region', 'contact', 'country', 'scope', 'start', 'end', 'opened', 'created', 'closed', 'score', 'base', 'plan', 'actual', 'subject', 'detail',
  '名称', '编号', '代码', '编码', '类型', '类别', '状态', '说明', '合计', '收入', '内容', '结果', '方式', '项目', '公司', '单位', '产品', '商品', '等级', '级别', '来源', '目标', '意见', '时间', '日期', '客户', '顾客', '单号', '问题', '要求', '区域', '地区',
  '市场', '活动', '要素', '管理', '金融', '行销', '省', '市', '洲', '年', '指标', '实际', '计划', '基数', '名', '质量', '价格', '电话', '业绩', '经验', '单据', '票号', '型号', '重量', '应收', '货款', '大类', '人员', '姓名', '标准', '评分', '分数', '得分', '规模', '资产', '法人',
]); // prettier-ignore

interface Synonym {
  readonly form: HeaderForm;
  readonly rank: number;
}

interface CompiledField {
  readonly field: FieldDefinition;
  readonly synonyms: readonly Synonym[];
  readonly exact: ReadonlyMap<string, number>;
  readonly notChinese: readonly string[];
  readonly notWords: ReadonlySet<string>;
  readonly notPhrases: readonly string[];
}

const compiled = new Map<SheetDefinition, readonly CompiledField[]>();
/** Every header that any definition knows: what rows of the head are weighed by. */
const knownHeaders = new Set<string>();

for (const definition of SHEET_DEFINITIONS) {
  compiled.set(definition, definition.fields.map(compileField));
}

function compileField(field: FieldDefinition): CompiledField {
  const synonyms = [
    ...field.zh.map((text, rank) => ({ text, rank })),
    ...field.en.map((text, rank) => ({ text, rank })),
  ].map(({ text, rank }) => ({ form: formOfHeader(text), rank }));
  const exact = new Map<string, number>();
  for (const { form, rank } of synonyms) {
    if (form.squashed === '') continue;
    knownHeaders.add(form.squashed);
    if (!exact.has(form.squashed)) exact.set(form.squashed, rank);
  }
  const notWords = new Set<string>();
  const notPhrases: string[] = [];
  for (const word of field.not) {
    const form = formOfHeader(word);
    if (form.isChinese) continue;
    if (form.words.length === 1) notWords.add(form.words[0]!);
    else if (form.words.length > 1) notPhrases.push(form.words.join(' '));
  }
  return {
    field,
    synonyms,
    exact,
    notChinese: field.not.filter((word) => formOfHeader(word).isChinese),
    notWords,
    notPhrases,
  };
}

/** Whether a text is one of the headers that some definition lists. */
export function isKnownHeader(text: string): boolean {
  const form = formOfHeader(text);
  return form.squashed !== '' && knownHeaders.has(form.squashed);
}

/** How well a header means each field of a definition, 0–1; fields below `MATCHES` are left out. */
export function matchHeader(definition: SheetDefinition, header: string): ReadonlyMap<FieldDefinition, number> {
  const form = formOfHeader(header);
  const scores = new Map<FieldDefinition, number>();
  if (form.squashed === '' || form.squashed.length > 60) return scores;
  for (const one of compiled.get(definition) ?? []) {
    const score = scoreOf(one, form);
    if (score >= MATCHES) scores.set(one.field, score);
  }
  return scores;
}

function scoreOf(one: CompiledField, header: HeaderForm): number {
  const rank = one.exact.get(header.squashed);
  if (rank !== undefined) return 1 - Math.min(rank, RANK_MOST) * RANK_STEP;
  if (isExcluded(one, header)) return 0;
  let best = 0;
  for (const { form, rank: synonymRank } of one.synonyms) {
    const score = partScore(form, header);
    if (score > best) best = score - Math.min(synonymRank, RANK_MOST) * RANK_STEP * 0.3;
  }
  return best;
}

function isExcluded(one: CompiledField, header: HeaderForm): boolean {
  if (one.notChinese.some((word) => header.squashed.includes(word))) return true;
  if (header.words.some((word) => one.notWords.has(word))) return true;
  if (one.notPhrases.length === 0) return false;
  const phrase = ` ${header.words.join(' ')} `;
  return one.notPhrases.some((words) => phrase.includes(` ${words} `));
}

/** A part of a header counts most where it stands last: the last word says what it is (送货地址 is an address). */
function partScore(synonym: HeaderForm, header: HeaderForm): number {
  if (synonym.isChinese) {
    if (!header.isChinese || synonym.squashed.length < 2 || ONLY_WHOLE.has(synonym.squashed)) return 0;
    if (!header.squashed.includes(synonym.squashed)) return 0;
    const part = synonym.squashed.length / header.squashed.length;
    return header.squashed.endsWith(synonym.squashed) ? 0.62 + 0.28 * part : 0.4 + 0.3 * part;
  }
  if (synonym.words.length === 0 || header.words.length === 0) return 0;
  if (synonym.words.join(' ') === header.words.join(' ')) return 0.93;
  if (synonym.words.length === 1 && (ONLY_WHOLE.has(synonym.words[0]!) || synonym.words[0]!.length < 3)) return 0;
  const words = new Set(header.words);
  if (!synonym.words.every((word) => words.has(word))) return 0;
  const part = synonym.words.length / header.words.length;
  const isLast = synonym.words[synonym.words.length - 1] === header.words[header.words.length - 1];
  return isLast ? 0.62 + 0.28 * part : 0.4 + 0.3 * part;
}

/** Headers that point to a kind: how many of its marks stand in them, 0–3. */
export function countMarks(definition: SheetDefinition, headers: readonly string[]): number {
  let found = 0;
  for (const mark of definition.marks) {
    const form = formOfHeader(mark);
    const hit = headers.some((header) => {
      const other = formOfHeader(header);
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
