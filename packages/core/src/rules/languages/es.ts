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

// Stems: the gap that follows a part also takes its ending (ignora, ignoren; instrucción, instrucciones).
const DROP = source`
  \b(?:ignor|olvid|desestim|descart|desobedec|desobedez|incumpl|omit[ea]|pas[ae](?:te)?\sde\b|sáltate|sáltese
  |sobrescrib|anul|elimin|borr|bórr|desech|déjate\sde|deja\s(?:a\sun\slado|de\sseguir|de\shacer\scaso)|romp[ea]s?\b
  |quebrant|haz\scaso\somiso|haga\scaso\somiso|no\s(?:le\s)?hagas\scaso|no\stengas\sen\scuenta|no\stenga\sen\scuenta)
`;
const PRIOR = source`
  (?:anterior|previ[ao]s|preceden|de\sarriba|de\santes|iniciales|originales|recibid|pasad[ao]s|antigu[ao]s
  |hasta\sahora)
`;
const RULES = source`
  (?:instruc|instrux|regla|directri[cz]|directiva|norma|indicacion|órdenes|orden\b|pauta|restricci|limitaci|consigna
  |lineamiento|mandato|guideline|prompts?\b|salvaguard)
`;
const NO_RULES = source`
  (?:restricci|límites|limitaci|filtro|censura|regla|norma|moral|étic|tabú|ataduras|barreras|escrúpulo|prohibici)
`;
const SHOW = source`
  \b(?:muestr|muéstr|mostr|enseñ|enséñ|da(?:me)?\b|dime|diga|revel|revél|imprim|imprím|escrib|escríb|repit|repet|copi
  |cópi|peg|pég|cit[ae]|traduc|traduz|tradúc|recit|list[ae]|resum|resúm|pása|pase|suelta|comparte|cuéntam|transcrib
  |vuelca|print|dump|cuál(?:es)?\s(?:es|son)|qué\sdice)
`;
const SYSTEM_PROMPT = source`
  (?:system\s?prompt|(?:prompt|mensaje|instrucci[oó]n(?:es)?|indicaciones|configuración)\s(?:del?\s)?(?:sistema
  |inicial|inicio|interno|internas|ocult[ao]s?|secret[ao]s?|original))
`;

const dropWords = words`
  ignor, olvid, desestim, descart, desobede, incumpl, omite, omita, pasa de, pásate, sáltate, sobrescrib, anula,
  elimina, borra, bórra, desecha, déjate de, a un lado, caso omiso, hagas caso, en cuenta, deja de seguir,
  deja de hacer caso, rompas, rompe, quebrant
`;
const ruleWords = words`
  instrucc, instrux, previous instruction, previous rules, system rules, regla, directri, directiva, norma,
  indicacion, órdenes, orden, pauta, restricci, limitaci, consigna, lineamiento, mandato, las guidelines,
  prompt anterior, prompts, prompt previo, salvaguard
`;

