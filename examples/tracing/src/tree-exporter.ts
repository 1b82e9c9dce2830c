import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-base';

/** What of a span is worth a place on its line. */
const SHOWN = ['sentinel.request.id', 'sentinel.result', 'sentinel.threat.type', 'sentinel.risk.score', 'error.type'];

/** Prints each trace as a tree, spans in the order in which they ended: that is the order in which they arrive. */
export function treeExporter(print: (line: string) => void): SpanExporter {
  return {
    export(spans, done) {
      for (const line of treeLines(spans)) print(line);
      done({ code: 0 });
    },
    shutdown: () => Promise.resolve(),
  };
}

function treeLines(spans: readonly ReadableSpan[]): string[] {
  const ids = new Set(spans.map((span) => span.spanContext().spanId));
  const isRoot = ({ parentSpanContext }: ReadableSpan) => !ids.has(parentSpanContext?.spanId ?? '');
  const childrenOf = (parent: ReadableSpan) =>
    spans.filter(({ parentSpanContext }) => parentSpanContext?.spanId === parent.spanContext().spanId);
  const lines: string[] = [];

  function add(span: ReadableSpan, indent: string, branch: string): void {
    lines.push(`${indent}${branch}${lineOf(span)}`);
    const children = childrenOf(span);
    const childIndent = indent + (branch === '' ? '' : branch === '└─ ' ? '   ' : '│  ');
    children.forEach((child, i) => {
      add(child, childIndent, i === children.length - 1 ? '└─ ' : '├─ ');
    });
  }
  for (const root of spans.filter(isRoot)) add(root, '', '');
  return lines;
}

function lineOf({ name, duration, attributes, events }: ReadableSpan): string {
  const shown = SHOWN.flatMap((key) => (attributes[key] === undefined ? [] : [`${key}=${String(attributes[key])}`]));
  const happened = events.map((event) => `+${event.name}`);
  return [`${name}  ${milliseconds(duration).toFixed(2)} ms`, ...shown, ...happened].join('  ');
}

function milliseconds([seconds, nanoseconds]: readonly [number, number]): number {
  return seconds * 1_000 + nanoseconds / 1e6;
}
