import type { FieldChange } from '../../core/changes/field-changes';
import { isoOf } from '../../core/model/day';
import { fill } from '../../i18n/text';
import { wordNumber } from '../../i18n/wording';
import { text, userText, wrapped } from '../layout/columns';
import { defineReport } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { TAB } from '../layout/theme';
import { FIELD_CHANGE_HEADERS, wordField } from '../standing/history/client-changes';

const changesOf = ({ clientChanges }: ReportContext): readonly FieldChange[] => clientChanges?.changes ?? [];

/** 000-P4: every field of the client sheet that is not as it was at the refresh before, line by line, kept for good. */
export const clientChanges = defineReport<FieldChange>({
  id: 'clientChanges',
  sheet: { zh: '客户资料变动', en: 'Changes of client data' },
  purpose: {
    zh: '客户表里改过的每一项：原来、现在、哪次刷新发现的；要选了才记',
    en: 'Every field of the client sheet that was changed: before, now, and as of when; kept from when it is chosen',
  },
  tab: TAB.upkeep,
  needs: [],
  isOfClients: true,
  missing: ({ clientChanges: found }) =>
    found && found.record.clients.length > 0
      ? undefined
      : { zh: '没有「客户」表，没有资料可比', en: 'no sheet “Clients”, so there is nothing to compare' },
  orientation: 'landscape',
  freezeHeader: true,
  keyedBy: 'all',
  message: (context) => {
    const asOf = isoOf(context.analysis.asOf);
    const changes = changesOf(context);
    const today = changes.filter(({ day }) => day === asOf);
    if (context.clientChanges && changes.length === 0) {
      return fill(
        {
          zh: '已记下 {n} 家客户的资料；从下次刷新起，改过的逐项列在这里',
          en: 'The data of {n} clients are recorded; from the next refresh on, what was changed stands here',
        },
        { n: wordNumber(context.clientChanges.record.clients.length) },
      );
    }
    return fill(
      {
        zh: '截止日 {day} 改了 {n} 项、{clients} 家客户；共记 {all} 项',
        en: 'As of {day}: {n} fields of {clients} clients changed; {all} on record',
      },
      {
        day: asOf,
        n: wordNumber(today.length),
        clients: wordNumber(new Set(today.map(({ client }) => client)).size),
        all: wordNumber(changes.length),
      },
    );
  },
  highlights: () => [
    {
      zh: '客户表的全部资料项都比（编号和资料更新日除外）；新客户、新加的列不算变动；空格表示没有填。最多留最近 2,000 项。',
      en: 'All fields of the client sheet are compared (but code and day of update); new clients and new columns are no change; a blank was not filled in. The latest 2,000 are kept.',
    },
  ],
  rows: changesOf,
  whenEmpty: { zh: '没有变动。', en: 'Nothing was changed.' },
  columns: [
    text(FIELD_CHANGE_HEADERS.day, ({ day }) => day, { key: true, minWidth: 12 }),
    text(FIELD_CHANGE_HEADERS.client, ({ client }) => client, { key: true, minWidth: 9, maxWidth: 16 }),
    text(FIELD_CHANGE_HEADERS.name, ({ name }) => name, { minWidth: 18, maxWidth: 28 }),
    text(FIELD_CHANGE_HEADERS.field, ({ field }) => wordField(field), { key: true, minWidth: 12 }),
    wrapped(FIELD_CHANGE_HEADERS.before, ({ before }) => before, { minWidth: 18, maxWidth: 34 }),
    wrapped(FIELD_CHANGE_HEADERS.now, ({ now }) => now, { minWidth: 18, maxWidth: 34 }),
    userText({ zh: '原因', en: 'Reason' }, { id: 'reason' }),
  ],
  sources: ['clients'],
  settings: [],
});
