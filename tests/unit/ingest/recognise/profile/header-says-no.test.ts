import { headerSaysNo } from '../../../../../src/ingest/recognise/profile/header-says-no';
import { ingest } from '../../ingest-rows';

it.each([
  ['Age', 'amount', true],
  ['Pos.', 'amount', true],
  ['货损件数', 'amount', true],
  ['余额', 'amount', true],
  ['Date of birth', 'day', true],
  ['Profession', 'client', true],
  ['C', 'amount', false],
  ['Umsatzwert', 'amount', false],
  ['Agency', 'client', false],
  ['列3', 'amount', false],
] as const)('the header %s says no to %s: %s', (header, role, isNo) => {
  expect(headerSaysNo(header, role)).toBe(isNo);
});

const people = (headers: readonly string[]) => [
  [...headers],
  ['David Bowie', 'musician', 69, '1947-01-08'],
  ['Carrie Fisher', 'actor', 60, '1956-10-21'],
  ['Chuck Berry', 'musician', 90, '1926-10-18'],
];

it('proposes no sales where the headers tell of something else', async () => {
  const { inspection } = await ingest([{ name: 'arts', rows: people(['Name', 'Profession', 'Age', 'Date of birth']) }]);
  expect(inspection.sheets[0]!.proposal).toBeUndefined();
});

it('still does where the headers tell nothing', async () => {
  const rows = [
    ['A', 'B', 'C'],
    ['甲公司', 69.5, '2025-01-08'],
    ['乙公司', 60, '2025-02-21'],
    ['甲公司', 90.25, '2025-03-18'],
  ];
  const { inspection } = await ingest([{ name: '表', rows }]);
  expect(inspection.sheets[0]!.proposal?.kind).toBe('transactions');
});
