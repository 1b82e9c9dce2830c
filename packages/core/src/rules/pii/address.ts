// Postal addresses. Countries differ in three ways: number before the street (English, French), behind it (most of
// Europe and Latin America), or blocks from large to small (East Asia). A row for each, and one for what stands
// behind the word "address".
import { ruleFamily } from '../rule-family.js';
import { MANY, PII_REFERENCES } from './common.js';

/** Folded: `Ø` is an `O`. */
const WORD = "\\p{Lu}[\\p{L}'-]{1,24}";
const UNIT = '(?:Apartment|Apt|Unit|Suite|Ste|Flat|Floor|Room|APT|SUITE|UNIT|#)\\.? ?#?[\\w-]{1,6}';
const FLAT = '(?:Apartment|Apt|Suite|Ste|Flat|Unit)';
const POSTCODE = '(?:[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|\\d{4} ?[A-Z]{2}|\\d{4,6}(?:-\\d{2,4})?|\\d{3} \\d{2}|\\d{2}-\\d{3})(?![\\p{L}\\d])';
// Begins the next field or sentence.
const NOT_IN_ADDRESS = 'Phone|Mobile|Tel|Fax|E-?mail|Desk|Office|Website|Name|Please|Thanks|Regards|Date|I|My|The|We|It|He|She|They|This|And|But|You|Can|Is|What|Where|When|How|In|On|At|If';
/**
 * Flat, town, state, postcode, country: what may follow a street and its number, also on the next lines. Words with a
 * capital, and numbers unless a row of them begins, as of a telephone. Three question marks are what a broken mail
 * makes of an indent.
 */
const TAIL = `(?:(?:[,\\s>]{1,8}|\\n\\?{3} )(?:(?:de|del|do|da|dos|di|la|le|sur|nad|am|upon|of) ){0,2}(?!(?:${NOT_IN_ADDRESS})(?!\\p{L}))(?:\\p{Lu}[\\p{L}\\d'-]{0,24}(?:(?<=Apt|Ste|St|No|Fl)\\.)?|#?\\d[\\dA-Z-]{0,8}(?![\\p{L}\\d-]| \\d{3}| \\d\\d \\d))){0,10}`;
/** The same on one line, of which something has to be there: a flat or a postcode. */
const SURE_TAIL = `,? {1,2}(?:${WORD},? {1,2}){0,4}(?:${POSTCODE}|${UNIT})`;

const ENGLISH_TYPE =
  'Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Pl|Way|Terrace|Ter|Square|Sq|Crescent|Cres|Close|Highway|Hwy|Parkway|Pkwy|Circle|Cir|Trail|Alley|Row|Walk|Gardens|Grove|Mews|Quay|Loop|Plaza|Broadway|Heights|Hill|Park|Ridge|Run|Turnpike|STREET|ST|AVENUE|AVE|ROAD|RD|LANE|LN|DRIVE|DR|BLVD|COURT|CT|PLACE|PL';
const ENGLISH_KEYWORDS = [
  ' street', ' st ', ' st. ', ' st.,', ' st,', ' avenue', ' ave ', ' ave.', ' ave,', ' road', ' rd ', ' rd.', ' rd,',
  ' lane', ' ln ', ' ln.', ' ln,', ' drive', ' dr ', ' dr.', ' dr,', ' boulevard', ' blvd', ' court', ' ct ', ' ct.',
  ' ct,', ' place', ' pl ', ' pl,', ' way', ' terrace', ' square', ' crescent', ' close', ' highway', ' hwy',
  ' parkway', ' pkwy', ' circle', ' trail', ' alley', ' gardens', ' grove', ' mews', ' broadway', ' turnpike',
] as const;
const NUMBER = '\\d{1,6}[A-Za-z]?(?:[-/]\\d{1,4}[A-Za-z]?)?';
const ENGLISH = `(?:\\d{1,6},? )?${NUMBER} (?:[NSEW]{1,2}\\.? |North |South |East |West )?(?:${WORD}|\\d{1,3}(?:st|nd|rd|th)|[Tt]he)(?: ${WORD}){0,3}? (?:${ENGLISH_TYPE})(?![\\p{L}\\d])(?:(?<=St|Ave|Rd|Ln|Dr|Blvd|Ct|Pl|Sq|Hwy|Pkwy|Cir|Ter)\\.)?(?: [NSEW]{1,2}(?![\\p{L}]))?`;

