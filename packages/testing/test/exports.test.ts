import { expect, it } from 'vitest';
import * as entry from '../src/index.js';

it('exports these names', () => {
  expect(Object.keys(entry).sort()).toMatchInlineSnapshot(`
    [
      "buildDecisionEvent",
      "buildFeedbackEvent",
      "buildFinding",
      "buildResult",
      "buildScanEvent",
      "buildScanId",
      "buildScannerInfo",
      "eventGallery",
      "testAdapter",
      "testLock",
      "testRateLimitStore",
      "testSessionStore",
    ]
  `);
});
