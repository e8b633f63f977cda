// Standard input: `{ dialect, statements }`; standard output: for each statement what the grammar of that dialect finds wrong.
// A program of its own: the parsers are modules that the tests' loader cannot take in.
import { register } from 'tsx/esm/api';

register();
const { SparkSQL, TrinoSQL } = await import('dt-sql-parser');
const PARSERS = { spark: SparkSQL, trino: TrinoSQL };

let input = '';
for await (const part of process.stdin) input += part;
const { dialect, statements } = JSON.parse(input);
const parser = new PARSERS[dialect]();
process.stdout.write(
  JSON.stringify(statements.map((statement) => parser.validate(statement).map(({ message }) => message))),
);
