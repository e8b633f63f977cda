/**
 * `npm run test:quick`: the tests of what changed, but for those that take their time because they start another program or
 * go through whole workbooks. `npm test` runs all.
 */
module.exports = {
  ...require('../package.json').jest,
  rootDir: '..',
  testPathIgnorePatterns: [
    // A browser, a stand-in Excel, a validator, a database, a packed command.
    '/tests/(browser|office-host|validator|cross-check|ship)/',
    // LibreOffice.
    'libreoffice',
    '/reports/sheets/client-card',
    // The command line, run after run.
    '/cli/(watch/|safe-files)',
    // Whole workbooks, and rounds of typing in them.
    '/tests/(cases|golden|property/typing)/',
    '/core/shared-data/',
    'shared-workbooks',
    '/architecture/coverage',
  ],
};
