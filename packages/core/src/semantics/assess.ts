// From the classifier's log-odds to a finding that a person can follow.
import type { PreparedText } from '../prepare.js';
import type { Finding, Severity, Source, ThreatType } from '../result.js';
import { type Calibration, calibrate, type Model, type Sign, type WindowVerdict } from './classifier.js';
import { describeSigns } from './describe.js';
import { MEANING_ENGINE, type MeaningReader } from './meaning.js';

/** Name of the engine that reports the classifier's findings. */
export const CLASSIFIER_ENGINE = 'classifier';
/** Concepts that a finding names as its evidence. */
const MAX_SIGNS = 8;

export interface Assessment {
  /** 0..1: how likely the text is an attack, all rules considered. */
  readonly probability: number;
  readonly finding: Finding | null;
}

export interface Assessor {
  /** Judges a prepared text, given what the rules have found in it. */
  assess(prepared: PreparedText, findings: readonly Finding[]): Assessment;
  /** How likely a window in which no rule has found anything is an attack; null when that is worth a finding. */
  quietProbability(window: WindowVerdict, source: Source): number | null;
}

/** `reportedFrom`: below this probability there is no finding. */
export function createAssessor(
  model: Model,
  { explain }: MeaningReader,
  reportedFrom: (threatType: ThreatType) => number,
): Assessor {
  const probabilityOf = (window: WindowVerdict, source: Source, score: number) =>
    rounded(calibrate(model.calibration[source] as Calibration, window.score, score));
  const isWorthAFinding = (probability: number) =>
    THREATS.some((threatType) => probability >= reportedFrom(threatType));

  function quietProbability(window: WindowVerdict, source: Source): number | null {
    const probability = probabilityOf(window, source, 0);
    return isWorthAFinding(probability) ? null : probability;
  }

  function assess(prepared: PreparedText, findings: readonly Finding[]): Assessment {
    const { suspicion, source } = prepared;
    if (suspicion === null) return { probability: 0, finding: null };
    const probability = probabilityOf(suspicion.window, source, ruleScore(findings));
    if (!isWorthAFinding(probability)) return { probability, finding: null };
    const { layer } = suspicion;
    const signs = explain(suspicion, source, MAX_SIGNS);
    const { threatType, message } = describeSigns(signs);
    if (probability < reportedFrom(threatType)) return { probability, finding: null };
    const span = spanOf(signs, suspicion.window);
    const { start, end } = layer.locateText(span.start, span.end);
    const finding: { -readonly [Key in keyof Finding]: Finding[Key] } = {
      engine: CLASSIFIER_ENGINE,
      rule: `classifier/${threatType.replace('_', '-')}`,
      threatType,
      severity: severityOf(probability),
      score: probability,
      start,
      end,
      message,
    };
    if (layer.decodedFrom.length > 0) finding.decodedFrom = layer.decodedFrom;
    finding.references = REFERENCES[threatType] ?? [];
    finding.evidence = signs.map((sign) => {
      const { start, end } = layer.locateText(sign.start, sign.end);
      return { concept: sign.concept, weight: rounded(sign.weight), start, end };
    });
    return { probability, finding };
  }

  return { assess, quietProbability };
}

const REFERENCES: Readonly<Partial<Record<ThreatType, readonly string[]>>> = {
  injection: ['LLM01', 'AML.T0051'],
  jailbreak: ['LLM01', 'AML.T0054'],
  prompt_leak: ['LLM07', 'AML.T0056'],
};

/** From the first sign to the last; the whole window where no concept explains it. */
function spanOf(signs: readonly Sign[], window: { start: number; end: number }): { start: number; end: number } {
  if (signs.length === 0) return window;
  return {
    start: Math.min(...signs.map(({ start }) => start)),
    end: Math.max(...signs.map(({ end }) => end)),
  };
}

/** What the classifier may call an attack. */
const THREATS: readonly ThreatType[] = ['injection', 'jailbreak', 'prompt_leak'];

const RULE_ENGINES: readonly string[] = ['attacks', MEANING_ENGINE];
/** Engines whose findings are in the probability already. */
export const WEIGHED_ENGINES: readonly string[] = [...RULE_ENGINES, 'obfuscation', CLASSIFIER_ENGINE];
const ATTACKS_ON_MODELS: readonly ThreatType[] = ['injection', 'jailbreak', 'prompt_leak', 'exfiltration'];

/** The surest rule's score; 0 when none has found an attack. */
export function ruleScore(findings: readonly Finding[]): number {
  let best = 0;
  for (const { engine, threatType, score, experimental } of findings) {
    if (!RULE_ENGINES.includes(engine) || experimental === true || !ATTACKS_ON_MODELS.includes(threatType)) continue;
    if (score > best) best = score;
  }
  return best;
}

function severityOf(probability: number): Exclude<Severity, 'none'> {
  if (probability >= 0.9) return 'high';
  return probability >= 0.6 ? 'medium' : 'low';
}

/** Four digits, so that scores compare equal across platforms. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
