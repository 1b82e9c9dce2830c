import { buildScanEvent } from '@llm-sentinel/testing';
import { afterEach, expect, it, vi } from 'vitest';
import { memorySdk } from '../test/memory-sdk.js';
import { otelAdapter } from './index.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

function attributesUnder(environment: Record<string, string>) {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const { tracerProvider, meterProvider, spans } = memorySdk();
  otelAdapter({ tracerProvider, meterProvider }).onScan?.(buildScanEvent({ text: 'hello' }));
  return spans()[0]?.attributes ?? {};
}

it.each([
  ['gen_ai_latest_experimental', true],
  ['http/dup, gen_ai_latest_experimental', true],
  ['gen_ai_latest', false],
  ['', false],
])('OTEL_SEMCONV_STABILITY_OPT_IN=%j turns the drafts on: %s', (value, on) => {
  const attributes = attributesUnder({ OTEL_SEMCONV_STABILITY_OPT_IN: value });
  expect('gen_ai.guardrail.result.value' in attributes).toBe(on);
});

it.each([
  ['SPAN_ONLY', true],
  ['span_and_event', true],
  ['true', true],
  ['EVENT_ONLY', false],
  ['NO_CONTENT', false],
  ['false', false],
  ['', false],
])('OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT=%j puts the text on spans: %s', (value, on) => {
  const attributes = attributesUnder({ OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: value });
  expect('sentinel.input.text' in attributes).toBe(on);
});
