// From a text to a verdict: prepare, run the engines, filter their findings, judge. No I/O, no events.

import { conceptRulesFor } from './built-in.js';
import type { CachedVerdict } from './cache.js';
import type { AsyncEngine, Engine, Prepared } from './engine.js';
import type { RuleSet } from './engines/rule-set.js';
import { isSentinelError } from './errors.js';
import { dropOverlappingEntities, dropRepeated, isAllowed, MAX_FINDINGS, sortFindings } from './findings.js';
import type { AllowEntry, ResolvedOptions } from './options.js';
import { judge, type Policy, resolvePolicy } from './policy.js';
import { createPrepare, type PreparedText } from './prepare.js';
import { withTimeout } from './queue.js';
import type { Finding, ScanError, Source } from './result.js';
import { CLASSIFIER_ENGINE, createAssessor } from './semantics/assess.js';
import type { Model } from './semantics/classifier.js';
import { createMeaningReader } from './semantics/meaning.js';
import { createTails, type Tail } from './tail.js';

/** A verdict and what is known of how it came about. */
export interface Evaluation {
  readonly verdict: CachedVerdict;
  readonly errors: readonly ScanError[];
  readonly timings: readonly { readonly engine: string; readonly ms: number }[];
}

export interface EngineState {
  status: 'ok' | 'failed';
  errors: number;
}

export interface Evaluator {
  evaluate(text: string, source: Source, protectedText: readonly string[], allow: readonly AllowEntry[]): Evaluation;
  /** The same, and the asynchronous engines within the time budget. */
  evaluateAsync(
    text: string,
    source: Source,
    protectedText: readonly string[],
    allow: readonly AllowEntry[],
  ): Promise<Evaluation>;
  /** Whether no engine finds anything; what the text means is left out. For text that is read again and again while it grows. */
  isQuiet(text: string, source: Source, protectedText: readonly string[]): boolean;
  /** Reads a text that grows. */
  openTail(source: Source, protectedText: readonly string[]): Tail;
  readonly policy: Policy;
  readonly engineStates: ReadonlyMap<string, EngineState>;
}

/** A stretch of the text that is judged on its own, and where it begins. */
interface Part {
  readonly prepared: PreparedText;
  readonly offset: number;
}

const NO_ERRORS: readonly ScanError[] = Object.freeze([]);
const NO_TIMINGS: Evaluation['timings'] = Object.freeze([]);
const NO_FINDINGS: readonly Finding[] = Object.freeze([]);
const NO_ENGINES: readonly string[] = Object.freeze([]);
const NO_SCORES: Readonly<Record<string, number>> = Object.freeze({});

