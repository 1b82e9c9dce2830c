import type { ScanResult } from '@llm-sentinel/core';
import {
  type Attributes,
  type Counter,
  createNoopMeter,
  type Histogram,
  type Meter,
  type UpDownCounter,
} from '@opentelemetry/api';
import { cap } from './scan-attributes.js';
import { ATTRIBUTE, GEN_AI } from './semconv.js';
import { LAYERS, resultOf } from './verdict.js';

/** Seconds. A scan in process takes microseconds to milliseconds; the limits of objectives, 0.1 and 0.5, are among them. */
export const LATENCY_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
export const SCORE_BUCKETS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
// What the GenAI conventions ask for: https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-metrics/
const TOKEN_BUCKETS = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864];

const NONE = 'none';
/** Combinations of result and threat type that are kept made. Beyond, custom rules name threat types without end. */
const MAX_KEPT = 500;

/** Tokens of one call of a model. */
export interface TokenUsage {
  /** As the provider names it. */
  readonly model: string;
  /** `gen_ai.provider.name`, such as `openai`. */
  readonly provider: string;
  /** `gen_ai.operation.name`. @default 'chat' */
  readonly operation?: string;
  /** Tokens of the prompt. */
  readonly inputTokens?: number;
  /** Tokens of the answer. */
  readonly outputTokens?: number;
}

// The API hands out one and the same for all.
const SILENT_COUNTER = createNoopMeter().createCounter('');

/** The instruments of one meter. */
export interface ScanMetrics {
  /** Nobody counts: there is no SDK. */
  readonly silent: boolean;
  scanStarted(): void;
  scanEnded(result: ScanResult): void;
  tokens(usage: TokenUsage): void;
}

export function createScanMetrics(meter: Meter): ScanMetrics {
  const duration: Histogram = meter.createHistogram('sentinel.scan.duration', {
    description: 'Wall time of a scan.',
    unit: 's',
    advice: { explicitBucketBoundaries: LATENCY_BUCKETS },
  });
  const count: Counter = meter.createCounter('sentinel.scan.count', { description: 'Scans.', unit: '{scan}' });
  const risk: Histogram = meter.createHistogram('sentinel.risk.score', {
    description: 'Final risk of a scan, 0 to 1.',
    unit: '1',
    advice: { explicitBucketBoundaries: SCORE_BUCKETS },
  });
  const findings: Counter = meter.createCounter('sentinel.findings.count', {
    description: 'Findings.',
    unit: '{finding}',
  });
  const active: UpDownCounter = meter.createUpDownCounter('sentinel.scan.active', {
    description: 'Scans in progress.',
    unit: '{scan}',
  });
  const tokenUsage: Histogram = meter.createHistogram('gen_ai.client.token.usage', {
    description: 'Tokens of one call of a model.',
    unit: '{token}',
    advice: { explicitBucketBoundaries: TOKEN_BUCKETS },
  });

  // Attributes are made once for each set of values: making them costs more than counting does.
  const layers: Record<string, Attributes> = {};
  for (const [source, layer] of Object.entries(LAYERS)) layers[source] = { [ATTRIBUTE.layer]: layer };
  const severities = new Map<string, Attributes>();
  const verdicts = new Map<string, Attributes>();
  let inProgress = 0;

  function verdictOf(result: ScanResult): Attributes {
    const outcome = resultOf(result);
    const threat = result.threatType ?? NONE;
    return kept(verdicts, `${outcome} ${threat}`, () => ({
      [ATTRIBUTE.result]: outcome,
      [ATTRIBUTE.threatType]: cap(threat),
    }));
  }

  function countFindings(result: ScanResult): void {
    // Tallied first: a text with a thousand findings takes a handful of calls to the SDK.
    const tally = new Map<string, number>();
    for (const { severity } of result.findings) tally.set(severity, (tally.get(severity) ?? 0) + 1);
    for (const [severity, number] of tally) {
      findings.add(
        number,
        kept(severities, severity, () => ({ [ATTRIBUTE.severity]: cap(severity) })),
      );
    }
  }

  return {
    silent: count === SILENT_COUNTER,
    scanStarted() {
      inProgress += 1;
      active.add(1);
    },
    scanEnded(result) {
      // The scan of a stream is reported without a start: it has no beginning that anyone would wait for.
      if (inProgress > 0) {
        inProgress -= 1;
        active.add(-1);
      }
      duration.record(result.latencyMs / 1_000, layers[result.source]);
      count.add(1, verdictOf(result));
      risk.record(result.riskScore);
      if (result.findings.length > 0) countFindings(result);
    },
    tokens({ model, provider, operation = 'chat', inputTokens, outputTokens }) {
      const record = (type: string, tokens: number | undefined) => {
        if (tokens === undefined) return;
        tokenUsage.record(tokens, {
          [GEN_AI.operationName]: operation,
          [GEN_AI.providerName]: provider,
          [GEN_AI.requestModel]: model,
          [GEN_AI.tokenType]: type,
        });
      };
      record('input', inputTokens);
      record('output', outputTokens);
    },
  };
}

function kept(made: Map<string, Attributes>, key: string, make: () => Attributes): Attributes {
  const known = made.get(key);
  if (known !== undefined) return known;
  const attributes = make();
  if (made.size < MAX_KEPT) made.set(key, attributes);
  return attributes;
}
