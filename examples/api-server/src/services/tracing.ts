import { context as contexts, type Tracer, type TracerProvider } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base';
import type { Config } from '../config/schema.js';

export interface Tracing {
  readonly provider: TracerProvider;
  readonly tracer: Tracer;
  /** Sends what is left. */
  close(): Promise<void>;
}

const EXPORT_MS = 2_000;

/** Traces over OTLP. Spans are sent in the background; an endpoint that is away delays nothing. */
export function startTracing({ tracing, logging }: Config, version: string): Tracing | undefined {
  const { endpoint, sampleRatio } = tracing;
  if (endpoint === undefined) return undefined;
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': logging.service, 'service.version': version }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(sampleRatio) }),
    spanProcessors: [
      new BatchSpanProcessor(new OTLPTraceExporter({ url: endpoint, timeoutMillis: EXPORT_MS }), {
        exportTimeoutMillis: EXPORT_MS,
      }),
    ],
  });
  // Without it a scan would not know the request that it belongs to.
  contexts.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  return {
    provider,
    tracer: provider.getTracer('llm-sentinel-api-server', version),
    async close() {
      // Rejects when the last spans can't be sent, which must not stop the shutdown.
      await provider.shutdown().catch(() => {});
    },
  };
}
