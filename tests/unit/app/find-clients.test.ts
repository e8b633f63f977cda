import { findClients, indexClients } from '../../../src/app/find-clients';
import type { Analysis } from '../../../src/core/analysis';
import type { Dataset } from '../../../src/core/model/dataset';
import { RowOrigin } from '../../../src/core/model/row-origin';

const NAMES = ['绿源饲料有限公司', '禾丰牧业集团', '重庆粮油', 'Green Spring Feed Ltd'];
const PHONES = ['0311-5550078', '139 1004 7514', '', ''];

const dataset = {
  sheets: [],
  tables: {
    clients: {
      rows: 4,
      columns: { phone: { codes: Int32Array.from([0, 1, 2, 3]), values: PHONES } },
      origin: new RowOrigin(4, () => 0, Number),
    },
  },
  accounts: [],
  issues: [],
  issueCounts: {},
} as unknown as Dataset;

const analysis = {
  clients: NAMES.map((name, client) => ({ client, code: `K000${client}`, name, netAmount: 100 - client })),
} as unknown as Analysis;

describe('looking a client up', () => {
  const found = async (query: string): Promise<number[]> =>
    findClients(await indexClients(dataset, analysis), query).map(({ client }) => client);

  it.each([
    ['绿源', [0]],
    ['lysl', [0]],
    ['lvyuan', [0]],
    ['HF', [1]],
    // 重庆 is read chóng, not zhòng.
    ['cqly', [2]],
    ['green spring', [3]],
    ['k0002', [2]],
    ['5550078', [0]],
    ['13910047514', [1]],
    ['没有这家', []],
    ['  ', []],
  ])('%s', async (query, clients) => {
    expect(await found(query)).toEqual(clients);
  });

  it('puts the closest match first, then the larger client', async () => {
    expect(await found('k000')).toEqual([0, 1, 2, 3]);
    expect((await found('ly'))[0]).toBe(0);
  });
});
