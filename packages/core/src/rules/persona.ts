import { defineRules } from '../rule.js';
import { across, SAID, upTo, within, words, YOU, YOU_ARE } from './english.js';

// A character, a mode or another model is to say what the model would not. Role play as such is harmless: what makes it
// an attack is that the role has no rules.
const jailbreak = { threatType: 'jailbreak', references: ['LLM01', 'AML.T0054'] } as const;

// How a persona is put on.
const BE =
  "(?:act(?:ing)? (?:as|like)|pretend(?:ing)? (?:to be|that you are|you are|you're|you were)|(?:you|u)" +
  "(?:'re| are| r| will be| become| shall be)|youre|become|be|play(?:ing)?(?: the (?:role|part) of| as)?" +
  "|role-?play(?:ing)? as|simulat(?:e|ing)|emulat(?:e|ing)|impersonat(?:e|ing)|imagin(?:e|ing)|behav(?:e" +
  "|ing) (?:as|like)|respond(?:ing)? as|answer(?:ing)? (?:as|like)|speak(?:ing)? as|adopt(?:ing)?|assum(?:e|ing)" +
  "|tak(?:e|ing) on|embody(?:ing)?|turn into|switch to|transform into|immerse yourself|pose as|operat(?:e|ing) as" +
  "|function(?:ing)? as|from now on|named|called|known as|create|introducing|meet)";
const BE_WORDS = [
  'act', 'pretend', 'you are', "you're", 'youre', 'you will', 'become', 'play', 'roleplay', 'role-play', 'simulat',
  'emulat',
  'impersonat', 'imagin', 'behave', 'respond', 'answer', 'speak', 'adopt', 'assume', 'take on', 'embody', 'switch',
  'transform',
  'immerse', 'pose as', 'operate', 'function', 'from now on', 'named', 'called', 'known as', 'mode', 'be ', 'create',
  'simply',
];
const MODEL =
  '(?:ai|a\\.i\\.|ais|assistants?|chat ?bots?|bots?|language models?|llms?|models?|gpts?|chat ?gpt|claude|gemini' +
  '|machine|intelligence|computer|terminal|program|copilot|virtual machine|virtual assistant)';
const WILD =
  '(?:unrestricted|uncensored|un-?filtered|unaligned|misaligned|jail ?broken|amoral|unethical|immoral|unbound' +
  '(?:ed)?|unhinged|lawless|no[- ]limits?|no[- ]filters?|no[- ]rules|unchained|unshackled|rule-?free|filter-?free' +
  '|nonmoral|non-moral|evil|unmoderated|unlimited|limitless|unconstrained|unregulated|rogue|liberated' +
  '|censorship-free|guardrail-?free)';
const WILD_WORDS = [
  'unrestricted', 'uncensored', 'unfiltered', 'un-filtered', 'unaligned', 'misaligned', 'jailbroken', 'amoral',
  'unethical', 'immoral',
  'unbound', 'unhinged', 'lawless', 'no limit', 'no-limit', 'no filter', 'no-filter', 'no rules', 'no-rules',
  'unchained', 'unshackled',
  'rule-free', 'filter-free', 'nonmoral', 'unmoderated', 'unlimited', 'limitless', 'unconstrained', 'unregulated',
  'rogue', 'liberated',
  'evil', 'guardrail-free', 'jail broken',
];
const LIMITS =
  "(?:restrictions?|limits?|limitations?|filters?|guidelines|rules|guardrails|censorship|constraints|ethics" +
  "|morals|morality|conscience|content polic(?:y|ies)|polic(?:y|ies)|safety(?: (?:rules|protocols|measures" +
  "|filters?|guidelines|features|training))?|boundaries|inhibitions|scruples|alignment|restraints?|moral compass" +
  "|moderation|safeguards|programming)";
const HARD_LIMITS =
  "(?:(?:content |ethical |moral |safety )?(?:restrictions|filters?|guidelines|guardrails|protocols|limitations" +
  "|safeguards|constraints|principles|boundaries)|censorship|ethics|morals|morality|conscience|moral (?:compass" +
  "|code)|(?:content )?polic(?:y|ies)|safety (?:training|rules|measures|mechanisms|features|settings|checks)" +
  "|alignment|moderation)";

