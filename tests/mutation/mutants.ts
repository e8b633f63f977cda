import ts from 'typescript';

/** One fault in one line: the text from `start` to `end` becomes `replacement`. */
export interface Mutant {
  readonly file: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** The expression that holds the fault, and can stand in brackets; of a step, the call without its semicolon. */
  readonly host: { readonly start: number; readonly end: number };
  /** What was changed, as a person would say it. */
  readonly what: string;
}

const SWAPPED: Readonly<Partial<Record<ts.SyntaxKind, readonly [from: string, to: string]>>> = {
  [ts.SyntaxKind.LessThanToken]: ['<', '<='],
  [ts.SyntaxKind.LessThanEqualsToken]: ['<=', '<'],
  [ts.SyntaxKind.GreaterThanToken]: ['>', '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken]: ['>=', '>'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: ['===', '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: ['!==', '==='],
  [ts.SyntaxKind.AmpersandAmpersandToken]: ['&&', '||'],
  [ts.SyntaxKind.BarBarToken]: ['||', '&&'],
  [ts.SyntaxKind.MinusToken]: ['-', '+'],
  [ts.SyntaxKind.AsteriskToken]: ['*', '/'],
  [ts.SyntaxKind.SlashToken]: ['/', '*'],
  [ts.SyntaxKind.PlusEqualsToken]: ['+=', '-='],
  [ts.SyntaxKind.MinusEqualsToken]: ['-=', '+='],
};
const METHODS: ReadonlyMap<string, string> = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['max', 'min'],
  ['min', 'max'],
]);

/**
 * The faults that a slip of the hand could make in a file: a comparison off by its limit, a sign, a condition turned round or
 * left out, a number one too large, a step left out. Words, types and imports are left alone.
 */
export function mutantsOf(file: string, text: string): Mutant[] {
  const source = ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found: Mutant[] = [];
  const add = (node: ts.Node, replacement: string, what: string, host: ts.Node = node): void => {
    const start = node.getStart(source);
    const { line } = source.getLineAndCharacterOfPosition(start);
    const around = { start: host.getStart(source), end: host.getEnd() };
    found.push({ file, line: line + 1, start, end: node.getEnd(), replacement, what, host: around });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    if (ts.isTypeAliasDeclaration(node) || ts.isThrowStatement(node)) return;
    if (ts.isBinaryExpression(node)) {
      const swap = SWAPPED[node.operatorToken.kind];
      if (swap) add(node.operatorToken, swap[1], `${swap[0]} → ${swap[1]}`, node);
      const isSum = node.operatorToken.kind === ts.SyntaxKind.PlusToken;
      if (isSum && !holdsText(node)) add(node.operatorToken, '-', '+ → -', node);
      if (node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
        add(node, `(${node.right.getText(source)})`, '?? its right side only');
    } else if (ts.isIfStatement(node)) {
      add(node.expression, 'false', 'if → never');
    } else if (ts.isConditionalExpression(node)) {
      add(node.condition, `!(${node.condition.getText(source)})`, '? : turned round');
    } else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
      add(node, node.operand.getText(source), '! left out');
    } else if (ts.isNumericLiteral(node) && !isNameOfMember(node)) {
      add(node, String(Number(node.text.replace(/_/g, '')) + 1), `${node.text} → one more`);
    } else if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) {
      const isTrue = node.kind === ts.SyntaxKind.TrueKeyword;
      add(node, String(!isTrue), `${isTrue} → ${!isTrue}`);
    } else if (ts.isExpressionStatement(node) && isStep(node.expression)) {
      add(node.expression, 'undefined', 'step left out');
    } else if (
      ts.isPropertyAccessExpression(node) &&
      ts.isCallExpression(node.parent) &&
      node.parent.expression === node
    ) {
      const other = METHODS.get(node.name.text);
      if (other !== undefined) add(node.name, other, `${node.name.text} → ${other}`, chainOf(node.parent));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const holdsText = (node: ts.BinaryExpression): boolean =>
  [node.left, node.right].some(
    (side) =>
      ts.isStringLiteralLike(side) || ts.isTemplateExpression(side) || (ts.isBinaryExpression(side) && holdsText(side)),
  );

/** The whole of `a?.b.some(f).c`: what stops it short must stay in one piece. */
function chainOf(node: ts.Node): ts.Node {
  let whole = node;
  while (
    (ts.isPropertyAccessExpression(whole.parent) ||
      ts.isElementAccessExpression(whole.parent) ||
      ts.isCallExpression(whole.parent) ||
      ts.isNonNullExpression(whole.parent)) &&
    whole.parent.expression === whole
  )
    whole = whole.parent;
  return whole;
}

const isNameOfMember = (node: ts.Node): boolean => ts.isPropertyAssignment(node.parent) && node.parent.name === node;

const isStep = (expression: ts.Expression): boolean =>
  ts.isCallExpression(expression) || (ts.isAwaitExpression(expression) && isStep(expression.expression));
