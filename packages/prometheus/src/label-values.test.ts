import type { Source } from '@llm-sentinel/core';
import { buildFinding, buildResult } from '@llm-sentinel/testing';
import { describe, expect, it } from 'vitest';
import { categoryOf, injectionTypeOf, resultOf, statusOf } from './label-values.js';

const failed = { engine: 'classifier', code: 'ENGINE_FAILED', type: 'TypeError' } as const;
const late = { engine: 'llm-judge', code: 'TIMEOUT', type: 'TimeoutError' } as const;
const findings = [buildFinding()];

describe('result and status', () => {
  it.each([
    ['allowed', 'success', buildResult()],
    ['blocked', 'success', buildResult({ findings })],
    ['flagged', 'success', buildResult({ findings, action: 'flag' })],
    ['redacted', 'success', buildResult({ findings, action: 'redact' })],
    ['error', 'failure', buildResult({ errors: [failed] })],
    ['error', 'timeout', buildResult({ errors: [late] })],
    ['error', 'failure', buildResult({ errors: [failed, late] })],
    ['error', 'failure', buildResult({ errors: [failed], action: 'block' })],
    ['blocked', 'success', buildResult({ errors: [failed], findings })],
  ])('%s, %s', (result, status, verdict) => {
    expect(resultOf(verdict)).toBe(result);
    expect(statusOf(verdict)).toBe(status);
  });
});

describe('category', () => {
  it('is what the rule names, then that of the threat type, then none', () => {
    const { references: _, ...bare } = buildFinding();
    expect(categoryOf(buildFinding({ references: ['AML.T0053', 'LLM06'] }))).toBe('LLM06');
    expect(categoryOf({ ...bare, threatType: 'prompt_leak' })).toBe('LLM07');
    expect(categoryOf({ ...bare, threatType: 'price_fixing' })).toBe('none');
    expect(categoryOf({ ...bare, threatType: 'constructor' })).toBe('none');
  });
});

describe('injection type', () => {
  it.each<[string | undefined, Parameters<typeof buildFinding>[0], Source]>([
    ['direct', {}, 'user'],
    ['direct', {}, 'system'],
    ['indirect', {}, 'document'],
    ['indirect', {}, 'tool'],
    ['indirect', {}, 'model'],
    ['encoded', { decodedFrom: ['base64'] }, 'document'],
    ['roleplay', { threatType: 'jailbreak', rule: 'meaning/role-without-rules' }, 'user'],
    ['roleplay', { threatType: 'jailbreak', rule: 'roleplay/villain' }, 'user'],
    ['jailbreak', { threatType: 'jailbreak', rule: 'meaning/switch-off-safety' }, 'user'],
    [undefined, { threatType: 'pii' }, 'user'],
  ])('%s', (type, overrides, source) => {
    expect(injectionTypeOf(buildFinding(overrides), source)).toBe(type);
  });
});
