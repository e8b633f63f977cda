import type { ColumnPath, TableName } from '../../core/model/tables';
import type { Text } from '../../i18n/text';
import { OTHER_LANGUAGES } from './other-languages';

/** The kinds of input sheets. `orders` and `orderLines` are an ERP's two sheets, joined by order number. */
export type SheetKind = TableName | 'orders' | 'orderLines';

/** Columns of sheets that are not columns of a table: they make one (quantity × price × (1 − discount)) or find one. */
export type HelperName =
  | 'clientCode'
  | 'clientName'
  | 'discount'
  | 'type'
  | 'status'
  | 'deliveryStatus'
  | 'qualityStatus'
  | 'rate'
  | 'currency'
  | 'rated'
  | 'openAmount'
  | 'isPayment'
  | 'isNotSale'
  | 'refunded'
  | 'settledAmount'
  | 'yearPart'
  | 'monthPart'
  | 'dayPart'
  | 'weekPart'
  | 'productKey'
  | 'isCredit'
  | 'creditAmount'
  | 'returnedAmount'
  | 'runningBalance'
  | 'summary'
  | 'side'
  | 'isOpening';

export type FieldPath = ColumnPath | `${TableName}.${HelperName}`;

/**
 * How the cells of a field are read.
 *
 * `month` is a day that may be written as a month (2026年1月); `share` a ratio that may be written as percent; `words` a
 * status or type word that becomes flags; the rest are the column types of the tables.
 */
export type FieldParser = 'text' | 'number' | 'share' | 'discount' | 'day' | 'month' | 'moment' | 'flag' | 'words';

/** One column of one kind of input sheet: recognises, maps, checks, and makes the blank template. */
export interface FieldDefinition {
  readonly path: FieldPath;
  readonly label: Text;
  readonly parser: FieldParser;
  /** Headers that mean this field, the preferred first; the labels are among them without being listed. */
  readonly zh: readonly string[];
  readonly en: readonly string[];
  /** Headers in further languages. */
  readonly other: readonly string[];
  /** A header that contains one of these is something else. */
  readonly not: readonly string[];
  /** A line without it cannot be used. */
  readonly required: boolean;
  /** Where no header means this field, the column of one of these stands for it too. */
  readonly orElse: readonly FieldPath[];
  readonly template: FieldTemplate;
}

/** What the blank template shows of a field. */
export interface FieldTemplate {
  /** Heading above several columns. */
  readonly group?: Text;
  /** Drop-down. */
  readonly options?: readonly Text[];
  readonly numberFormat?: string;
  /** The grey example row. Days are ISO strings. */
  readonly example?: Text | string | number;
  /** In characters. */
  readonly width?: number;
}

/** What a sheet must have to be used: any one of the combinations. */
export interface Need {
  readonly label: Text;
  readonly anyOf: readonly (readonly FieldPath[])[];
}

export interface SheetDefinition {
  readonly kind: SheetKind;
  /** The table that its lines are counted in. */
  readonly table: TableName;
  readonly title: Text;
  /** Words in a sheet's name or title that point here. */
  readonly names: readonly string[];
  /** Words in headers that point here and to no other kind. */
  readonly marks: readonly string[];
  readonly needs: readonly Need[];
  /** In template order. */
  readonly fields: readonly FieldDefinition[];
  /** Fields that make another one and stand on no blank sheet: year, month and day in columns of their own. */
  readonly makers?: readonly FieldDefinition[];
}

type FieldExtras = Partial<Pick<FieldDefinition, 'not' | 'required' | 'orElse'>> & FieldTemplate;

/**
 * A field in one line: path, parser, labels, other headers. The label comes first among the headers, unless the list
 * itself says where it stands.
 *
 * @example field('transactions.quantity', 'number', '数量', 'Quantity', ['销售数量'], ['qty'], { example: 20 })
 */
export function field(
  path: FieldPath,
  parser: FieldParser,
  zhLabel: string,
  enLabel: string,
  zh: readonly string[],
  en: readonly string[],
  extras: FieldExtras = {},
): FieldDefinition {
  const { not, required, orElse, ...template } = extras;
  return {
    path,
    parser,
    label: { zh: zhLabel, en: enLabel },
    zh: zh.includes(zhLabel) ? zh : [zhLabel, ...zh],
    en: en.includes(enLabel) ? en : [enLabel, ...en],
    other: OTHER_LANGUAGES[path.slice(path.indexOf('.') + 1)] ?? [],
    not: not ?? [],
    required: required ?? false,
    orElse: orElse ?? [],
    template,
  };
}

/** What a client is not called: whoever else has a name, a code or a number on the same line. */
const NOT_THE_CLIENT = [
  '产品', '商品', '存货', '物料', '货品', '业务员', '销售员', '联系', '电话', '手机', '地址', '类', '等级', '级别', '订单', '单号',
  '供应商', '部门', '仓库', '经理', '要求', '原因', '数量', '户数', '金额', '满意', '投诉', '意见', '编制', '状态',
  'product', 'item', 'contact', 'phone', 'address', 'city', 'country', 'type', 'segment', 'order', 'rep', 'manager', 'since', 'count',
]; // prettier-ignore

