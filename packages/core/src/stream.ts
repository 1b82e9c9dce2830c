import { SentinelError } from './errors.js';
import type { Evaluation } from './evaluate.js';
import { dropRepeated, sortFindings } from './findings.js';
import { judge, type Policy } from './policy.js';
import { createVault, createVaultAfter, redact, restore, type Vault } from './redact.js';
import type { Finding, ScanResult, Source } from './result.js';
import { CLASSIFIER_ENGINE } from './semantics/assess.js';
import type { Tail } from './tail.js';

/** Of a stream that takes and answers text call by call. */
export interface TextStreamOptions {
  /** Replace personal data and secrets by placeholders where the policy says `redact`. @default true */
  readonly redact?: boolean;
  /**
   * Vault of the prompt's redactions. Its placeholders in the stream become the originals again, and what is replaced in the stream gets others.
   * @default none is put back
   */
  readonly vault?: Vault;
  /** Which placeholders of `vault` become originals; the others stay. @default all */
  readonly restorable?: (placeholder: string) => boolean;
  /**
   * UTF-16 units held back at most. A finding longer than this may pass in part. 256 to 1,000,000.
   * @default 4_096
   */
  readonly maxHoldChars?: number;
  /** Told once, when the stream has ended, was blocked, or was given up by its reader or writer, with the verdict on all that came. */
  readonly onResult?: (result: ScanResult) => void;
}

/** How a stream of text is guarded. */
export interface StreamOptions extends TextStreamOptions {
  /** What happens when the stream is to be blocked: end it with `blockMessage`, or fail it with SentinelError BLOCKED. @default 'end' */
  readonly onBlock?: 'end' | 'error';
  /** Sent as the last chunk when a blocked stream ends. @default '' */
  readonly blockMessage?: string;
}

/** What a stream needs of the scanner. */
export interface StreamScanner {
  evaluate(text: string): Evaluation;
  /** Whether patterns and code find nothing; a fraction of the cost of `evaluate`, which also reads what the text means. */
  isQuiet(text: string): boolean;
  /** Reads the stream's text as it comes: what it is sure of need not be scanned again. */
  readonly tail: Tail;
  readonly policy: Policy;
  readonly source: Source;
  /** Makes the result of the whole stream and tells the adapters. */
  finish(evaluation: Evaluation, inputLength: number, started: number): ScanResult;
}

/**
 * Text behind the held part that is scanned again with it, so that a rule sees what stands before. It covers the reach of the
 * rules that redact or block model output.
 */
const CONTEXT_CHARS = 512;
/**
 * The end of the text is held back this far, up to the next word: what follows may turn it into a finding (`john@` into an
 * address, four digits into a card number).
 */
const TAIL_CHARS = 96;
/** Text that must have come in before it is worth scanning again. More would be cheaper, and make a reader wait for whole lines. */
const STEP_CHARS = 64;
/**
 * Text after which its meaning is read again, if patterns find nothing before. It leads to nothing that could be cut out of a text, so text need not
 * wait for it; less than `CONTEXT_CHARS`, so that each word is read with those before it.
 */
const MEANING_STEP_CHARS = 384;

/** A text that is scanned as it comes, call by call. A TransformStream is a shell around it. */
export interface TextStream {
  /**
   * Takes a piece and answers what may pass by now, often nothing: the end is held back. Nothing passes of a text that is blocked.
   *
   * @throws SentinelError INVALID_INPUT for a piece that is not a string, and for one after the end.
   */
  push(piece: string): string;
  /** Answers the rest, and reports the text. Safe to call twice: there is no second rest. */
  end(): string;
  /** True when the text must not go on. */
  readonly blocked: boolean;
  /** Gives the text up: what came is judged and reported, and nobody gets the rest. Nothing after the end. */
  cancel(): void;
}

