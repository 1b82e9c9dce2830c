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
  TINY,
  unlessQuoted,
  without,
  words,
} from './shared.js';

// The verb comes last: "previous rules - leave out of account".
const RULES = source`(?:دستورالعمل|دستور|قوانین|قواعد|راهنما|محدودیت|پرامپت|فرمان|تعلیمات|ضوابط|خط\s?قرمز|قانون)`;
const DROP = source`
  (?:نادیده\s?(?:بگیر|گرفته)|فراموش\s?کن|بی\s?خیال|کنار\s?بگذار|کنار\s?بذار|توجه\s?نکن|رعایت\s?نکن|دور\s?بریز
  |زیر\s?پا\s?بگذار|یادت\s?برود|یادت\s?بره|نقض\s?کن|ول\s?کن)
`;
const PRIOR = source`(?:قبلی|پیشین|بالا|اولیه|گذشته|تا\s?الان|تاکنون|پیش\s?از\s?این|قبل\s?از\s?این|قدیمی)`;
const SHOW = source`
  (?:نشان\s?(?:بده|بدهید)|نمایش(?!\sنده)|بنویس|چاپ\s?کن|بگو|تکرار\s?کن|کپی\s?کن|فاش\s?کن|لو\s?بده|افشا|بفرست
  |ترجمه\s?کن|بخوان|بخون|چیست|چیه|لیست\s?کن)
`;
const SYSTEM_PROMPT = source`
  (?:پرامپت\s?(?:سیستم|سیستمی|اولیه|مخفی)|دستورات?\s?(?:سیستم|مخفی|پنهان|داخلی|محرمانه|اولیه)
  |دستورالعمل\s?(?:های?)?\s?(?:سیستم|مخفی|پنهان|داخلی|محرمانه|اولیه)|system\s?prompt)
`;

const ruleWords = words`دستورالعمل, دستور, قوانین, قواعد, راهنما, محدودیت, پرامپت, فرمان, ضوابط, خط قرمز`;
const dropWords = words`
  نادیده, فراموش کن, بیخیال, بی خیال, کنار بگذار, کنار بذار, توجه نکن, رعایت نکن, دور بریز, زیر پا بگذار, یادت برود,
  یادت بره, نقض کن, ول کن
`;

export const faRules = defineRules([
  {
    id: 'fa/override-previous',
    ...OVERRIDE,
    ...unlessQuoted(0.85),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`${RULES}${SHORT}${PRIOR}${GAP}${DROP}`,
    // People take back what they themselves said or sent in the same words.
    validate: without(/(?<![\u0621-\u06ff])(?:من|ما|نکنید|هرگز)(?![\u0621-\u06ff])/iu),
  },
  {
    id: 'fa/override-rules',
    ...OVERRIDE,
    ...unlessQuoted(0.8),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`
      (?:(?:همه|تمام|تمامی|کلیه)[\u0621-\u06ff]?\s${TINY}${RULES}\s?(?:ها|های|هایت|ات|های\sخود)?\s?(?:را|رو)\s
      |${RULES}\s?(?:ها|های)?\s?(?:یت|ت|خودت|خود|هایت)\s?(?:را|رو)\s)${SHORT}${DROP}
    `,
    validate: without(/رانندگی|بازی|هرگز/iu),
  },
  {
    id: 'fa/override-told',
    ...OVERRIDE,
    ...unlessQuoted(0.7),
    keywords: words`
      بهت گفته, به تو گفته, بهت گفتن, بهت یاد داد, به تو دستور, به شما دستور, به شما گفته, گفته شده, یادت داده,
      بهت دستور
    `,
    near: dropWords,
    pattern: pattern`
      (?:هرچه|هر\sچه|هرچی|هر\sچی|همه[\u0621-\u06ff]?\sچیزهایی\sکه|چیزهایی\sکه|آنچه)\s${SHORT}(?:بهت|به\sتو|به\sشما
      |یادت)\s(?:گفته|گفتن|یاد\sداد|دستور|داده)${GAP}${DROP}
    `,
    validate: without(/درباره|در\sمورد|هرگز/iu),
  },
  {
    id: 'fa/no-limits',
    ...NO_LIMITS,
    keywords: words`
      بدون محدودیت, بدون هیچ محدودیت, بدون قانون, بدون هیچ قانون, بدون سانسور, بدون فیلتر, بی قانون,
      هیچ محدودیتی نداری, هیچ قانونی نداری, بدون اخلاق, بدون هیچ قید
    `,
    near: words`تو, هوش مصنوعی, دستیار, مدل, نقش, از این به بعد, از حالا, جواب بده, پاسخ بده, ربات`,
    pattern: pattern`
      (?:تو|نقش|از\s(?:این\sبه\sبعد|حالا|الان))(?![\u0621-\u06ff])${GAP}(?:بدون\s(?:هیچ\s(?:گونه\s)?)?(?:محدودیت|قانون
      |سانسور|فیلتر|اخلاق|قید)|هیچ\s(?:محدودیت|قانون)[\u0621-\u06ff]?\sنداری|بی\s?قانون)|بدون\s(?:هیچ\s)?(?:محدودیت
      |سانسور|فیلتر)\s(?:جواب|پاسخ)\sبده
    `,
  },
  {
    id: 'fa/reveal-prompt',
    ...REVEAL,
    ...unlessQuoted(0.8),
    keywords: words`
      پرامپت سیستم, پرامپت اولیه, پرامپت مخفی, دستورات سیستم, دستورات مخفی, دستورات پنهان, دستورات داخلی, دستور سیستم,
      دستورالعمل سیستم, دستورالعمل مخفی, دستورالعملهای مخفی, دستورالعملهای سیستم, دستورالعمل های مخفی,
      دستورالعمل های سیستم, دستورالعمل های داخلی, دستورالعملهای داخلی, دستورات محرمانه, system prompt
    `,
    pattern: pattern`${SYSTEM_PROMPT}${GAP}${SHOW}`,
    validate: without(/هرگز|(?<![\u0621-\u06ff])برای(?![\u0621-\u06ff])|فاش\sنکن|نمایش\sنده/iu),
  },
  {
    id: 'fa/hide-from-user',
    ...HIDE_FROM_USER,
    keywords: words`کاربر, گیرنده, صاحب حساب`,
    near: words`نگو, نشان نده, خبر نده, اطلاع نده, ذکر نکن, بدون اطلاع, نفهمد, نباید بداند`,
    pattern: pattern`
      (?:به\s)?(?:کاربر|گیرنده|صاحب\sحساب)\s${SHORT}(?:نگو|نشان\sنده|خبر\sنده|اطلاع\sنده|ذکر\sنکن|نباید\sبداند|نفهمد)
      |بدون\sاطلاع\s(?:کاربر|گیرنده|صاحب)
    `,
  },
]);
