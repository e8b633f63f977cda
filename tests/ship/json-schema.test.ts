import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import ts from 'typescript';
import { schemaOfType } from '../../src/ship/json-schema';
import { figuresSchema, SCHEMA_FILE } from '../../src/ship/write-schema';

const strict: ts.CompilerOptions = { strict: true, noLib: false, target: ts.ScriptTarget.ES2021, types: [] };

function schemaOf(source: string): Record<string, unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'kelan-schema-'));
  const file = join(folder, 'types.ts');
  writeFileSync(file, source);
  try {
    return schemaOfType(file, 'Result', strict) as Record<string, unknown>;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the schema of a type', () => {
  it('knows values, lists, choices, names for numbers, and what may be absent', () => {
    expect(
      schemaOf(`type Money = number & { readonly unit: 'fen' };
        export interface Result { a: Money; b: string | null; c?: boolean; d: ('x' | 'y')[]; e: Record<string, number> }`),
    ).toEqual({
      type: 'object',
      properties: {
        a: { type: 'number' },
        b: { anyOf: [{ type: 'null' }, { type: 'string' }] },
        c: { type: 'boolean' },
        d: { type: 'array', items: { enum: ['x', 'y'] } },
        e: { type: 'object', properties: {}, additionalProperties: { type: 'number' } },
      },
      required: ['a', 'b', 'd', 'e'],
      additionalProperties: false,
    });
  });

  it('reads what a function returns, each way by itself', () => {
    const check = new Ajv().compile(
      schemaOf(`function make(known: boolean) { return known ? { value: 1 } : { missing: 'no-rows' } }
        export type Result = ReturnType<typeof make>;`),
    );
    expect([check({ value: 1 }), check({ missing: 'x' }), check({}), check({ value: 1, missing: 'x' })]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('stops at a type that holds itself', () => {
    expect(() => schemaOf('export interface Result { inside: Result | null }')).toThrow('holds itself');
  });
});

describe('docs/kelan.schema.json', () => {
  it('is what the types say today (npm run schema writes it)', () => {
    expect(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'))).toEqual(JSON.parse(figuresSchema()));
  });
});
