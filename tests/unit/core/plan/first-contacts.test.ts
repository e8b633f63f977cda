import { dayOf } from '../../../../src/core/model/day';
import type { CallPlan } from '../../../../src/core/plan/call-plan';
import { firstContacts } from '../../../../src/core/plan/first-contacts';
import type { PlannedContact } from '../../../../src/core/plan/planned-contact';

const contact = (client: number, day: number | undefined, status: PlannedContact['status']): PlannedContact =>
  ({ client, day: day === undefined ? undefined : dayOf(2026, 10, day), status }) as PlannedContact;

const daysOf = (...contacts: PlannedContact[]): [number, number][] =>
  [...firstContacts({ contacts } as unknown as CallPlan, dayOf(2026, 10, 5))].map(([client, { day }]) => [
    client,
    day - dayOf(2026, 10, 0),
  ]);

it('is the earliest to come of each client', () => {
  expect(daysOf(contact(1, 12, 'planned'), contact(1, 9, 'planned'), contact(2, 20, 'missed'))).toEqual([
    [1, 9],
    [2, 20],
  ]);
});

it('is none on a day that has passed, on the as-of day, without a day, or done', () => {
  expect(
    daysOf(
      contact(1, 2, 'moved'),
      contact(2, 5, 'planned'),
      contact(3, undefined, 'planned'),
      contact(4, 9, 'done'),
      contact(6, 9, 'carried'),
      contact(5, 1, 'moved'),
      contact(5, 14, 'planned'),
    ),
  ).toEqual([[5, 14]]);
});
