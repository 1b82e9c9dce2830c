export type { AlertSource } from './alert-source.js';
export type {
  AlertsView,
  AlertView,
  EventsPage,
  EventsQuery,
  HealthView,
  Quantiles,
  RecentEvent,
  Summary,
  SummaryQuery,
  TrendPoint,
} from './api.js';
export type { Clock } from './clock.js';
export type { HealthParts } from './health-view.js';
export type { DashboardAuth } from './http/credentials.js';
export type { NodeHandler } from './http/node-handler.js';
export { type DashboardServer, type StartDashboardOptions, startDashboard } from './http/start-dashboard.js';
export type { WebHandler } from './http/web-handler.js';
export type { AuditSource, LogEntry, LogQuery, LogSummary } from './log/audit-source.js';
export type { DashboardOptions } from './options.js';
export { type SecurityDashboard, type ServedDashboard, securityDashboard } from './security-dashboard.js';
export { type DrawOptions, drawDashboard } from './terminal/draw-dashboard.js';
export { type PrintOptions, type PrintTarget, printDashboard } from './terminal/print-dashboard.js';
export { type DashboardReader, type DashboardView, readView } from './terminal/view.js';
