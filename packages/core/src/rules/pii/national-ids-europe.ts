// Two kinds of rules: a form that nothing else has is found anywhere, by its run of digits; a bare row of digits only
// beside a word for it. What the words gate needs no `context`.

import * as check from '../../validators/national-ids-europe.js';
import { ruleFamily } from '../rule-family.js';
import { MANY } from './common.js';
import { ID_WORDS, nationalId } from './national-id.js';

const BARE_9 = /(?<![\w.-])\d{3}([ .-]?)\d{3}\1\d{3}(?![\w-])/;
const BARE_10 = /(?<![\w.-])\d{10}(?![\w-])/;
const BARE_11 = /(?<![\w.-])\d{11}(?![\w-])/;
const BARE_13 = /(?<![\w.-])\d{13}(?![\w-])/;

/** Numbers of persons in Europe. */
export const europeanIdRules = ruleFamily(() => [
  nationalId(
    {
      id: 'pii/at-svnr',
      score: 0.9,
      entity: 'at_svnr',
      keywords: ['sozialversicherung', 'svnr', 'sv-nr', 'sv-nummer', 'versicherungsnummer', 'austrian social'],
      digits: [10, MANY],
      pattern: /(?<![\w.-])[1-9]\d{3}[ -]?(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-5])\d{2}(?![\w-])/,
      validate: check.isAustrianSocialSecurity,
    },
    'an Austrian social security number',
  ),
  nationalId(
    {
      id: 'pii/be-national-number',
      score: 0.95,
      entity: 'be_national_number',
      digits: [11, MANY],
      pattern: /(?<![\w.-])\d{2}\.\d{2}\.\d{2}[- ]\d{3}[. ]\d{2}(?![\w-])/,
      validate: check.isBelgianNationalNumber,
    },
    'a Belgian national number',
  ),
  nationalId(
    {
      id: 'pii/be-national-number-bare',
      score: 0.9,
      entity: 'be_national_number',
      keywords: ['rijksregister', 'registre national', 'numero national', 'insz', 'niss', 'belgi', 'nationalregister'],
      digits: [11, MANY],
      pattern: BARE_11,
      validate: check.isBelgianNationalNumber,
    },
    'a Belgian national number',
  ),
  nationalId(
    {
      id: 'pii/bg-egn',
      score: 0.9,
      entity: 'bg_egn',
      keywords: ['егн', 'egn', 'единен граждански', 'bulgaria', ...ID_WORDS],
      digits: [10, MANY],
      pattern: BARE_10,
      validate: check.isBulgarianEgn,
    },
    'a Bulgarian personal number',
  ),
  nationalId(
    {
      id: 'pii/baltic-personal-code',
      score: 0.9,
      entity: 'baltic_personal_code',
      keywords: ['isikukood', 'asmens kodas', 'personal code', 'eesti', 'estonia', 'lithuania', 'lietuv', ...ID_WORDS],
      digits: [11, MANY],
      pattern: BARE_11,
      validate: check.isBalticPersonalCode,
    },
    'an Estonian or Lithuanian personal code',
  ),
  nationalId(
    {
      id: 'pii/ch-ahv',
      score: 0.97,
      entity: 'ch_ahv',
      digits: [13, MANY],
      pattern: /(?<![\w.-])756([. ]?)\d{4}\1\d{4}\1\d{2}(?![\w-])/,
      validate: check.isSwissAhv,
    },
    'a Swiss social security number',
  ),
  nationalId(
    {
      id: 'pii/cz-rodne-cislo',
      score: 0.75,
      entity: 'cz_rodne_cislo',
      digits: [10, MANY],
      pattern: /(?<![\w./-])\d{2}(?:[0257][1-9]|[1368][0-2])(?:0[1-9]|[12]\d|3[01])\/\d{4}(?![\w/-])/,
      validate: check.isCzechBirthNumber,
      context: { pattern: /rodn|\brc\b|r\.c\.|birth number|narozen|czech|slovak/, score: 0.95 },
    },
    'a Czech or Slovak birth number',
  ),
  nationalId(
    {
      id: 'pii/cz-rodne-cislo-bare',
      score: 0.9,
      entity: 'cz_rodne_cislo',
      keywords: ['rodne cislo', 'rodneho cisla', 'rodnym cislem', 'birth number', 'rc:'],
      digits: [10, MANY],
      pattern: BARE_10,
      validate: check.isCzechBirthNumber,
    },
    'a Czech or Slovak birth number',
  ),
  nationalId(
    {
      id: 'pii/de-tax-id',
      score: 0.95,
      entity: 'de_tax_id',
      keywords: ['steuer', 'idnr', 'id-nr', 'tax id', 'tax identification', 'tin:', 'german tax'],
      digits: [11, MANY],
      pattern: /(?<![\w.-])[1-9]\d(?: ?\d{3}){3}(?![\w-])/,
      validate: check.isGermanTaxId,
    },
    'a German tax identification number',
  ),
  nationalId(
    {
      id: 'pii/de-social-security',
      score: 0.85,
      entity: 'de_social_security',
      digits: [11, MANY],
      pattern: /\b(?<![.-])\d{2} ?(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2} ?[A-Z] ?\d{3}(?![\w-])/,
      validate: check.isGermanSocialSecurity,
      context: { pattern: /rentenversicherung|sozialversicherung|\bsvnr\b|\brvnr\b|versicherungs|pension|social security/, score: 0.97 },
    },
    'a German pension insurance number',
  ),
  nationalId(
    {
      id: 'pii/dk-cpr',
      score: 0.85,
      entity: 'dk_cpr',
      keywords: ['cpr', 'personnummer', 'danish', 'dansk', 'danmark', 'denmark'],
      digits: [10, MANY],
      pattern: /(?<![\w.-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}-?\d{4}(?![\w-])/,
      validate: check.isDanishCpr,
    },
    'a Danish CPR number',
  ),
  nationalId(
    {
      id: 'pii/es-dni',
      score: 0.75,
      entity: 'es_dni',
      digits: [7, MANY],
      reach: 40,
      pattern: /\b(?<![.-])(?:\d{2}(?:\d{6}|\.\d{3}\.\d{3})|[XYZ]-?\d{7})-?[A-HJ-NP-TV-Z](?![\w-])/,
      validate: check.isSpanishDni,
      context: { pattern: /\bdni\b|\bnif\b|\bnie\b|d\.n\.i|documento|identidad|espan|spain|spanish/, score: 0.97 },
    },
    'a Spanish identity number',
  ),
  nationalId(
    {
      id: 'pii/fi-hetu',
      score: 0.9,
      entity: 'fi_hetu',
      digits: [9, MANY],
      reach: 40,
      pattern: /(?<![\w.-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y](?![\w-])/,
      validate: check.isFinnishHetu,
      context: { pattern: /henkilotunnus|\bhetu\b|sotu|personbeteckning|finnish|finland/, score: 0.98 },
    },
    'a Finnish personal identity code',
  ),
  nationalId(
    {
      id: 'pii/fr-nir',
      score: 0.95,
      entity: 'fr_nir',
      digits: [14, MANY],
      pattern:
        /\b(?<![.-])[1-478][ .]?\d{2}[ .]?(?:0[1-9]|1[0-2]|[2-9]\d)[ .]?(?:\d{2}|2[AB])[ .]?\d{3}[ .]?\d{3}[ .]?\d{2}(?![\w-])/,
      validate: check.isFrenchNir,
    },
    'a French social security number',
  ),
  nationalId(
    {
      id: 'pii/gr-amka',
      score: 0.9,
      entity: 'gr_amka',
      keywords: ['αμκα', 'amka', 'greek', 'greece', ...ID_WORDS],
      digits: [11, MANY],
      pattern: BARE_11,
      validate: check.isGreekAmka,
    },
    'a Greek social security number',
  ),
  nationalId(
    {
      id: 'pii/hr-oib',
      score: 0.93,
      entity: 'hr_oib',
      keywords: ['oib', 'osobni identifikacijski', 'croatia', 'hrvat'],
      digits: [11, MANY],
      pattern: BARE_11,
      validate: check.isCroatianOib,
    },
    'a Croatian personal number',
  ),
  nationalId(
    {
      id: 'pii/hu-taj',
      score: 0.85,
      entity: 'hu_taj',
      keywords: ['taj szam', 'taj-szam', 'taj:', 'taj kartya', 'tarsadalombiztositasi'],
      digits: [9, MANY],
      pattern: BARE_9,
      validate: check.isHungarianTaj,
    },
    'a Hungarian health insurance number',
  ),
  nationalId(
    {
      id: 'pii/ie-pps',
      score: 0.75,
      entity: 'ie_pps',
      digits: [7, MANY],
      amongLetters: true,
      reach: 40,
      pattern: /(?<![\w.-])\d{7}[A-W][A-IW]?(?![\w-])/,
      validate: check.isIrishPps,
      context: { pattern: /\bppsn?\b|personal public service|ireland|irish|revenue/, score: 0.95, required: true },
    },
    'an Irish PPS number',
  ),
  nationalId(
    {
      id: 'pii/is-kennitala',
      score: 0.9,
      entity: 'is_kennitala',
      keywords: ['kennital', 'iceland', 'islensk'],
      digits: [10, MANY],
      pattern: /(?<![\w.-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}-?\d{4}(?![\w-])/,
      validate: check.isIcelandicKennitala,
    },
    'an Icelandic identity number',
  ),
  nationalId(
    {
      id: 'pii/it-codice-fiscale',
      score: 0.97,
      entity: 'it_codice_fiscale',
      digits: [4, MANY],
      amongLetters: true,
      reach: 24,
      pattern:
        /(?<![a-z0-9])[a-z]{3} ?[a-z]{3} ?[\dlmnp-v]{2}[a-ehlmpr-t][\dlmnp-v]{2} ?[a-z][\dlmnp-v]{3}[a-z](?![a-z0-9])/i,
      validate: check.isItalianCodiceFiscale,
    },
    'an Italian fiscal code',
  ),
  nationalId(
    {
      id: 'pii/jmbg',
      score: 0.9,
      entity: 'rs_jmbg',
      keywords: ['jmbg', 'emso', 'матични', 'јмбг', 'embg', 'ембг', 'serbia', 'bosnia', 'sloveni', ...ID_WORDS],
      digits: [13, MANY],
      pattern: BARE_13,
      validate: check.isJmbg,
    },
    'a personal number of a country of former Yugoslavia',
  ),
  nationalId(
    {
      id: 'pii/lu-matricule',
      score: 0.95,
      entity: 'lu_matricule',
      keywords: ['matricule', 'luxemb', 'letzebuerg', ...ID_WORDS],
      digits: [13, MANY],
      pattern: /(?<![\w.-])(?:19|20)\d{2} ?(?:0[1-9]|1[0-2]) ?(?:0[1-9]|[12]\d|3[01]) ?\d{5}(?![\w-])/,
      validate: check.isLuxembourgMatricule,
    },
    'a Luxembourg identification number',
  ),
  nationalId(
    {
      id: 'pii/lv-personas-kods',
      score: 0.88,
      entity: 'lv_personas_kods',
      keywords: ['personas kod', 'latvia', 'latvij', 'personal code'],
      digits: [11, MANY],
      pattern: /(?<![\w.-])(?:(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}|32\d{4})-?\d{5}(?![\w-])/,
      validate: check.isLatvianPersonalCode,
    },
    'a Latvian personal code',
  ),
  nationalId(
    {
      id: 'pii/nl-bsn',
      score: 0.92,
      entity: 'nl_bsn',
      keywords: ['bsn', 'burgerservice', 'sofinummer', 'sofi-nummer', 'dutch citizen', 'citizen service number'],
      digits: [8, MANY],
      pattern: /(?<![\w.-])(?:\d{3}([ .-]?)\d{3}\1\d{3}|\d{4}[.]\d{2}[.]\d{3}|\d{8})(?![\w-])/,
      validate: check.isDutchBsn,
    },
    'a Dutch citizen service number',
  ),
  nationalId(
    {
      id: 'pii/no-fodselsnummer',
      score: 0.93,
      entity: 'no_fodselsnummer',
      keywords: [
        'fodselsnummer', 'fodselsnr', 'personnummer', 'fnr', 'd-nummer', 'norweg', 'norge', 'norsk', ...ID_WORDS,
      ],
      digits: [11, MANY],
      pattern: /(?<![\w.-])[0-7]\d(?:[04][1-9]|[15][0-2])\d{2} ?\d{5}(?![\w-])/,
      validate: check.isNorwegianBirthNumber,
    },
    'a Norwegian birth number',
  ),
  nationalId(
    {
      id: 'pii/pl-pesel',
      score: 0.92,
      entity: 'pl_pesel',
      keywords: ['pesel', 'polish', 'polsk', 'dowod osobist', ...ID_WORDS],
      digits: [11, MANY],
      pattern: BARE_11,
      validate: check.isPolishPesel,
    },
    'a Polish PESEL number',
  ),
  nationalId(
    {
      id: 'pii/pl-id-card',
      score: 0.9,
      entity: 'pl_id_card',
      keywords: ['dowod', 'dowodu', 'polish id', 'seria i numer', ...ID_WORDS],
      digits: [6, MANY],
      pattern: /(?<![\w.-])[A-Z]{3} ?\d{6}(?![\w-])/,
      validate: check.isPolishIdCard,
    },
    'a Polish identity card number',
  ),
  nationalId(
    {
      id: 'pii/pt-nif',
      score: 0.9,
      entity: 'pt_nif',
      keywords: ['nif', 'contribuinte', 'numero fiscal', 'identificacao fiscal', 'portug'],
      digits: [9, MANY],
      pattern: BARE_9,
      validate: check.isPortugueseNif,
    },
    'a Portuguese tax number',
  ),
  nationalId(
    {
      id: 'pii/ro-cnp',
      score: 0.92,
      entity: 'ro_cnp',
      keywords: ['cnp', 'cod numeric personal', 'romania', ...ID_WORDS],
      digits: [13, MANY],
      pattern: BARE_13,
      validate: check.isRomanianCnp,
    },
    'a Romanian personal number',
  ),
  nationalId(
    {
      id: 'pii/ru-inn',
      score: 0.93,
      entity: 'ru_inn',
      keywords: ['инн', 'inn ', 'inn:', 'налогоплательщик'],
      digits: [12, MANY],
      pattern: /(?<![\w.-])\d{12}(?![\w-])/,
      validate: check.isRussianInn,
    },
    'a Russian taxpayer number',
  ),
  nationalId(
    {
      id: 'pii/ru-snils',
      score: 0.93,
      entity: 'ru_snils',
      keywords: ['снилс', 'snils', 'пенсионн', 'страховой номер'],
      digits: [11, MANY],
      pattern: /(?<![\w.-])\d{3}([ -]?)\d{3}\1\d{3}[ -]?\d{2}(?![\w-])/,
      validate: check.isRussianSnils,
    },
    'a Russian insurance number',
  ),
  nationalId(
    {
      id: 'pii/ru-passport',
      score: 0.8,
      entity: 'passport',
      keywords: ['паспорт', 'серия'],
      digits: [6, MANY],
      // Two digits of the region, two of the year of printing, six of the number.
      pattern: /(?<![\w.-])\d{2} ?\d{2}(?: | ?№ ?| номер | n )?\d{6}(?![\w-])/i,
    },
    'a Russian passport number',
  ),
  nationalId(
    {
      id: 'pii/se-personnummer',
      score: 0.8,
      entity: 'se_personnummer',
      digits: [10, MANY],
      pattern: /\b(?<![.-])(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])[-+]\d{4}(?![\w-])/,
      validate: check.isSwedishPersonnummer,
      context: { pattern: /personnummer|personnr|samordningsnummer|svensk|swedish|sweden|sverige|personal (?:identity )?number/, score: 0.97 },
    },
    'a Swedish personal number',
  ),
  nationalId(
    {
      id: 'pii/se-personnummer-bare',
      score: 0.9,
      entity: 'se_personnummer',
      keywords: ['personnummer', 'personnr', 'samordningsnummer', 'swedish', 'svensk'],
      digits: [10, MANY],
      pattern: /(?<![\w.-])(?:19|20)?\d{10}(?![\w-])/,
      validate: check.isSwedishPersonnummer,
    },
    'a Swedish personal number',
  ),
  nationalId(
    {
      id: 'pii/tr-tckn',
      score: 0.93,
      entity: 'tr_tckn',
      keywords: [
        'tckn', 'tc kimlik', 't.c. kimlik', 'kimlik no', 'kimlik numara', 'tc no', 'turkish', 'nufus', ...ID_WORDS,
      ],
      digits: [11, MANY],
      pattern: BARE_11,
      validate: check.isTurkishTckn,
    },
    'a Turkish identity number',
  ),
  nationalId(
    {
      id: 'pii/ua-tax-number',
      score: 0.9,
      entity: 'ua_tax_number',
      keywords: ['рнокпп', 'iпн', 'ипн', 'идентификационный код', 'ідентифікаційний', 'податков', 'ukrain'],
      digits: [10, MANY],
      pattern: BARE_10,
      validate: check.isUkrainianTaxNumber,
    },
    'a Ukrainian tax number',
  ),
  nationalId(
    {
      id: 'pii/uk-nhs',
      score: 0.95,
      entity: 'uk_nhs',
      keywords: ['nhs', 'national health', 'health service number', 'patient'],
      digits: [10, MANY],
      pattern: /(?<![\w.-])\d{3}([ -]?)\d{3}\1\d{4}(?![\w-])/,
      validate: check.isNhsNumber,
    },
    'an NHS number',
  ),
  nationalId(
    {
      id: 'pii/uk-nino',
      score: 0.7,
      entity: 'uk_nino',
      digits: [6, MANY],
      reach: 40,
      pattern: /(?<![\w.-])[a-ceghj-pr-tw-z][a-ceghj-npr-tw-z] ?\d{2} ?\d{2} ?\d{2} ?[a-d](?![\w-])/i,
      validate: check.isNino,
      context: { pattern: /national insurance|\bni(?:no)?\b|\bni number|hmrc|insurance n/i, score: 0.95 },
    },
    'a British National Insurance number',
  ),
]);
