import { checksFor } from '@llm-sentinel/core/adapter-kit';

export const { callable, invalidOption, number, onlyKnown } = checksFor('@llm-sentinel/redis');
