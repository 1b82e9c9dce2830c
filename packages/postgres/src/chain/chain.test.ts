import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDraft } from '../../test/arbitrary.js';
import type { ChainedEntry } from '../entry/audit-entry.js';
import { canonicalEntry } from './canonical.js';
import { createChain } from './chain.js';
import { leafHash } from './hash.js';
import { createVerifier } from './verifier.js';

const CHAIN = '0190a5a8-0000-7000-8000-000000000001';

describe('the hash chain', () => {
  it('is what the documentation says, computed here by hand', () => {
    const [draft] = fc.sample(arbitraryDraft, { numRuns: 1, seed: 1 });
    const [entry] = createChain(CHAIN).extend([draft!]);
    const genesis = createHash('sha256').update('sentinel-audit-v1').update(CHAIN).digest();
    const leaf = createHash('sha256')
      .update(Buffer.concat([Buffer.of(0), Buffer.from(canonicalEntry(entry!))]))
      .digest();
    const seq = Buffer.from('0000000000000001', 'hex');
    const hash = createHash('sha256')
      .update(Buffer.concat([Buffer.of(1), genesis, seq, leaf]))
      .digest('hex');
    expect(entry).toMatchObject({ seq: 1, prev_hash: genesis.toString('hex'), hash });
  });

  it('numbers from 1 without gaps, each entry holding the hash before it, however drafts are batched', () => {
    fc.assert(
      fc.property(fc.array(arbitraryDraft, { maxLength: 6 }), fc.nat(6), (drafts, cut) => {
        const whole = createChain(CHAIN);
        const split = createChain(CHAIN);
        const entries = whole.extend(drafts);
        expect([...split.extend(drafts.slice(0, cut)), ...split.extend(drafts.slice(cut))]).toEqual(entries);
        expect(entries.map(({ seq }) => seq)).toEqual(drafts.map((_, index) => index + 1));
        for (const [index, entry] of entries.entries()) {
          if (index > 0) expect(entry.prev_hash).toBe(entries[index - 1]?.hash);
        }
        expect(whole.head).toMatchObject({ seq: drafts.length, hash: entries.at(-1)?.hash ?? split.head.hash });
      }),
    );
  });

  it('takes no leaf that is cut short for the one of the link before', () => {
    const [draft] = fc.sample(arbitraryDraft, { numRuns: 1, seed: 1 });
    const [entry] = createChain(CHAIN).extend([draft!]);
    const follow = (leaf: string) => {
      const verifier = createVerifier();
      verifier.hidden({ ...entry!, leaf });
      return verifier.finish().ok;
    };
    const leaf = leafHash(entry!);
    expect(follow(leaf)).toBe(true);
    expect(['', leaf.slice(0, 62), `${leaf.slice(0, 62)}zz`, `${leaf}00`].map(follow)).toEqual(Array(4).fill(false));
  });

  it('does not hold, and breaks nothing, when an entry lacks a value', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        const [entry] = createChain(CHAIN).extend([draft]);
        for (const name of Object.keys(entry!)) {
          const { [name as keyof typeof entry]: _, ...rest } = entry!;
          const verifier = createVerifier();
          verifier.entry(rest as ChainedEntry);
          expect({ name, ok: verifier.finish().ok }).toEqual({ name, ok: false });
        }
      }),
    );
  });

  it('gives another hash when any column changes', () => {
    fc.assert(
      fc.property(arbitraryDraft, arbitraryDraft, (one, other) => {
        const hashOf = (draft: typeof one) => createChain(CHAIN).extend([draft])[0]?.hash;
        for (const column of Object.keys(one) as (keyof typeof one)[]) {
          const changed = { ...one, [column]: other[column] };
          const same = JSON.stringify(one[column]) === JSON.stringify(other[column]);
          if (!same && canonicalEntryOf(one) !== canonicalEntryOf(changed))
            expect(hashOf(changed)).not.toBe(hashOf(one));
          // Findings and metadata may differ in the order of their names alone.
          if (!same && typeof one[column] !== 'object') expect(hashOf(changed)).not.toBe(hashOf(one));
        }
      }),
      { numRuns: 50 },
    );

    function canonicalEntryOf(draft: Parameters<ReturnType<typeof createChain>['extend']>[0][number]): string {
      return canonicalEntry({ ...draft, chain_id: CHAIN, seq: 1, schema_version: 1 });
    }
  });
});
