import type { CallPlan } from '../core/plan/call-plan';
import type { PlannedContact } from '../core/plan/planned-contact';
import { isToDo } from '../core/plan/is-to-do';
import { pointsBeside } from '../core/plan/reasons/points-beside';
import { asDay, isoOf, type Day } from '../core/model/day';
import type { Lang } from '../i18n/lang';
import { joinTexts } from '../i18n/text';
import { REP_BLANK, WAY_WORDS } from './words/plan-words';

/** One person's plan as a calendar file. */
export interface RepCalendar {
  readonly rep: string;
  /** Without characters that a file's name may not have. */
  readonly fileName: string;
  readonly text: string;
}

/**
 * The contacts still to do as calendar entries of whole days, a file a person.
 *
 * RFC 5545: CRLF, lines folded at 75 octets, text escaped. An entry's UID is the plan's key, so that a file imported again
 * changes entries instead of doubling them. `stamp` is the moment of the run, UTC, as `20260131T090000Z`.
 */
export function writeRepCalendars(plan: CallPlan, lang: Lang, stamp: string): readonly RepCalendar[] {
  const taken = new Set<string>();
  return plan.reps.flatMap(({ rep }, index): RepCalendar[] => {
    const own = plan.contacts.filter((one) => one.rep === index && one.day !== undefined && isToDo(one));
    if (own.length === 0) return [];
    const name = rep.name === '' ? REP_BLANK[lang] : rep.name;
    const lines = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Kelan//Call plan//ZH',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      ...own.flatMap((contact) => eventLines(plan, contact, lang, stamp)),
      'END:VCALENDAR',
    ];
    return [{ rep: name, fileName: freeName(name, taken), text: lines.map(foldLine).join('\r\n') + '\r\n' }];
  });
}

function eventLines(plan: CallPlan, contact: PlannedContact, lang: Lang, stamp: string): string[] {
  const brief = plan.briefs.get(contact.client);
  const details = [
    contact.purpose[lang],
    [brief?.contact, brief?.phone].filter((part) => part).join(' '),
    [brief?.region, brief?.address].filter((part) => part).join(' '),
    contact.preparation[lang],
    joinTexts(pointsBeside(contact, brief))[lang],
  ].filter((part) => part !== '');
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(contact.key)}@kelan`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compactDay(contact.day!)}`,
    `DTEND;VALUE=DATE:${compactDay(asDay(contact.day! + 1))}`,
    `SUMMARY:${escapeText(`${WAY_WORDS[contact.slot][lang]} ${brief?.name ?? ''}`)}`,
    `DESCRIPTION:${escapeText(details.join('\n'))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

const compactDay = (day: Day): string => isoOf(day).replace(/-/g, '');

const escapeText = (words: string): string =>
  words.replace(/\\/g, '\\\\').replace(/;/g, '\\;').replace(/,/g, '\\,').replace(/\r?\n/g, '\\n');

/** Octets of a code point in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0)!;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** Breaks a line after at most 75 octets, never inside a character; the rest begins with a space. */
export function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** With the extension and a number well below what file systems take (255 octets, or 255 characters). */
const MAX_NAME_OCTETS = 180;

/** Names that Windows keeps for devices, with whatever extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

function freeName(name: string, taken: Set<string>): string {
  // eslint-disable-next-line no-control-regex
  const plain = name.replace(/[\u0000-\u001f\u007f\\/:*?"<>|]/g, '_').replace(DEVICE, '_$&');
  const legal = shorten(plain, MAX_NAME_OCTETS).replace(/[. ]+$/, '_') || '_';
  let free = legal;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${legal} ${number}`;
  taken.add(free.toLowerCase());
  return `${free}.ics`;
}

/** The beginning of a text that fits into so many octets, never half a character. */
function shorten(text: string, octets: number): string {
  let kept = '';
  for (const character of text) {
    octets -= octetsOf(character);
    if (octets < 0) break;
    kept += character;
  }
  return kept;
}
