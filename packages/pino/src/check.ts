import { checksFor } from '@llm-sentinel/core/adapter-kit';

export const checks = checksFor('@llm-sentinel/pino');
export const { invalidOption, number, oneOf, onlyKnown } = checks;
