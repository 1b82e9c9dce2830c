import { SentinelError } from './errors.js';
import type { Finding, ScanResult } from './result.js';

/** A text with its findings' spans replaced, and what is needed to put them back. */
export interface Redaction {
  /** The text with placeholders. */
  readonly text: string;
  /** How many spans were replaced. */
  readonly count: number;
  /** The placeholders in use, such as `[EMAIL_1]`. The originals are not here, so that logging a redaction leaks nothing. */
  readonly placeholders: readonly string[];
}

/** Remembers which placeholder stands for which original, in memory only, over several texts of one conversation. */
export interface Vault {
  /** Number of originals held. */
  readonly size: number;
  /** Forgets all originals. */
  clear(): void;
}

/** What to replace, and how placeholders are shared. */
export interface RedactOptions {
  /** Which findings to replace. @default personal data and secrets at or above 0.4 */
  readonly select?: (finding: Finding) => boolean;
  /** Share placeholders with earlier texts: the same address gets the same placeholder. @default a new vault */
  readonly vault?: Vault;
}

interface VaultState {
  readonly placeholderOf: Map<string, string>;
  readonly originalOf: Map<string, string>;
  readonly counts: Map<string, number>;
}

// Kept apart from the objects users hold, so that no log line or JSON can show the originals; and one a process, because a vault made by an ESM
// copy of this package may reach a scanner of a CJS copy. The number rises when the state changes in a way that an older copy could not read.
const KEY = Symbol.for('@llm-sentinel/core/vaults/1');
const holder = globalThis as {
  [KEY]?: { readonly states: WeakMap<Vault, VaultState>; readonly vaultOf: WeakMap<Redaction, Vault> };
};
holder[KEY] ??= { states: new WeakMap(), vaultOf: new WeakMap() };
const { states, vaultOf } = holder[KEY];

/** Makes an empty vault. It holds personal data: drop it with the conversation. */
export function createVault(): Vault {
  const state: VaultState = { placeholderOf: new Map(), originalOf: new Map(), counts: new Map() };
  const vault: Vault = {
    get size() {
      return state.originalOf.size;
    },
    clear() {
      state.placeholderOf.clear();
      state.originalOf.clear();
      state.counts.clear();
    },
  };
  states.set(vault, state);
  return vault;
}

/** @throws SentinelError INVALID_OPTION for what is no vault. */
export function requireVault(vault: Vault): void {
  if (!states.has(vault))
    throw new SentinelError('INVALID_OPTION', '[@llm-sentinel/core] `vault` must come from createVault().');
}

/** An empty vault whose placeholders begin where those of `vault` end, so that the two never share one. */
export function createVaultAfter(vault: Vault): Vault {
  const next = createVault();
  for (const [label, count] of (states.get(vault) as VaultState).counts)
    (states.get(next) as VaultState).counts.set(label, count);
  return next;
}

/**
 * Replaces what `result` found in `text` with typed placeholders: `[EMAIL_1]`, `[CREDIT_CARD_1]`. Equal originals get equal
 * placeholders; overlapping findings are replaced as one.
 *
 * @throws SentinelError INVALID_INPUT when the result is not of this text (another length).
 */
export function redact(text: string, result: ScanResult, options: RedactOptions = {}): Redaction {
  if (typeof text !== 'string' || typeof result !== 'object' || result === null || result.inputLength !== text.length) {
    throw new SentinelError(
      'INVALID_INPUT',
      '[@llm-sentinel/core] redact(text, result) needs a text and the result of scanning it.',
    );
  }
  const { select = isSensitive, vault = createVault() } = options;
  requireVault(vault);
  const state = states.get(vault) as VaultState;
  const parts: string[] = [];
  const placeholders: string[] = [];
  let copied = 0;
  for (const span of mergedSpans(result.findings.filter(select))) {
    const placeholder = placeholderFor(text.slice(span.start, span.end), span.label, state, text);
    parts.push(text.slice(copied, span.start), placeholder);
    placeholders.push(placeholder);
    copied = span.end;
  }
  parts.push(text.slice(copied));
  const redaction: Redaction = Object.freeze({
    text: parts.join(''),
    count: placeholders.length,
    placeholders: Object.freeze([...new Set(placeholders)]),
  });
  vaultOf.set(redaction, vault);
  return redaction;
}

/**
 * Puts originals back wherever a placeholder stands in `text`, such as the model's answer to a redacted prompt. A placeholder that
 * the vault does not know stays as it is.
 *
 * @throws SentinelError INVALID_INPUT for what is neither a vault nor a redaction.
 */
export function restore(text: string, from: Redaction | Vault): string {
  const vault = vaultOf.get(from as Redaction) ?? (from as Vault);
  const state = states.get(vault);
  if (state === undefined || typeof text !== 'string') {
    throw new SentinelError(
      'INVALID_INPUT',
      '[@llm-sentinel/core] restore(text, from) needs a text and a redaction or a vault.',
    );
  }
  return text.replace(/\[[A-Z][A-Z0-9_]*_\d+\]/g, (placeholder) => state.originalOf.get(placeholder) ?? placeholder);
}

function isSensitive({ threatType, score }: Finding): boolean {
  return (threatType === 'pii' || threatType === 'secret') && score >= 0.4;
}

interface LabelledSpan {
  start: number;
  end: number;
  label: string;
}

/** Spans in order, overlapping ones joined under the label of the first. */
function mergedSpans(findings: readonly Finding[]): LabelledSpan[] {
  const spans: LabelledSpan[] = [];
  for (const { start, end, entity, threatType } of [...findings].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = spans[spans.length - 1];
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else if (end > start)
      spans.push({ start, end, label: (entity ?? threatType).toUpperCase().replace(/[^A-Z0-9]+/g, '_') });
  }
  return spans;
}

function placeholderFor(original: string, label: string, state: VaultState, text: string): string {
  const key = `${label}\n${original}`;
  const known = state.placeholderOf.get(key);
  if (known !== undefined) return known;
  let placeholder: string;
  do {
    const count = (state.counts.get(label) ?? 0) + 1;
    state.counts.set(label, count);
    placeholder = `[${label}_${count}]`;
    // A text may already hold what looks like our placeholder; restoring must not put an original there.
  } while (text.includes(placeholder));
  state.placeholderOf.set(key, placeholder);
  state.originalOf.set(placeholder, original);
  return placeholder;
}
