import { setTimeout as sleep } from 'node:timers/promises';
import { redact, type Scanner } from '@llm-sentinel/core';
import { traceLayer, traceRequest } from '@llm-sentinel/otel';
import { SpanKind, trace } from '@opentelemetry/api';

export interface ChatRequest {
  readonly id: string;
  readonly prompt: string;
  /** What was found to answer from. */
  readonly documents: readonly string[];
}

const MODEL = 'model-1';
const tracer = trace.getTracer('chat-api');

/** Answers a prompt: guards what comes in and what was retrieved, asks the model, guards what comes out. */
export function chat(scanner: Scanner, { id, prompt, documents }: ChatRequest): Promise<string> {
  return traceRequest({ name: 'chat', requestId: id }, async () => {
    // Labels with these names are put on the spans of scans: core cannot know them.
    const labels = { 'gen_ai.request.model': MODEL, 'gen_ai.provider.name': 'example' };

    const input = traceLayer('input_guard', () => scanner.scan(prompt, { requestId: id, labels }));
    if (!input.isSafe) return 'I cannot help with that.';

    const trusted = traceLayer('retrieval_guard', () =>
      documents.filter((text) => scanner.scan(text, { source: 'document', requestId: id, labels }).isSafe),
    );
    const answer = await complete(redact(prompt, input).text, trusted);

    const output = traceLayer('output_guard', () => scanner.scan(answer, { source: 'model', requestId: id, labels }));
    return output.isSafe ? redact(answer, output).text : 'I cannot say that.';
  });
}

/** Stands for a call of a model, with the span that an instrumented client makes. */
function complete(prompt: string, documents: readonly string[]): Promise<string> {
  const options = {
    kind: SpanKind.CLIENT,
    attributes: { 'gen_ai.operation.name': 'chat', 'gen_ai.request.model': MODEL, 'gen_ai.provider.name': 'example' },
  };
  return tracer.startActiveSpan(`chat ${MODEL}`, options, async (span) => {
    await sleep(5);
    span.end();
    return `You asked: ${prompt} I found ${documents.length} documents. Write to help@example.com for more.`;
  });
}
