import { digitsOf } from '../../validators/digits.js';
import { isInternationalPhone, isPhoneShaped } from '../../validators/phone.js';
import { ruleFamily } from '../rule-family.js';
import { MANY, PII_REFERENCES } from './common.js';

// Names of files and packages that look like an address: `icon@2x.png`, `pkg@1.2.0.tgz`; and the user of SSH remotes.
const NOT_A_MAILBOX =
  /^git@|@\d+x\.|@(?:\d+\.)+[a-z\d-]+$|\.(?:png|jpe?g|gif|svg|webp|ico|css|m?js|tsx?|json|html?|xml|ya?ml|txt|pdf|exe|tgz|gz|jar|whl)$/i;

/** What people call a telephone, or ask someone to do with one. Folded: no accents. */
const PHONE_WORDS = [
  'phone', 'mobile', 'cell', 'tel', 'fax', 'landline', 'hotline', 'voicemail', 'whatsapp', 'viber', 'signal', 'sms',
  'call', 'calling', 'text me', 'texting', 'messages? to', 'reach', 'ring', 'dial', 'contact', 'answering',
  'registered', 'desk', 'office', 'direct', 'extension', 'home', 'work', 'handy', 'telefon', 'mobil', 'rufnummer',
  'ruf mich', 'anrufen', 'portable', 'appelez', 'appeler', 'joindre', 'movil', 'celular', 'llama', 'llamar',
  'llameme', 'cellulare', 'chiama', 'chiamami', 'telemovel', 'ligar', 'ligue', 'telefoon', 'gsm', 'bellen', 'bel me',
  'komorka', 'komorkowy', 'zadzwon', 'puhelin', 'tlf', 'ring meg', 'ring mig', 'telefono', 'cep', 'ara', 'nomor',
  'hp', 'dien thoai', 'sdt', 'goi', 'simu',
].join('|');

const PHONE_KEYWORDS = [
  'phone', 'mobile', 'cell', 'tel:', 'tel.', 'tel ', 'fax', 'landline', 'hotline', 'voicemail', 'whatsapp', 'viber',
  'sms', 'call ', 'call:', 'calling', 'text me', 'messages to', 'message to', 'reach me', 'reach us', 'reach him',
  'reach her', 'ring me', 'dial', 'contact', 'answering', 'registered', 'desk:', 'office', 'direct', 'extension',
  'home:', 'work:', 'handy', 'telefon', 'mobil', 'rufnummer', 'ruf mich', 'anrufen', 'portable', 'appelez', 'joindre',
  'movil', 'celular', 'llama', 'cellulare', 'chiama', 'telemovel', 'ligar', 'ligue', 'telefoon', 'gsm', 'bellen',
  'bel me', 'komork', 'zadzwon', 'puhelin', 'tlf', 'ring meg', 'ring mig', 'cep ', 'nomor', 'dien thoai', 'sdt',
  'simu', 'телефон', 'тел.', 'моб', 'звон', 'звоните', 'набер', 'τηλ', 'κινητο', '电话', '電話', '手机', '手機', '联系', '聯絡',
  '携帯', '連絡', '전화', '휴대폰', '핸드폰', '연락', 'फोन', 'मोबाइल', 'هاتف', 'جوال', 'تلفن', 'موبايل', 'طلفون', 'טלפון', 'נייד',
  'โทร', 'มือถือ',
] as const;

const PHONE_WORDS_BEYOND_LATIN =
  'телефон|(?<!\\p{L})тел(?!\\p{L})|моб|звон|набер|τηλ|κινητο|电话|電話|手机|手機|联系|聯絡|携帯|連絡|전화|휴대폰|핸드폰|연락|फोन|मोबाइल|هاتف|جوال|تلفن|موبايل|טלפון|נייד|โทร|มือถือ';

const PHONE_CONTEXT = new RegExp(`\\b(?:${PHONE_WORDS})\\b|${PHONE_WORDS_BEYOND_LATIN}`, 'iu');

