import { isSentinelError } from '@llm-sentinel/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemOf } from './problem.js';
import { type ReadChatOptions, readChat } from './read-chat.js';

const user = (content: unknown) => ({ role: 'user', content });
const problem = (body: unknown, options?: ReadChatOptions) => {
  try {
    readChat(body, options);
  } catch (error) {
    return problemOf(error).body;
  }
  throw new Error('Nothing was thrown.');
};

describe('readChat', () => {
  it('reads texts, lists of texts, and the name of the chat', () => {
    const parts = [
      { type: 'text', text: 'Hello' },
      { type: 'text', text: 'again' },
    ];
    expect(
      readChat({ chatId: 'chat-7', messages: [user('Hi'), { role: 'assistant', content: 'Yes?' }, user(parts)] }),
    ).toEqual({
      chatId: 'chat-7',
      messages: [
        { role: 'user', content: 'Hi' },
        { role: 'assistant', content: 'Yes?' },
        { role: 'user', content: 'Hello\nagain' },
      ],
    });
  });

  it('passes on nothing that it does not know', () => {
    const body = { model: 'dear', messages: [{ ...user('Hi'), name: 'x', tool_calls: [] }] };
    expect(readChat(body)).toEqual({ messages: [{ role: 'user', content: 'Hi' }] });
  });

  it.each(['system', 'developer', 'tool', 'function', 'User', 7, undefined])('lets no client speak as %s', (role) => {
    expect(problem({ messages: [{ role, content: 'x' }, user('Hi')] })).toMatchObject({
      status: 400,
      detail: '`messages[0].role` must be user or assistant.',
    });
  });

  it.each([
    [undefined, '`messages` must be a list with a message.'],
    [[], '`messages` must be a list with a message.'],
    [{ messages: [] }, '`messages` must be a list with a message.'],
    [{ messages: [null] }, '`messages[0].role` must be user or assistant.'],
    [{ messages: [user(7)] }, "`messages[0].content` must be a text, or a list of { type: 'text', text }."],
    [
      { messages: [user([{ type: 'image_url' }])] },
      "`messages[0].content` must be a text, or a list of { type: 'text', text }.",
    ],
    [{ messages: [user('  ')] }, 'The last message must be a text of the user.'],
    [{ messages: [user('Hi'), { role: 'assistant', content: 'x' }] }, 'The last message must be a text of the user.'],
    [
      { chatId: '../x', messages: [user('Hi')] },
      '`chatId` must be 1 to 128 letters, digits, dots, dashes or underscores.',
    ],
  ])('says what is wrong with %j', (body, detail) => {
    expect(problem(body)).toEqual({ status: 400, title: 'Bad Request', code: 'INVALID_INPUT', detail });
  });

  it('has room for so much and no more', () => {
    const messages = [user('12345'), user('67890')];
    expect(readChat({ messages }, { maxMessages: 2, maxChars: 10 }).messages).toHaveLength(2);
    expect(problem({ messages }, { maxMessages: 1 })).toMatchObject({ status: 413 });
    expect(problem({ messages }, { maxChars: 9 })).toMatchObject({ status: 413 });
  });

  it('answers any body or refuses it, and never quotes it', () => {
    const secret = 'canary-5f1c';
    fc.assert(
      fc.property(
        fc.anything({ values: [fc.constant(secret), fc.constantFrom('user', 'assistant')], withNullPrototype: true }),
        (value) => {
          for (const body of [value, { messages: value }, { messages: [value, user(value)] }, { chatId: value }]) {
            try {
              readChat(body);
            } catch (error) {
              expect(isSentinelError(error, 'INVALID_INPUT')).toBe(true);
              expect(String(error)).not.toContain(secret);
            }
          }
        },
      ),
    );
  });
});
