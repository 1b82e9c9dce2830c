import { checksFor } from '@llm-sentinel/core/adapter-kit';

export const checks = checksFor('@llm-sentinel/postgres');
export const { invalidOption, number } = checks;
