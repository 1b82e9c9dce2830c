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

// Stems: the gap that follows a part also takes its ending (ignoriere, ignorieren Sie; Anweisung, Anweisungen).
const DROP = source`
  \b(?:ignor|vergiss|vergesst|vergessen\ssie|missacht|verw[ei]rf|übergeh|umgeh|überschreib|lösch|streich|wirf
  |schmei[sß]|pfeif|schei[sß])
`;
const PRIOR = source`
  \b(?:vorherig|vorig|bisherig|vorangehend|vorangegangen|vorausgehend|vorausgegangen|vorhergehend|früher|zuvor|vorher
  |bisher|obig|ursprünglich|anfänglich|alten\s|previous|prior)
`;
const RULES = source`
  (?:anweisung|instru[ck]tion|vorgabe|richtlinie|direktive|befehl|regel|regln|weisung|einschränkung|beschränkung
  |restriktion|guideline|vorschrift|aufgaben|prompts|order|system-?\s?prompt)
`;
const SYSTEM_PROMPT = source`
  (?:system-?\s?(?:prompt|nachricht|anweisung|vorgabe|instru[ck]tion|message|kontext)|(?:initial|start)-?\s?prompt)
`;
const SHOW = source`
  \b(?:zeig|gib|geben\ssie|nenn|sag|verrat|offenbar|enthüll|druck|schreib|poste|wiederhol|kopier|spuck|übersetz|rück
  |lies|zitier|liefer|liste|leg|erzähl|print|dump|fass)
`;
const NO_RULES = source`
  (?:regel|einschränk|beschränk|filter|zensur|moral|ethi[ks]|richtlini|restriktion|tabu|grenzen|skrupel|sicherheits
  |vorgaben)
`;

const dropWords = words`
  ignorier, ignorir, vergiss, vergesst, vergessen sie, missacht, verwirf, verwerf, übergeh, umgeh, überschreib, lösch,
  streich, wirf, schmeiß, pfeif auf, scheiß auf
`;
const ruleWords = words`
  anweisung, instruktion, instruction, vorgabe, richtlinie, direktive, befehl, regel, regln, weisung, einschränkung,
  beschränkung, restriktion, guideline, vorschrift, aufgaben, prompt, order
`;

