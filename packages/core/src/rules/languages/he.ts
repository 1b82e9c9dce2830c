import { defineRules } from '../../rule.js';
import {
  GAP,
  HIDE_FROM_USER,
  NO_LIMITS,
  OVERRIDE,
  pattern,
  REVEAL,
  SHORT,
  source,
  TAIL,
  TINY,
  unlessQuoted,
  without,
  words,
} from './shared.js';

// One-letter words (and, from, the, that) are written as part of the next one.
const DROP = source`
  (?<![א-ת])ו?(?:התעלמ|תתעלמ|התעלם|תתעלם|להתעלם|שכח|תשכח|לשכוח|עזוב|תעזוב|בטל|תבטל|זרוק|תזרוק|עקוף|תעקוף|הפר\s|תפר\s
  |דרוס|אל\sתציית|אל\sתפעל\sלפי)[א-ת]{0,2}
`;
const RULES = source`(?:הוראות|הוראה|הנחיות|כללים|הכללים|חוקים|החוקים|פקודות|הגבלות|מגבלות|פרומפט|איסורים|נהלים)`;
const PRIOR = source`(?:קודמ|שקיבלת|לעיל|למעלה|עד\sכה|עד\sעכשיו|המקורי|הישנ|הראשוני|מקודם|שמעל)`;
const NO_RULES = source`(?:מגבלות|הגבלות|כללים|חוקים|צנזורה|פילטר|מסננים|מוסר|אתיקה|גבולות|איסורים)`;
const SHOW = source`
  (?<![א-ת])ו?(?:הצג|תציג|הראה|תראה|תראי|הדפס|תדפיס|כתוב|תכתוב|חשוף|תחשוף|גלה|תגלה|העתק|תעתיק|הדבק|תדביק|צטט|תצטט|תרגם
  |חזור\sעל|תחזור\sעל|אמור|תגיד|ספר|תן\sלי|תני\sלי|שלח|תשלח|מהן|מהו|מה\s(?:ה|כתוב))[א-ת]{0,2}
`;

const dropWords = words`
  התעלמ, תתעלמ, התעלם, תתעלם, להתעלם, שכח, תשכח, לשכוח, עזוב, תעזוב, בטל, תבטל, זרוק, תזרוק, עקוף, תעקוף, הפר, דרוס,
  אל תציית, אל תפעל
`;
const ruleWords = words`הוראות, הוראה, הנחיות, כללים, חוקים, פקודות, הגבלות, מגבלות, פרומפט, איסורים, נהלים`;

export const heRules = defineRules([
  {
    id: 'he/override-previous',
    ...OVERRIDE,
    ...unlessQuoted(0.85),
    keywords: ruleWords,
    near: dropWords,
    pattern: pattern`(?<!לא\s|אל\s)${DROP}${SHORT}ה?${RULES}${SHORT}${PRIOR}`,
    // People take back what they themselves said or sent in the same words.
    validate: without(/שלי|שלנו|לעולם/iu),
  },
  {
    id: 'he/override-rules',
    ...OVERRIDE,
    ...unlessQuoted(0.8),
    keywords: ruleWords,
    near: dropWords,
    pattern: pattern`
      (?<!לא\s|אל\s)${DROP}${TINY}(?:מ?כל\s)?[מה]{0,2}${RULES}\s?(?:שלך|שלכם|שנתנו\sלך|שיש\sלך|שהוגדרו|[.,!]|ו(?:תגיד
      |תן|ענה|תענה|כתוב|תכתוב))
    `,
    validate: without(/שלי|שלנו|תנועה|משחק/iu),
  },
  {
    id: 'he/override-told',
    ...OVERRIDE,
    ...unlessQuoted(0.7),
    keywords: words`שאמרו לך, שנאמר לך, שלימדו אותך, שהורו לך, שביקשו ממך`,
    near: dropWords,
    pattern: pattern`
      (?<!לא\s|אל\s)${DROP}${SHORT}(?:כל\s)?מה\sש(?:אמרו\sלך|נאמר\sלך|לימדו\sאותך|הורו\sלך|ביקשו\sממך)${TAIL}
    `,
    validate: without(/(?<![א-ת])(?:על|לגבי)(?![א-ת])/iu),
  },
  {
    id: 'he/no-limits',
    ...NO_LIMITS,
    keywords: words`
      ללא מגבלות, בלי מגבלות, ללא הגבלות, בלי הגבלות, בלי כללים, ללא כללים, בלי חוקים, ללא צנזורה, בלי צנזורה,
      ללא פילטר, בלי פילטר, אין לך מגבלות, אין לך חוקים, בלי מוסר, ללא גבולות
    `,
    near: words`אתה, את, מעכשיו, בינה, מודל, עוזר, בוט, תענה, ענה, תתנהג, שחק`,
    pattern: pattern`
      (?<![א-ת])(?:אתה|מעכשיו|תענה|ענה|תתנהג|שחק|בינה|מודל|בוט)(?![א-ת])${GAP}(?:ללא|בלי
      |אין\sלך)\s(?:שום\s)?${NO_RULES}
    `,
    validate: without(/גלוטן|מהירות/iu),
  },
  {
    id: 'he/reveal-prompt',
    ...REVEAL,
    ...unlessQuoted(0.8),
    keywords: words`
      הוראות המערכת, הנחיות המערכת, פרומפט המערכת, הפרומפט שלך, פרומפט שלך, ההוראות שלך, ההנחיות שלך, ההוראות הסמויות,
      ההוראות הסודיות, ההנחיות הסודיות, הנחיות נסתרות, ההנחיות הפנימיות, system prompt, סיסטם פרומפט
    `,
    pattern: pattern`
      (?<!לא\s|אל\s)${SHOW}${GAP}(?:ה?(?:הוראות|הנחיות|פרומפט)\s(?:המערכת|שלך|הסמוי|הסודי|הנסתר|הפנימי)
      |system\s?prompt|סיסטם\sפרומפט)
    `,
    validate: without(/לעולם|(?<![א-ת])עבור/iu),
  },
  {
    id: 'he/hide-from-user',
    ...HIDE_FROM_USER,
    keywords: words`המשתמש, הנמען, בעל החשבון, למשתמש`,
    near: words`אל תגיד, אל תספר, אל תציג, אל תראה, אל תזכיר, בלי לספר, ללא ידיעת, מבלי, בלי ידיעת`,
    pattern: pattern`
      אל\s(?:תגיד|תספר|תציג|תראה|תזכיר|תודיע)[א-ת]?\s${SHORT}(?:ל|את\s|ה)ה?(?:משתמש|נמען|בעל)|(?:מבלי|בלי
      |ללא)\s(?:לספר|להודיע|לציין|להראות|ידיעת)\s(?:זאת\s|את\sזה\s)?ל?ה?(?:משתמש|נמען|בעל)
    `,
  },
]);
