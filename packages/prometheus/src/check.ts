import { checksFor } from '@llm-sentinel/core/adapter-kit';

export const { invalidOption, number } = checksFor('@llm-sentinel/prometheus');
