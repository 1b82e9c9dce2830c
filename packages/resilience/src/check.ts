import { checksFor } from '@llm-sentinel/core/adapter-kit';

export const { callable, duration, invalidOption, number, oneOf, onlyKnown } = checksFor('@llm-sentinel/resilience');
