import { invalidOption, onlyKnown, text } from './check.js';
import type { AlertManagerOptions, ChannelSetup } from './manager-options.js';
import type { Channel } from './notification.js';
import type { ResolvedRoute } from './routing/route.js';

/**
 * Channels with how they are treated.
 *
 * @throws SentinelError INVALID_OPTION when there are none, or two of a name.
 */
export function setupsOf(channels: AlertManagerOptions['channels']): readonly ChannelSetup[] {
  if (!Array.isArray(channels) || channels.length === 0)
    throw invalidOption('`channels` must hold at least one channel.');
  const setups = channels.map((each: Channel | ChannelSetup) => ('channel' in each ? each : { channel: each }));
  for (const setup of setups) onlyKnown(setup, ['channel', 'rateLimit', 'quietHours', 'backup']);
  for (const { channel } of setups) {
    if (typeof channel?.send !== 'function') throw invalidOption('A channel must have a `name` and a function `send`.');
    if (!/^[a-z][a-z0-9-]*$/.test(channel.name)) throw invalidOption('The `name` of a channel must be in kebab-case.');
  }
  requireUnique(
    'channels',
    setups.map(({ channel }) => channel),
  );
  return setups;
}

/** Channels that are told at first, not only when others fail or do not react. */
export function firstHand(setups: readonly ChannelSetup[], routes: readonly ResolvedRoute[]): readonly string[] {
  const second = new Set([
    ...setups.map(({ backup }) => backup),
    ...routes.flatMap(({ escalation }) => escalation.flatMap(({ channels }) => channels)),
  ]);
  const names = setups.map(({ channel }) => channel.name);
  const first = names.filter((name) => !second.has(name));
  return first.length > 0 ? first : names;
}

/** @throws SentinelError INVALID_OPTION when two have the same name. */
export function requireUnique(option: string, named: readonly { readonly name: string }[]): void {
  const seen = new Set<string>();
  for (const { name } of named) {
    if (seen.has(text(`${option}.name`, name, 128))) {
      throw invalidOption(`\`${option}\` holds two of the name ${name}: give one another name.`);
    }
    seen.add(name);
  }
}
