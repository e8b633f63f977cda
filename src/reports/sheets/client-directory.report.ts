import { textAt } from '../../core/model/columns';
import { tableOf } from '../../core/model/dataset';
import { asDay, NO_DAY } from '../../core/model/day';
import { known, mapOutcome, missing } from '../../core/model/outcome';
import { findListedClients } from '../../core/files/listed-clients';
import { fill, type Text } from '../../i18n/text';
import { wordNumber } from '../../i18n/wording';
import { day, label, text } from '../layout/columns';
import { defineReport, defineTable } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { TAB } from '../layout/theme';
import { clientAt, clientColumns } from './parts/client-columns';

/** A client by its index, as the client sheet has it. */
interface Entry {
  readonly client: number;
}

type TextField =
  | 'country' | 'region' | 'address' | 'postcode' | 'phone' | 'mobile' | 'fax' | 'email' | 'website' | 'contact' | 'contactTitle'
  | 'legalPerson' | 'industry' | 'sizeClass' | 'tradeArea' | 'paymentTerms' | 'rep'; // prettier-ignore

const wordsOf = ({ client }: Entry, field: TextField, { dataset }: ReportContext): string =>
  textAt(tableOf(dataset, 'clients').columns[field], client).trim();

/** Clients of the client sheet, by name. */
const listed = ({ dataset }: ReportContext): readonly Entry[] => {
  const isListed = findListedClients(dataset);
  const { name } = tableOf(dataset, 'clients').columns;
  return Array.from({ length: tableOf(dataset, 'clients').rows }, (_, client) => ({ client }))
    .filter(({ client }) => isListed(client))
    .sort((a, b) => textAt(name, a.client).localeCompare(textAt(name, b.client), 'zh') || a.client - b.client);
};

const column = (header: Text, field: TextField, maxWidth = 16) =>
  text<Entry>(header, (row, context) => wordsOf(row, field, context), { hideWhenEmpty: true, maxWidth });

const FIRM: Text = { zh: '负责人', en: 'The manager' };

/** To whom a letter goes. */
const recipientOf = (row: Entry, context: ReportContext): string | Text =>
  wordsOf(row, 'contact', context) || wordsOf(row, 'legalPerson', context) || FIRM;

const canBePosted = (row: Entry, context: ReportContext): boolean => wordsOf(row, 'address', context) !== '';

/** 表13-1 and 004-6: the client sheet as a name list; 004-7(2): those who can be written to, ready for a mail merge. */
export const clientDirectory = defineReport<Entry>({
  id: 'clientDirectory',
  sheet: { zh: '客户名册', en: 'Client directory' },
  title: { zh: '客户信息表', en: 'Client information' },
  purpose: {
    zh: '客户信息表（表13-1）和邮寄名单，可用于邮件合并',
    en: 'Client information (table 13-1) and a mailing list for letters',
  },
  tab: TAB.clients,
  needs: [],
  isOfClients: true,
  missing: (context) =>
    listed(context).length > 0
      ? undefined
      : { zh: '没有「客户」表，名册无从列起', en: 'no sheet “Clients”, so there is nobody to list' },
  orientation: 'landscape',
  freezeHeader: true,
  keyedBy: 'first',
  highlights: (context) => {
    const all = listed(context);
    const posted = all.filter((row) => canBePosted(row, context)).length;
    return [
      fill(
        {
          zh: '客户表 {n} 家   |   有地址、可以邮寄的 {posted} 家   |   没有地址的 {without} 家',
          en: '{n} clients on the client sheet   |   with an address {posted}   |   without one {without}',
        },
        { n: wordNumber(all.length), posted: wordNumber(posted), without: wordNumber(all.length - posted) },
      ),
    ];
  },
  rows: listed,
  columns: [
    ...clientColumns<Entry>(({ client }, context) => clientAt(client, context)),
    column({ zh: '国家', en: 'Country' }, 'country', 12),
    column({ zh: '地区', en: 'Region' }, 'region', 10),
    column({ zh: '地址', en: 'Address' }, 'address', 34),
    column({ zh: '电话', en: 'Phone' }, 'phone'),
    column({ zh: '手机', en: 'Mobile' }, 'mobile'),
    column({ zh: '传真', en: 'Fax' }, 'fax'),
    column({ zh: 'Email', en: 'E-mail' }, 'email', 26),
    column({ zh: '网址', en: 'Website' }, 'website', 24),
    column({ zh: '联系人', en: 'Contact' }, 'contact', 12),
    column({ zh: '职务', en: 'Title' }, 'contactTitle', 12),
    column({ zh: '行业', en: 'Industry' }, 'industry', 12),
    column({ zh: '规模', en: 'Size' }, 'sizeClass', 8),
    column({ zh: '主营', en: 'Trade' }, 'tradeArea', 20),
    label<Entry>(
      { zh: '信用等级', en: 'Credit grade' },
      ({ client }, { analysis }) =>
        analysis.credit.known
          ? mapOutcome(analysis.credit.value.clients[client]!.card.grade, (grade) => ({
              zh: `信用${grade}`,
              en: `Credit ${grade}`,
            }))
          : analysis.credit,
      { hideWhenEmpty: true, minWidth: 10 },
    ),
    column({ zh: '付款方式', en: 'Payment terms' }, 'paymentTerms', 14),
    column({ zh: '业务员', en: 'Sales rep' }, 'rep', 12),
    day<Entry>(
      { zh: '建档日', en: 'Filed' },
      ({ client }, { dataset }) => {
        const filed = tableOf(dataset, 'clients').columns.filedDay?.[client] ?? NO_DAY;
        return filed === NO_DAY ? missing({ reason: 'not-entered' }) : known(asDay(filed));
      },
      { hideWhenEmpty: true, silent: true },
    ),
  ],
  tables: [
    defineTable<Entry>({
      id: 'mailing',
      heading: { zh: '邮寄名单', en: 'Mailing list' },
      note: {
        zh: '有地址的客户，一家一行；收件人为联系人，没有联系人的为法人代表。',
        en: 'Clients with an address, one a line. A letter goes to the contact, else to the legal representative.',
      },
      rows: (context) => listed(context).filter((row) => canBePosted(row, context)),
      whenEmpty: { zh: '没有一家客户填了地址。', en: 'No client has an address.' },
      columns: [
        text<Entry>({ zh: '邮编', en: 'Postcode' }, (row, context) => wordsOf(row, 'postcode', context), {
          hideWhenEmpty: true,
        }),
        text<Entry>({ zh: '地址', en: 'Address' }, (row, context) => wordsOf(row, 'address', context), {
          maxWidth: 40,
        }),
        text<Entry>({ zh: '单位', en: 'Firm' }, ({ client }, context) => clientAt(client, context).name, {
          key: true,
          maxWidth: 30,
        }),
        text<Entry>({ zh: '收件人', en: 'To' }, recipientOf, { maxWidth: 14 }),
        text<Entry>({ zh: 'Email', en: 'E-mail' }, (row, context) => wordsOf(row, 'email', context), {
          hideWhenEmpty: true,
          maxWidth: 26,
        }),
      ],
    }),
  ],
  sources: ['clients'],
  settings: [],
});
