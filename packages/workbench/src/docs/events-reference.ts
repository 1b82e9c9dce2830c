import ts from 'typescript';
import { ATTRIBUTE, EVENT, GEN_AI } from '../../../otel/src/semconv.js';
import { LINE_KINDS } from '../../../pino/src/classify.js';
import { commentText, type Declarations, membersOf, type PackageDeclarations } from './declarations.js';
import type { LogField } from './log-fields.js';
import { code, generatedFrom, page, table } from './markdown.js';

/** What each type of audit entry says. A type that the code writes and that is not here fails the generator, and so does the reverse. */
const AUDIT_ENTRIES: Readonly<Record<string, string>> = {
  scan: 'A text was judged. `event_id` is the `scanId`.',
  feedback: 'A person judged a verdict. `metadata.scan_id` leads to it.',
  decision: 'A guard, a stream, a limit, a circuit, a policy or a review let something through or stopped it.',
  gap: 'Entries were lost; `metadata.lost` says how many.',
  erasure: 'The keys and texts of a person were destroyed.',
  retention: 'A month was dropped, after a signed checkpoint said so.',
  hold_placed: 'A legal hold began.',
  hold_released: 'A legal hold ended.',
};

/** What happened to something of core, in the order in which an adapter meets it. */
const CORE_EVENTS = [
  'ScanEvent',
  'EventContext',
  'ScanResult',
  'Finding',
  'Evidence',
  'ScanError',
  'FeedbackEvent',
  'DecisionEvent',
  'ScannerHealth',
];

/** The reference page of events, log lines, audit entries, span attributes and webhooks, as Markdown. */
export function eventsReference(declarations: Declarations, logFields: readonly LogField[]): string {
  const { checker } = declarations;
  const fields = (name: string) => {
    const symbol = findInterface(declarations, name);
    const comment = commentText(symbol, checker);
    return [
      ...(comment === '' ? [] : [comment, '']),
      ...table(
        ['field', 'type', 'what it says'],
        membersOf(checker.getDeclaredTypeOfSymbol(symbol), checker).map(({ name, type, isRequired, text }) => [
          isRequired ? code(name) : `${code(name)}, if there is one`,
          code(type),
          text,
        ]),
      ),
      '',
    ];
  };
  return page([
    '# Events',
    '',
    generatedFrom('packages/*/src'),
    '',
    'What happens, in each form in which it can be received. None of these carries the scanned text, unless an option that is off by default asks for it.',
    '',
    '## What adapters are told',
    '',
    '`onScan` and `write` receive a `ScanEvent`, `onFeedback` a `FeedbackEvent`, `onDecision` a `DecisionEvent`; `health()` returns a `ScannerHealth`.',
    '',
    ...CORE_EVENTS.flatMap((name) => [`### ${name}`, '', ...fields(name)]),
    '## Log lines',
    '',
    'Each line of [`@llm-sentinel/pino`](../adapters/pino.md) has one of these names in `event`, and in `event_type` as well.',
    '',
    ...table(
      ['event', 'level', 'message'],
      Object.values(LINE_KINDS).map(({ event, level, message }) => [code(event), level, message]),
    ),
    '',
    'Fields, in the default format and in that of ECS. A field is left out where there is nothing to say.',
    '',
    ...table(
      ['field', 'in ECS', 'on lines of'],
      logFields.map(({ name, ecs, on }) => [code(name), code(ecs), on.length === 5 ? 'all' : on.join(', ')]),
    ),
    '',
    '## Audit entries',
    '',
    'Types of entry in the log of [`@llm-sentinel/postgres`](../adapters/postgres.md#what-is-stored). `record()` adds types of your own.',
    '',
    ...table(
      ['`event_type`', 'what it says'],
      auditEntryTypes(declarations).map((type) => [code(type), AUDIT_ENTRIES[type] ?? '']),
    ),
    '',
    '### Fields of an entry',
    '',
    ...fields('ChainedEntry'),
    '## Spans and their events',
    '',
    'Names of [`@llm-sentinel/otel`](../adapters/otel.md), which says when each is set.',
    '',
    ...table(
      ['kind', 'names'],
      [
        ['events', Object.values(EVENT).map(code).join(', ')],
        ['attributes', Object.values(ATTRIBUTE).map(code).join(', ')],
        ['attributes of the GenAI conventions', Object.values(GEN_AI).map(code).join(', ')],
      ],
    ),
    '',
    '## Webhooks',
    '',
    'A webhook of [`@llm-sentinel/alerting`](../adapters/alerting.md#the-webhook) is `{ type, timestamp, data }`. `type` is `sentinel.alert.` and the kind of the',
    'notification; `timestamp` is ISO 8601; `data` is the worst alert of the group with `group`, `suppressed` and `escalated` beside its fields. Times in `data` are',
    'ISO 8601 as well. The headers `webhook-id`, `webhook-timestamp` and `webhook-signature` are those of Standard Webhooks.',
    '',
    '### Alert',
    '',
    ...fields('Alert'),
    '### Notification',
    '',
    ...fields('Notification'),
    '### SuppressedAlert',
    '',
    ...fields('SuppressedAlert'),
  ]);
}

function findInterface({ packages, checker }: Declarations, name: string): ts.Symbol {
  for (const source of packages.flatMap(({ sources }) => sources)) {
    for (const statement of source.statements) {
      if (!ts.isInterfaceDeclaration(statement) || statement.name.text !== name) continue;
      const symbol = checker.getSymbolAtLocation(statement.name);
      if (symbol !== undefined) return symbol;
    }
  }
  throw new Error(`There is no interface ${name} any more.`);
}

/** The types that the code of the audit log writes by itself: values of `event_type`, and of `type` in a call of `record`. */
function auditEntryTypes({ packages }: Declarations): string[] {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && ts.isStringLiteral(node.initializer)) {
      const property = node.name.getText();
      const isRecorded = property === 'type' && /^record\(/.test(node.parent.parent.getText());
      // The type of the column and an empty draft are values of the same name.
      const isType = property === 'event_type' && !['', 'text'].includes(node.initializer.text);
      if (isType || isRecorded) found.add(node.initializer.text);
    }
    ts.forEachChild(node, visit);
  };
  for (const source of sourcesOf(packages, 'postgres')) visit(source);
  const described = Object.keys(AUDIT_ENTRIES);
  const undescribed = [...found].filter((type) => !described.includes(type));
  const gone = described.filter((type) => !found.has(type));
  if (undescribed.length + gone.length > 0) {
    throw new Error(
      `Audit entries without a text: ${undescribed.join(', ') || 'none'}; written no more: ${gone.join(', ') || 'none'}.`,
    );
  }
  return described;
}

function sourcesOf(packages: readonly PackageDeclarations[], folder: string): readonly ts.SourceFile[] {
  return packages.find(({ name }) => name === `@llm-sentinel/${folder}`)?.sources ?? [];
}