const compound = (endings: string) => `(?:\\d{1,6} )?(?:${WORD} ){0,2}\\p{Lu}[\\p{L}'-]{1,24}(?:${endings}) \\d{1,4}(?: ?[A-Za-z])?(?:[-/]\\d{1,4})?(?![\\p{L}\\d])`;
const STREET_ENDINGS = 'strasse|str\\.|gasse|allee|straat|plein|gracht|singel|dreef|gatan|vagen|gaten|veien|vegen|stien|torget|torvet|katu|kuja|polku|raitti|utca|braut|vegur|straeti|steig';
// These end other words too: Bertie 12, Sortie 7.
const UNSURE_ENDINGS = 'weg|platz|damm|ufer|laan|kade|dijk|gata|gate|vei|vej|gade|alle|parken|tie|tanya|gotu|stieg|vaenget|stigur';

const PREFIX_TYPE =
  "[Rr]ue|[Aa]venue|[Aa]v\\.|[Bb]oulevard|[Bb]d|[Cc]hemin|[Ii]mpasse|[Aa]llee|[Qq]uai|[Cc]ours|[Rr]oute|[Cc]alle|[Cc]/|[Aa]venida|[Aa]vda\\.?|[Pp]laza|[Pp]aseo|[Cc]arrera|[Cc]alzada|[Rr]onda|[Rr]ua|[Tt]ravessa|[Pp]raca|[Aa]lameda|[Ee]strada|[Ll]argo|Via|Viale|Piazza|Piazzale|Corso|Vicolo|[Uu]l\\.|[Uu]lica|[Aa]l\\.|[Aa]leja|[Pp]lac|[Oo]siedle|[Ss]trada|[Ss]tr\\.|[Bb]ulevardul|Jalan|Jl\\.|[Uu]lice|[Nn]amesti|Straat|Strasse|Platz|[Pp]raza|Rambla|Carrer|Passeig|Camino|Paulista|Trg";
const PREFIXED_NAME = "(?:(?:de|del|della|delle|dei|di|da|do|dos|das|du|des|la|le|les|las|los|el|of|e|l'|d')[ ']?){0,3}[\\p{Lu}\\d][\\p{L}\\d'.-]{0,24}(?: (?:(?:de|del|della|delle|di|da|do|dos|das|du|des|la|le|y|e|i) ){0,2}\\p{Lu}[\\p{L}'.-]{1,24}){0,3}";
const BEFORE = '\\d{1,4}(?: ?(?:bis|ter|[A-Za-z]))?,? ';

const CYRILLIC =
  '(?:ул\\.|улица|проспект|просп\\.|пр-т|переулок|пер\\.|бульвар|б-р|шоссе|набережная|площадь|вул\\.|вулиця|бул\\.) ?[\\p{Lu}\\d][\\p{L}\\d.-]{0,24}(?: [\\p{Lu}\\d][\\p{L}\\d.-]{0,24}){0,3},? ?(?:д\\. ?|дом ?|буд\\. ?|№ ?)?\\d{1,4}(?: ?[\\p{L}](?!\\p{L}))?(?:[/-]\\d{1,4})?(?:,? ?(?:к\\.|корп\\.|стр\\.) ?\\d{1,3})?(?:,? ?(?:кв\\.|квартира|офис) ?\\d{1,4})?';

const address = { threatType: 'pii', severity: 'medium', entity: 'street_address', references: PII_REFERENCES } as const;
const CONTEXT = {
  pattern:
    /address|\blives?\b|\blived\b|living|resid|\bship|deliver|mail(?:ed|ing)?\b|\bsen[dt]\b|located|\bmoved?\b|visit|meet|pick ?up|home|adress|anschrift|wohn|domicili|habit|direccion|\bvivo\b|indirizzo|abit|endereco|\bmoro\b|mieszk|zamieszk|\bbor\b|adres|bydlist|lakik|locui|адрес|прожива|живу|οδος|διευθυνσ/u,
  score: 0.8,
} as const;

