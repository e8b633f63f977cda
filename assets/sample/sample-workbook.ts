import { Workbook, type XlsxWriteOptions } from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { dayOf } from '../../src/core/model/day';
import { addComplaints, addContacts, addInquiries, addSurvey } from './care-sheets';
import { addClients } from './client-sheet';
import {
  addContracts,
  addCreditFactors,
  addInvoices,
  addOperators,
  addProspects,
  addReceipts,
  addStaff,
} from './deal-sheets';
import { ASSISTANT, FIRM } from './firm';
import {
  addCodes,
  addCommissionPlans,
  addDocuments,
  addHolidays,
  addIndicatorEntries,
  addMarket,
  addNotes,
  addPromotions,
  addTargets,
} from './office-sheets';
import { addFleet, addProduction, addPurchases, addStockTakes, addWarehouses } from './operations-sheets';
import { addDeliveries } from './delivery-sheet';
import { addRegisters } from './register-sheets';
import { addSales, type TwiceEntered } from './sales-sheet';
import { addSummary } from './summary-sheet';
import { makeClients } from './sample-clients';
import { SampleRandom } from './sample-random';
import { makeTrade } from './sample-trade';

const SEED = 20260930;
/** Parts of a package carry times: all of them this one, so that the file is the same on every run. */
const WRITTEN = new Date(Date.UTC(2026, 8, 30, 9, 30));
const ZIP_TIME = new Date(2026, 8, 30, 9, 30);

/**
 * The sample workbook: a feed and logistics firm over three years, with every kind of input sheet and the mess that
 * real ones have. The same bytes on every run.
 */
export async function makeSampleWorkbook(): Promise<Uint8Array> {
  const random = new SampleRandom(SEED);
  const clients = makeClients(random);
  const trade = makeTrade(clients, random);
  const client = clients.find((each) => each.code === 'K0077')!;
  const twice: TwiceEntered = {
    client,
    secondCode: 'K0120',
    secondName: client.name.replace('（', '(').replace('）', ')'),
    from: dayOf(2026, 6, 1),
  };
  const workbook = new Workbook();
  workbook.creator = ASSISTANT;
  workbook.lastModifiedBy = ASSISTANT;
  workbook.company = FIRM;
  workbook.title = '客户与销售台账';
  workbook.created = WRITTEN;
  workbook.modified = WRITTEN;
  addNotes(workbook);
  addClients(workbook, clients, trade, twice, random);
  const figures = addSales(workbook, trade, twice, random);
  addDeliveries(workbook, trade, twice);
  addInvoices(workbook, trade);
  addReceipts(workbook, trade);
  addSummary(workbook, figures);
  addComplaints(workbook, trade, random);
  addContacts(workbook, clients, random);
  addInquiries(workbook, clients, trade, random);
  addProspects(workbook, clients, random);
  addSurvey(workbook, clients, random);
  addCreditFactors(workbook, clients, random);
  addOperators(workbook, clients, random);
  addContracts(workbook, clients, random);
  addPromotions(workbook, clients);
  addDocuments(workbook, clients, random);
  addIndicatorEntries(workbook, random, new SampleRandom(SEED + 1));
  addMarket(workbook, random);
  addTargets(workbook, clients);
  addStaff(workbook);
  addHolidays(workbook);
  const operations = new SampleRandom(SEED + 2);
  addStockTakes(workbook, operations);
  addWarehouses(workbook, operations);
  addFleet(workbook, operations);
  addPurchases(workbook, operations);
  addProduction(workbook, operations);
  addCommissionPlans(workbook);
  addRegisters(workbook, clients, trade);
  addCodes(workbook);
  // Packed here without compressing: it is packed again below.
  const stored = { zip: { compression: 'STORE' } } as Partial<XlsxWriteOptions>;
  return zipAgain(new Uint8Array(await workbook.xlsx.writeBuffer(stored)));
}

/** Children of a font in the order that the schema wants; the library that makes the sample puts the colour first. */
const FONT_PARTS = 'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(
  ' ',
);
const STYLES = 'xl/styles.xml';

function orderFonts(styles: Uint8Array): Uint8Array {
  const placeOf = (child: string): number => FONT_PARTS.indexOf(/^<(\w+)/.exec(child)![1]!);
  const ordered = strFromU8(styles).replace(/(?<=<font>)(?:<\w+[^>]*\/>)+(?=<\/font>)/g, (children) =>
    children
      .match(/<[^>]*>/g)!
      .sort((a, b) => placeOf(a) - placeOf(b))
      .join(''),
  );
  return strToU8(ordered);
}

/** Packs the same parts with one fixed time, in the order of the package and without entries for folders. */
function zipAgain(bytes: Uint8Array): Uint8Array {
  const parts: Zippable = {};
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    if (!name.endsWith('/')) parts[name] = name === STYLES ? orderFonts(content) : content;
  }
  return zipSync(parts, { level: 9, mtime: ZIP_TIME });
}
