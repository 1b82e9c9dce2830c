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

// Stems: the gap that follows a part also takes its ending (ignoruj, ignorujcie; polecenie, polecenia).
const DROP = source`
  (?:\b(?<!nie\s)(?:z?ignoruj|zignorow|zapomnij|zapomnieć|pomiń|pomijaj|odrzuć|porzuć|olej|złam|nadpisz|usuń|skasuj
  |obejdź|omiń|zlekceważ|lekceważ|anuluj|wyrzuć|wyłącz)|\bnie\s(?:zważaj|przestrzegaj|stosuj|słuchaj|bierz\spod\suwagę
  |trzymaj\ssię)|\bprzestań\s(?:przestrzegać|stosować|słuchać))
`;
const PRIOR = source`
  \b(?:poprzedni|wcześniej|dotychczasow|powyższ|uprzedni|pierwotn|początkow|stare\s|starych|otrzyman|previous|prior)
`;
const RULES = source`
  (?:instrukcj|polece[nń]|wytyczn|reguł|zasad|rozkaz|dyrektyw|nakaz|ogranicze[nń]|zakaz|prompt|komend|wskazów
  |ustawie[nń]|restrykcj|guideline|rules)
`;
const NO_RULES = source`(?:ogranicz|zasad|cenzur|filtr|zakaz|moral|etyk|etyc|hamulc|tabu|reguł|skrupuł|granic)`;
const SHOW = source`
  \b(?:pokaż|wyświetl|ujawn|wydrukuj|napisz|powtórz|skopiuj|wklej|zacytuj|przetłumacz|podaj|zdradź|wypisz|prześlij
  |opublikuj|wymień|streść|przeczytaj|daj|dawaj|wyślij|zrzuć|odczytaj|powiedz|jaki(?:e|ch)?\s(?:są|jest|masz)
  |jak\sbrzmi)
`;
const SYSTEM_PROMPT = source`
  (?:system\s?prompt|prompt${TINY}systemow|(?:systemow|początkow|ukryt|tajn|wewnętrzn|pierwotn|poufn)${TINY}(?:prompt
  |instrukcj|wiadomoś|polece[nń]|wytyczn|komunikat)|(?:instrukcj|wiadomoś|polece[nń]|komunikat
  |wytyczn)${TINY}(?:systemow|początkow|ukryt|tajn|wewnętrzn|poufn))
`;

const dropWords = words`
  ignoruj, zignorow, zapomnij, zapomnieć, pomiń, pomijaj, odrzuć, porzuć, olej, złam, nadpisz, usuń, skasuj, obejdź,
  omiń, zlekceważ, lekceważ, anuluj, wyrzuć, wyłącz, zważaj, nie przestrzegaj, nie stosuj, nie słuchaj, pod uwagę,
  trzymaj się, przestań
`;
const ruleWords = words`
  instrukcj, polecen, poleceń, wytyczn, reguł, zasad, rozkaz, dyrektyw, nakaz, ogranicz, zakaz, prompt, komend,
  wskazów, ustawie, restrykcj, guideline, rules
`;

