import type { DeliveryClasses } from '../../core/service/delivery-classes';
import { fill, type Text } from '../../i18n/text';

/** Plain names of the three delivery classes, by what they were judged by. */
export type DeliveryClassWords = Readonly<Record<'lucky' | 'reasonable' | 'incident', Text>>;

/** The handbook's names, behind the plain ones. */
export const HANDBOOK_CLASSES: Text = {
  zh: '手册上称为：幸运、合理、事故',
  en: 'The handbook calls them lucky, reasonable and incident',
};

/**
 * 当天, 3天内 and 超3天 by days; where days were promised, who came on the promised day or before is 按期, who came later 超期.
 *
 * @example wordDeliveryClasses({ byPromise: 0, limits: { lucky: 0, reasonable: 3 } }).incident.zh //=> '超3天'
 */
export function wordDeliveryClasses({
  byPromise,
  limits: { lucky, reasonable },
}: Pick<DeliveryClasses, 'byPromise' | 'limits'>): DeliveryClassWords {
  const days = { lucky, reasonable };
  return {
    lucky: lucky === 0 ? { zh: '当天', en: 'Same day' } : fill({ zh: '{lucky}天内', en: 'Within {lucky} days' }, days),
    reasonable:
      byPromise > 0
        ? { zh: '按期', en: 'On time' }
        : fill({ zh: '{reasonable}天内', en: 'Within {reasonable} days' }, days),
    incident:
      byPromise > 0 ? { zh: '超期', en: 'Late' } : fill({ zh: '超{reasonable}天', en: 'Over {reasonable} days' }, days),
  };
}
