import { InMemoryLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs';
import {
  AggregationTemporality,
  type HistogramMetricData,
  InMemoryMetricExporter,
  MeterProvider,
  type MetricData,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  type Sampler,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import type { LogsApi } from '../src/index.js';

/** An SDK that keeps in memory what it is given. Nothing of it is global. */
export interface MemorySdk {
  readonly tracerProvider: BasicTracerProvider;
  readonly meterProvider: MeterProvider;
  readonly logs: LogsApi;
  spans(): ReadableSpan[];
  span(name: string): ReadableSpan;
  logRecords(): { name: string; severity: string; spanId: string; attributes: Record<string, unknown> }[];
  metrics(): Promise<MetricData[]>;
  metric(name: string): Promise<MetricData>;
  /** All spans and log records, as the contract kit looks through them. */
  recorded(): unknown;
}

export function memorySdk({ sampler }: { sampler?: Sampler } = {}): MemorySdk {
  const spanExporter = new InMemorySpanExporter();
  const logExporter = new InMemoryLogRecordExporter();
  const metricExporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter: metricExporter, exportIntervalMillis: 3_600_000 });
  const loggerProvider = new LoggerProvider({
    processors: [new SimpleLogRecordProcessor({ exporter: logExporter })],
  });

  const sdk: MemorySdk = {
    tracerProvider: new BasicTracerProvider({
      spanProcessors: [new SimpleSpanProcessor(spanExporter)],
      ...(sampler !== undefined && { sampler }),
    }),
    meterProvider: new MeterProvider({ readers: [reader] }),
    logs: loggerProvider,
    spans: () => spanExporter.getFinishedSpans(),
    span(name) {
      const found = sdk.spans().filter((span) => span.name === name);
      if (found.length !== 1) throw new Error(`${found.length} spans are named ${name}.`);
      return found[0] as ReadableSpan;
    },
    logRecords: () =>
      logExporter.getFinishedLogRecords().map((record) => ({
        name: record.eventName ?? '',
        severity: record.severityText ?? '',
        spanId: record.spanContext?.spanId ?? '',
        attributes: record.attributes,
      })),
    async metrics() {
      metricExporter.reset();
      await reader.forceFlush();
      return metricExporter.getMetrics().flatMap((resource) => resource.scopeMetrics.flatMap((scope) => scope.metrics));
    },
    async metric(name) {
      const found = (await sdk.metrics()).find(({ descriptor }) => descriptor.name === name);
      if (found === undefined) throw new Error(`There is no metric ${name}.`);
      return found;
    },
    recorded: () => [
      ...sdk.spans().map(({ name, attributes, events, status }) => ({ name, attributes, events, status })),
      ...sdk.logRecords(),
    ],
  };
  return sdk;
}

/** Value by attributes, as `value` or `{ count, sum }` of a histogram. */
export function points(metric: MetricData): [object, unknown][] {
  return metric.dataPoints.map(({ attributes, value }) => {
    if (typeof value === 'number') return [attributes, value];
    const { count, sum } = value as HistogramMetricData['dataPoints'][number]['value'];
    return [attributes, { count, sum }];
  });
}
