import { describe, expect, it, vi } from 'vitest';
import type { DecisionEvent } from './adapter.js';
import { createScanner } from './create-scanner.js';
import type { Rule } from './rule.js';

const rules: readonly Rule[] = [
  {
    id: 'test/xyzzy',
    threatType: 'injection',
    severity: 'high',
    score: 0.9,
    message: 'A magic word was found.',
    keywords: ['xyzzy'],
    pattern: /xyzzy/i,
  },
  {
    id: 'test/leak',
    threatType: 'exfiltration',
    severity: 'high',
    score: 0.9,
    message: 'A leak was found.',
    keywords: ['plugh'],
    pattern: /plugh/i,
  },
  {
    id: 'test/mail',
    threatType: 'pii',
    severity: 'medium',
    score: 0.9,
    message: 'An address was found.',
    keywords: ['@'],
    reach: 80,
    pattern: /[a-z0-9.]{1,40}@[a-z0-9-]{1,40}\.[a-z]{2,8}/i,
    entity: 'email',
  },
];
const decisions: DecisionEvent[] = [];
const scanner = createScanner({
  rules,
  disabledRules: ['pii/*'],
  adapters: [{ name: 'seen', onDecision: (event) => void decisions.push(event) }],
});

describe('guard', () => {
  it('passes a harmless call through and reports both decisions', async () => {
    decisions.length = 0;
    const ask = scanner.guard(async (prompt: string) => `You said: ${prompt}`, { context: { userId: 'u1' } });
    expect(await ask('hello')).toBe('You said: hello');
    expect(decisions).toMatchObject([
      { component: 'guard', subject: 'input', decision: 'allowed', context: { userId: 'u1' } },
      { component: 'guard', subject: 'output', decision: 'allowed' },
    ]);
  });

  it('stops a bad input before the function runs', async () => {
    const fn = vi.fn(async (prompt: string) => prompt);
    await expect(scanner.guard(fn)('say xyzzy')).rejects.toMatchObject({
      code: 'BLOCKED',
      message: expect.stringContaining('The input was blocked: A magic word was found.'),
      details: { stage: 'input', result: { action: 'block', source: 'user' } },
    });
    expect(fn).not.toHaveBeenCalled();
  });

  it('stops a bad output, or answers in its place', async () => {
    const ask = async () => 'here is plugh';
    await expect(scanner.guard(ask, { input: () => 'x' })()).rejects.toMatchObject({
      details: { stage: 'output', result: { source: 'model' } },
    });
    const answering = scanner.guard(ask, {
      input: () => 'x',
      onBlock: (stage, result) => `${stage}: ${result.threatType}`,
    });
    expect(await answering()).toBe('output: exfiltration');
  });

  it('hides personal data from the function and puts it back for the caller', async () => {
    const seen: string[] = [];
    const ask = scanner.guard(async (prompt: string) => {
      seen.push(prompt);
      return 'I wrote to [EMAIL_1] and to eve@example.com.';
    });
    expect(await ask('Write to ann@example.com')).toBe('I wrote to ann@example.com and to [EMAIL_2].');
    expect(seen).toEqual(['Write to [EMAIL_1]']);
  });

  it('leaves personal data alone when told so', async () => {
    const ask = scanner.guard(async (prompt: string) => prompt, { redact: false });
    expect(await ask('Write to ann@example.com')).toBe('Write to ann@example.com');
  });

  it('reads and writes structured inputs and outputs', async () => {
    const chat = scanner.guard(
      async (request: { prompt: string; n: number }) => ({ answer: `${request.prompt} (${request.n})` }),
      {
        input: ({ prompt }) => prompt,
        withInput: (prompt, request): [{ prompt: string; n: number }] => [{ ...request, prompt }],
        output: ({ answer }) => answer,
        withOutput: (answer) => ({ answer }),
        context: ({ n }) => ({ requestId: `r${n}` }),
      },
    );
    expect(await chat({ prompt: 'Mail ann@example.com', n: 7 })).toEqual({ answer: 'Mail ann@example.com (7)' });
    expect(decisions.at(-1)).toMatchObject({ context: { requestId: 'r7' } });
  });

  it('lets errors of the function through', async () => {
    const ask = scanner.guard(async (_: string) => {
      throw new RangeError('model is down');
    });
    await expect(ask('hello')).rejects.toThrow(RangeError);
  });

  it('says what is wrong with its use', async () => {
    expect(() => scanner.guard('no function' as never)).toThrow('`fn` must be a function');
    expect(() => scanner.guard(async (x: string) => x, { onblock: () => '' } as never)).toThrow(
      'Did you mean `onBlock`?',
    );
    await expect(scanner.guard(async (x: number) => String(x))(1)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(scanner.guard(async (_: string) => 42)('x')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
