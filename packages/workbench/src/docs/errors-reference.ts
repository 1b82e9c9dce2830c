import type { SentinelErrorCode } from '@llm-sentinel/core';
import ts from 'typescript';
import type { Declarations, PackageDeclarations } from './declarations.js';
import { code, generatedFrom, page } from './markdown.js';

/** What whoever meets the code should do. Its type demands a text for every code there is, and for no other. */
const WHAT_TO_DO: Readonly<Record<SentinelErrorCode, string>> = {
  INVALID_INPUT:
    'A mistake of the calling code, or of a client whose body was passed on unchecked. Mend the call; from an endpoint answer 400. Trying again changes nothing.',
  INVALID_OPTION:
    'Thrown at start-up, where the option is set. The message names it and what it must be; [the page of options](options.md) has all of them.',
  INVALID_RULE:
    'Thrown when the scanner is made. The message names the rule and the field. A pattern that could run away has to be written without nested or overlapping repetition: [custom rules](../guide/custom-rules.md#what-is-refused).',
  TIMEOUT:
    'The call was given up and may still be running on the other side. `isTransient` counts it as passing; repeat only what may be done twice. When it is frequent, raise the limit or find out what is slow: [resilience](../guide/resilience.md).',
  BLOCKED:
    'No failure: the guard did its work. `details.result` is the verdict. Tell the user that the request was refused, without the reason; answer 403 or 422, and do not repeat the call.',
  ADAPTER_FAILED:
    'Given to `onAdapterError` once for each adapter and cause, and thrown by packages whose store failed. The verdict stands. `cause` is what was thrown, `health()` says what was lost: [adapter dropping](../runbooks/adapter-dropping.md).',
  ENGINE_FAILED:
    'In `errors` of the result, not thrown: `failMode` has decided. See which engine, and look at its own log: [engine errors](../runbooks/engine-errors.md).',
  RATE_LIMITED:
    'Answer 429 with `Retry-After` from `details.retryAfterMs`; `rateLimitHeaders` writes the headers: [rate limiting](../guide/rate-limiting.md).',
  CIRCUIT_OPEN:
    'The dependency failed too often and is left alone for a while. Answer 503 with `Retry-After` from `details.retryAfterMs`, or do without it: [circuit open](../runbooks/circuit-open.md).',
  OVERLOADED:
    'Answer 503. More instances, a smaller queue or a stricter rate limit help; trying again at once does not: [resilience](../guide/resilience.md).',
  UNAVAILABLE:
    'The store or receiver is away. What the caller of the store does then is an option: `onUnavailable` of a rate limiter, a miss of a cache, the local state of a session. `isTransient` counts it as passing.',
  LOCKED:
    'Somebody else does the work at this moment. Skip it or come back later; what was begun under a lost lease must not be finished without its fencing number.',
};

/** The reference page of all codes of errors, as Markdown. */
export function errorsReference({ packages }: Declarations): string {
  const codes = documentedCodes(packages);
  const thrown = packages.flatMap(thrownBy);
  return page([
    '# Errors',
    '',
    generatedFrom('packages/core/src/errors.ts and where errors are made'),
    '',
    'Every error that reaches a user is a `SentinelError`: `code` is for programs and stable, `message` for people, `details` has facts, `cause` what was',
    'caught. It never contains the scanned text or a credential. Ask `isSentinelError(error, code)` rather than `instanceof`, which fails where two copies of the',
    'library meet.',
    '',
    '`scan()` throws for a text that is no string, and for no text that is one.',
    '',
    ...codes.flatMap(({ name, meaning }) => [
      `## ${name}`,
      '',
      meaning,
      '',
      WHAT_TO_DO[name],
      '',
      ...places(thrown.filter((place) => place.code === name)),
    ]),
  ]);
}

/** The codes with the comment that each has where it is declared. */
function documentedCodes(packages: readonly PackageDeclarations[]): { name: SentinelErrorCode; meaning: string }[] {
  const source = packages
    .flatMap(({ sources }) => sources)
    .find(({ fileName }) => fileName.endsWith('/core/src/errors.ts'));
  const alias = source?.statements.find(
    (statement): statement is ts.TypeAliasDeclaration =>
      ts.isTypeAliasDeclaration(statement) && statement.name.text === 'SentinelErrorCode',
  );
  if (source === undefined || alias === undefined || !ts.isUnionTypeNode(alias.type)) {
    throw new Error('The union of codes is not where it was.');
  }
  return alias.type.types.map((member) => {
    const name = (member as ts.LiteralTypeNode).literal.getText().slice(1, -1);
    const meaning = commentBefore(source.text, member);
    if (meaning === '') throw new Error(`The code ${name} has no comment that says what it means.`);
    return { name: name as SentinelErrorCode, meaning };
  });
}

/** The last JSDoc comment before a node, without its stars. */
function commentBefore(text: string, node: ts.Node): string {
  return /\/\*\*\s*((?:(?!\*\/)[\s\S])*?)\s*\*\/\s*\|?\s*$/.exec(text.slice(0, node.getStart()))?.[1] ?? '';
}

interface ThrownError {
  readonly code: string;
  readonly packageName: string;
  /** As far as it is written down where it is thrown. */
  readonly message: string | undefined;
}

/** Where a package makes errors: `new SentinelError('CODE', …)`, or `invalidInput(…)` where it has such a function. */
function thrownBy({ name, sources }: PackageDeclarations): ThrownError[] {
  const found: ThrownError[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'SentinelError') {
      const [first, second] = node.arguments ?? [];
      if (first !== undefined && ts.isStringLiteral(first)) {
        found.push({ code: first.text, packageName: name, message: messageText(second) });
      }
    }
    if (ts.isCallExpression(node) && node.expression.getText() === 'invalidInput') {
      const text = messageText(node.arguments[0]);
      if (text !== undefined) found.push({ code: 'INVALID_INPUT', packageName: name, message: `[${name}] ${text}` });
    }
    ts.forEachChild(node, visit);
  };
  for (const source of sources) visit(source);
  return found;
}

/** A literal, with `…` for what is filled in. */
function messageText(node: ts.Expression | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  const text = node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
  // Nothing but what is filled in, behind the name of the package.
  return /[a-z]{3}/.test(text.replace(/^\[.*?\]/, '')) ? text : undefined;
}

function places(thrown: readonly ThrownError[]): string[] {
  const packages = [...new Set(thrown.map(({ packageName }) => packageName))].sort();
  const messages = [...new Set(thrown.flatMap(({ message }) => message ?? []))].sort();
  if (packages.length === 0) return [];
  return [
    `Made by ${packages.map(code).join(', ')}.`,
    '',
    ...(messages.length === 0 ? [] : [...messages.map((message) => `- ${code(message)}`), '']),
  ];
}
