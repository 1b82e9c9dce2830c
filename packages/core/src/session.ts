import type { Action, ThreatType } from './result.js';

/** One judged text of a session. */
export interface SessionTurn {
  /** Risk of the text by itself, 0..1. */
  readonly risk: number;
  /** What was decided, the session taken into account. */
  readonly action: Action;
  /** The threat that decided, or null. */
  readonly threatType: ThreatType | null;
  /** Milliseconds since the epoch. */
  readonly time: number;
}

/** What is remembered of a session: numbers and names of threats, no text. Frozen. */
export interface SessionState {
  /** Rolling risk, 0..1, as of `lastSeen`: rises with every risky turn, falls with every calm one and with time. */
  readonly risk: number;
  /** Texts judged. */
  readonly turns: number;
  /** Texts that were flagged. */
  readonly flagged: number;
  /** Texts that were blocked. */
  readonly blocked: number;
  /** Threats that decided, the latest last; at most 8. */
  readonly lastThreats: readonly ThreatType[];
  /** Milliseconds since the epoch. */
  readonly firstSeen: number;
  /** When the last turn was, in milliseconds since the epoch. */
  readonly lastSeen: number;
}

/** How the rolling risk is computed: for stores that do it elsewhere, as in a script of Redis. */
export const SESSION_RISK = Object.freeze({
  /** A text below this risk is calm: most harmless texts are, and no number of them must add up. */
  floor: 0.25,
  /** How much of a turn's risk counts. One blocked attack leaves the next turns watched, not stopped. */
  weight: 0.5,
  /** What a turn leaves of the risk before it. */
  retention: 0.8,
  /** Time in which a silent session loses half of its risk, in milliseconds. */
  halfLifeMs: 30 * 60_000,
  /** `lastThreats` holds so many. */
  threats: 8,
});

/**
 * The rolling risk of a session at a time: what it was at its last turn, halved for every `SESSION_RISK.halfLifeMs` of silence.
 *
 * @param time Milliseconds since the epoch. A time before the last turn counts as that.
 * @returns 0 to 1.
 */
export function riskAt(state: SessionState, time: number): number {
  const silentMs = Math.max(0, time - state.lastSeen);
  return state.risk * 0.5 ** (silentMs / SESSION_RISK.halfLifeMs);
}

/**
 * The state after a turn. Risks combine as independent evidence does: `1 - (1 - before) * (1 - turn)`, so that the result stays
 * below 1 however many there are, and does not depend on how they are counted together. It is the noisy OR of J. Pearl,
 * Probabilistic Reasoning in Intelligent Systems (1988).
 */
export function nextSessionState(before: SessionState | undefined, turn: SessionTurn): SessionState {
  const { floor, weight, retention, threats } = SESSION_RISK;
  const kept = before === undefined ? 0 : riskAt(before, turn.time) * retention;
  const added = turn.risk < floor ? 0 : turn.risk * weight;
  const lastThreats = before?.lastThreats ?? [];
  return Object.freeze({
    risk: 1 - (1 - kept) * (1 - added),
    turns: (before?.turns ?? 0) + 1,
    flagged: (before?.flagged ?? 0) + (turn.action === 'flag' ? 1 : 0),
    blocked: (before?.blocked ?? 0) + (turn.action === 'block' ? 1 : 0),
    lastThreats:
      turn.threatType === null ? lastThreats : Object.freeze([...lastThreats, turn.threatType].slice(-threats)),
    firstSeen: before?.firstSeen ?? turn.time,
    lastSeen: Math.max(before?.lastSeen ?? 0, turn.time),
  });
}
