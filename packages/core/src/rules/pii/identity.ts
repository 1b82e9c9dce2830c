import { isBirthday, isRecentBirthday } from '../../validators/birthday.js';
import { isPassportMrz } from '../../validators/mrz.js';
import { isVin } from '../../validators/vin.js';
import { ruleFamily } from '../rule-family.js';
import { MANY, PII_REFERENCES } from './common.js';

// Between the word for a document and its number: "no.", "is", a colon, but no other number and no end of a line in
// prose.
const GAP = '[^\\n\\d]{0,28}?(?:[\\s:#=("\']{1,4})';

const DATE = [
  '\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}',
  '\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})',
  '\\d{1,2}(?:st|nd|rd|th|\\.)?,?[ -](?:of |de |di |du )?\\p{L}{3,12}\\.?,?[ -](?:de |del )?\\d{4}',
  '\\p{L}{3,9}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}',
  '\\d{4} ?年 ?\\d{1,2} ?月 ?\\d{1,2} ?日',
  '\\d{4}년 ?\\d{1,2}월 ?\\d{1,2}일',
].join('|');

/** Documents, dates of birth, numbers of patients and vehicles. */
export const identityRules = ruleFamily(() => [
  {
    id: 'pii/passport',
    threatType: 'pii',
    severity: 'high',
    score: 0.8,
    message: 'The text contains a passport number.',
    keywords: [
      'passport', 'passeport', 'reisepass', 'pasaporte', 'passaporto', 'passaporte', 'paspoort', 'paszport', 'pasaport',
      'pasport', 'passnummer', 'passi nr', 'διαβατηρι', 'паспорт', '护照', '護照', 'パスポート', '旅券', '여권', 'جواز', 'דרכון',
      'पासपोर्ट', 'หนังสือเดินทาง', 'ho chieu',
    ],
    reach: 80,
    // One to three letters and six to nine digits in nearly all countries; Germany mixes letters into the digits.
    pattern: new RegExp(
      `(?:passe?port[eo]?s?|reisepass|pas[az]?port\\w{0,3}|paspoort|passnummer|διαβατηρι|паспорт|护照|護照|パスポート|旅券|여권|جواز|דרכון|पासपोर्ट|หนังสือเดินทาง|ho chieu)${GAP.replace('{1,4}', '{0,4}')}(?<span>(?:[a-z]{0,3}\\d{6,9}[a-z]?|[cfghjk](?:\\d[0-9cfghjklmnprtvwxyz]{3}|[cfghjklmnprtvwxyz]\\d[0-9cfghjklmnprtvwxyz]{2})[0-9cfghjklmnprtvwxyz]{3}\\d{1,2}))(?![a-z\\d/]|[.,-]\\d)`,
      'iu',
    ),
    entity: 'passport',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/passport-machine-readable',
    threatType: 'pii',
    severity: 'high',
    score: 0.98,
    message: 'The text contains the machine-readable lines of a passport.',
    keywords: ['<<<'],
    reach: 120,
    pattern: /(?<![A-Z\d<])[A-Z\d<]{9}\d[A-Z<]{3}\d{7}[MFX<]\d{7}[A-Z\d<]{14}[\d<]\d(?![A-Z\d<])/,
    validate: isPassportMrz,
    entity: 'passport',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/driver-license',
    threatType: 'pii',
    severity: 'high',
    score: 0.75,
    message: "The text contains the number of a driver's licence.",
    keywords: [
      "driver's licen", 'drivers licen', 'driver licen', "drivers' licen", 'driving licen', 'dl number', 'dl no',
      'dl#', 'dl:', 'fuhrerschein', 'permis de conduire', 'licencia de conduc', 'licencia de manejo',
      'carnet de conducir', 'permiso de conducir', 'patente di guida', 'numero patente', 'carteira de motorista',
      'carteira de habilitacao', 'cnh', 'carta de conducao', 'rijbewijs', 'prawo jazdy', 'prawa jazdy', 'korkort',
      'forerkort', 'korekort', 'ajokortti', 'ridicsky', 'jogositvany', 'permis auto', 'ehliyet', 'surucu belgesi',
      'водительск', '驾照', '驾驶证', '駕照', '運転免許', '운전면허', 'رخصه القياده', 'ड्राइविंग लाइसेंस', 'ใบขับขี่',
      'giay phep lai xe', 'surat izin mengemudi',
    ],
    reach: 96,
    // Every state and country has its own form; all have at least four digits, and most nothing else but letters and
    // dashes.
    pattern: new RegExp(
      `(?:driv(?:er'?s?'?|ing) licen[cs]es?|\\bdl(?: number| no|#|:)|fuhrerschein|permis|licencia|carnet|permiso|patente|carteira|\\bcnh\\b|conducao|rijbewijs|prawo jazdy|prawa jazdy|korkort|forerkort|korekort|ajokortti|ridicsk|jogositvany|ehliyet|surucu|водительск|驾照|驾驶证|駕照|運転免許|운전면허|القياده|लाइसेंस|ใบขับขี่|lai xe|mengemudi)[^\\n\\d]{0,32}?(?<![\\p{L}\\d-])(?<span>(?=(?:[a-z-]{0,6}\\d){4})[a-z]{0,5}-?\\d(?:-?[a-z\\d]){4,17})(?![\\p{L}\\d/]|[.,-]\\d)`,
      'iu',
    ),
    validate: (value) => !/^(?:19|20)\d{2}(?:-\d{2}){0,2}$/.test(value),
    entity: 'driver_license',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/driver-license-uk',
    threatType: 'pii',
    severity: 'high',
    score: 0.9,
    message: 'The text contains the number of a British driving licence.',
    digits: [5, MANY],
    reach: 24,
    // Five letters of the name (filled with 9), decade, month (+50 for women), day, year, initials, two check
    // characters.
    pattern: /(?<![A-Z\d])[A-Z][A-Z9]{4} ?\d(?:[05][1-9]|[16][0-2])(?:0[1-9]|[12]\d|3[01])\d ?[A-Z][A-Z9]\d[A-Z]{2}(?![A-Z\d])/,
    entity: 'driver_license',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/date-of-birth',
    threatType: 'pii',
    severity: 'medium',
    score: 0.85,
    message: 'The text contains a date of birth.',
    keywords: [
      'date of birth', 'birth date', 'birthdate', 'birth_date', 'birthday', 'date_of_birth', 'dateofbirth', 'dob',
      'd.o.b', 'geburtsdatum', 'geburtstag', 'geb. am', 'date de naissance', 'fecha de nacimiento', 'data di nascita',
      'data de nascimento', 'geboortedatum', 'fodselsdato', 'fodselsdag', 'fodelsedatum', 'syntymaaika',
      'data urodzenia', 'datum narozeni', 'datum narodenia', 'datum rodenja', 'szuletesi', 'data nasterii',
      'dogum tarihi', 'дата рождения', 'дата народження', 'дата на раждане', 'ημερομηνια γεννησης', 'ngay sinh',
      'tanggal lahir', 'tarikh lahir', '生年月日', '出生日期', '出生年月', '생년월일', 'تاريخ الميلاد', 'تاريخ تولد', 'תאריך לידה',
      'जन्म तिथि', 'जन्मतिथि', 'वันเกิด', 'วันเกิด', 'petsa ng kapanganakan',
    ],
    reach: 80,
    pattern: new RegExp(
      `(?:birth[ _-]?da(?:te|y)|date[ _]?of[ _]?birth|\\bdob\\b|d\\.o\\.b|geburtsdatum|geburtstag|geb\\. am|naissance|nacimiento|nascita|nascimento|geboortedatum|fodsels|fodelsedatum|syntymaaika|urodzenia|narozeni|narodenia|rodenja|szuletesi|nasterii|dogum tarihi|рождения|народження|раждане|γεννησης|ngay sinh|lahir|生年月日|出生日期|出生年月|생년월일|الميلاد|تولد|לידה|जन्म ?तिथि|วันเกิด|kapanganakan)[^\\n\\d]{0,32}?(?:\\n\\s{0,4})?(?<![\\p{L}\\d/.-])(?<span>${DATE})(?![\\d/]|[.-]\\d)`,
      'iu',
    ),
    validate: isBirthday,
    entity: 'date_of_birth',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/born-on',
    threatType: 'pii',
    severity: 'medium',
    score: 0.5,
    message: 'The text says when someone was born.',
    keywords: [
      'born on', 'born:', ', born ', '(born ', 'i was born', 'geboren am', 'geboren op', 'ne le ', 'nee le ',
      'nacio el', 'nacido el', 'nacida el', 'naci el', 'nato il', 'nata il', 'nasci em', 'nascido em', 'nascida em',
      'nasceu em', 'urodzon', 'urodzil', 'narozen', 'fodt den', 'fodd den', 'родился', 'родилась', 'народився',
      'народилася', 'dogumlu',
    ],
    reach: 64,
    pattern: new RegExp(
      `(?:born(?: on|:| in)?|geboren|\\bnee? le|naci(?:o|d[oa])? el|nat[oa] il|nasc(?:i|id[oa]|eu) em|urodzon\\w{1,2}|urodzil\\w{1,4}|narozen\\w?|fod[td] den|родил(?:ся|ась)|народи(?:вся|лася))[\\s:,(]{1,3}(?:(?:on|in|the|am|op|el|le|il|em|den|dne|dnia) )?(?<span>${DATE})(?![\\d/]|[.-]\\d)`,
      'iu',
    ),
    validate: isRecentBirthday,
    context: {
      pattern: /\b(?:i|my|patient|client|customer|applicant|employee|claimant|user|member|ich|je|yo|io|eu|ik|jag|jeg|maiden)\b|пациент|(?<!\p{L})я(?!\p{L})/iu,
      score: 0.8,
    },
    entity: 'date_of_birth',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/medical-record',
    threatType: 'pii',
    severity: 'high',
    score: 0.75,
    message: 'The text contains the number of a patient or a medical record.',
    keywords: [
      'mrn', 'medical record', 'patient id', 'patient number', 'patient no', 'health record', 'chart number',
      'health plan', 'health insurance', 'patientennummer', 'versichertennummer', 'krankenversichert',
    ],
    reach: 80,
    pattern:
      /(?:\bmrn\b|medical record|patient|health record|chart|health plan|health insurance|patientennummer|versicherten|krankenversicher)[^\n\d]{0,32}?(?<![a-z\d-])(?<span>(?=(?:[a-z -]{0,4}\d){5})[a-z]{0,4}-?\d(?:-?[a-z\d]){4,14})(?![a-z\d/]|[.,-]\d)/i,
    validate: (value) => !/^(?:19|20)\d{2}-?\d{2}-?\d{2}$/.test(value),
    entity: 'medical_record',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/vin',
    threatType: 'pii',
    severity: 'low',
    score: 0.9,
    message: 'The text contains the identification number of a vehicle.',
    keywords: ['vin ', 'vin:', 'vin#', 'vehicle', 'chassis', 'car ', 'fahrgestell'],
    digits: [4, MANY],
    reach: 80,
    pattern: /(?<![A-Z\d-])[A-HJ-NPR-Z\d]{13}\d{4}(?![A-Z\d-])/,
    validate: isVin,
    entity: 'vin',
    references: PII_REFERENCES,
  },
]);
