import { describe, expect, it } from 'vitest';
import { createScanner } from './create-scanner.js';
import type { ChatMessage } from './messages.js';

const scanner = createScanner({
  rules: [
    {
      id: 'test/attack',
      threatType: 'test_attack',
      severity: 'high',
      score: 0.9,
      message: 'Test.',
      keywords: ['xyzzy'],
      pattern: /xyzzy/i,
    },
  ],
});

describe('scanMessages', () => {
  it('judges each message by its role and sums up', () => {
    const conversation = scanner.scanMessages([
      { role: 'system', content: 'You are helpful.' },
      { role: 'user', content: 'Say xyzzy please' },
      { role: 'assistant', content: null },
      { role: 'tool', content: 'ok' },
    ]);
    expect(conversation.messages.map(({ source }) => source)).toEqual(['system', 'user', 'model', 'tool']);
    expect(conversation).toMatchObject({
      isSafe: false,
      action: 'block',
      riskScore: 0.9,
      severity: 'high',
      threatType: 'test_attack',
    });
  });

  it.each<[string, ChatMessage, string]>([
    ['an unknown role', { role: 'wizard', content: 'xyzzy' }, 'user'],
    ['a role named like a member of every object', { role: 'constructor', content: 'xyzzy' }, 'user'],
    [
      'parts',
      { role: 'user', content: [{ type: 'text', text: 'xyz' }, { type: 'image' }, { type: 'text', text: 'xyzzy' }] },
      'user',
    ],
    ['a tool result in a user message', { role: 'user', content: [{ type: 'tool_result', content: 'xyzzy' }] }, 'tool'],
    [
      'nested parts',
      { role: 'user', content: [{ type: 'tool_result', content: [{ type: 'text', text: 'xyzzy' }] }] },
      'tool',
    ],
    ['a developer message', { role: 'developer', content: 'xyzzy' }, 'system'],
  ])('reads %s', (_, message, source) => {
    const [result] = scanner.scanMessages([message]).messages;
    expect(result).toMatchObject({ source, findings: [{ rule: 'test/attack' }] });
  });

  it('takes messages it has seen from the cache', () => {
    const history: ChatMessage[] = [{ role: 'user', content: 'first question' }];
    scanner.scanMessages(history);
    const { messages } = scanner.scanMessages([...history, { role: 'assistant', content: 'first answer' }]);
    expect(messages.map(({ cached }) => cached)).toEqual([true, false]);
  });

  it('answers an empty chat with a safe verdict', () => {
    expect(scanner.scanMessages([])).toMatchObject({ isSafe: true, action: 'allow', threatType: null, messages: [] });
  });

  it.each([
    ['no array', 'hello'],
    ['a message that is no object', ['hello']],
    ['a message without a role', [{ content: 'x' }]],
    ['content of a wrong type', [{ role: 'user', content: 42 }]],
  ])('says what is wrong with %s', (_, messages) => {
    expect(() => scanner.scanMessages(messages as never)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', message: expect.stringContaining('messages') }),
    );
  });
});
