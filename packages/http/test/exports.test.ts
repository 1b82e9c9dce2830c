import { expect, it } from 'vitest';
import * as entry from '../src/index.js';

it('exports these names', () => {
  expect(Object.keys(entry).sort()).toMatchInlineSnapshot(`
    [
      "EVENT_STREAM_HEADERS",
      "admitChat",
      "answerEvents",
      "answerResponse",
      "chatContext",
      "chatHandler",
      "feedbackHandler",
      "problemOf",
      "problemResponse",
      "readChat",
      "readFeedback",
      "readJson",
      "refusal",
    ]
  `);
});
