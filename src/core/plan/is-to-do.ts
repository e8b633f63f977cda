import type { PlannedContact } from './planned-contact';

/** Still to be made: planned, planned anew, or put elsewhere by the person. */
export const isToDo = ({ status }: Pick<PlannedContact, 'status'>): boolean =>
  status === 'planned' || status === 'missed' || status === 'moved';
