import { checksFor } from '@llm-sentinel/core/adapter-kit';

export const { invalidOption, number, onlyKnown } = checksFor('@llm-sentinel/prometheus');
