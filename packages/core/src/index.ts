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
export { type CachedVerdict, createVerdictCache, type VerdictCache } from './cache.js';
export type { CallPolicy, PolicyObserver } from './call-policy.js';
export type { ScanContext } from './context.js';
export { createScanner } from './create-scanner.js';
export {
  configure,
  flush,
  guard,
  health,
  openStream,
  reportFeedback,
  scan,
  scanAsync,
  scanMessages,
  scanStream,
  sessionState,
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
export type { Feedback, OpenStreamOptions, Scanner, ScanStreamOptions } from './scanner.js';
export { nextSessionState, riskAt, SESSION_RISK, type SessionState, type SessionTurn } from './session.js';
export type { SessionOptions } from './session-judge.js';
export { createSessionStore, type MemorySessionStore, type SessionStore } from './session-store.js';
export {
  type Lease,
  type Lock,
  type RateLimitOutcome,
  type RateLimitStore,
  type RateLimitTier,
  withLock,
} from './shared-state.js';
export type { TextStream } from './stream.js';
export type { Telemetry, TelemetryLabels } from './telemetry.js';
export { thresholdFor } from './threshold.js';
