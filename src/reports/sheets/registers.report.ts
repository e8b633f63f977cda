import { nameOf } from '../../core/measures/measures';
import type { ClientVehicle, VehicleState } from '../../core/files/registers/vehicles';
import type { FirmFile, FirmFileKind } from '../../core/files/registers/firm-files';
import type { PromotionItemStock } from '../../core/files/registers/promotion-items';
import type { PraiseOfPerson } from '../../core/files/registers/praise';
import type { ClientService } from '../../core/files/registers/service-records';
import { FIRM_FILE_KINDS } from '../../core/files/registers/firm-files';
import { joinTexts, type Text } from '../../i18n/text';
import { count, day, label, money, quantity, ratio, text, wrapped, type ToneRule } from '../layout/columns';
import { defineReport, defineTable } from '../layout/define-report';
import type { ReportContext } from '../layout/report-context';
import { TAB } from '../layout/theme';
import { wordMissing } from '../words/missing-words';
import { SHEET_WORDS } from '../words/sheet-words';
import { clientAt, clientColumns } from './parts/client-columns';

const STATES: Readonly<Record<VehicleState, Text>> = {
  overdue: { zh: '■ 已过期', en: '■ Overdue' },
  soon: { zh: '▲ 快到了', en: '▲ Soon' },
  fine: { zh: '● 未到', en: '● Not yet' },
  unknown: { zh: '—', en: '—' },
};
const EXPIRED: Text = { zh: '■ 已失效', en: '■ Expired' };
const DUE: Text = { zh: '▲ 该更新', en: '▲ Due' };
const CURRENT: Text = { zh: '● 有效', en: '● Up to date' };
const TONES: readonly ToneRule[] = [
  { text: STATES.overdue, tone: 'bad' },
  { text: STATES.soon, tone: 'watch' },
  { text: STATES.fine, tone: 'good' },
  { text: EXPIRED, tone: 'bad' },
  { text: DUE, tone: 'watch' },
  { text: CURRENT, tone: 'good' },
];
const LIST: Text = { zh: '、', en: ', ' };

const registers = ({ analysis }: ReportContext) => analysis.registers;
const valueOf = <Row>(found: { readonly known: boolean; readonly value?: readonly Row[] }): readonly Row[] =>
  found.known ? (found.value ?? []) : [];
const wordKind = ({ kind, kindWords }: FirmFile): Text | string => FIRM_FILE_KINDS[kind]?.label ?? kindWords;

