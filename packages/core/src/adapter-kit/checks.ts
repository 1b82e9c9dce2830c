import { SentinelError } from '../errors.js';
import { unknownOption } from '../unknown-option.js';

/** What a timer of JavaScript can wait, in milliseconds; a longer one fires at once. */
const MAX_TIMER_MS = 2_147_483_647;

/** Which numbers fit, both ends included. */
export interface NumberBounds {
  /** The smallest number that fits. */
  readonly min: number;
  /** The largest number that fits. @default no limit, but the largest safe integer when `whole` */
  readonly max?: number;
  /** Only integers fit. @default false */
  readonly whole?: boolean;
}

/**
 * Checks of options, for the factories of one package. Each throws SentinelError INVALID_OPTION with a message that names the package, the
 * option and what it must be. Texts that were given are quoted only where a choice was asked for: others may be secrets.
 */
export interface OptionChecks {
  /** The error itself, for checks of your own. `message` names the option and what it must be. */
  invalidOption(message: string, cause?: unknown): SentinelError;
  /** Throws for what is no object and for a key that is not among `known`, with the one it looks like. */
  onlyKnown(options: unknown, known: readonly string[]): void;
  /** A number within bounds, or `fallback` for undefined. */
  number(option: string, value: unknown, fallback: number, bounds: NumberBounds): number;
  /** Milliseconds from `min`, which is 0 unless given, to what a timer can wait, or `fallback` for undefined. */
  duration(option: string, value: unknown, fallback: number, min?: number): number;
  /** A text that says something, of at most `max` characters, which are 1,000 unless given. */
  text(option: string, value: unknown, max?: number): string;
  /** One of `choices`, or `fallback` for undefined. */
  oneOf<Choice extends string>(option: string, value: unknown, choices: readonly Choice[], fallback: Choice): Choice;
  /** Throws for what is neither undefined nor a function. */
  callable(option: string, value: unknown): void;
}

/**
 * Binds the checks to the name of the package whose options they are.
 *
 * @example
 * const check = checksFor('@example/sentinel-kafka');
 * const batchSize = check.number('batchSize', options.batchSize, 100, { min: 1, max: 10_000, whole: true });
 */
export function checksFor(packageName: string): OptionChecks {
  const invalidOption = (message: string, cause?: unknown) =>
    new SentinelError('INVALID_OPTION', `[${packageName}] ${message}`, cause === undefined ? {} : { cause });

  function number(option: string, value: unknown, fallback: number, bounds: NumberBounds): number {
    if (value === undefined) return fallback;
    if (typeof value === 'number' && fits(value, bounds)) return value;
    throw invalidOption(`\`${option}\` must be ${wordingOf(bounds)}, got ${shown(value)}.`);
  }

  return {
    invalidOption,
    number,
    duration: (option, value, fallback, min = 0) => number(option, value, fallback, { min, max: MAX_TIMER_MS }),
    onlyKnown(options, known) {
      if (typeof options !== 'object' || options === null) throw invalidOption('The options must be an object.');
      const complaint = unknownOption(options, known);
      if (complaint !== undefined) throw invalidOption(complaint);
    },
    text(option, value, max = 1_000) {
      if (typeof value === 'string' && value.trim() !== '' && value.length <= max) return value;
      throw invalidOption(`\`${option}\` must be a text of 1 to ${max} characters.`);
    },
    oneOf<Choice extends string>(option: string, value: unknown, choices: readonly Choice[], fallback: Choice): Choice {
      if (value === undefined) return fallback;
      if (choices.includes(value as Choice)) return value as Choice;
      const given = typeof value === 'string' ? value.slice(0, 40) : shown(value);
      throw invalidOption(`\`${option}\` must be one of ${choices.join(', ')}, got ${given}.`);
    },
    callable(option, value) {
      if (value === undefined || typeof value === 'function') return;
      throw invalidOption(`\`${option}\` must be a function, got ${shown(value)}.`);
    },
  };
}

function fits(value: number, { min, max = Number.POSITIVE_INFINITY, whole = false }: NumberBounds): boolean {
  return value >= min && value <= max && (!whole || Number.isSafeInteger(value));
}

function wordingOf({ min, max, whole = false }: NumberBounds): string {
  const kind = whole ? 'a whole number' : 'a number';
  return max === undefined ? `${kind} of at least ${min}` : `${kind} from ${min} to ${max}`;
}

function shown(value: unknown): string {
  return typeof value === 'number' || typeof value === 'boolean' || value === null ? String(value) : typeof value;
}
