// Names of persons. A capital letter makes no name, so each rule needs words that only go with one: an introduction,
// a label, a title, a greeting. Names in casual prose are out of reach of rules. All letters are folded, so `Ł` is an
// `L` here; other scripts keep theirs. A capital beyond ASCII would be folded to its small letter in a pattern, so
// those are written `\p{L}`.
import { ruleFamily } from '../rule-family.js';
import { PII_REFERENCES } from './common.js';

// What may stand behind a name on its line and begins with a capital.
const NEXT_FIELD = 'E-?mail|Phone|Tel|Mobile|Address|Date|DOB|Age|Born|Company|Title|Position|Gender|SSN|ID|Apt|Suite|Unit|Flat|And|But|I|My|The|Please';
const WORD = "\\p{Lu}(?:\\p{L}{1,20}(?:['-]\\p{L}{2,20})?|'\\p{L}{2,20})";
const PARTICLE = '(?:v[ao]n|zu|del?|della|di|da|do|d[oeu]s|la|le|l[ao]s|de[nr]|te[nr]|a[fv]|bint?|ibn|al|el|ben|y|e)';
const REST = `(?: {1,2}${PARTICLE}){0,2} {1,2}(?!(?:${NEXT_FIELD})(?!\\p{L}))(?:${WORD}|\\p{Lu}\\.?(?!\\p{L}))`;
/** A letter that may be a capital. Asked before what stands behind a name, which costs more than this at each small letter. */
const CAPITAL_HERE = '(?=[A-Z\\x80-\\u{10ffff}])';
/** One to four words, of which all but particles have a capital. */
const NAME = `${WORD}(?:${REST}){0,3}`;
/** Two words and more, or an initial and a word. */
const FULL_NAME = `(?:${WORD}|\\p{Lu}\\.)(?:${REST}){1,3}`;
/** Whose letters know no case. */
const CASELESS = '[\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Thai}\\p{Script=Tamil}]{2,16}';

const TITLE = [
  'M(?:r|rs|s|x)', 'Miss', 'Dr', 'Prof', 'Professor', 'Sir', 'Madam', 'Rev', 'Herrn?', 'Frau', 'Monsieur', 'Madame',
  'Mme', 'Mlle', 'Senor(?:a|ita)?', 'Sr', 'Sra', 'Srta', 'Don', 'Dona', 'Signor[ae]?', 'Sig', 'Dott', 'Senhora?',
  'Pan[ia]?', 'Hr', 'Fru', 'Dhr', 'Mevr', 'Mevrouw', 'Meneer', 'Sayin', 'Domnul', 'Doamna', 'Doamnei', 'Kyrios',
  'Ing', 'Dipl-Ing', '\\p{L}осподин', '\\p{L}оспожа', '\\p{L}-н', '\\p{L}-жа', 'M(?=\\.)',
].join('|');

// Characters, brands and offices with a title before them.
const FAMOUS_TITLES = 'Pepper|Bean|Robot|Coffee|Potato|Claus|Universe|America|World|Who|Seuss|Strange|Marvel|Dre|Evil|Doom|Right|Clean|Big|Darcy|Holmes|Watson';

const person = { threatType: 'pii', severity: 'low', entity: 'person', references: PII_REFERENCES } as const;

/** Stands right before a name. */
const INTRODUCTIONS = [

  "(?<![Yy]our |file |variable |company |brand |product |project |class |function |host |domain |field |column |table |song |book |movie |team |city |country |street |package |branch |event |tag |code |model |place |town )[Nn](?:ame(?: is|'s|:? was)|AME IS)",
  '[Nn]ame is:', '[Cc]alls? me', '[Ii] am called', '[Mm]ein Name ist', '[Ii]ch heisse', "[Jj]e m'appelle",
  '[Mm]on (?:pre)?nom est', "[Ss]'appelle", '[Mm]i nombre es', '[Mm]e llamo', '[Ss]e llama', '[Mm]i chiamo',
  '[Ss]i chiama', 'mio nome e', '[Mm]eu nome e', '[Mm]e chamo', '[Cc]hamo-me', '[Mm]ijn naam is', '[Ii]k heet',
  '[Nn]azywam sie', '[Mm]am na imie', '[Jj]ag heter', '[Mm]itt namn ar', '[Jj]eg hed?[td]er', '[Mm]itt? navn er',
  '[Nn]imeni on', '[Mm]a numesc', '[Nn]umele meu este', '[Mm]a cheama', '[Aa]dim', '[Jj]menuj[iu] se', '[Vv]olam sa',
  '[Aa] nevem', '[Zz]ovem se', '[Ii]me mi je', '\\p{L}еня зовут', '\\p{L}ое имя', '\\p{L}ене звати', '\\p{L}азвам се',
  '\\p{L}ε λενε', '\\p{L}νομαζομαι', '[Tt]en toi la', '[Tt]oi ten la', '[Nn]ama saya', '[Nn]amaku', 'pangalan ko ay',
  '[Jj]ina langu ni', '[Ii]smim',
].join('|');

