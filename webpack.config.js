const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');
const MinimizerPlugin = require('minimizer-webpack-plugin');
const { randomUUID } = require('node:crypto');
const { readFileSync } = require('node:fs');
const tsx = require('tsx/cjs/api');
const { noticesOf } = require('./src/ship/notices');
const { version } = require('./package.json');

const { addressManifest } = tsx.require('./src/ship/address-manifest.ts', __filename);
const { appPackage } = tsx.require('./src/ship/app-package.ts', __filename);

/**
 * Where the page takes Office.js from. `own`: copied from node_modules at build, for in-house hosting and machines
 * without internet; `global` and `china`: Microsoft's two CDNs.
 *
 *   npm run build -- --env office=own
 */
const OFFICE_JS = {
  own: { script: 'office-js/office.js', origin: '' },
  global: {
    script: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
    origin: 'https://appsforoffice.microsoft.com',
  },
  china: {
    script: 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
    origin: 'https://appsforoffice.cdn.partner.office365.cn',
  },
};

/** Nothing but the add-in's own origin and Office.js. Fabric writes its styles into style elements at run time. */
const contentSecurityPolicy = (officeOrigin) =>
  [
    "default-src 'none'",
    `script-src 'self' ${officeOrigin}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src 'self' ${officeOrigin}`.trim(),
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join('; ');

const officeJsFolder = path.join(__dirname, 'node_modules', '@microsoft', 'office-js', 'dist');
const iconFontsFolder = path.join(__dirname, 'node_modules', '@uifabric', 'icons', 'fonts');

/**
 * Both manifests carry the address from which the build will be served, and an id of the firm's own where asked for.
 *
 *   npm run build -- --env origin=https://kelan.firm.cn/ --env id=new
 */
function manifestOf(env) {
  const id = env.id === 'new' ? randomUUID() : env.id;
  const xml = readFileSync(path.join(__dirname, 'manifest.xml'), 'utf8');
  return addressManifest(xml, { origin: env.origin ?? 'https://localhost:3000', version, ...(id && { id }) });
}

const icon = (name) => readFileSync(path.join(__dirname, 'assets', name));

module.exports = async (env = {}, argv = {}) => {
  const isProduction = argv.mode !== 'development';
  const officeName = env.office ?? (isProduction ? 'global' : 'own');
  const office = OFFICE_JS[officeName];
  if (!office) throw new Error(`--env office=${officeName}: choose ${Object.keys(OFFICE_JS).join(', ')}`);

  const manifest = manifestOf(env);

  const page = (name, title, withOffice, chunks = [name]) =>
    new HtmlPlugin({
      filename: `${name}.html`,
      template: `src/${name}/${name}.html`,
      chunks,
      title,
      scriptLoading: 'defer',
      templateParameters: {
        officeScript: withOffice ? office.script : '',
        contentSecurityPolicy: contentSecurityPolicy(withOffice ? office.origin : ''),
      },
    });

  return {
    mode: isProduction ? 'production' : 'development',
    devtool: isProduction ? false : 'source-map',
    entry: {
      taskpane: './src/taskpane/index.tsx',
      commands: './src/commands/index.ts',
      standalone: './src/standalone/index.tsx',
      notice: './src/notice/index.ts',
    },
    output: {
      path: path.join(__dirname, 'dist'),
      filename: isProduction ? '[name].[contenthash:8].js' : '[name].js',
      chunkFilename: isProduction ? 'chunk-[name].[contenthash:8].js' : 'chunk-[name].js',
      clean: true,
    },
    resolve: {
      extensions: ['.tsx', '.ts', '.js'],
      // Fabric and its companions ship CommonJS beside modules: only modules can be shaken.
      mainFields: ['browser', 'module', 'main'],
    },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: { loader: 'ts-loader', options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
        },
        // Modules by their content that their package.json calls CommonJS.
        { test: /chinese-days[\\/]dist[\\/].*\.es\.js$/, type: 'javascript/esm' },
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
      ],
    },
    plugins: [
      new (require('webpack').DefinePlugin)({ KELAN_VERSION: JSON.stringify(version) }),
      // The holidays of other countries are worked out with moment, and named by nobody in its languages.
      new (require('webpack').IgnorePlugin)({ resourceRegExp: /^\.\/locale$/, contextRegExp: /moment$/ }),
      new MiniCssExtractPlugin({ filename: isProduction ? '[name].[contenthash:8].css' : '[name].css' }),
      ...(isProduction ? [noticesOf()] : []),
      page('taskpane', '客览 Kelan', true),
      page('commands', '客览 Kelan', true),
      page('standalone', '客览 Kelan', false),
      page('notice', '客览 Kelan', true),
      page('help', '客览 Kelan 帮助 Help', false, []),
      new CopyPlugin({
        patterns: [
          { from: 'assets/*.png', to: 'assets/[name][ext]' },
          { from: 'assets/kelan-sample.xlsx', to: 'assets/kelan-sample.xlsx' },
          { from: iconFontsFolder, to: 'fonts' },
          { from: 'manifest.xml', to: 'manifest.xml', transform: () => manifest },
          {
            from: 'manifest.xml',
            to: 'kelan-app.zip',
            toType: 'file',
            transform: () =>
              Buffer.from(appPackage(manifest, { color: icon('icon-192.png'), outline: icon('outline-32.png') })),
          },
          { from: 'LICENSE', to: 'licences/kelan.txt', toType: 'file' },
          { from: 'node_modules/date-holidays/LICENSE', to: 'licences/date-holidays.txt', toType: 'file' },
          ...(officeName === 'own'
            ? [
                {
                  from: path.join(officeJsFolder, '{office,excel-*}.js').replace(/\\/g, '/'),
                  to: 'office-js/[name][ext]',
                },
                { from: path.join(officeJsFolder, '..', 'LICENSE.md'), to: 'licences/office-js.txt', toType: 'file' },
                { from: path.join(officeJsFolder, 'zh-cn'), to: 'office-js/zh-cn' },
                { from: path.join(officeJsFolder, 'en-us'), to: 'office-js/en-us' },
              ]
            : []),
        ],
      }),
    ],
    optimization: {
      splitChunks: { chunks: 'async' },
      // Seven times as fast as webpack's own choice for 9 % more bytes: so fast that the tests build what is shipped.
      minimizer: [
        new MinimizerPlugin({
          minify: {
            implementation: MinimizerPlugin.esbuildMinify,
            options: { legalComments: 'none', target: ['chrome109', 'edge109', 'safari15'] },
          },
        }),
      ],
    },
    performance: { hints: false },
    devServer: {
      static: false,
      port: 3000,
      hot: false,
      liveReload: false,
      headers: { 'Access-Control-Allow-Origin': '*' },
      server: env.WEBPACK_SERVE && !env.plain ? { type: 'https', options: await httpsOptions() } : 'http',
      open: env.open ? [`/${env.open}.html`] : false,
    },
  };
};

/** The certificates that Excel trusts on this machine; made on first use. */
async function httpsOptions() {
  const { getHttpsServerOptions } = require('office-addin-dev-certs');
  const { ca, cert, key } = await getHttpsServerOptions();
  return { ca, cert, key };
}
