import { checksFor } from '@llm-sentinel/core/adapter-kit';

export const checks = checksFor('@llm-sentinel/otel');
