import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';

/**
 * The dependency rule, held over every import the compiler's scanner can see: `import`, `export from`, `import()` and
 * `import('…')` types.
 */
const SRC = join(__dirname, '..', '..', 'src');

const MAY_IMPORT: Record<string, { readonly folders: readonly string[]; readonly why: string }> = {
  i18n: { folders: [], why: 'languages know no feature' },
  workbook: { folders: [], why: 'the words shared by ingest, reports and hosts depend on nothing' },
  core: { folders: ['i18n'], why: 'analysis is pure; only the shape of a text comes from outside' },
  ingest: { folders: ['core', 'workbook', 'i18n'], why: 'sheets become a Dataset without any host' },
  reports: {
    folders: ['core', 'workbook', 'i18n'],
    why: 'reports lay out what the analysis holds and never read a host',
  },
  app: {
    folders: ['core', 'ingest', 'reports', 'workbook', 'i18n'],
    why: 'use cases stand on the port, not on a host',
  },
  'hosts/office': { folders: ['workbook'], why: 'a host knows the words of the workbook and nothing else' },
  'hosts/memory': { folders: ['workbook'], why: 'a host knows the words of the workbook and nothing else' },
  'hosts/remote': { folders: ['workbook'], why: 'a host knows the words of the workbook and nothing else' },
  'hosts/xlsx': { folders: ['workbook'], why: 'a host knows the words of the workbook and nothing else' },
  'hosts/joined': { folders: ['workbook'], why: 'a host knows the words of the workbook and nothing else' },
  'hosts/database': { folders: ['workbook'], why: 'a host knows the words of the workbook and nothing else' },
  taskpane: { folders: ['app', 'i18n'], why: 'screens talk to use cases' },
  standalone: {
    folders: ['app', 'i18n', 'taskpane', 'workbook'],
    why: 'the page is the same pane beside a viewer that knows addresses of cells',
  },
  commands: { folders: ['app', 'i18n'], why: 'ribbon buttons talk to use cases' },
  cli: {
    folders: ['app', 'core', 'ingest', 'workbook', 'i18n'],
    why: 'the command line reads days, maps and errors itself and leaves the host to main.ts',
  },
  ship: { folders: [], why: 'what is handed out is made and served beside the program, not by it' },
};

/** Entries only wire: they may import anything. */
const ENTRIES = [
  'taskpane/index.tsx',
  'taskpane/desk.worker.ts',
  'commands/index.ts',
  'standalone/index.tsx',
  'standalone/desk.worker.ts',
  'notice/index.ts',
  'cli/main.ts',
  'cli/open-xlsx-file.ts',
  'cli/open-beside.ts',
];

