import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { makeMemoryHost, type MemoryHost } from '../../src/hosts/memory/memory-host';
import { Caller, type MessageEnd } from '../../src/hosts/remote/call-channel';
import { HOST_LANE, RemoteHost } from '../../src/hosts/remote/remote-host';
import { serveHost } from '../../src/hosts/remote/serve-host';
import { describeWorkbookHost, printOfPlan, type ContractSession } from './workbook-host.contract';

/** A port of Node as the channel sees ports of a browser: listeners get `{ data }`. */
const endOf = (port: MessagePort): MessageEnd => ({
  postMessage: (message, transfer) => port.postMessage(message, transfer as ArrayBuffer[]),
  addEventListener: (_, listener) => void port.on('message', (data: unknown) => listener({ data })),
});

/** The same suite with every message crossing a real pair of ports: what a worker sees of the workbook. */
const sessionOf = (memory: MemoryHost): ContractSession => {
  const { port1, port2 } = new MessageChannel();
  const host = new RemoteHost(new Caller(endOf(port2), HOST_LANE));
  serveHost(endOf(port1), memory);
  // A session that a test leaves open does not keep the process alive.
  port1.unref();
  port2.unref();
  return {
    host,
    reopen: () => Promise.resolve(sessionOf(memory)),
    rename: (from, to) => Promise.resolve(memory.rename(from, to)),
    remove: (name) => Promise.resolve(memory.remove(name)),
    printOf: () => Promise.resolve(printOfPlan(memory.planOf('clientTiers')!)),
    close: () => {
      port1.close();
      port2.close();
      return Promise.resolve();
    },
  };
};

describeWorkbookHost('remote', (workbook) => Promise.resolve(sessionOf(makeMemoryHost(workbook))));
