import { script } from './script.js';

/**
 * Adds a turn to a session as core's `nextSessionState` does; the contract kit of session stores compares the two.
 *
 * KEYS: the session. ARGV: risk, action, threat or nothing, time, then the settings: floor, weight, retention, half-life, number of
 * threats, time to live.
 */
export const sessionScript = script(`
local risk, action, threat, time = tonumber(ARGV[1]), ARGV[2], ARGV[3], tonumber(ARGV[4])
local floor, weight, retention, half_life = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7]), tonumber(ARGV[8])
local ttl = tonumber(ARGV[10])
local state
local text = redis.call('GET', KEYS[1])
if text then
  local ok, known = pcall(cjson.decode, text)
  if ok and type(known) == 'table' and known.v == 1 and time - known.lastSeen < ttl then state = known end
end
state = state or { v = 1, risk = 0, turns = 0, flagged = 0, blocked = 0, lastThreats = {}, firstSeen = time, lastSeen = time }

local kept = state.risk * 0.5 ^ (math.max(0, time - state.lastSeen) / half_life) * retention
local added = risk < floor and 0 or risk * weight
state.risk = 1 - (1 - kept) * (1 - added)
state.turns = state.turns + 1
if action == 'flag' then state.flagged = state.flagged + 1 end
if action == 'block' then state.blocked = state.blocked + 1 end
if threat ~= '' then
  table.insert(state.lastThreats, threat)
  while #state.lastThreats > tonumber(ARGV[9]) do table.remove(state.lastThreats, 1) end
end
state.lastSeen = math.max(state.lastSeen, time)
redis.call('SET', KEYS[1], cjson.encode(state), 'PX', ARGV[10])
return 1
`);
