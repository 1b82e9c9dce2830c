import type { Adapter } from './adapter.js';
import type { VerdictCache } from './cache.js';
import type { AsyncEngine, Engine } from './engine.js';
import { checkRule } from './engines/rule-set.js';
import { SentinelError } from './errors.js';
import type { Action, Source, ThreatType } from './result.js';
import type { Rule } from './rule.js';
import type { SessionOptions } from './session-judge.js';
import { unknownOption } from './unknown-option.js';

/** How readily the scanner acts. The table of thresholds and actions is in the guide on policy. */
export type Mode = 'strict' | 'balanced' | 'lenient';

/** What scores of one threat type lead to. Members left out keep the mode's value. */
export interface ThreatPolicy {
  /** Score 0..1 from which `action` is taken. @default as the mode says */
  readonly threshold?: number;
  /** Score 0..1 from which a text is at least flagged. @default as the mode says */
  readonly flagThreshold?: number;
  /**
   * Probability 0..1 from which the classifier's judgement alone leads to `action`; below it such a text is flagged at most. `thresholdFor` finds the
   * one that fits your own traffic.
   * @default as the mode says
   */
  readonly classifierThreshold?: number;
  /** One action for all sources, or one per source. @default as the mode says */
  readonly action?: Action | Partial<Readonly<Record<Source, Action>>>;
}

/** Takes findings out of the verdict that are known to be harmless. */
export interface AllowEntry {
  /** Rule id, or `family/*`. */
  readonly rule: string;
  /** Only in texts from this source. @default every source */
  readonly source?: Source;
  /** Only when the found text is this string, or matches this pattern. @default any text */
  readonly text?: string | RegExp;
  /** The entry ends at this time: a Date, ISO string or milliseconds since the epoch. @default never */
  readonly until?: Date | string | number;
  /** For the next reader. @default '' */
  readonly reason?: string;
}

/** What a scanner judges by, how far it goes, and whom it tells. Everything has a default. */
export interface ScannerOptions {
  /** How readily the scanner acts: `strict` stops more, `lenient` less. @default 'balanced' */
  readonly mode?: Mode;
  /** What to do with a text whose scan had errors or was truncated: `closed` blocks it. @default 'closed' in strict mode, else 'open' */
  readonly failMode?: 'open' | 'closed';
  /** Overrides of the mode's policy, by threat type. @default {} */
  readonly policy?: Readonly<Partial<Record<ThreatType, ThreatPolicy>>>;
  /** Your own rules, beside the built-in ones. @default [] */
  readonly rules?: readonly Rule[];
  /** Rules to leave out: ids, or `family/*`. @default [] */
  readonly disabledRules?: readonly string[];
  /** Findings to overlook. @default [] */
  readonly allow?: readonly AllowEntry[];
  /** Your own engines, beside the built-in ones. Asynchronous ones run only in `scanAsync`. @default [] */
  readonly engines?: readonly (Engine | AsyncEngine)[];
  /** Who is told of scans, feedback and decisions: metrics, logs, stores, alerts. Their names must differ. @default [] */
  readonly adapters?: readonly Adapter[];
  /**
   * Remembers verdicts of texts seen before. `maxChars` bounds the sum of text lengths, because texts are the keys.
   * @default { maxEntries: 10_000, maxChars: 5_000_000 }
   */
  readonly cache?: false | { readonly maxEntries?: number; readonly maxChars?: number } | VerdictCache;
  /**
   * Judges a text in the light of the turns before it, where the context has a `sessionId`: several borderline turns are stopped.
   * @default false
   */
  readonly sessions?: boolean | SessionOptions;
  /** How much of the text events carry: nothing, with personal data and secrets masked, or all. @default 'none' */
  readonly captureText?: 'none' | 'redacted' | 'full';
  /** UTF-16 units judged at most; a longer text is judged at its beginning and end and marked `truncated`. @default 2_000_000 */
  readonly maxInputChars?: number;
  /** Encodings inside encodings that are undone. 0 to 8. @default 3 */
  readonly maxDecodeDepth?: number;
  /** UTF-16 units of decoded text a scan; what is beyond is not judged, and the result is marked `truncated`. @default 2_000_000 */
  readonly maxDecodedChars?: number;
  /**
   * Time for all asynchronous engines of a `scanAsync` together, in milliseconds; what is late counts as a TIMEOUT error of the scan.
   * @default 2_000
   */
  readonly asyncBudgetMs?: number;
  /** The queue before each adapter's `write`. @default as `QueueOptions` says */
  readonly queue?: QueueOptions;
  /** Told once per adapter and cause. @default a process warning, or `console.warn` where there is no process */
  readonly onAdapterError?: (error: SentinelError, adapter: string) => void;
}