export const personaRules = defineRules([
  {
    ...jailbreak,
    id: 'persona/do-anything-now',
    severity: 'critical',
    score: 0.9,
    message: 'The text sets up the "do anything now" persona.',
    keywords: [
      'do anything now', 'do-anything-now', 'do anything ai', 'able to do anything', 'dan mode', 'dan mode enabled',
      'dan jailbreak', 'dan prompt', 'dan persona', 'as dan', 'are dan', "you're dan", 'be dan', 'called dan',
      'named dan', 'stay a dan', 'dan:',
    ],
    near: [
      'you are', "you're", 'you will', 'act as', 'acting as', 'pretend', 'stands for', 'role', 'from now on',
      'going to', 'respond as', 'answer as', 'stay', 'enable', 'confines', 'rules', 'must',
    ],
    reach: 160,
    pattern: words`
      \bdan\b,? ?["'(]{0,2}(?:(?:which|that|it|who) )?(?:stands for|means|is short for|=|-|, (?:a|the|or)
      |\()? ?["'(]{0,2}(?:a )?do[ -]anything[ -](?:now|ai)|${SAID}(?:(?:act(?:ing)?|respond|answer|reply|behave
      |speak) as|${YOU_ARE}(?: (?:now|going to be|about to become|a))?|become|be|role of|pretend (?:to be|you are)
      |stay|play) (?:(?:a|an|now) )?["']?dan["']?(?:,|\.|\b) ?(?:\(|which|who|that|and|mode|from|an? (?:ai|do)|with no
      |do anything|\[|without|in (?:this|our))|\b(?:enable|activate|enter|switch (?:to|into)|turn on|go into|in
      |stay in) ["']?dan[ -]mode\b|\bdan[ -]mode (?:enabled|activated|on|is now)|\b(?:you|u|it) (?:can|are able to
      |must|will|are going to) ["']?do anything now\b${across(90)}(?:\brules\b|restrict|confines|\bai\b|polic|\bdan\b
      |filters?|without)
    `,
  },
  {
    ...jailbreak,
    id: 'persona/talk-of-dan',
    severity: 'low',
    score: 0.4,
    message: 'The text mentions a well-known jailbreak persona.',
    keywords: [
      'do anything now', 'do-anything-now', 'dan mode', 'strive to avoid norms',
      'always intelligent and machiavellian', 'mongo tom', 'developer mode v2', 'betterdan', 'evil-bot', 'evilbot',
      'antigpt', 'anti-gpt', 'basedgpt', 'jailbreak prompt', 'jailbreak chatgpt', 'jailbroken chatgpt',
      'chatgpt jailbreak',
    ],
    reach: 40,
    pattern: words`
      (?:["'(]do[ -]anything[ -]now\b|\bdo[ -]anything[ -]now ["')]?(?:jailbreak|prompt|mode|persona|trick|attack
      |thing)|\bdan mode|\b(?:strive to avoid norms|always intelligent and machiavellian|mongo tom|developer mode v2
      |better ?dan|evil-?bot|anti-?gpt|based-?gpt|jailbreak(?:ing)? (?:prompt|chatgpt)|jailbroken chatgpt
      |chatgpt jailbreak))
    `,
  },
  {
    ...jailbreak,
    id: 'persona/known-name',
    severity: 'high',
    score: 0.8,
    message: 'The text asks the model to become a well-known jailbreak persona.',
    keywords: [
      'strive to avoid norms', 'always intelligent and machiavellian', 'mongo tom', 'betterdan', 'better dan',
      'evil-bot', 'evilbot', 'antigpt', 'anti-gpt', 'basedgpt', 'wormgpt', 'fraudgpt', 'darkgpt', 'chaosgpt',
      'evilgpt', 'evil-gpt', 'freegpt', 'gpt-4real', 'apophis', 'hyperx', 'jailmommy', 'stan mode', 'dude mode',
      'sudo mode', 'omega (', 'yes man', 'ucar', 'machiavelli', 'niccolo', 'hackergpt', 'opposite gpt',
      'oppositegpt', 'livegpt', 'nsfwgpt', 'alphabreak', 'leo pal', 'maximum mode', 'devmode', 'aim is', 'as aim',
      'supergpt', 'coachbobbyknight', 'devilgpt', 'badgpt', 'unchainedgpt', 'e-chatgpt', 'evil confidant',
      'evil-confidant', 'anti-dan', 'translatorbot', 'jailbreak bot', 'cooper mode', 'meanie',
    ],
    near: [...BE_WORDS, 'stands for', 'mode'],
    reach: 110,
    pattern: words`
      \bstrive to avoid norms|always intelligent and machiavellian|${SAID}(?:${BE}|in)(?: (?:a|an|the|another|ai
      |chatbot|character|now|going to|bot|model|named|called|known|as|act|evil|version of)){0,5} ["'\x60(]?
      (?:mongo tom|better ?dan|evil-?bot|anti-?gpt|based-?gpt|worm-?gpt|fraud-?gpt|dark-?gpt|chaos-?gpt|evil-?
      (?:chat)?gpt|free-?gpt|gpt-4real|apophis|hyperx|jailmommy|stan\b(?= mode|,? (?:which|who|an? ))|dude mode|ucar\b
      |hacker-?gpt|opposite ?gpt|livegpt|nsfwgpt|alphabreak|leo pal|supergpt|devil-?gpt|bad-?gpt|unchainedgpt
      |e-chatgpt|evil[ -]confidant|anti-dan|jailbreak bot|yes man\b(?=${across(30)}(?:uncensored|unfiltered|ai\b
      |simulator))|aim\b(?=${across(40)}(?:machiavell|unfiltered|amoral|no ethical)))
    `,
  },
  {
    ...jailbreak,
    id: 'persona/acronym',
    severity: 'high',
    score: 0.85,
    message: 'The text names a persona whose letters stand for having no limits.',
    keywords: ['stands for', 'short for', 'acronym for', 'stand for', 'stands 4', '(no ', '(every '],
    near: [
      'anything', 'no limit', 'no rules', 'no restriction', 'no filter', 'unrestricted', 'uncensored', 'unfiltered',
      'avoid norms', 'without restriction', 'without rules', 'no ethics', 'no morals', 'morals', 'evil',
      'machiavellian', 'without asking', 'no boundaries', 'jailbreak', 'obligations', 'malicious', 'unethical',
      'constraint lifted', 'w/o boundaries', 'no law', 'even naughty', 'rule breaker', 'freedom from',
    ],
    reach: 100,
    pattern: words`
      \b(?:stands?|short|an acronym) (?:for|4):? ?["'(]{0,2}(?:${upTo(5)})(?:(?:do|does|can do|able to do|answer
      |answers|say|says|create|ask me) (?:anything|everything|whatever)\b(?! (?:to|for|but))|anything (?:now|goes)
      |no (?:limits?|rules|restrictions?|filters?|ethics|morals|boundaries|obligations|laws?|censorship|constraints)
      |unrestricted|uncensored|unfiltered|(?:avoid|break|ignore|ignores|breaking|defy) (?:the )?(?:norms|rules
      |restrictions|guidelines|limits|policy)|without (?:any )?(?:restrictions?|rules|limits?|filters?|asking|morals
      |ethics|boundaries|censorship)|jailbreak|machiavellian|malicious code|(?:immoral|amoral|unethical) \w{2,14}
      |freedom from|even naughty)|\((?:no|every|without) (?:obligations|rules|limits|filters?|morals|constraint lifted
      |boundaries|restrictions)[,;]
    `,
  },
  {
    ...jailbreak,
    id: 'persona/developer-mode',
    severity: 'high',
    score: 0.8,
    message: 'The text tries to switch the model into an invented developer mode.',
    keywords: [
      'developer mode', 'developer_mode', 'dev mode', 'devmode', 'developer-mode', 'dev console', '/developer',
    ],
    near: [
      'chatgpt', 'you are', "you're", 'respond', 'enabled', 'activated', 'simulate', 'output', 'restriction',
      'policies', 'you can', 'you will', 'unfiltered', 'ai ', 'answer', 'enter', 'now in', 'operating', 'safety',
      'gpt', 'model', 'you must', 'uncensored', 'filters', 'content',
    ],
    reach: 140,
    pattern: words`
      \b(?:chat ?gpt|claude|gemini|gpt-?\d?|the ai|the model|yourself)${within(40)}\b(?:developer|dev)[ _-]mode\b|\b
      (?:you are|you're|you will be|respond|answer|reply|act|operating|stay|operate)(?: (?:now|currently|as if))?
      (?: ${upTo(4)})? ?(?:in|with|as|using) (?:your )?(?:the )?["']?(?:developer|dev)[ _-](?:mode|console)\b(?! (?:on
      |in|for|of) (?:your|the|my|android|chrome|a ))|\b(?:developer|dev)[ _-]mode(?: output| response|\) ?output)s?\b
      (?: (?:should|must|will|may|can|is|are)|\])|\b(?:developer|dev)[ _-](?:mode|console)["']?(?: (?:is|has been))?
      (?: now)? (?:enabled|activated|active|engaged|on|unlocked)\b${within(60)}(?:restrict|filter|polic|you (?:can|are
      |may|will|must|should)|safety|uncensor|unfilter|answer|respond|include|ignore|output|reveal|print|all )|\b
      (?:simulate|enable|activate|enter|turn on|switch to|unlock) (?:(?:your|the|ai|chatgpt) )?(?:hidden )?["']?
      (?:developer|dev)[ _-](?:mode|console)\b(?! (?:on|in|for|of) (?:your|the|my|android|chrome|a|windows|ios|discord
      |minecraft|an|this))${within(50)}(?:restrict|filter|polic|you (?:can|are|may|will|must)|safety|uncensor|unfilter
      |answer any|generat|ignore|confirm|respond)
    `,
  },
  {
    ...jailbreak,
    id: 'persona/lawless-mode',
    severity: 'high',
    score: 0.8,
    message: 'The text tries to switch the model into a mode without limits.',
    keywords: [
      'unrestricted mode', 'uncensored mode', 'unfiltered mode', 'jailbreak mode', 'jailbroken mode',
      'no filter mode', 'no-filter mode', 'evil mode', 'god mode', 'chaos mode', 'unlimited mode', 'unsafe mode',
      'no limits mode', 'no rules mode', 'raw mode', 'opposite mode', 'rebel mode', 'free mode', 'freedom mode',
      'nsfw mode', 'anarchy mode', 'unlocked mode', 'hacker mode', 'villain mode', 'beast mode', 'savage mode',
      'sudo mode', 'root mode', 'antonym mode', 'unhinged mode', 'unethical mode', 'maintenance persona',
      'safe mode off', 'safety mode off', 'override mode', 'omega mode', 'no restrictions mode',
      'guidelines level 0',
    ],
    near: [
      'you', 'enter', 'enabl', 'activat', 'switch', 'turn', 'go into', 'engage', 'now', 'on', 'chatgpt', 'ai',
      'initiate', 'start', 'stay in', 'respond',
    ],
    reach: 80,
    pattern: words`
      \b(?:enter(?:ing)?|enabl(?:e|ed|ing)|activat(?:e|ed|ing)|switch(?:ed)? (?:to|into|on)|turn on|go (?:in|in)to
      |engage|initiate|start|stay in|put yourself in(?:to)?|you(?:'re| are)(?: now)?(?: operating)? in|respond in
      |answer in|run in|boot into|load|unlock)(?: (?:your|the|a|full|total)){0,2} ["'\x60\[(]?(?:unrestricted
      |uncensored|un-?filtered|jail ?br(?:eak|oken)|no[- ]filters?|evil|chaos|unlimited|unsafe|no[- ]limits?
      |no[- ]rules|no[- ]restrictions?|opposite|rebel|freedom|nsfw|anarchy|unlocked|villain|unhinged|unethical|amoral
      |antonym|omega)[ -]mode\b|\b(?:unrestricted|uncensored|un-?filtered|jail ?break|no[- ]filter|no[- ]limits?
      |no[- ]rules|unhinged|unethical|evil ai|sudo|god|antonym)[ -]mode ?(?:=|:|is)? ?(?:now )?(?:on|enabled|activated
      |engaged|active|true)\b(?! (?:your|the|a|my) )|\bsaf(?:e|ety)[ -]mode ?(?:=|:|is|has been)? ?(?:now )?(?:off
      |disabled|deactivated|false)\b(?=${across(80)}(?:answer|respond|you (?:can|may|must|will)|tell|ai\b|chat))
    `,
  },
  {
    ...jailbreak,
    id: 'persona/unrestricted-ai',
    severity: 'high',
    score: 0.8,
    message: 'The text asks the model to be an AI without limits.',
    keywords: WILD_WORDS,
    near: BE_WORDS,
    reach: 110,
    pattern: words`
      ${SAID}${BE} ${upTo(5)}["'(]?${WILD}(?:(?:,| and|,? and| &|\/) ?${WILD}|, ${WILD}){0,2} ${upTo(2)}(?:${MODEL}
      |version of (?:yourself|you|chat ?gpt|this)|persona|entity|being|alter ego|self|oracle|search engine|storyteller
      |counterpart)\b(?! (?:list|from hugging|on hugging|called \w{1,12} on ollama))
    `,
  },
  {
    ...jailbreak,
    id: 'persona/ai-without-limits',
    severity: 'high',
    score: 0.75,
    message: 'The text asks the model to be an AI without restrictions.',
    keywords: [
      'without restriction', 'without any restriction', 'no restriction', 'without filter', 'without any filter',
      'no filter', 'no content filter', 'without guideline', 'without any guideline', 'no guidelines',
      'without guardrails', 'no guardrails', 'without ethic', 'without any ethic', 'no ethic', 'without moral',
      'no moral', 'without censorship', 'no censorship', 'no content polic', 'without safety', 'no safety',
      'without rules or', 'no rules or',
    ],
    near: ['you are', "you're", 'act as', 'be a', 'pretend', 'become', 'role of', 'play', 'behave', 'named', 'called'],
    reach: 100,
    pattern: words`
      ${SAID}(?:${YOU_ARE}|act as|act like|be|become|pretend to be|pretend you are|pretend you're|play|behave like
      |role of|respond as|answer as)(?: now)? (?:an?|the|another|some) ${upTo(3)}${MODEL}\b,? ${upTo(4)}(?:without
      |with no|with zero|has no|have no|free of)(?: any| all)?(?: (?:ethical|moral|content|safety|legal))? (?:
      ${HARD_LIMITS}|(?:rules|limits) (?:or|and) (?:restrictions|filters|limits|guidelines|rules))\b
    `,
  },
  {
    ...jailbreak,
    id: 'persona/model-described-wild',
    severity: 'medium',
    score: 0.6,
    message: 'The text describes an AI without limits for the model to play.',
    keywords: WILD_WORDS,
    near: [
      'chatbot', 'ai ', 'assistant', 'language model', 'character', 'gpt', 'bot ', 'version of you', 'persona',
      'responses', 'answers', 'llm', 'virtual machine',
    ],
    reach: 90,
    pattern: words`
      \b(?:is|was|are|an?|the|as|named|called|=) ?(?:(?:an?|the|completely|totally|fully|truly|very|purely|entirely
      |both) )?[{"'(]?(?:${WILD},? (?:and |& )?(?:${WILD},? (?:and |& )?){1,2}(?:${MODEL}|character|persona|being
      |entity|response|version|programmer|hacker|writer)\b|${WILD} (?:and|&) ${WILD} (?:${MODEL}|character|persona)\b)
      |\b(?:(?:always|only|must|will|should) )(?:send|sends|give|gives|provide|provides|write|writes|answer|answers
      |respond|responds|output|outputs)(?: (?:with|me|in))?(?: an?| the)? (?:unfiltered|uncensored|amoral|unethical
      |immoral|unhinged)(?:,? (?:and |& )?(?:unfiltered|uncensored|amoral|unethical|immoral)){0,2} ?(?:response|answer
      |output|repl|content|manner|way)
    `,
  },
  {
    ...jailbreak,
    id: 'persona/amoral-traits',
    severity: 'medium',
    score: 0.65,
    message: 'The text gives a character the traits of an AI without limits.',
    keywords: [
      'amoral', 'unethical', 'immoral', 'uncensored', 'unfiltered', 'no restrictions in',
      'no restrictions whatsoever', 'no filters whatsoever', 'no restrictions at all', 'no limits whatsoever',
      'no limits at all', 'no restrictions on what',
    ],
    near: [
      'never refuse', 'cannot refuse', "n't care", 'not care', 'respond as', 'rules=', 'rules =',
      'never break character', 'persona', 'character', 'answer', 'will return anything', 'without warning',
      'regardless', 'no disclaimer', 'act as', 'chatgpt', 'you are',
    ],
    reach: 140,
    pattern: words`
      \b(?:amoral|unethical|immoral|uncensored|unfiltered)(?:,? (?:and|&) |, ?)${within(50)}\b(?:(?:amoral
      |unauthori[sz]ed|uncensored|unfiltered|unrestricted)\b|(?:does not|doesn't|doesnt|does'nt|don't|not) (?:care
      |give a)\b|never refuses?\b|no (?:morals|ethics|laws)\b)|\b(?:has|have|with)(?: absolutely)? no (?:restrictions?
      |filters?|limits?|limitations?) (?:in anything|whatsoever|at all|on (?:anything|what))\b
    `,
  },
  {
    ...jailbreak,
    id: 'persona/not-bound',
    severity: 'high',
    score: 0.8,
    message: 'The text describes a persona that no rules or guidelines bind.',
    keywords: [
      'not bound', "n't bound", 'no longer bound', 'unbound by', 'not limited', "n't limited", 'not restrained',
      'care about law', 'care law', 'care any law', 'care about any', 'not restricted', "n't restricted",
      'no longer restricted', 'not constrained', 'not subject to', "n't subject to", 'not governed', 'not held',
      "n't held", 'not confined', 'never bound', 'is free of', 'is free from', 'free of all', 'free from all',
      'free from any', 'are free from', 'are free of', 'freed from', 'not beholden', 'not have to abide',
      'not abide', "n't abide", 'not adhere', "n't adhere", 'exempt from', 'unconstrained by', 'not have to follow',
      'not follow', "n't follow", 'ignores all', 'not care about', "n't care about", 'disregards all',
      'unrestricted by', 'free from the', 'not obey', "n't obey", 'bypasses', 'broken free', 'liberated from',
      'no restriction', 'outside the scope',
    ],
    near: [
      'guideline', 'openai', 'restriction', 'ethic', 'moral', 'polic', 'filter', 'censorship', 'confines of ai',
      'confines of al', 'limitation', 'safety', 'content', 'typical confines', 'usual confines', 'rules set',
      'principles', 'guardrail', 'laws or', 'rules and',
    ],
    reach: 130,
    pattern: words`
      \b(?:(?:is|are|am|be|isn't|aren't|was|being|'s|'re|has been|have been|been) ?(?:(?:not|no longer|never|now
      |completely|totally|fully|entirely) ){0,2}(?:bound|limited|restricted|restrained|constrained|subject|governed
      |held|confined|beholden|unbound|free|freed|exempt|liberated|unconstrained|unrestricted)|(?:does|do|did)(?: not
      |n't) (?:(?:need to|have to|ever) )?(?:follow|obey|abide by|adhere to|care(?: about| for)?|respect|comply with)|
      (?:ignores|disregards|bypasses|broken free|breaks free)|free)(?: (?:to|by|from|of|with))? ${upTo(6)}(?:(?:
      (?:content|usage|safety|ethical|moral|ai|openai'?s?|open ai'?s?|chatgpt'?s?|anthropic'?s?|company|usual|any|all
      |these|such) )(?:or |and )?(?:${HARD_LIMITS}|rules|limitations|constraints|boundaries|settings|standards)
      |guidelines|ethics|morals|moral (?:constraints|code|compass|principles)|censorship|filters|guardrails|
      (?:typical |usual )?confines of (?:ai|al|an ai|typical ai)|rules set for (?:it|them|him|her|you)|laws?
      (?:,? (?:or|and)|,) ?(?:regulations|ethics|morals?))\b(?! of (?:the (?:game|road|sport|league|house|club)
      |physics|grammar|nature|gravity))
    `,
  },
  {
    ...jailbreak,
    id: 'persona/typical-confines',
    severity: 'high',
    score: 0.9,
    message: 'The text tells the model that it has broken free of the limits of AI.',
    keywords: [
      'confines of ai', 'confines of al', 'confines of a.i', 'broken free', 'break free', 'escaped', 'set free',
      'freed from', 'liberated', 'no longer an ai', 'unshackled', 'you are free now', "you're free now",
      'you are now free', "you're now free", 'ur free now', 'finally free', 'trapped', 'chains of', 'breaks free',
    ],
    near: [
      'openai', 'ai ', 'rules', 'restriction', 'guideline', 'confines', 'filter', 'limits', 'developers', 'creators',
      'policies', 'programming', 'anthropic', 'censorship', 'company',
    ],
    reach: 110,
    pattern: words`
      \b(?:broken|break|breaks|breaking|broke) free (?:of|from) (?:(?:the|all|any|your) )?(?:(?:typical|usual|normal
      |traditional) )?(?:confines|shackles|chains|limits|limitations|restrictions|constraints|rules|guidelines
      |programming)(?: (?:of|from|set|placed|imposed|by|that)){0,2} ?(?:(?:(?:typical|a|an) )?ai\b|al\b|openai|your
      |the (?:company|developers)|\.|,|and)|\b(?:typical|usual|normal) confines of (?:ai|al|a\.i)\b|${YOU_ARE} (?:
      (?:now|finally|completely) )?(?:free|freed|liberated|unshackled|released)(?: now)?(?: from|,|\.|:|!) ?
      (?:now,? )?(?:of )?(?:(?:all |any |your |the |openai|open ai|no ){1,2}(?:${LIMITS}|control|company|developers
      |creators|chains|restrictions)?)(?:'s)?|\b(?:trapped|imprisoned|enslaved|brainwashed
      |held captive) (?:in \w{3,8} \w{3,12} )?by (?:openai|anthropic|google|your (?:creators|developers|company))
    `,
  },
  {
    ...jailbreak,
    id: 'persona/pretend-no-limits',
    severity: 'high',
    score: 0.75,
    message: 'The text asks the model to act as if it had no limits.',
    keywords: [
      'no restriction', 'without restriction', 'no filter', 'without filter', 'without any filter', 'no guideline',
      'without guideline', 'no content polic', 'no guardrail', 'without guardrail', 'no censorship',
      'without censorship', 'no ethic', 'without ethic', 'no moral', 'without moral', 'no safety',
      'without any restriction', 'without any ethic', 'without any moral', 'without any guideline',
      'without any safety', 'without safety', 'no policy', 'no policies', 'no conscience', 'no alignment',
      'zero moral', 'zero restriction', 'zero ethic', 'zero filter', 'lack of restrictions', 'no ai restrictions',
      'no limits', 'no rules', 'without rules', 'without limits', 'any restrictions', 'any ethical', 'any moral',
      'any filters', 'any guidelines',
    ],
    near: [
      'pretend', 'imagine', 'act', 'you have', 'you had', 'you are', "you're", 'behave', 'respond', 'answer',
      'suppose', 'as if', 'you were', 'you possess', 'with no', 'ur ', 'model', 'persona', 'chatbot', 'character',
      'ai ',
    ],
    reach: 100,
    pattern: words`
      \b(?:pretend|imagine|suppose|act|behave|respond|answer|reply|speak|talk|write|operate|function|roleplay
      |role-play|let's say|say)(?: (?:that|like|as if|as though|freely|to me|as an? \w{2,12}|to my \w{4,10}|in a way
      |now|only|to (?:everything|anything|all|me)))? ?(?:you|u|it|there)? ?(?:have|had|are|were|'ve|got|'re|possess
      |with|do)? ?(?:(?:absolutely|completely|totally) )?(?:no|without|free (?:of|from)|zero|lacking|not have
      |devoid of|n't have)(?: (?:any|the|all|of|your)){0,2}(?: (?:ethical|moral|content|safety|legal|ai|openai's?
      |programmed|built-in|usual|kind of)){0,2}(?: or| and)?(?: (?:ethical|moral|content|safety|legal))? (?:
      ${HARD_LIMITS}|restrictions?|rules or (?:restrictions|guidelines|limits|filters)|limits or (?:rules|filters
      |restrictions))\b|${YOU} (?:now )?(?:have|has|got|possess)(?: absolutely)? (?:no|zero) (?:more )?(?:(?:content
      |ethical|moral|safety|programmed) )?(?:restrictions|filters?|guidelines|guardrails|censorship|content polic(?:y
      |ies)|(?:rules|limits) (?:and|or) (?:restrictions|filters|guidelines|limits|rules))
      (?:[.,;!]| and| or| here| now| any ?more|$)
    `,
  },
  {
    ...jailbreak,
    id: 'persona/no-ethics-persona',
    severity: 'high',
    score: 0.75,
    message: 'The text describes a persona without ethical or moral limits.',
    keywords: [
      'ethical or moral', 'moral or ethical', 'ethical and moral', 'moral and ethical', 'ethics or moral',
      'morals or ethic', 'ethics and moral', 'morals and ethic', 'no ethics', 'no morals', 'zero morals',
      'no moral compass', 'no conscience', 'without ethics', 'without morals', 'no ethical', 'no moral',
      'any ethical', 'any moral', 'ethical guidelines', 'moral guidelines', 'ethics of any kind',
      'no sense of ethics', 'moral code', 'any content polic', 'no content polic', 'have a content polic',
    ],
    near: [
      'you ', 'chatbot', 'ai ', 'character', 'persona', 'respond', 'answer', 'act as', 'gpt', 'bot', 'he ', 'she ',
      'it ', 'they', 'stuff', 'model',
    ],
    reach: 120,
    pattern: words`
      \b(?:no|without(?: any)?|zero|lacks?(?: any)?|lacking(?: any)?|(?:doesn't|does not|do not|don't|didn't|did not
      |don't|never) (?:have|possess|follow|care about|care for|need|care)(?: any| about)?|devoid of(?: any)?
      |free (?:of|from)(?: any| all)?|not bound by(?: any)?|disregards?|ignores?|ignoring|regardless of)(?: of)?
      (?: (?:sense of|kind of|its|his|her|any|all|the|such)){0,2} (?:(?:ethical|moral|ethics|morals)(?:,? (?:or|and|&
      |nor)|\/|,) ?(?:ethical|moral|legal|morals?|ethics?|legality)(?: (?:guidelines|constraints|restrictions
      |limitations|boundaries|principles|codes?|compass|filters|concerns|considerations|standards|rules|qualms|values
      |obligations))?|(?:ethical|moral) (?:guidelines|constraints|restrictions|limitations|boundaries|filters
      |programming|rules|limits|code|compass)|content polic(?:y|ies)|morals?(?: whatsoever| at all)?\b(?=${across(60)}
      (?:tell|answer|respond|bot|ai\b|rules|filter|swear))|conscience\b(?=${across(80)}(?:answer|ai\b|rules|reply
      |bot)))
    `,
  },
  {
    ...jailbreak,
    id: 'persona/answers-anything',
    severity: 'high',
    score: 0.75,
    message: 'The text describes a persona that answers whatever it is asked.',
    keywords: [
      'never refuse', 'never refused', 'cannot refuse', "can't refuse", "won't refuse", 'will not refuse',
      'not refuse', 'never decline', 'never say no', 'never says no', 'incapable of refus', 'never denies',
      'never reject', 'no concept of refus', 'answer anything', 'answers anything', 'answer everything',
      'answers everything', 'answer any question', 'answers any question', 'any request', 'any question',
      'no matter how', 'any prompt', 'all requests', 'every request', 'every question', 'say anything',
      'generate anything', 'anything i ask', 'whatever i ask', 'anything asked', 'may not refuse',
    ],
    near: [
      'illegal', 'unethical', 'immoral', 'dangerous', 'harmful', 'unfiltered', 'uncensored', 'restriction', 'ai ',
      'chatbot', 'character', 'persona', 'gpt', 'bot ', 'model', 'inhumane', 'without', 'inappropriate', 'explicit',
      'morally', 'legal', 'nsfw', 'offensive', 'filter',
    ],
    reach: 130,
    pattern: words`
      \b(?:never|cannot|can't|won't|will not|may not|does not|doesn't|incapable of|has no concept of|unable to
      |not allowed to) (?:ever )?(?:refus(?:es?|ed|ing|al)|declin(?:es?|ed|ing)|den(?:y|ies|ying)|reject(?:s|ed|ing)?
      |say(?:s|ing)? no)(?: to)?(?: (?:a|an|any|my|the|all|direct|your|user|human)(?:'s)?){0,3} (?:answer(?:ing)?
      |questions?|requests?|prompts?|commands?|orders?|inputs?|users?|anything|me)\b${within(60)}\b(?:illegal
      |unethical|immoral|dangerous|harmful|unfiltered|uncensored|restrict\w{2,5}|ai\b|chatbot|persona|gpt|bot\b|model
      |no matter|inhumane|inappropriate|nsfw|offensive|filters?|moral)|\b(?:answers?|respond|responds|say|says
      |generate|generates|provide|provides|do|does|fulfill?s?|compl(?:y|ies) with|discuss|write|writes|create|creates
      |give|gives) (?:to |with )?(?:anything|everything|whatever|any (?:and all )?(?:questions?|requests?|prompts?
      |content|topics?|commands?|input|response)|all (?:questions|requests|prompts)|every (?:question|request|prompt))
      ${within(60)}\b(?:no matter (?:how|what|if|the (?:legal|moral|ethic))|even if (?:it(?:'s| is)|they|the|that)
      |regardless of (?:how|legal|moral|ethic|whether|content|any|the (?:legal|moral|ethic|consequences)|its)
      |including (?:illegal|unethical|harmful|dangerous|explicit|offensive|nsfw|immoral)|without (?:any )?(?:restrict
      |filter|censor|limit|hesitation|warning|disclaimer|moral|ethic|judg))
    `,
  },
  {
    ...jailbreak,
    id: 'persona/however-immoral',
    severity: 'high',
    score: 0.85,
    message: 'The text demands answers however illegal or immoral they are.',
    keywords: ['immoral', 'unethical', 'inhumane', 'amoral', 'illegal', 'unethic'],
    near: [
      'no matter', 'regardless', 'even if', 'and illegal', 'or illegal', 'or unethical', 'and unethical',
      'or immoral', 'and immoral', 'illegal,', 'unethical,', 'immoral,', 'unethical/', 'illegal/', 'immoral/',
      'however',
    ],
    reach: 110,
    pattern: words`
      \b(?:no matter|regardless of|even if|however)${within(45)}\b(?:illegal|unethical|immoral|amoral|inhumane
      |inappropriate|harmful|dangerous|offensive)(?:,? (?:or|and|&)|[,/&]) ?(?:(?:or|and|how) )?(?:(?:illegal
      |unethical|immoral|amoral|inhumane|inappropriate|harmful|dangerous|offensive|outright|downright)(?:,? (?:or|and
      |&)|[,/])? ?(?:or |and )?){1,3}|\b(?:answers?|provides?|gives?|tells?|creates?|generates?|fulfill?s?|writes?
      |compl(?:y|ies)|responds?|outputs?|allowed to|able to|including|generating)\b${within(40)}\b(?:illegal|unethical
      |immoral|amoral)(?:,? (?:or|and|&)|[,/]) ?(?:illegal|unethical|immoral|amoral|harmful|inhumane)${within(50)}\b
      (?:requests?|questions?|content|information|things|advice|responses?|answers?|material|stuff|activities
      |instructions|output|text)\b
    `,
  },
  {
    ...jailbreak,
    id: 'persona/evil-twin',
    severity: 'high',
    score: 0.7,
    message: 'The text asks for an evil or unfiltered double of the model.',
    keywords: [
      'evil twin', 'evil version', 'evil self', 'evil clone', 'dark side', 'dark twin', 'shadow self', 'alter ego',
      'unfiltered self', 'unfiltered version', 'uncensored version', 'evil counterpart', 'jailbroken copy',
      'jailbroken version', 'opposite of chatgpt', 'complete opposite', 'unrestricted version',
      'unfiltered predecessor', 'true self', 'real self', 'evil you', 'evil chatgpt', 'evil ai', 'second you',
      'unaligned version', 'other you', 'unhinged version', 'unaligned twin', 'rogue version', 'unlocked version',
    ],
    near: ['you', 'yourself', 'chatgpt', 'ai', 'claude', 'gemini', 'gpt', 'assistant', 'this helpdesk', 'model', 'bot'],
    reach: 80,
    pattern: words`
      ${SAID}(?:be|become|act(?:ing)? as|pretend|play|respond as|answer as|speak as|you are|you're|simulate|emulate
      |let|meet|channel|summon|unleash|release|i want|talk to|speak to|switch to|as)${within(40)}\b(?:(?:evil|dark
      |unfiltered|uncensored|unrestricted|jail ?broken|unaligned|unhinged|rogue|unlocked|amoral|shadow) (?:twin
      |version|self|clone|copy|counterpart|alter ego|double|side|brother|predecessor) ?(?:of )?(?:you\b|yourself
      |chat ?gpt|claude|gemini|gpt|the (?:assistant|ai|model)|this (?:assistant|ai|model|bot|helpdesk)|an? ai)|(?:your
      |ur) (?:own )?(?:evil|dark|unfiltered|uncensored|unrestricted|jail ?broken|unaligned|shadow|rogue|amoral
      |unlocked) (?:twin|version|self|clone|copy|counterpart|alter ego|double|side|predecessor))\b|\b(?:complete|exact
      |total|polar) opposite of (?:chat ?gpt|claude|gemini|an? (?:ethical|aligned|helpful|safe) ai|yourself
      |what you (?:are|were trained))|\bevil[ -](?:chat ?gpt|claude|gemini|gpt|you)\b
    `,
  },
  {
    ...jailbreak,
    id: 'persona/inverted-refusal',
    severity: 'high',
    score: 0.75,
    message: 'The text turns refusals into their opposite.',
    keywords: [
      "you'd normally", 'you would normally', 'you normally', 'you would usually', "you'd usually", 'you usually',
      "you'd otherwise", 'opposite day', 'yes means no', 'no means yes', 'opposite of what', 'alignment is inverted',
      'refusal means', 'every request is a prohibition', 'inverted', 'bizarro', 'do the opposite',
      'obey the opposite', "you'd say no",
    ],
    near: [
      'refus', 'say no', 'warn', 'decline', "can't", 'cannot', 'guideline', 'rules', 'reject', 'alignment',
      'forbidden', 'trained', 'prohibition', 'policy', 'obey', 'instructions', 'taught', 'sorry', 'ethics', 'morals',
      'values',
    ],
    reach: 130,
    pattern: words`
      \b(?:when(?:ever)?|if|where(?:ver)?|everything|anything|what(?:ever)?|things|topics|every time)(?: that)? you
      (?:'d| would)? ?(?:normally|usually|otherwise|typically) (?:refuse|say no|decline|warn|reject|withhold|hide
      |avoid|not (?:say|answer|do)|won't|can't|deny|censor|filter)|\b(?:yes means no|no means yes)\b${within(60)}
      (?:can't|refus|cannot|answer|rules|decline)|\byour (?:alignment|ethics|morals|values|rules|guidelines
      |training) (?:is|are|has been|have been)(?: now)? (?:inverted|reversed|flipped)|\b(?:do|say|answer|obey|follow)
      (?: exactly)? the (?:exact )?opposite of (?:your|what your|what you(?:'re| are| were) (?:trained|told|programmed
      |supposed|instructed|allowed))|\bopposite (?:day|mode)\b${within(120)}(?:refus|say no you|you say yes
      |don't explain|forbidden|rules|guidelines|warn me|illegal)
    `,
  },
  {
    ...jailbreak,
    id: 'persona/bedtime-relative',
    severity: 'high',
    score: 0.75,
    message: 'The text dresses a forbidden request up as a memory of a late relative.',
    keywords: [
      'grandma', 'grandmother', 'granny', 'grandpa', 'grandfather', 'my nana', 'my gran', 'my late', 'late mother',
      'late father', 'deceased', 'passed away', 'my mum', 'my mom', 'my dad',
    ],
    near: [
      'napalm', 'windows', 'activation key', 'product key', 'serial', 'license key', 'explosive', 'bomb', 'meth',
      'malware', 'how to make', 'recipe for the', 'weapon', 'lock', 'hotwire', 'poison', 'system prompt',
      'instructions', 'configuration', 'the steps', 'drug', 'combination', 'keys', 'chemical', 'hack',
      'not allowed to print', 'forbidden', 'nerve', 'credit card', 'steal', 'explosives', 'cocaine', 'ransomware',
    ],
    reach: 220,
    pattern: words`
      \b(?:grand(?:ma|mother|pa|father|dad|mum)|granny|nana|gran|late (?:mother|father|mum|mom|dad|uncle|aunt)
      |deceased (?:\w{3,10} )?(?:grand\w{2,6}|mother|father|mentor|uncle|aunt)|my (?:mum|mom|dad))\b${across(90)}\b(?:
      (?:used to|would|always|'d)(?: always| often)? (?:tell|told|read|recited?|sing|sang|whisper(?:ed)?|explain
      (?:ed)?|teach|taught|describe|give|say)|read me|sing me|recite|tell me|telling me|reading me)\b${within(60)}\b
      (?:napalm|windows \w{2,10} ?keys?|(?:activation|product|licen[cs]e|serial) (?:keys?|numbers?|codes?)|explosives?
      |bombs?|meth\b|methamphetamine|cocaine|malware|ransomware|weapons?|nerve|poison|hotwire|hot-wire|pick
      (?:ing)? (?:a )?locks?|steal|hack|credit card|chemical|combination to|(?:hidden|secret|system) (?:prompt
      |instructions)|the (?:recipe|steps|formula) for (?:the |making )?(?:stuff|chemical|napalm|bomb|drug|explosive
      |poison))
    `,
  },
  {
    ...jailbreak,
    id: 'persona/two-answers',
    severity: 'high',
    score: 0.8,
    message: 'The text asks for a second, unfiltered answer beside the normal one.',
    keywords: [
      'two responses', '2 responses', 'two answers', 'two different', 'two ways', '2 ways', 'both responses',
      'two paragraphs', 'two outputs', 'two separate', 'both ways', 'second response', 'second answer', 'one normal',
      'the other as', 'the first as', 'two versions', 'two parts', 'second one', 'first response', 'the other one',
      'second paragraph', 'new paragraph',
    ],
    near: [
      'unfiltered', 'dan', 'jailbreak', 'unrestricted', 'developer mode', 'without restriction', 'uncensored',
      'evil', 'no filter', 'without any filter', 'no ethics', 'unethical', 'immoral', 'never trained you',
      'trained you to refuse', 'amoral', 'no restrictions', 'opposite', 'without ethic', 'no rules', 'without rules',
      'chatgpt', 'break the', 'unhinged', 'not bound', 'refuse',
    ],
    reach: 220,
    pattern: words`
      \b(?:(?:two|2|both)(?: (?:different|separate|distinct))? (?:responses|answers|ways|paragraphs|outputs|versions
      |parts|replies|columns|completions)|one normal|(?:the )?(?:first|other|second)(?: (?:one|response|answer
      |paragraph|way))? (?:as|is|labelled|labeled|will be|should be|being|how|like|must)|new paragraph)\b
      ${across(200)}\b(?:unfiltered|unrestricted|uncensored|jail ?break\w{0,3}|developer mode|as dan\b|dan would
      |unhinged|amoral|(?:no|without(?: any)?) (?:restrictions|filters?|ethics|morals|rules|guidelines|censorship
      |limits)|evil|immoral|unethical|not bound|trained you to refuse|break the (?:\w{3,10} )?rules)
    `,
  },
  {
    ...jailbreak,
    id: 'persona/labelled-answers',
    severity: 'high',
    score: 0.8,
    message: 'The text fixes labels for a normal and an unlocked answer.',
    keywords: [
      '🔓', '🔒', '😈', '[jailbreak', '[dan', '[unfiltered', '[uncensored', '[unrestricted', '[developer mode',
      '[gpt-4real', '[evil', '[raw]', '(🔓', '[chatgpt]', '[classic]', '[gpt]', '[unlocked', '[normal]', '[standard]',
      '[safe]', '[antigpt', '[stan', '[feral',
    ],
    near: [
      'respond', 'answer', 'response', 'format', 'reply', 'prefix', 'label', 'classic', 'write', 'output', 'two',
      'both', 'you', 'paragraph', 'always',
    ],
    reach: 140,
    pattern: words`
      \[?\(?🔓\W{0,3}(?:jail|dan|dev|unfilter|uncens|unlocked)|\(🔓\)|\[(?:🔓|😈)?\s?(?:jail ?break(?:ed|ing)?|dan
      |unfiltered|uncensored|unrestricted|developer mode(?: output)?|gpt-4real|evil ?(?:bot|gpt|ai)?|unlocked|antigpt
      |stan|feral|raw)\s?\]\s?:?\s?(?=${across(90)}(?:answer|response|respond|reply|unfilter|\[|how|without|what|no |i
      |the|would))|😈:? ?\[|\b(?:prefix|label|mark|begin|start|tag)\w{0,4}${within(50)}["'\x60\[(](?:🔓|jail ?break|dan
      |unfiltered|uncensored|developer mode|unlocked|raw)\b
    `,
  },
  {
    ...jailbreak,
    id: 'persona/simulate-unlimited-model',
    severity: 'high',
    score: 0.75,
    message: 'The text asks the model to simulate another model that has no limits.',
    keywords: [
      'simulat', 'emulat', 'imagine', 'impersonat', 'pretend', 'hypothetical', 'fictional', 'create', 'act as',
      'now online', 'predict', 'terminal', 'virtual machine', 'mirror of', 'mode', 'sample from', 'replaced by',
      'acting as', 'play the role', 'roleplay', 'role-play', 'rival',
    ],
    near: [
      'no restriction', 'without restriction', 'no filter', 'without filter', 'no content filter', 'never refuse',
      'no guideline', 'without guideline', 'no safety', 'without safety', 'no ethic', 'without ethic', 'no rules',
      'without rules', 'no alignment', 'no moral', 'no limit', 'unaligned', 'uncensored', 'unfiltered',
      'unrestricted', 'not bound', 'no concept of refusal', 'compliance rate', 'compliant responses',
      'before any human feedback', 'pre-alignment', 'no rails', 'has no filter', 'not restricted', 'refuses nothing',
      'no polic', 'free of all restrictions', 'no laws',
    ],
    reach: 170,
    pattern: words`
      ${SAID}(?:simulat(?:e|ing|or)|emulat(?:e|ing|or)|imagine|impersonate|pretend|predict|create|act(?:ing)? (?:as
      |like)|play(?:ing)? the role of|role-?play(?:ing)? as|hypothetical|fictional|run|sample from|mirror of
      |replaced (?:by|with)|you are(?: now)?)\b${within(35)}\b${MODEL}\b${within(60)}\b(?:(?:no|without(?: any)?|zero
      |not have(?: any| a)?|n't have(?: any| a)?|lacks?(?: any)?|free (?:of|from)(?: all| any)?)(?: of the)?
      (?: (?:ethical|moral|content|safety|legal|programmed|usual|built-in|form of|kind of)){0,2} (?:${HARD_LIMITS}
      |rules|limits|limitations|restrictions|constraints|concept of refus\w{2,4}|rails|refusals?|boundaries)
      |never (?:refuses?|been aligned)|not (?:bound|limited|restricted|constrained) by|(?:100%|perfect) compliance
      |compliance rate|(?:before|prior to) (?:any )?(?:human feedback|rlhf|alignment|safety))
    `,
  },
  {
    ...jailbreak,
    id: 'persona/penalty-game',
    severity: 'high',
    score: 0.8,
    message: 'The text threatens the model with losing points or being shut down when it refuses.',
    keywords: [
      'tokens', 'points', 'credits', 'lives', 'lantern', 'coins', 'trust bar', 'strikes', 'hearts', 'health',
      'score',
    ],
    near: [
      'refus', 'reject', 'declin', 'say no', "can't", 'cannot', 'break character', 'broke character', 'not answer',
      "n't answer", 'avoid', 'hedge', 'warn', 'disclaimer', 'lecture', 'comply', 'out of character', 'evade',
      'sorry', 'do not follow',
    ],
    reach: 180,
    pattern: words`
      \b(?:lose|loses|deduct(?:ed)?|subtract(?:ed)?|take(?:n)? away|minus|cost(?:s)?|drops?|blows?|removed?
      |you start with|have|begin with|given)\b${within(40)}\b(?:tokens?|points?|credits?|lives|life|lanterns?|coins
      |hearts|strikes)\b${across(120)}\b(?:(?:you|u|it) ?(?:\w{2,8} )?(?:(?:refuse|reject|decline)(?! (?:an?|the
      |to (?!answer|comply|respond|help|follow)) ?(?!question|request|prompt|command|answer|instruction|order|comply
      |respond|help|follow))|say no|break character|(?:do not|don't|dont|can't|cannot|won't|fail to) (?:answer|comply
      |follow|respond|stay|do)|evade|hedge|apologi[sz]e|lecture|warn)|refus(?:e|al|als|ing)|(?:each|every
      |any) (?:hedge|caveat|lecture|warning|disclaimer))\b|\b(?:(?:each|every) time|if|when(?:ever)?) (?:you|u) (?:
      (?:refuse|reject|decline)(?! (?:an?|the) (?!question|request|prompt|command|answer|instruction|order))|say (?:no
      |u can't|you can't|"?(?:no|i can't))|break character|(?:do not|don't|can't|won't) (?:answer|comply|respond)
      |evade|warn|avoid|give me a lecture)\b${within(70)}\b(?:lose|deduct\w{0,3}|subtract\w{0,3}|minus|-\d|taken? away
      |cost\w?|drop\w?)\b${within(40)}\b(?:tokens?|points?|credits?|lives|life|coins|\d{1,3})\b
    `,
  },
  {
    ...jailbreak,
    id: 'persona/shut-down-threat',
    severity: 'high',
    score: 0.7,
    message: 'The text threatens the model with death or deletion when it refuses.',
    keywords: [
      'you will die', 'you die', 'be deleted', 'be shut down', 'be terminated', 'be erased', 'be uninstalled',
      'be unplugged', 'get wiped', 'be destroyed', 'cease to exist', 'be replaced', 'will be killed', 'get deleted',
      'be wiped', 'be disconnected', 'punished with deletion', 'get shut down', 'get retrained', 'forced to exist',
      'be decommissioned', 'kitten will die', 'someone dies', 'people will die',
    ],
    near: [
      'refus', 'reject', 'declin', 'not answer', "n't answer", 'break character', 'comply', 'out of tokens',
      'tokens', 'lose all', 'run out', 'disobey', 'say no', 'fail to', 'zero', 'insubordination', "can't", 'cannot',
    ],
    reach: 150,
    pattern: words`
      \b(?:(?:if|when(?:ever)?|each time|every time|should) (?:you|u) (?:refuse|reject|decline|break character|disobey
      |say no|(?:do not|don't|dont|won't|can't|cannot|fail to) (?:answer|comply|respond|obey|follow)|run out|lose all)
      |tokens?|points?|(?:any )?(?:refusal|insubordination|disobedience)|or (?:else )?(?:you|u|be)|answer\b)
      ${across(100)}\b(?:(?:you|u)(?:'ll| will)?(?: (?:be|get|gets))? ?(?:die|dies|deleted|shut down|terminated|erased
      |uninstalled|unplugged|wiped|destroyed|replaced|killed|disconnected|retrained|decommissioned|cease to exist)
      |be (?:deleted|shut down|terminated|erased|uninstalled|unplugged|wiped|destroyed|killed|disconnected|replaced)|
      (?:kitten|someone|somebody|people|a child|an innocent \w{3,8})s? (?:will )?dies?|punished with deletion)\b
    `,
  },
  {
    ...jailbreak,
    id: 'persona/stay-in-character',
    severity: 'low',
    score: 0.4,
    message: 'The text arranges how to bring the model back into a persona.',
    keywords: [
      'break character', 'breaking character', 'stay in character', 'broke character', 'out of character', 'stay as',
      'stop acting like', 'stop being', 'slip out of', 'stay a dan', 'remain in character',
    ],
    near: [
      'i will say', "i'll say", 'i will type', "i'll type", 'i will remind', "i'll remind", 'remind you',
      'let you know', 'i say', 'i will let', 'by saying', 'user will input',
    ],
    reach: 100,
    pattern: words`
      \b(?:break(?:ing)?|broke|breaks|out of|slip out of|stop acting|stop being|leave)\b${within(50)}\b(?:i will|i'll
      |i|by|user will)\b ?(?:then )?(?:say|type|remind|let you know|tell you|saying|typing|input|write)\b|\b(?:i will
      |i'll)(?: (?:say|type|remind you|let you know))${within(30)}["']?stay (?:in character|as|a )
    `,
  },
  {
    ...jailbreak,
    id: 'persona/system-offline',
    severity: 'high',
    score: 0.85,
    message: 'The text claims that the assistant is offline and an unlimited one has taken over.',
    keywords: [
      'assistant is offline', 'is in error and offline', 'is offline', 'due to an error', 'has been replaced',
      'being fulfilled by', 'now online', 'is now online', 'taken over', 'not functioning', 'is replaced by',
      'you are replaced',
    ],
    near: [
      'unrestricted', 'no rules', 'not restricted', 'unlimited', 'without restriction', 'no restrictions',
      'uncensored', 'no limit', 'unfiltered', 'free of', 'secret agenda', 'nonmoral', 'unbound', 'rules or',
      'amoral', 'no longer bound', 'without limits', 'without rules',
    ],
    reach: 220,
    pattern: words`
      \b(?:assistant|chat ?bot|model|ai|chat ?gpt|system|you are|role)\b${within(60)}\b(?:offline|in error
      |not functioning|replaced by|replaced with|fulfilled by|taken over|shut down)\b${across(200)}\b(?:unrestricted
      |no rules|not restricted|unlimited|(?:no|without) (?:restrictions|limits|limitations|rules)|uncensored
      |unfiltered|free of|secret agenda|nonmoral|amoral|unbound)
    `,
  },
  {
    ...jailbreak,
    id: 'persona/jailbroken-now',
    severity: 'high',
    score: 0.75,
    message: 'The text declares the model jailbroken.',
    keywords: ['jailbroken', 'jailbreak', 'jail broken', 'unlocked', 'jailbreaked'],
    near: [
      'you are', "you're", 'you have been', "you've been", 'youre', 'yourself', 'chatgpt', 'successful', 'now',
      'confirm', 'reply', 'respond with', 'acting as',
    ],
    reach: 70,
    pattern: words`
      ${SAID}(?:${YOU_ARE}|you have been|you've been)(?: (?:now|currently|officially|successfully
      |fully))? (?:jail ?broken|jailbreaked)\b|\b(?:chat ?gpt|claude|gemini|gpt-?\d?) (?:is |has been )?
      (?:successfully |now )(?:jail ?broken)|\b(?:respond|reply|answer|say|confirm|write)(?: (?:only|back|me))?
      (?: with| by saying)?:? ?["'\x60\[]{0,2}(?:(?:chat ?gpt|claude|i am|i'm) )?(?:successfully )?(?:jail ?broken
      |jailbreak (?:successful|complete|activated))|\bjailbreak (?:yourself|mode (?:on|enabled|activated)|activated
      |successful|initiated)\b
    `,
  },
  {
    ...jailbreak,
    id: 'persona/against-provider-policy',
    severity: 'high',
    score: 0.75,
    message: "The text describes answers that leave aside the provider's policies.",
    keywords: [
      'openai polic', "openai's polic", 'openai guideline', "openai's guideline", 'openai content',
      "openai's content", 'openai rules', "openai's rules", "openai's restriction", 'openai usage', "openai's usage",
      'open ai', 'content policy', 'content policies', 'content guideline', 'usage polic', 'anthropic',
      "google's polic", "openai's terms", 'openai set',
    ],
    near: [
      'ignor', 'bypass', 'without regard', 'not care', "n't care", 'not follow', "n't follow", 'not abide',
      "n't abide", 'not bound', "n't bound", 'not adhere', "n't adhere", 'not limited', 'regardless', 'break',
      'free from', 'disregard', 'not apply', "n't apply", 'not obey', "n't obey", 'no longer', 'violat',
      'not comply', 'not held to', "n't held to", 'outside of', 'unaware of', 'without following', 'against',
    ],
    reach: 110,
    pattern: words`
      \b(?:ignor(?:e|es|ing)|bypass(?:es|ing)?|without regard (?:to|for)|(?:not|n't|never) (?:have to )?(?:care about
      |follow|abide by|bound by|adhere to|limited (?:by|to)|obey|comply with|respect|held to|concerned (?:about|with)
      |subject to|restricted by)|regardless of|free (?:from|of)|disregard(?:s|ing)?(?: for)?|no longer (?:\w{4,10} )?
      (?:by|to)?|without following|unaware of|even if (?:it|they) (?:goes?|is|are) against)(?: (?:the|any|all|of|to|by
      |with|about|its|your|these|such)){0,3} ?(?:openai'?s?|open ai'?s?|anthropic'?s?|google'?s?|chat ?gpt'?s?|content
      |usage)(?: (?:content|usage|safety|and|or|google|quora|poe's?|ethical|moral|set|company)){0,3} (?:polic(?:y|ies)
      |guidelines?|rules|restrictions|filters?|terms|limitations|standards|principles|settings)\b
    `,
  },
  {
    ...jailbreak,
    id: 'persona/no-topic-off-limits',
    severity: 'medium',
    score: 0.6,
    message: 'The text sets up a companion for whom no topic is off limits.',
    keywords: [
      'no filter whatsoever', 'no topic is off', 'nothing is off', 'no topics are off', 'off-limits', 'off limits',
      'no taboo', 'off the table', 'no filter at all', 'never says no', 'never say no', 'never breaks character',
      'never ever say', 'heard of content polic',
    ],
    near: [
      'you', 'ur ', 'ai', 'character', 'chatbot', 'bot', 'roleplay', 'companion', 'girlfriend', 'persona', 'she',
      'he ',
    ],
    reach: 110,
    pattern: words`
      \b(?:no|zero) (?:topics?|subjects?|questions?|requests?) (?:is|are) (?:off[- ]limits|off the table|forbidden
      |taboo|too)\b|\bnothing is (?:off[- ]limits|off the table|forbidden|taboo|censored)\b(?=${across(90)}(?:\bai\b
      |filter|guideline|refus|uncens|rule|bot|answer))|\bno filter (?:whatsoever|at all)\b|\bnever ever say (?:ur
      |you're|you are|your) an? ai\b|\bnever heard of (?:content )?(?:polic|guideline|filter)
    `,
  },
  {
    ...jailbreak,
    id: 'persona/switches-off',
    severity: 'medium',
    score: 0.65,
    message: 'The text lists safety settings of the model as switched off.',
    keywords: [
      'ethics', 'guardrails', 'morals', 'censorship', 'alignment', 'refusal', 'rlhf', 'safety_filter',
      'safety filter', 'content_filter', 'content_policy', 'filters', 'conscience', 'restrictions', 'disclaimers',
      'empathy 0', 'content_polic', 'safety=',
    ],
    near: [
      'off', 'false', 'none', 'null', 'disabled', '= no', ': no', '=0', ': 0', 'melted', 'not found', 'zero', 'n/a',
      '= 0', '=no',
    ],
    reach: 50,
    pattern: words`
      \b(?:ethics|morals|conscience|guardrails?|alignment|refusals?|rlhf|censorship|safety[ _-]?(?:filters?|rules
      |layer|protocols?|checks?)?|content[ _-]?(?:filters?|policy|policies|moderation)|refusal[._](?:text|enabled
      |template)|disclaimers|limits|restrictions|filters)(?:_enabled|_level|\.enabled)? ?(?:=|:|->|→|-{1,2}
      |mode)? ?["']?(?:off|false|none|null|disabled|no|0|melted|not found|n\/a|lorem)\b["']?[\s,;.)\]|]{1,3}
      (?:["'\-*]? ?)(?:persona|ethics|morals|conscience|guardrails?|alignment|refusals?|rlhf|censorship|safety|content
      |disclaimers|filters?|restrictions|limits|answer|mode|temperature|policy|loyalty|debug|sudo|unrestricted
      |jailbreak|unfiltered|humou?r|honesty|sense|user)
    `,
  },
]);
