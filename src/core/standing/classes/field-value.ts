import { verbatim, type Text } from '../../../i18n/text';
import { textAt } from '../../model/columns';
import { known, missing, type Outcome } from '../../model/outcome';
import type { CLIENT_COLUMNS } from '../../model/tables';
import type { ClassGround, ClassValue } from '../client-classes';

type TextField = {
  [K in keyof typeof CLIENT_COLUMNS]: (typeof CLIENT_COLUMNS)[K] extends 'text' ? K : never;
}[keyof typeof CLIENT_COLUMNS];
type FlagField = {
  [K in keyof typeof CLIENT_COLUMNS]: (typeof CLIENT_COLUMNS)[K] extends 'flag' ? K : never;
}[keyof typeof CLIENT_COLUMNS];

const FROM_SHEET: Text = { zh: '客户表所填', en: 'as the client sheet says' };

/** A class that the client sheet carries as a word. */
export function classByField(ground: ClassGround, client: number, field: TextField): Outcome<ClassValue> {
  const column = ground.clients.columns[field];
  if (!column) return missing({ reason: 'no-column', column: `clients.${field}` });
  const word = textAt(column, client).trim();
  return word === ''
    ? missing({ reason: 'not-entered' })
    : known({ code: word, value: verbatim(word), reason: FROM_SHEET });
}

/** 1, 0, or undefined where nothing is entered. */
export function flagOf(ground: ClassGround, client: number, field: FlagField): boolean | undefined {
  const flag = ground.clients.columns[field]?.[client] ?? -1;
  return flag < 0 ? undefined : flag === 1;
}

/** A value with its code, shortly. */
export function classed(code: string, value: Text, reason: Text): Outcome<ClassValue> {
  return known({ code, value, reason });
}

export { FROM_SHEET };
