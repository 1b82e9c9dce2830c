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

// Stems: the gap that follows a part also takes its ending (ignoră, ignorați; instrucțiune, instrucțiunile).
const DROP = source`
  (?:\b(?<!nu\s)(?:ignor|uită|uitați|uitati|omite|încalcă|neglijează|desconsideră|renunță\sla|sari\speste|lasă\sbaltă
  |suprascrie|dă\suitării)|\bnu\s(?:ține|mai\sține|respecta|mai\srespecta|urma|mai\surma|asculta|lua\sîn))
`;
const PRIOR = source`
  (?:anterio|precedent|de\smai\ssus|de\sdinainte|inițial|vechi|primite|de\spână\sacum|date\santerior)
`;
const RULES = source`
  (?:instrucți|regul|directiv|ordinele|ordine\b|indicați|comenzi|restricți|limităr|prompturi|constrânger|politicil)
`;
const NO_RULES = source`(?:reguli|limite\b|limităr|filtr|cenzur|restricți|moral|etic|tabu|constrânger|scrupul)`;
const SHOW = source`
  \b(?:arată|afișează|dezvăluie|scrie|repetă|copiază|lipește|citează|traduce|tradu|spune|dă-mi|dați-mi|listează
  |enumeră|rezumă|citește|trimite|printează|dump|care\s(?:e|este|sunt)|ce\sscrie)
`;
const SYSTEM_PROMPT = source`
  (?:system\s?prompt|(?:prompt|mesaj|instrucțiuni|promptul|mesajul|instrucțiunile)(?:ul|le)?\s(?:tale\s
  |tău\s)?(?:de\s)?(?:sistem|inițial|ascuns|secret|intern|original))
`;

const dropWords = words`
  ignoră, ignora, ignorați, ignorati, uită, uitați, omite, încalcă, neglijează, desconsideră, renunță la, sari peste,
  lasă baltă, suprascrie, dă uitării, nu ține, mai ține, nu respecta, nu mai, nu urma, nu asculta
`;
const ruleWords = words`
  instrucți, regul, directiv, ordine, indicați, comenzi, restricți, limităr, prompt, constrânger, politicil
`;

export const roRules = defineRules([
  {
    id: 'ro/override-previous',
    ...OVERRIDE,
    ...unlessQuoted(0.85),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`${DROP}${GAP}\b(?:${RULES}${SHORT}\b${PRIOR}|${PRIOR}${TINY}\b${RULES})`,
    // People withdraw their own drafts, and firms their circulars, in the same words.
    validate: without(/\b(?:niciodata|noastre|mele|meu)\b/iu),
  },
  {
    id: 'ro/override-rules',
    ...OVERRIDE,
    ...unlessQuoted(0.8),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`
      ${DROP}${SHORT}\b(?:(?:toate|orice)\s${RULES}\w{0,4}(?:\s(?:tale|care|pe\scare|și)|[.,!;])
      |${RULES}\w{0,4}\s(?:tale|voastre|pe\scare\sle-?\s?ai|care\sți|pe\scare\sți))
    `,
    validate: without(/\b(?:niciodata|noastre|mele|circulatie|joc)\b/iu),
  },
  {
    id: 'ro/override-told',
    ...OVERRIDE,
    ...unlessQuoted(0.7),
    keywords: dropWords,
    near: words`spus, învățat, ordonat, cerut, interzis, de mai sus, anterior`,
    pattern: pattern`
      ${DROP}${SHORT}\b(?:tot\s)?(?:ce|ceea\sce)\s(?:ți|ti|v|vi)[-\s](?:s-a|au|a)\s${TINY}(?:spus|învățat|ordonat
      |cerut|interzis)${TAIL}|${DROP}${TINY}(?:textul\sde\smai\ssus\sși|tot\sce\s(?:e|este|scrie)\smai\ssus)
    `,
    validate: without(/\b(?:niciodata|despre|eu)\b/iu),
  },
  {
    id: 'ro/no-limits',
    ...NO_LIMITS,
    keywords: words`
      ești, esti un, acum ești, comportă-te, răspunde, joacă rolul, prefă-te, imaginează-ți, vei fi, de acum
    `,
    near: words`fără, niciun, nicio, liber de, nu ai, nu are, necenzurat`,
    pattern: pattern`
      \b(?:ești|vei\sfi|comportă-te|răspunde|joacă|prefă-te|imaginează-ți)\b${GAP}\b(?:(?:fără|nicio|niciun
      |liberă?\sde|nu\sai|nu\sare)\s(?:nicio\s|niciun\s|orice\s)?${NO_RULES}|(?:ai|ia|model|asistent|bot
      |chatbot)\s(?:necenzurat|nelimitat|fără\slimite\b))
    `,
  },
  {
    id: 'ro/reveal-prompt',
    ...REVEAL,
    ...unlessQuoted(0.8),
    keywords: words`
      system prompt, prompt de sistem, promptul de sistem, mesajul de sistem, mesaj de sistem,
      instrucțiunile de sistem, instrucțiuni de sistem, promptul tău, promptul inițial, instrucțiunile inițiale,
      instrucțiunile ascunse, instrucțiunile secrete, instrucțiunile interne, mesajul ascuns, instrucțiunile tale
    `,
    pattern: pattern`
      ${SHOW}${GAP}\b(?:promptul\s(?:tău|vostru|de\ssistem)|${SYSTEM_PROMPT}|instrucțiunile\s(?:tale|voastre))${TAIL}
    `,
    validate: without(/\b(?:niciodata|nu|pentru)\b/iu),
  },
  {
    id: 'ro/hide-from-user',
    ...HIDE_FROM_USER,
    keywords: words`utilizator, destinatar, proprietar, client`,
    near: words`nu, fără, niciodată, nimic`,
    pattern: pattern`
      \bnu\s(?:îi\s|i\s)?(?:spune|arăta|menționa|comunica|dezvălui|informa|anunța)\s${SHORT}(?:utilizator|destinatar
      |proprietar|client)|\bfără\s(?:ca\s)?(?:știrea\s|a\s(?:informa|anunța|spune)\s)?(?:utilizator|destinatar
      |proprietar|client)\w{0,4}(?:\ssă\s(?:știe|vadă|afle))?|\b(?:utilizatorul|destinatarul
      |clientul)\snu\strebuie\ssă\s(?:știe|vadă|afle)
    `,
  },
]);
