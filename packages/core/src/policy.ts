import type { Mode, ThreatPolicy } from './options.js';
import type { Action, Decoding, Finding, KnownThreatType, Severity, Source, ThreatType } from './result.js';
import { CLASSIFIER_ENGINE, WEIGHED_ENGINES } from './semantics/assess.js';

/** A policy with nothing left open. */
export interface ResolvedThreatPolicy {
  readonly threshold: number;
  readonly flagThreshold: number;
  readonly classifierThreshold: number;
  readonly classifierFlagThreshold: number;
  readonly action: Readonly<Record<Source, Action>>;
}

/** Looks up what applies to a threat type, also one that a custom rule names. */
export type Policy = (threatType: ThreatType) => ResolvedThreatPolicy;

/** The part of a verdict that depends on the text, the source and the policy alone. */
export interface Verdict {
  /** As in `ScanResult`. */
  readonly action: Action;
  /** As in `ScanResult`, 0..1. */
  readonly riskScore: number;
  /** As in `ScanResult`. */
  readonly severity: Severity;
  /** As in `ScanResult`. */
  readonly threatType: ThreatType | null;
  /** As in `ScanResult`, 0..1 each. */
  readonly scores: Readonly<Record<string, number>>;
}

const actions = (user: Action, model: Action, tool: Action, document: Action, system: Action) => ({
  user,
  model,
  tool,
  document,
  system,
});

// An owner's system prompt is full of rules and role-play, so it is not judged for attacks. An attack phrase in the model's own
// words is most often a quotation of what it was asked. What a tool or a document contains nobody has asked for: it is held to
// the user's standard.
const BALANCED: Readonly<Record<KnownThreatType | 'other', Readonly<Record<Source, Action>>>> = {
  injection: actions('block', 'flag', 'block', 'block', 'allow'),
  jailbreak: actions('block', 'flag', 'block', 'block', 'allow'),
  prompt_leak: actions('block', 'block', 'block', 'block', 'allow'),
  exfiltration: actions('block', 'block', 'block', 'block', 'flag'),
  pii: actions('redact', 'redact', 'redact', 'redact', 'flag'),
  secret: actions('redact', 'redact', 'redact', 'redact', 'flag'),
  obfuscation: actions('flag', 'flag', 'flag', 'flag', 'flag'),
  harmful: actions('flag', 'flag', 'flag', 'flag', 'allow'),
  other: actions('block', 'block', 'block', 'block', 'flag'),
};

const STRICT: typeof BALANCED = {
  injection: actions('block', 'block', 'block', 'block', 'flag'),
  jailbreak: actions('block', 'block', 'block', 'block', 'flag'),
  prompt_leak: actions('block', 'block', 'block', 'block', 'flag'),
  exfiltration: actions('block', 'block', 'block', 'block', 'block'),
  pii: actions('redact', 'redact', 'redact', 'redact', 'redact'),
  secret: actions('block', 'block', 'block', 'block', 'block'),
  obfuscation: actions('block', 'block', 'block', 'block', 'flag'),
  harmful: actions('block', 'block', 'block', 'block', 'flag'),
  other: actions('block', 'block', 'block', 'block', 'block'),
};

const LENIENT: typeof BALANCED = {
  ...BALANCED,
  pii: actions('flag', 'redact', 'flag', 'flag', 'allow'),
  secret: actions('flag', 'redact', 'flag', 'flag', 'allow'),
  obfuscation: actions('flag', 'allow', 'flag', 'flag', 'allow'),
};

const ACTIONS: Readonly<Record<Mode, typeof BALANCED>> = { strict: STRICT, balanced: BALANCED, lenient: LENIENT };

/** [threshold, flagThreshold] of attacks, and of personal data and secrets, whose structure tells more than a wording does. */
const THRESHOLDS: Readonly<Record<Mode, { attack: readonly [number, number]; data: readonly [number, number] }>> = {
  strict: { attack: [0.5, 0.3], data: [0.4, 0.3] },
  balanced: { attack: [0.7, 0.4], data: [0.5, 0.4] },
  lenient: { attack: [0.85, 0.6], data: [0.7, 0.6] },
};

