import type { Text } from '../../../i18n/text';
import type { ClientBrief } from '../client-brief';
import type { PlannedContact } from '../planned-contact';

/**
 * What to speak of beside the first purpose: the other purposes, then what the brief knows and no purpose has said yet.
 *
 * @example purposes 催收逾期 1,000 and 约定 10-12 再联络, one open complaint //=> 约定 10-12 再联络, 未结投诉 1 件
 */
export function pointsBeside({ purposes }: PlannedContact, brief: ClientBrief | undefined): readonly Text[] {
  const kinds = new Set(purposes.map(({ kind }) => kind));
  const others = purposes.slice(1).map(({ text }) => text);
  const isSaid = ({ zh }: Text): boolean => purposes.some(({ text }) => text.zh.startsWith(zh.split('，')[0]!));
  const points = brief?.talkingPoints ?? [];
  return [
    ...others,
    ...points.filter(({ kind, text }) => !(kind && kinds.has(kind)) && !isSaid(text)).map(({ text }) => text),
  ];
}