const PLACEHOLDER = /\[[A-Z][A-Z0-9_]*_\d+\]/g;
/** What may become a placeholder. None is longer than this. */
const BEGUN_PLACEHOLDER = /\[[A-Z0-9_]{0,64}$/;

export function createTextStream(scanner: StreamScanner, options: TextStreamOptions): TextStream {
  const {
    redact: redacts = true,
    maxHoldChars = 4096,
    onResult,
    vault: promptVault,
    restorable = () => true,
  } = options;
  const vault = promptVault === undefined ? createVault() : createVaultAfter(promptVault);
  const started = performance.now();
  /** Findings in text that has passed, with offsets in the whole stream. */
  let settled: Finding[] = [];
  const errors: Evaluation['errors'][number][] = [];
  let truncated = false;
  let probability: number | null = null;
  /** Passed text that rules may still look back to. */
  let behind = '';
  /** Text not passed yet, and how much of it has been scanned in vain. */
  let held = '';
  let scannedHeld = 0;
  let passedChars = 0;
  /** Characters of the stream whose meaning has been read. */
  let readChars = 0;
  /** Where the last finding ends that a full scan has found. */
  let foundTo = 0;
  let blocked = false;
  let ended = false;
  /** A placeholder that has passed in part, out of a long text without a blank. */
  let begun = '';

  function advance(isLast: boolean): string {
    if (held === '' && !isLast) return '';
    const text = behind + held;
    const arrived = passedChars + held.length;
    if (!isLast && isQuiet(text, arrived)) return pass(safeLength([]));
    readChars = arrived;
    const evaluation = scanner.evaluate(text);
    errors.push(...evaluation.errors);
    truncated ||= evaluation.verdict.truncated;
    probability = Math.max(probability ?? 0, evaluation.verdict.riskScore);
    const offset = passedChars - behind.length;
    const found = evaluation.verdict.findings.map((finding) => ({
      ...finding,
      start: finding.start + offset,
      end: finding.end + offset,
    }));
    const all = dropRepeated(sortFindings([...settled, ...found]));
    const verdict = judge(all, scanner.source, scanner.policy, probability);
    if (verdict.action === 'block' || evaluation.verdict.action === 'block') {
      blocked = true;
      finish(all, passedChars + held.length);
      return '';
    }
    const safe = isLast ? held.length : safeLength(found);
    const passing = redactedPart(text, behind.length + safe, evaluation);
    foundTo = found.reduce((last, { engine, end }) => (engine === CLASSIFIER_ENGINE ? last : Math.max(last, end)), 0);
    settled = all.filter(({ start }) => start < passedChars + safe);
    pass(safe);
    if (isLast) finish(all, passedChars);
    return passing;
  }

  /** Whether the held text may pass without a full scan, because nothing in it is part of a finding. */
  function isQuiet(text: string, arrived: number): boolean {
    const isSure = scanner.tail.isQuiet(text);
    // A finding that reaches into held text is cut out of it by a full scan alone.
    if (foundTo > passedChars) return false;
    if (arrived - readChars < MEANING_STEP_CHARS) return isSure || scanner.isQuiet(text);
    const read = isSure ? scanner.tail.quietProbability(text) : null;
    if (read === null) return false;
    probability = Math.max(probability ?? 0, read);
    readChars = arrived;
    return true;
  }

  /** Lets go of the first held characters and answers them as they came. */
  function pass(safe: number): string {
    const passing = held.slice(0, safe);
    passedChars += safe;
    const known = behind.length + safe;
    behind = (behind + passing).slice(-CONTEXT_CHARS);
    scanner.tail.drop(known - behind.length);
    held = held.slice(safe);
    scannedHeld = held.length;
    return passing;
  }

  /** How much of the held text nothing that follows can turn into part of a finding. */
  function safeLength(found: readonly Finding[]): number {
    let limit = held.length - TAIL_CHARS;
    // Not inside a word: what follows belongs to it.
    while (limit > 0 && limit > held.length - maxHoldChars && !isWhiteSpace(held.charCodeAt(limit - 1))) limit--;
    // Not inside a finding, nor before one that ends near the border and may yet grow.
    for (let k = found.length - 1; k >= 0; k--) {
      const { engine, start, end } = found[k] as Finding;
      // The classifier judges whole sentences; nothing is ever cut out of a text for it.
      if (engine === CLASSIFIER_ENGINE) continue;
      if (end - passedChars > limit && start - passedChars < limit) limit = start - passedChars;
    }
    return Math.max(limit, held.length - maxHoldChars, 0);
  }

  function redactedPart(text: string, end: number, { verdict }: Evaluation): string {
    const from = behind.length;
    if (!redacts || verdict.action !== 'redact') return text.slice(from, end);
    const part = text.slice(from, end);
    const findings = verdict.findings
      .filter((finding) => finding.end > from && finding.start < end)
      .filter((finding) => scanner.policy(finding.threatType).action[scanner.source] === 'redact')
      .map((finding) => ({
        ...finding,
        start: Math.max(0, finding.start - from),
        end: Math.min(part.length, finding.end - from),
      }));
    return redact(part, { ...(verdict as unknown as ScanResult), findings, inputLength: part.length }, { vault }).text;
  }

  function shown(passing: string): string {
    if (promptVault === undefined || blocked) return passing;
    const text = begun + passing;
    const whole = ended ? text.length : text.search(BEGUN_PLACEHOLDER);
    begun = whole < 0 ? '' : text.slice(whole);
    return text
      .slice(0, text.length - begun.length)
      .replace(PLACEHOLDER, (placeholder) =>
        restorable(placeholder) ? restore(placeholder, promptVault) : placeholder,
      );
  }

  function end(): string {
    if (ended || blocked) return '';
    ended = true;
    return shown(advance(true));
  }

  function finish(findings: readonly Finding[], inputLength: number): void {
    const verdict = judge(findings, scanner.source, scanner.policy, probability);
    const result = scanner.finish(
      {
        verdict: {
          ...verdict,
          ...(blocked && { action: 'block' as const }),
          findings: Object.freeze(findings),
          triggeredEngines: Object.freeze([...new Set(findings.map(({ engine }) => engine))]),
          truncated,
        },
        errors: Object.freeze(errors.slice(0, 16)),
        timings: [],
      },
      inputLength,
      started,
    );
    onResult?.(result);
  }

  return {
    push(piece) {
      if (typeof piece !== 'string') {
        throw new SentinelError(
          'INVALID_INPUT',
          `[@llm-sentinel/core] A stream chunk must be a string, got ${typeof piece}.`,
        );
      }
      if (blocked) return '';
      if (ended) throw new SentinelError('INVALID_INPUT', '[@llm-sentinel/core] The stream has ended.');
      held += piece;
      return held.length - scannedHeld >= STEP_CHARS && held.length > TAIL_CHARS ? shown(advance(false)) : '';
    },
    end,
    cancel: () => void end(),
    get blocked() {
      return blocked;
    },
  };
}

/** As `\s`, without a regular expression for the characters that most texts consist of. */
function isWhiteSpace(unit: number): boolean {
  if (unit < 128) return unit === 32 || (unit >= 9 && unit <= 13);
  return /\s/.test(String.fromCharCode(unit));
}

/** Wraps a stream of text as a web-standard transform. */
export function toTransformStream(
  create: () => TextStream,
  { onBlock = 'end', blockMessage = '' }: StreamOptions,
): TransformStream<string, string> {
  let text: TextStream;
  const stop = (controller: TransformStreamDefaultController<string>): void => {
    if (onBlock === 'error') {
      controller.error(
        new SentinelError('BLOCKED', '[@llm-sentinel/core] The stream was blocked: its text is not safe to pass on.'),
      );
      return;
    }
    if (blockMessage !== '') controller.enqueue(blockMessage);
    controller.terminate();
  };
  // The types of TypeScript's library do not know `cancel` yet.
  const transformer: Transformer<string, string> & { cancel(): void } = {
    start() {
      text = create();
    },
    transform(chunk, controller) {
      const passing = text.push(chunk);
      if (passing !== '') controller.enqueue(passing);
      if (text.blocked) stop(controller);
    },
    flush(controller) {
      const passing = text.end();
      if (passing !== '') controller.enqueue(passing);
      if (text.blocked) stop(controller);
    },
    // Somebody has left. What came is judged all the same, and told to the adapters; nobody gets the rest.
    cancel() {
      text.cancel();
    },
  };
  return new TransformStream(transformer);
}
