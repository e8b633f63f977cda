import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { schemaOfType } from './json-schema';

const ROOT = join(__dirname, '..', '..');
export const SCHEMA_FILE = join(ROOT, 'docs', 'kelan.schema.json');

/** The schema of `--json`, from the types that write it. */
export function figuresSchema(): string {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => readFileSync(path, 'utf8')) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT);
  const schema = schemaOfType(join(ROOT, 'src', 'app', 'json', 'analysis-json.ts'), 'AnalysisJson', options);
  const head = { $schema: 'http://json-schema.org/draft-07/schema#', title: 'Figures of 客览 Kelan (--json)' };
  return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`;
}

if (require.main === module) writeFileSync(SCHEMA_FILE, figuresSchema());
