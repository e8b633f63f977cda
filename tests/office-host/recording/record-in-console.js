/* global window, document, Blob */
/*
 * Tapes what the add-in and a real Excel say to each other. Paste this into the console of the pane's developer tools,
 * refresh, then call kelanTape.save(). The tape holds the cells that travelled: use the sample workbook, never a real one.
 * How to, step by step: docs/recording-excel.md
 */
(() => {
  const { Office, OfficeExtension } = window;
  const messages = OfficeExtension.RichApiMessageUtility;
  const exchanges = [];
  let answered = 0;

  const wrap = (name, hear) => {
    const original = messages[name];
    messages[name] = function (...args) {
      hear(args);
      return original.apply(this, args);
    };
  };
  const answer = (value) => {
    const exchange = exchanges[answered++];
    if (exchange) Object.assign(exchange, value);
  };
  wrap('buildMessageArrayForIRequestExecutor', (args) => exchanges.push({ request: JSON.stringify(args[2].Body) }));
  wrap('buildResponseOnSuccess', (args) => answer({ answer: args[0] }));
  wrap('buildResponseOnError', (args) => answer({ nativeError: args[0] }));

  window.kelanTape = {
    /** How much is on the tape. */
    get length() {
      return exchanges.length;
    },
    /** Downloads the tape. */
    save(workbook = 'assets/kelan-sample.xlsx') {
      const { diagnostics } = Office.context;
      const sets = ['1.9', '1.11', '1.13', '1.14', '1.17', '1.20'].filter((set) =>
        Office.context.requirements.isSetSupported('ExcelApi', set),
      );
      const tape = {
        platform: String(diagnostics.platform),
        version: diagnostics.version,
        excelApi: sets[sets.length - 1],
        workbook,
        exchanges,
      };
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([JSON.stringify(tape)], { type: 'application/json' }));
      link.download = `excel-${tape.platform}-${tape.version}.tape.json`;
      link.click();
    },
  };
})();
