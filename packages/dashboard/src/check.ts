import { SentinelError } from '@llm-sentinel/core';

/** The error of a factory for a bad option. `message` names the option and what it must be, and quotes no secret. */
export function invalidOption(message: string): SentinelError {
  return new SentinelError('INVALID_OPTION', `[@llm-sentinel/dashboard] ${message}`);
}

/** The error of a question that can't be answered: a bad query or body. */
export function invalidInput(message: string): SentinelError {
  return new SentinelError('INVALID_INPUT', `[@llm-sentinel/dashboard] ${message}`);
}

/** An option that is a whole number within bounds, or its default. */
export function wholeNumber(option: string, value: unknown, fallback: number, min: number, max: number): number {
  if (value === undefined) return fallback;
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
  const shown = typeof value === 'number' ? String(value) : typeof value;
  throw invalidOption(`\`${option}\` must be a whole number from ${min} to ${max}, got ${shown}.`);
}

/** Throws for a key that is not among the known ones. */
export function onlyKnown(options: unknown, known: readonly string[]): void {
  if (typeof options !== 'object' || options === null) throw invalidOption('The options must be an object.');
  const unknown = Object.keys(options).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    throw invalidOption(`Unknown option \`${unknown.slice(0, 60)}\`. Known options: ${known.join(', ')}.`);
  }
}