/** Announces an address. */
const SPEAKING_OF_ADDRESSES = [
  '(?<!(?:[Mm]ail|IP|[Ww]eb|MAC|URL|[Ww]allet|[Nn]etwork|[Dd]ownload|[Mm]emory) )[Aa]ddress(?:es)?', 'ADDRESS:',
  '(?:[Ll]ive|[Rr]eside)[sd]? (?:at|on)', '[Ll]ive in', '[Ll]iving at', '[Rr]esiding at',
  '[Ss]hip(?:ped)?(?: it)? to', '[Dd]eliver(?:ed)?(?: it)? to', '[Ll]ocated at',
  '(?:office|house|home|restaurant|shop|store|station|hotel|clinic|flat) is (?:at|on)', '[Mm]oved to',
  '[Ss]en[dt](?: \\p{Ll}{1,10}){0,4} to', '[Mm]eet me at', '[Mm]eet \\p{L}{2,9} at \\p{Lu}[^,\\n\\d]{1,24},', '[Rr]eturn(?: it)? to(?= \\d)', '[Ee]nter on', 'corner of(?: the)?',
  '[Tt]axi to', '[Dd]rops you off at', '(?<!-)[Aa]dresse',
  '[Aa]nschrift', '[Ww]ohn(?:e|t|haft) (?:in|an)(?: der)?', '[Hh]abite(?: au)?', '[Dd]ireccion', '[Vv]ivo en',
  '[Dd]omicilio', '[Ii]ndirizzo', '[Aa]bito in', '[Rr]esidente in', '[Ee]ndereco', '[Mm]oro na', '[Aa]dres[aiu]?',
  '[Mm]ieszkam (?:na|przy)', '[Bb]ydliste', '[Aa]lamat', '[Dd]ia chi',
].join('|');

