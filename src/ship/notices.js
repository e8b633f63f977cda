const LicensePlugin = require('webpack-license-plugin');

/** Everything that may be given on in a program under the MIT licence. Anything else stops the build until looked at. */
const ACCEPTED = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'CC-BY-3.0',
  'CC0-1.0',
  'Unlicense',
];

/**
 * Writes THIRD-PARTY-NOTICES.txt: name, version, author, licence and its text, of every package of which a line is
 * really in what was built.
 *
 * @param {string[]} more folders of packages that are copied, not built in
 */
exports.noticesOf = (more = []) =>
  new LicensePlugin({
    outputFilename: 'licences/packages.json',
    includeNoticeText: true,
    excludedPackageTest: (name) => name === 'kelan',
    includePackages: () => more,
    unacceptableLicenseTest: (expression) =>
      !expression.split(/[() ]+|AND|OR/).every((id) => id === '' || ACCEPTED.includes(id)),
    additionalFiles: { 'THIRD-PARTY-NOTICES.txt': wordNotices },
  });

/** A few packages name their licence and leave its text out. */
function textOf(license, author) {
  if (license !== 'ISC') return `The package says "license": "${license}" and carries no text of it.`;
  return [
    `Copyright (c) ${author ?? 'its authors'}`,
    '',
    'Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby',
    'granted, provided that the above copyright notice and this permission notice appear in all copies.',
    '',
    'THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL',
    'IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,',
    'INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN',
    'AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR',
    'PERFORMANCE OF THIS SOFTWARE.',
  ].join('\n');
}

const RULE = `\n\n${'-'.repeat(78)}\n\n`;

function wordNotices(packages) {
  const head =
    'This program contains the work of others, each part under the licence that stands with it.\n' +
    '本程序包含下列第三方软件，各按其后所列的许可使用。';
  const parts = [...packages]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, version, author, license, licenseText, noticeText, repository }) =>
      [
        `${name} ${version} (${license})`,
        ...(author ? [author] : []),
        ...(repository ? [repository] : []),
        '',
        (licenseText ?? textOf(license, author)).trim(),
        ...(noticeText ? ['', noticeText.trim()] : []),
      ].join('\n'),
    );
  return `${[head, ...parts].join(RULE)}\n`;
}
