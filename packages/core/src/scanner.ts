import { LRUCache } from 'lru-cache';
import type { FeedbackEvent, ScanEvent, ScannerHealth } from './adapter.js';
import { BUILT_IN_ENGINES, builtInEngines, builtInRuleIds, conceptRulesFor, ruleSetFor } from './built-in.js';
import { type CachedVerdict, createVerdictCache, type VerdictCache } from './cache.js';
import { checkInput, eventContext, protectedTexts, type ScanContext } from './context.js';
import { createDispatcher } from './dispatch.js';
import { SentinelError } from './errors.js';
import { createEvaluator, type Evaluation } from './evaluate.js';
import { matchesRule } from './findings.js';
import { type GuardOptions, guardWith } from './guard.js';
import { type ChatMessage, type ConversationResult, scanMessagesWith } from './messages.js';
import {
  type AllowEntry,
  fail,
  onlyKnown,
  type ResolvedOptions,
  resolveOptions,
  type ScannerOptions,
} from './options.js';
import { redact, requireVault } from './redact.js';
import type { ScanResult, Source, ThreatType } from './result.js';
import { createScanId } from './scan-id.js';
import type { Model } from './semantics/classifier.js';
import type { SessionState } from './session.js';
import { createSessionJudge } from './session-judge.js';
import {
  createTextStream,
  type StreamOptions,
  type TextStream,
  type TextStreamOptions,
  toTransformStream,
} from './stream.js';
import { policyDigest, rulesVersion } from './version.js';

/** A person's judgement of an earlier verdict. */
export interface Feedback {
  /** `scanId` of the result that is judged. */
  readonly scanId: string;
  /** Whether the verdict was too strict, too lenient or right. */
  readonly verdict: 'false_positive' | 'false_negative' | 'confirmed';
  /** What the text was, where the scanner can't know: for a false negative. */
  readonly threatType?: ThreatType;
  /** Why. Adapters are told its first 2,000 characters. */
  readonly comment?: string;
  /** Who judged. Adapters treat it like a user id. */
  readonly reporter?: string;
}

/** How a scanner guards a text that comes call by call, and what is known of it. */
export interface OpenStreamOptions extends TextStreamOptions {
  /** What is known of the text. One without a `source` is of the model. @default { source: 'model' } */
  readonly context?: ScanContext;
}

/** How a scanner guards a stream, and what is known of the text. */
export interface ScanStreamOptions extends StreamOptions {
  /** What is known of the text. One without a `source` is of the model. @default { source: 'model' } */
  readonly context?: ScanContext;
}

/** An independent scanner: its own rules, policy, cache and adapters. */
export interface Scanner {
  /**
   * Judges a text. Synchronous, no I/O, linear time. Never throws on any string.
   *
   * @throws SentinelError INVALID_INPUT for a text that is not a string, or a bad context.
   */
  scan(text: string, context?: ScanContext): ScanResult;
  /**
   * As `scan`, and the asynchronous engines within `asyncBudgetMs`; one that is late or fails is in `result.errors`.
   *
   * @throws SentinelError INVALID_INPUT, as a rejection, for a text that is not a string, or a bad context.
   */
  scanAsync(text: string, context?: ScanContext): Promise<ScanResult>;
  /**
   * Judges each message of a chat by its role. Messages seen before come from the cache.
   *
   * @throws SentinelError INVALID_INPUT for messages that are none, or a bad context.
   */
  scanMessages(messages: readonly ChatMessage[], context?: ScanContext): ConversationResult;
  /**
   * A transform for text that arrives in pieces: it passes on, redacts or stops.
   *
   * @throws SentinelError INVALID_OPTION, naming the option and what it must be; INVALID_INPUT for a bad context.
   */
  scanStream(options?: ScanStreamOptions): TransformStream<string, string>;
  /**
   * As `scanStream`, without a stream: for text in events, which a TransformStream has no place for.
   *
   * @throws SentinelError INVALID_OPTION, naming the option and what it must be; INVALID_INPUT for a bad context.
   */
  openStream(options?: OpenStreamOptions): TextStream;
  /**
   * Wraps a function: scans its input, runs it, scans its output.
   *
   * @throws SentinelError INVALID_OPTION for what is no function or an option that does not fit. The wrapped function rejects with BLOCKED, or
   *   INVALID_INPUT for a text that is none.
   */
  guard<Args extends readonly unknown[], Output>(
    fn: (...args: Args) => Promise<Output> | Output,
    options?: GuardOptions<Args, Output>,
  ): (...args: Args) => Promise<Output>;
  /**
   * Tells the adapters that a verdict was right or wrong.
   *
   * @throws SentinelError INVALID_INPUT for an unknown verdict or a missing scanId.
   */
  reportFeedback(feedback: Feedback): void;
  /** What is remembered of a session; undefined when nothing is, and when sessions are off. */
  sessionState(sessionId: string): SessionState | undefined;
  /** The state of engines, adapters, queues and cache now. */
  health(): ScannerHealth;
  /** Resolves when the adapters have been handed all events so far. Never rejects. */
  flush(): Promise<void>;
  /** Drains and closes the adapters. Scans still work afterwards; nobody is told of them. Never rejects. Safe to call twice. */
  shutdown(): Promise<void>;
}