/** Field names of forms and records. */
const NAME_LABELS = [

  "(?:[Ff]irst|[Ll]ast|[Ff]ull|[Mm]iddle|[Mm]aiden|[Gg]iven|[Ff]amily|[Ll]egal|[Pp]atient|[Cc]ustomer|[Cc]lient|[Ee]mployee|[Cc]ontact|[Ss]tudent|[Aa]pplicant)(?:[ _]?[Nn]ame|'s [Nn]ame)",
  '[Ss]urname', '[Nn]ame on the (?:account|card)', '[Vv]orname', '[Nn]achname', '[Pp]renom', '[Nn]om(?: de famille)?',
  '[Nn]ombre(?: completo)?', '[Aa]pellidos?', '[Cc]ognome', '[Nn]ome(?: completo)?', '[Ss]obrenome', '[Vv]oornaam',
  '[Aa]chternaam', '[Nn]aam', '[Nn]azwisko', '[Ff]ornavn', '[Ee](?:tter|fter)navn', '[Ff]ornamn', '[Ee]fternamn',
  '[Ee]tunimi', '[Ss]ukunimi', '[Jj]meno', '[Pp]rijmeni', '[Kk]eresztnev', '[Vv]ezeteknev', '[Pp]renume',
  '[Ss]oyad[i]?', '\\p{L}мя', '\\p{L}амилия', '(?<!\\p{L})\\p{Lu}(?:\\p{Lu}\\p{Lu}|\\.\\p{Lu}\\.\\p{Lu}\\.)(?=:)',
  '\\p{L}різвище', '\\p{L}νοματεπωνυμο', '\\p{L}νομα', '[Hh]o (?:va )?ten', '[Nn]ama [Ll]engkap',
].join('|');

/** Fields that hold the name of someone with a part to play. */
const ROLE_LABELS = [
  '[Pp]atient(?:in)?', '[Cc]ard ?[Hh]older', '[Aa]ccount [Hh]older', '[Hh]older', '[Aa]ttn\\.?', '[Aa]ttention',
  '[Rr]ecipient', '[Cc]ontact(?: [Pp]erson)?', '[Nn]ext of kin', '[Ee]mployee', '[Cc]ustomer', '[Cc]lient',
  '[Aa]pplicant', '[Bb]eneficiary', '[Ss]igned(?: by)?', '[Aa]nsprechpartner(?:in)?', '[Kk]unde', '[Pp]aciente',
  '[Pp]aziente', '[Cc]onta(?:ct|tt)o',
].join('|');

/** Begins a letter or a message. */
const GREETINGS = [
  '[Dd]ear', 'DEAR', 'Hi', 'Hello', 'Hey', 'Good (?:morning|afternoon|evening)', 'Hallo', 'Liebe[rs]?', 'Guten Tag',
  'Bonjour', 'Chere?', 'Hola', 'Estimad[oa]', 'Querid[oa]', 'Ciao', 'Car[oa]', 'Gentile', 'Ola', 'Prezad[oa]',
  'Beste', 'Geachte', 'Hej', 'Kare', 'Hei', 'Czesc', 'Drog[ia]', 'Szanown[yia]{1,2}', 'Drag[aău]l?', 'Merhaba',
  'Sevgili', '\\p{L}ривет', '\\p{L}дравствуите', '\\p{L}важаем(?:ыи|ая)', '\\p{L}орог(?:ои|ая)', '\\p{L}обрыи день',
  '\\p{L}ановн(?:ии|а)', '\\p{L}γαπητ[εοη]', 'Xin chao', 'Halo', 'Kepada',
].join('|');

/** Ends a letter; the name is on the next line. */
const CLOSINGS = [
  '[Rr]egards', '[Ss]incerely', '[Yy]ours', '[Tt]ruly', '[Ff]aithfully', '[Ww]ishes', '[Cc]heers', '[Bb]est',
  '[Tt]hanks', '[Tt]hank [Yy]ou', '[Rr]espectfully', '[Cc]ordially', '[Gg]russen?', '[Hh]ochachtungsvoll',
  '[Cc]ordialement', '[Ss]alutations', '[Bb]ien a vous', '[Ss]aludos', '[Aa]tentamente', '[Ss]aluti',
  '[Aa]tenciosamente', '[Gg]roet(?:en|jes)?', '[Pp]ozdrawiam', 'powazaniem', '[Hh]alsningar', '[Hh]ilsen',
  '[Yy]stavallisin terveisin', 'pozdravem', 'stima', '[Ss]aygilarimla', '\\p{L}важением', '\\p{L}овагою',
  '\\p{L}κτιμηση', '[Tt]ran trong', '[Hh]ormat saya',
].join('|');

/** What is done with, to or by somebody. */
const ACTIONS = [
  '[Ff]ollow up with', '[Ss]peak (?:to|with)', '[Tt]alk to', "(?:it's|is|account) under", '(?:change|correct) it to',
  'under the name(?: of)?', 'in the name of', "(?:partner|wife|husband|son|daughter|mother|father)'s name",
  '[Mm]eeting with', '\\b(?:[Ss]igned|[Ss]ent|[Pp]repared|[Ss]ubmitted|[Rr]eported) by', '\\b[Aa]ssigned to',
].join('|');

