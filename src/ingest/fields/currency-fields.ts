import { field, type FieldDefinition } from './define-fields';

/** The currency of an invoice or receipt and its rate: what comes in a foreign one is converted, or left out and told. */
export const currencyFields = (table: 'invoices' | 'receipts'): readonly FieldDefinition[] => [
  field(`${table}.currency`, 'text', '币种', 'Currency', ['币别', '货币', '结算币种', '原币种', '币种名称', '交易币种'], ['currency code', 'ccy', 'curr', 'doc currency', 'document currency', 'transaction currency', 'invoice currency'], { not: ['汇率', 'rate', '本位', 'local'] }),
  field(`${table}.rate`, 'number', '汇率', 'Exchange rate', ['折算汇率', '记账汇率'], ['fx rate', 'currency rate', 'conversion rate'], { not: ['率%'] }),
]; // prettier-ignore
