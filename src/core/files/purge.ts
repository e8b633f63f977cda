import { fill, joinTexts, type Text } from '../../i18n/text';
import { textAt } from '../model/columns';
import { hasColumn, tableOf, type Dataset } from '../model/dataset';
import { addMonths, isoOf, NO_DAY, type Day } from '../model/day';
import type { Settings } from '../settings';
import type { AccountResult } from '../sales/key-accounts';
import type { Rhythm } from '../sales/rhythm';

export type PurgeReason = 'idle' | 'phone' | 'email';

/** 000-P7: what might be tidied up. A suggestion; nothing is ever deleted. */
export interface PurgeSuggestion {
  readonly client: number;
  readonly reason: PurgeReason;
  readonly text: Text;
}

export interface PurgeInputs {
  readonly rhythms: readonly Rhythm[];
  readonly accounts: readonly AccountResult[];
  /** Latest contact of each client, `NO_DAY` where there is none. */
  readonly lastContact: Int32Array;
  readonly hasOpenOpportunity: (client: number) => boolean;
}

/**
 * Clients without a transaction for 24 months and a contact for 12 who are no prospects; telephone numbers and e-mail
 * addresses that cannot be right.
 *
 * Counts: a client filed or updated within the contact months is left alone. Without a contact log only the transactions
 * speak, which the text says.   Source: 000-P7.
 * @example last order 25 months ago, last contact 13 months ago //=> idle
 */
export function suggestPurges(
  dataset: Dataset,
  inputs: PurgeInputs,
  asOf: Day,
  settings: Settings,
): readonly PurgeSuggestion[] {
  const { rows, columns } = tableOf(dataset, 'clients');
  const hasContacts = hasColumn(dataset, 'contacts.at');
  const transactionFrom = addMonths(asOf, -settings['archive.purgeTransactionMonths']);
  const contactFrom = addMonths(asOf, -settings['archive.purgeContactMonths']);
  const found: PurgeSuggestion[] = [];
  for (let client = 0; client < rows; client++) {
    const { lastDay } = inputs.rhythms[client]!;
    const isSelling = lastDay.known && lastDay.value > transactionFrom;
    const isTouched = [
      inputs.lastContact[client]!,
      columns.filedDay?.[client] ?? NO_DAY,
      columns.updatedDay?.[client] ?? NO_DAY,
    ].some((day) => day > contactFrom);
    const isProspect = inputs.accounts[client]!.level === 'target' || inputs.hasOpenOpportunity(client);
    if (!isSelling && !isTouched && !isProspect) {
      found.push({
        client,
        reason: 'idle',
        text: joinTexts([
          lastDay.known
            ? fill({ zh: '最近交易 {day}', en: 'last transaction {day}' }, { day: isoOf(lastDay.value) })
            : { zh: '从无交易', en: 'no transaction ever' },
          hasContacts
            ? { zh: '近期无联络，也不是潜在客户', en: 'no recent contact and not a prospect' }
            : { zh: '没有联络记录表，只按交易判断', en: 'no contact log: judged by transactions alone' },
        ]),
      });
    }
    for (const column of [columns.phone, columns.mobile]) {
      const phone = textAt(column, client);
      if (phone !== '' && !isPhone(phone)) {
        found.push({
          client,
          reason: 'phone',
          text: fill({ zh: '电话有误：{phone}', en: 'phone looks wrong: {phone}' }, { phone }),
        });
      }
    }
    const email = textAt(columns.email, client);
    if (email !== '' && !isEmail(email)) {
      found.push({
        client,
        reason: 'email',
        text: fill({ zh: '邮箱有误：{email}', en: 'e-mail looks wrong: {email}' }, { email }),
      });
    }
  }
  return found;
}

/** Several numbers in a cell are fine if each may be one. @example isPhone('0755-8888 6666转12') //=> true */
export function isPhone(written: string): boolean {
  return written
    .split(/[/、;；,，]/)
    .map((one) => one.replace(/(转|ext\.?).*$/i, '').trim())
    .filter((one) => one !== '')
    .every((one) => /^\+?[\d\s()（）\-–—.]+$/.test(one) && isDigitCount(one.replace(/\D/g, '').length));
}

/** Local numbers have 7 digits; no number has more than 15 (ITU-T E.164). */
const isDigitCount = (digits: number): boolean => digits >= 7 && digits <= 15;

/** @example isEmail('a@b.cn') //=> true; isEmail('a@b') //=> false */
export function isEmail(written: string): boolean {
  return written
    .split(/[/、;；,，\s]+/)
    .filter((one) => one !== '')
    .every((one) => /^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$/.test(one));
}
