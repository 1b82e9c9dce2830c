import type { ScanResult, ThreatType } from './result.js';

/** What an adapter is told about one scan. Deep-frozen. Holds no text unless `captureText` asks for it. */
export interface ScanEvent {
  /** Tells the kinds of events apart, in a log of all of them. */
  readonly type: 'scan';
  /** Milliseconds since the epoch, when the scan ended. */
  readonly time: number;
  /** The verdict: the very object that `scan` returned. Holds offsets of the findings, never the text. */
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
  /** Whom the text comes from. Adapters show it as a pseudonym or not at all, unless their options say otherwise. @default unknown */
  readonly userId?: string;
  /** The chat or visit that the text belongs to. With `sessions` of the scanner, it is judged in the light of its earlier turns. @default unknown */
  readonly sessionId?: string;
  /** Id of the request, to find the scan again in logs. Never pseudonymised: give none that names a person. @default unknown */
  readonly requestId?: string;
  /** Address of the client. For rate limits and your own adapters; logs do not show it. @default unknown */
  readonly ip?: string;
  /** What else tells kinds of requests apart, such as a route or a tenant. Few values each, and none that names a person. @default {} */
  readonly labels?: Readonly<Record<string, string>>;
}

/** A person's judgement of an earlier verdict. */
export interface FeedbackEvent {
  /** Tells the kinds of events apart, in a log of all of them. */
  readonly type: 'feedback';
  /** Milliseconds since the epoch, when the feedback came. */
  readonly time: number;
  /** `scanId` of the result that was judged. */
  readonly scanId: string;
  /** Whether the verdict was too strict, too lenient or right. */
  readonly verdict: 'false_positive' | 'false_negative' | 'confirmed';
  /** Threat type of the judged scan where the scanner still knows it, or as the reporter says; else null. */
  readonly threatType: ThreatType | null;
  /** What the person wrote, at most 2,000 characters. May quote the text. */
  readonly comment?: string;
  /** Who judged. Adapters treat it like a user id. */
  readonly reporter?: string;
}

/** Something was let through or stopped on the strength of a verdict, or by a limit. */
export interface DecisionEvent {
  /** Tells the kinds of events apart, in a log of all of them. */
  readonly type: 'decision';
  /** Milliseconds since the epoch, when it was decided. */
  readonly time: number;
  /** Which part of the system decided. */
  readonly component: 'guard' | 'stream' | 'rate-limit' | 'circuit' | 'policy' | 'review';
  /** What it decided: `allowed`, `blocked`, `redacted`, `denied`, `opened`, … Countable. */
  readonly decision: string;
  /** Countable name of what decided or was decided about, such as `input`, `output` or a limit's name. */
  readonly subject: string;
  /** `scanId` of the verdict that led to it; absent where a limit or circuit decided. */
  readonly scanId?: string;
  /** What the caller passed with the call or scan. */
  readonly context: EventContext;
}

/** How an adapter is doing, in its own judgement. */
export interface AdapterHealth {
  /** `ok`; `degraded` where it works in part or on a fallback; `failed` where it does not do its work. */
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
  /** In the stack of whoever reports a person's judgement of a verdict. Must not block. */
  onFeedback?(event: FeedbackEvent): void;
  /** In the caller's stack, after something was let through or stopped. Must not block. */
  onDecision?(event: DecisionEvent): void;
  /** How it is doing. Asked by the scanner's `health()`, so it must answer at once; one that throws counts as `failed`. */
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

/** How a scanner and everything that it uses are doing. */
export interface ScannerHealth {
  /** The worst of all parts. */
  readonly status: 'ok' | 'degraded' | 'failed';
  /** Version of the rules and model that judge, as in results. */
  readonly version: string;
  /** The engines that judge, in the order in which they run. */
  readonly engines: readonly {
    /** Name of the engine, as in findings. */
    readonly name: string;
    /** Failed in its last run. */
    readonly status: 'ok' | 'failed';
    /** Scans in which it threw or ran out of time. */
    readonly errors: number;
  }[];
  /** The adapters, in the order of the option. */
  readonly adapters: readonly {
    /** Name of the adapter. */
    readonly name: string;
    /** What it says itself. One that says nothing is `degraded` once a call of it failed; one whose `health` throws is `failed`. */
    readonly status: 'ok' | 'degraded' | 'failed';
    /** What it says of itself, in one sentence. */
    readonly detail?: string;
    /** Events waiting for `write`. */
    readonly queued: number;
    /** Events given up: the queue was full, or `write` failed. */
    readonly dropped: number;
    /** Calls that threw or rejected. */
    readonly errors: number;
  }[];
  /** Verdicts that are remembered, and how often one was there or not since the scanner was made. */
  readonly cache: { readonly entries: number; readonly hits: number; readonly misses: number };
}
