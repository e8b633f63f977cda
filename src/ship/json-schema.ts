import ts from 'typescript';

export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * JSON schema of an exported type, as the compiler sees it: what a function returns need not be written down twice.
 *
 * Objects are closed: a property that appears or goes away changes the schema, and with it the contract.
 */
export function schemaOfType(file: string, typeName: string, options: ts.CompilerOptions): JsonSchema {
  const program = ts.createProgram([file], { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  const symbol = module && checker.getExportsOfModule(module).find(({ name }) => name === typeName);
  if (!symbol) throw new Error(`${file} exports no ${typeName}`);
  return new SchemaMaker(checker).schemaOf(checker.getDeclaredTypeOfSymbol(symbol));
}

class SchemaMaker {
  private readonly open = new Set<ts.Type>();

  constructor(private readonly checker: ts.TypeChecker) {}

  schemaOf(type: ts.Type): JsonSchema {
    const { flags } = type;
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
    if (flags & ts.TypeFlags.Null) return { type: 'null' };
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (flags & ts.TypeFlags.BooleanLiteral) return { const: this.checker.typeToString(type) === 'true' };
    if (flags & ts.TypeFlags.StringLike) return { type: 'string' };
    if (flags & ts.TypeFlags.NumberLike) return { type: 'number' };
    if (type.isUnion()) return this.unionOf(type.types);
    // Money and days are numbers that carry a name.
    if (type.isIntersection()) {
      const plain = type.types.find(({ flags: part }) => part & (ts.TypeFlags.NumberLike | ts.TypeFlags.StringLike));
      if (plain) return this.schemaOf(plain);
    }
    if (this.checker.isArrayType(type) || this.checker.isTupleType(type)) {
      const items = this.checker.getTypeArguments(type as ts.TypeReference).map((item) => this.schemaOf(item));
      return { type: 'array', items: items.length === 1 ? items[0]! : anyOf(items) };
    }
    return this.objectOf(type);
  }

  private unionOf(types: readonly ts.Type[]): JsonSchema {
    const rest = types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
    const isBoolean = rest.filter(({ flags }) => flags & ts.TypeFlags.BooleanLiteral).length === 2;
    const others = rest.filter(({ flags }) => !(isBoolean && flags & ts.TypeFlags.BooleanLiteral));
    return anyOf([...others.map((one) => this.schemaOf(one)), ...(isBoolean ? [{ type: 'boolean' }] : [])]);
  }

  private objectOf(type: ts.Type): JsonSchema {
    if (this.open.has(type)) throw new Error(`${this.checker.typeToString(type)} holds itself`);
    this.open.add(type);
    const properties: Record<string, JsonSchema> = {};
    const required: string[] = [];
    for (const property of this.checker.getPropertiesOfType(type)) {
      const own = this.checker.getTypeOfSymbol(property);
      // The compiler lines up the members of a union: what another one has is undefined here, and never written.
      if (own.flags & ts.TypeFlags.Undefined) continue;
      const words = ts.displayPartsToString(property.getDocumentationComment(this.checker));
      properties[property.name] = { ...(words !== '' && { description: words }), ...this.schemaOf(own) };
      const mayBeAbsent = property.flags & ts.SymbolFlags.Optional || isUndefined(own);
      if (!mayBeAbsent) required.push(property.name);
    }
    const index = this.checker.getIndexInfoOfType(type, ts.IndexKind.String);
    this.open.delete(type);
    return {
      type: 'object',
      properties,
      ...(required.length > 0 && { required }),
      additionalProperties: index ? this.schemaOf(index.type) : false,
    };
  }
}

const isUndefined = (type: ts.Type): boolean =>
  type.isUnion() && type.types.some(({ flags }) => flags & ts.TypeFlags.Undefined);

/** One of several; what is said twice is said once, and plain values are a list. */
function anyOf(schemas: readonly JsonSchema[]): JsonSchema {
  const all = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  const values = all.flatMap((schema) => ('const' in schema ? [schema['const']] : []));
  const rest = all.filter((schema) => !('const' in schema));
  const listed = values.length > 1 ? [{ enum: values.sort() }] : values.length === 1 ? [{ const: values[0] }] : [];
  const parts: readonly JsonSchema[] = [...listed, ...rest];
  return parts.length === 1 ? parts[0]! : { anyOf: parts };
}
