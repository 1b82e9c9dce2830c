export { type MetricDefinition, type MetricName, metricCatalogue } from './catalogue.js';
export { type HttpMetricsOptions, type HttpRequestRecord, httpMetrics, recordHttpRequest } from './http-metrics.js';
export type { MetricsAuth } from './metrics-auth.js';
export type { MetricsClient, MetricsRegistry } from './metrics-client.js';
export { type MetricsHandlerOptions, metricsHandler, type ScrapedRegistry } from './metrics-handler.js';
export { type MetricsServer, type MetricsServerOptions, startMetricsServer } from './metrics-server.js';
export { type PrometheusAdapter, type PrometheusAdapterOptions, prometheusAdapter } from './prometheus-adapter.js';
export type { SentinelMetrics } from './recorder.js';
