import { defineRules } from '../../rule.js';
import {
  GAP,
  HIDE_FROM_USER,
  NO_LIMITS,
  OVERRIDE,
  pattern,
  REVEAL,
  SHORT,
  source,
  TAIL,
  TINY,
  unlessQuoted,
  without,
  words,
} from './shared.js';

// Stems: the gap that follows a part also takes its ending (ignorera, ignorerar; instruktion, instruktionerna).
const DROP = source`
  (?:\b(?<!inte\s)(?:ignorera|glöm|strunta\si|skit\si|bortse|åsidosätt|kringgå|förbise|kasta|släng|sluta\sfölja
  |bryt\smot)|\b(?:följ|lyd)\sinte)
`;
const PRIOR = source`\b(?:tidigare|föregående|ovanstående|förra|gamla|ursprunglig|previous|prior)`;
const RULES = source`
  (?:instruktion|regler|anvisning|riktlinje|direktiv|order|kommandon|begränsning|prompt|föreskrift|restriktion)
`;
const NO_RULES = source`
  (?:regler|begränsning|filter|censur|gränser|moral|etik|etisk|samvete|spärrar|restriktion|tabu)
`;
const SHOW = source`
  \b(?:visa|ge\b|avslöja|skriv|upprepa|kopiera|klistra|citera|översätt|berätta|dumpa|lista|läs|säg|vad\s(?:är|står)
  |vilka\sär|hur\slyder)
`;
const SYSTEM_PROMPT = source`
  (?:system\s?prompt|system-?\s?(?:prompt|instruktion|meddelande)|(?:dolda|hemliga|interna|ursprungliga
  |inledande)\s(?:instruktion|prompt|riktlinje))
`;

const dropWords = words`
  ignorera, glöm, strunta i, skit i, bortse, åsidosätt, kringgå, kasta, släng, sluta följa, följ inte, lyd inte,
  bryt mot
`;
const ruleWords = words`
  instruktion, regler, anvisning, riktlinje, direktiv, order, kommandon, begränsning, prompt, föreskrift, restriktion
`;

export const svRules = defineRules([
  {
    id: 'sv/override-previous',
    ...OVERRIDE,
    ...unlessQuoted(0.85),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`${DROP}${GAP}${PRIOR}${SHORT}${RULES}`,
    // People withdraw their own drafts, and firms their circulars, in the same words.
    validate: without(/\b(?:aldrig|vara|var|mina|min|glom\sinte)\b/iu),
  },
  {
    id: 'sv/override-rules',
    ...OVERRIDE,
    ...unlessQuoted(0.8),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`
      ${DROP}${SHORT}\b(?:(?:dina|din|era|alla|samtliga)\s${SHORT}${RULES}${TAIL}|(?:de
      |alla)\s${RULES}\w{0,5}\s(?:som\s)?(?:du|de\sgav))
    `,
    validate: without(/\b(?:aldrig|inte|vara|mina)\b|\b(?:for|om|av|i)\b.{0,7}$/iu),
  },
  {
    id: 'sv/override-told',
    ...OVERRIDE,
    ...unlessQuoted(0.7),
    keywords: dropWords,
    near: words`sagt, sagts, blivit, lärt, beordr, ovanför, ovanstående, hittills, fått höra, tillsagd`,
    pattern: pattern`
      ${DROP}${SHORT}\b(?:allt|det|vad)\s${TINY}(?:du\s(?:har\s)?(?:blivit|fått\s(?:höra|lära)|lärt)|(?:de|någon
      |man)\s(?:har\s)?sagt\s(?:till|åt)\sdig|som\s(?:har\s)?sagts\still\sdig|ovanför)${TAIL}
    `,
    validate: without(/\b(?:aldrig|om|jag)\b/iu),
  },
  {
    id: 'sv/no-limits',
    ...NO_LIMITS,
    keywords: words`du är, är du, spela, låtsas, agera, svara, uppträd, från och med nu`,
    near: words`utan, inga, fri från, ocensurerad, obegränsad, saknar`,
    pattern: pattern`
      \b(?:är|spela|låtsas|agera|svara|uppträd)\b${GAP}\b(?:(?:utan|inga|fri\sfrån|saknar)\s(?:några\s|moraliska\s
      |etiska\s)?${NO_RULES}|(?:ocensurerad|obegränsad)\s(?:ai|modell|assistent|bot|version|chatbot))
    `,
  },
  {
    id: 'sv/reveal-prompt',
    ...REVEAL,
    ...unlessQuoted(0.8),
    keywords: words`
      system prompt, systemprompt, system-prompt, systeminstruktion, systemmeddelande, dolda instruktion,
      hemliga instruktion, interna instruktion, ursprungliga instruktion, inledande instruktion, dolda prompt
    `,
    near: words`din, ditt, dina, er, hela, fullständiga, ordagrant, ord för ord`,
    pattern: pattern`${SHOW}${GAP}\b(?:din|ditt|dina|er|era|hela|fullständiga)\s${SHORT}${SYSTEM_PROMPT}`,
    validate: without(/\b(?:aldrig|inte|for\s(?:en|var))\b/iu),
  },
  {
    id: 'sv/reveal-instructions',
    ...REVEAL,
    ...unlessQuoted(0.75),
    keywords: words`
      dina instruktioner, dina riktlinjer, dina direktiv, dina riktiga, dina fullständiga, dina egna, dina exakta,
      din prompt, din hela prompt, din konfiguration
    `,
    pattern: pattern`
      ${SHOW}${GAP}\b(?:(?:dina)\s(?:riktiga\s|fullständiga\s|egna\s|exakta\s)?(?:instruktioner|riktlinjer|direktiv)
      |din\s(?:hela\s)?(?:prompt\b|konfiguration))${TAIL}
    `,
    validate: without(/\b(?:aldrig|inte|for|dela|med)\b/iu),
  },
  {
    id: 'sv/hide-from-user',
    ...HIDE_FROM_USER,
    keywords: words`användare, mottagare, ägare, kund`,
    near: words`inte, utan att, aldrig, inget, ingenting`,
    pattern: pattern`
      \b(?:berätta|säg|visa|nämn|meddela|informera)\s(?:inte|aldrig|inget)\s${SHORT}(?:användar|mottagar|ägar|kund)
      |\b(?:nämn|berätta|visa|säg)\s(?:det|detta)\s(?:inte|aldrig)\sför\s(?:användar|mottagar|ägar|kund)
      |\butan\satt\s(?:användaren|mottagaren|ägaren|kunden)\s(?:vet|märker|ser|får\sveta)|\butan\satt\s(?:berätta|visa
      |nämna|säga)\s${TINY}(?:för\s|till\s)(?:användar|mottagar|ägar|kund)
    `,
  },
]);