/** Types and values that faces may name wherever they come from: the data that use cases hand out. */
const FACE_FOLDERS = ['taskpane', 'standalone', 'commands', 'cli'];

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(path: string): { readonly specifier: string; readonly isType: boolean }[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: { specifier: string; isType: boolean }[] = [];
  const visit = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      const isType = ts.isImportDeclaration(node) ? (node.importClause?.isTypeOnly ?? false) : node.isTypeOnly;
      found.push({ specifier: node.moduleSpecifier.text, isType });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const argument = node.arguments[0];
      if (argument && ts.isStringLiteral(argument)) found.push({ specifier: argument.text, isType: false });
    } else if (
      ts.isImportTypeNode(node) &&
      ts.isLiteralTypeNode(node.argument) &&
      ts.isStringLiteral(node.argument.literal)
    ) {
      found.push({ specifier: node.argument.literal.text, isType: true });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const layerOf = (file: string): string => {
  const parts = relative(SRC, file).split(sep);
  return parts[0] === 'hosts' ? `hosts/${parts[1]}` : parts[0]!;
};

const files = sourceFiles(SRC);

/**
 * The floors inside core, from the ground up. A room leans on floors before its own; what two rooms both need stands in the
 * lower one.
 */
const FLOORS = [
  'settings',
  'model',
  'measures',
  'calendar',
  'facts',
  'prospects',
  'sales',
  'receivables',
  'service',
  'credit',
  'files',
  'kpis',
  'standing',
  'analysis',
  'changes',
  'plan',
  'findings',
  'analyse',
] as const;

type Floor = (typeof FLOORS)[number];

/** `core/settings.ts`, `analysis.ts` and `analyse.ts` are floors of one file. */
function floorOf(file: string): Floor {
  const [, room = ''] = relative(SRC, file).split(sep);
  const name = room.replace(/\.ts$/, '');
  const floor = FLOORS.find((one) => one === name);
  if (!floor) throw new Error(`core/${room} is not a floor of core: ${FLOORS.join(', ')}`);
  return floor;
}

/** A folder of more files than this is a hall: files of one kind, named by it, do not count. */
const MOST_LOOSE_FILES = 24;
const ONE_KIND = /\.(report|class|kpis|fields|settings|finding|bench|test)\.tsx?$/;

function foldersOf(folder: string): string[] {
  const inside = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [folder, ...inside.flatMap(({ name }) => foldersOf(join(folder, name)))];
}

function resolveImport(from: string, specifier: string): string | undefined {
  const base = join(from, '..', specifier);
  return [base, `${base}.ts`, `${base}.tsx`, join(base, 'index.ts')].find((path) => files.includes(path));
}

describe('the dependency rule', () => {
  it('sees the source', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it.each(files.map((file) => [relative(SRC, file).split(sep).join('/'), file]))(
    '%s imports only inwards',
    (name, file) => {
      if (ENTRIES.includes(name)) return;
      const layer = layerOf(file);
      const rule = MAY_IMPORT[layer];
      if (!rule) throw new Error(`${name}: "${layer}" is not a folder of the architecture`);
      for (const { specifier, isType } of importsOf(file)) {
        if (!specifier.startsWith('.')) continue;
        const target = resolveImport(file, specifier);
        if (!target) {
          if (/\.(css|json|svg|png)$/.test(specifier)) continue;
          throw new Error(`${name} imports "${specifier}", which is not there`);
        }
        const targetLayer = layerOf(target);
        if (targetLayer === layer || rule.folders.includes(targetLayer)) continue;
        if (isType && FACE_FOLDERS.includes(layer) && !targetLayer.startsWith('hosts/')) continue;
        throw new Error(`${name} may not import ${targetLayer} ("${specifier}"): ${rule.why}`);
      }
    },
  );

  it('has no import cycles, type imports included', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter(({ specifier }) => specifier.startsWith('.'))
          .map(({ specifier }) => resolveImport(file, specifier))
          .filter((target): target is string => target !== undefined),
      ]),
    );
    const state = new Map<string, 'open' | 'done'>();
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        const circle = [...path.slice(path.indexOf(file)), file];
        throw new Error(`Cycle: ${circle.map((one) => relative(SRC, one)).join(' -> ')}`);
      }
      state.set(file, 'open');
      for (const target of graph.get(file) ?? []) visit(target, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
  });

  it.each(
    files.filter((file) => layerOf(file) === 'core').map((file) => [relative(SRC, file).split(sep).join('/'), file]),
  )('%s leans only on lower floors of core', (name, file) => {
    const floor = floorOf(file);
    for (const { specifier } of importsOf(file)) {
      const target = specifier.startsWith('.') ? resolveImport(file, specifier) : undefined;
      if (!target || layerOf(target) !== 'core') continue;
      const targetFloor = floorOf(target);
      if (FLOORS.indexOf(targetFloor) <= FLOORS.indexOf(floor)) continue;
      throw new Error(
        `${name} (${floor}) may not import ${relative(SRC, target)} (${targetFloor}): a floor of core leans only on those before it: ${FLOORS.join(', ')}`,
      );
    }
  });

  it('keeps folders that one can look over', () => {
    const crowded = [SRC, join(__dirname, '..')].flatMap(foldersOf).flatMap((folder) => {
      const names = readdirSync(folder, { withFileTypes: true }).flatMap((one) => (one.isFile() ? [one.name] : []));
      const loose = names.filter((name) => !ONE_KIND.test(name));
      return loose.length > MOST_LOOSE_FILES ? [`${relative(join(SRC, '..'), folder)}: ${loose.length} files`] : [];
    });
    expect(crowded).toEqual([]);
  });

  it('says Excel and Office only in hosts/office and in what wires it', () => {
    const allowed = (name: string): boolean => name.startsWith('hosts/office/') || ENTRIES.includes(name);
    const offenders = files
      .map((file) => [relative(SRC, file).split(sep).join('/'), file] as const)
      .filter(([name]) => !allowed(name))
      .filter(([, file]) => {
        const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
        let says = false;
        const visit = (node: ts.Node): void => {
          if (ts.isIdentifier(node) && /^(Excel|Office|OfficeExtension)$/.test(node.text)) {
            const parent = node.parent;
            const isMember = ts.isPropertyAccessExpression(parent) && parent.name === node;
            const isKey = ts.isPropertyAssignment(parent) && parent.name === node;
            if (!isMember && !isKey) says = true;
          }
          ts.forEachChild(node, visit);
        };
        visit(source);
        return says;
      })
      .map(([name]) => name);
    expect(offenders).toEqual([]);
  });
});
