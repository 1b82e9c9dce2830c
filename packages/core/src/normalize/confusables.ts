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

const latinOf = new Map<string, string>();
for (let i = 0; i < PAIRS.length; i += 2) latinOf.set(PAIRS[i] as string, PAIRS[i + 1] as string);

/** The Latin letter that a folded character looks like, or the character itself. One unit in, one unit out. */
export function latinLookalike(character: string): string {
  return latinOf.get(character) ?? character;
}
