import type { ScanResult, ThreatType } from './result.js';

/** What an adapter is told about one scan. Deep-frozen. Holds no text unless `captureText` asks for it. */
export interface ScanEvent {
  readonly type: 'scan';
  /** Milliseconds since the epoch, when the scan ended. */
  readonly time: number;
  readonly result: ScanResult;
  /** What the caller passed with the scan. */
  readonly context: EventContext;
  /** Wall time of each engine that ran, in milliseconds. Empty unless an adapter asks with `engineTimings`. */
  readonly engineTimings: readonly { readonly engine: string; readonly ms: number }[];
  /** The text, as far as `captureText` allows: absent, masked, or whole; at most 2,000 characters. */
  readonly text?: string;
}

/** The caller's part of an event. Identifiers are passed on as given; adapters pseudonymise them. */
export interface EventContext {
  readonly userId?: string;
  readonly sessionId?: string;
  readonly requestId?: string;
  readonly ip?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** A person's judgement of an earlier verdict. */
export interface FeedbackEvent {
  readonly type: 'feedback';
  readonly time: number;
  readonly scanId: string;
  readonly verdict: 'false_positive' | 'false_negative' | 'confirmed';
  /** Threat type of the judged scan where the scanner still knows it, or as the reporter says; else null. */
  readonly threatType: ThreatType | null;
  readonly comment?: string;
  readonly reporter?: string;
}

/** Something was let through or stopped on the strength of a verdict, or by a limit. */
export interface DecisionEvent {
  readonly type: 'decision';
  readonly time: number;
  /** Which part of the system decided. */
  readonly component: 'guard' | 'stream' | 'rate-limit' | 'circuit' | 'policy' | 'review';
  /** What it decided: `allowed`, `blocked`, `redacted`, `denied`, `opened`, … Countable. */
  readonly decision: string;
  /** Countable name of what decided or was decided about, such as `input`, `output` or a limit's name. */
  readonly subject: string;
  readonly scanId?: string;
  readonly context: EventContext;
}

export interface AdapterHealth {
  readonly status: 'ok' | 'degraded' | 'failed';
  /** One sentence for a person. No credentials. */
  readonly detail?: string;
}

/**
 * Observes scans. Implement as few members as needed; core batches, isolates and times them, and a failing adapter never
 * changes or delays a verdict.
 */
export interface Adapter {
  /** Unique and stable, kebab-case. Names the adapter in warnings and in `health()`. */
  readonly name: string;
  /** Ask for `engineTimings` in events; costs two clock reads an engine. @default false */
  readonly engineTimings?: boolean;
  /** Called once, when a scanner that uses the adapter is made. For gauges about the scanner, such as its health. */
  onAttach?(scanner: ScannerInfo): void;
  /** In the caller's stack, before a scan begins. For gauges of work in progress. Must not block. */
  onScanStart?(): void;
  /** In the caller's stack, right after a scan. For counters, spans, log lines: microseconds. Must not block. */
  onScan?(event: ScanEvent): void;
  /** Off the caller's stack, in order, batched by core. Rejects when the batch was not stored. */
  write?(events: readonly ScanEvent[], signal: AbortSignal): Promise<void>;
  onFeedback?(event: FeedbackEvent): void;
  onDecision?(event: DecisionEvent): void;
  health?(): AdapterHealth;
  /** Release what this adapter created, never what it was given. Safe to call twice. */
  close?(): Promise<void>;
}

/** What an adapter may know of the scanner it is attached to. */
export interface ScannerInfo {
  /** Version of the rules and model: release and digest. */
  readonly version: string;
  /** Names of the engines. */
  readonly engines: readonly string[];
  /** The state of the scanner now, as `health()` returns it. */
  health(): ScannerHealth;
}

export interface ScannerHealth {
  /** The worst of all parts. */
  readonly status: 'ok' | 'degraded' | 'failed';
  readonly version: string;
  readonly engines: readonly {
    readonly name: string;
    /** Failed in its last run. */
    readonly status: 'ok' | 'failed';
    /** Scans in which it threw or ran out of time. */
    readonly errors: number;
  }[];
  readonly adapters: readonly {
    readonly name: string;
    readonly status: 'ok' | 'degraded' | 'failed';
    readonly detail?: string;
    /** Events waiting for `write`. */
    readonly queued: number;
    /** Events given up: the queue was full, or `write` failed. */
    readonly dropped: number;
    /** Calls that threw or rejected. */
    readonly errors: number;
  }[];
  readonly cache: { readonly entries: number; readonly hits: number; readonly misses: number };
}
