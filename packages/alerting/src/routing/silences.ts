import { randomUUID } from 'node:crypto';
import { invalidOption, number, text } from '../check.js';
import { compileMatchers, type LabelTest, type Matchers } from './matchers.js';

/** Alerts that nobody wants to hear of for a while: maintenance, a known fault. */
export interface Silence {
  /** For `expireSilence`. */
  readonly id: string;
  /** Labels that an alert must have to be silenced. */
  readonly matchers: Matchers;
  /** Milliseconds since the epoch. */
  readonly startsAt: number;
  /** Milliseconds since the epoch. */
  readonly endsAt: number;
  /** Who asked for it; '' when nobody said. */
  readonly createdBy: string;
  /** Why; '' when nobody said. */
  readonly comment: string;
}

/** What to silence, and until when. */
export interface SilenceInput {
  /** At least one: to silence everything by mistake is too easy. */
  readonly matchers: Matchers;
  /** In milliseconds. Give this or `endsAt`. */
  readonly durationMs?: number;
  /** Milliseconds since the epoch. */
  readonly endsAt?: number;
  /** Milliseconds since the epoch. @default now */
  readonly startsAt?: number;
  /** Who asks for it, at most 200 characters. @default '' */
  readonly createdBy?: string;
  /** Why. @default '' */
  readonly comment?: string;
}

export interface Silences {
  /** @throws SentinelError INVALID_OPTION when it matches everything or is over already. */
  add(input: SilenceInput): Silence;
  /** Ends one now. False when there is none. */
  expire(id: string): boolean;
  /** Those that are not over. */
  list(): readonly Silence[];
  covers(labels: Readonly<Record<string, string>>): boolean;
  restore(silences: readonly Silence[]): void;
}

const MAX_SILENCES = 1_000;

export function createSilences(now: () => number): Silences {
  const active = new Map<string, { readonly silence: Silence; readonly test: LabelTest }>();

  function forgetOver(): void {
    for (const [id, { silence }] of active) if (silence.endsAt <= now()) active.delete(id);
  }

  function put(silence: Silence): void {
    active.set(silence.id, { silence, test: compileMatchers('matchers', silence.matchers) });
  }

  return {
    add({ matchers, durationMs, startsAt = now(), endsAt, createdBy = '', comment = '' }) {
      forgetOver();
      if (Object.keys(matchers ?? {}).length === 0) throw invalidOption('`matchers` of a silence must name a label.');
      if (active.size >= MAX_SILENCES) throw invalidOption(`At most ${MAX_SILENCES} silences can be active.`);
      const end =
        durationMs === undefined ? endsAt : startsAt + number('durationMs', durationMs, 0, { min: 1, max: 1e12 });
      if (typeof end !== 'number' || !(end > startsAt && end > now())) {
        throw invalidOption('A silence needs a `durationMs`, or an `endsAt` that is still to come.');
      }
      const silence = Object.freeze({
        id: randomUUID(),
        matchers: Object.freeze({ ...matchers }),
        startsAt,
        endsAt: end,
        createdBy: createdBy === '' ? '' : text('createdBy', createdBy, 200),
        comment: comment === '' ? '' : text('comment', comment),
      });
      put(silence);
      return silence;
    },
    expire: (id) => active.delete(id),
    list() {
      forgetOver();
      return [...active.values()].map(({ silence }) => silence);
    },
    covers(labels) {
      const time = now();
      for (const { silence, test } of active.values()) {
        if (silence.startsAt <= time && time < silence.endsAt && test(labels)) return true;
      }
      return false;
    },
    restore(silences) {
      for (const silence of silences) if (silence.endsAt > now()) put(silence);
    },
  };
}
