import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** The public packages of a workspace, as the compiler sees their sources. */
export interface Declarations {
  readonly checker: ts.TypeChecker;
  readonly packages: readonly PackageDeclarations[];
  /** Whether a declaration is of one of the workspace's sources. */
  isOwn(declaration: ts.Declaration): boolean;
}

export interface PackageDeclarations {
  readonly name: string;
  readonly folder: string;
  /** What its entries export, in their order, each once. */
  readonly exports: readonly ts.Symbol[];
  /** Its sources, tests left out. */
  readonly sources: readonly ts.SourceFile[];
}

/** A member of an interface, as its documentation says it. */
export interface Member {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  /** The text of `@default`, if there is one. */
  readonly fallback: string | undefined;
  readonly text: string;
}

/** Reads the public packages of a workspace. Takes a second or two. */
export function readDeclarations(root: string): Declarations {
  const packages = publicPackages(root);
  const paths = Object.fromEntries(
    packages.flatMap(({ name, entries }) => entries.map(({ subPath, file }) => [name + subPath, [file]])),
  );
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    jsx: ts.JsxEmit.ReactJSX,
    paths,
  };
  const files = packages.flatMap(({ entries }) => entries.map(({ file }) => file));
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const isOwn = (declaration: ts.Declaration) =>
    packages.some(({ folder }) => declaration.getSourceFile().fileName.startsWith(`${folder}/src/`));
  return {
    checker,
    isOwn,
    packages: packages.map(({ name, folder, entries }) => ({
      name,
      folder,
      exports: [...new Set(entries.flatMap(({ file }) => exportsOf(program.getSourceFile(file), checker)))],
      sources: program
        .getSourceFiles()
        .filter(({ fileName }) => fileName.startsWith(`${folder}/src/`) && !fileName.includes('.test.')),
    })),
  };
}

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, unknown>>;
}

function publicPackages(root: string) {
  return readdirSync(join(root, 'packages'))
    .map((name) => join(root, 'packages', name))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) => ({
      folder,
      manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest,
    }))
    .filter(({ manifest }) => manifest.private !== true)
    .map(({ folder, manifest }) => ({ name: manifest.name, folder, entries: entriesOf(folder, manifest) }))
    .filter(({ entries }) => entries.length > 0);
}

/** `./adapter-kit` of a package is `src/adapter-kit.ts`. */
function entriesOf(folder: string, { exports = {} }: Manifest): { subPath: string; file: string }[] {
  return Object.keys(exports)
    .filter((path) => path !== './package.json')
    .map((path) => ({
      subPath: path.slice(1),
      file: join(folder, 'src', `${path === '.' ? 'index' : path.slice(2)}.ts`),
    }))
    .filter(({ file }) => existsSync(file));
}

function exportsOf(file: ts.SourceFile | undefined, checker: ts.TypeChecker): ts.Symbol[] {
  const symbol = file && checker.getSymbolAtLocation(file);
  if (symbol === undefined) return [];
  return checker
    .getExportsOfModule(symbol)
    .map((exported) => (exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported));
}

/** The members of an object type, inherited ones included, in the order they are declared. */
export function membersOf(type: ts.Type, checker: ts.TypeChecker): Member[] {
  return type.getProperties().map((property) => {
    const declaration = property.declarations?.[0];
    const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    return {
      name: property.name,
      type: typeText(property, declaration, checker),
      isRequired: !isOptional,
      fallback: tagText(property, 'default'),
      text: commentText(property, checker),
    };
  });
}

/** The type as it is written, on one line; computed where nobody wrote it. */
function typeText(property: ts.Symbol, declaration: ts.Declaration | undefined, checker: ts.TypeChecker): string {
  if (declaration !== undefined && ts.isPropertySignature(declaration) && declaration.type !== undefined) {
    return oneLine(declaration.type.getText());
  }
  if (declaration !== undefined && ts.isMethodSignature(declaration)) {
    const parameters = declaration.parameters.map((parameter) => parameter.getText()).join(', ');
    return oneLine(`(${parameters}) => ${declaration.type?.getText() ?? 'void'}`);
  }
  return oneLine(checker.typeToString(checker.getTypeOfSymbol(property)));
}

/** The sentences of a JSDoc comment, on one line. */
export function commentText(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  return oneLine(ts.displayPartsToString(symbol.getDocumentationComment(checker)));
}

function tagText(symbol: ts.Symbol, name: string): string | undefined {
  const tag = symbol.getJsDocTags().find((candidate) => candidate.name === name);
  return tag && oneLine(ts.displayPartsToString(tag.text));
}

function oneLine(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\breadonly /g, '')
    .replace(/\s+/g, ' ')
    .replace(/^\| /, '')
    .trim();
}
