export type { IdentifierMode } from '@llm-sentinel/core/adapter-kit';
export {
  type AuditLog,
  type AuditLogOptions,
  type AuditSearchQuery,
  createAuditLog,
  type ErasureProof,
  type Subject,
} from './audit-log.js';
export type { ChainHead } from './chain/chain.js';
export type { Checkpoint, CheckpointSink, DroppedRun } from './chain/checkpoint.js';
export { fileSink, readCheckpoints } from './chain/file-sink.js';
export type { Problem, ProblemKind } from './chain/problem.js';
export { createSigner, generateCheckpointKeys, type Signer, type TrustedKey } from './chain/signer.js';
export type { VerifyResult } from './chain/verifier.js';
export type { AuditEntry, ChainedEntry, EntryDraft } from './entry/audit-entry.js';
export type { RecordedEvent } from './entry/recorded-event.js';
export type { Json } from './entry/storable.js';
export { type PostgresAdapter, type PostgresAdapterOptions, postgresAdapter } from './postgres-adapter.js';
export type { ContentKeys } from './privacy/content-vault.js';
export type { HoldRequest, LegalHold } from './privacy/holds.js';
export type { RetainedPartition, RetainOptions } from './privacy/retain-log.js';
export type { Content } from './privacy/subject-content.js';
export type { TimeRange } from './query/entry-pages.js';
export type { ExportOptions, ExportSummary } from './query/export-log.js';
export type { ExportText } from './query/read-export.js';
export type { Answer, Report, ReportQuery } from './query/report-log.js';
export type { Standard } from './query/report-questions.js';
export type { SearchPage, SearchQuery } from './query/search-log.js';
export type { Summary, SummaryQuery } from './query/summarise-log.js';
export type { VerifyOptions } from './query/verify-log.js';
export type { SqlClient } from './sql/client.js';
export type { DatabaseOptions } from './sql/connect.js';
export { type MigrateResult, migrate } from './sql/migrate.js';
export type { Partition } from './sql/partitions.js';
export { type VerifyExportOptions, verifyExport } from './verify-export.js';
export type { CheckpointOptions } from './write/checkpointer.js';
export type { SpoolOptions } from './write/spool.js';