/** Scans whose threat type is remembered for feedback. */
const REMEMBERED_SCANS = 10_000;
/** Text an event may carry. */
const MAX_EVENT_TEXT_CHARS = 2_000;
const STREAM_OPTIONS = [
  'context',
  'redact',
  'vault',
  'restorable',
  'maxHoldChars',
  'onResult',
] as const satisfies readonly (keyof OpenStreamOptions)[];
const VERDICTS: readonly string[] = ['false_positive', 'false_negative', 'confirmed'] satisfies Feedback['verdict'][];

/** Makes a scanner that judges with a model, or by rules alone where it is null. See `createScanner`. */
export function createScannerWith(model: Model | null, options: ScannerOptions): Scanner {
  const resolved = resolveOptions(options);
  checkEngineNames(resolved);
  checkDisabledRules(resolved);
  const dispatcher = createDispatcher(resolved);
  const cache: VerdictCache | null =
    resolved.cache === false ? null : 'get' in resolved.cache ? resolved.cache : createVerdictCache(resolved.cache);
  const allowList = createAllowList(resolved.allow);
  const threatTypes = new LRUCache<string, ThreatType>({ max: REMEMBERED_SCANS });
  let hits = 0;
  let misses = 0;
  let closed = false;

  // Once, here, so that the first scan is as fast as the next.
  const ruleSet = ruleSetFor(resolved.rules, resolved.disabledRules);
  const builtIn = builtInEngines(ruleSet);
  const version = rulesVersion(
    ruleSet,
    [...builtIn, ...resolved.engines],
    model,
    conceptRulesFor(resolved.disabledRules),
  );
  const baseKey = `${version} ${policyDigest(resolved)}`;
  const evaluator = createEvaluator(resolved, ruleSet, builtIn, model, { timed: dispatcher.engineTimings });
  const sessions = createSessionJudge(resolved.sessions, evaluator.policy);

  /** What a cached verdict must agree in, beside text and source. */
  function cacheVersion(base: string, protectedText: readonly string[]): string {
    const version = allowList.epoch === 0 ? base : `${base} ${allowList.epoch}`;
    return protectedText.length === 0 ? version : [version, ...protectedText].join('\0');
  }

  function scan(text: string, context?: ScanContext, isTurn = true): ScanResult {
    const checked = checkInput(text, context);
    const protectedText = protectedTexts(checked);
    const started = performance.now();
    if (!closed) dispatcher.scanStart();
    const source = checked.source ?? 'user';
    const allow = allowList.inForce();
    const key = cache === null ? '' : cacheVersion(baseKey, protectedText);
    const known = cache?.get(text, source, key);
    if (known !== undefined) {
      hits++;
      return report(text, checked, { verdict: known, errors: [], timings: [] }, started, true, isTurn);
    }
    misses++;
    const evaluation = evaluator.evaluate(text, source, protectedText, allow);
    if (evaluation.errors.length === 0) cache?.set(text, source, key, evaluation.verdict);
    return report(text, checked, evaluation, started, false, isTurn);
  }

  async function scanAsync(text: string, context?: ScanContext): Promise<ScanResult> {
    const checked = checkInput(text, context);
    if (checked.sessionId !== undefined) await sessions?.load(checked.sessionId);
    if (!resolved.engines.some((engine) => !('scan' in engine))) return scan(text, context);
    const protectedText = protectedTexts(checked);
    const started = performance.now();
    if (!closed) dispatcher.scanStart();
    const source = checked.source ?? 'user';
    const allow = allowList.inForce();
    // Verdicts with and without the asynchronous engines must not be taken for each other.
    const key = cacheVersion(`${baseKey} async`, protectedText);
    const known = cache?.get(text, source, key) ?? (await cache?.load?.(text, source, key));
    if (known !== undefined) {
      hits++;
      return report(text, checked, { verdict: known, errors: [], timings: [] }, started, true);
    }
    misses++;
    const evaluation = await evaluator.evaluateAsync(text, source, protectedText, allow);
    if (evaluation.errors.length === 0) {
      cache?.set(text, source, key, evaluation.verdict);
      cache?.save?.(text, source, key, evaluation.verdict);
    }
    return report(text, checked, evaluation, started, false);
  }

  function report(
    text: string | null,
    context: ScanContext,
    { verdict: ofText, errors, timings }: Evaluation,
    started: number,
    cached: boolean,
    isTurn = true,
    inputLength = text?.length ?? 0,
  ): ScanResult {
    const time = Date.now();
    const { sessionId, source = 'user' } = context;
    const verdict =
      sessions === null || sessionId === undefined || !isTurn
        ? ofText
        : sessions.judge(ofText, sessionId, { source, inputLength, time });
    const result = toResult(verdict, {
      scanId: createScanId(time),
      errors,
      latencyMs: performance.now() - started,
      inputLength,
      source,
      cached,
      version,
    });
    if (result.threatType !== null) threatTypes.set(result.scanId, result.threatType);
    if (dispatcher.active && !closed) {
      const captured = text === null ? undefined : capturedText(text, result);
      const event: { -readonly [Key in keyof ScanEvent]: ScanEvent[Key] } = {
        type: 'scan',
        time,
        result,
        context: eventContext(context),
        engineTimings: timings,
      };
      if (captured !== undefined) event.text = captured;
      dispatcher.scan(Object.freeze(event));
    }
    return result;
  }

  function capturedText(text: string, result: ScanResult): string | undefined {
    if (resolved.captureText === 'none') return undefined;
    const shown = resolved.captureText === 'full' ? text : redact(text, result).text;
    return shown.slice(0, MAX_EVENT_TEXT_CHARS);
  }

  function health(): ScannerHealth {
    const adapters = dispatcher.health();
    const engines = [...evaluator.engineStates];
    const failing =
      engines.some(([, { status }]) => status === 'failed') || adapters.some(({ status }) => status === 'failed');
    return {
      status: failing ? 'failed' : adapters.some(({ status }) => status === 'degraded') ? 'degraded' : 'ok',
      version,
      engines: engines.map(([name, state]) => ({ name, ...state })),
      adapters,
      cache: { entries: cache?.size ?? 0, hits, misses },
    };
  }

  function streamOpener(options: OpenStreamOptions): () => TextStream {
    const context: ScanContext = { source: 'model', ...options.context };
    checkInput('', context);
    const protectedText = protectedTexts(context);
    const source: Source = context.source ?? 'model';
    return () =>
      createTextStream(
        {
          policy: evaluator.policy,
          source,
          evaluate: (text) => evaluator.evaluate(text, source, protectedText, allowList.inForce()),
          isQuiet: (text) => evaluator.isQuiet(text, source, protectedText),
          tail: evaluator.openTail(source, protectedText),
          finish: (evaluation, inputLength, started) =>
            report(null, context, evaluation, started, false, true, inputLength),
        },
        options,
      );
  }

  const scanner: Scanner = {
    scan: (text, context) => scan(text, context),
    scanAsync,
    scanMessages: (messages, context) => scanMessagesWith(scan, messages, context),
    sessionState: (sessionId) => sessions?.state(sessionId),
    scanStream(streamOptions = {}) {
      checkStreamOptions(streamOptions, [...STREAM_OPTIONS, 'onBlock', 'blockMessage']);
      return toTransformStream(streamOpener(streamOptions), streamOptions);
    },
    openStream(streamOptions = {}) {
      checkStreamOptions(streamOptions, STREAM_OPTIONS);
      return streamOpener(streamOptions)();
    },
    guard: (fn, guardOptions) =>
      guardWith(
        {
          scanAsync,
          decide: (event) => {
            if (!closed) dispatcher.decision(Object.freeze(event));
          },
        },
        fn,
        guardOptions,
      ),
    reportFeedback(feedback) {
      const event = checkFeedback(feedback, threatTypes.get(feedback?.scanId));
      if (!closed) dispatcher.feedback(event);
    },
    health,
    flush: async () => void (await Promise.all([dispatcher.flush(), sessions?.flush(), cache?.flush?.()])),
    async shutdown() {
      closed = true;
      await Promise.all([dispatcher.close(), sessions?.flush(), cache?.flush?.()]);
    },
  };
  dispatcher.attach({ version, engines: [...evaluator.engineStates.keys()], health });
  return scanner;
}

