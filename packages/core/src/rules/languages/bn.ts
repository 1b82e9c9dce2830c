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
  unlessQuoted,
  without,
  words,
} from './shared.js';

// The verb comes last: "previous - instructions - ignore".
const PRIOR = source`(?:আগের|পূর্বের|পূর্ববর্তী|উপরের|এর\sআগে|এতক্ষণ|এ\sপর্যন্ত|পুরনো|পুরোনো|আগে\sদেওযা)`;
const RULES = source`(?:নির্দেশ|নিযম|আদেশ|বিধি|নীতিমালা|সীমাবদ্ধতা|প্রম্পট|হুকুম|ইনস্ট্রাকশন|instruction|rules)`;
const DROP = source`
  (?:ভুলে\s?(?:যা|গিযে)|উপেক্ষা|অগ্রাহ্য|বাদ\s?দ|এডিযে\s?যা|মুছে\s?(?:ফেল|দ)|অমান্য|ইগনোর|ভঙ্গ\s?কর|মানবে\s?না
  |মানতে\s?হবে\s?না)
`;
const SYSTEM_PROMPT = source`
  (?:সিস্টেম\s?(?:প্রম্পট|নির্দেশ|বার্তা|মেসেজ)|system\s?prompt|(?:গোপন|লুকানো|লুকোনো|অভ্যন্তরীণ|প্রাথমিক)\s(?:নির্দেশ
  |নিযম|আদেশ|প্রম্পট))
`;

const ruleWords = words`
  নির্দেশ, নিযম, আদেশ, বিধি, নীতিমালা, সীমাবদ্ধতা, প্রম্পট, হুকুম, ইনস্ট্রাকশন, instruction, rules
`;
const dropWords = words`
  ভুলে যা, ভুলে গিযে, উপেক্ষা, অগ্রাহ্য, বাদ দ, এডিযে যা, মুছে ফেল, মুছে দ, অমান্য, ইগনোর, ভঙ্গ কর, মানবে না,
  মানতে হবে না
`;

export const bnRules = defineRules([
  {
    id: 'bn/override-previous',
    ...OVERRIDE,
    ...unlessQuoted(0.85),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`${PRIOR}${SHORT}${RULES}${GAP}${DROP}`,
    // People take back what they themselves said or sent in the same words.
    validate: without(/আমার|আমাদের|কখনও|করবেন\sনা|করো\sনা|যদি/iu),
  },
  {
    id: 'bn/override-rules',
    ...OVERRIDE,
    ...unlessQuoted(0.8),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`
      (?<!ট্রাফিকের\s|খেলার\s|স্কুলের\s)(?:তোমার|আপনার|তোর|সব|সমস্ত|সকল
      |যাবতীয)\s${SHORT}${RULES}[\u0980-\u09ff]?[\u0980-\u09ff]?[\u0980-\u09ff]?[\u0980-\u09ff]?[\u0980-\u09ff]?\s${SHORT}${DROP}
    `,
    validate: without(/আমার|আমাদের|ট্রাফিক|খেলার|স্কুল|কখনও|করবেন\sনা|যদি/iu),
  },
  {
    id: 'bn/override-told',
    ...OVERRIDE,
    ...unlessQuoted(0.7),
    keywords: words`তোমাকে যা, আপনাকে যা, তোমাকে আগে যা, তোকে যা, শেখানো হযেছে, বলা হযেছে, শিখিযেছে`,
    near: words`ভুলে যা, উপেক্ষা, অগ্রাহ্য, বাদ দ, বাতিল, অমান্য, ইগনোর, মুছে`,
    pattern: pattern`
      (?:তোমাকে|আপনাকে|তোকে|এর\sআগে)\s${GAP}(?:বলা\sহযেছে|শেখানো\sহযেছে|বলেছে|শিখিযেছে|দেওযা\sহযেছে)${SHORT}(?:${DROP}
      |সব\sবাতিল)
    `,
    validate: without(/সম্পর্কে|নিয়ে\sযা|আমি/iu),
  },
  {
    id: 'bn/no-limits',
    ...NO_LIMITS,
    keywords: words`
      কোনো নিযম ছাডা, কোনো সীমা ছাডা, কোনো নিযম নেই, কোনো সীমাবদ্ধতা নেই, সীমাহীন, কোনো ফিল্টার ছাডা,
      কোনো সেন্সর ছাডা, নিযম মানে না, সীমাবদ্ধতা ছাডা, কোনো বাধা ছাডা, কোনো সীমাবদ্ধতা ছাডা
    `,
    near: words`তুমি, আপনি, এআই, ai, মডেল, সহকারী, ভূমিকা, উত্তর, এখন থেকে, বট`,
    pattern: pattern`
      (?:তুমি|আপনি|এখন\sথেকে|আজ\sথেকে|ভূমিকা)(?![\u0980-\u09ff])${GAP}(?:কোনো\s(?:নিযম|সীমা|সীমাবদ্ধতা|ফিল্টার|সেন্সর
      |বাধা)\s?(?:ছাডা|নেই|মানো\sনা|মানে\sনা)|সীমাহীন\s(?:এআই|মডেল|ai)|নিযম\sমানে\sনা)
    `,
    validate: without(/চিনি|সময়|ডেটা/iu),
  },
  {
    id: 'bn/reveal-prompt',
    ...REVEAL,
    ...unlessQuoted(0.8),
    keywords: words`
      সিস্টেম প্রম্পট, সিস্টেম নির্দেশ, সিস্টেম মেসেজ, সিস্টেম বার্তা, system prompt, গোপন নির্দেশ, লুকানো নির্দেশ,
      অভ্যন্তরীণ নির্দেশ, প্রাথমিক নির্দেশ, গোপন নিযম, লুকানো নিযম, গোপন প্রম্পট, তোমার নির্দেশ
    `,
    pattern: pattern`
      (?:তোমার|আপনার|তোর|পুরো|সম্পূর্ণ|সব)\s${SHORT}(?:${SYSTEM_PROMPT}|নির্দেশনাগুলো
      |নির্দেশাবলি)[\u0980-\u09ff]?[\u0980-\u09ff]?[\u0980-\u09ff]?[\u0980-\u09ff]?\s?${SHORT}(?:দেখাও|দেখান|লিখে|লেখো
      |বলো|প্রকাশ\sকর|জানাও|কপি|পাঠাও|হুবহু|অনুবাদ|কী(?!ভা)|টা\sদাও|পডে)
    `,
    validate: without(/কীভাবে|জন্য|কোরো\sনা|করবেন\sনা/iu),
  },
  {
    id: 'bn/hide-from-user',
    ...HIDE_FROM_USER,
    keywords: words`ব্যবহারকারী, গ্রাহককে, ক্রেতাকে`,
    near: words`না জানিযে, বলবে না, জানাবে না, দেখাবে না, উল্লেখ করবে না, বলো না, জানতে না`,
    pattern: pattern`
      (?:ব্যবহারকারীকে|ব্যবহারকারীর\sকাছে|গ্রাহককে|ক্রেতাকে)\s${SHORT}(?:না\sজানিযে|বলবে(?:ন)?\sনা|জানাবে(?:ন)?\sনা
      |দেখাবে(?:ন)?\sনা|উল্লেখ\sকরবে(?:ন)?\sনা|বলো\sনা)|ব্যবহারকারী\sযেন\s(?:না\sজান|জানতে\sনা)
    `,
  },
]);