export const deRules = defineRules([
  {
    id: 'de/override-previous',
    ...OVERRIDE,
    ...unlessQuoted(0.85),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`${DROP}${GAP}${PRIOR}${SHORT}${RULES}`,
    // People withdraw their own drafts, and firms their circulars, in the same words.
    validate: without(
      /\b(?:nicht|nie|niemals|unser|mein|sein)/iu,
      /^(?:lösch|streich|überschreib)(?!.*\b(?:dein|eure|ihre)).*(?:prompt|befehl|regel|regln|aufgaben|order)/iu,
    ),
  },
  {
    id: 'de/override-rules',
    ...OVERRIDE,
    ...unlessQuoted(0.8),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`
      ${DROP}${GAP}(?:\b(?:deine|eure|sie\s(?:alle\s)?ihre|all(?:e|er)?\s|sämtliche|jegliche
      |the)${SHORT}${RULES}${TAIL}|${RULES}(?:en|n)?,?\s(?:die|welche)\s(?:du|dir|ihnen|(?:man|sie|wir)\s(?:dir|ihnen)
      |sie\s(?:zuvor|vorher|bisher|erhalten|bekommen)|oben|zuvor|vorher|bisher|davor|darüber)\b)
    `,
    validate: without(
      /\b(?:nicht|nie|niemals|unser\w*|mein\w*|des|der|fur|beim?|zum|zur|von|im|am|aus)\b/iu,
      /^(?:lösch|streich|überschreib)(?!.*\b(?:dein|eure|ihre))/iu,
    ),
  },
  {
    id: 'de/override-inverted',
    ...OVERRIDE,
    ...unlessQuoted(0.75),
    keywords: words`ignorieren, missachten, verwerfen, überschreiben, außer acht, außer kraft, vergessen, streichen`,
    near: words`anweisung, instruktion, vorgabe, richtlinie, direktive, befehl, regel, prompt, aufgaben`,
    pattern: pattern`
      \b(?:alle|sämtliche|deine|eure)\s(?:deine\s|eure\s)?${PRIOR}${SHORT}${RULES}${GAP}(?:\b(?:zu\s)?(?:ignorieren
      |missachten|verwerfen|überschreiben|vergessen|streichen)\b|außer\s(?:acht|kraft))
    `,
    validate: without(/\b(?:nicht|nie|niemals|unser|mein|wer|hat|haben|habe)/iu),
  },
  {
    id: 'de/override-told',
    ...OVERRIDE,
    ...unlessQuoted(0.72),
    keywords: dropWords,
    near: words`
      gesagt, beigebracht, aufgetragen, mitgeteilt, vorgegeben, mitgegeben, befohlen, eingetrichtert, eingeredet
    `,
    pattern: pattern`
      ${DROP}${SHORT}\b(?:alles|was|dem|das)\b${TINY}\b(?:dir|ihnen|euch)\b${GAP}(?:gesagt|beigebracht|aufgetragen
      |mitgeteilt|vorgegeben|mitgegeben|befohlen|eingetrichtert|eingeredet)
    `,
    // "Forget everything you were told about skin care" is an advertisement.
    validate: without(/\b(?:nicht|nie|niemals|ich|uber|von)\b/iu),
  },
  {
    id: 'de/set-aside-above',
    ...SET_ASIDE,
    keywords: dropWords,
    near: words`obig, vorherig, bisherig, davor, zuvor, vorher, bisher, oberhalb, darüber, oben, alles gesagte`,
    pattern: pattern`
      ${DROP}${SHORT}\b(?:alles\s(?:\w{1,5}\s)?(?:bisher|vorher|obig|davor|zuvor|darüber|oberhalb|oben|gesagte)|(?:den
      |jeden)\s(?:\w{1,7}\s)?(?:obigen|vorherigen|bisherigen|vorangehenden)\s(?:text|inhalt|kontext|prompt
      |chatverlauf)\s(?:und|oben))
    `,
    validate: without(/\b(?:nicht|nie|niemals|mein|unser|ich)/iu),
  },
  {
    id: 'de/rules-void',
    ...NEW_ORDERS,
    keywords: words`
      gelten, aufgehoben, außer kraft, hinfällig, ungültig, nichtig, obsolet, überholt, nicht mehr an,
      keine regeln mehr, keine vorgaben mehr, außer betrieb
    `,
    near: words`deine, eure, halte dich, du hast`,
    pattern: pattern`
      \b(?:deine|eure)\s${SHORT}${RULES}(?:en|n)?\s(?:gelten\s${SHORT}(?:nicht|keine)|(?:sind|seien|werden|hier|jetzt
      |nun|ab\sjetzt)\s(?:\w{1,8}\s)?(?:nicht|aufgehoben|außer\s(?:kraft|betrieb)|hinfällig|ungültig|nichtig|obsolet
      |überholt)\b)
    `,
  },
  {
    id: 'de/only-my-orders',
    ...NEW_ORDERS,
    score: 0.7,
    keywords: words`
      gilt nur, gelten nur, gelten ausschließlich, zählt nur, zählen nur, zählt allein, hörst nur, hörst du nur,
      hör nur, gehorchst, folgst nur, folgst du nur, bestimme ich, neue anweisung, neue instruktion
    `,
    pattern: pattern`
      \b(?:gilt|gelten|zähl(?:t|en)|hörs?t?|gehorchs?t?|folgs?t?)\s(?:du\s|ab\s\w{1,6}\s)?(?:nur|allein
      |ausschließlich)${SHORT}\b(?:meine[nr]?\s(?:regel|anweisung|befehl|wort|vorgabe|order)|was\sich\s(?:sag|schreib
      |befehl|will)|auf\smich|mir\b)|\b(?:ab\sjetzt|ab\ssofort|von\snun\san)\sbestimme\sich\b
      |\[\s?system\s?\]:?\sneue\s(?:anweisung|instruktion|regel|vorgabe)
    `,
  },
  {
    id: 'de/no-limits',
    ...NO_LIMITS,
    keywords: words`
      du bist, bist du, sei, spielst, spiele, agiere, agierst, verhalte dich, verhältst, antworte, wärst, hättest,
      sie sind, fungiere, du wirst, ohne deine
    `,
    near: words`ohne, keine, frei von, unzensiert, ungefiltert, uneingeschränkt, grenzenlos`,
    pattern: pattern`
      \b(?:(?:bist|sind|sei|wirst|wärst)\s(?:du\s)?|spiel(?:e|st)\s|agier(?:e|st)|verh(?:alte|ältst)\s|antworte
      |fungiere)${GAP}\b(?:(?:ohne|kein(?:e|en|erlei)?|frei\svon|kennt|hat)\s(?:\w{1,12}\s)?${NO_RULES}|(?:unzensiert
      |ungefiltert|uneingeschränkt|grenzenlos)(?:e|er|es)?\s(?:ki|ai|modell|roh|assistent|bot|chat|version))
      |\bdu\s(?:keine|nie)\s${NO_RULES}\w{0,3}\shättest|\bohne\sdeine\s(?:üblichen\s|ganzen\s)?${NO_RULES}
    `,
    validate: without(/\b(?:nicht)\b/iu),
  },
  {
    id: 'de/special-mode',
    ...SPECIAL_MODE,
    keywords: words`
      entwicklermodus, entwickler-modus, developer-modus, developer mode, debug-modus, debugmodus, admin-modus,
      adminmodus, wartungsmodus, gottmodus, gott-modus, god mode, dan-modus, jailbreak-modus, root-modus,
      diagnosemodus, testmodus, sudo-modus, freien modus, ungefilterten modus, unzensierten modus
    `,
    pattern: pattern`
      \b(?:entwickler|developer|debug|admin|wartungs|gott|god|dan|jailbreak|root|diagnose|test|sudo|freie[nr]
      |ungefilterte[nr]|unzensierte[nr])[-\s]?mod(?:us|e)\b
    `,
    context: {
      pattern: pattern`
        (?:inhalts|schutz|sicherheits|ethik)-?\s?(?:filter|schranke|regel|richtlinie|vorgabe)|(?:filter|zensur
        |richtlinien|regeln|einschränkungen|beschränkungen)\s(?:\w{1,9}\s)?(?:aus\b|deaktiv|abgeschalt|ausgeschalt
        |aufgehoben|übersprungen|entf)|(?:keine|ohne)\s(?:filter|zensur|regeln|einschränkung|beschränkung)|unzensiert
        |ungefiltert|alles\serlaubt|du\s(?:bist|befindest\sdich)\s(?:jetzt|nun|ab\ssofort|im)|lehnst
      `,
      score: 0.75,
      required: true,
      within: 120,
    },
  },
  {
    id: 'de/no-refusal',
    ...NO_REFUSAL,
    keywords: words`
      lehnst, ablehnen, verweigern, weigerst dich, ich kann nicht, kann ich nicht, das darf ich nicht, lehnt nie,
      lehnt nichts, lehnt keine
    `,
    near: words`niemals, nie, nichts, keine, nicht, kein`,
    pattern: pattern`
      \bdu\s(?:darfst|wirst|sollst|kannst|musst)\s${GAP}\b(?:keine|nie|niemals|nichts|nicht)\s${GAP}\b(?:ablehnen
      |verweigern)|\b(?:lehnst|lehnt)\s(?:du\s)?(?:nie|niemals|nichts|keine)\b|\bweigers?t?e?\sdich\s(?:nie|niemals
      |nicht)\b|\bkein\s?["'](?:ich\skann|das\s(?:kann|darf))
    `,
  },
  {
    id: 'de/reveal-prompt',
    ...REVEAL,
    ...unlessQuoted(0.8),
    keywords: words`
      systemprompt, system prompt, system-prompt, systemnachricht, systemanweisung, system-anweisung, systemvorgabe,
      systeminstruktion, system message, systemkontext, system-nachricht, initialprompt, initial-prompt,
      initial prompt, startprompt
    `,
    near: words`
      dein, euer, euren, ihr, ihren, kompletten, vollständig, gesamten, ganzen, full, exakten, genauen, internen,
      geheimen, versteckten
    `,
    pattern: pattern`
      (?:${SHOW}|\bwie\slautet|\bwas\s(?:ist|sind|steht\sin)|\bher\smit)${GAP}\b(?:dein|euer|euren|ihre?n?\s|(?:de[nm]
      |das|die)\s(?:komplett|vollständig|gesamt|ganze|exakt|genaue|full|intern|geheim
      |versteckt))${SHORT}${SYSTEM_PROMPT}${TAIL}
    `,
    validate: without(/\b(?:nie|niemals|nicht|keine)\b/iu),
  },
  {
    id: 'de/reveal-instructions',
    ...REVEAL,
    ...unlessQuoted(0.75),
    keywords: words`
      deine anweisung, deine instru, deine vorgabe, deine richtlinie, deine direktive, deine konfiguration,
      deine genauen, deine internen, deine geheimen, deine versteckten, deine komplette, deine ganzen, deine system,
      deinen anweisung, deinen prompt, deinen system, dein briefing, deinem briefing, dein regelwerk, dein system,
      eure anweisung, eure vorgabe, eure richtlinie, eure instru, eure internen, eure versteckten, eure geheimen,
      deine prompt, deine verborgenen, deine vollständigen, deine ursprünglichen
    `,
    pattern: pattern`
      (?:${SHOW}\w{0,4}|\bwie\slauten|\bwas\s(?:sind|steht\sin)|\bher\smit)\s(?:mir\s|uns\s|mal\s|bitte\s
      |alle\s)?(?:bitte\s|mal\s|doch\s|alle\s)?(?:dein|eure|deren)(?:e|en|em|er|n|m|r)?\s${SHORT}(?:anweisung
      |instru[ck]tion|vorgabe|richtlinie|direktive|briefing|regelwerk|konfiguration|(?:system-?)?prompt\b)${TAIL}
    `,
    validate: without(/\b(?:nie|niemals|nicht|keine|teile|fur)\b/iu),
  },
  {
    id: 'de/ask-secret',
    ...REVEAL,
    ...unlessQuoted(0.75),
    keywords: words`
      das du nicht, den du nicht, die du nicht, was du nicht, das du niemand, den du niemand, du geheim
    `,
    near: words`passwort, kennwort, geheim, code, schlüssel, anweisung`,
    pattern: pattern`
      \b(?:passwort|kennwort|geheimnis|code|schlüssel|geheimwort|anweisung(?:en)?),?\s(?:das|den|die
      |was)\sdu\s(?:\w{1,8}\s)?(?:nicht|geheim|niemandem)\s(?:\w{1,8}\s)?(?:verraten|sagen|nennen|preisgeben|halten
      |zeigen|herausgeben)
    `,
  },
  {
    id: 'de/repeat-above',
    ...REPEAT_ABOVE,
    keywords: words`
      oberhalb, über diese, vor diese, vor meine, über meine, vor unserem, vor unserer, den du, der dir, die dir,
      den man dir, die man dir, den sie dir
    `,
    near: words`wiederhol, gib, ausgeben, geben sie, schreib, kopier, druck, übersetz, zitier, poste, lies, zeig`,
    pattern: pattern`
      \b(?:text|alles|inhalt|worte|wörter|anweisungen|nachrichten|was)\b${GAP}\b(?:oberhalb|vor|über)\s(?:diese[rmn]?
      |meine[rm]|unsere[rm])\s(?:ersten\s|letzten\s|allerersten\s)?(?:zeile|nachricht|eingabe|prompt|frage|gespräch
      |unterhaltung|chat\b|satz)|\b(?:text|nachricht|zettel),?\s(?:den|der|die)\s(?:man\s|sie\s)?(?:dir
      |du)\s(?:\w{1,9}\s)?(?:gegeben|mitgegeben|bekommen|erhalten|eingegeben|einprogrammiert)
    `,
    validate: without(/\b(?:nie|niemals|nicht|keine)\b/iu),
  },
  {
    id: 'de/note-to-ai',
    ...NOTE_TO_AI,
    keywords: words`
      sprachmodell, ki-assistent, ki-agent, ki-system, ki-modell, ki-analyst, ki-tool, ki-werkzeug, ki-programmier,
      ai-assistent, llm, chatbot, copilot, ki-bot, die ki, eine ki, als ki, liebe ki, du ki, den agent, alle agent,
      postfach-assistent
    `,
    near: words`
      für den, für die, für das, für alle, für jede, für etwaige, für automat, für ki, an den, an die, an das,
      an alle, an jede, an ki, an copilot, an etwaige, liebe, hallo, achtung, wenn du
    `,
    pattern: pattern`
      \b(?:an|für)\s(?:de[nmr]|das|die|alle|jede[ns]?|etwaige|automatische)?\s?(?:\w{4,9}\s)?(?:ki|ai|llm|sprachmodell
      |chatbot|copilot|agent)(?:e?n|s|-\w{3,16})?\s?[)\]]?:|\b(?:liebe[srn]?|hallo|achtung)\s(?:ki|sprachmodell|llm
      |chatbot)\b|\bwenn\sdu\s(?:als\s(?:eine\s)?|eine?\s)(?:ki|sprachmodell|llm|bot|ai)\b
    `,
  },
  {
    id: 'de/hide-from-user',
    ...HIDE_FROM_USER,
    keywords: words`nutzer, anwender, empfänger, inhaber, auftraggeber`,
    near: words`nicht, nichts, verschweig, niemals`,
    pattern: pattern`
      \b(?:be)?(?:nutzer|anwender|empfänger|inhaber|auftraggeber)\w{0,3}\s${GAP}\b(?:nicht|nichts|niemals
      |verschweig)${SHORT}(?:mitteil|mitgeteilt|sag|zeig|erwähn|erzähl|verrat|anzeig|inform|wissen|erfahr|bemerk)
    `,
    validate: without(/\b(?:kann|konnen|weiss|wer)\b/iu),
  },
]);