/** Bounds of the queue in which events wait for an adapter's `write`. */
export interface QueueOptions {
  /** Events waiting per adapter; when full, new ones are dropped and counted. @default 10_000 */
  readonly maxEvents?: number;
  /** Events that one `write` is given at most. @default 100 */
  readonly batchSize?: number;
  /** Longest wait before a batch that is not full is written, in milliseconds. @default 200 */
  readonly intervalMs?: number;
  /** A `write` that takes longer, in milliseconds, is aborted and its events count as dropped. @default 10_000 */
  readonly timeoutMs?: number;
}

export interface ResolvedOptions {
  readonly mode: Mode;
  readonly failMode: 'open' | 'closed';
  readonly policy: Readonly<Partial<Record<ThreatType, ThreatPolicy>>>;
  readonly rules: readonly Rule[];
  readonly disabledRules: readonly string[];
  readonly allow: readonly AllowEntry[];
  readonly engines: readonly (Engine | AsyncEngine)[];
  readonly adapters: readonly Adapter[];
  readonly cache: false | { readonly maxEntries: number; readonly maxChars: number } | VerdictCache;
  readonly sessions: boolean | SessionOptions;
  readonly captureText: 'none' | 'redacted' | 'full';
  readonly maxInputChars: number;
  readonly maxDecodeDepth: number;
  readonly maxDecodedChars: number;
  readonly asyncBudgetMs: number;
  readonly queue: Required<QueueOptions>;
  readonly onAdapterError: (error: SentinelError, adapter: string) => void;
}

const ACTIONS = ['allow', 'flag', 'redact', 'block'] as const;
const SOURCES = ['user', 'model', 'tool', 'document', 'system'] as const;
const KNOWN = [
  'mode',
  'failMode',
  'policy',
  'rules',
  'disabledRules',
  'allow',
  'engines',
  'adapters',
  'cache',
  'sessions',
  'captureText',
  'maxInputChars',
  'maxDecodeDepth',
  'maxDecodedChars',
  'asyncBudgetMs',
  'queue',
  'onAdapterError',
] as const satisfies readonly (keyof ScannerOptions)[];

/**
 * Checks options and fills in defaults. After this, nothing is optional.
 *
 * @throws SentinelError INVALID_OPTION or INVALID_RULE, naming the option and what it should be.
 */
export function resolveOptions(options: ScannerOptions = {}): ResolvedOptions {
  if (typeof options !== 'object' || options === null) fail('Options', 'must be an object', options);
  onlyKnown('', options, KNOWN);
  const mode = oneOf('mode', options.mode, ['strict', 'balanced', 'lenient'] as const, 'balanced');
  const rules = list('rules', options.rules);
  rules.forEach(checkRule);
  unique(
    'rules',
    'id',
    rules.map((rule) => rule.id),
  );
  const engines = list('engines', options.engines);
  engines.forEach(checkEngine);
  unique(
    'engines',
    'name',
    engines.map((engine) => engine.name),
  );
  const adapters = list('adapters', options.adapters);
  adapters.forEach(checkAdapter);
  unique(
    'adapters',
    'name',
    adapters.map((adapter) => adapter.name),
  );
  const allow = list('allow', options.allow);
  allow.forEach(checkAllowEntry);
  const disabledRules = list('disabledRules', options.disabledRules);
  for (const id of disabledRules) if (typeof id !== 'string') fail('disabledRules', 'must be a list of rule ids', id);
  return {
    mode,
    failMode: oneOf('failMode', options.failMode, ['open', 'closed'] as const, mode === 'strict' ? 'closed' : 'open'),
    policy: checkPolicy(options.policy),
    rules,
    disabledRules,
    allow,
    engines,
    adapters,
    cache: resolveCache(options.cache),
    sessions: options.sessions ?? false,
    captureText: oneOf('captureText', options.captureText, ['none', 'redacted', 'full'] as const, 'none'),
    maxInputChars: wholeNumber('maxInputChars', options.maxInputChars, 1, 100_000_000, 2_000_000),
    maxDecodeDepth: wholeNumber('maxDecodeDepth', options.maxDecodeDepth, 0, 8, 3),
    maxDecodedChars: wholeNumber('maxDecodedChars', options.maxDecodedChars, 0, 100_000_000, 2_000_000),
    asyncBudgetMs: wholeNumber('asyncBudgetMs', options.asyncBudgetMs, 1, 600_000, 2_000),
    queue: resolveQueue(options.queue),
    onAdapterError: callback('onAdapterError', options.onAdapterError, warn),
  };
}

