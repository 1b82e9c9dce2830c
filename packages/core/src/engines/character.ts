// What a character is to the pass, whatever stands beside it.
import { tokenClass, WORD } from '../semantics/token-class.js';

// Letters have no class and take the short way through the loop.
export const SPACE = 1;
export const DIGIT = 2;
export const JOINT = 4; // Signs that may stand between the letters of a spaced-out word.
export const LEET_SIGN = 8;
export const ESCAPE_SIGN = 16;
export const OTHER_SIGN = 32;
/** By unit of ASCII. */
export const classOf = new Uint8Array(128);
for (let unit = 33; unit < 127; unit++) if (tokenClass[unit] !== WORD) classOf[unit] = OTHER_SIGN;
for (const c of '\t\n\v\f\r ') classOf[c.charCodeAt(0)] = SPACE;
for (const c of '0123456789') classOf[c.charCodeAt(0)] = DIGIT;
for (const c of '.-_*|/+,') classOf[c.charCodeAt(0)] = JOINT;
for (const c of '@$!') classOf[c.charCodeAt(0)] = LEET_SIGN;
for (const c of '%&\\=') classOf[c.charCodeAt(0)] = ESCAPE_SIGN;

/**
 * What letters of ASCII fold to, and others that have been seen to fold to one of them; 0 for everything else. The lower five bits are its column
 * in the automaton's rows.
 */
export const letterOf = new Uint8Array(0x10000);
for (let letter = 97; letter < 123; letter++) letterOf[letter - 32] = letterOf[letter] = letter;
