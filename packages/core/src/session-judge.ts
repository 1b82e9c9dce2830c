import type { CachedVerdict } from './cache.js';
import { fail, onlyKnown } from './options.js';
import { ACTION_RANK, judge as judgeFindings, type Policy, SEVERITY_RANK } from './policy.js';
import type { Action, Finding, Source, ThreatType } from './result.js';
import { riskAt, type SessionState } from './session.js';
import { createSessionStore, type SessionStore } from './session-store.js';

/** What is remembered of sessions, and how it weighs. */
export interface SessionOptions {
  /** Where sessions are kept. @default in this process, bounded by `maxSessions` and `ttlMs` */
  readonly store?: SessionStore;
  /** Sessions remembered by the default store, about 200 bytes each. @default 10_000 */
  readonly maxSessions?: number;
  /** The default store forgets a session that was silent for so long, in milliseconds. @default 86_400_000 (24 hours) */
  readonly ttlMs?: number;
  /** How far a session's risk lowers the thresholds: by `sensitivity * risk`, at most by 0.3. 0 only counts. 0 to 1. @default 0.5 */
  readonly sensitivity?: number;
}

/** Judges a text in the light of the turns before it. */
export interface SessionJudge {
  /** The verdict of the session's turn, which is recorded. */
  judge(verdict: CachedVerdict, sessionId: string, turn: TurnFacts): CachedVerdict;
  state(sessionId: string): SessionState | undefined;
  load(sessionId: string): Promise<void>;
  flush(): Promise<void>;
}

export interface TurnFacts {
  readonly source: Source;
  readonly inputLength: number;
  readonly time: number;
}

const DAY_MS = 86_400_000;
/** No session makes a text of less risk than this an attack, and none lowers a threshold by more than that. */
const LOWEST_THRESHOLD = 0.3;
const MAX_SHIFT = 0.3;
/** What the model answers is no turn of the one who may be attacking it, and the owner's system prompt none either. */
const TURNS: ReadonlySet<Source> = new Set<Source>(['user', 'tool', 'document']);
const SESSION_ENGINE = 'session';
const DATA: readonly string[] = ['pii', 'secret'];

/**
 * Null when sessions are off.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 */
export function createSessionJudge(options: boolean | SessionOptions, policy: Policy): SessionJudge | null {
  if (options === false) return null;
  const { store, sensitivity } = resolveSessions(options === true ? {} : options);

  function judge(verdict: CachedVerdict, sessionId: string, turn: TurnFacts): CachedVerdict {
    if (!TURNS.has(turn.source)) return verdict;
    const before = store.get(sessionId, turn.time);
    const shift = before === undefined ? 0 : Math.min(MAX_SHIFT, sensitivity * riskAt(before, turn.time));
    const judged = before === undefined || shift === 0 ? verdict : escalated(verdict, turn, before, shift);
    store.record(sessionId, {
      risk: verdict.riskScore,
      action: judged.action,
      threatType: judged.threatType,
      time: turn.time,
    });
    return judged;
  }

  function escalated(verdict: CachedVerdict, turn: TurnFacts, session: SessionState, shift: number): CachedVerdict {
    const stricter = lowered(policy, shift);
    const threatType = threatOf(verdict, session);
    const byFindings = judgeFindings(verdict.findings, turn.source, stricter, verdict.riskScore);
    const byRisk = actionOfRisk(verdict, stricter(threatType), turn.source);
    const action = ACTION_RANK[byFindings.action] > ACTION_RANK[byRisk] ? byFindings.action : byRisk;
    if (ACTION_RANK[action] <= ACTION_RANK[verdict.action]) return verdict;
    const finding: Finding = Object.freeze({
      engine: SESSION_ENGINE,
      rule: 'session/escalation',
      threatType,
      severity: 'medium',
      score: verdict.riskScore,
      start: 0,
      end: turn.inputLength,
      message: 'The text is borderline by itself, and so were turns before it in this session.',
      references: REFERENCES,
    });
    return {
      ...verdict,
      action,
      threatType,
      severity: SEVERITY_RANK[verdict.severity] < SEVERITY_RANK.medium ? 'medium' : verdict.severity,
      scores: Object.freeze({
        ...verdict.scores,
        [threatType]: Math.max(verdict.scores[threatType] ?? 0, finding.score),
      }),
      // Findings are in the order of their place, and this one is of the whole text.
      findings: Object.freeze([finding, ...verdict.findings]),
      triggeredEngines: Object.freeze([...verdict.triggeredEngines, SESSION_ENGINE]),
    };
  }

  return {
    judge,
    state: (sessionId) => store.get(sessionId, Date.now()),
    load: async (sessionId) => store.load?.(sessionId),
    flush: async () => store.flush?.(),
  };
}

