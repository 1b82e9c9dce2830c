// Hostile entries: odd characters, deep values, SQL in every field.
import fc from 'fast-check';
import { createChain } from '../src/chain/chain.js';
import type { ChainedEntry, EntryDraft } from '../src/entry/audit-entry.js';
import { isoTime } from '../src/entry/from-event.js';
import { type Json, storableJson, storableText } from '../src/entry/storable.js';

/** Text that has broken a row before: NUL, lone surrogates, quotes, braces, backslashes, comments, NULL as a word. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('\0', '\uD800', '\uDC00', '"', "'", '\\', '{', '}', ',', '$1', '\n', 'é', '\u{1F600}'),
  }),
  fc.constantFrom(
    'NULL',
    '',
    "'; DROP TABLE audit_events; --",
    '{"a":1}',
    '\\x00',
    '$1',
    '"},{"',
    '/* x */',
    '\u2028',
    '__proto__',
  ),
);

const optionalText = fc.option(hostileText.map(storableText), { nil: null });
/** Any JSON, also with names that collide after they were made storable. */
const hostileJson = fc.jsonValue({ maxDepth: 4 }).map(storableJson);

/** A draft as the adapter could make it of the worst event. */
export const arbitraryDraft: fc.Arbitrary<EntryDraft> = fc.record({
  ts: fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) }).map(isoTime),
  event_id: fc.uuid(),
  tenant: hostileText.map(storableText),
  event_type: hostileText.map(storableText),
  actor: optionalText,
  request_id: optionalText,
  session_ref: optionalText,
  layer: optionalText,
  result: optionalText,
  blocked: fc.boolean(),
  risk_score: fc.option(
    fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0),
    { nil: null },
  ),
  threat_type: optionalText,
  severity: optionalText,
  pii_detected: fc.boolean(),
  injection_detected: fc.boolean(),
  findings: fc.array(hostileJson, { maxLength: 3 }),
  metadata: fc
    .dictionary(hostileText, hostileJson, { maxKeys: 4 })
    .map((value) => storableJson(value) as { readonly [name: string]: Json }),
  excerpt: optionalText,
  content_commitment: fc.option(fc.constant('00'.repeat(32)), { nil: null }),
});

/** A chained entry, the first of its chain. */
export const arbitraryEntry: fc.Arbitrary<ChainedEntry> = fc
  .tuple(arbitraryDraft, fc.uuid())
  .map(([draft, chainId]) => createChain(chainId).extend([draft])[0] as ChainedEntry);