export function createEvaluator(
  options: ResolvedOptions,
  ruleSet: RuleSet,
  builtIn: readonly Engine[],
  model: Model | null,
  { timed }: { timed: boolean },
): Evaluator {
  const meaning = model === null ? null : createMeaningReader(model, conceptRulesFor(options.disabledRules));
  const policy = resolvePolicy(options.mode, options.policy);
  const assessor =
    model === null || meaning === null
      ? null
      : createAssessor(model, meaning, (threatType) => policy(threatType).classifierFlagThreshold);
  const prepare = createPrepare(ruleSet, meaning, options);
  const openTail = createTails(ruleSet, meaning === null || assessor === null ? null : { reader: meaning, assessor });
  const ownEngines = options.engines.filter(isSync);
  const engines = [...builtIn, ...ownEngines];
  const asyncEngines = options.engines.filter((engine): engine is AsyncEngine => !isSync(engine));
  const engineStates = new Map<string, EngineState>(
    [
      ...engines.map(({ name }) => name),
      ...(assessor === null ? [] : [CLASSIFIER_ENGINE]),
      ...asyncEngines.map(({ name }) => name),
    ].map((name) => [name, { status: 'ok', errors: 0 }]),
  );

  // Beside each engine, because a look-up by name for each would be a tenth of a short scan.
  const states = engines.map(({ name }) => engineStates.get(name) as EngineState);

  function succeeded(name: string): void {
    (engineStates.get(name) as EngineState).status = 'ok';
  }
  function failedWith(name: string, code: ScanError['code'], error: unknown): ScanError {
    const state = engineStates.get(name) as EngineState;
    state.status = 'failed';
    state.errors++;
    return Object.freeze({ engine: name, code, type: error instanceof Error ? error.name : typeof error });
  }

  /** Runs what a text longer than the limit has: its beginning and its end, where attacks are put to be read. */
  function prepareParts(text: string, source: Source, protectedText: readonly string[]): Part[] {
    const limit = options.maxInputChars;
    if (text.length <= limit) return [{ prepared: prepare(text, source, protectedText), offset: 0 }];
    const head = Math.ceil(limit / 2);
    const tail = text.length - (limit - head);
    return [
      { prepared: prepare(text.slice(0, head), source, protectedText), offset: 0 },
      { prepared: prepare(text.slice(tail), source, protectedText), offset: tail },
    ];
  }

  /** What all synchronous engines find in a part, and how likely it is an attack. */
  function run(
    { prepared, offset }: Part,
    errors: ScanError[],
    timings: { engine: string; ms: number }[],
  ): { findings: Finding[]; probability: number | null } {
    const findings: Finding[] = [];
    for (let k = 0; k < engines.length; k++) {
      const engine = engines[k] as Engine;
      const started = timed ? performance.now() : 0;
      try {
        const found = engine.scan(prepared);
        if (found.length !== 0) for (const finding of found) findings.push(finding);
        (states[k] as EngineState).status = 'ok';
      } catch (error) {
        errors.push(failedWith(engine.name, 'ENGINE_FAILED', error));
      }
      if (timed) timings.push({ engine: engine.name, ms: performance.now() - started });
    }
    if (assessor === null) return { findings: shifted(findings, offset), probability: null };
    const started = timed ? performance.now() : 0;
    const { probability, finding } = assessor.assess(prepared, findings);
    if (finding !== null) findings.push(finding);
    if (timed) timings.push({ engine: CLASSIFIER_ENGINE, ms: performance.now() - started });
    return { findings: shifted(findings, offset), probability };
  }

  async function runAsync(prepared: Prepared, errors: ScanError[], timings: { engine: string; ms: number }[]) {
    const found = await Promise.all(
      asyncEngines.map(async (engine) => {
        const started = performance.now();
        try {
          const findings = await withTimeout((signal) => engine.scanAsync(prepared, signal), options.asyncBudgetMs);
          succeeded(engine.name);
          return findings;
        } catch (error) {
          errors.push(failedWith(engine.name, isSentinelError(error, 'TIMEOUT') ? 'TIMEOUT' : 'ENGINE_FAILED', error));
          return [];
        } finally {
          if (timed) timings.push({ engine: engine.name, ms: performance.now() - started });
        }
      }),
    );
    return found.flat();
  }

  function conclude(
    text: string,
    source: Source,
    allow: readonly AllowEntry[],
    raw: readonly Finding[],
    probability: number | null,
    errors: readonly ScanError[],
    truncated: boolean,
    timings: Evaluation['timings'],
  ): Evaluation {
    // Most texts are these, and every object made for them shows in the figures.
    if (raw.length === 0 && errors.length === 0 && !truncated) return nothingFound(probability ?? 0, timings);
    let findings = raw;
    if (raw.length > 0) {
      findings = dropOverlappingEntities(dropRepeated(sortFindings(raw)));
      if (allow.length > 0) findings = findings.filter((finding) => !isAllowed(finding, text, source, allow));
    }
    const cut = truncated || findings.length > MAX_FINDINGS;
    const judged = judge(findings, source, policy, probability);
    const incomplete = options.failMode === 'closed' && (cut || errors.length > 0);
    return {
      // Field by field, as in `nothingFound`: spread, each verdict gets a hidden class of its own, which costs a tenth of an attack's scan.
      verdict: {
        action: incomplete ? 'block' : judged.action,
        riskScore: judged.riskScore,
        severity: judged.severity,
        threatType: judged.threatType,
        scores: judged.scores,
        findings: findings.length === 0 ? NO_FINDINGS : Object.freeze(findings.slice(0, MAX_FINDINGS).map(frozen)),
        triggeredEngines:
          findings.length === 0 ? NO_ENGINES : Object.freeze([...new Set(findings.map(({ engine }) => engine))]),
        truncated: cut,
      },
      errors: errors.length === 0 ? NO_ERRORS : Object.freeze(errors),
      timings: timings.length === 0 ? NO_TIMINGS : Object.freeze(timings),
    };
  }

  return {
    policy,
    engineStates,
    evaluate(text, source, protectedText, allow) {
      const errors: ScanError[] = [];
      const timings: { engine: string; ms: number }[] = [];
      if (text.length <= options.maxInputChars) {
        const prepared = prepare(text, source, protectedText);
        const found = run({ prepared, offset: 0 }, errors, timings);
        return conclude(text, source, allow, found.findings, found.probability, errors, prepared.truncated, timings);
      }
      const parts = prepareParts(text, source, protectedText);
      let findings: readonly Finding[] = NO_FINDINGS;
      let probability: number | null = null;
      for (const part of parts) {
        const found = run(part, errors, timings);
        findings = [...findings, ...found.findings];
        if (found.probability !== null) probability = Math.max(probability ?? 0, found.probability);
      }
      const truncated = parts.length > 1 || parts.some(({ prepared }) => prepared.truncated);
      return conclude(text, source, allow, findings, probability, errors, truncated, timings);
    },
    isQuiet(text, source, protectedText) {
      const prepared = prepare(text, source, protectedText, null);
      if (prepared.truncated) return false;
      try {
        return engines.every((engine) => engine.scan(prepared).length === 0);
      } catch {
        // Left to `evaluate`, which counts and reports it.
        return false;
      }
    },
    // Engines of the user's own and protected texts look at the whole of what they are given.
    openTail: (source, protectedText) => openTail(source, ownEngines.length === 0 && protectedText.length === 0),
    async evaluateAsync(text, source, protectedText, allow) {
      const errors: ScanError[] = [];
      const timings: { engine: string; ms: number }[] = [];
      const parts = prepareParts(text, source, protectedText);
      const findings: Finding[] = [];
      let probability: number | null = null;
      for (const part of parts) {
        const found = run(part, errors, timings);
        findings.push(...found.findings);
        if (found.probability !== null) probability = Math.max(probability ?? 0, found.probability);
      }
      for (const { prepared, offset } of parts)
        findings.push(...shifted(await runAsync(prepared, errors, timings), offset));
      const truncated = parts.length > 1 || parts.some(({ prepared }) => prepared.truncated);
      return conclude(text, source, allow, findings, probability, errors, truncated, timings);
    },
  };
}

function nothingFound(probability: number, timings: Evaluation['timings']): Evaluation {
  return {
    verdict: {
      action: 'allow',
      riskScore: probability,
      severity: 'none',
      threatType: null,
      scores: NO_SCORES,
      findings: NO_FINDINGS,
      triggeredEngines: NO_ENGINES,
      truncated: false,
    },
    errors: NO_ERRORS,
    timings: timings.length === 0 ? NO_TIMINGS : Object.freeze(timings),
  };
}

function isSync(engine: Engine | AsyncEngine): engine is Engine {
  return 'scan' in engine;
}

function shifted(findings: Finding[], offset: number): Finding[] {
  if (offset === 0) return findings;
  const move = <T extends { start: number; end: number }>(span: T): T => ({
    ...span,
    start: span.start + offset,
    end: span.end + offset,
  });
  return findings.map((finding) =>
    finding.evidence === undefined ? move(finding) : { ...move(finding), evidence: finding.evidence.map(move) },
  );
}

function frozen(finding: Finding): Finding {
  if (finding.decodedFrom !== undefined) Object.freeze(finding.decodedFrom);
  if (finding.evidence !== undefined) for (const sign of Object.freeze(finding.evidence)) Object.freeze(sign);
  return Object.freeze(finding);
}
