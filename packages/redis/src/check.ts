import { SentinelError } from '@llm-sentinel/core';

/** The error of a factory for a bad option. `message` names the option and what it must be. */
export function invalidOption(message: string): SentinelError {
  return new SentinelError('INVALID_OPTION', `[@llm-sentinel/redis] ${message}`);
}

/** An option that is a number within bounds, or its default. */
export function number(
  option: string,
  value: unknown,
  fallback: number,
  { min, max, whole = false }: { readonly min: number; readonly max: number; readonly whole?: boolean },
): number {
  if (value === undefined) return fallback;
  const fits = typeof value === 'number' && value >= min && value <= max && (!whole || Number.isInteger(value));
  if (fits) return value;
  const kind = whole ? 'a whole number' : 'a number';
  throw invalidOption(`\`${option}\` must be ${kind} from ${min} to ${max}, got ${shown(value)}.`);
}

/** Throws for a key that is not among the known ones. */
export function onlyKnown(options: object, known: readonly string[]): void {
  if (typeof options !== 'object' || options === null) throw invalidOption('The options must be an object.');
  const unknown = Object.keys(options).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    throw invalidOption(`Unknown option \`${unknown.slice(0, 60)}\`. Known options: ${known.join(', ')}.`);
  }
}

/** Throws for a value that can't be called. */
export function callable(option: string, value: unknown): void {
  if (value !== undefined && typeof value !== 'function') {
    throw invalidOption(`\`${option}\` must be a function, got ${shown(value)}.`);
  }
}

function shown(value: unknown): string {
  return typeof value === 'number' || typeof value === 'boolean' || value === null ? String(value) : typeof value;
}
