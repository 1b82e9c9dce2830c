import { SentinelError } from '@llm-sentinel/core';

/** The error of a factory for a bad option. `message` names the option and what it must be, and quotes no secret. */
export function invalidOption(message: string): SentinelError {
  return new SentinelError('INVALID_OPTION', `[@llm-sentinel/alerting] ${message}`);
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
  const shown = typeof value === 'number' ? String(value) : typeof value;
  throw invalidOption(`\`${option}\` must be a ${whole ? 'whole ' : ''}number from ${min} to ${max}, got ${shown}.`);
}

/** A length of time in milliseconds: from 0 to what a timer can wait, or its default. */
export function duration(option: string, value: unknown, fallback: number, min = 0): number {
  return number(option, value, fallback, { min, max: 2_147_483_647 });
}

/** Throws for a key that is not among the known ones. */
export function onlyKnown(options: unknown, known: readonly string[]): void {
  if (typeof options !== 'object' || options === null) throw invalidOption('The options must be an object.');
  const unknown = Object.keys(options).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    throw invalidOption(`Unknown option \`${unknown.slice(0, 60)}\`. Known options: ${known.join(', ')}.`);
  }
}

/** A text that says something, of at most `max` characters. */
export function text(option: string, value: unknown, max = 1_000): string {
  if (typeof value === 'string' && value.trim() !== '' && value.length <= max) return value;
  throw invalidOption(`\`${option}\` must be a text of 1 to ${max} characters.`);
}