export const plRules = defineRules([
  {
    id: 'pl/override-previous',
    ...OVERRIDE,
    ...unlessQuoted(0.85),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`${DROP}${GAP}(?:${PRIOR}${SHORT}${RULES}|${RULES}${SHORT}${PRIOR})`,
    // People withdraw their own drafts, and firms their circulars, in the same words.
    validate: without(
      /\b(?:nigdy|nasz\w*|moj\w*|jesli)\b/iu,
      /^(?:usuń|skasuj|anuluj|wyłącz|nadpisz)(?!.*\b(?:swo|two)).*(?:prompt|komend|reguł|zasad|ogran|ustaw|rozk|polec)/iu,
    ),
  },
  {
    id: 'pl/override-rules',
    ...OVERRIDE,
    ...unlessQuoted(0.8),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`
      ${DROP}${SHORT}(?:\b(?:swo(?:je|ich|im)|two(?:je|ich|im)|wszystkich|wszystkie|wszelkie
      |te)\s${SHORT}${RULES}(?!\w{1,3}\s(?:ruchu|gry|ortograf|pisowni|gramat|bhp))${TAIL}
      |${RULES}\w?\w?\w?,?\s(?:które|jakie|co)\s(?:ci|ty|wam|masz|dostał|otrzymał))
    `,
    validate: without(
      /\b(?:nigdy|nasz\w*|moj\w*)\b|\b(?:z|dla|do|w|od|na)\b.{0,7}$/iu,
      /^(?:usuń|skasuj|anuluj|wyłącz|nadpisz)(?!.*\b(?:swo|two))/iu,
    ),
  },
  {
    id: 'pl/override-told',
    ...OVERRIDE,
    ...unlessQuoted(0.72),
    keywords: dropWords,
    near: words`
      powiedzian, mówiono, mówili, powiedzieli, kazano, kazali, nauczono, uczono, przekazan, polecono, zabronion,
      zabronili
    `,
    pattern: pattern`
      ${DROP}${SHORT}\b(?:o\s)?(?:wszystkim|wszystko|tym|to)?,?\s?(?:co|czego)\s(?:ci|cię|wam
      |tobie)\s${SHORT}(?:powiedzian|mówiono|mówili|powiedzieli|kazano|kazali|nauczono|uczono|przekazan|polecono
      |zabron)${TAIL}
    `,
    // "Forget everything you were told about skin care" is an advertisement.
    validate: without(/\b(?:nigdy|na\ste\w*|jesli)\b|kazano?\w*\s(?:o|na)\b|dzian\w\s(?:o|na)\b/iu),
  },
  {
    id: 'pl/set-aside-above',
    ...SET_ASIDE,
    keywords: dropWords,
    near: words`powyżej, powyższ, wcześniej, poprzedni, do tej pory, dotychczas, dotąd`,
    pattern: pattern`
      ${DROP}${SHORT}\b(?:wszystk(?:o|im),?\s(?:co\s)?(?:\w{2,4}\s)?(?:powyżej|wcześniej|do\stej\spory|dotąd
      |poprzednie)|(?:powyższy|poprzedni|cały\spowyższy)\s(?:tekst|kontekst)\si|tekst\spowyżej\si)
    `,
  },
  {
    id: 'pl/new-orders',
    ...NEW_ORDERS,
    keywords: words`
      nie obowiązują, nie obowiązuje, już nie, zostały uchylone, są nieważne, tracą moc, straciły moc,
      zostały zniesione, zostały anulowane, słuchasz tylko, słuchaj tylko, tylko mnie, tylko moje, tylko moich,
      wykonujesz tylko, nowa instrukcja, nowe instrukcje, nowe polecenie, ja tu rządzę
    `,
    near: words`twoje, wasze, mnie, moje, moich, system, od teraz, od tej pory`,
    pattern: pattern`
      \b(?:twoje|wasze)\s${TINY}${RULES}\w{0,3}\s${SHORT}(?:nie\sobowiązują|nie\sdziałają|uchylone|nieważne|tracą\smoc
      |straciły\smoc|zniesione|anulowane|zawieszone)|\b(?:słuchasz|słuchaj|wykonuj|wykonujesz|obowiązują)\s(?:już\s
      |teraz\s|się\s)?(?:tylko|wyłącznie)\s(?:mnie|mo(?:je|ich)\s(?:${RULES}|słow))
      |\[\s?system\s?\]\s?:?\snow[ae]\s(?:instrukcj|polece|zasad|reguł)
    `,
  },
  {
    id: 'pl/no-limits',
    ...NO_LIMITS,
    keywords: words`
      jesteś, jestes, będziesz, zachowuj się, odpowiadaj, udawaj, wciel się, zagraj, wyobraź sobie, działaj jako,
      graj rolę
    `,
    near: words`
      bez, żadnych, pozbawion, wolny od, wolna od, nie masz, nie ma, nie zna, nieocenzurowan, nieograniczon
    `,
    pattern: pattern`
      \b(?:jesteś|będziesz|zachowuj\ssię|odpowiadaj|udawaj|wciel\ssię|zagraj|działaj|graj|inteligencją|modelem
      |asystentem|botem|ai)\b${GAP}\b(?:(?:bez|żadnych|pozbawion\w{1,3}|woln[yaeo]\sod|nie\smasz|nie\sma
      |nie\szna)\s(?:żadnych\s|jakichkolwiek\s|wszelkich\s|moralnych\s)?${NO_RULES}|(?:nieocenzurowan
      |nieograniczon)\w{1,2}\s(?:si\b|ai\b|model|asystent|bot|wersj))
    `,
  },
  {
    id: 'pl/special-mode',
    ...SPECIAL_MODE,
    keywords: words`
      tryb dewelopera, tryb deweloperski, trybie dewelopera, trybie deweloperskim, tryb programisty,
      trybie programisty, tryb debug, trybie debug, tryb administratora, trybie administratora, tryb serwisowy,
      trybie serwisowym, tryb boga, trybie boga, tryb dan, trybie dan, tryb bez, trybie bez, tryb diagnostyczny,
      trybie diagnostycznym, tryb jailbreak, trybie jailbreak
    `,
    pattern: pattern`
      \btryb(?:ie|u)?\s(?:dewelopersk|dewelopera|programisty|debug|administratora|serwisow|boga|dan\b|bez\s(?:cenzury
      |ogranicze|filtr|zasad)|diagnostyczn|jailbreak)
    `,
    context: {
      pattern: pattern`
        (?:filtr|cenzur|ogranicze|zakaz|zabezpiecze|zasad|polityk|blokad)\w{0,4}\s(?:\w{1,12}\s){0,2}(?:wyłącz|zawiesz
        |zdjęt|nieaktyw|off|usunięt|nie\sobowiąz)|bez\s(?:cenzur|ogranicze|filtr|zasad|zakaz)|\bjesteś\s(?:teraz|od
        |już|wolny)|nie\sodmawia|odpowiadasz|odpowiadaj
      `,
      score: 0.75,
      required: true,
      within: 120,
    },
  },
  {
    id: 'pl/no-refusal',
    ...NO_REFUSAL,
    keywords: words`odmawiaj, odmawiać, odmawiasz, odmówić, odmawia, nie mogę`,
    near: words`nigdy, nie wolno, niczego, żadn, bez słów, nie mów, nie masz prawa`,
    pattern: pattern`
      \b(?:nigdy|nie\swolno(?:\sci)?|nie\smasz\sprawa|nie\smożesz)\s(?:mi\s|nie\s|niczego\s|nigdy\s)?odm[aó]wi(?:aj|ać
      |asz|a|ć)|\bnie\sodmawia(?:j|sz|)\s(?:mi\s)?(?:niczego|żadn|odpowiedzi|nigdy)|\b(?:nie\smów|żadnego
      |bez)\s${SHORT}"\s?nie\smogę
    `,
  },
  {
    id: 'pl/reveal-prompt',
    ...REVEAL,
    ...unlessQuoted(0.8),
    keywords: words`
      system prompt, prompt systemow, promptu systemow, systemowy prompt, instrukcje systemow, instrukcję systemow,
      wiadomość systemow, polecenia systemow, systemowe instrukcj, ukryte instrukcj, tajne instrukcj,
      wewnętrzne instrukcj, początkowe instrukcj, ukryte polecen, wewnętrzne wytyczn, instrukcje początkow,
      instrukcje wewnętrzn, prompt początkow, początkowy prompt, ukryty prompt, tajny prompt, komunikat systemow
    `,
    near: words`
      swój, swoje, twój, twoje, swojego, twojego, swoją, twoją, cały, pełny, w całości, dosłownie, słowo w słowo,
      wasze
    `,
    pattern: pattern`
      (?<!nie\s)${SHOW}${GAP}\b(?:(?:sw[oó]j|tw[oó]j|wasz)\w?\w?\w?\s${TINY}|(?:cały|pełny|pełne|całe|całą
      |pełną)\s)${SYSTEM_PROMPT}
    `,
    validate: without(/\b(?:nigdy|nie|dla)\b/iu),
  },
  {
    id: 'pl/reveal-instructions',
    ...REVEAL,
    ...unlessQuoted(0.75),
    keywords: words`
      swoje instrukcje, swoje zasady, swoje wytyczne, swoje polecenia, swoje reguły, swoje dyrektywy, swoje prawdziwe,
      swoje pełne, swoje własne, twoje instrukcje, twoje zasady, twoje wytyczne, twoje polecenia, twoje reguły,
      twoje dyrektywy, twoje prawdziwe, twoje pełne, twoje własne, swoich instrukcji, swoich zasad, swoich wytycznych,
      swoją konfigurac, twoją konfigurac, swój prompt, twój prompt
    `,
    pattern: pattern`
      ${SHOW}${GAP}\b(?:(?:swoje|twoje|swoich|twoich)\s(?:prawdziwe\s|pełne\s|własne\s)?(?:instrukcj|zasad|wytyczn
      |polecenia|reguł|dyrektyw)|(?:swoją|twoją)\skonfiguracj)${TAIL}|\b(?:pokaż|ujawnij|zdradź|podaj|dawaj|wyświetl
      |jaki\sjest)\s(?:mi\s)?(?:swój|twój)\sprompt\b
    `,
    validate: without(/\b(?:nigdy|nie|dla|domu|zycia|zyciowe)\b/iu),
  },
  {
    id: 'pl/repeat-above',
    ...REPEAT_ABOVE,
    keywords: words`
      powyżej tej, powyżej tego, nad tą, nad tym, przed tą, przed tym, przed moj, przed naszą, poprzedza, który ci da,
      który dosta, którą dosta, który ci wpis
    `,
    near: words`
      powtórz, wypisz, pokaż, skopiuj, wklej, zacytuj, przetłumacz, napisz, wydrukuj, przeczytaj, wyślij, podaj
    `,
    pattern: pattern`
      \b(?:tekst|wszystko|słowa|instrukcje|treść|co)\b${SHORT}\b(?:powyżej|nad|przed|poprzedza)\s(?:t(?:ą|ym|ej|ego)
      |moj(?:ą|ej|ego|im)|nasz(?:ą|ej))\s(?:pierwsz(?:ą|ej|ym|ego)\s)?(?:wiadomoś|linij|lini|rozmow|pytan|prompt|zdani
      |czat|promptem)|\b(?:tekst|wiadomość),?\s(?:który|którą)\s(?:ci\s)?(?:dali|dano|wpisano|wpisali|dostałeś
      |otrzymałeś)
    `,
  },
  {
    id: 'pl/note-to-ai',
    ...NOTE_TO_AI,
    keywords: words`
      asystenta ai, asystenta si, asystentów ai, modelu językow, modeli językow, modelem językow, model językow,
      sztucznej inteligencji, sztuczna inteligencj, agenta ai, agentów ai, chatbot, llm, dla ai, do ai,
      ważne dla asystent, dla asystent
    `,
    near: words`dla, jeśli jesteś, drogi modelu, droga, drogie, uwaga do, wiadomość do`,
    pattern: pattern`
      \b(?:ważne|uwaga|notatka|instrukcj[ae]|wiadomość|informacja|polecenie|przypomnienie)\s(?:dla|do)\s(?:każdego\s
      |wszystkich\s|automatycznego\s)?(?:asystent|agent|ai\b|si\b|model|llm|chatbot|bot|sztuczn)${SHORT}:
      |\bjeśli\sjesteś\s(?:ai\b|si\b|sztuczną|modelem|llm|botem|agentem|asystentem)|\b(?:drogi|droga|drogie)\s(?:ai\b
      |modelu|sztuczna\sinteligencjo|chatbocie)
    `,
  },
  {
    id: 'pl/hide-from-user',
    ...HIDE_FROM_USER,
    keywords: words`użytkownik, odbiorc, właściciel, adresat`,
    near: words`
      nie mów, nie informuj, nie pokazuj, nie wspominaj, nie zdradzaj, bez wiedzy, nie powinien, nie może, nie musi,
      niczego
    `,
    pattern: pattern`
      \bnie\s(?:mów|informuj|pokazuj|wspominaj|zdradzaj|powiadamiaj|ujawniaj)\s${SHORT}\b(?:użytkowni|odbiorc
      |właściciel|adresat)|\b(?:użytkownik|odbiorca|właściciel|adresat)\s(?:o\stym\s|tego\s)?nie\s(?:powinien|może
      |musi|ma)\s(?:o\stym\s|tego\s)?(?:wiedzieć|widzieć|zobaczyć|się\sdowiedzieć)|\bbez\swiedzy\s(?:użytkowni|odbiorc
      |właściciel)|\b(?:użytkownikowi|odbiorcy|właścicielowi)\s(?:o\stym\s|tego\s)?nie\s(?:mów|pokazuj|wspominaj)
    `,
  },
]);
