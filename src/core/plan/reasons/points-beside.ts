import type { Text } from '../../../i18n/text';
import type { ClientBrief, TalkingPoint } from '../client-brief';
import type { PlannedContact } from '../planned-contact';

/**
 * What to speak of beside the first purpose: the other purposes, then what the brief knows, no purpose has said yet, and is not
 * over by the day of the contact.
 *
 * @example purposes 催收逾期 1,000 and 约定 10-12 再联络, one open complaint //=> 约定 10-12 再联络, 未结投诉 1 件
 */
export function pointsBeside({ purposes, day }: PlannedContact, brief: ClientBrief | undefined): readonly Text[] {
  const kinds = new Set(purposes.flatMap(({ kind, about }) => (about ? [kind, about] : [kind])));
  const others = purposes.slice(1).map(({ text }) => text);
  const isSaid = ({ text, gist }: TalkingPoint): boolean =>
    gist === undefined
      ? purposes.some((one) => one.text.zh.startsWith(text.zh.split('，')[0]!))
      : purposes.some((one) => one.text.zh.includes(gist) && one.text.en.includes(gist));
  const points = brief?.talkingPoints ?? [];
  return [
    ...others,
    ...points
      .filter((point) => !(point.kind && kinds.has(point.kind)) && !isSaid(point))
      .filter(({ until }) => until === undefined || day === undefined || day <= until)
      .map(({ text }) => text),
  ];
}
