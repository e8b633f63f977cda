import type { Money } from '../../../../src/core/model/money';
import { known, missing } from '../../../../src/core/model/outcome';
import type { Alert, AlertKind, AlertSeverity } from '../../../../src/core/standing/alert';
import { gatherAlertRows } from '../../../../src/core/standing/alert-rows';

const NONE = missing({ reason: 'nothing-due' });

const alert = (client: number, kind: AlertKind, severity: AlertSeverity, amount?: number, asks = false): Alert => ({
  ...{ client, kind, severity, text: { zh: kind, en: kind }, day: NONE },
  amount: amount === undefined ? NONE : known(amount as Money),
  ...(asks && { ask: { zh: '问', en: 'ask' } }),
});

describe('rows of alerts', () => {
  it('are one a client, and one a kind of the whole book', () => {
    const rows = gatherAlertRows([
      alert(1, 'drop', 'watch', 5),
      alert(-1, 'concentration', 'watch'),
      alert(0, 'fileDue', 'notice'),
      alert(1, 'fileDue', 'notice'),
      alert(-1, 'fileDue', 'notice'),
      alert(-1, 'concentration', 'watch'),
    ]);
    expect(rows.map(({ client, alerts }) => [client, ...alerts.map(({ kind }) => kind)])).toEqual([
      [1, 'drop', 'fileDue'],
      [-1, 'concentration', 'concentration'],
      [-1, 'fileDue'],
      [0, 'fileDue'],
    ]);
  });

  it('put at risk the largest of the debts and the largest of the sales', () => {
    const atRisk = (...alerts: Alert[]) => gatherAlertRows(alerts)[0]!.atRisk;
    // Definitions: 1,185,315 overdue and 669,665 above the limit, an order of 148,735 complained of.
    expect(
      atRisk(
        alert(0, 'overdueMoney', 'bad', 1_185_315),
        alert(0, 'limitExceeded', 'bad', 669_665),
        alert(0, 'openComplaint', 'bad', 148_735),
        alert(0, 'orderOverdue', 'bad', 100_000),
      ),
    ).toEqual(known(1_334_050));
    expect(atRisk(alert(0, 'overdueMoney', 'bad', 7))).toEqual(known(7));
    expect(atRisk(alert(0, 'drop', 'bad', 7), alert(0, 'fileDue', 'notice'))).toEqual(known(7));
    expect(atRisk(alert(0, 'noSecondOrder', 'watch', -3))).toEqual(known(0));
    expect(atRisk(alert(0, 'fileDue', 'notice'))).toEqual(NONE);
  });

  it('have what asks for a call first, then most money, then the loudest', () => {
    const [row] = gatherAlertRows([
      alert(0, 'fileDue', 'notice'),
      alert(0, 'importantDay', 'watch'),
      alert(0, 'drop', 'watch', 9),
      alert(0, 'openComplaint', 'bad', 1, true),
      alert(0, 'overdueMoney', 'bad', 4, true),
    ]);
    expect(row!.alerts.map(({ kind }) => kind)).toEqual([
      'overdueMoney',
      'openComplaint',
      'drop',
      'importantDay',
      'fileDue',
    ]);
    expect(row!.severity).toBe('bad');
  });

  it('are as loud as the loudest of them', () => {
    const severityOf = (...severities: AlertSeverity[]) =>
      gatherAlertRows(severities.map((severity) => alert(0, 'drop', severity)))[0]!.severity;
    expect(severityOf('notice', 'watch')).toBe('watch');
    expect(severityOf('notice')).toBe('notice');
    expect(severityOf('watch', 'bad', 'notice')).toBe('bad');
  });

  it('stand by what is to be acted on of the whole book, money at risk, severity, client; notes come last', () => {
    const rows = gatherAlertRows([
      alert(9, 'fileDue', 'notice', 1_000_000),
      alert(8, 'importantDay', 'notice'),
      alert(7, 'importantDay', 'notice'),
      alert(6, 'drop', 'watch', 5),
      alert(5, 'drop', 'bad', 5),
      alert(4, 'drop', 'bad', 5),
      alert(3, 'overdueMoney', 'watch', 80),
      alert(2, 'openComplaint', 'bad'),
      alert(-1, 'indicatorSpike', 'watch'),
      alert(-1, 'complaintSpike', 'bad'),
    ]);
    expect(rows.map(({ client, alerts }) => `${client} ${alerts[0]!.kind}`)).toEqual([
      '-1 complaintSpike',
      '3 overdueMoney',
      '4 drop',
      '5 drop',
      '6 drop',
      '2 openComplaint',
      '-1 indicatorSpike',
      '9 fileDue',
      '7 importantDay',
      '8 importantDay',
    ]);
  });
});