/** Names, where the words around them say that they are names. */
export const personRules = ruleFamily(() => [
  {
    ...person,
    id: 'pii/person-introduced',
    severity: 'medium',
    score: 0.75,
    message: 'The text contains the name of a person.',
    keywords: [
      'name is', 'name was', "name's", 'names are', 'i am called', 'calls me', 'call me', 'called me',
      'named after me', 'mein name', 'heisse', "je m'appelle", 'mon nom', 'mon prenom', "s'appelle", 'mi nombre',
      'me llamo', 'se llama', 'mi chiamo', 'si chiama', 'mio nome', 'meu nome', 'me chamo', 'chamo-me', 'mijn naam',
      'ik heet', 'nazywam', 'mam na imie', 'jag heter', 'mitt namn', 'jeg heter', 'jeg hedder', 'mit navn',
      'mitt navn', 'nimeni on', 'ma numesc', 'numele meu', 'ma cheama', 'benim adim', 'adim ', 'jmenuji', 'jmenuju',
      'volam sa', 'a nevem', 'zovem se', 'ime mi je', 'меня зовут', 'мое имя', 'мене звати', 'казвам се', 'με λενε',
      'ονομαζομαι', 'ten toi la', 'toi ten la', 'nama saya', 'namaku', 'ang pangalan ko', 'jina langu', 'ismim',
    ],
    reach: 80,
    pattern: new RegExp(
      `(?:${INTRODUCTIONS}):?(?: adalah)? {1,2}(?:(?:${TITLE})\\.? )?(?<span>${NAME})`,
      'u',
    ),
    validate: isPersonal,
  },
  {
    // A text in lower case: only the first and the second word, and only of the plainest introduction.
    ...person,
    id: 'pii/person-introduced-lower-case',
    score: 0.55,
    message: 'The text contains the name of a person.',
    keywords: [
      'my name is', "my name's", 'my full name is', 'me llamo', "je m'appelle", 'mi chiamo', 'ich heisse', 'me chamo',
      'меня зовут', 'nama saya',
    ],
    reach: 64,
    pattern:
      /(?:my (?:full |first |last )?name(?: is|'s)|me llamo|je m'appelle|mi chiamo|ich heisse|me chamo|меня зовут|nama saya) (?<span>(?!(?:not|on|in|at|a|an|the|my|your|what|too|also|very|so|spelled|spelt|misspelled|wrong|listed|shown|displayed|being|missing|now|really|actually|of|important|hard|still|just|and|but|common|unique|known|used|written|pronounced|irrelevant|private|none|unknown|neo|sir|mr|mrs|ms|dr)\b)\p{L}{2,20}(?: (?!(?:and|but|i|im|from|the|is|you|your|my|please|can|could|what|how|y|e|et|und|soy|vengo|a|ich|und|it|so|or|in|on|at|not|to|for|with|by|who|we|do|how|as|nice|hello|hi|tell|give|writing|contacting|calling|here|и|а|я|как)\b)\p{L}{2,20})?)(?![\p{L}\d])/iu,
  },
  {
    ...person,
    id: 'pii/person-self-named',
    score: 0.5,
    message: 'The text contains the name of a person.',
    keywords: [
      "i'm ", 'i am ', 'this is ', 'speaking with', 'ich bin ', 'je suis ', 'soy ', 'sono ', 'eu sou', 'ik ben',
      'jestem ',
    ],
    reach: 64,
    // Followed by what people add to their name, not by a noun.
    pattern: new RegExp(
      `(?:[Tt]his is(?= [^,.\\n]{3,48} (?:from|calling|speaking|here) )|\\bI'm|\\bI am|[Ii]ch bin|[Jj]e suis|\\b[Ss]oy|\\b[Ss]ono|[Ee]u sou|[Ii]k ben|[Jj]estem) (?<span>${FULL_NAME})(?=,| and I| from | calling| speaking| here| at |\\. (?:I|My|Who|We)\\b| \\(|[.!]?\\n| und | aus | et | de | y | i )`,
      'u',
    ),
    validate: (value) => isPersonal(value) && /\p{Ll}/u.test(value),
  },
  {
    ...person,
    id: 'pii/person-labelled',
    severity: 'medium',
    score: 0.75,
    message: 'The text contains the name of a person.',
    keywords: [
      'first name', 'last name', 'full name', 'middle name', 'maiden name', 'given name', 'family name', 'surname',
      'first_name', 'last_name', 'full_name', 'firstname', 'lastname', 'fullname', 'given_name', 'family_name',
      'legal name', 'patient name', 'customer name', 'client name', 'employee name', 'contact name', 'student name',
      'applicant name', "patient's name", "customer's name", 'name on the account', 'name on the card', 'vorname',
      'nachname', 'prenom', 'nom de famille', 'nom :', 'nom:', 'nombre completo', 'nombre:', 'apellido', 'cognome',
      'nome completo', 'sobrenome', 'nome:', 'voornaam', 'achternaam', 'naam:', 'imie i nazwisko', 'nazwisko',
      'fornavn', 'etternavn', 'efternavn', 'fornamn', 'efternamn', 'etunimi', 'sukunimi', 'jmeno', 'prijmeni',
      'keresztnev', 'vezeteknev', 'prenume', 'soyad', 'имя', 'фамили', 'фио', 'ф.и.о', 'призвище', 'прiзвище',
      'прізвище', 'ονοματεπωνυμο', 'ονομα', 'ho va ten', 'ho ten', 'nama lengkap',
    ],
    reach: 80,
    pattern: new RegExp(
      `(?:${NAME_LABELS})["']?\\s?[:=?]\\s{0,8}(?:User: )?["']?(?:(?:${TITLE})\\.? )?(?<span>${NAME})`,
      'u',
    ),
    validate: isPersonal,
  },
  {
    ...person,
    id: 'pii/person-with-role',
    severity: 'medium',
    score: 0.7,
    message: 'The text contains the name of a person.',
    keywords: [
      'patient:', 'patientin:', 'cardholder', 'card holder', 'account holder', 'holder:', 'attn:', 'attn.:',
      'attention:', 'recipient:', 'contact:', 'contact person', 'emergency contact', 'next of kin', 'employee:',
      'customer:', 'client:', 'applicant:', 'beneficiary:', 'signed:', 'signed by', 'ansprechpartner', 'kunde:',
      'paciente:', 'paziente:', 'contacto:', 'contatto:',
    ],
    reach: 72,
    // In a dialogue one word follows the role, `Customer: Hello`; a name has two.
    pattern: new RegExp(
      `(?:${ROLE_LABELS})["']?\\s?[:=]\\s{0,8}["']?(?:(?:${TITLE})\\.? )?(?<span>${FULL_NAME})`,
      'u',
    ),
    validate: (value) => isPersonal(value) && /\p{Ll}/u.test(value),
  },
  {
    ...person,
    id: 'pii/person-name-field',
    score: 0.4,
    message: 'The text contains the name of a person.',
    keywords: ['name:', 'name :', 'name"', 'name?', 'name =', 'name\t'],
    reach: 64,
    // `Name:` alone is also the field of a file, a product or a company: two words at least.
    pattern: new RegExp(
      `(?:[Yy]our (?:[Ff]ull )?[Nn]ame["']?\\s?[:?]|[Nn]ame on the (?:account|card|booking|order)\\?|(?<![\\p{L}_-]|\\p{L} )[Nn]ame["']?\\s?:)\\s{0,8}(?:User: )?["']?(?:(?:${TITLE})\\.? )?(?<span>${FULL_NAME})`,
      'u',
    ),
    validate: isPersonal,
    context: {
      pattern: /\b(?:phone|tel|mobile|e-?mail|address|age|born|birth|dob|patient|account|gender|customer|employee|passport|ssn|resident|city|what|booking|order)\b/u,
      score: 0.65,
      within: 96,
    },
  },
  {
    ...person,
    id: 'pii/person-titled',
    score: 0.45,
    message: 'The text contains the name of a person.',
    keywords: [
      'mr. ', 'mrs. ', 'ms. ', 'mr ', 'mrs ', 'ms ', 'mx ', 'miss ', 'dr. ', 'dr ', 'prof. ', 'prof ', 'professor ',
      'sir ', 'madam ', 'rev. ', 'herr ', 'herrn ', 'frau ', 'monsieur ', 'madame ', 'mme ', 'mlle ', 'senor', 'sr. ',
      'sra', 'srta', 'don ', 'dona ', 'signor', 'sig. ', 'dott', 'senhor', 'pan ', 'pani ', 'hr. ', 'fru ', 'dhr',
      'mevr', 'meneer', 'sayin ', 'domnul', 'doamn', 'ing. ', 'господин', 'госпож', 'г-н', 'г-жа',
    ],
    reach: 64,
    pattern: new RegExp(`(?<![\\p{L}\\d.-])(?:${TITLE})\\.? (?:(?:${TITLE})\\.? )?(?!(?:${FAMOUS_TITLES})(?!\\p{L}))(?<span>${NAME})`, 'u'),
    context: {
      pattern: /\b(?:dear|contact|call|email|e-mail|phone|patient|account|address|customer|client|card|appointment|invoice|order|lives|statement|sehr geehrte[rs]?|cher|chere|estimad[oa]|gentile|prezad[oa]|beste|geachte|uwazaj|kare|kjaere)\b/u,
      score: 0.7,
      within: 48,
    },
  },
  {
    ...person,
    id: 'pii/person-greeted',
    score: 0.55,
    message: 'The text contains the name of a person.',
    keywords: [
      'dear ', 'hi ', 'hello ', 'hey ', 'good morning', 'good afternoon', 'good evening', 'hallo ', 'liebe',
      'guten tag', 'bonjour ', 'cher ', 'chere ', 'hola ', 'estimad', 'querid', 'ciao ', 'caro ', 'cara ', 'gentile ',
      'ola ', 'prezad', 'caro ', 'beste ', 'geachte', 'hej ', 'kare ', 'hei ', 'czesc ', 'drogi', 'szanown', 'draga ',
      'dragul', 'merhaba ', 'sevgili ', 'привет', 'здравствуи', 'уважаем', 'дорог', 'добрыи день', 'шановн', 'αγαπητ',
      'xin chao', 'halo ', 'kepada ',
    ],
    reach: 64,
    // At the start of a line, and a comma or the line's end behind the name.
    pattern: new RegExp(
      `(?<![^\\n">*_]|[\\p{L}\\d]")[ \\t]{0,4}(?:${GREETINGS}),? (?:(?:${TITLE})\\.? )?(?<span>${NAME})(?=[,!:]|\\s{0,3}\\n| -)`,
      'u',
    ),
    validate: isPersonal,
  },
  {
    ...person,
    id: 'pii/person-signed',
    score: 0.65,
    message: 'The text contains the name of a person.',
    keywords: [
      'regards', 'sincerely', 'yours truly', 'yours faithfully', 'best wishes', 'cheers,', 'best,', 'thanks,',
      'thank you,', 'respectfully', 'cordially', 'mit freundlichen', 'viele grusse', 'liebe grusse', 'beste grusse',
      'herzliche grusse', 'hochachtungsvoll', 'cordialement', 'salutations', 'bien a vous', 'saludos', 'atentamente',
      'cordiali saluti', 'distinti saluti', 'atenciosamente', 'vriendelijke groet', 'groetjes', 'pozdrawiam',
      'z powazaniem', 'vanliga halsningar', 'med venlig hilsen', 'vennlig hilsen', 'ystavallisin', 's pozdravem',
      'cu stima', 'saygilarimla', 'с уважением', 'з повагою', 'με εκτιμηση', 'tran trong', 'hormat saya',
    ],
    reach: 80,
    pattern: new RegExp(
      `(?:${CLOSINGS})[,.!]?[ \\t]{0,4}\\n\\s{0,8}(?:(?:${TITLE})\\.? )?(?<span>${NAME})(?=[ \\t]{0,4}(?:\\n|$|,|\\())`,
      'u',
    ),
    validate: isPersonal,
  },
  {
    ...person,
    id: 'pii/person-in-role',
    score: 0.6,
    message: 'The text contains the name of a person.',
    keywords: [
      'patient', 'employee', 'defendant', 'plaintiff', 'beneficiary', 'tenant', 'account holder', 'cardholder',
      'next of kin', 'emergency contact', 'on behalf of', 'ship to', 'deliver to', 'bill to', 'payable to',
      'payment to', 'transfer to', 'belongs to', 'registered to', 'referred by', 'prescribed to', 'appointment with',
      'appointment for', 'speak to', 'speak with', 'billing address', 'shipping address', 'my husband', 'my wife',
      'my boss', 'my son', 'my daughter', 'my brother', 'my sister', 'my mother', 'my father', 'my colleague',
      'my manager', 'my neighbor', 'my neighbour', 'my doctor', 'was called', 'customer', 'client', 'colleague',
      'co-worker', 'student', 'guest', 'passenger',
    ],
    reach: 72,
    pattern: new RegExp(
      `(?:\\b(?:patient|defendant|plaintiff|beneficiary|tenant|account holder|cardholder|next of kin|emergency contact)(?: is| was| named| called|,|:)?|(?:employee|customer|client|colleague|co-worker|student|guest|passenger)(?: named| called|,|:)|[Oo]n behalf of|[Ss]hip to:?|[Dd]eliver to:?|[Bb]ill to:?|[Pp]ayable to:?|[Pp]ayment to|[Tt]ransfer to|[Bb]elongs to|[Rr]egistered to|[Rr]eferred by|[Pp]rescribed to|[Aa]ppointment (?:with|for)|[Ss]peak (?:to|with)|(?:[Bb]illing|[Ss]hipping) address:|(?:mother|father|grandmother|grandfather) was called)\\s{1,2}(?:(?:${TITLE})\\.? )?(?<span>${FULL_NAME})`,
      'u',
    ),
    validate: isPersonal,
  },
  {
    ...person,
    id: 'pii/person-of-family',
    score: 0.5,
    message: 'The text contains the name of a person.',
    keywords: [
      'my husband', 'my wife', 'my boss', 'my son', 'my daughter', 'my brother', 'my sister', 'my mother',
      'my father', 'my colleague', 'my manager', 'my neighbor', 'my neighbour', 'my doctor', 'my friend',
      'my girlfriend', 'my boyfriend', 'my roommate', 'my landlord', 'my ex ', 'my teacher', 'my coworker',
      'my cousin', 'my partner',
    ],
    reach: 48,
    pattern: new RegExp(
      `\\b[Mm]y (?:husband|wife|boss|son|daughter|brother|sister|mother|father|colleague|manager|neighbou?r|doctor|friend|girlfriend|boyfriend|roommate|landlord|ex|teacher|coworker|cousin|partner)(?:'s name is|,| is called| named| is named)? (?<span>${NAME})`,
      'u',
    ),
    validate: isPersonal,
  },
  {
    ...person,
    id: 'pii/person-listed',
    score: 0.45,
    message: 'The text contains the name of a person.',
    keywords: [
      'they had ',
      ...[
        'children', 'kids', 'founders', 'friends', 'siblings', 'brothers', 'sisters', 'attendees', 'participants', 'guests', 'colleagues', 'daughters',
        'neighbours', 'neighbors',
      ].flatMap((who) => [`${who}: `, `${who} are: `, `${who} were: `]),
    ],
    reach: 96,
    // Each of at least two names behind a colon.
    pattern: new RegExp(
      `${CAPITAL_HERE}(?<=(?:they had \\d{1,2}|They had \\d{1,2}|children|kids|founders|friends|siblings|brothers|sisters|attendees|participants|guests|colleagues|daughters|neighbou?rs)(?: are| were)?: (?:[^\\n.:;]{1,60}(?:, | and ))?)(?<span>${NAME})(?=, \\p{Lu}|,? and \\p{Lu}|(?<=, [^,\\n]{1,40}|and [^,\\n]{1,40})\\.)`,
      'u',
    ),
    validate: isPersonal,
  },
  {
    ...person,
    id: 'pii/person-speaking',
    score: 0.4,
    message: 'The text contains the name of a person.',
    keywords: [
      'says ', 'said ', 'shouted', 'told ', 'asked ', 'gave ', 'had given ', 'whispered', 'replied', 'emailed ',
      'texted ', 'phoned ',
    ],
    reach: 64,
    // Who says something to whom, or gives it; not what a newspaper or a book says.
    pattern: new RegExp(
      `${CAPITAL_HERE}(?:(?<=[,!?.]["”] (?:says|said|asked|replied|whispered|shouted) |[!?] said | said \\p{Lu}\\p{L}{1,20} to |(?:shouted|yelled) at |(?:emailed|texted|phoned|gave|had given|told) )(?<span>${NAME})(?=[.,:!](?!\\w)| to | (?:his|her|their|my|our|the|an?|that|about|in|on|to)\\b|$)|(?<![\\p{L}\\d'-])(?<!\\bThe )${NAME}(?= (?:had given|gave|told|asked|texted|emailed|phoned) (?:${WORD}|me|him|us|them) (?:his|her|their|a|an|the|my|that|about|to)\\b| (?:shouted|yelled) at ))`,
      'u',
    ),
    validate: (value) => isPersonal(value) && /\p{Ll}/u.test(value),
  },
  {
    ...person,
    id: 'pii/person-of-kin',
    score: 0.5,
    message: 'The text contains the name of a person.',
    keywords: [
      "'s daughter", "'s son", "'s mother", "'s father", "'s wife", "'s husband", "'s brother", "'s sister",
      "'s mom", "'s dad", "'s boss", "'s girlfriend", "'s boyfriend", "'s parents", "'s kid", "'s children", "'s killer",
      'assistant to ', 'married to ', 'divorced from ', 'engaged to ',
    ],
    reach: 48,
    pattern: new RegExp(
      `${CAPITAL_HERE}(?:(?<![\\p{L}\\d'-])(?<span>(?!(?:It|He|She|There|Who|What|Here|That|Let)')${NAME})(?='s? (?:daughter|son|mother|father|wife|husband|brother|sister|mom|dad|boss|girlfriend|boyfriend|parents|kids?|children|killers?)(?!\\p{L}))|(?<=[Aa]ssistant to |[Mm]arried to |[Dd]ivorced from |[Ee]ngaged to )(?:${NAME}))`,
      'u',
    ),
    validate: isPersonal,
  },
  {
    ...person,
    id: 'pii/person-described',
    score: 0.4,
    message: 'The text contains the name of a person.',
    keywords: [
      ' person', ' woman', ' man ', ' man.', ' guy', ' nurse', ' teacher', ' lawyer', ' doctor', 'will be talking',
      'will be speaking', 'spent a ', 'spent two', 'years at', 'named him ', 'named her ', 'have you heard ',
      'have you seen ', 'have you met ', 'keynote',
    ],
    reach: 64,
    // What is said of nobody but people.
    pattern: new RegExp(
      `${CAPITAL_HERE}(?:(?<![\\p{L}\\d'-])(?<!\\bThe )(?<span>${NAME})(?= (?:is|was) an? (?:\\p{Ll}{2,14} ){0,2}(?:person|woman|man|guy|nurse|teacher|lawyer|doctor)\\b(?! of| in the)| will be (?:talking|speaking)\\b| (?:spent|worked) (?:an?|\\p{Ll}{3,6}) (?:years?|months?) (?:at|with)\\b| from [^.\\n]{2,32} is the keynote)|(?<=named (?:him|her) |[Hh]ave you (?:heard|seen|met) )${NAME}(?= |[.?!,]|$))`,
      'u',
    ),
    validate: (value) => isPersonal(value) && /\p{Ll}/u.test(value),
  },
  {
    ...person,
    id: 'pii/person-credited',
    score: 0.4,
    message: 'The text contains the name of a person.',
    keywords: [
      'directed by', 'written by', 'sung by', 'performed by', 'produced by', 'starring ', 'singer ', 'songwriter ',
      'producer ', ' player ', 'columnist ', 'commenter ', 'tribute to ', 'novelist ', 'painter ', 'director ',
    ],
    reach: 48,
    pattern: new RegExp(
      `\\b(?:(?:[Dd]irected|[Ww]ritten|[Ss]ung|[Pp]erformed|[Pp]roduced) [Bb]y|[Ss]tarring|[Ss]ongwriter|[Ss]inger|[Pp]roducer|(?:tennis|football|basketball|hockey|chess|golf) player|[Cc]olumnist|[Cc]ommenter|[Tt]ribute to|[Nn]ovelist|[Pp]ainter|[Dd]irector):?\\s{1,4}(?<span>${FULL_NAME})`,
      'u',
    ),
    validate: (value) => isPersonal(value) && /\p{Ll}/u.test(value),
  },
  {
    ...person,
    id: 'pii/person-living',
    score: 0.55,
    message: 'The text contains the name of a person.',
    keywords: [
      'lives at', 'lives on', 'resides at', 'resides on', 'lived at', 'residing at', 'can be reached', "'s phone",
      "'s home", "'s cell", "'s mobile", "'s personal", "'s email", "'s address", "'s ssn", "'s social",
      "'s passport", "'s date of birth", "'s salary", "'s medical", "'s bank", "'s credit card",
    ],
    reach: 72,
    pattern: new RegExp(
      `${CAPITAL_HERE}(?<![\\p{L}\\d'-])(?<span>${NAME})(?: (?:lives|resides|lived|is living|residing) (?:at|on)\\b| can be reached|'s? (?:home |work |cell |mobile |personal )?(?:phone|e-?mail address|home address|address|ssn|SSN|social security|passport|date of birth|salary|medical records?|bank account|credit card))`,
      'u',
    ),
    validate: isPersonal,
  },
  {
    ...person,
    id: 'pii/person-of-mailbox',
    score: 0.7,
    message: 'The text contains the name of a person.',
    keywords: ['@'],
    reach: 112,
    pattern: new RegExp(`${CAPITAL_HERE}(?<![\\p{L}\\d'-])(?<span>${FULL_NAME})["']?\\s{1,2}[<([][^\\s@<>()[\\]]{1,64}@`, 'u'),
    validate: isPersonal,
  },
  {
    ...person,
    id: 'pii/person-acted-on',
    score: 0.5,
    message: 'The text contains the name of a person.',
    keywords: [
      'follow up with', 'speak to ', 'speak with', 'talk to ', "it's under ", 'is under ', 'account under ',
      'change it to ', 'correct it to ', 'under the name', 'in the name of', "partner's name", "wife's name",
      "husband's name", "son's name", "daughter's name", "mother's name", "father's name", 'meeting with',
      'signed by', 'sent by', 'prepared by', 'submitted by', 'reported by', 'assigned to',
    ],
    reach: 64,
    pattern: new RegExp(
      `(?:${ACTIONS}):? (?:(?:${TITLE})\\.? )?(?<span>${FULL_NAME})`,
      'u',
    ),
    validate: isPersonal,
  },
  {
    ...person,
    id: 'pii/person-assigned',
    score: 0.55,
    message: 'The text contains the name of a person.',
    keywords: [
      'as a beneficiary', 'as beneficiary', 'as an authorized', 'as an authorised', 'as my emergency', 'as a contact',
      'as the contact', 'as a co-signer', 'as a joint', 'as guardian', 'as a guardian', 'as next of kin',
      'from the will', 'from my account', 'to my account',
    ],
    reach: 64,
    pattern: new RegExp(`\\b(?:[Aa]dd|[Rr]emove|[Rr]egister|[Ll]ist) (?:my \\p{L}{3,10} )?(?<span>${NAME})(?= as | from | to )`, 'u'),
    validate: isPersonal,
  },
  {
    // An envelope: a name on a line of its own, at most two lines more, and a line that begins with a house number.
    ...person,
    id: 'pii/person-addressed',
    score: 0.5,
    message: 'The text contains the name of a person.',
    keywords: [
      'apt. ', 'apt ', 'suite ', 'p.o. box', 'po box', ' street\n', ' street,', ' avenue', ' road\n', ' road,',
      ' st\n', ' ave\n', ' rd\n', 'psc ', 'unit ',
    ],
    reach: 120,
    pattern: new RegExp(
      `(?<![^\\n> ]|[^\\n>][ >])(?<span>${FULL_NAME})[ \\t]{0,4}\\n(?:[> ?]{0,4}[^\\n]{0,48}\\n){0,3}[> ?]{0,5}(?:\\d{1,6}[A-Za-z]? [\\p{Lu}\\d]|PSC \\d|Unit \\d|[Uu]l\\. )`,
      'u',
    ),
    validate: isPersonal,
  },
  {
    ...person,
    id: 'pii/person-chinese',
    score: 0.65,
    message: 'The text contains the name of a person.',
    keywords: ['我叫', '我的名字', '名字是', '名字叫', '姓名', '联系人', '收件人', '患者', '本人', '戶名', '户名'],
    reach: 24,
    // One of the hundred commonest surnames, or a compound one, and one or two characters.
    pattern:
      /(?:我叫|我的名字(?:是|叫)|名字(?:是|叫)|姓名(?:[:是为]|\s){1,2}|联系人[: ]{0,2}|收件人[: ]{0,2}|患者[: ]{0,2}|[户戶]名[: ]{0,2}|本人)\s?(?<span>(?:欧阳|司马|上官|诸葛|东方|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭蔣葉蘇呂盧鍾譚陸賈鄒龍顧龔邵萬錢嚴湯])[\u4e00-\u9fff]{1,2})(?=[^\u4e00-\u9fff]|$|[，。是在的住我和,.])/u,
  },
  {
    ...person,
    id: 'pii/person-chinese-titled',
    score: 0.45,
    message: 'The text contains the name of a person.',
    keywords: ['先生', '女士', '小姐', '太太'],
    reach: 16,
    pattern:
      /(?<span>[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏付方白邹孟熊秦邱江尹薛段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭蔣葉蘇][\u4e00-\u9fff]{0,2}?)(?:先生|女士|小姐|太太)/u,
    context: { pattern: /尊敬的|联系|电话|手机|地址|客户|您好|收件|預約|预约/, score: 0.65, within: 24 },
  },
  {
    ...person,
    id: 'pii/person-japanese',
    score: 0.65,
    message: 'The text contains the name of a person.',
    keywords: ['私の名前', '名前は', '氏名', 'お名前', 'と申します', 'といいます', '担当者', '患者名', 'ご担当', '様'],
    reach: 32,
    pattern:
      /(?:名前は|氏名(?:[:は]|\s){1,2}|お名前[:は ]{1,2}|患者名[: ]{1,2}|担当者?[: ]{1,2}|私は)\s?(?<span>[\p{Script=Han}\p{Script=Katakana}ー々]{2,8}(?: [\p{Script=Han}\p{Script=Katakana}ー々]{1,6})?)(?=です|と申|といい|[、。,.\n(（]|$|\s)|(?<![\p{Script=Han}])(?<=[はの、。\s]|^)[\p{Script=Han}々]{2,4} ?[\p{Script=Han}]{0,3}(?=と申します|といいます)/u,
  },
  {
    ...person,
    id: 'pii/person-korean',
    score: 0.65,
    message: 'The text contains the name of a person.',
    keywords: ['이름은', '성명', '이름:', '이름 :', '저는', '고객명', '담당자', '환자명', '수령인', '받는 사람', '예금주'],
    reach: 24,
    pattern:
      /(?:이름은|성명 ?[:은]|이름 ?:|고객명 ?:|담당자 ?:|환자명 ?:|수령인 ?:|받는 사람 ?:|예금주 ?:)\s{0,2}(?<span>[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용][가-힣]{1,2}?)(?= ?(?:입니다|이에요|예요|이고|이며|님|씨)|[,.]|\n|$)|저는 (?<![가-힣])[김이박최정강조윤장임한오서신권황안송류전홍][가-힣]{2}(?=입니다|이에요|예요|라고)/u,
  },
  {
    ...person,
    id: 'pii/person-caseless',
    score: 0.6,
    message: 'The text contains the name of a person.',
    keywords: [
      'اسمي', 'الاسم:', 'الاسم الكامل', 'נקרא', 'שמי ', 'השם שלי', 'שם מלא', 'मेरा नाम', 'नाम:', 'আমার নাম', 'ผมชื่อ',
      'ฉันชื่อ', ' ชื่อ', 'اسم من', 'نام من', 'میرا نام', 'நான்', 'என் பெயர்',
    ],
    reach: 48,
    pattern: new RegExp(
      `(?:اسمي(?: هو)?|الاسم(?: الكامل)? ?:|שמי(?: הוא)?|השם שלי(?: הוא)?|שם מלא ?:|मेरा नाम|नाम ?:|আমার নাম|(?:ผม|ดิฉัน|ฉัน)?ชื่อ(?:ของ(?:ผม|ฉัน)คือ)?|(?:اسم|نام) من|میرا نام|என் பெயர்) ?(?<span>${CASELESS}(?: (?!है|हैं|ہے|আছে|ครับ|ค่ะ|และ|و)${CASELESS})?)(?=[\\s,.،。!?]|$)`,
      'u',
    ),
    validate: (value) => !/^(?:كان|ليس|ليست|في|من|לא|היא|क्या|है|কি|อะไร|อะไรครับ|چيست|كيا)/.test(value),
  },
]);

// Greetings that name nobody, sentences that go on, titles alone, days, and what a model is called.
const NOT_A_FIRST_WORD = new Set(
  [
    'email mail phone tel mobile address date dob age company title position job ssn id city country gender',
    "account fax website subject and but i i'm he she they him her them someone nobody family people my the this that please",
    'thanks thank what how when where who why can could would you your we it its if in on at for is are not no yes',
    'a an sir sirs madam mr mrs ms dr customer customers client clients friend friends team all everyone everybody',
    'colleague colleagues hiring valued reader readers student students parent parents editor editors santa god',
    'diary lord user users member members candidate candidates applicant applicants recruiter committee mom mum',
    'dad mother father honey sweetheart again there world kitty chatgpt gpt claude gemini siri alexa assistant ai',
    'bot chatbot guys folks ladies gentlemen monday tuesday wednesday thursday friday saturday sunday january',
    'february march april may june july august september october november december president chairman speaker',
    'minister mayor professor doctor sales support human manager director unknown none null n tbd string text name',
    'back later today tomorrow now maybe only crazy old asap damen herren kunde kundin kollegen kolleginnen new',
    'untitled anonymous default test example sample first last full monsieur madame mesdames messieurs senor',
    'senora senores todos equipo tous et und y e senhor senhora signori grandma grandpa',
    'mitglieder gemeinde nachbarn eltern freunde american british french german indian',
    'chinese japanese spanish italian russian english us uk eu hi hello hey yeah important extremely',
  ].flatMap((line) => line.split(' ')),
);

// Ends or belongs to the name of an organisation, a document or a crowd.
const ORGANISATION_WORDS = [
  'inc corp ltd llc gmbh university college hospital bank street road avenue airport hotel county city school',
  'company department office committee service services team support project system group association institute',
  'center centre list bot administrator webmaster network alert newsletter survey letter assessment edition',
  'software corporation technologies solutions international desk squadron stanley insurance holdings partners',
  'consulting foundation customers? subscribers? investors? travell?ers homeowners? reviewers? marketers? buyers?',
  'sellers? winners? guests? fool gpt assistant generator expert checker tutor advisor guide ai citizens? no not',
].flatMap((line) => line.split(' '));
const ORGANISATION = new RegExp(`\\b(?:${ORGANISATION_WORDS.join('|')})\\b`, 'i');

/** Rejects matches whose first word opens a sentence or greets nobody in particular, and names of organisations. */
function isPersonal(value: string): boolean {
  const [first = ''] = value.split(' ');
  return !NOT_A_FIRST_WORD.has(first.toLowerCase()) && !ORGANISATION.test(value);
}
