import ts from 'typescript';
import { commentText, type Declarations, membersOf, type PackageDeclarations } from './declarations.js';
import { code, generatedFrom, page, table } from './markdown.js';

/** What values an option takes beyond its type, if its function says so. */
export type RangeOf = (type: string, option: string) => Promise<string | undefined>;

/** The reference page of every option of every public function, as Markdown. */
export async function optionsReference(declarations: Declarations, rangeOf: RangeOf): Promise<string> {
  const sections = declarations.packages
    .map((declared) => ({ name: declared.name, types: optionTypes(declared, declarations) }))
    .filter(({ types }) => types.length > 0);
  const total = sections.reduce((sum, { types }) => sum + types.length, 0);
  const names = sections.flatMap(({ types }) => types.map(({ symbol }) => symbol.name));
  const linked = names.filter((name) => names.indexOf(name) === names.lastIndexOf(name));
  const listed: string[] = [];
  for (const { name, types } of sections) {
    listed.push(`## ${name}`, '');
    for (const type of types) listed.push(...(await section(type, declarations.checker, rangeOf, linked)));
  }
  return page([
    '# Options',
    '',
    generatedFrom('the declarations in packages/*/src'),
    '',
    `${total} groups of options, by package. An option in bold has to be given. What is not as the table says`,
    'throws [`INVALID_OPTION`](errors.md#invalid_option), and what is made once (a scanner, an adapter, a handler) also refuses an option that nobody knows. The options of the reference service are in [its README](../../examples/api-server/README.md#configuration).',
    '',
    ...listed,
  ]);
}

/** An interface whose members a user fills in. */
interface OptionType {
  readonly symbol: ts.Symbol;
  /** Exported functions that take it. */
  readonly takenBy: readonly string[];
}

async function section(
  { symbol, takenBy }: OptionType,
  checker: ts.TypeChecker,
  rangeOf: RangeOf,
  linked: readonly string[],
): Promise<string[]> {
  const members = membersOf(checker.getDeclaredTypeOfSymbol(symbol), checker);
  const ranges = await Promise.all(
    members.map(({ name, type }) => (/\bnumber\b/.test(type) ? rangeOf(symbol.name, name) : undefined)),
  );
  const sentences = [
    takenBy.length === 0 ? '' : `Of ${takenBy.map((name) => code(`${name}()`)).join(', ')}.`,
    commentText(symbol, checker),
  ];
  return [
    `### ${symbol.name}`,
    '',
    ...(sentences.some(Boolean) ? [sentences.filter(Boolean).join(' '), ''] : []),
    ...table(
      ['option', 'type', 'default', 'what it says'],
      members.map(({ name, type, isRequired, fallback, text }, index) => [
        isRequired ? `**${code(name)}**` : code(name),
        ranges[index] === undefined ? typeCell(type, linked) : `${code(type)}, ${ranges[index]}`,
        fallback === undefined ? '' : defaultText(fallback),
        text,
      ]),
    ),
    '',
  ];
}

/** A type that is listed on the page leads to its place. */
function typeCell(type: string, linked: readonly string[]): string {
  const listed = type.match(/\b[A-Z]\w+/g)?.find((name) => linked.includes(name));
  return listed === undefined || type.includes('`') ? code(type) : `[${code(type)}](#${listed.toLowerCase()})`;
}

/** A value is shown as code, a sentence as a sentence. */
function defaultText(fallback: string): string {
  const isValue = /^(?:[\d_.]+|true|false|'[^']*'|\[.*\]|\{.*\})$/.test(fallback);
  return isValue ? code(fallback) : fallback;
}

/**
 * Option types of a package: whatever its functions take that is made of data, types called options, and what these are made of.
 */
function optionTypes(declared: PackageDeclarations, { checker, isOwn }: Declarations): OptionType[] {
  const takenBy = new Map<ts.Symbol, string[]>();
  const visit = (type: ts.Type, owner: string | undefined): void => {
    for (const part of partsOf(type, checker)) {
      const symbol = part.aliasSymbol ?? part.getSymbol();
      const declaration = symbol?.declarations?.[0];
      if (symbol === undefined || declaration === undefined || !isOwn(declaration)) continue;
      if (!ts.isInterfaceDeclaration(declaration) || !isOptions(symbol, checker)) continue;
      // What another package declares is listed there.
      if (!declaration.getSourceFile().fileName.startsWith(`${declared.folder}/src/`)) continue;
      const known = takenBy.get(symbol);
      if (known !== undefined) {
        if (owner !== undefined && !known.includes(owner)) known.push(owner);
        continue;
      }
      takenBy.set(symbol, owner === undefined ? [] : [owner]);
      for (const property of checker.getDeclaredTypeOfSymbol(symbol).getProperties()) {
        visit(checker.getTypeOfSymbol(property), undefined);
      }
    }
  };
  for (const symbol of declared.exports) {
    if (symbol.flags & ts.SymbolFlags.Function) {
      for (const signature of checker.getTypeOfSymbol(symbol).getCallSignatures()) {
        for (const parameter of signature.parameters) visit(checker.getTypeOfSymbol(parameter), symbol.name);
      }
    } else if (symbol.flags & ts.SymbolFlags.Interface && isNamedOptions(symbol)) {
      visit(checker.getDeclaredTypeOfSymbol(symbol), undefined);
    }
  }
  return [...takenBy].map(([symbol, names]) => ({ symbol, takenBy: names }));
}

/** The members of a union, the elements of a list, and what stands behind `Partial` and the like. */
function partsOf(type: ts.Type, checker: ts.TypeChecker): ts.Type[] {
  if (type.isUnionOrIntersection()) return type.types.flatMap((part) => partsOf(part, checker));
  if (checker.isArrayType(type) || checker.isTupleType(type)) {
    return checker.getTypeArguments(type as ts.TypeReference).flatMap((part) => partsOf(part, checker));
  }
  const wrapped = type.aliasTypeArguments?.at(-1);
  if (wrapped !== undefined && /^(?:Readonly|Partial|Record)$/.test(type.aliasSymbol?.name ?? '')) {
    return partsOf(wrapped, checker);
  }
  return [type];
}

const isNamedOptions = (symbol: ts.Symbol) => /(?:Options|Query|Rule|^AllowEntry)$/.test(symbol.name);

/** Objects of data that are told of or handed over, rather than set. */
const NO_OPTIONS =
  /(?:Event|Result|Context|Finding|Notification|Snapshot|Health|Decision|State|Entry|Redaction|Turn|Message|Part|Profile|Node|Record|Client|Feedback|Summary|View|Quantiles|Point)$/;

/** Whether users write such an object down: options by their name, or data that is no event and no result. */
function isOptions(symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  if (isNamedOptions(symbol)) return true;
  if (NO_OPTIONS.test(symbol.name)) return false;
  const properties = checker.getDeclaredTypeOfSymbol(symbol).getProperties();
  return properties.every(
    (property) => checker.getNonNullableType(checker.getTypeOfSymbol(property)).getCallSignatures().length === 0,
  );
}