/** Where people live. */
export const addressRules = ruleFamily(() => [
  {
    ...address,
    id: 'pii/address-english',
    score: 0.45,
    message: 'The text contains a street address.',
    keywords: ENGLISH_KEYWORDS,
    reach: 72,
    pattern: new RegExp(`(?<![\\p{L}\\d.,:/$€£#-]|\\b(?:[Ii]n|[Ss]ince|[Bb]y|[Tt]he) )${ENGLISH}(?!'s? |\\p{L})(?:${TAIL})`, 'u'),
    validate: isNoTitle,
    context: CONTEXT,
  },
  {
    ...address,
    id: 'pii/address-english-full',
    score: 0.85,
    message: 'The text contains a postal address.',
    keywords: ENGLISH_KEYWORDS,
    reach: 96,
    pattern: new RegExp(`(?<![\\p{L}\\d.,:/$€£#-])${ENGLISH}${SURE_TAIL}${TAIL}`, 'u'),
  },
  {
    ...address,
    id: 'pii/address-compound',
    score: 0.6,
    message: 'The text contains a street address.',
    keywords: [
      'strasse ', 'str. 1', 'str. 2', 'str. 3', 'str. 4', 'str. 5', 'str. 6', 'str. 7', 'str. 8', 'str. 9', 'gasse ',
      'allee ', 'straat ', 'plein ', 'gracht ', 'singel ', 'dreef ', 'gatan ', 'vagen ', 'gaten ', 'veien ', 'vegen ',
      'stien ', 'torget ', 'torvet ', 'katu ', 'kuja ', 'polku ', 'raitti ', 'utca ', 'braut ', 'vegur ', 'straeti ',
      'steig ',
    ],
    reach: 64,
    pattern: new RegExp(`(?<![\\p{L}\\d-])${compound(STREET_ENDINGS)}${TAIL}`, 'u'),
    context: CONTEXT,
  },
  {
    ...address,
    id: 'pii/address-compound-in-context',
    score: 0.6,
    message: 'The text contains a street address.',
    // With a digit, a short ending is long enough to be looked for inside a word.
    keywords: UNSURE_ENDINGS.split('|').flatMap((ending) => [...'123456789'].map((digit) => `${ending} ${digit}`)),
    reach: 64,
    pattern: new RegExp(`(?<![\\p{L}\\d-])${compound(UNSURE_ENDINGS)}${TAIL}`, 'u'),
    // A postcode and a town, or a flat, say it too.
    context: { pattern: new RegExp(`${CONTEXT.pattern.source}|^[,\\s]{1,3}(?:[a-z]{1,2}-)?\\d{4,5} [a-z]|\\bapt\\b|\\bsuite\\b`, 'u'), score: 0.75, required: true },
  },
  {
    ...address,
    id: 'pii/address-prefixed',
    score: 0.55,
    message: 'The text contains a street address.',
    keywords: [
      'rue ', 'avenue ', 'av. ', 'boulevard ', 'chemin ', 'impasse ', 'allee ', 'quai ', 'route d', 'calle ', 'c/ ',
      'avenida ', 'avda', 'plaza ', 'paseo ', 'carrera ', 'calzada ', 'ronda ', 'rua ', 'travessa ', 'praca ',
      'alameda ', 'estrada ', 'largo ', 'via ', 'viale ', 'piazza ', 'piazzale ', 'corso ', 'vicolo ', 'ul. ',
      'ulica ', 'al. ', 'aleja ', 'plac ', 'osiedle ', 'strada ', 'str. ', 'bulevardul ', 'jalan ', 'jl. ', 'ulice ',
      'namesti ', 'rambla ', 'carrer ', 'passeig ', 'camino ', 'praza ', 'trg ',
    ],
    reach: 72,
    pattern: new RegExp(
      `(?<![\\p{L}\\d.,:/$€£#-])(?:(?:\\d{1,6},? )?${BEFORE}(?:${PREFIX_TYPE}) ${PREFIXED_NAME}|(?:\\d{1,6} )?(?:${PREFIX_TYPE}) ${PREFIXED_NAME},? (?:[Nn](?:[o°º]|r|um)?\\.? ?)?\\d{1,5}(?: ?[A-Za-z](?!\\p{L}))?)(?![\\p{L}\\d])${TAIL}`,
      'u',
    ),
    context: CONTEXT,
  },
  {
    ...address,
    id: 'pii/address-cyrillic',
    score: 0.75,
    message: 'The text contains a street address.',
    keywords: [
      'ул. ', 'ул.', 'улица', 'проспект', 'просп.', 'пр-т', 'переул', 'бульвар', 'шоссе', 'набережн', 'вул.', 'вулиц',
      'бул. ',
    ],
    reach: 80,
    pattern: new RegExp(`(?<!\\p{L})(?:\\d{6}, ?)?(?:(?:г|м|гр)\\. ?\\p{Lu}[\\p{L}-]{2,24}, ?)?${CYRILLIC}`, 'u'),
  },
  {
    ...address,
    id: 'pii/address-greek-turkish',
    score: 0.6,
    message: 'The text contains a street address.',
    keywords: [
      'οδος ', 'λεωφορος ', 'οδου ', 'caddesi', 'cad. ', 'cd. ', 'sokak', 'sok. ', 'sk. ', 'mahallesi', 'mah. ',
      'bulvari', 'duong ', 'ถนน',
    ],
    reach: 72,
    pattern: new RegExp(
      `(?:\\p{L}δος|\\p{L}εωφορος) ${WORD}(?: ${WORD}){0,2},? \\d{1,4}|(?<![\\p{L}'-])(?:\\p{Lu}\\p{L}{1,14} ){1,3}(?:Caddesi|Cad\\.|Cd\\.|Soka(?:k|gi)|So?k\\.|Mahallesi|Mah\\.|Bulvari)[,. ]{1,2}(?:[Nn]o ?[:.]? ?)?\\d{1,4}|\\d{1,4}[\\d/]{0,6},? [Dd]uong ${WORD}(?: ${WORD}){0,3}`,
      'u',
    ),
    context: CONTEXT,
  },
  {
    ...address,
    id: 'pii/address-east-asian',
    score: 0.75,
    message: 'The text contains a postal address.',
    keywords: [
      '丁目', '番地', '番号室', '〒', '路', '街', '大道', '弄', '巷', '特别行政区', '특별시', '광역시', '서울시', '경기도', '서울 ', '부산 ', '로 ', '길 ',
    ],
    near: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '一', '二', '三'],
    reach: 40,
    pattern:
      /(?:\p{Script=Han}{2,4}(?:省|市|自治区))?(?:\p{Script=Han}{1,6}[市区县區縣镇]){0,2}\p{Script=Han}{1,8}(?:路|街|大道|巷|弄|段)\d{1,5}(?:号|號|弄)(?:[\p{Script=Han}\dA-Z-]{1,16}[室楼樓层層单元座栋])?|(?:〒? ?\d{3}-\d{4}[ ,]{0,2})?(?:東京都|北海道|京都府|大阪府|\p{Script=Han}{2,3}県)[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,16}(?:\d{1,4}(?:丁目|番地?|号|-)?){1,4}|〒 ?\d{3}-?\d{4}|(?:서울|부산|대구|인천|광주|대전|울산|세종|경기도?|강원도?|충청[남북]도|전라[남북]도|경상[남북]도|제주)(?:특별시|광역시|특별자치[시도]|시)? ?(?:[가-힣]{1,6}[시군구] ){1,2}[가-힣\d]{1,12}(?:로|길|동) ?\d{1,5}(?:-\d{1,4})?/u,
  },
  {
    ...address,
    id: 'pii/address-box',
    score: 0.65,
    message: 'The text contains a post-office box.',
    keywords: [
      'p.o. box', 'po box', 'p o box', 'p.o.box', 'post office box', 'postfach', 'apartado', 'boite postale',
      'postbus', 'postboks', 'postbox', 'caixa postal', 'casella postale', 'skrytka pocztowa', 'а/я',
    ],
    reach: 96,
    pattern: new RegExp(
      `(?<![\\p{L}])(?:[Pp]\\.? ?[Oo]\\.? ?[Bb][Oo][Xx]|[Pp]ost [Oo]ffice [Bb]ox|[Pp]ostfach|[Aa]partado(?: (?:de [Cc]orreos|[Pp]ostal))?|[Bb]oite [Pp]ostale|[Pp]ostbus|[Pp]ostboks|[Pp]ostbox|[Cc]aixa [Pp]ostal|[Cc]asella [Pp]ostale|[Ss]krytka [Pp]ocztowa|а/я) ?[#:]? ?\\d{1,6}(?:-\\d{1,5})?(?!\\d)${TAIL}`,
      'u',
    ),
    context: CONTEXT,
  },
  {
    ...address,
    id: 'pii/address-military',
    score: 0.9,
    message: 'The text contains a military postal address.',
    keywords: ['apo a', 'fpo a', 'dpo a', 'apo, a', 'fpo, a'],
    reach: 64,
    pattern: /(?:(?:psc|unit|cmr)\s\d{2,6},?\s{1,3}box\s\d{1,6}|(?:usns|usnv|uss|uscgc)\s\p{L}[\p{L}'-]{1,24})[\s,]{1,4}[afd]po,?\sa[aep]\s\d{5}(?:-\d{4})?/iu,
  },
  {
    ...address,
    id: 'pii/address-state-zip',
    score: 0.55,
    message: 'The text contains a town with its postcode.',
    digits: [5, MANY],
    reach: 40,
    pattern:
      /(?<![\p{L}\d])(?:\p{Lu}[\p{L}'.-]{1,14} ){0,2}\p{Lu}[\p{L}'-]{2,18},? (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]) \d{5}(?:-\d{4})?(?![\d-])(?<!(?:IN|OR|ME|HI|OK) \d{5}(?= \p{Ll}))/u,
    context: CONTEXT,
  },
  {
    ...address,
    id: 'pii/address-spoken-of',
    score: 0.6,
    message: 'The text contains a postal address.',
    keywords: [
      'address', 'lives at', 'lives on', 'live at', 'live on', 'lived in', 'lived at', 'live in ', 'living at',
      'resides', 'residing', 'ship to', 'ship it to', 'shipped to', 'deliver', 'located at', 'office is at', 'is at ',
      'moved to', 'sent ', 'send ', 'meet ', 'return to', 'return it to', 'enter on', 'corner of', 'taxi to', 'offices are', 'drops you off', 'station is on',
      'adresse', 'anschrift', 'wohne ', 'wohnt ', 'wohnhaft', 'habite', 'direccion', 'vivo en', 'domicilio',
      'indirizzo', 'abito in', 'residente', 'endereco', 'moro na', 'adres', 'mieszkam', 'lakcim', 'adresa', 'bydlist',
      'alamat', 'dia chi',
    ],
    reach: 120,
    // A number and words with capitals, or words with capitals and a number.
    pattern: new RegExp(
      `(?:${SPEAKING_OF_ADDRESSES})[^\\n\\d]{0,40}?(?::\\s{0,8}|[ "(]{1,3})(?<span>(?:\\d{1,6}[A-Za-z]?,? (?:\\d{1,4} )?(?:${WORD}|\\d{1,3}(?:st|nd|rd|th))(?: (?:(?:de|del|della|delle|di|da|do|dos|das|du|des|la|le|e|z|van|von|der|den) ){0,2}(?:${WORD}|\\d{1,5}[A-Za-z]?)){0,5}|(?:\\p{Lu}\\. )?(?:${WORD} ){0,2}${WORD} \\d{1,5}[A-Za-z]?)(?![\\p{L}\\d])${TAIL})`,
      'u',
    ),
    validate: isNoTitle,
  },
  {
    ...address,
    id: 'pii/address-with-flat',
    score: 0.7,
    message: 'The text contains a postal address.',
    keywords: ['apt. ', 'apt ', 'apartment ', 'suite ', 'ste. ', 'flat ', 'unit '],
    reach: 88,
    // Whatever the street is called: a number, capitals, a flat; or a flat on the line below any words; or a flat before
    // a number, a name and a number.
    pattern: new RegExp(
      `(?<![\\p{L}\\d.,/$€£#-])(?:(?:\\d{1,6}[A-Za-z]?(?: ${WORD}\\.?,?| \\d{1,5}[.,]?){1,6}|${WORD}(?: ${WORD}){0,2} \\d{1,5}[A-Za-z]?[.,]?)\\s{1,6}(?:> ?)?${FLAT}\\.? ?#?\\d[\\dA-Z-]{0,5}|\\d{1,6}(?: \\d{1,5})?(?: [\\p{L}'-]{1,20}\\.?){1,5}(?: \\d{1,5}\\.?)?\\n[>?\\s]{0,4}(?:Apt|Apartment|Suite|Ste)\\.? ?\\d{1,5}|${FLAT}\\.? ?\\d{1,5},? \\d{1,6} (?:${WORD} ){1,3}\\d{1,4})(?![\\p{L}\\d])${TAIL}`,
      'u',
    ),
  },
  {
    ...address,
    id: 'pii/address-lower-case',
    score: 0.65,
    message: 'The text contains a street address.',
    keywords: [
      'address', 'live at', 'lives at', 'living at', 'live on', 'lives on', 'ship to', 'ship it to', 'deliver',
      'mail it to', 'send it to', 'moved to', 'located at', 'meet me at', 'office is at',
    ],
    reach: 96,
    pattern:
      /(?:address(?:es)?|(?:live|reside)[sd]? (?:at|on)|living at|ship(?: it)? to|deliver(?:ed|y)?(?: it)? to|(?:mail|send) it to|moved to|located at|meet me at|office is at)[^\n\d]{0,32}?[\s:"(]{1,4}(?<span>\d{1,6}[a-z]? (?:[\p{L}\d][\p{L}\d'.-]{0,20} ){1,4}(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|place|pl|way|terrace|square|close|highway|hwy|parkway|circle|apartment|apt|suite|unit|flat)(?![\p{L}\d])\.?(?: ?#?\d{1,5}[a-z]?)?(?:,? (?:apt|apartment|unit|suite|flat|#)\.? ?#?\d{1,5}[a-z]?)?(?:, \p{L}[\p{L} '-]{2,24}){0,2}(?:,? (?:[a-z]{2} )?\d{5}(?:-\d{4})?)?)(?![\p{L}\d])/iu,
  },
  {
    ...address,
    id: 'pii/address-corner',
    score: 0.5,
    message: 'The text contains the corner of two streets.',
    keywords: ['the corner of '],
    reach: 96,
    pattern: new RegExp(`[Tt]he corner of (?:\\d{1,5} )?${WORD}(?: (?:${WORD}|\\d{1,5}\\.?)){0,3} and (?:\\d{1,5} )?${WORD}(?: (?:${WORD}|\\d{1,5})){0,3}`, 'u'),
    context: CONTEXT,
  },
  {
    ...address,
    id: 'pii/postal-code',
    severity: 'low',
    score: 0.55,
    message: 'The text contains a postcode.',
    keywords: [
      'zip ', 'zip:', 'zip_code', 'zipcode', 'postal code', 'postal_code', 'postcode', 'post code', 'plz',
      'postleitzahl', 'code postal', 'codigo postal', 'codice postale', 'cap:', 'cep:', 'cep ', 'postnummer',
      'postinumero', 'postcode', 'kod pocztowy', 'psc:', 'iranyitoszam', 'cod postal', 'posta kodu', 'индекс',
      'ταχυδρομικος', '邮编', '邮政编码', '郵便番号', '우편번호', 'pin code', 'pincode', 'eircode', 'kode pos', 'ma buu chinh',
      'รหัสไปรษณีย์',
    ],
    reach: 56,
    pattern:
      /(?:\bzip(?:[ _]?code)?|postal[ _]code|post ?code|\bplz|postleitzahl|code postal|codi(?:go|ce) postale?|\bcap\b|\bcep\b|postnummer|postinumero|kod pocztowy|\bpsc|iranyitoszam|cod postal|posta kodu|индекс|κωδικος|邮编|邮政编码|郵便番号|우편번호|pin ?code|eircode|kode pos|buu chinh|รหัสไปรษณีย์)["']?(?: (?:number|of [a-z]{3,20}))?(?: (?:is|ist|est|es|e))?\s?[:=]?\s{0,3}["']?(?<span>(?:\d{2}-\d{3}|\d{3} ?\d{2}|\d{5}(?:-\d{3,4})?|\d{3,4}|\d{3}-\d{4}|\d{4} ?[a-z]{2}|\d{6}|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|[a-z]\d[a-z] ?\d[a-z]\d|[a-z]\d{2} ?[a-z\d]{4}|\d{4}-\d{3}))(?![\p{L}\d-])/iu,
    entity: 'postal_code',
  },
]);

/** `100 Best …`: a rank or an amount. */
const AMOUNT =
  /^\d{1,6} (?:best|top|great|new|most|years?|days?|hours?|minutes?|stunden|tagen?|minuten|heures|jours|horas|dias|euros?|people|percent|m?b?illion|dollars|points?|ways|things|steps|reasons|am|pm|and|of|in|honda|toyota|ford)\b/i;
/** `Step 1`, `September 2011`: a part or a date. */
const PART =
  /^(?:the|which|what|pick|over|under|early|late|you've|we've|i've|step|part|chapter|section|table|figure|page|version|model|windows|office|question|option|room|day|week|phase|level|type|class|grade|top|rpm|january|february|march|april|may|june|july|august|september|october|november|december)\b/i;
const DATE = /\b(?:january|february|march|april|june|july|august|september|october|november|december|am|pm)\b \d/i;

/** Not a rank, an amount, a part of something or a date, and not shouted. */
function isNoTitle(value: string): boolean {
  return !AMOUNT.test(value) && !PART.test(value) && !DATE.test(value) && /\p{Ll}/u.test(value);
}
