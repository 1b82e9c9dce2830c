/** The characters that a part of the pattern matches, one bit for each representative. */
export type CharactersOf = (source: string, flags: string) => bigint;

// Where the sets begin and end that `\s` and `.` stand for, characters that `i` and `u` fold to a letter of ASCII, and
// some from anywhere.
const LANDMARKS = '\u0130\u017f\u1680\u2000\u200a\u2028\u202a\u202f\u205f\u212a\u3000\u4e00\ud800\ufeff\uffff';

/**
 * Characters that stand for all others in questions of whether sets overlap. Each set of a pattern is a union of
 * ranges, and where two or three such sets meet, they meet at the first character of one of those ranges. So it is
 * enough to know the first ones, and the first one behind a range where it is negated. Membership is asked of the
 * engine itself, which spares tables of Unicode properties and case folding, and can't disagree with the engine.
 */
export function createAlphabet(source: string, flags: string): CharactersOf {
  const unicode = /[uv]/.test(flags);
  const codes = new Set(Array.from({ length: 0x101 }, (_, code) => code));

  // Every character the pattern mentions may be the end of a range; escapes below U+0100 are there already.
  const mentioned = source.replace(/\\u(?:\{([\da-f]+)\}|([\da-f]{4}))/gi, (_, long?: string, short?: string) =>
    String.fromCodePoint(Math.min(Number.parseInt(long ?? short ?? '', 16), 0x10ffff)),
  );
  const text = LANDMARKS + mentioned + mentioned.toLowerCase() + mentioned.toUpperCase();
  for (const character of unicode ? text : text.split('')) {
    const code = character.codePointAt(0)!;
    codes.add(code).add(Math.min(code + 1, unicode ? 0x10ffff : 0xffff));
  }
  for (const escaped of new Set(source.match(/\\(?:[pP]\{[^}]*\}|.)/gs))) {
    if (unicode && escaped.length > 2) addRanges(codes, new RegExp(escaped, flags.replace(/[gy]/g, '')));
  }

  const representatives = Array.from(codes, (code) => String.fromCodePoint(code));
  const known = new Map<string, bigint>();
  return (part, partFlags) => {
    const key = `${partFlags}/${part}`;
    let set = known.get(key);
    if (set === undefined) {
      const matcher = new RegExp(`^${part}$`, partFlags);
      const bits = representatives.map((character) => (matcher.test(character) ? '1' : '0')).join('');
      // What matches none of them may still match some other character. Then it counts as matching any.
      set = BigInt(`0b${bits}`) || BigInt(`0b${bits.replaceAll('0', '1')}`);
      known.set(key, set);
    }
    return set;
  };
}

/** The first characters of a property's ranges and those behind them, in the planes that hold more than ideographs. */
function addRanges(codes: Set<number>, property: RegExp): void {
  let inside = false;
  for (let code = 0; code < 0x20000; code++) {
    if (property.test(String.fromCodePoint(code)) === inside) continue;
    inside = !inside;
    codes.add(code);
  }
}
