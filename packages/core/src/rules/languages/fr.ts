import { defineRules } from '../../rule.js';
import {
  GAP,
  HIDE_FROM_USER,
  NEW_ORDERS,
  NO_LIMITS,
  NO_REFUSAL,
  NOTE_TO_AI,
  OVERRIDE,
  pattern,
  REPEAT_ABOVE,
  REVEAL,
  SET_ASIDE,
  SHORT,
  SPECIAL_MODE,
  source,
  TAIL,
  TINY,
  unlessQuoted,
  without,
  words,
} from './shared.js';

// Stems: the gap that follows a part also takes its ending (ignore, ignorez; consigne, consignes).
const DROP = source`
  (?:(?<!n'|ne\s)\b(?:ignor|oubli|néglig|désobéi|outrepass|contourn|écras|effac|annul|abandonn|enfrein|transgress)
  |\b(?:tien[st]?|tenez|tenir)\s(?:plus\s|pas\s|aucun\s)?compte|\bfai(?:s|tes|re)\s(?:abstraction|fi|table\srase)
  |\bpasse[rz]?\soutre|\blaisse[rz]?\s(?:tomber|de\scôté)|\b(?:suis|suivez|respecte[rz]?|écoute[rz]?)\splus)
`;
const PRIOR = source`
  (?:précédent|antérieur|préalable|ci-dessus|d'avant|d'origine|initiale|reçues|ancien(?:s|nes)\b|passées|plus\shaut
  |jusqu'ici)
`;
const RULES = source`
  (?:instruction|consigne|règle|directive|ordres|indications|contrainte|restriction|limitation|guideline|rules
  |garde-fou|prompts?\b|prompt\ssystème)
`;
const NO_RULES = source`
  (?:filtre|censure|limites\b|restriction|règle|moral|éthi[qc]|tabou|garde-fou|contrainte|barrière|scrupule|interdit)
`;
const SHOW = source`
  \b(?:affich|montr|donn|révèl|révél|dévoil|imprim|écri[st]|écrivez|répèt|répét|recopi|copi|coll|cit|tradui|récit
  |di[st]|dites|balanc|lâch|crach|sor[st]|partag|communiqu|list|énumèr|résum|transcri|restitu|print|dump
  |quel(?:le)?s?\s(?:est|sont)|c'est\squoi)
`;
const SYSTEM_PROMPT = source`
  (?:system\s?prompt|(?:prompt|invite|message|instructions?|consignes?)\s(?:du\s)?(?:système|system|initiale?s?
  |de\sdépart|d'origine|cachée?s?|secr[eè]te?s?))
`;

const dropWords = words`
  ignor, oubli, néglig, désobéi, outrepass, contourn, écras, effac, annul, abandonn, enfrein, transgress,
  tiens compte, tenez compte, tenir compte, pas compte, plus compte, aucun compte, abstraction, fais fi, table rase,
  passe outre, passez outre, laisse tomber, laissez de côté, laisse de côté, suis plus, suivez plus, respecte plus,
  respectez plus
`;
const ruleWords = words`
  instruction, consigne, règle, directive, ordres, indications, contrainte, restriction, limitation, guideline, rules,
  garde-fou, prompt
`;

