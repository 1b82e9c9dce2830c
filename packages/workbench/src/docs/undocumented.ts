import ts from 'typescript';
import { commentText, type Declarations } from './declarations.js';

/**
 * What a user can name, set or read and no comment explains: exports without a docstring, and members of the types that are reached from
 * exports, written as `Type.member`. A tag such as `@default` alone explains nothing.
 */
export function undocumented({ checker, isOwn, packages }: Declarations): string[] {
  const missing = new Set<string>();
  const seen = new Set<ts.Symbol>();

  const declared = (symbol: ts.Symbol, owner: string): void => {
    if (seen.has(symbol)) return;
    seen.add(symbol);
    const own = (symbol.declarations ?? []).filter(isOwn);
    if (own.length === 0) return;
    const name = `${owner}${symbol.name}`;
    if (commentText(symbol, checker) === '') missing.add(`${place(own)} ${name}`);
    for (const declaration of own) visit(declaration, `${name}.`);
  };

  /** Members in the types that a declaration writes down, and the types it names; what its body does is its own affair. */
  const visit = (node: ts.Node, owner: string): void => {
    if (ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node)) {
      named(ts.isTypeReferenceNode(node) ? node.typeName : node.expression);
    }
    ts.forEachChild(node, (child) => {
      if (ts.isBlock(child) || isHidden(child) || isOnOneLine(child)) return;
      if (isMember(child) && child.name !== undefined) {
        const symbol = checker.getSymbolAtLocation(child.name);
        if (symbol !== undefined) declared(symbol, owner);
      } else if (!ts.isExpression(child) || ts.isExpressionWithTypeArguments(child) || ts.isArrowFunction(child)) {
        visit(child, owner);
      }
    });
  };

  const named = (name: ts.Node): void => {
    const symbol = checker.getSymbolAtLocation(name);
    if (symbol === undefined) return;
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    if (!(target.flags & ts.SymbolFlags.TypeParameter)) declared(target, '');
  };

  for (const symbol of packages.flatMap(({ exports }) => exports)) declared(symbol, '');
  return [...missing];
}

const isMember = (node: ts.Node): node is ts.ClassElement | ts.TypeElement =>
  ts.isClassElement(node) || ts.isTypeElement(node);

/** An object of few words, explained by the comment of what has it. */
const isOnOneLine = (node: ts.Node): boolean => ts.isTypeLiteralNode(node) && !node.getText().includes('\n');

const isHidden = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword);

/** The file and line, from the folder of packages on. */
function place([first]: readonly ts.Declaration[]): string {
  if (first === undefined) return '';
  const file = first.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(first.getStart());
  return `${file.fileName.replace(/^.*\/packages\//, '')}:${line + 1}`;
}
