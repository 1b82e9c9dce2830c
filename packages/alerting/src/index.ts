export type { Alert, AlertInput, AlertSeverity } from './alert.js';
export { type AlertManager, alertManager } from './alert-manager.js';
export { type ChannelCheck, type ChannelContract, channelChecks, sampleNotification } from './channel-checks.js';
export { type ConsoleChannelOptions, consoleChannel } from './channels/console.js';
export { type DiscordChannelOptions, discordChannel } from './channels/discord.js';
export {
  type EmailChannelOptions,
  emailChannel,
  type MailMessage,
  type MailTransport,
  type SmtpOptions,
} from './channels/email.js';
export type { NetworkOptions } from './channels/http-target.js';
export { type PagerDutyChannelOptions, pagerDutyChannel } from './channels/pagerduty.js';
export { type SlackChannelOptions, slackChannel } from './channels/slack.js';
export { type VerifyWebhookOptions, verifyWebhook, type WebhookHeaders } from './channels/standard-webhook.js';
export { type WebhookChannelOptions, webhookChannel } from './channels/webhook.js';
export type { Clock } from './clock.js';
export type { AlertManagerOptions, ChannelSetup } from './manager-options.js';
export type { Channel, Notification, SuppressedAlert, SuppressionReason } from './notification.js';
export type { ActiveAlert } from './routing/alert-book.js';
export type { HistoryEntry, HistoryQuery } from './routing/history.js';
export type { InhibitRule } from './routing/inhibition.js';
export type { Matcher, Matchers } from './routing/matchers.js';
export type { QuietHours } from './routing/quiet-hours.js';
export type { EscalationStep, Grouping, Route } from './routing/route.js';
export type { DeliveryRetry } from './routing/sender.js';
export type { Silence, SilenceInput } from './routing/silences.js';
export type { ChannelRateLimit } from './routing/token-bucket.js';
export { defaultRules, type Thresholds } from './rules/default-rules.js';
export { circuitOpen, type NewRuleOptions, newRuleFiring } from './rules/event-rules.js';
export { type PollRuleOptions, pollRule } from './rules/poll-rule.js';
export {
  adapterFailing,
  blockRate,
  errorRate,
  piiSpike,
  possibleAttack,
  type RuleTuning,
  riskSpike,
  sessionBurst,
  slowScans,
  threatRate,
  userBurst,
} from './rules/predefined.js';
export type { AlertRule, RuleContext, RunningRule } from './rules/rule.js';
export { type Measured, type ThresholdRuleOptions, thresholdRule } from './rules/threshold-rule.js';
export type { AlertSnapshot } from './snapshot.js';
