import type { RateLimitTier } from '@llm-sentinel/core';
import { type Script, script } from './script.js';

/**
 * The script of a list of tiers, whose settings are part of it: sent with every call they would cost more than the rest. KEYS: one
 * a tier. ARGV: the cost. Looks at all tiers, then writes all or none. Only the server's clock counts, in microseconds.
 *
 * Returns `{ allowed, remaining, retryAfterMs, resetMs, tier }`.
 */
export function limitScript(tiers: readonly RateLimitTier[]): Script {
  return script(`local tiers = { ${tiers.map(settingsOf).join(', ')} }${BODY}`);
}

/** Of a rate the microseconds a unit, of a window its length. */
function settingsOf(tier: RateLimitTier): string {
  return tier.kind === 'rate'
    ? `{ period = ${1_000_000 / tier.perSecond}, size = ${tier.burst}, rate = true }`
    : `{ period = ${tier.windowMs * 1_000}, size = ${tier.limit}, ttl = ${Math.ceil(tier.windowMs * 2)} }`;
}

const BODY = `
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local cost = tonumber(ARGV[1])
local allowed, scarcest, remaining = true, 1, math.huge
local stored = redis.call('MGET', unpack(KEYS))

for i, tier in ipairs(tiers) do
  if tier.rate then
    -- A clock that was set back, as by a failover, must not deny for longer than a full burst.
    local rest = tonumber(stored[i] or 0)
    tier.rest = math.min(math.max(now, rest), now + tier.period * tier.size)
    tier.free = tier.size - (tier.rest - now) / tier.period
  else
    tier.index = math.floor(now / tier.period)
    tier.elapsed = now / tier.period - tier.index
    tier.current, tier.previous = 0, 0
    if stored[i] then
      local index, current, previous = string.match(stored[i], '^(%d+) (%d+) (%d+)$')
      index = tonumber(index)
      if index >= tier.index then
        tier.current, tier.previous = tonumber(current), tonumber(previous)
      elseif index == tier.index - 1 then
        tier.previous = tonumber(current)
      end
    end
    tier.free = tier.size - tier.current - tier.previous * (1 - tier.elapsed)
  end
  -- What rounding leaves of a unit must not deny it.
  tier.free = tier.free + 1e-6
  local enough = tier.free >= cost
  local left = enough and tier.free - cost or tier.free
  if allowed and (not enough or left < remaining) then
    scarcest, remaining = i, left
  end
  allowed = allowed and enough
end

if allowed then
  for i, tier in ipairs(tiers) do
    if tier.rate then
      tier.rest = tier.rest + cost * tier.period
      local ttl = math.ceil((tier.rest - now) / 1000) + 1
      -- Sixteen digits: as a plain number it would be cut to fourteen.
      redis.call('SET', KEYS[i], string.format('%.0f', tier.rest), 'PX', ttl)
    else
      tier.current = tier.current + cost
      local counts = tier.index .. ' ' .. tier.current .. ' ' .. tier.previous
      redis.call('SET', KEYS[i], counts, 'PX', tier.ttl)
    end
  end
end

local tier = tiers[scarcest]
local retry, reset
if tier.rate then
  reset = tier.rest - now
  retry = (cost - tier.free) * tier.period
else
  reset = (1 - tier.elapsed) * tier.period
  local share = 1
  if not allowed and cost <= tier.size then
    if tier.current + cost <= tier.size then
      share = 1 - (tier.size - tier.current - cost) / tier.previous
    else
      share = 2 - (tier.size - cost) / tier.current
    end
  end
  retry = (share - tier.elapsed) * tier.period
end
retry = allowed and 0 or math.max(1, math.ceil(retry / 1000))
return { allowed and 1 or 0, math.max(0, math.floor(remaining)), retry, math.ceil(reset / 1000), scarcest - 1 }
`;
