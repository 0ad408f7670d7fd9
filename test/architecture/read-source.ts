import ts from "typescript";

/** What a file imports, and what it names outside of comments and text. */
export interface Source {
  path: string;
  imports: Import[];
  /** Names that the file does not declare itself, or reads from a value: `Date`, `.localeCompare`. */
  words: Word[];
  /** Names of the functions a file exports. */
  exportedFunctions: string[];
  defaultExport: boolean;
  /** Whether the parser could read all of it. */
  whole: boolean;
}

export interface Import {
  /** As written: `../core/text.ts`, `node:fs`, `date-fns/addDays`. */
  from: string;
  /** `value` runs the file when ours is loaded, `lazy` when it is asked for, `type` never. */
  how: "value" | "lazy" | "type";
  /** Whether it only hands on what the other file exports. */
  again: boolean;
}

export interface Word {
  name: string;
  /** The word before it: `Math` of `Math.random`, else empty. */
  of: string;
  line: number;
  /** Whether it only names a type. */
  isType: boolean;
}

/** Reads the syntax tree of one file. */
export function readSource(path: string, text: string): Source {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const source: Source = {
    path,
    imports: [],
    words: [],
    exportedFunctions: [],
    defaultExport: false,
    whole: syntaxErrors(tree) === 0,
  };
  const visit = (node: ts.Node): void => {
    const found = importOf(node);
    if (found !== null) source.imports.push(found);
    const word = wordOf(node, tree);
    if (word !== null) source.words.push(word);
    if (isDefaultExport(node)) source.defaultExport = true;
    ts.forEachChild(node, visit);
  };
  visit(tree);
  const own = declaredNames(tree);
  source.words = source.words.filter((word) => word.of !== "" || !own.has(word.name));
  source.exportedFunctions = tree.statements.flatMap(exportedFunctions);
  return source;
}

/** A parameter called `global` is no way out of the file. */
function declaredNames(tree: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (
      (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)) &&
      ts.isIdentifier(node.name)
    )
      names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return names;
}

/** The parser recovers from errors and may then see fewer imports than there are. */
function syntaxErrors(tree: ts.SourceFile): number {
  return (tree as unknown as {parseDiagnostics: unknown[]}).parseDiagnostics.length;
}

function importOf(node: ts.Node): Import | null {
  if (ts.isImportDeclaration(node)) return statement(node.moduleSpecifier, onlyTypes(node), false);
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined)
    return statement(node.moduleSpecifier, exportsOnlyTypes(node), true);
  if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference))
    return statement(node.moduleReference.expression, node.isTypeOnly, false);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return statement(node.argument.literal, true, false);
  if (ts.isCallExpression(node) && isLoad(node.expression)) {
    const from = node.arguments[0];
    return {from: from === undefined ? "" : textOf(from), how: "lazy", again: false};
  }
  return null;
}

function isLoad(callee: ts.Expression): boolean {
  return (
    callee.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(callee) && callee.text === "require")
  );
}

function statement(from: ts.Expression, type: boolean, again: boolean): Import {
  return {from: textOf(from), how: type ? "type" : "value", again};
}

/** What is not written as a text cannot be looked up, and matches no rule that allows it. */
function textOf(node: ts.Expression): string {
  return ts.isStringLiteralLike(node) ? node.text : `(computed) ${node.getText()}`;
}

function onlyTypes(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    clause.name === undefined &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((one) => one.isTypeOnly)
  );
}

function exportsOnlyTypes(node: ts.ExportDeclaration): boolean {
  const clause = node.exportClause;
  if (node.isTypeOnly) return true;
  return (
    clause !== undefined &&
    ts.isNamedExports(clause) &&
    clause.elements.length > 0 &&
    clause.elements.every((one) => one.isTypeOnly)
  );
}

function wordOf(node: ts.Node, tree: ts.SourceFile): Word | null {
  const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
  const word = (name: string, of = ""): Word => ({
    name,
    of,
    line,
    isType: ts.isTypeReferenceNode(node.parent),
  });
  if (ts.isMetaProperty(node)) return word("import.meta");
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression))
    return word(node.argumentExpression.text, lastName(node.expression));
  if (!ts.isIdentifier(node)) return null;
  const {parent} = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node)
    return word(node.text, lastName(parent.expression));
  if (ts.isBindingElement(parent) && (parent.propertyName ?? parent.name) === node)
    return word(node.text, takenFrom(parent));
  return isOnlyAName(node) ? null : word(node.text);
}

/** `Math` of `const {random} = Math`. */
function takenFrom(element: ts.BindingElement): string {
  const declaration = element.parent.parent;
  return ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined
    ? lastName(declaration.initializer)
    : "(parameter)";
}

function lastName(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text;
  return ts.isPropertyAccessExpression(node) ? node.name.text : "(value)";
}

/** Keys of object literals and members of types are names that a file gives, not what it reaches for. */
function isOnlyAName(node: ts.Identifier): boolean {
  const {parent} = node;
  const named =
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isGetAccessor(parent) ||
    ts.isEnumMember(parent);
  return named && parent.name === node;
}

function exportedFunctions(statement: ts.Statement): string[] {
  const exported =
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some((one) => one.kind === ts.SyntaxKind.ExportKeyword);
  if (!exported) return [];
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    return [statement.name?.text ?? "default"];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations
    .filter(({initializer}) => initializer !== undefined && isFunction(initializer))
    .map(({name}) => name.getText());
}

function isFunction(node: ts.Expression): boolean {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isClassExpression(node);
}

function isDefaultExport(node: ts.Node): boolean {
  return ts.isExportAssignment(node) || node.kind === ts.SyntaxKind.DefaultKeyword
    ? !ts.isDefaultClause(node.parent)
    : false;
}
