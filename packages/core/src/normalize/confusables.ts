// Letters of other scripts that look like Latin ones. Resolved only in texts where a word mixes scripts, because Russian or
// Greek text is made of these letters. Source: Unicode Technical Standard 39 (confusables), the single-letter Latin targets.
const PAIRS =
  // Cyrillic
  'аaвbсcԁdеeѐeёeғfһhнhіiїiјjкkӏlмmոnпnоoрpԛqгrѕsтtцuуyѵvшwԝwхxүyзzбbьbӕaәeɡgԍgйu' +
  // Greek
  'αaβbςcεeηnιiκkνvοoρpτtυuχxγyωwζzσoδdθoλlμuπn' +
  // Armenian
  'աuբpգqզqէtիhլlկkհhնuոnպwսuտmցgքpօoֆf' +
  // Cherokee, lower-cased by folding or not
  'ꭺdꭱeꭲiꮃlꮇmꮋhꮪsꮲpꮳcꮶkꮯcꮩvꮤwꭹyꮓzᎠdᎡrᎢtᎥiᎪgᎫjᎬeᎳwᎷmᎻhᏀgᏂhᏃzᏚsᏢpᏟcᏦkᏞlᏙvᏔwᎩy';

/** By code unit; of all others, the Latin letter is themselves. */
const latinOf = new Map<number, string>();
for (let i = 0; i < PAIRS.length; i += 2) latinOf.set(PAIRS.charCodeAt(i), PAIRS[i + 1] as string);

/** A folded word with the Latin letters that its characters look like. One unit in, one unit out. */
export function toLatin(word: string): string {
  let result = '';
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    result += unit < 128 ? word[i] : (latinOf.get(unit) ?? word[i]);
  }
  return result;
}
