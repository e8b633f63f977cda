/**
 * Lets everything that waits run first: messages, clicks, painting. Quicker than a timer, which browsers hold back for
 * four milliseconds when it is set again and again.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