/** The client of a line: by code, by name, or both. */
export function clientFields(table: TableName, required = true): readonly FieldDefinition[] {
  return [
    field(`${table}.clientCode`, 'text', '客户编号', 'Customer ID', [
      '客户代码', '客户编码', '客户号', '客户ID', '购货单位编码', '购货单位代码', '往来单位编号', '往来单位编码', '客商编码', '客户档案编号',
      '单位编号', '单位编码', '会员编号', '收货方编码', '售达方', '店铺编码', '户号', '客商代码', '会员号', '会员ID', '买家ID', '用户ID', '售达方编码', '购方编码', '客户内码', '往来编码', '客户识别码', '购货方编码', '客户卡号', '顾客编号', '顾客ID', '顾客代码', '客户Key',
    ], [
      'customer code', 'customer no', 'customer number', 'client id', 'client code', 'client no', 'account number', 'account no',
      'account id', 'account code', 'cust id', 'cust no', 'cust code', 'customer key', 'sold to', 'buyer id', 'sold to party', 'sold-to', 'payer', 'customer account', 'bill to party', 'ship to party', 'debtor code', 'party code', 'buyer code', 'partner id', 'card code', 'member id', 'member no', 'user id', 'shopper id', 'customer', 'client', 'client key', 'account key', 'account',
    ], { not: [...NOT_THE_CLIENT, '名称', '简称', 'name'], required, example: 'C001', width: 12 }),
    field(`${table}.clientName`, 'text', '客户名称', 'Customer name', [
      '客户', '客户全称', '客户单位', '单位名称', '购货单位', '购货单位名称', '购买方', '购买方名称', '购货方', '往来单位', '往来单位名称', '客商名称',
      '客商', '买方', '需方', '收货单位', '收货单位名称', '收货方', '收货客户', '提货单位', '客户简称', '公司名称', '公司', '付款单位', '付款方', '欠款单位',
      '企业名称', '经销商', '经销商名称', '店铺名称', '门店', '门店名称', '终端客户', '客户姓名', '顾客', '顾客名称', '甲方', '投诉客户', '投诉单位', '受访客户',
      '拜访客户', '供货单位', '客户名', '顾客姓名', '往来单位全名', '往来客户', '往来对象', '往来户', '购买单位', '购货客户', '采购方', '采购商', '采购单位', '订货单位', '订货客户', '收票单位', '开票单位', '购方名称', '购方', '受票方', '结算单位', '结算客户', '委托方', '委托单位', '委托客户', '托运人', '托运方', '托运单位', '货主', '货主单位', '货主名称', '签约客户', '签约单位', '合作单位', '合作客户', '商户', '商户名称', '代理商', '代理商名称', '加盟商', '加盟商名称', '零售商', '买家会员名', '买家昵称', '买家名称', '买家姓名', '买家账号', '买家', '会员名', '会员名称', '会员昵称', '会员姓名', '旺旺', '旺旺号', '下单账号', '下单帐号', '用户名', '用户昵称', '用户', '甲方单位', '对方单位', '核算项目', '业务往来',
    ], [
      'client name', 'customer', 'client', 'account name', 'company name', 'company', 'cust name', 'buyer', 'buyer name', 'sold to name',
      'ship to name', 'bill to', 'account', 'customer full name', 'name', 'dealer', 'store name', 'organization', 'sold to party name', 'name 1', 'card name', 'party name', 'party', 'particulars', 'billing name', 'billing company', 'bill to name', 'bill to customer', 'ship to customer', 'invoice partner display name', 'partner', 'partner name', 'client company', 'organisation', 'retailer', 'retailer name', 'shop name', 'distributor', 'distributor name', 'merchant', 'merchant name', 'purchaser', 'customer/company', 'user name', 'customer names', 'business name', 'trading partner', 'consignee', 'consignee name',
    ], { not: [...NOT_THE_CLIENT, '编号', '编码', '代码', '号', 'id', 'code', 'no', 'number', 'sku', 'rep name', 'first', 'last'], required, example: { zh: '绿源饲料有限公司', en: 'Green Spring Feed Ltd' }, width: 26 }),
  ]; // prettier-ignore
}

/** Either way of saying which client. */
export function needsClient(table: TableName): Need {
  return {
    label: { zh: '客户（编号或名称）', en: 'customer (code or name)' },
    anyOf: [[`${table}.clientCode`], [`${table}.clientName`]],
  };
}

/** One column that must be there. */
export function needsField(zh: string, en: string, ...anyOf: readonly FieldPath[]): Need {
  return { label: { zh, en }, anyOf: anyOf.map((path) => [path]) };
}

/** Every field that a column of the sheet may be. */
export function allFieldsOf({ fields, makers }: SheetDefinition): readonly FieldDefinition[] {
  return makers ? [...fields, ...makers] : fields;
}
