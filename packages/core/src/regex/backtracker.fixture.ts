import { type Node, parsePattern } from './parse.js';

export interface Attempt {
  /** Where the match ends; null if there is none. */
  readonly end: number | null;
  /** Characters compared. */
  readonly steps: number;
}

/** More steps than any test needs; a matcher that gets there has made its point. */
const MAX_STEPS = 500_000;

type Captures = readonly (readonly [start: number, end: number] | undefined)[];
type Continue = (at: number, captures: Captures) => number | null;
type Matcher = (text: string, at: number, captures: Captures, forward: boolean, then: Continue) => number | null;

/**
 * The matcher of the language specification (ECMA-262, 22.2.2) over the tree of the parser: it backtracks as engines
 * do, and it counts. So a verdict can be checked without a clock, and the parser against the engine.
 */
export function createBacktracker(source: string, flags: string): (text: string, start: number) => Attempt {
  const { root, groups } = parsePattern(source, flags);
  const unicode = /[uv]/.test(flags);
  let steps = 0;

  const groupsIn = (node: Node): readonly number[] => {
    switch (node.type) {
      case 'group':
        return [node.index, ...groupsIn(node.body)];
      case 'sequence':
      case 'choice':
        return node.parts.flatMap(groupsIn);
      case 'repeat':
      case 'look':
        return groupsIn(node.body);
      default:
        return [];
    }
  };

  const characterAt = (text: string, at: number, forward: boolean): string => {
    if (!unicode) return text.slice(forward ? at : Math.max(0, at - 1), forward ? at + 1 : at);
    if (forward) return at < text.length ? String.fromCodePoint(text.codePointAt(at)!) : '';
    const pair = /[\ud800-\udbff][\udc00-\udfff]$/.exec(text.slice(Math.max(0, at - 2), at));
    return pair ? pair[0] : text.slice(Math.max(0, at - 1), at);
  };

  const compile = (node: Node): Matcher => {
    switch (node.type) {
      case 'character': {
        const one = new RegExp(`^(?:${node.source})$`, node.flags.replace('m', ''));
        return (text, at, captures, forward, then) => {
          if (++steps > MAX_STEPS) throw new RangeError('Too many steps');
          const character = characterAt(text, at, forward);
          if (character === '' || !one.test(character)) return null;
          return then(forward ? at + character.length : at - character.length, captures);
        };
      }
      case 'assertion': {
        const multiline = node.kind.endsWith('m') ? 'm' : '';
        const place = new RegExp(node.kind.replace('m', ''), `y${flags.replace(/[dgmy]/g, '')}${multiline}`);
        return (text, at, captures, _forward, then) => {
          place.lastIndex = at;
          return place.test(text) ? then(at, captures) : null;
        };
      }
      case 'choice': {
        const parts = node.parts.map(compile);
        return (text, at, captures, forward, then) => {
          for (const part of parts) {
            const end = part(text, at, captures, forward, then);
            if (end !== null) return end;
          }
          return null;
        };
      }
      case 'sequence': {
        const parts = node.parts.map(compile);
        return (text, at, captures, forward, then) => {
          const order = forward ? parts : parts.toReversed();
          const from = (index: number): Continue => {
            const part = order[index];
            return part ? (place, now) => part(text, place, now, forward, from(index + 1)) : then;
          };
          return from(0)(at, captures);
        };
      }
      case 'repeat': {
        const body = compile(node.body);
        const inner = new Set(groupsIn(node.body));
        return (text, at, captures, forward, then) => {
          const iterate = (place: number, now: Captures, min: number, max: number): number | null => {
            const again = (): number | null => {
              if (max === 0) return null;
              const cleared = now.map((capture, index) => (inner.has(index) ? undefined : capture));
              return body(text, place, cleared, forward, (after, later) =>
                min === 0 && after === place ? null : iterate(after, later, Math.max(0, min - 1), max - 1),
              );
            };
            if (min > 0) return again();
            return node.lazy ? (then(place, now) ?? again()) : (again() ?? then(place, now));
          };
          return iterate(at, captures, node.min, node.max);
        };
      }
      case 'group': {
        const body = compile(node.body);
        return (text, at, captures, forward, then) =>
          body(text, at, captures, forward, (end, now) =>
            then(end, now.with(node.index, forward ? [at, end] : [end, at])),
          );
      }
      case 'look': {
        const body = compile(node.body);
        return (text, at, captures, _forward, then) => {
          let inside: Captures | undefined;
          body(text, at, captures, !node.behind, (end, now) => {
            inside = now;
            return end;
          });
          if (node.negative) return inside ? null : then(at, captures);
          return inside ? then(at, inside) : null;
        };
      }
      case 'reference': {
        const targets = groups.filter(({ index, name }) => index === node.to || name === node.to);
        return (text, at, captures, forward, then) => {
          const capture = targets.map(({ index }) => captures[index]).find((found) => found !== undefined);
          if (!capture) return then(at, captures);
          const length = capture[1] - capture[0];
          const fold = (value: string | undefined): string =>
            flags.includes('i') ? `${value}`.toLowerCase() : `${value}`;
          for (let offset = 0; offset < length; offset++) {
            steps++;
            const other = forward ? text[at + offset] : text[at - 1 - offset];
            const own = forward ? text[capture[0] + offset] : text[capture[1] - 1 - offset];
            if (fold(other) !== fold(own)) return null;
          }
          return then(forward ? at + length : at - length, captures);
        };
      }
    }
  };

  const matcher = compile(root);
  return (text, start) => {
    steps = 0;
    const none = Array.from({ length: groups.length + 1 }, () => undefined);
    const end = matcher(text, start, none, true, (place) => place);
    return { end, steps };
  };
}
