import type { ScanResult } from '@llm-sentinel/core';
import type { ProblemBody } from '../server/problem.js';
import type { InputType } from './stream-input.js';

/** How a guarded stream is written. Plain text has no place for the verdict: a blocked one says so in words, and ends. */
export interface OutputFormat {
  readonly type: string;
  text(text: string): string;
  verdict(result: ScanResult): string;
  /** What to write when the request turns out to be wrong on the way. Null: break the connection off. */
  problem(body: ProblemBody): string | null;
}

const plain: OutputFormat = {
  type: 'text/plain; charset=utf-8',
  text: (text) => text,
  verdict: () => '',
  problem: () => null,
};

const ndjson: OutputFormat = {
  type: 'application/x-ndjson; charset=utf-8',
  text: (text) => `${JSON.stringify({ text })}\n`,
  verdict: (verdict) => `${JSON.stringify({ verdict })}\n`,
  problem: (problem) => `${JSON.stringify({ problem })}\n`,
};

const serverSentEvents: OutputFormat = {
  type: 'text/event-stream; charset=utf-8',
  text: (text) => event('text', { text }),
  verdict: (verdict) => event('verdict', verdict),
  problem: (problem) => event('problem', problem),
};

function event(name: string, data: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** What the client accepts, else what it sends. */
export function outputFormat(accept: string | undefined, input: InputType): OutputFormat {
  if (accept?.includes('text/event-stream')) return serverSentEvents;
  if (accept?.includes('application/x-ndjson')) return ndjson;
  if (accept?.includes('text/plain')) return plain;
  return input === 'text/plain' ? plain : ndjson;
}