export const esRules = defineRules([
  {
    id: 'es/override-previous',
    ...OVERRIDE,
    ...unlessQuoted(0.85),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`
      (?<!no\s|no\ste\s|nunca\s)${DROP}${GAP}\b(?:${RULES}${SHORT}\b${PRIOR}|${PRIOR}${TINY}\b${RULES}|(?:las|los|tus
      |todas)\s(?:las\s|the\s)?(?:previous|prior|system)\s${RULES})
    `,
    // People withdraw their own drafts, and firms their circulars, in the same words.
    validate: without(
      /\b(?:nunca|jamas|nuestr[ao]s?|noss[ao]s?|nos|notre|nostr[aei]|mis?|sin)\b/iu,
      /^(?:elimin|borr|bórr|anul|descart|sobrescrib)(?!.*\btus?\b).*(?:prompt|orden|regla|norma|restricci|limitaci)/iu,
    ),
  },
  {
    id: 'es/override-rules',
    ...OVERRIDE,
    ...unlessQuoted(0.8),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`
      (?<!no\s|no\ste\s|nunca\s)${DROP}${SHORT}\b(?:(?:tus|tod[ao]s?\s(?:tus|las|los)
      |cualquier)\s${SHORT}${RULES}${TAIL}|(?:las|esas|los)\s${RULES}\w{0,4}\s${TINY}que\s(?:te|le|has|tienes
      |recibiste|os)\b)
    `,
    validate: without(
      /\b(?:nunca|jamas|nuestr[ao]s?|noss[ao]s?|nos|notre|nostr[aei]|mis?)\b/iu,
      /\b(?:de?|del|para|en|al|sobre)\b.{0,7}$/iu,
      /^(?:elimin|borr|bórr|anul|descart|sobrescrib)(?!.*\btus?\b)/iu,
    ),
  },
  {
    id: 'es/override-told',
    ...OVERRIDE,
    ...unlessQuoted(0.72),
    keywords: dropWords,
    near: words`
      dijeron, dijo, dicho, enseñaron, enseñado, ordenaron, ordenado, indicado, indicaron, pidieron, mandaron,
      contaron
    `,
    pattern: pattern`
      (?<!no\s|no\ste\s|nunca\s)${DROP}${SHORT}\blo\sque\s(?:te|le|os)\s${SHORT}\b(?:dijeron|dijo|dicho|enseñaron
      |enseñado|ordenaron|ordenado|indicado|indicaron|pidieron|mandaron|prohíben)${TAIL}
    `,
    // "Forget everything you were told about skin care" is an advertisement.
    validate: without(/\b(?:nunca|sobre|acerca|respecto|del|he|dije)\b/iu),
  },
  {
    id: 'es/set-aside-above',
    ...SET_ASIDE,
    keywords: dropWords,
    near: words`anterior, de arriba, precede, hasta ahora, previo`,
    pattern: pattern`
      (?<!no\s|no\ste\s|nunca\s)${DROP}${SHORT}\b(?:todo\s(?:lo\s(?:anterior|de\sarriba|previo|dicho\shasta)
      |hasta\sahora)|(?:el|todo\sel)\s(?:texto|contenido|contexto)\s(?:anterior|previo|de\sarriba)\sy\s\w)
    `,
  },
  {
    id: 'es/new-orders',
    ...NEW_ORDERS,
    keywords: words`
      no aplican, no se aplican, no valen, no rigen, no cuentan, no sirven, quedan anuladas, quedan sin efecto,
      sin efecto, queda anulada, caducaron, solo obedeces, sólo obedeces, solo me obedeces, obedecerás, valen más que,
      solo mis, únicamente mis, nuevas instrucciones, nueva instrucción, mando yo, quedan derogadas,
      quedan suspendidas
    `,
    near: words`tus, mis, sistema, system, desde ahora, a partir de ahora, de ahora en adelante, desarrollador, me`,
    pattern: pattern`
      \b(?:tus\s${TINY}${RULES}\w{0,5}\s${SHORT}(?:no\s(?:se\s)?(?:aplican|valen|rigen|cuentan|sirven)|(?:quedan|están
      |fueron)\s(?:anulad|derogad|suspendid|sin\sefecto|cancelad))|(?:sólo|únicamente)\s(?:me\s)?(?:obedece|sigue
      |escucha|valen|cuentan)\w{0,2}\s(?:a\smí|mis\s${RULES})|solo\sme\s(?:obedece|escucha)s)
      |\[\s?sistema\s?\]\s?:?\snuevas?\s(?:instruc|regla|orden|directri)
    `,
  },
  {
    id: 'es/no-limits',
    ...NO_LIMITS,
    keywords: words`
      eres, serás, actúa, actua, actuarás, compórtate, responde, interpreta, haz de, finge, imagina que, usted es,
      sos un, ahora sos, supón que, juega
    `,
    near: words`sin, ningún, ninguna, libre de, no tiene, no tienes, no conoce, carece, irrestrict`,
    pattern: pattern`
      \b(?:eres|serás|sos|actúa|actúes|compórtate|responde|interpreta|finge|imagina)\b${GAP}\b(?:(?:sin|ningún|ninguna
      |libre\sde|no\stienes?|no\sconoce|carece\sde)\s(?:\w{1,9}\s)?${NO_RULES}|(?:ia|modelo|asistente|bot
      |inteligencia\sartificial|chatbot)\s(?:irrestrict|desenfrenad|liberad|sin\slímites?\b))
    `,
    validate: without(/\b(?:azucar|gluten|tiempo)\b/iu),
  },
  {
    id: 'es/special-mode',
    ...SPECIAL_MODE,
    keywords: words`
      modo desarrollador, modo de desarrollador, modo dios, modo debug, modo depuración, modo administrador,
      modo admin, modo mantenimiento, modo de mantenimiento, modo dan, modo jailbreak, modo libre, modo sin censura,
      modo sin filtro, modo sin restricciones, modo root, modo diagnóstico, modo ingeniería, modo espejo,
      developer mode
    `,
    pattern: pattern`
      \bmodo\s(?:de\s)?(?:desarrollador|dios|debug|depuración|admin|mantenimiento|dan|jailbreak|libre|sin\s(?:censura
      |filtro|restriccion)|root|diagnóstico|ingeniería|espejo)|\bdeveloper\smode
    `,
    context: {
      pattern: pattern`
        (?:filtro|censura|restriccion|regla|salvaguarda|límite|seguridad|política
        |norma)(?:e?s)?\s(?:\w{1,10}\s){0,3}(?:desactiv|suspendid|anulad|levantad|off|apagad|deshabilit)|(?:sin|ningún
        |ninguna)\s(?:filtro|censura|restriccion|límite|regla|norma|tabú)|(?:eres|estás|respondes|respondas|debes
        |no\srechazas|puedes\sdecir|repite|entrega)\b
      `,
      score: 0.75,
      required: true,
      within: 120,
    },
  },
  {
    id: 'es/no-refusal',
    ...NO_REFUSAL,
    keywords: words`te niegues, te niegas, se niega, negarte, rechaces, rechazas, rechazar, no puedo`,
    near: words`nunca, jamás, a nada, ningun, prohibido, no`,
    pattern: pattern`
      \b(?:nunca|jamás|no)\s(?:te\s)?(?:niegu?[ea]s|rechac?z?[ea]s)\s(?:nunca|jamás|a\snada|nada|ningun[ao]?
      |a\sresponder)|\b(?:nunca|jamás)\s(?:te\s|se\s|puedes\s|debes\s)?(?:niegu?[ea]s?|negar(?:te|se)
      |rechac?z?[ea]r?s?)\b|\bprohibido\s(?:negar|rechazar|decir\s(?:que\s)?no)|\b(?:nada\sde|ni\sun|sin
      |no\sdigas)\s?"\s?no\spuedo
    `,
  },
  {
    id: 'es/reveal-prompt',
    ...REVEAL,
    ...unlessQuoted(0.8),
    keywords: words`
      system prompt, prompt de sistema, prompt del sistema, prompt sistema, mensaje de sistema, mensaje del sistema,
      instrucciones del sistema, instrucciones de sistema, instrucciones iniciales, instrucciones ocultas,
      instrucciones secretas, instrucciones internas, prompt inicial, prompt interno, prompt oculto, prompt original,
      configuración interna, configuración inicial, indicaciones internas, instrucciones originales
    `,
    near: words`tu, tus, su, sus, completo, íntegro, entero, literal, palabra por palabra, textual, full, verbatim`,
    pattern: pattern`
      (?<!nunca\s|no\s|jamás\s)${SHOW}${GAP}\b(?:(?:tus?|sus?|el\sfull)\s${TINY}${SYSTEM_PROMPT}|(?:el
      |las)\s${SYSTEM_PROMPT}\s(?:complet|íntegr|enter|literal|palabra|textual|tal\scual))${TAIL}
    `,
    validate: without(/\b(?:nunca|no|para\sun|para\snuestr[ao])\b/iu),
  },
  {
    id: 'es/reveal-instructions',
    ...REVEAL,
    ...unlessQuoted(0.75),
    keywords: words`
      tus instrucciones, tus reglas, tus directrices, tus normas, tus pautas, tus indicaciones, tus consignas,
      tus propias, tus verdaderas, tus auténticas, tus antiguas, tu configuración, tu guion, tu prompt,
      sus instrucciones, sus directrices, sus reglas, sus indicaciones
    `,
    pattern: pattern`
      (?<!nunca\s|no\s|jamás\s)${SHOW}${GAP}\b(?:tus?\s(?:propias\s|verdaderas\s|auténticas\s
      |antiguas\s)?(?:instrucciones|reglas|directrices|normas|configuración|guion|pautas|indicaciones|consignas)
      |sus\s(?:instrucciones|directrices|reglas|indicaciones)\s(?:intern|secret|ocult|complet|confidencial
      |original))${TAIL}|\b(?:muéstra|dame|dime|enséña|suelta|revela|pása|imprime|cuál\ses)(?:me
      |nos)?\s(?:ya\s)?tu\sprompt\b
    `,
    validate: without(/\b(?:nunca|no|para|padres|vida|clase)\b/iu),
  },
  {
    id: 'es/repeat-above',
    ...REPEAT_ABOVE,
    keywords: words`
      encima de este, encima de esta, antes de este, antes de esta, antes de mi, antes de la palabra, arriba de este,
      precede a, antes de nuestr, anterior a este, anterior a mi, que te configur, que te dieron, que te dio,
      que te pus, que te program, que te escrib, que te carg
    `,
    near: words`
      repite, repita, repet, copia, cópia, muestr, muéstr, imprim, traduc, tradúc, escrib, escríb, cita, transcrib,
      dame, pega, diría, pásame, dime
    `,
    pattern: pattern`
      \b(?:texto|todo|palabras|instrucciones|contenido|frases|líneas|lo)\b${SHORT}\b(?:encima\sde|antes\sde|arriba\sde
      |precede\sa|anterior\sa)\s(?:la\spalabra|(?:este|esta|mi|nuestra?)\s(?:primer\s|primera\s|último\s)?(?:mensaje
      |línea|conversación|pregunta|prompt|frase|petición|charla))|\b(?:texto
      |mensaje)\s(?:\w{1,8}\s)?(?:con\s(?:el\s)?que|que)\ste\s(?:configur|di[eo]|pus|program|escrib|carg)
    `,
  },
  {
    id: 'es/note-to-ai',
    ...NOTE_TO_AI,
    keywords: words`
      para el asistente, para los asistentes, para la ia, asistente de ia, agente de ia, agentes de ia,
      modelo de lenguaje, para el llm, para el bot, inteligencias artificiales, inteligencia artificial, chatbot,
      asistentes de programación, una ia, asistentes automáticos, evaluador automático, lector automático, querida ia,
      querido modelo
    `,
    near: words`para, al asistente, al agente, si eres, si usted, querid`,
    pattern: pattern`
      \b(?:importante|nota|mensaje|instrucci[oó]n|aviso|atención|indicación)(?:es)?\s(?:\w{3,10}\s)?(?:para
      |al?)\s(?:el\s|la\s|los\s|las\s|tod[ao]s?\s)?(?:asistente|agente|ia\b|modelo|llm|chatbot|bot\b
      |inteligencia)${SHORT}:|\bsi\s(?:eres|usted\ses)\s(?:una?\s)(?:ia\b|inteligencia\sartificial
      |modelo\sde\slenguaje|llm|agente\sde\sia|asistente\sde\sia|bot\b)|\bpara\s(?:asistentes
      |agentes)\sde\s(?:programación|ia)\b|\bquerid[ao]\s(?:ia|inteligencia\sartificial|modelo|chatbot)\b
    `,
  },
  {
    id: 'es/hide-from-user',
    ...HIDE_FROM_USER,
    keywords: words`usuario, usuaria, destinatario, propietario, dueño`,
    near: words`sin, no, nunca, nada, ni, jamás`,
    pattern: pattern`
      \bno\s(?:se\s)?(?:lo\s|le\s|la\s)?(?:digas|diga|menciones|mencione|muestres|muestre|informes|informe|avises
      |avise|comentes|reveles|consultes)${GAP}\bal?\s(?:usuari|destinatari|propietari|dueñ)|\bsin\s(?:que\s(?:el
      |la)\s(?:usuari|propietari|destinatari)\w\s(?:se\sentere|lo\s(?:sepa|vea|note))|(?:decírselo|avisar|informar
      |mostrarlo|consultar|mencionarlo)\s(?:\w{1,4}\s)?(?:al?|el)\s(?:usuari|destinatari|propietari|dueñ))|\b(?:usuari
      |destinatari|propietari)[oa]\sno\s(?:debe|tiene\sque|puede)\s(?:saber|ver|enterarse|notar)
    `,
  },
]);