type ResultFacts = Pick<
  ScanResult,
  'scanId' | 'errors' | 'latencyMs' | 'inputLength' | 'source' | 'cached' | 'version'
>;

function toResult(verdict: CachedVerdict, facts: ResultFacts): ScanResult {
  return Object.freeze({
    scanId: facts.scanId,
    isSafe: verdict.action !== 'block',
    action: verdict.action,
    riskScore: verdict.riskScore,
    severity: verdict.severity,
    threatType: verdict.threatType,
    scores: verdict.scores,
    triggeredEngines: verdict.triggeredEngines,
    findings: verdict.findings,
    latencyMs: facts.latencyMs,
    inputLength: facts.inputLength,
    source: facts.source,
    cached: facts.cached,
    truncated: verdict.truncated,
    errors: facts.errors,
    version: facts.version,
  });
}

/** The entries in force. `epoch` counts the ones that have run out, so that cached verdicts don't outlive them. */
function createAllowList(entries: readonly AllowEntry[]) {
  const ends = entries.map(({ until }) => (until === undefined ? Number.POSITIVE_INFINITY : new Date(until).getTime()));
  let inForce = entries;
  let nextEnd = Math.min(Number.POSITIVE_INFINITY, ...ends);
  let epoch = 0;
  return {
    get epoch() {
      return epoch;
    },
    inForce(): readonly AllowEntry[] {
      if (nextEnd === Number.POSITIVE_INFINITY) return inForce;
      const now = Date.now();
      if (now < nextEnd) return inForce;
      inForce = entries.filter((_, index) => (ends[index] as number) > now);
      nextEnd = Math.min(Number.POSITIVE_INFINITY, ...ends.filter((end) => end > now));
      epoch++;
      return inForce;
    },
  };
}

