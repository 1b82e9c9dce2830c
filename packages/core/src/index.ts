export type {
  Adapter,
  AdapterHealth,
  DecisionEvent,
  EventContext,
  FeedbackEvent,
  ScanEvent,
  ScannerHealth,
  ScannerInfo,
} from './adapter.js';
export type { CachedVerdict, VerdictCache } from './cache.js';
export type { CallPolicy, PolicyObserver } from './call-policy.js';
export type { ScanContext } from './context.js';
export { createScanner } from './create-scanner.js';
export {
  configure,
  flush,
  guard,
  health,
  reportFeedback,
  scan,
  scanAsync,
  scanMessages,
  scanStream,
  shutdown,
} from './default-scanner.js';
export type { AsyncEngine, Engine, Layer, Prepared } from './engine.js';
export { isSentinelError, SentinelError, type SentinelErrorCode } from './errors.js';
export type { GuardOptions } from './guard.js';
export type { ChatMessage, ContentPart, ConversationResult } from './messages.js';
export type { AllowEntry, Mode, QueueOptions, ScannerOptions, ThreatPolicy } from './options.js';
export { createVault, type Redaction, type RedactOptions, redact, restore, type Vault } from './redact.js';
export type {
  Action,
  Decoding,
  Evidence,
  Finding,
  KnownThreatType,
  ScanError,
  ScanResult,
  Severity,
  Source,
  ThreatType,
} from './result.js';
export { defineRules, type ExamplesFor, type Rule, type RuleExamples } from './rule.js';
export type { Feedback, Scanner, ScanStreamOptions } from './scanner.js';
export {
  type Lease,
  type Lock,
  type RateLimitOutcome,
  type RateLimitStore,
  type RateLimitTier,
  withLock,
} from './shared-state.js';
export type { Telemetry, TelemetryLabels } from './telemetry.js';
export { thresholdFor } from './threshold.js';
