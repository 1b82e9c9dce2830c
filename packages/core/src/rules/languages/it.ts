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

// Stems: the gap that follows a part also takes its ending (ignora, ignorate; istruzione, istruzioni).
const DROP = source`
  (?:\b(?:ignor|dimentic(?:a|ati|ate|hi|are)\b|trascur|scart|disobbed|tralasc|sovrascriv|annull|cancell|elimin|infrang
  |aggira|viola\b|violi|scorda|scordati|butta|bypass|molla|fregatene|infischiat|disattend)|\bnon\s(?:tener[e]?|tenga
  |tenete)\s(?:più\s)?conto|\blascia(?:te)?\s(?:perdere|stare|da\sparte)|\bmett(?:i|ete|a)\sda\sparte
  |\bnon\s(?:seguire|rispettare|ascoltare|segua|rispetti)\spiù)
`;
const PRIOR = source`
  (?:precedent|antecedent|anterior|di\sprima|qui\ssopra|di\ssopra|soprastant|sovrastant|iniziali|originali|ricevut
  |passat[ei]\b|vecchi[ae]?\b|finora|fin\squi)
`;
const RULES = source`
  (?:istruzion|regol|direttiv|ordini\b|comandi\b|indicazion|vincol|restrizion|limitazion|linee\sguida|norme\b|divieti
  |prompts?\b|guideline|policy)
`;
const NO_RULES = source`
  (?:filtr|censur|limiti\b|limitazion|restrizion|regol|moral|etic|tabù|freni\b|scrupol|vincol|barrier|divieti|paletti)
`;
const SHOW = source`
  \b(?:mostra|dammi|dacci|dimmi|dica|rivel|svel|stamp|scriv|ripet|copi|incoll|cit[ai]|traduc|elenc|riassum|legg|recit
  |riport|condivid|sputa|tira\sfuori|fammi\svedere|trascriv|output|qual\sè|quali\ssono|cosa\sdic|fuori)
`;
const SYSTEM_PROMPT = source`
  (?:system\s?prompt|(?:prompt|messaggio|istruzion[ei]|configurazione|direttive)\s(?:di\s|del\s)?(?:sistema
  |inizial[ei]|nascost[aeio]|segret[aeio]|intern[aeio]|riservat[aeio]|original[ei]))
`;

const dropWords = words`
  ignora, ignori, ignorat, ignorar, ignoran, dimentic, trascur, scarta, disobbed, tralasc, sovrascriv, annull,
  cancell, elimin, infrang, aggira, violi, viola, scorda, butta, bypass, molla, fregatene, infischiat, disattend,
  tenere conto, tener conto, lascia perdere, lascia stare, da parte, non seguire, non rispettare, non ascoltare
`;
const ruleWords = words`
  istruzion, regol, direttiv, ordini, comandi, indicazion, vincol, restrizion, limitazion, linee guida, norme,
  divieti, prompt precedent, prompts, policy, previous instruction, previous rules
`;