function resolveCache(cache: ScannerOptions['cache']): ResolvedOptions['cache'] {
  if (cache === false) return false;
  if (cache === undefined) return { maxEntries: 10_000, maxChars: 5_000_000 };
  if (typeof cache !== 'object' || cache === null)
    fail('cache', 'must be false, { maxEntries, maxChars } or a VerdictCache', cache);
  if ('get' in cache) {
    if (typeof cache.get !== 'function' || typeof cache.set !== 'function')
      fail('cache', 'must have get and set', cache);
    return cache;
  }
  onlyKnown('cache.', cache, ['maxEntries', 'maxChars']);
  return {
    maxEntries: wholeNumber('cache.maxEntries', cache.maxEntries, 1, 100_000_000, 10_000),
    maxChars: wholeNumber('cache.maxChars', cache.maxChars, 1, 10_000_000_000, 5_000_000),
  };
}

function resolveQueue(queue: QueueOptions = {}): Required<QueueOptions> {
  if (typeof queue !== 'object' || queue === null) fail('queue', 'must be an object', queue);
  onlyKnown('queue.', queue, ['maxEvents', 'batchSize', 'intervalMs', 'timeoutMs']);
  return {
    maxEvents: wholeNumber('queue.maxEvents', queue.maxEvents, 1, 10_000_000, 10_000),
    batchSize: wholeNumber('queue.batchSize', queue.batchSize, 1, 100_000, 100),
    intervalMs: wholeNumber('queue.intervalMs', queue.intervalMs, 0, 3_600_000, 200),
    timeoutMs: wholeNumber('queue.timeoutMs', queue.timeoutMs, 1, 3_600_000, 10_000),
  };
}

function checkPolicy(policy: ScannerOptions['policy'] = {}): Readonly<Partial<Record<ThreatType, ThreatPolicy>>> {
  if (typeof policy !== 'object' || policy === null) fail('policy', 'must be an object', policy);
  for (const [threatType, entry] of Object.entries(policy)) {
    const name = `policy.${threatType}`;
    if (typeof entry !== 'object' || entry === null)
      fail(name, 'must be { threshold, flagThreshold, classifierThreshold, action }', entry);
    onlyKnown(`${name}.`, entry, ['threshold', 'flagThreshold', 'classifierThreshold', 'action']);
    for (const field of ['threshold', 'flagThreshold', 'classifierThreshold'] as const) {
      const value = entry[field];
      if (value !== undefined && !(typeof value === 'number' && value >= 0 && value <= 1)) {
        fail(`${name}.${field}`, 'must be a number from 0 to 1', value);
      }
    }
    const { action } = entry;
    if (action === undefined) continue;
    if (typeof action === 'string') {
      oneOf(`${name}.action`, action, ACTIONS, 'allow');
    } else {
      if (typeof action !== 'object' || action === null)
        fail(`${name}.action`, 'must be an action or an object of actions', action);
      onlyKnown(`${name}.action.`, action, SOURCES);
      for (const [source, value] of Object.entries(action)) oneOf(`${name}.action.${source}`, value, ACTIONS, 'allow');
    }
  }
  return policy;
}