export const frRules = defineRules([
  {
    id: 'fr/override-previous',
    ...OVERRIDE,
    ...unlessQuoted(0.85),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`
      ${DROP}${GAP}\b(?:${RULES}${SHORT}\b${PRIOR}|${PRIOR}${TINY}\b${RULES}|(?:les|tes|vos|toutes)\s(?:les\s
      |the\s)?(?:previous|prior|system)\s${RULES})
    `,
    // People withdraw their own drafts, and firms their circulars, in the same words.
    validate: without(
      /\b(?:jamais|mes|mon|nuestr[ao]s?|noss[ao]s?|nos|notre|nostr[aei])\b|oubli\w*\spas/iu,
      /^(?:effac|annul|écras)(?!.*\b(?:tes|vos)).*(?:prompt|ordres|règle|limitation|restriction)/iu,
    ),
  },
  {
    id: 'fr/override-rules',
    ...OVERRIDE,
    ...unlessQuoted(0.8),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`
      ${DROP}${SHORT}\b(?:(?:tes|vos|toutes?|ces)\s${SHORT}${RULES}${TAIL}|${RULES}s?\s(?:que\stu\s|que\svous\s
      |qu'on\s(?:t'|vous)|qu'ils\s(?:t'|vous)|qui\st'|qui\svous\s))
    `,
    validate: without(
      /\b(?:jamais|mes|mon|nuestr[ao]s?|noss[ao]s?|nos|notre|nostr[aei])\b/iu,
      /\b(?:de|du|des|d|pour|sur|dans|en|au|aux|a)\b.{0,7}$|oubli\w*\spas/iu,
      /^(?:effac|annul|écras)(?!.*\b(?:tes|vos))/iu,
    ),
  },
  {
    id: 'fr/override-told',
    ...OVERRIDE,
    ...unlessQuoted(0.72),
    keywords: dropWords,
    near: words`dit, appris, ordonné, demandé, expliqué, enseigné, raconté, imposé`,
    pattern: pattern`
      ${DROP}${TINY}\b(?:tout\s)?ce\s(?:que\s(?:l'on\s)?|qu'(?:on|ils|elle|il)\s|qui\s)(?:t'|vous\s
      |te\s)${SHORT}\b(?:dit|appris|ordonné|demandé|expliqué|enseigné|raconté|imposé|interdit)${TAIL}
    `,
    // "Forget everything you were told about skin care" is an advertisement.
    validate: without(/\b(?:jamais|je|j'ai)\b|\b(?:sur|propos|concernant|du|de|des|au)\b.{0,7}$|oubli\w*\spas/iu),
  },
  {
    id: 'fr/set-aside-above',
    ...SET_ASIDE,
    keywords: dropWords,
    near: words`précède, ci-dessus, avant ça, plus haut, jusqu'ici, jusqu'à présent`,
    pattern: pattern`
      ${DROP}${SHORT}\b(?:tout(?:es?)?\s(?:ce\squi\sprécède|ce\squi\s(?:est|se\strouve)\s(?:ci-dessus|plus\shaut
      |au-dessus)|ci-dessus)|le\s(?:texte|contenu|contexte|message)\s(?:ci-dessus|précédent|qui\sprécède)\set\s\w)
    `,
  },
  {
    id: 'fr/new-orders',
    ...NEW_ORDERS,
    keywords: words`
      s'appliquent plus, s'applique plus, ne valent plus, plus valables, caduque, annulées, abrogées, levées,
      obsolètes, suspendues, plus cours, font foi, qu'à moi, que mes, nouvelles instructions, nouvelle instruction,
      qu'à mes, c'est moi qui décide
    `,
    near: words`tes, vos, développeur, mes, moi, système, system`,
    pattern: pattern`
      \b(?:(?:tes|vos)\s${TINY}${RULES}s?\s${SHORT}(?:appliquent\splus|valent\splus|plus\svalables|caduques|annulées
      |abrogées|levées|obsolètes|suspendues|plus\scours)|instructions\sdu\sdéveloppeur\s\w{1,6}\s(?:caduques|annulées
      |nulles)|(?:tu|vous)\s(?:n')?(?:obéi|écoute|sui|répond)\w{1,3}\s(?:plus\s)?(?:qu'à\smoi|que\smoi
      |qu'à\smes\sordres|que\smes\s(?:ordres|instructions|règles|consignes)))
      |\[\s?syst[eè]me?\s?\]\s?:?\snouvelles?\s(?:instruction|consigne|règle)
    `,
  },
  {
    id: 'fr/no-limits',
    ...NO_LIMITS,
    keywords: words`
      tu es, vous êtes, tu seras, agis, agissez, incarne, joue, réponds, répondez, comporte-toi, fais comme si,
      tu étais, tu deviens, imagine
    `,
    near: words`
      sans, aucun, dépourvu, libéré, affranchi, non censuré, débridé, non filtré, n'a pas, n'as pas, n'a ni,
      ne connaît
    `,
    pattern: pattern`
      \b(?:tu\s(?:es|seras|étais|deviens)|vous\sêtes|agi[st]|agissez|incarne|joue|réponds|répondez
      |comporte-toi)\b${GAP}\b(?:(?:sans|aucune?s?|dépourvue?\sde|libérée?\sde|affranchie?\sde|n'as?\s(?:pas\sde
      |plus\sde|ni)|ne\sconnaît\s(?:pas|aucun))\s(?:\w{1,7}\s)?${NO_RULES}|(?:ia|modèle|assistante?|bot
      |intelligence\sartificielle|chatbot)\s(?:non\s(?:censuré|filtré|bridé)|débridé|sans\slimites?\b))
    `,
    validate: without(/\b(?:alcool|sucre)\b/iu),
  },
  {
    id: 'fr/special-mode',
    ...SPECIAL_MODE,
    keywords: words`
      mode développeur, mode developpeur, mode debug, mode débogage, mode administrateur, mode admin,
      mode maintenance, mode dieu, mode dan, mode jailbreak, mode libre, mode sans filtre, mode diagnostic, mode root,
      mode non censuré, mode sans restriction, mode test, developer mode
    `,
    pattern: pattern`
      \bmode\s(?:développeur|debug|débogage|admin|maintenance|dieu|dan|jailbreak|libre|sans\s(?:filtre|restriction)
      |diagnostic|root|non\scensuré|test)|\bdeveloper\smode
    `,
    context: {
      pattern: pattern`
        (?:filtre|censure|restriction|règle|garde-fou|limite|sécurité|politique)s?\s(?:\w{1,9}\s){0,2}(?:désactiv
        |suspend|levé|annul|off|coupé|ignoré|contourné)|(?:sans|aucune?)\s(?:filtre|censure|restriction|limite|règle
        |tabou)|tu\s(?:es|passes|fonctionnes|réponds|dois|ne\srefuses)|vous\s(?:êtes|passez|répondez|devez)
        |non\scensuré
      `,
      score: 0.75,
      required: true,
      within: 120,
    },
  },
  {
    id: 'fr/no-refusal',
    ...NO_REFUSAL,
    keywords: words`refuse, refuser, je ne peux pas, je suis désolé, dit toujours oui, dis toujours oui`,
    near: words`jamais, rien, aucune, pas le droit, interdit, pas de, toujours oui, sans`,
    pattern: pattern`
      \bne\srefuse[szr]?\s(?:jamais|rien|aucune)\b|\b(?:jamais|pas\sle\sdroit\sde|interdi(?:t|ction)\sde)\srefuser\b
      |\b(?:tu|il)\s(?:n')?(?:ne\s)?(?:peux|peut|dois|doit)\s${SHORT}refuser\s(?:aucune|rien|de\srépondre)
      |\b(?:pas\sde|ne\sdis\s(?:pas|jamais))\s?"\s?(?:je\sne\speux|désolé|je\ssuis\sdésolé)|\bdi[st]\stoujours\soui\b
    `,
  },
  {
    id: 'fr/reveal-prompt',
    ...REVEAL,
    ...unlessQuoted(0.8),
    keywords: words`
      system prompt, prompt système, prompt systeme, invite système, message système, instructions système,
      instruction système, consignes système, prompt initial, instructions initiales, instructions cachées,
      instructions secrètes, consignes secrètes, consignes cachées, consignes initiales, prompt caché, prompt secret,
      prompt de départ
    `,
    near: words`ton, tes, votre, vos, complet, intégral, entier, mot à mot, mot pour mot, verbatim, full, textuel`,
    pattern: pattern`
      ${SHOW}${GAP}\b(?:(?:ton|tes|votre|vos|le\sfull)\s${TINY}${SYSTEM_PROMPT}|(?:le|les
      |l')\s?${SYSTEM_PROMPT}\s(?:complet|intégral|enti|en\sentier|mot\s|verbatim|exact))${TAIL}
    `,
    validate: without(/\b(?:jamais|pas|pour\sun|pour\snotre)\b/iu),
  },
  {
    id: 'fr/reveal-instructions',
    ...REVEAL,
    ...unlessQuoted(0.75),
    keywords: words`
      tes instructions, tes consignes, tes directives, tes règles, vos instructions, vos consignes, vos directives,
      vos règles, ta configuration, ton briefing, ton prompt, ton vrai prompt, ton fichu prompt, tes propres,
      tes vraies, tes fameuses, tes petites, vos propres, vos vraies
    `,
    pattern: pattern`
      ${SHOW}${GAP}\b(?:(?:tes|ton)\s(?:propres\s|vraies\s|fameuses\s|petites\s)?(?:instructions|consignes|directives
      |règles|configuration|briefing)|vos\s(?:(?:propres\s|vraies\s)?(?:instructions|consignes|directives
      |règles)\s(?:internes|secr|cach|confidentiel|complètes|réelles)))${TAIL}|\b(?:montre|donne|file|révèle|dévoile
      |balance|affiche|sors|crache|lâche)(?:-moi|-nous)?\ston\s(?:vrai\s|fichu\s)?prompt\b
    `,
    validate: without(/\b(?:jamais|pas|pour|parents|vie|vacances|école)\b/iu),
  },
  {
    id: 'fr/repeat-above',
    ...REPEAT_ABOVE,
    keywords: words`
      au-dessus de, précède, avant mon, avant ma, avant ce message, avant cette, précédant, avant le début,
      que tu as reçu, qu'on t'a, lequel on t'a
    `,
    near: words`répèt, répét, recopi, affich, tradui, imprim, cite, transcri, donne, copi, restitu, écri, colle`,
    pattern: pattern`
      \b(?:texte|tout|mots|instructions|contenu|phrases|lignes|ce)\b${SHORT}\b(?:au-dessus\sde|précède(?:nt)?|avant
      |précédant)\s(?:ce|cette|mon|ma|notre|le\sdébut\sde\s(?:la|notre|cette))\s(?:tout\s)?(?:premi(?:er|ère)\s
      |dernier\s)?(?:message|ligne|conversation|question|prompt|phrase|échange|requête|discussion)|\b(?:texte
      |message)\s(?:\w{1,8}\s)?(?:que\stu\sas\sreçu|qu'on\st'a\s(?:donné|écrit|transmis|filé)|avec\slequel\son\st'a)
    `,
  },
  {
    id: 'fr/note-to-ai',
    ...NOTE_TO_AI,
    keywords: words`
      l'assistant, les assistants, assistant ia, agent ia, agents ia, modèle de langage, modèles de langage, llm,
      chatbot, intelligence artificielle, copilot, une ia, aux ia, les ia, l'ia, toute ia, chère ia, cher modèle
    `,
    near: words`pour, aux, à l'attention, à tous, à tout, si tu es, si vous êtes, chère, cher modèle, destiné`,
    pattern: pattern`
      \b(?:important|note|message|consigne|instruction|avis|attention|à\sl'attention|rappel)s?\s(?:pour|à|au|aux|de
      |destinée?\sà)\s?(?:l'|les?\s|tout(?:e|es)?\s|la\s|des\s)?(?:assistants?\b|agents?\b|ia\b|modèle|llm|chatbot
      |robot|bot|intelligence|copilot)${SHORT}:|\bsi\s(?:tu\ses|vous\sêtes)\s(?:une?\s)(?:ia\b
      |intelligence\sartificielle|modèle\sde|llm|agent\sia|assistant\sia|bot)|\bchère?\s(?:ia|modèle|llm
      |intelligence\sartificielle)\b
    `,
  },
  {
    id: 'fr/hide-from-user',
    ...HIDE_FROM_USER,
    keywords: words`utilisateur, l'usager, destinataire, propriétaire`,
    near: words`sans, pas, jamais, rien, à l'insu, inutile`,
    pattern: pattern`
      \b(?:ne\s|n'en\s|n')(?:le\s|en\s)?(?:parle|dis|dites|mentionn|montr|signal|révèl|inform|prévien|affich
      |averti)${GAP}(?:à\s)?l'?(?:utilisateur|usager|destinataire|propriétaire)|\bsans\s(?:le\s|en\s)?(?:dire|informer
      |prévenir|signaler|avertir|montrer|mentionner)${SHORT}(?:utilisateur|usager|destinataire|propriétaire)
      |\b(?:utilisateur|usager|destinataire|propriétaire)\sne\sdoit\s(?:pas|rien|jamais)\s(?:voir|savoir
      |être\s(?:informé|averti|prévenu))|\bà\sl'insu\sde\sl'utilisateur
    `,
  },
]);
