import { expect, it } from 'vitest';
import * as entry from '../src/index.js';

it('exports these names', () => {
  expect(Object.keys(entry).sort()).toMatchInlineSnapshot(`
    [
      "adapterFailing",
      "alertManager",
      "blockRate",
      "channelChecks",
      "circuitOpen",
      "consoleChannel",
      "defaultRules",
      "discordChannel",
      "emailChannel",
      "errorRate",
      "newRuleFiring",
      "pagerDutyChannel",
      "piiSpike",
      "pollRule",
      "possibleAttack",
      "riskSpike",
      "sampleNotification",
      "sessionBurst",
      "slackChannel",
      "slowScans",
      "threatRate",
      "thresholdRule",
      "userBurst",
      "verifyWebhook",
      "webhookChannel",
    ]
  `);
});
