import type { Text } from '../../../i18n/text';
import { textAt } from '../../model/columns';
import { missing } from '../../model/outcome';
import type { ClassScheme } from '../client-classes';
import { classByField, classed } from './field-value';

const COMPANY: RegExp =
  /公司|集团|厂|场|社|店|部$|行$|商行|中心|局|院|校|站|所$|坊|超市|批发|企业|协会|工作室|\b(co|ltd|inc|corp|company|gmbh|llc|plc|sa|group|farm|store|shop|mill|mills|trading|works)\b/i;
const PERSON = /^[\u4e00-\u9fff]{2,3}$|(先生|女士|小姐|师傅|老板|个体户?)[\uff09)]?$/;

const FIRM: Text = { zh: '企业', en: 'Company' };
const BY_NUMBER = classed('企业', FIRM, { zh: '有税号或工商登记号', en: 'has a tax or registration number' });
const BY_FIRM_NAME = classed('企业', FIRM, { zh: '名称像企业', en: 'the name is that of a firm' });
const BY_PERSON_NAME = classed(
  '个人',
  { zh: '个人', en: 'Person' },
  { zh: '名称像人名', en: 'the name is that of a person' },
);

/**
 * 个人 or 企业: as the client sheet says; where it does not, by what is known: a tax or registration number, or a word of a firm in the name,
 * is a firm; two or three Chinese characters are a person. Otherwise unknown. Source: 004-3, 000-C1.
 * @example 沃穗饲料厂 //=> 企业；王强 //=> 个人
 */
export const personOrCompany: ClassScheme = {
  id: 'personOrCompany',
  feature: '004-3',
  label: { zh: '个人/企业', en: 'Person or company' },
  needs: [],
  canHave: () => true,
  classify: (client, ground) => {
    const { columns } = ground.clients;
    const said = classByField(ground, client, 'clientKind');
    if (said.known) return said;
    if (textAt(columns.taxNumber, client) !== '' || textAt(columns.registrationNumber, client) !== '') return BY_NUMBER;
    const name = textAt(columns.name, client).trim();
    if (COMPANY.test(name)) return BY_FIRM_NAME;
    if (PERSON.test(name)) return BY_PERSON_NAME;
    return missing({ reason: 'not-entered' });
  },
};
