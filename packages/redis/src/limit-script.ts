import { script } from './script.js';

/**
 * KEYS: one a tier. ARGV: cost, then for each tier its kind, its period and its size: `g`, microseconds a unit, units of a burst; or
 * `w`, microseconds of the window, units. Looks at all tiers, then writes all or none. Only the server's clock counts.
 *
 * Returns `{ allowed, remaining, retryAfterMs, resetMs, tier }`.
 */
export const limitScript = script(`
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local cost = tonumber(ARGV[1])
local allowed, scarcest, remaining = true, 1, math.huge
local tiers = {}

for i = 1, #KEYS do
  local tier = { kind = ARGV[3 * i - 1], period = tonumber(ARGV[3 * i]), size = tonumber(ARGV[3 * i + 1]) }
  if tier.kind == 'g' then
    -- A clock that was set back, as by a failover, must not deny for longer than a full burst.
    local rest = tonumber(redis.call('GET', KEYS[i]) or 0)
    tier.rest = math.min(math.max(now, rest), now + tier.period * tier.size)
    tier.free = tier.size - (tier.rest - now) / tier.period
  else
    local index = math.floor(now / tier.period)
    local known = redis.call('HMGET', KEYS[i], 'i', 'c', 'p')
    local before = tonumber(known[1] or -2)
    tier.current, tier.previous = 0, 0
    if before >= index then
      tier.current, tier.previous = tonumber(known[2]), tonumber(known[3])
    elseif before == index - 1 then
      tier.previous = tonumber(known[2])
    end
    tier.index = index
    tier.elapsed = now / tier.period - index
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
  tiers[i] = tier
end

for i = 1, #KEYS do
  local tier = tiers[i]
  if allowed and tier.kind == 'g' then
    tier.rest = tier.rest + cost * tier.period
    redis.call('SET', KEYS[i], string.format('%.0f', tier.rest), 'PX', string.format('%.0f', math.ceil((tier.rest - now) / 1000) + 1))
  elseif allowed then
    tier.current = tier.current + cost
    redis.call('HSET', KEYS[i], 'i', string.format('%.0f', tier.index), 'c', string.format('%.0f', tier.current), 'p', string.format('%.0f', tier.previous))
    redis.call('PEXPIRE', KEYS[i], string.format('%.0f', math.ceil(tier.period / 500)))
  end
end

local tier = tiers[scarcest]
local retry, reset = 0, 0
if tier.kind == 'g' then
  reset = tier.rest - now
  retry = (cost - tier.free) * tier.period
else
  reset = (1 - tier.elapsed) * tier.period
  if not allowed then
    local share = 1
    if cost <= tier.size then
      if tier.current + cost <= tier.size then
        share = 1 - (tier.size - tier.current - cost) / tier.previous
      else
        share = 2 - (tier.size - cost) / tier.current
      end
    end
    retry = (share - tier.elapsed) * tier.period
  end
end
if allowed then retry = 0 else retry = math.max(1, math.ceil(retry / 1000)) end
return { allowed and 1 or 0, math.max(0, math.floor(remaining)), retry, math.ceil(reset / 1000), scarcest - 1 }
`);
