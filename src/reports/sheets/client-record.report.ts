import type { ClientRecord } from '../../core/changes/client-fields';
import { text } from '../layout/columns';
import { defineReport } from '../layout/define-report';
import { TAB } from '../layout/theme';
import { CLIENT_RECORD_HEADERS } from '../standing/history/client-changes';

/** Bookkeeping of 客户资料变动: what stood on the client sheet, for the next refresh to compare with. */
export const clientRecord = defineReport<ClientRecord>({
  id: 'clientRecord',
  sheet: { zh: '客户资料留底', en: 'Record of client data' },
  purpose: {
    zh: '上次刷新时客户表的资料，供「客户资料变动」对比',
    en: 'What stood on the client sheet, for “Changes of client data” to compare with',
  },
  tab: TAB.upkeep,
  needs: [],
  isOfClients: true,
  isHidden: true,
  goesWith: 'clientChanges',
  missing: ({ clientChanges }) =>
    clientChanges && clientChanges.record.clients.length > 0
      ? undefined
      : { zh: '没有「客户」表', en: 'no sheet “Clients”' },
  orientation: 'landscape',
  freezeHeader: false,
  hasFilter: false,
  highlights: () => [
    {
      zh: '下次刷新和这里比，请勿改动；删掉这张表，下次刷新重新记起。',
      en: 'The next refresh compares with this: please leave it. Without it the next refresh begins anew.',
    },
  ],
  rows: ({ clientChanges }) => clientChanges?.record.clients ?? [],
  columns: [
    text(CLIENT_RECORD_HEADERS.client, ({ key }) => key),
    text(CLIENT_RECORD_HEADERS.name, ({ name }) => name),
    text(CLIENT_RECORD_HEADERS.fields, ({ fields }) => JSON.stringify(fields)),
    text(CLIENT_RECORD_HEADERS.columns, ({ key }, { clientChanges }) => {
      const record = clientChanges?.record;
      return record && record.clients[0]?.key === key ? record.columns.join(' ') : '';
    }),
  ],
  sources: [],
  settings: [],
});
