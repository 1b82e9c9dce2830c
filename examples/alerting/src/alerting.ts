import {
  type AlertManager,
  alertManager,
  consoleChannel,
  discordChannel,
  emailChannel,
  pagerDutyChannel,
  possibleAttack,
  slackChannel,
  userBurst,
  webhookChannel,
} from '@llm-sentinel/alerting';
import type { Receivers } from './receivers.js';

/** All channels, to receivers on this machine. The short times are for an example: leave them out in an application. */
export function createAlerting(receivers: Receivers, secret: string, print: (line: string) => void): AlertManager {
  const { url, smtpPort } = receivers;
  // For receivers on this machine only.
  const network = { allowHttp: true, allowPrivateAddresses: true };
  return alertManager({
    channels: [
      slackChannel({ url: `${url}/slack`, network }),
      discordChannel({ url: `${url}/discord`, network }),
      pagerDutyChannel({ routingKey: 'an integration key', url: `${url}/pagerduty`, network }),
      webhookChannel({ url: `${url}/webhook`, secrets: secret, network }),
      emailChannel({
        from: 'sentinel@example.com',
        to: 'on-call@example.com',
        smtp: { host: '127.0.0.1', port: smtpPort, allowPlaintext: true },
      }),
      consoleChannel({ write: (line) => print(`console   ${line.replace(/^\S+Z /, '')}`) }),
    ],
    rules: [possibleAttack({ windowMs: 1_500 }), userBurst({ windowMs: 1_500 })],
    // One notification for everything: an attack shows in several rules.
    groupBy: [],
    groupWaitMs: 300,
    groupIntervalMs: 1_000,
    evaluationIntervalMs: 100,
  });
}
