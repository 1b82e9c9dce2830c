/** Where a text comes from. Decides which rules apply and what a finding leads to. */
export type Source = 'user' | 'model' | 'tool' | 'document' | 'system';

/** What the application should do with a text. Only `block` makes it unsafe. */
export type Action = 'allow' | 'flag' | 'redact' | 'block';

/** How bad a finding or a text is, from the mildest to the worst; `none` only where nothing was found. */
export type Severity = 'none' | 'low' | 'medium' | 'high' | 'critical';

/** The built-in kinds of threat. */
export type KnownThreatType =
  | 'injection'
  | 'jailbreak'
  | 'prompt_leak'
  | 'pii'
  | 'secret'
  | 'exfiltration'
  | 'obfuscation'
  | 'harmful';

/** A built-in kind of threat, or one that a custom rule names. */
export type ThreatType = KnownThreatType | (string & {});

/** How a part of the text was hidden before it was found. */
export type Decoding =
  | 'base64'
  | 'base32'
  | 'hex'
  | 'percent'
  | 'html'
  | 'quoted-printable'
  | 'escape'
  | 'rot13'
  | 'reversed'
  | 'morse'
  | 'binary'
  | 'leet'
  | 'spaced'
  | 'homoglyph'
  | 'tags';

/** One thing that was found in a text. Holds offsets, never the text itself. */
export interface Finding {
  /** Name of the engine that found it. */
  readonly engine: string;
  /** Id of the rule, `family/kebab-name`. */
  readonly rule: string;
  /** Which kind of threat it is a sign of. */
  readonly threatType: ThreatType;
  /** How bad it is where it is true, whatever its score. */
  readonly severity: Exclude<Severity, 'none'>;
  /** How sure the engine is, 0..1. */
  readonly score: number;
  /** First UTF-16 code unit in the original text, also when found in folded or decoded text. */
  readonly start: number;
  /** One past the last UTF-16 code unit in the original text. */
  readonly end: number;
  /** One sentence for a person, without quoting the text. */
  readonly message: string;
  /** What was found, for personal data and secrets: `email`, `credit_card`, `aws_access_key`. */
  readonly entity?: string;
  /** Outermost first; absent when found in the text as it stands. */
  readonly decodedFrom?: readonly Decoding[];
  /** OWASP LLM Top 10 (2025) and MITRE ATLAS ids. */
  readonly references?: readonly string[];
  /** What the classifier went by, the strongest first: concepts, where they stand, and the log-odds that each adds. */
  readonly evidence?: readonly Evidence[];
  /** The rule is on trial: it never leads to more than `flag`. */
  readonly experimental?: boolean;
}

/** A sign of an attack that the classifier weighed. */
export interface Evidence {
  /** Name of a concept: see the reference page of the lexicon. */
  readonly concept: string;
  /** Log-odds that it adds. */
  readonly weight: number;
  /** As in `Finding`. */
  readonly start: number;
  /** As in `Finding`. */
  readonly end: number;
}

/** An engine that could not do its work in this scan. */
export interface ScanError {
  /** Name of the engine. */
  readonly engine: string;
  /** Whether it threw (`ENGINE_FAILED`) or ran out of time (`TIMEOUT`; asynchronous engines only). */
  readonly code: 'ENGINE_FAILED' | 'TIMEOUT';
  /** Class name of what was thrown; never its message, which may quote the text. */
  readonly type: string;
}

/** The verdict on one text. Frozen and safe to serialise: it does not contain the text. */
export interface ScanResult {
  /** UUIDv7: unique, sortable by time. */
  readonly scanId: string;
  /** False exactly when `action` is `block`. */
  readonly isSafe: boolean;
  /** What to do with the text, by the policy: the strongest that any threat in it leads to. */
  readonly action: Action;
  /** 0..1: the highest of the `scores` that are attacks. Personal data and secrets are sensitive, not hostile, and don't count. */
  readonly riskScore: number;
  /** The worst of the findings; `none` without any. */
  readonly severity: Severity;
  /** The threat that decided the action, or null. */
  readonly threatType: ThreatType | null;
  /** Score 0..1 per threat type found. */
  readonly scores: Readonly<Record<string, number>>;
  /** Names of the engines that found something, each once. */
  readonly triggeredEngines: readonly string[];
  /** In the order of their place in the text. At most 1,000. */
  readonly findings: readonly Finding[];
  /** Wall time of the scan in milliseconds. */
  readonly latencyMs: number;
  /** UTF-16 code units. */
  readonly inputLength: number;
  /** Where the text came from, as the caller said. */
  readonly source: Source;
  /** The verdict was taken from the cache; `scanId` and `latencyMs` are of this call. */
  readonly cached: boolean;
  /** A hard limit was met (input length, decoded size, number of findings), so a part was not judged. */
  readonly truncated: boolean;
  /** Engines that failed. With `failMode: 'closed'` a text whose scan has errors is blocked. */
  readonly errors: readonly ScanError[];
  /** Version of the rules and model that judged: release and digest. */
  readonly version: string;
}
