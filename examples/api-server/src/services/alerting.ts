import {
  type AlertManager,
  alertManager,
  type Channel,
  consoleChannel,
  discordChannel,
  emailChannel,
  pagerDutyChannel,
  slackChannel,
  webhookChannel,
} from '@llm-sentinel/alerting';
import type { Telemetry } from '@llm-sentinel/core';
import { createTransport } from 'nodemailer';
import { ConfigError } from '../config/config-error.js';
import type { Config } from '../config/schema.js';

/** Must end before the process has to. */
const CLOSE_MS = 1_500;

/** Alerts to all channels that are configured; undefined when none is. */
export function startAlerting(
  { alerting, hmacKey }: Config,
  telemetry: Telemetry | undefined,
): AlertManager | undefined {
  const channels = channelsOf(alerting);
  if (channels.length === 0) return undefined;
  return alertManager({
    channels,
    closeTimeoutMs: CLOSE_MS,
    ...(hmacKey !== undefined && { hmacKey }),
    ...(telemetry && { telemetry }),
  });
}

function channelsOf(options: Config['alerting']): readonly Channel[] {
  const { slackUrl, discordUrl, pagerDutyKey, webhookUrl, webhookSecret, smtpUrl, mailFrom, mailTo } = options;
  const channels: Channel[] = [];
  if (options.console) channels.push(consoleChannel());
  if (slackUrl !== undefined) channels.push(slackChannel({ url: slackUrl }));
  if (discordUrl !== undefined) channels.push(discordChannel({ url: discordUrl }));
  if (pagerDutyKey !== undefined) channels.push(pagerDutyChannel({ routingKey: pagerDutyKey }));
  if (webhookUrl !== undefined) {
    if (webhookSecret === undefined)
      throw new ConfigError(['alerting.webhookSecret: is needed for alerting.webhookUrl.']);
    channels.push(webhookChannel({ url: webhookUrl, secrets: webhookSecret }));
  }
  if (smtpUrl !== undefined) {
    if (mailFrom === undefined || mailTo.length === 0) {
      throw new ConfigError(['alerting.mailFrom, alerting.mailTo: are needed for alerting.smtpUrl.']);
    }
    channels.push(emailChannel({ from: mailFrom, to: mailTo, transport: createTransport(smtpUrl) }));
  }
  return channels;
}
