const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const { BannerPlugin, IgnorePlugin } = require('webpack');
const { noticesOf } = require('./notices');
const { description, engines, license, version } = require('../../package.json');

const ROOT = path.join(__dirname, '..', '..');

/**
 * The command line as a package that npm can install: one file that holds most of what it needs, what is fetched only when
 * it is needed beside it (holidays of other countries, readers of other formats), and the sample. It depends on nothing but Node.
 *
 *   npm run build:command && npm pack ./build/command
 */
module.exports = {
  mode: 'production',
  target: 'node20',
  context: ROOT,
  entry: { kelan: './src/cli/main.ts' },
  output: {
    path: path.join(ROOT, 'build', 'command'),
    filename: '[name].js',
    chunkFilename: 'part-[id].js',
    clean: true,
    compareBeforeEmit: false,
  },
  // A package that calls itself CommonJS and ships another format as `module` is taken by its `main`.
  resolve: { extensions: ['.ts', '.js'], mainFields: ['main'] },
  module: {
    rules: [
      { test: /\.ts$/, loader: 'ts-loader', options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
    ],
  },
  // The command looks for its sample beside itself.
  node: { __dirname: false },
  plugins: [
    new BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, test: /^kelan\.js$/ }),
    // The holidays of other countries are worked out with moment, and named by nobody in its languages.
    new IgnorePlugin({ resourceRegExp: /^\.\/locale$/, contextRegExp: /moment$/ }),
    noticesOf(),
    new CopyPlugin({
      patterns: [
        { from: 'assets/kelan-sample.xlsx', to: 'assets/kelan-sample.xlsx' },
        { from: 'LICENSE', to: 'LICENSE', toType: 'file' },
        { from: 'CHANGELOG.md', to: 'CHANGELOG.md' },
        { from: 'docs/command.md', to: 'README.md' },
        { from: 'package.json', to: 'package.json', transform: () => JSON.stringify(packageOfCommand(), null, 2) },
      ],
    }),
  ],
  optimization: {
    // Names of classes and functions stand in error details that people send in.
    minimize: false,
    splitChunks: false,
  },
  performance: false,
  devtool: false,
};

function packageOfCommand() {
  return {
    name: 'kelan',
    version,
    description,
    license,
    engines,
    type: 'commonjs',
    bin: { kelan: 'kelan.js' },
    files: ['*.js', '*.txt', '*.md', 'assets', 'LICENSE'],
  };
}
