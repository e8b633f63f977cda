import type { Desk } from './desk';

export const DESK_LANE = 'desk';

/** Parameters of each method of a desk before its `JobControl`: what a channel between screen and desk must know. */
export const DESK_ARITIES: { readonly [K in keyof Desk]: number } = {
  look: 1,
  read: 1,
  preview: 1,
  refresh: 1,
  restore: 1,
  insertTemplates: 2,
  share: 2,
  previewShare: 2,
  findClients: 1,
  showClient: 1,
  makeCalendars: 1,
};