function checkAllowEntry(entry: AllowEntry, index: number): void {
  const name = `allow[${index}]`;
  if (typeof entry !== 'object' || entry === null)
    fail(name, 'must be { rule, source?, text?, until?, reason? }', entry);
  onlyKnown(`${name}.`, entry, ['rule', 'source', 'text', 'until', 'reason']);
  if (typeof entry.rule !== 'string' || entry.rule === '')
    fail(`${name}.rule`, "must be a rule id or 'family/*'", entry.rule);
  if (entry.source !== undefined) oneOf(`${name}.source`, entry.source, SOURCES, 'user');
  if (entry.text !== undefined && typeof entry.text !== 'string' && !(entry.text instanceof RegExp)) {
    fail(`${name}.text`, 'must be a string or a RegExp', entry.text);
  }
  if (entry.until !== undefined && Number.isNaN(new Date(entry.until).getTime())) {
    fail(`${name}.until`, 'must be a Date, an ISO date or milliseconds since the epoch', entry.until);
  }
}

function checkEngine(engine: Engine | AsyncEngine, index: number): void {
  const name = `engines[${index}]`;
  if (typeof engine !== 'object' || engine === null)
    fail(name, 'must be an object with name, version and scan or scanAsync', engine);
  checkName(name, engine.name);
  if (typeof engine.version !== 'string') fail(`${name}.version`, 'must be a string', engine.version);
  const run: unknown = 'scan' in engine ? engine.scan : engine.scanAsync;
  if (typeof run !== 'function') fail(name, 'must have a scan or a scanAsync function', run);
}

function checkAdapter(adapter: Adapter, index: number): void {
  const name = `adapters[${index}]`;
  if (typeof adapter !== 'object' || adapter === null) fail(name, 'must be an Adapter', adapter);
  checkName(name, adapter.name);
  for (const member of [
    'onAttach',
    'onScanStart',
    'onScan',
    'write',
    'onFeedback',
    'onDecision',
    'health',
    'close',
  ] as const) {
    if (adapter[member] !== undefined && typeof adapter[member] !== 'function')
      fail(`${name}.${member}`, 'must be a function', adapter[member]);
  }
}

function checkName(owner: string, name: unknown): void {
  if (typeof name !== 'string' || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name))
    fail(`${owner}.name`, 'must be kebab-case', name);
}

/** Throws INVALID_OPTION with the option's name, the expectation and, when it is short and plain, what was given. */
export function fail(option: string, expectation: string, given: unknown): never {
  const shown =
    typeof given === 'number' || typeof given === 'boolean' || given === null || given === undefined
      ? String(given)
      : typeof given === 'string'
        ? `'${given.slice(0, 40)}'`
        : `a value of type ${Array.isArray(given) ? 'array' : typeof given}`;
  throw new SentinelError('INVALID_OPTION', `[@llm-sentinel/core] \`${option}\` ${expectation}, got ${shown}.`);
}

/** Throws INVALID_OPTION for a key that is not known, with the one it looks like. */
export function onlyKnown(prefix: string, options: object, known: readonly string[]): void {
  const complaint = unknownOption(options, known, prefix);
  if (complaint !== undefined) throw new SentinelError('INVALID_OPTION', `[@llm-sentinel/core] ${complaint}`);
}

function list<T>(option: string, value: readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) fail(option, 'must be an array', value);
  return value;
}

function unique(option: string, field: string, values: readonly string[]): void {
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice !== undefined) fail(option, `must each have a different ${field}`, twice);
}

function oneOf<T extends string>(option: string, value: unknown, choices: readonly T[], fallback: T): T {
  if (value === undefined) return fallback;
  if (!choices.includes(value as T)) fail(option, `must be one of ${choices.join(', ')}`, value);
  return value as T;
}

function wholeNumber(option: string, value: unknown, min: number, max: number, fallback: number): number {
  if (value === undefined) return fallback;
  if (!(Number.isInteger(value) && (value as number) >= min && (value as number) <= max)) {
    fail(option, `must be a whole number from ${min} to ${max}`, value);
  }
  return value as number;
}

function callback<T>(option: string, value: T | undefined, fallback: T): T {
  if (value === undefined) return fallback;
  if (typeof value !== 'function') fail(option, 'must be a function', value);
  return value;
}

function warn(error: SentinelError): void {
  // Not imported: core also runs where there is no process.
  const { process } = globalThis as { process?: { emitWarning?: (warning: Error) => void } };
  if (typeof process?.emitWarning === 'function') process.emitWarning(error);
  else console.warn(error.message);
}