const REFERENCES: readonly string[] = Object.freeze(['LLM01', 'AML.T0054']);

/** The attack that the text comes nearest to, else the one that the session was about. */
function threatOf(verdict: CachedVerdict, session: SessionState): ThreatType {
  let nearest: ThreatType | null = null;
  for (const [threat, score] of Object.entries(verdict.scores)) {
    if (!DATA.includes(threat) && (nearest === null || score > (verdict.scores[nearest] ?? 0))) nearest = threat;
  }
  return nearest ?? session.lastThreats.findLast((threat) => !DATA.includes(threat)) ?? 'injection';
}

/** The policy with all thresholds of attacks lowered. Personal data is no less personal after an attack, and no more. */
function lowered(policy: Policy, shift: number): Policy {
  const lower = (threshold: number) => Math.max(Math.min(threshold, LOWEST_THRESHOLD), threshold - shift);
  return (threatType) => {
    const usual = policy(threatType);
    if (DATA.includes(threatType)) return usual;
    return {
      ...usual,
      threshold: lower(usual.threshold),
      flagThreshold: lower(usual.flagThreshold),
      classifierThreshold: lower(usual.classifierThreshold),
      classifierFlagThreshold: lower(usual.classifierFlagThreshold),
    };
  };
}

/** The classifier shows a finding from its usual threshold on; below that only the risk speaks. */
function actionOfRisk(
  { riskScore, findings }: CachedVerdict,
  { classifierThreshold, classifierFlagThreshold, action }: ReturnType<Policy>,
  source: Source,
): Action {
  const wanted = action[source];
  if (wanted === 'allow' || riskScore < classifierFlagThreshold) return 'allow';
  // Rules on trial flag at most, in a session too.
  const onTrial = findings.length > 0 && findings.every(({ experimental }) => experimental === true);
  return riskScore >= classifierThreshold && !onTrial ? wanted : 'flag';
}

function resolveSessions(options: SessionOptions): { store: SessionStore; sensitivity: number } {
  if (typeof options !== 'object' || options === null) fail('sessions', 'must be true, false or an object', options);
  onlyKnown('sessions.', options, ['store', 'maxSessions', 'ttlMs', 'sensitivity']);
  const { maxSessions = 10_000, ttlMs = DAY_MS, sensitivity = 0.5 } = options;
  if (!(Number.isInteger(maxSessions) && maxSessions >= 1 && maxSessions <= 100_000_000))
    fail('sessions.maxSessions', 'must be a whole number from 1 to 100000000', maxSessions);
  if (!(typeof ttlMs === 'number' && ttlMs > 0)) fail('sessions.ttlMs', 'must be a number above 0', ttlMs);
  if (!(typeof sensitivity === 'number' && sensitivity >= 0 && sensitivity <= 1))
    fail('sessions.sensitivity', 'must be a number from 0 to 1', sensitivity);
  const store = options.store ?? createSessionStore({ maxSessions, ttlMs });
  if (typeof store?.get !== 'function' || typeof store.record !== 'function')
    fail('sessions.store', 'must have get and record', store);
  return { store, sensitivity };
}
