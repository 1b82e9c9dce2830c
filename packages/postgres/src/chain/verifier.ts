import type { ChainedEntry } from '../entry/audit-entry.js';
import type { ChainHead } from './chain.js';
import { type Checkpoint, checkpointProblem, type DroppedRun } from './checkpoint.js';
import { genesisHash, leafHash, linkHash } from './hash.js';
import type { Problem, ProblemKind } from './problem.js';
import type { CheckSignature } from './signer.js';

/** The place of an entry that is not shown: enough to follow the chain over it. */
export interface HiddenEntry {
  readonly chain_id: string;
  readonly seq: number;
  readonly prev_hash: string;
  /** Hexadecimal SHA-256. */
  readonly leaf: string;
  readonly hash: string;
}

export interface VerifierOptions {
  /** Without it, checkpoints are believed as they are, and counted as unchecked: who can write to the database can make one. */
  readonly checkSignature?: CheckSignature | undefined;
  /** The entries are a part of the log: chains may begin in their middle, and end before their head. @default false */
  readonly isPart?: boolean;
}

/** What was found. */
export interface VerifyResult {
  /** No problem was found. */
  readonly ok: boolean;
  /** The first problem in the order of the log; null when there is none. */
  readonly first: Problem | null;
  /** At most 100. */
  readonly problems: readonly Problem[];
  /** Problems in all, also beyond those listed. */
  readonly problemCount: number;
  /** Entries read. */
  readonly entries: number;
  /** Chains met. */
  readonly chains: number;
  /** Checkpoints whose signature was checked and holds. */
  readonly checkpoints: number;
  /** Checkpoints that nobody could check, for want of public keys. */
  readonly uncheckedCheckpoints: number;
}

/** Follows chains, entry by entry. */
export interface Verifier {
  /** Before the entries they vouch for. */
  checkpoint(checkpoint: Checkpoint): void;
  /** The entries of a chain in the order of `seq`. */
  entry(entry: ChainedEntry): void;
  hidden(entry: HiddenEntry): void;
  finish(): VerifyResult;
}

type MutableProblem = { -readonly [Key in keyof Problem]: Problem[Key] };

interface ChainState {
  seq: number;
  hash: string;
  /** The hash that an entry at `seq` has to hold as its previous one, and what is wrong with the entry there. */
  previous?: string;
  wrong?: MutableProblem | undefined;
  /** A problem that turns out to be a change of places, if an entry that follows this hash is found further on. */
  suspect?: { readonly problem: MutableProblem; readonly expected: string };
}

interface Link {
  readonly chain_id: string;
  readonly seq: number;
  readonly prev_hash: string;
  readonly hash: string;
}

const MAX_PROBLEMS = 100;

