import type { Analysis } from '../../core/analysis';
import { isoOf } from '../../core/model/day';
import type { OfferResult, OrderOfOffer } from '../../core/service/inquiries';
import type { Outcome } from '../../core/model/outcome';
import { figureOf, moneyOf, plainOf, quantityOf, ratioJson, sectionOf, unitsOf } from './json-values';

/** What is on its way: orders, shipments, products, contracts, promotions, loads, inquiries; each as its sheet has it. */
export function trackingToJson(analysis: Analysis) {
  const codeOf = (client: number): string | null => {
    const figures = analysis.clients[client];
    return figures ? figures.code || figures.name : null;
  };
  const offerJson = ({ result, order }: { readonly result: OfferResult; readonly order: Outcome<OrderOfOffer> }) => ({
    result,
    orderDay: figureOf(order, ({ day }) => isoOf(day)),
    orderAmount: order.known ? moneyOf(order.value.amount) : moneyOf(order),
    isNamed: order.known ? order.value.isNamed : null,
  });
  return {
    orderTracking: sectionOf(analysis.orderTracking, (all) => ({
      count: all.count,
      lastStep: all.lastStep,
      steps: all.steps.map(({ step, at, reached }) => ({ step, at, reached: ratioJson(reached) })),
      urgent: ratioJson(all.urgent),
      urgentOnTime: ratioJson(all.urgentOnTime),
      changed: ratioJson(all.changed),
      postponed: ratioJson(all.postponed),
      orders: all.orders.map((one) => ({
        client: codeOf(one.client),
        orderNo: one.orderNo,
        product: one.product,
        lines: one.lines,
        ordered: figureOf(one.ordered, quantityOf),
        amount: moneyOf(one.amount),
        orderDay: figureOf(one.orderDay, isoOf),
        promisedDay: figureOf(one.promisedDay, isoOf),
        shippedDay: figureOf(one.shippedDay, isoOf),
        arrivedDay: figureOf(one.arrivedDay, isoOf),
        progress: plainOf(one.progress),
        step: one.step,
        waitingDays: plainOf(one.waitingDays),
        daysLate: plainOf(one.daysLate),
      })),
    })),
    shipmentTracking: sectionOf(analysis.shipmentTracking, (all) => ({
      count: all.count,
      arrived: ratioJson(all.arrived),
      onTheWay: all.onTheWay,
      late: all.late,
      documents: ratioJson(all.documents),
      shipments: all.shipments.map((one) => ({
        client: codeOf(one.client),
        deliveryNo: one.deliveryNo,
        orderNo: one.orderNo,
        quantity: figureOf(one.quantity, quantityOf),
        shippedDay: isoOf(one.shippedDay),
        expectedDay: figureOf(one.expectedDay, isoOf),
        arrivedDay: figureOf(one.arrivedDay, isoOf),
        isOnTheWay: one.isOnTheWay,
        daysLate: plainOf(one.daysLate),
      })),
    })),
    productTracking: sectionOf(analysis.productTracking, (all) => ({
      unnamed: all.unnamed,
      complaintsElsewhere: all.complaintsElsewhere,
      stockDay: figureOf(all.stockDay, isoOf),
      products: all.products.map((one) => ({
        product: one.product,
        unit: one.unit,
        clients: one.clients,
        orders: one.orders,
        netAmount: unitsOf(one.netAmount),
        sold: figureOf(one.sold, quantityOf),
        returns: ratioJson(one.returns),
        complaints: plainOf(one.complaints),
        stock: figureOf(one.stock, quantityOf),
        openOrders: figureOf(one.openOrders, quantityOf),
        spare: figureOf(one.spare, quantityOf),
      })),
    })),
    contracts: sectionOf(analysis.contracts, ({ contracts, states, fulfilment }) => ({
      fulfilment: {
        ...ratioJson(fulfilment),
        numerator: unitsOf(fulfilment.numerator),
        denominator: unitsOf(fulfilment.denominator),
      },
      states: states.map((one) => ({ ...one, amount: unitsOf(one.amount), rest: unitsOf(one.rest) })),
      contracts: contracts.map((one) => ({
        client: codeOf(one.client),
        contractNo: one.contractNo,
        state: one.state,
        dueDay: figureOf(one.dueDay, isoOf),
        amount: moneyOf(one.amount),
        fulfilled: moneyOf(one.fulfilled),
        rest: moneyOf(one.rest),
      })),
    })),
    promotions: sectionOf(analysis.promotions, (all) =>
      all.map((one) => ({
        name: one.name,
        client: codeOf(one.client),
        region: one.region,
        from: isoOf(one.from),
        to: isoOf(one.to),
        state: one.state,
        clients: one.clients,
        before: moneyOf(one.before),
        during: unitsOf(one.during),
        after: moneyOf(one.after),
        othersChange: plainOf(one.othersChange),
        effect: moneyOf(one.effect),
        target: moneyOf(one.target),
        attainment: plainOf(one.attainment),
        cost: moneyOf(one.cost),
        returnOnCost: plainOf(one.returnOnCost),
      })),
    ),
    loadChecks: sectionOf(analysis.loadChecks, (all) => ({
      weights: ratioJson(all.weights),
      gates: ratioJson(all.gates),
      hoursInside: plainOf(all.hoursInside),
      notes: all.notes,
      withoutSlip: all.withoutSlip,
      loads: all.loads.map((one) => ({
        deliveryNo: one.deliveryNo,
        client: codeOf(one.client),
        day: isoOf(one.day),
        net: figureOf(one.net, quantityOf),
        due: figureOf(one.due, quantityOf),
        difference: plainOf(one.difference),
        weight: one.weight,
        letOut: figureOf(one.letOut, quantityOf),
        noted: figureOf(one.noted, quantityOf),
        gate: one.gate,
      })),
    })),
    inquiries: sectionOf(analysis.inquiries, (all) => ({
      right: ratioJson(all.right),
      meanHours: plainOf(all.meanHours),
      conversion: ratioJson(all.conversion),
      quotationConversion: ratioJson(all.quotationConversion),
      daysToOrder: plainOf(all.daysToOrder),
      inquiries: all.inquiries.map((one) => ({
        client: codeOf(one.client),
        receivedDay: isoOf(one.receivedDay),
        department: one.department,
        state: one.state,
        hours: plainOf(one.hours),
        ...offerJson(one),
      })),
      quotations: all.quotations.map((one) => ({
        client: codeOf(one.client),
        from: one.from,
        quotedDay: isoOf(one.quotedDay),
        quoted: moneyOf(one.quoted),
        ...offerJson(one),
      })),
    })),
  };
}