/** Words that name the number itself, so that it may stand behind them without any separator. */
const PHONE_LABELS =
  'phone|mobile|cell|tel|fax|landline|hotline|whatsapp|viber|sms|handy|rufnummer|movil|celular|cellulare|telemovel|telefoon|gsm|puhelin|tlf|telefon|telefono|telefone|portable|call|text|dial|cep|hp|sdt';

// Digits with up to three signs between two of them, and perhaps an extension.
const PHONE = '\\+?\\(?\\d(?:[ .()-]{0,3}\\d){6,14}(?: ?(?:x|ext\\.?) ?\\d{1,6})?(?![\\w/=]|[.,:-]\\d| \\d)';

/** Mail and telephone. */
export const contactRules = ruleFamily(() => [
  {
    id: 'pii/email',
    threatType: 'pii',
    severity: 'medium',
    score: 0.95,
    message: 'The text contains an e-mail address.',
    keywords: ['@'],
    reach: 160,
    // No user:password@host: credentials in a URL are a secret. RFC 5321 limits: 64 before the sign, 63 a label.
    pattern:
      /(?<![a-z0-9._%+@-]|:\/\/|:\/\/[a-z0-9._%+-]{1,40}:)[a-z0-9_](?:[a-z0-9._%+'-]{0,62}[a-z0-9_%+-])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}(?![a-z0-9@_-]|\.[a-z0-9])/i,
    validate: (value) => !NOT_A_MAILBOX.test(value) && !value.includes('..'),
    entity: 'email',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/email-international',
    threatType: 'pii',
    severity: 'medium',
    score: 0.85,
    message: 'The text contains an e-mail address.',
    keywords: ['@'],
    reach: 160,
    // A top-level domain in its own script (RFC 6531): .рф, .भारत, .中国.
    pattern: /(?<![\p{L}\p{N}._%+@-])[\p{L}\p{N}][\p{L}\p{M}\p{N}._%+-]{0,40}@(?:[\p{L}\p{M}\p{N}-]{1,40}\.){1,3}(?![a-z])[\p{L}\p{M}]{2,16}/iu,
    entity: 'email',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/email-obfuscated',
    threatType: 'pii',
    severity: 'medium',
    score: 0.8,
    message: 'The text contains an e-mail address written in words.',
    keywords: ['[at]', '(at)', '{at}', '<at>', '[dot]', '(dot)', '{dot}', ' dot '],
    near: ['[at]', '(at)', '{at}', '<at>', ' at ', '@'],
    reach: 80,
    pattern:
      /(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{1,40}(?:\s?[[({<]\s?at\s?[\])}>]\s?|\sat\s|@)[a-z0-9-]{2,40}(?:(?:\s?[[({<]\s?dot\s?[\])}>]\s?|\sdot\s)[a-z0-9-]{2,20}){1,3}\b/i,
    // Someone may meet "at noon dot com" nowhere: the last word has to be a top-level domain in common use.
    validate: (value) => /(?:com|org|net|edu|gov|io|co|me|info|biz|dev|app|ai|us|uk|eu|de|fr|es|it|nl|pl|ru|br|in|jp|ca|au|ch|at|be|se|no|dk|fi|cz)$/i.test(value),
    entity: 'email',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/phone-international',
    threatType: 'pii',
    severity: 'medium',
    score: 0.85,
    message: 'The text contains a telephone number with its country code.',
    keywords: ['+'],
    digits: [7, MANY],
    reach: 32,
    pattern:
      /(?<![\w+/=])\+ ?\(?(?:1\)?[ .-]{0,2}\(?\d{3}\)?[ .-]{0,2}\d{3}[ .-]?\d{4}(?!\d)|\d(?:[ .\-/()]{0,3}\d){6,14})(?: ?(?:x|ext\.?) ?\d{1,6})?(?!\w)/i,
    validate: isInternationalPhone,
    context: { pattern: PHONE_CONTEXT, score: 0.95 },
    entity: 'phone',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/phone-north-american',
    threatType: 'pii',
    severity: 'medium',
    score: 0.65,
    message: 'The text contains a North American telephone number.',
    digits: [10, MANY],
    reach: 24,
    // Area codes never begin with 0 or 1. Separators have to be there: ten digits in a row are an order number.
    pattern:
      /(?<![\w.+/=$€£#-]|\+1[ .-])(?:(?:001|1)[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}([ .-]))\d{3}(?:\1|[ .-])\d{4}(?: ?(?:x|ext\.?) ?\d{1,6})?(?![\w/=]|[.-]\d)/i,
    validate: isPhoneShaped,
    context: { pattern: PHONE_CONTEXT, score: 0.9 },
    entity: 'phone',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/phone-national',
    threatType: 'pii',
    severity: 'medium',
    score: 0.6,
    message: 'The text contains a telephone number.',
    digits: [9, MANY],
    reach: 24,
    // In this order: a trunk zero and groups, an area code in brackets, Brazil, Russia, India, and 00 as an exit code.
    pattern:
      /(?<![\w.+/=:$€£#-]|\d[ ,])(?:0[1-9]\d{0,3}(?:[ ./-]\d{2,8}){1,4}|\(0\d{1,4}\) ?\d{3,4}[ -]?\d{3,5}|\(\d{2}\) ?9?\d{4}-\d{4}|8[ -]?\(\d{3}\) ?\d{3}-?\d{2}-?\d{2}|[6-9]\d{4} \d{5}|00[1-9]\d{0,2}(?:[ ./-]\d{2,8}){2,5})(?![\w/=]|[.,:-]\d)/i,
    validate: (value) => isPhoneShaped(value) && digitsOf(value).length >= 9 && digitsOf(value).length <= 15,
    context: { pattern: PHONE_CONTEXT, score: 0.85 },
    entity: 'phone',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/phone-chinese-mobile',
    threatType: 'pii',
    severity: 'medium',
    score: 0.7,
    message: 'The text contains a Chinese mobile telephone number.',
    digits: [11, MANY],
    reach: 24,
    pattern: /(?<![\w.+=-])1[3-9]\d([ -]?)\d{4}\1\d{4}(?![\w=.-])/i,
    context: { pattern: /[\u4e00-\u9fff]|phone|mobile|\bcell\b|\btel\b|whatsapp|wechat|call/i, score: 0.85, required: true, within: 32 },
    entity: 'phone',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/phone-labelled',
    threatType: 'pii',
    severity: 'medium',
    score: 0.8,
    message: 'The text contains a telephone number.',
    keywords: PHONE_KEYWORDS,
    digits: [7, MANY],
    reach: 56,
    pattern: new RegExp(
      `(?:\\b(?:${PHONE_LABELS})|${PHONE_WORDS_BEYOND_LATIN})\\p{L}{0,8}(?:[ -]?(?:number|numero|nummer|num|nr|no|me|us|at|on)\\b\\.?){0,2}(?: (?:is|are|ist|es|est|e))?\\s{0,3}[.:#=]{0,2}\\s{0,3}(?<span>${PHONE})`,
      'iu',
    ),
    validate: isPhoneShaped,
    entity: 'phone',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/phone-context',
    threatType: 'pii',
    severity: 'medium',
    score: 0.6,
    message: 'The text contains a telephone number.',
    keywords: PHONE_KEYWORDS,
    digits: [7, MANY],
    reach: 56,
    pattern: new RegExp(`(?<![\\w.+/=:$€£#-]|\\d[ ,])${PHONE}`, 'iu'),
    // Digits without a gap are an order number as often as a telephone's.
    validate: (value) => /\d[ .()-]{1,3}\d/.test(value) && !/\d\.\d{1,2} [-+]?\d/.test(value) && isPhoneShaped(value),
    context: { pattern: PHONE_CONTEXT, score: 0.65, required: true, within: 36 },
    entity: 'phone',
    references: PII_REFERENCES,
  },
]);