/** A state machine over entries: it needs no database and no memory of what it has seen, but one state a chain. */
export function createVerifier({ checkSignature, isPart = false }: VerifierOptions = {}): Verifier {
  const states = new Map<string, ChainState>();
  /** The last place of each chain that a checkpoint vouches for. */
  const heads = new Map<string, ChainHead>();
  const dropped = new Map<string, Map<number, DroppedRun>>();
  const problems: MutableProblem[] = [];
  let problemCount = 0;
  let entries = 0;
  let checkpoints = 0;
  let uncheckedCheckpoints = 0;

  function report(kind: ProblemKind, chain_id: string, seq: number, message: string) {
    const problem = { kind, chain_id, seq, message };
    problemCount++;
    if (problems.length < MAX_PROBLEMS) problems.push(problem);
    return problem;
  }

  /** Over what retention removed before a place, as far as its boundaries fit. */
  function skipDropped(chainId: string, state: ChainState, before: number): void {
    const runs = dropped.get(chainId);
    for (let run = runs?.get(state.seq + 1); run !== undefined && run.seq < before; run = runs?.get(state.seq + 1)) {
      if (run.prev_hash !== state.hash) return;
      state.seq = run.seq;
      state.hash = run.hash;
    }
  }

  function begin(link: Link): ChainState {
    const state: ChainState = { seq: 0, hash: genesisHash(link.chain_id) };
    skipDropped(link.chain_id, state, link.seq);
    if (isPart && link.seq > state.seq + 1) {
      state.seq = link.seq - 1;
      state.hash = link.prev_hash;
    }
    states.set(link.chain_id, state);
    return state;
  }

  function follow(link: Link, isIntact: boolean): void {
    entries++;
    const { chain_id, seq } = link;
    const state = states.get(chain_id) ?? begin(link);
    skipDropped(chain_id, state, seq);
    const { suspect } = state;
    if (suspect !== undefined && link.prev_hash === suspect.expected) {
      suspect.problem.kind = 'reordered';
      suspect.problem.message = `The entry that belongs here is at place ${seq}.`;
      delete state.suspect;
    }
    if (seq <= state.seq) {
      duplicate(state, link, isIntact);
      return;
    }
    const isNext = seq === state.seq + 1;
    if (!isNext) {
      const count = seq - state.seq - 1;
      report('missing', chain_id, state.seq + 1, `${count === 1 ? 'An entry is' : `${count} entries are`} gone.`);
    }
    state.wrong = undefined;
    if (isNext && link.prev_hash !== state.hash) {
      // An entry that is intact holds the true hash of the one before, which then is not as it was.
      state.wrong = isIntact
        ? report('altered', chain_id, Math.max(state.seq, 1), 'The next entry holds another hash of this one.')
        : report(
            'altered',
            chain_id,
            seq,
            'The entry is not what its hash was taken over, and does not follow the one before.',
          );
      state.suspect ??= { problem: state.wrong, expected: state.hash };
    } else if (!isIntact) {
      state.wrong = report('altered', chain_id, seq, 'The entry is not what its hash was taken over.');
    }
    state.previous = state.hash;
    checkHead(link);
    state.seq = seq;
    state.hash = link.hash;
  }

  /** Which of the two came first says nothing: the one that fits is the true one. */
  function duplicate(state: ChainState, link: Link, isIntact: boolean): void {
    const message = 'The place has more than one entry.';
    if (link.seq === state.seq && state.wrong?.seq === link.seq && isIntact && link.prev_hash === state.previous) {
      state.wrong.kind = 'duplicate';
      state.wrong.message = message;
      state.hash = link.hash;
      delete state.suspect;
    } else report('duplicate', link.chain_id, link.seq, message);
  }

  function checkHead({ chain_id, seq, hash }: Link): void {
    const head = heads.get(chain_id);
    if (head === undefined || head.seq !== seq || head.hash === hash) return;
    report('altered', chain_id, seq, 'The chain was rewritten: a checkpoint has another hash of this place.');
  }

  function checkEnd(head: ChainHead): void {
    const state = states.get(head.chain_id) ?? { seq: 0, hash: genesisHash(head.chain_id) };
    skipDropped(head.chain_id, state, head.seq + 1);
    if (isPart || state.seq >= head.seq) return;
    report(
      'truncated',
      head.chain_id,
      state.seq + 1,
      `A checkpoint vouches for ${head.seq} entries of this chain, and it ends after ${state.seq}.`,
    );
  }

  return {
    checkpoint(checkpoint) {
      if (checkSignature === undefined) uncheckedCheckpoints++;
      else {
        const problem = checkpointProblem(checkpoint, checkSignature);
        const [first] = checkpoint.heads;
        if (problem !== undefined) {
          const message = `The checkpoint of ${checkpoint.created_at} does not count: ${problem}.`;
          report('bad_checkpoint', first?.chain_id ?? '', first?.seq ?? 0, message);
          return;
        }
        checkpoints++;
      }
      for (const head of checkpoint.heads) {
        if (checkpoint.kind === 'retention') {
          const run = head as DroppedRun;
          const runs = dropped.get(run.chain_id) ?? new Map<number, DroppedRun>();
          dropped.set(run.chain_id, runs.set(run.first_seq, run));
        } else if (head.seq > (heads.get(head.chain_id)?.seq ?? 0)) heads.set(head.chain_id, head);
      }
    },
    entry(entry) {
      follow(entry, linkHash(entry.prev_hash, entry.seq, leafHash(entry)) === entry.hash);
    },
    hidden(entry) {
      follow(entry, linkHash(entry.prev_hash, entry.seq, entry.leaf) === entry.hash);
    },
    finish() {
      for (const head of heads.values()) checkEnd(head);
      return {
        ok: problemCount === 0,
        first: problems[0] ?? null,
        problems,
        problemCount,
        entries,
        chains: states.size,
        checkpoints,
        uncheckedCheckpoints,
      };
    },
  };
}
