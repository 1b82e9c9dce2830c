import { checksFor } from '@llm-sentinel/core/adapter-kit';

const { number, invalidOption, onlyKnown, callable } = checksFor('@llm-sentinel/http');

export { callable, invalidOption, onlyKnown };

/** A limit from options, or its default. */
export function limitOf(option: string, value: number | undefined, fallback: number): number {
  return number(option, value, fallback, { min: 1, whole: true });
}
