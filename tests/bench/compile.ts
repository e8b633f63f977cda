import { join } from 'node:path';
import webpack from 'webpack';

const ROOT = join(__dirname, '..', '..');

/**
 * Packs the bench as the product is packed: the loader that runs TypeScript in place wraps every function and looks
 * imported names up each time, and would be measured with it.
 */
export function compileBench(folder: string): Promise<string> {
  const compiler = webpack({
    mode: 'production',
    target: 'node20',
    context: ROOT,
    entry: join(__dirname, 'section.ts'),
    output: { path: folder, filename: 'bench.cjs' },
    // A package that calls itself CommonJS and ships another format as `module` is taken by its `main`.
    resolve: { extensions: ['.ts', '.tsx', '.js'], modules: [join(ROOT, 'node_modules')], mainFields: ['main'] },
    module: {
      rules: [
        { test: /\.tsx?$/, loader: 'ts-loader', options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
      ],
    },
    // Holds native code: loaded from where it is installed.
    externals: { '@duckdb/node-api': `commonjs ${join(ROOT, 'node_modules', '@duckdb', 'node-api')}` },
    optimization: { minimize: false },
    performance: false,
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error) reject(error);
      else if (stats?.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
      else compiler.close(() => resolve(join(folder, 'bench.cjs')));
    });
  });
}
