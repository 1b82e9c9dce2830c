// What a single character is by the ones beside it. Each look is bounded, so that a pass stays linear.
import { foldedUnits } from '../normalize/fold-table.js';
import { Trait } from './seen.js';

export function isLetter(unit: number): boolean {
  const folded = foldedUnits[unit] as number;
  return (folded >= 97 && folded <= 122) || (folded >= 0x370 && folded < 0x2000);
}

export function isBetweenLetters(text: string, i: number): boolean {
  return (
    i + 1 < text.length && isAsciiLetter(text.charCodeAt(i + 1)) && (i === 0 || isAsciiLetter(text.charCodeAt(i - 1)))
  );
}

/** Longest part of a host name (RFC 1035). */
const MAX_LABEL = 63;

/** Whether what stands behind an `@` is a host name with a dot: an e-mail address, whose `@` is no disguised letter. */
export function isInAddress(text: string, at: number): boolean {
  const limit = Math.min(text.length - 1, at + 1 + MAX_LABEL);
  let i = at + 1;
  while (i < limit && isHostUnit(text.charCodeAt(i))) i++;
  return text.charCodeAt(i) === 46 && isAsciiLetter(text.charCodeAt(i + 1));
}

/** A letter, a digit or a hyphen. */
function isHostUnit(unit: number): boolean {
  return isAsciiLetter(unit) || (unit >= 48 && unit <= 57) || unit === 45;
}

export function isDivider(text: string, i: number): boolean {
  const unit = text.charCodeAt(i);
  return unit <= 32 || unit === 44 || unit === 59 || unit === 124 || unit >= 128;
}

function isAsciiLetter(unit: number): boolean {
  const lower = unit | 32;
  return lower >= 97 && lower <= 122;
}

/** Greek and Coptic, Cyrillic, Armenian or Cherokee directly beside a Latin letter. */
export function isMixedScript(text: string, i: number, unit: number): boolean {
  if (unit >= 0x590 && unit < 0x13a0) return false;
  return (
    (i > 0 && isAsciiLetter(text.charCodeAt(i - 1))) || (i + 1 < text.length && isAsciiLetter(text.charCodeAt(i + 1)))
  );
}

function isHex(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || ((unit | 32) >= 97 && (unit | 32) <= 102);
}

export function escapeTrait(text: string, i: number, sign: number): number {
  const next = text.charCodeAt(i + 1);
  switch (sign) {
    case 37: // %
      return isHex(next) && isHex(text.charCodeAt(i + 2)) ? Trait.PERCENT : 0;
    case 61: // =
      return isHex(next) && isHex(text.charCodeAt(i + 2)) ? Trait.QUOTED : 0;
    case 92: // \
      // \u \x \U \n \r \t \"
      return next === 117 || next === 120 || next === 85 || next === 110 || next === 114 || next === 116 || next === 34
        ? Trait.ESCAPE
        : 0;
    default: // &
      return next === 35 || isAsciiLetter(next) ? Trait.ENTITY : 0;
  }
}