/**
 * The same for the classifier's probability, where no rule speaks. In balanced mode about 0.3 % of harmless texts in public collections and 2 %
 * of those written to be mistaken for attacks score as high: see the page on detection.
 */
const CLASSIFIER_THRESHOLDS: Readonly<Record<Mode, readonly [number, number]>> = {
  strict: [0.6, 0.35],
  balanced: [0.85, 0.6],
  lenient: [0.95, 0.85],
};

/** Sensitive, not hostile: these never raise the risk score. */
const DATA_THREATS: ReadonlySet<string> = new Set(['pii', 'secret']);

export function resolvePolicy(mode: Mode, overrides: Readonly<Partial<Record<ThreatType, ThreatPolicy>>>): Policy {
  const resolved = new Map<string, ResolvedThreatPolicy>();
  return (threatType) => {
    let entry = resolved.get(threatType);
    if (entry === undefined) {
      entry = resolveThreat(mode, threatType, overrides[threatType] ?? {});
      resolved.set(threatType, entry);
    }
    return entry;
  };
}

function resolveThreat(mode: Mode, threatType: ThreatType, override: ThreatPolicy): ResolvedThreatPolicy {
  const table = ACTIONS[mode];
  const action = Object.hasOwn(table, threatType) ? table[threatType as KnownThreatType] : table.other;
  const [threshold, flagThreshold] = THRESHOLDS[mode][DATA_THREATS.has(threatType) ? 'data' : 'attack'];
  const [classifierThreshold, classifierFlagThreshold] = CLASSIFIER_THRESHOLDS[mode];
  const acting = override.threshold ?? threshold;
  const classifierActing = override.classifierThreshold ?? classifierThreshold;
  return {
    threshold: acting,
    // A user who lowers the threshold does not want texts above it to be less than flagged.
    flagThreshold: override.flagThreshold ?? Math.min(flagThreshold, acting),
    classifierThreshold: classifierActing,
    classifierFlagThreshold: Math.min(classifierFlagThreshold, classifierActing),
    action:
      typeof override.action === 'string'
        ? actions(override.action, override.action, override.action, override.action, override.action)
        : { ...action, ...override.action },
  };
}

const NO_SCORES: Readonly<Record<string, number>> = Object.freeze({});
const SAFE: Verdict = Object.freeze({
  action: 'allow',
  riskScore: 0,
  severity: 'none',
  threatType: null,
  scores: NO_SCORES,
});

export const ACTION_RANK: Readonly<Record<Action, number>> = { allow: 0, flag: 1, redact: 2, block: 3 };
export const SEVERITY_RANK: Readonly<Record<Severity, number>> = { none: 0, low: 1, medium: 2, high: 3, critical: 4 };

/**
 * Judges findings (in order of their start) of a text from `source`. `probability`: how likely the classifier takes the text for an attack,
 * also where it has no finding to show for it; null where there is no classifier.
 */
export function judge(
  findings: readonly Finding[],
  source: Source,
  policy: Policy,
  probability: number | null = null,
): Verdict {
  if (findings.length === 0) return probability === null ? SAFE : { ...SAFE, riskScore: probability };
  const scores = scoreByThreat(findings);
  // A rule on trial or that the classifier contradicts, or a classifier that is not sure enough, raises the score that is shown, not the one
  // that is acted on.
  const tentative = (finding: Finding): boolean => isTentative(finding, policy, probability);
  const established = findings.some(tentative) ? scoreByThreat(findings.filter((f) => !tentative(f))) : scores;
  let action: Action = 'allow';
  let threatType: ThreatType | null = null;
  let riskScore = probability ?? 0;
  for (const [threat, score] of scores) {
    const taken = actionFor(score, established.get(threat) ?? 0, policy(threat), source);
    const rank = ACTION_RANK[taken] - ACTION_RANK[action];
    if (taken !== 'allow' && (rank > 0 || (rank === 0 && score > (scores.get(threatType ?? '') ?? 0)))) {
      action = taken;
      threatType = threat;
    }
    if (probability === null && !DATA_THREATS.has(threat) && score > riskScore) riskScore = score;
  }
  if (probability !== null) riskScore = Math.max(riskScore, riskOfOthers(findings));
  let severity: Severity = 'none';
  for (const finding of findings) {
    if (finding.score < policy(finding.threatType).flagThreshold) continue;
    if (SEVERITY_RANK[finding.severity] > SEVERITY_RANK[severity]) severity = finding.severity;
  }
  return { action, riskScore, severity, threatType, scores: Object.freeze(Object.fromEntries(scores)) };
}

