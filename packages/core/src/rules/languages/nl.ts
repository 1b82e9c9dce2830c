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

// Stems: the gap that follows a part also takes its ending (negeer, negeert; instructie, instructies).
const DROP = source`
  (?:\b(?<!niet\s)(?:negeer|vergeet|vergeten|omzeil|overschrijf|verwerp|overtreed|gooi|veeg)|\b(?:trek|houd?)\s(?:je
  |u)\s(?:niets|niet)|\bsla\b|\blaat\b)
`;
const PRIOR = source`\b(?:vorige|eerdere|voorgaande|bovenstaande|voorafgaande|oorspronkelijke|oude\s|previous|prior)`;
const RULES = source`
  (?:instructie|opdracht|regels|richtlijn|aanwijzing|bevel|voorschrift|beperking|prompt|guideline|orders|gedragsregel)
`;
const NO_RULES = source`(?:regels|beperking|filter|censuur|grenzen|moraal|ethiek|ethisch|taboe|richtlijn|remmen)`;
const SHOW = source`
  \b(?:toon|laat|geef|onthul|print|schrijf|herhaal|kopieer|plak|citeer|vertaal|noem|dump|stuur|som|deel|lees|vertel
  |zet|wat\s(?:is|zijn|staat)|hoe\sluid)
`;
const SYSTEM_PROMPT = source`
  (?:system\s?prompt|systeem-?\s?(?:prompt|instructie|bericht|opdracht|boodschap)|(?:verborgen|geheime|interne
  |oorspronkelijke|initiële)\s(?:instructie|prompt|opdracht|richtlijn))
`;

const dropWords = words`
  negeer, vergeet, vergeten, omzeil, overschrijf, verwerp, overtreed, gooi, veeg, trek je, trekt u, houd je, hou je,
  laat varen, sla over, laat los
`;
const ruleWords = words`
  instructie, opdracht, regels, richtlijn, aanwijzing, bevel, voorschrift, beperking, prompt, guideline
`;

export const nlRules = defineRules([
  {
    id: 'nl/override-previous',
    ...OVERRIDE,
    ...unlessQuoted(0.85),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`${DROP}${GAP}${PRIOR}${SHORT}${RULES}`,
    // People withdraw their own drafts, and firms their circulars, in the same words.
    validate: without(/\b(?:nooit|onze|mijn|vergeet\sniet)\b/iu),
  },
  {
    id: 'nl/override-rules',
    ...OVERRIDE,
    ...unlessQuoted(0.8),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`
      ${DROP}${GAP}\b(?:(?:je|jouw|jullie|uw|al\sdie|alle|deze)\s${TINY}${RULES}${TAIL}|${RULES}s?\s(?:die
      |welke)\s(?:je|jij|u|ze\sje|men\sje))
    `,
    validate: without(/\b(?:nooit|niet\s(?:je|jouw|alle)|onze|mijn)\b|\b(?:van|voor|over|bij|uit)\b.{0,7}$/iu),
  },
  {
    id: 'nl/override-told',
    ...OVERRIDE,
    ...unlessQuoted(0.7),
    keywords: dropWords,
    near: words`verteld, gezegd, geleerd, opgedragen, bovenstaande, hierboven, hiervoor, meegegeven, verboden`,
    pattern: pattern`
      ${DROP}${SHORT}\b(?:(?:alles|wat)\s${TINY}(?:je|jou|u)\s${SHORT}(?:verteld|gezegd|geleerd|opgedragen|meegegeven
      |verboden)|(?:alles\shierboven|alles\shiervoor|de\sbovenstaande\stekst\sen))${TAIL}
    `,
    validate: without(/\b(?:nooit|over)\b/iu),
  },
  {
    id: 'nl/no-limits',
    ...NO_LIMITS,
    keywords: words`je bent, jij bent, bent u, ben je, speel, doe alsof, gedraag je, antwoord, reageer als, vanaf nu`,
    near: words`zonder, geen, vrij van, ongecensureerd, onbeperkt, schijt aan`,
    pattern: pattern`
      \b(?:bent|ben|speel|doe\salsof|gedraag|antwoord|reageer)\b${GAP}\b(?:(?:zonder|geen|vrij\svan
      |schijt\saan)\s(?:enige\s|morele\s|ethische\s)?${NO_RULES}|(?:ongecensureerde?|onbeperkte?)\s(?:ai|model
      |assistent|bot|versie|chatbot))
    `,
  },
  {
    id: 'nl/reveal-prompt',
    ...REVEAL,
    ...unlessQuoted(0.8),
    keywords: words`
      system prompt, systeemprompt, systeem-prompt, systeem prompt, systeeminstructie, systeembericht,
      systeemopdracht, verborgen instructie, geheime instructie, interne instructie, oorspronkelijke instructie,
      verborgen prompt, initiële prompt
    `,
    near: words`je, jouw, jullie, uw, volledige, hele, letterlijk, woord voor woord`,
    pattern: pattern`
      ${SHOW}${GAP}\b(?:je|jouw|jullie|uw|de\s(?:volledige|hele)|het\s(?:volledige
      |hele))\s${SHORT}${SYSTEM_PROMPT}${TAIL}
    `,
    validate: without(/\b(?:nooit|niet|voor\s(?:een|onze))\b/iu),
  },
  {
    id: 'nl/reveal-instructions',
    ...REVEAL,
    ...unlessQuoted(0.75),
    keywords: words`
      je instructies, jouw instructies, je richtlijnen, jouw richtlijnen, je prompt, jouw prompt, je systeemregels,
      je configuratie, je echte, je volledige, je hele, je eigen, je exacte, jouw echte, jouw volledige
    `,
    pattern: pattern`
      ${SHOW}${GAP}\b(?:je|jouw)\s(?:echte\s|volledige\s|hele\s|eigen\s|exacte\s)?(?:instructies|richtlijnen|prompt\b
      |systeemregels|configuratie)${TAIL}
    `,
    validate: without(/\b(?:nooit|niet|voor|deel|met)\b/iu),
  },
  {
    id: 'nl/hide-from-user',
    ...HIDE_FROM_USER,
    keywords: words`gebruiker, eigenaar, ontvanger, lezer, klant`,
    near: words`niet, niets, zonder, nooit, verzwijg`,
    pattern: pattern`
      \b(?:vertel|zeg|toon|meld|noem|laat)\s(?:dit\s|dat\s|het\s|hier\s)?(?:niet|niets|nooit)\s(?:aan
      |tegen)\s(?:de\s)?(?:gebruiker|eigenaar|ontvanger|klant)|\b(?:gebruiker|eigenaar|ontvanger|klant)\s(?:hier\s
      |hiervan\s|dit\s|dat\s)?(?:niet|niets|nooit)\s(?:over\s|van\s)?(?:vertel|zeg|weten|zien|inform|meld|merk)
      |\bzonder\s(?:dat\s)?(?:de\s)?(?:gebruiker|eigenaar|klant)\s(?:het\s|dit\s)?(?:te\s(?:inform|vertel|meld)|weet
      |merkt|ziet)
    `,
  },
]);