/** Registers beside the files of clients: 001-24, 004-4, 005-2, 005-3, 005-6. */
export const registersReport = defineReport<FirmFileKind>({
  id: 'registers',
  sheet: { zh: '登记簿', en: 'Registers' },
  purpose: {
    zh: '市场、竞争对手、产品、技术服务档案和政策资料的登记，促销品结存，服务记录，客户车辆',
    en: 'Files on markets, competitors, products and service, promotional items, service given, vehicles of clients',
  },
  tab: TAB.upkeep,
  needs: [],
  missing: (context) => {
    const found = registers(context);
    const all = [found.firmFiles, found.promotionItems, found.services, found.vehicles];
    return all.some((one) => one.known)
      ? undefined
      : {
          zh: '没有「资料登记」「促销品台账」「服务记录」「客户车辆」中的任何一张表',
          en: 'none of the sheets “Firm files”, “Promotional items”, “Service records”, “Vehicles”',
        };
  },
  orientation: 'landscape',
  paper: 'whole',
  hasFilter: false,
  keyedBy: 'all',
  heading: { zh: '资料登记：齐不齐、旧不旧', en: 'Files of the firm: complete and up to date' },
  note: (context) => {
    const { firmFiles } = registers(context);
    return firmFiles.known ? undefined : wordMissing(firmFiles.why);
  },
  rows: (context) => {
    const { firmFiles } = registers(context);
    return firmFiles.known ? firmFiles.value.kinds : [];
  },
  whenEmpty: { zh: '没有登记。', en: 'Nothing is registered.' },
  columns: [
    text({ zh: '种类', en: 'Kind' }, ({ label: name }) => name, { key: true, minWidth: 18 }),
    count(nameOf('firmFiles'), ({ files }) => files, { total: 'sum' }),
    count({ zh: '登记齐全', en: 'Complete' }, ({ complete }) => complete.numerator, { total: 'sum' }),
    ratio(nameOf('firmFilesComplete'), ({ complete }) => complete.value, { silent: true }),
    count(nameOf('firmFilesDue'), ({ due }) => due, { total: 'sum' }),
    count(nameOf('firmFilesExpired'), ({ expired }) => expired, { total: 'sum' }),
  ],
  tables: [
    defineTable<FirmFile>({
      id: 'firmFiles',
      heading: { zh: '各份资料', en: 'Each file' },
      missing: (context) => {
        const { firmFiles } = registers(context);
        return firmFiles.known ? undefined : wordMissing(firmFiles.why);
      },
      rows: (context) => {
        const { firmFiles } = registers(context);
        return firmFiles.known ? firmFiles.value.files : [];
      },
      hasFilter: true,
      keyedBy: 'all',
      columns: [
        text<FirmFile>({ zh: '种类', en: 'Kind' }, wordKind, { key: true, minWidth: 14 }),
        text<FirmFile>({ zh: '名称', en: 'Subject' }, ({ subject }) => subject, {
          key: true,
          minWidth: 18,
          maxWidth: 34,
        }),
        text<FirmFile>({ zh: '地区', en: 'Region' }, ({ region }) => region, { hideWhenEmpty: true, maxWidth: 12 }),
        text<FirmFile>({ zh: '负责人', en: 'Owner' }, ({ owner }) => owner, { hideWhenEmpty: true, maxWidth: 12 }),
        day<FirmFile>({ zh: '更新日', en: 'Updated' }, ({ updatedDay }) => updatedDay, { silent: true }),
        day<FirmFile>({ zh: '有效至', en: 'Valid until' }, ({ validUntil }) => validUntil, { silent: true }),
        label<FirmFile>(
          { zh: '状态', en: 'State' },
          ({ isExpired, isDue }) => (isExpired ? EXPIRED : isDue ? DUE : CURRENT),
          { tones: TONES, minWidth: 11 },
        ),
        wrapped<FirmFile>({ zh: '缺什么', en: 'Missing' }, ({ lacks }) => joinTexts(lacks, LIST), {
          hideWhenEmpty: true,
          maxWidth: 24,
        }),
      ],
    }),
    defineTable<PromotionItemStock>({
      id: 'promotionItems',
      heading: { zh: '促销品台账：领进、发放、结存', en: 'Promotional items: in, out, left' },
      missing: (context) => {
        const { promotionItems } = registers(context);
        return promotionItems.known ? undefined : wordMissing(promotionItems.why);
      },
      rows: (context) => valueOf<PromotionItemStock>(registers(context).promotionItems),
      keyedBy: 'all',
      columns: [
        text<PromotionItemStock>({ zh: '促销品', en: 'Item' }, ({ item }) => item, { key: true, minWidth: 16 }),
        text<PromotionItemStock>({ zh: '地区', en: 'Region' }, ({ region }) => region, { key: true }),
        quantity<PromotionItemStock>(nameOf('itemsReceived'), ({ received }) => received),
        quantity<PromotionItemStock>(nameOf('itemsGiven'), ({ given }) => given),
        quantity<PromotionItemStock>(nameOf('itemsLeft'), ({ left }) => left),
        day<PromotionItemStock>({ zh: '最近一笔', en: 'Last entry' }, ({ lastDay }) => lastDay, { silent: true }),
      ],
    }),
    defineTable<ClientService>({
      id: 'services',
      heading: { zh: '服务记录：近12个月', en: 'Service given: last 12 months' },
      missing: (context) => {
        const { services } = registers(context);
        return services.known ? undefined : wordMissing(services.why);
      },
      rows: (context) => valueOf<ClientService>(registers(context).services),
      whenEmpty: { zh: '近12个月没有记录。', en: 'No record in the last 12 months.' },
      columns: [
        ...clientColumns<ClientService>(({ client }, context) => clientAt(client, context)),
        count<ClientService>(nameOf('serviceTimes'), ({ times }) => times, { total: 'sum' }),
        day<ClientService>({ zh: '最近一次', en: 'Last' }, ({ lastDay }) => lastDay),
        wrapped<ClientService>({ zh: '最近内容', en: 'What was done last' }, ({ lastContent }) => lastContent, {
          maxWidth: 36,
        }),
        money<ClientService>(nameOf('serviceCost'), ({ cost }) => cost, {
          hideWhenEmpty: true,
          silent: true,
          total: 'sum',
        }),
        count<ClientService>({ zh: '满意', en: 'Satisfied' }, ({ satisfied }) => satisfied.numerator),
        count<ClientService>({ zh: '问过', en: 'Asked' }, ({ satisfied }) => satisfied.denominator),
      ],
    }),
    defineTable<PraiseOfPerson>({
      id: 'praise',
      heading: { zh: '表扬记录：按员工（近12个月）', en: 'Praise, by employee, 12 months' },
      missing: (context) => {
        const { praise } = registers(context);
        if (praise.known) return undefined;
        return praise.why.reason === 'no-rows'
          ? {
              zh: '没有表扬：「服务记录」里服务类型写“表扬”的行才算。',
              en: 'No praise: lines of the service records whose kind is “praise” count.',
            }
          : wordMissing(praise.why);
      },
      rows: (context) => valueOf(registers(context).praise),
      columns: [
        text<PraiseOfPerson>({ zh: '员工', en: 'Employee' }, ({ person }) => person || SHEET_WORDS.blankGroup, {
          minWidth: 18,
        }),
        count<PraiseOfPerson>(nameOf('praiseTimes'), ({ times }) => times, { total: 'sum' }),
        count<PraiseOfPerson>(nameOf('praisingClients'), ({ clients }) => clients),
        day<PraiseOfPerson>({ zh: '最近一次', en: 'Last' }, ({ lastDay }) => lastDay),
        text<PraiseOfPerson>(
          { zh: '客户', en: 'Client' },
          ({ lastClient }, context) => (lastClient < 0 ? '' : clientAt(lastClient, context).name),
          { maxWidth: 28 },
        ),
        wrapped<PraiseOfPerson>({ zh: '最近内容', en: 'What was said' }, ({ lastContent }) => lastContent, {
          maxWidth: 34,
        }),
      ],
    }),
    defineTable<ClientVehicle>({
      id: 'vehicles',
      heading: { zh: '客户车辆：保养与保险', en: 'Vehicles of clients: service and insurance' },
      missing: (context) => {
        const { vehicles } = registers(context);
        return vehicles.known ? undefined : wordMissing(vehicles.why);
      },
      rows: (context) => valueOf<ClientVehicle>(registers(context).vehicles),
      columns: [
        ...clientColumns<ClientVehicle>(({ client }, context) => clientAt(client, context)),
        text<ClientVehicle>({ zh: '车牌', en: 'Plate' }, ({ plate }) => plate, { key: true }),
        text<ClientVehicle>({ zh: '车型', en: 'Model' }, ({ model }) => model, { hideWhenEmpty: true }),
        count<ClientVehicle>({ zh: '里程', en: 'Mileage' }, ({ mileage }) => mileage, {
          hideWhenEmpty: true,
          silent: true,
        }),
        day<ClientVehicle>({ zh: '上次保养', en: 'Last service' }, ({ lastServiceDay }) => lastServiceDay, {
          silent: true,
        }),
        day<ClientVehicle>({ zh: '下次保养', en: 'Next service' }, ({ nextServiceDay }) => nextServiceDay, {
          silent: true,
        }),
        count<ClientVehicle>(nameOf('kilometresLeft'), ({ kilometresLeft }) => kilometresLeft, {
          hideWhenEmpty: true,
          silent: true,
        }),
        label<ClientVehicle>({ zh: '保养', en: 'Service' }, ({ service }) => STATES[service], {
          tones: TONES,
          minWidth: 11,
        }),
        day<ClientVehicle>({ zh: '保险到期', en: 'Insured until' }, ({ insuranceEnd }) => insuranceEnd, {
          silent: true,
        }),
        label<ClientVehicle>({ zh: '保险', en: 'Insurance' }, ({ insurance }) => STATES[insurance], {
          tones: TONES,
          minWidth: 11,
        }),
      ],
    }),
  ],
  sources: ['firmFiles', 'promotionItems', 'serviceRecords', 'vehicles'],
  settings: ['archive.refreshMonths', 'importantDays.ahead'],
});
