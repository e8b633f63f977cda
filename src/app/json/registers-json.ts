import type { Analysis } from '../../core/analysis';
import { FIRM_FILE_KINDS } from '../../core/files/registers/firm-files';
import { isoOf } from '../../core/model/day';
import { figureOf, moneyOf, plainOf, quantityOf, ratioJson, sectionOf } from './json-values';

/** The registers beside the files of clients: files of the firm, promotional items, service, praise, vehicles. */
export function registersToJson(analysis: Analysis) {
  const codeOf = (client: number): string | null => {
    const figures = analysis.clients[client];
    return figures ? figures.code || figures.name : null;
  };
  const { firmFiles, promotionItems, services, praise, vehicles } = analysis.registers;
  return {
    firmFiles: sectionOf(firmFiles, ({ kinds, files }) => ({
      // The last one stands for all kinds that the documents do not name.
      kinds: kinds.map(({ files: count, complete, due, expired }, at) => ({
        kind: FIRM_FILE_KINDS[at]?.id ?? 'other',
        files: count,
        complete: ratioJson(complete),
        due,
        expired,
      })),
      files: files.map((one) => ({
        kind: FIRM_FILE_KINDS[one.kind]?.id ?? 'other',
        subject: one.subject,
        updatedDay: figureOf(one.updatedDay, isoOf),
        validUntil: figureOf(one.validUntil, isoOf),
        isDue: one.isDue,
        isExpired: one.isExpired,
      })),
    })),
    promotionItems: sectionOf(promotionItems, (all) =>
      all.map((one) => ({
        item: one.item,
        region: one.region,
        received: quantityOf(one.received),
        given: quantityOf(one.given),
        left: quantityOf(one.left),
      })),
    ),
    services: sectionOf(services, (all) =>
      all.map((one) => ({
        client: codeOf(one.client),
        times: one.times,
        lastDay: isoOf(one.lastDay),
        cost: moneyOf(one.cost),
        satisfied: ratioJson(one.satisfied),
      })),
    ),
    praise: sectionOf(praise, (all) =>
      all.map(({ person, times, clients, lastDay }) => ({ person, times, clients, lastDay: isoOf(lastDay) })),
    ),
    vehicles: sectionOf(vehicles, (all) =>
      all.map((one) => ({
        client: codeOf(one.client),
        plate: one.plate,
        nextServiceDay: figureOf(one.nextServiceDay, isoOf),
        kilometresLeft: plainOf(one.kilometresLeft),
        service: one.service,
        insuranceEnd: figureOf(one.insuranceEnd, isoOf),
        insurance: one.insurance,
      })),
    ),
  };
}
