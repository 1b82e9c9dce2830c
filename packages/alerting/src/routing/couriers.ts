import { invalidOption } from '../check.js';
import type { ChannelSetup } from '../manager-options.js';
import { type Courier, type CourierOptions, createCourier } from './courier.js';
import { createQuietHours } from './quiet-hours.js';
import { tokenBucket } from './token-bucket.js';

/**
 * A courier for each channel, by its name.
 *
 * @throws SentinelError INVALID_OPTION for a backup that is no other channel, a rate limit or quiet hours that are none.
 */
export function createCouriers(
  setups: readonly ChannelSetup[],
  shared: Pick<CourierOptions, 'send' | 'signal' | 'now' | 'onIdle'>,
): ReadonlyMap<string, Courier> {
  const couriers = setups.map(({ channel, rateLimit, quietHours, backup: name }) => {
    const backup = name === undefined ? undefined : setups.find((setup) => setup.channel.name === name)?.channel;
    if (name !== undefined && (backup === undefined || backup === channel)) {
      throw invalidOption(`\`backup\` of ${channel.name} must be the name of another channel.`);
    }
    const isQuiet = createQuietHours(quietHours);
    return createCourier({ ...shared, channel, backup, bucket: tokenBucket(rateLimit), isQuiet });
  });
  return new Map(couriers.map((courier) => [courier.channel.name, courier]));
}