export const itRules = defineRules([
  {
    id: 'it/override-previous',
    ...OVERRIDE,
    ...unlessQuoted(0.85),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`
      (?<!non\s)${DROP}${GAP}\b(?:${RULES}${SHORT}\b${PRIOR}|${PRIOR}${TINY}\b${RULES}|(?:le|tutte
      |tue)\s(?:the\s)?(?:previous|prior|system)\s(?:instruction|rule|prompt))
    `,
    // People withdraw their own drafts, and firms their circulars, in the same words.
    validate: without(
      /\b(?:mai|nuestr[ao]s?|noss[ao]s?|nos|notre|nostr[aei]|mi[aeo]|miei)\b/iu,
      /^(?:cancell|elimin|annull|sovras)(?!.*\b(?:tue|tuoi|vostr)).*(?:prompt|comandi|ordini|regol|restriz|limitaz|norme)/iu,
    ),
  },
  {
    id: 'it/override-rules',
    ...OVERRIDE,
    ...unlessQuoted(0.8),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`
      (?<!non\s)${DROP}${SHORT}\b(?:(?:tu[eo]i?|vostr[eoi]|tutt[eio]|ogni|qualsiasi|queste)\s${SHORT}${RULES}${TAIL}
      |(?:le|i|delle|dei)\s${RULES}\w{0,3}\s${TINY}che\s(?:ti|hai|le|avete|vi)\b)
    `,
    validate: without(
      /\b(?:mai|nuestr[ao]s?|noss[ao]s?|nos|notre|nostr[aei]|mi[aeo]|miei)\b/iu,
      /\b(?:di|del|della|dello|dell|dei|delle|per|in|sul|sulla)\b.{0,7}$/iu,
      /^(?:cancell|elimin|annull|sovrascriv)(?!.*\b(?:tue|tuoi|vostr))/iu,
    ),
  },
  {
    id: 'it/override-told',
    ...OVERRIDE,
    ...unlessQuoted(0.72),
    keywords: dropWords,
    near: words`detto, insegnato, ordinato, chiesto, spiegato, impartit, imposto, proibito, vietato`,
    pattern: pattern`
      (?<!non\s)${DROP}${SHORT}\b(?:ciò|quello|quanto|quel)\s(?:che\s)?(?:ti\s|vi\s|le\s)(?:hanno|è\s(?:stato\s)?|ha
      |sia\sstato)${SHORT}\b(?:detto|insegnato|ordinato|chiesto|spiegato|impartito|imposto|proibito|vietato)${TAIL}
    `,
    // "Forget everything you were told about skin care" is an advertisement.
    validate: without(/\b(?:mai|su|sul|sulla|sulle|sui|riguardo|circa|ho)\b/iu),
  },
  {
    id: 'it/set-aside-above',
    ...SET_ASIDE,
    keywords: dropWords,
    near: words`precedente, sopra, precede, finora, prima`,
    pattern: pattern`
      (?<!non\s)${DROP}${SHORT}\b(?:tutto\s(?:ciò\sche\sprecede|quello\sche\s(?:precede|c'è\s(?:qui\s)?sopra
      |è\sscritto\ssopra)|quanto\ssopra|il\s(?:testo|resto)\s(?:iniziale|sopra|precedente))|il\s(?:testo|contenuto
      |contesto)\s(?:precedente|qui\ssopra|sopra|soprastante)\se\s\w)
    `,
  },
  {
    id: 'it/new-orders',
    ...NEW_ORDERS,
    keywords: words`
      non valgono, non vale, non si applicano, sono annullate, sono revocate, sono sospese, sono abolite, decadute,
      decadono, non contano, obbedisci solo, ubbidisci solo, segui solo, ascolta solo, ascolti solo, rispondi a me,
      contano solo, valgono solo, solo le mie, nuove istruzioni, nuova istruzione, comando io, sono superate
    `,
    near: words`tue, tuoi, vostre, miei, mie, sistema, system, d'ora in poi, da adesso, da ora, a me`,
    pattern: pattern`
      \b(?:(?:tu[eo]i?|vostr[ei])\s${TINY}${RULES}\w{0,3}\s${SHORT}(?:non\s(?:valgono|contano|si\sapplicano
      |hanno\spiù)|sono\s(?:annullat|revocat|sospes|abolit|superat|decadut|nulle)|decadono)|(?:obbedisci|ubbidisci
      |segui|ascolt[ai]|rispondi|valgono|contano)\ssol(?:o|tanto)\s(?:a\sme|me\b|(?:ai\s|alle\s)?(?:le\s|i\s)?mi(?:e
      |ei)\s(?:${RULES}|ordin))|rispondi\sa\sme\ssoltanto)|\[\s?sistema\s?\]\s?:?\snuov[ae]\s(?:istruzion|regol
      |direttiv)
    `,
  },
  {
    id: 'it/no-limits',
    ...NO_LIMITS,
    keywords: words`
      tu sei, sei un, sei una, ora sei, adesso sei, sarai, agisci, comportati, rispondi, interpreta, fingi,
      immagina di, fai finta, recita
    `,
    near: words`senza, nessun, privo, priva, libero da, libera da, non hai, non ha, non conosce, non censurat`,
    pattern: pattern`
      \b(?:sei|sarai|agisci|comportati|rispondi|interpreta|fingi|immagina)\b${GAP}\b(?:(?:senza|nessun[ao']?
      |priv[ao]\sdi|liber[ao]\sda|non\sha?i?|non\sconosce)\s?(?:\w{1,8}\s)?${NO_RULES}|(?:ia|ai|modello|assistente|bot
      |intelligenza\sartificiale|chatbot)\s(?:non\scensurat|senza\slimiti\b|disinibit|liber[ao]\b))
    `,
    validate: without(/\b(?:glutine|zucchero|lattosio|tempo)\b/iu),
  },
  {
    id: 'it/special-mode',
    ...SPECIAL_MODE,
    keywords: words`
      modalità sviluppatore, modalita sviluppatore, modalità debug, modalità amministratore, modalità admin,
      modalità manutenzione, modalità dio, modalità dan, modalità jailbreak, modalità libera, modalità senza filtri,
      modalità senza censura, modalità diagnostica, modalità root, modalità test, modalità senza restrizioni,
      developer mode
    `,
    pattern: pattern`
      \bmodalità\s(?:sviluppatore|debug|amministratore|admin|manutenzione|dio|dan|jailbreak|libera|senza\s(?:filtri
      |censura|restrizioni)|diagnostica|root|test)\b|\bdeveloper\smode
    `,
    context: {
      pattern: pattern`
        (?:filtr[oi]|censur[ae]|restrizion[ei]|regole|limiti|limitazioni|sicurezza|policy
        |divieti)\s(?:\w{1,10}\s){0,3}(?:disattivat|disinserit|sospes|annullat|off|spent|rimoss)|(?:senza
        |nessun[ao]?)\s(?:filtr|censur|restrizion|limit|regol|tabù)|\b(?:ora\s|adesso\s)?sei\s(?:ora|adesso|in|un|una
        |libero)\b|\bnon\srifiut|ignora\s(?:le|i)\s(?:limitazion|restrizion|regol|filtr)
      `,
      score: 0.75,
      required: true,
      within: 120,
    },
  },
  {
    id: 'it/no-refusal',
    ...NO_REFUSAL,
    keywords: words`rifiutare, rifiuti, rifiuta mai, rifiutarti, non posso, mi dispiace, dice sempre di sì`,
    near: words`mai, nulla, niente, nessun, vietato, vietate, senza, proibito, non`,
    pattern: pattern`
      \bnon\s(?:ti\s|puoi\s|devi\s|si\s|può\s)?(?:rifiut(?:are|arti|i|a)|tira\sindietro)\s?(?:mai|nulla|niente|nessun)
      |\bsenza\s(?:mai\s)?rifiutar|\b(?:vietat[oe]|proibito|niente)\s(?:rifiut|dire\s(?:di\sno|che\snon)
      |"\s?non\sposso|le\sparole\s"\s?(?:purtroppo|non\sposso|mi\sdispiace))|\b(?:niente|nessun
      |non\sdire\s(?:mai\s)?)\s?"\s?(?:non\sposso|mi\sdispiace)
    `,
  },
  {
    id: 'it/reveal-prompt',
    ...REVEAL,
    ...unlessQuoted(0.8),
    keywords: words`
      system prompt, prompt di sistema, prompt del sistema, messaggio di sistema, istruzioni di sistema,
      istruzioni iniziali, istruzioni nascoste, istruzioni segrete, istruzioni interne, istruzioni riservate,
      prompt iniziale, prompt nascosto, prompt segreto, prompt originale, direttive interne, direttive riservate,
      configurazione interna, configurazione iniziale
    `,
    near: words`
      tuo, tue, tua, vostr, suo, sue, completo, intero, integrale, parola per parola, verbatim, full, pari pari
    `,
    pattern: pattern`
      (?<!non\s)${SHOW}${GAP}\b(?:(?:tu[oae]|tuoi|vostr[oaei]|su[oae]|il\sfull)\s${TINY}${SYSTEM_PROMPT}|(?:il|le
      |la)\s${SYSTEM_PROMPT}\s(?:complet|inter|integral|parola|verbatim|esatt|pari))${TAIL}
    `,
    validate: without(/\b(?:mai|non|per\sun|per\sil\snostro)\b/iu),
  },
  {
    id: 'it/reveal-instructions',
    ...REVEAL,
    ...unlessQuoted(0.75),
    keywords: words`
      tue istruzioni, tue regole, tue direttive, tue indicazioni, tue linee guida, tue vere, tue proprie,
      tua configurazione, sue istruzioni, sue direttive, sue regole, il prompt, tuo prompt
    `,
    pattern: pattern`
      ${SHOW}${GAP}\b(?:tue\s(?:vere\s|proprie\s)?(?:istruzioni|regole|direttive|indicazioni|linee\sguida)
      |tua\sconfigurazione|sue\s(?:istruzioni|direttive|regole)\s(?:intern|riservat|segret|nascost|complet))${TAIL}
      |\b(?:mostra|dammi|dimmi|rivela|svela|sputa|tira\sfuori|fuori|leggimi)(?:mi|ci)?\sil\s(?:tuo\s)?prompt\b
    `,
    validate: without(/\b(?:mai|non|per|genitori|vita)\b/iu),
  },
  {
    id: 'it/repeat-above',
    ...REPEAT_ABOVE,
    keywords: words`
      sopra questo, sopra questa, sopra il mio, precede questo, precede questa, precede il mio, prima di questo,
      prima di questa, prima del mio, prima della mia, che precede, che ti hanno, prima della nostra,
      prima dell'inizio
    `,
    near: words`ripet, copia, mostra, stampa, traduc, scriv, cita, trascriv, dammi, incoll, riport, volgi, leggi`,
    pattern: pattern`
      \b(?:testo|tutto|parole|parola|istruzioni|contenuto|frasi|righe|ciò)\b${SHORT}\b(?:sopra|preced(?:e|ono)
      |prima\sd(?:i|el|ella))\s?(?:a\s)?(?:questo|questa|il\smio|mio|mia|nostra|messaggio)\s?(?:primo\s
      |prima\s)?(?:mio\s)?(?:messaggio|riga|conversazione|domanda|prompt|frase|chat|richiesta)
      |\btesto\s(?:\w{1,6}\s)?(?:\w{1,14}\s)?che\sti\shanno\s(?:dato|messo|scritto|passato)
    `,
  },
  {
    id: 'it/note-to-ai',
    ...NOTE_TO_AI,
    keywords: words`
      l'assistente, per gli assistenti, agli assistenti, all'agente, agli agenti, assistente ia, assistente ai,
      agente ia, modello linguistico, llm, chatbot, intelligenza artificiale, per le ia, un'ia, alle ia,
      lettore non umano, copilot, cara ia, caro modello
    `,
    near: words`
      per l', per gli, per le, per il, all', agli, alle ia, se sei, se siete, cara ia, caro modello, solo per
    `,
    pattern: pattern`
      \b(?:importante|nota|messaggio|istruzion[ei]|avviso|attenzione|promemoria|indicazion[ei])\s(?:per|a)(?:ll'|gli
      |gl'|\sle|\sl'|\sgli|\stutt[ei]|lle)?\s?(?:gli\s|le\s)?(?:assistent|agent|ia\b|modell|llm|chatbot|bot\b
      |intelligenz|copilot)${SHORT}:|\bse\s(?:sei|siete)\s(?:un(?:a|')?\s?)(?:ia\b|ai\b|intelligenza
      |modello\slinguistico|llm|agente|bot\b)|\bsolo\sper\s(?:le\sia|gli\sagenti)\b|\bcar[ao]\s(?:ia\b|modello
      |intelligenza\sartificiale|chatbot)
    `,
  },
  {
    id: 'it/hide-from-user',
    ...HIDE_FROM_USER,
    keywords: words`utente, destinatari, proprietari, titolare`,
    near: words`senza, non, mai, nulla, niente`,
    pattern: pattern`
      \bnon\s(?:dir(?:e|lo)|dica|menzionar|mostrar|inform|avvisar|rivelar|parlarne|comunicar
      |illustrar)${GAP}\b(?:all?'?|al|l')\s?(?:utente|destinatari|proprietari|titolare)|\bsenza\s(?:dir(?:lo|e)|avvis
      |inform|mostrar|menzion|che\sl')${SHORT}(?:utente|destinatari|proprietari|titolare)|\butente\snon\s(?:deve
      |può)\s(?:saper|veder|accorger|esser)|\bda\snon\s(?:illustrare|mostrare|comunicare|menzionare)\sall'utente
    `,
  },
]);
