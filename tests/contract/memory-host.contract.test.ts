import { makeMemoryHost, type MemoryHost } from '../../src/hosts/memory/memory-host';
import { describeWorkbookHost, printOfPlan, type ContractSession } from './workbook-host.contract';

const sessionOf = (host: MemoryHost): ContractSession => ({
  host,
  reopen: () => Promise.resolve(sessionOf(host)),
  rename: (from, to) => Promise.resolve(host.rename(from, to)),
  remove: (name) => Promise.resolve(host.remove(name)),
  printOf: () => Promise.resolve(printOfPlan(host.planOf('clientTiers')!)),
});

describeWorkbookHost('memory', (workbook) => Promise.resolve(sessionOf(makeMemoryHost(workbook))));