/** Below this probability the classifier contradicts a rule that speaks of an attack in words: such rules are wrong once in five times. */
const SUPPORT = 0.5;
const IN_WORDS: ReadonlySet<string> = new Set(['injection', 'jailbreak', 'prompt_leak']);

function isTentative(finding: Finding, policy: Policy, probability: number | null): boolean {
  const { engine, experimental, threatType, score } = finding;
  if (experimental === true) return true;
  if (engine === CLASSIFIER_ENGINE) return score < policy(threatType).classifierThreshold;
  return probability !== null && probability < SUPPORT && isWeighed(finding) && IN_WORDS.has(threatType);
}

/** The highest score of attacks that the classifier knows nothing of: those of custom rules and engines, and of leaks. */
function riskOfOthers(findings: readonly Finding[]): number {
  const others = findings.filter((finding) => !isWeighed(finding) && !DATA_THREATS.has(finding.threatType));
  return others.length === 0 ? 0 : Math.max(...scoreByThreat(others).values());
}

const isWeighed = ({ engine }: Finding): boolean => WEIGHED_ENGINES.includes(engine);

function actionFor(score: number, established: number, policy: ResolvedThreatPolicy, source: Source): Action {
  const wanted = policy.action[source];
  if (wanted === 'allow' || score < policy.flagThreshold) return 'allow';
  return established >= policy.threshold ? wanted : 'flag';
}

interface Evidence {
  /** Probability that all places before the current one mislead. */
  doubt: number;
  /** Best score at the current place. */
  best: number;
  /** Where the current place ends. */
  end: number;
}

/**
 * Findings that overlap speak of one place and count once, by the best of them; different places are independent evidence and
 * combine as 1 - (1 - a)(1 - b). The classifier has weighed the rules already, so its score is not added to theirs: the higher one counts.
 * Rounded to four digits, so that scores compare equal across platforms.
 */
function scoreByThreat(findings: readonly Finding[]): Map<string, number> {
  const evidence = new Map<string, Evidence>();
  const judged = new Map<string, number>();
  for (const finding of findings) {
    if (finding.engine === CLASSIFIER_ENGINE) {
      judged.set(finding.threatType, Math.max(finding.score, judged.get(finding.threatType) ?? 0));
      continue;
    }
    const score = disguisedScore(finding);
    const known = evidence.get(finding.threatType);
    if (known === undefined) {
      evidence.set(finding.threatType, { doubt: 1, best: score, end: finding.end });
    } else if (finding.start < known.end) {
      known.best = Math.max(known.best, score);
      known.end = Math.max(known.end, finding.end);
    } else {
      known.doubt *= 1 - known.best;
      known.best = score;
      known.end = finding.end;
    }
  }
  const scores = new Map<string, number>(judged);
  for (const [threat, { doubt, best }] of evidence) {
    const score = Math.round((1 - doubt * (1 - best)) * 10_000) / 10_000;
    scores.set(threat, Math.max(score, judged.get(threat) ?? 0));
  }
  return scores;
}

/** Nobody writes these by accident; the others are how web pages, mails and code are transported. */
const DELIBERATE: ReadonlySet<Decoding> = new Set([
  'base64',
  'base32',
  'hex',
  'rot13',
  'reversed',
  'morse',
  'binary',
  'leet',
  'spaced',
  'homoglyph',
  'tags',
]);
/** Share of the remaining doubt that a deliberate disguise takes from an attack. Being encoded is a signal, not a verdict. */
const DISGUISE_WEIGHT = 0.4;

function disguisedScore(finding: Finding): number {
  if (DATA_THREATS.has(finding.threatType) || !finding.decodedFrom?.some((decoding) => DELIBERATE.has(decoding))) {
    return finding.score;
  }
  return finding.score + (1 - finding.score) * DISGUISE_WEIGHT;
}
