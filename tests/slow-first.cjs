const Sequencer = require('@jest/test-sequencer').default;

/** The tests that take longest, longest first: begun last, one of them would run on alone while the other cores have nothing to do. */
const SLOW = [
  'browser/browser',
  'property/typing/typing',
  'office-host/app-refresh',
  'office-host/fault-matrix',
  'validator/written-workbooks',
  'reports/sheets/client-card',
  'cases/run-cases',
  'cross-check/findings',
  'cross-check/workbooks',
  'app/resaved-by-libreoffice',
  'golden/run-golden',
  'ship/command',
].map((name) => `/${name}.test.ts`);

/** Where no run is remembered, as on a fresh machine, jest begins with the largest files, and they are not the slowest. */
module.exports = class SlowFirst extends Sequencer {
  sort(tests) {
    const placeOf = ({ path }) => {
      const at = SLOW.findIndex((name) => path.replaceAll('\\', '/').endsWith(name));
      return at < 0 ? SLOW.length : at;
    };
    return [...super.sort(tests)].sort((a, b) => placeOf(a) - placeOf(b));
  }
};
