import { checksFor } from '@llm-sentinel/core/adapter-kit';

export const checks = checksFor('@llm-sentinel/alerting');
export const { duration, invalidOption, number, oneOf, onlyKnown, text } = checks;