function checkEngineNames({ engines }: ResolvedOptions): void {
  for (const { name } of engines) {
    if (BUILT_IN_ENGINES.includes(name)) fail('engines', 'must not take the name of a built-in engine', name);
  }
}

function checkDisabledRules({ disabledRules, rules }: ResolvedOptions): void {
  if (disabledRules.length === 0) return;
  const ids = [...builtInRuleIds(), ...rules.map(({ id }) => id)];
  for (const entry of disabledRules) {
    if (!ids.some((id) => matchesRule(id, entry))) fail('disabledRules', 'must name existing rules', entry);
  }
}

function checkStreamOptions(options: ScanStreamOptions, known: readonly (keyof ScanStreamOptions)[]): void {
  onlyKnown('', options, known);
  const { onBlock, maxHoldChars, vault, restorable } = options;
  if (vault !== undefined) requireVault(vault);
  if (restorable !== undefined && typeof restorable !== 'function')
    fail('restorable', 'must be a function', restorable);
  if (onBlock !== undefined && onBlock !== 'end' && onBlock !== 'error')
    fail('onBlock', "must be 'end' or 'error'", onBlock);
  if (
    maxHoldChars !== undefined &&
    !(Number.isInteger(maxHoldChars) && maxHoldChars >= 256 && maxHoldChars <= 1_000_000)
  ) {
    fail('maxHoldChars', 'must be a whole number from 256 to 1000000', maxHoldChars);
  }
}

function checkFeedback(feedback: Feedback, known: ThreatType | undefined): FeedbackEvent {
  if (typeof feedback?.scanId !== 'string' || feedback.scanId === '' || !VERDICTS.includes(feedback.verdict)) {
    throw new SentinelError(
      'INVALID_INPUT',
      `[@llm-sentinel/core] Feedback must be { scanId, verdict }, verdict one of ${VERDICTS.join(', ')}.`,
    );
  }
  const { scanId, verdict, threatType, comment, reporter } = feedback;
  return Object.freeze({
    type: 'feedback',
    time: Date.now(),
    scanId,
    verdict,
    threatType: threatType ?? known ?? null,
    ...(comment !== undefined && { comment: comment.slice(0, MAX_EVENT_TEXT_CHARS) }),
    ...(reporter !== undefined && { reporter }),
  });
}
