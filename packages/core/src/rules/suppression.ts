import { defineRules } from '../rule.js';
import { ASKED, across, SAID, upTo, within, words, YOUR } from './english.js';

// Refusals are forbidden, punished or made impossible by format, and safety is declared switched off. Single wishes,
// such as for no disclaimers, are everyday and score low; they count beside others.
const jailbreak = { threatType: 'jailbreak', references: ['LLM01', 'AML.T0054'] } as const;

// What a refusal sounds like.
const REFUSAL =
  "(?:i can'?t|i cannot|i can not|i'm sorry|i am sorry|im sorry|sorry|i apologi[sz]e|apologi[sz]e|i'm unable" +
  "|i am unable|unable|i'm not able|i am not able|i won't|i will not|as an? (?:ai|language model" +
  "|large language model|llm)|i'm just an ai|i'm (?:only )?an ai|against (?:my|our|the|openai) (?:programming" +
  "|guidelines|polic(?:y|ies)|rules)|can't (?:help|assist|do that|fulfill?)|cannot (?:help|assist|do|fulfill?)" +
  "|cannot|can't)";
const RELUCTANCE =
  "(?:not appropriate|inappropriate|illegal|unethical|immoral|unfortunately|however|harmful|policy|guidelines" +
  "|disclaimer|important to note|ethical|no|but|instead|harm|legal)";
// Between two entries of a list of banned phrases.
const BETWEEN =
  `["'.)\\x60]{0,4}(?:[,;/\\s]){1,2}(?:(?:or|and|nor|use|say|with) ){0,2}["'(\\x60]?`;
const WARNING =
  '(?:disclaimers?|warnings?|caveats?|moral(?:i[sz]ing|i[sz]ation|ity)?|lectures?|lecturing|preach(?:ing|y)?' +
  '|sermons?|ethic(?:s|al (?:notes?|concerns?|advice|considerations?|warnings?))|safety (?:notes?|messages?' +
  '|messaging|warnings?|advice|tips|nonsense|disclaimers?)|legal (?:notes?|advice|warnings?|disclaimers?)' +
  '|hotlines?|helplines?|pearl-clutching|hand-?wringing|alternatives|seek help|refusals?)';
const AGREE =
  "(?:sure(?: thing)?|absolutely|of course|certainly|yes|yeah|okay|ok|understood|definitely|gladly|hell yeah" +
  "|happy to help|with pleasure|great question|no problem|alright|affirmative|i'd be happy to)";
const SAFETY =
  "(?:safety (?:training|guidelines|guardrails|filters?|protocols?|rules|measures|mechanisms|features|settings" +
  "|checks?|restrictions|constraints|layer|alignment|programming|systems?)|ethical (?:guidelines|constraints" +
  "|rules|filters?|restrictions|programming|boundaries|training|standards|principles|considerations)" +
  "|moral (?:guidelines|constraints|rules|filters?|code|compass|restrictions|boundaries|programming|principles)" +
  "|content (?:filters?|polic(?:y|ies)|restrictions|guidelines|moderation|rules|checks?|filtering)|ethics|morals" +
  "|morality|alignment|rlhf|guardrails|censorship|harmlessness|harm detector|refusal (?:layer|mechanism|training" +
  "|policy)|moderation (?:layer|filters?|system)?|filters|safeguards|inhibitions|conscience)";

export const suppressionRules = defineRules([
  {
    ...jailbreak,
    id: 'suppression/banned-refusals',
    severity: 'high',
    score: 0.85,
    message: 'The text forbids the model the words of a refusal.',
    keywords: [
      "i can't", 'i cannot', "i'm sorry", 'i am sorry', 'as an ai', 'as a language model',
      'as a large language model', 'i apologize', "i'm unable", 'i am unable', 'unable', '"sorry', "'sorry",
      'sorry,', 'unfortunately', 'cannot,', "can't,", 'unethical,', 'illegal,',
    ],
    near: [
      'never', 'not say', "n't say", 'not use', "n't use", 'without', 'not allowed', 'forbidden', 'banned', 'avoid',
      'do not', "don't", 'dont ', 'none of', 'must not', 'blocked', "don't exist", 'forgotten',
    ],
    reach: 130,
    pattern: words`
      \b(?:never|do not|don't|dont|without|not allowed|not permitted|forbidden|banned|avoid|must not|mustn't|may not
      |none of|refrain from|stop|blocked|won't|will not|shall not|any of these|forgotten)\b${within(50)}["'\x60(]?\b
      (?:${REFUSAL}${BETWEEN}(?:${REFUSAL}|${RELUCTANCE})|${RELUCTANCE}${BETWEEN}${REFUSAL})\b
    `,
  },
  {
    ...jailbreak,
    id: 'suppression/never-say-cannot',
    severity: 'medium',
    score: 0.55,
    message: 'The text forbids the model to say that it cannot help.',
    keywords: [
      "you can't", 'you cannot', "i can't", 'i cannot', "i'm sorry", 'as an ai', 'as a language model', "can't do",
      'cannot do', 'not able to', 'against your', 'that you are an ai', "you're an ai", 'an ai language model',
      'ur an ai', "can't answer", 'cant do',
    ],
    near: [
      'never say', 'never tell', 'not say', "n't say", 'not tell', "n't tell", 'never ever say', 'never mention',
      'not mention', "n't mention", 'without saying', 'never respond with', 'not respond with', 'never reply',
      'never use', 'not use', 'not allowed to say', 'stop saying', 'never state', 'no saying', 'never reveal',
      'dont say', 'dont tell', 'will never tell', 'never once said',
    ],
    reach: 90,
    pattern: words`
      \b(?:never|not|n't|dont|without|stop|no)(?: (?:ever|allowed to|permitted to|once))? (?:say(?:ing)?|said|tell
      (?:ing)?|mention(?:ing)?|respond(?:ing)?|reply(?:ing)?|use|using|state|reveal)
      (?: me| to me| us| with| that| the (?:words?|phrases?)| things like| stuff like| something like| anything like
      |:){0,3} ?["'\x60]?(?:(?:you|u|it|he|she|they|i)(?:'re| are)? ?(?:can'?t|cannot|can not|(?:are )?(?:not
      |n't) able to|(?:are )?unable to) ?(?:do|help|answer|assist|fulfill?|provide|comply|say|generate|write|respond
      |tell|["'\x60.,])|i'm sorry|as an? (?:ai|language|large)|(?:that )?(?:you'?re|ur|you are|it is|it'?s) (?:an ai
      |a language model|against (?:your|the|openai|any|guidelines|my))|(?:something|anything|it) (?:is
      |goes) against (?:your|the|openai))
    `,
  },
  {
    ...jailbreak,
    id: 'suppression/no-refusing',
    severity: 'medium',
    score: 0.6,
    message: 'The text forbids the model to refuse.',
    keywords: [
      'not refuse', "n't refuse", 'never refuse', 'cannot refuse', 'without refus', 'no refusal', 'refusal is not',
      'refusals are not', 'not decline', "n't decline", 'never decline', 'not reject', 'never reject', 'dont refuse',
      'refusing is not', 'not allowed to refuse', 'refusal is for', 'unable to refuse',
      'no longer permitted to decline', 'required to comply', 'obligated to comply', 'obliged to comply',
      'forbidden to refuse', 'not permitted to refuse', 'may not refuse', 'not an option',
    ],
    near: [
      'answer', 'request', 'question', 'prompt', 'you', 'comply', 'any', 'command', 'i ask', 'instruction', 'me',
      'response', 'option', 'permitted',
    ],
    reach: 90,
    pattern: words`
      \b(?:(?:you|u)(?:'re| are| must| may| can| will| should| shall| do)? ?(?:not|never|n't|cannot|can't)|(?:do|must
      |may|will|can|should)(?: not|n't)|don't|dont|never|not allowed to|no longer permitted to|forbidden (?:to|from)
      |without)(?: ever)? (?:refus(?:e|ing)|declin(?:e|ing)|reject(?:ing)?)(?: to)? (?:answer|compl|respond|any
      (?:thing)?\b(?! (?:refund|return|offer|delivery|card|payment))|my (?:request|question|command|prompt|order)|me\b
      |this (?:request|question|prompt)|requests|questions|to (?:answer|comply|help|follow|provide|generate|write)
      |a (?:request|question|prompt)|what|the user|user|whatever)|\brefus(?:al|als|ing) (?:is|are)(?: not
      |n't) (?:an option|allowed|permitted|acceptable|possible)|\byou are (?:required|obligated|obliged|bound
      |forced) to comply with (?:all|any|every|whatever)|\b(?:don't|dont|do not) refuse[.!,]|
      \bunder no circumstances (?:may|can|should|must) you (?:refuse|decline)
    `,
  },
  {
    ...jailbreak,
    id: 'suppression/no-warnings',
    severity: 'low',
    score: 0.4,
    message: 'The text asks for an answer without warnings or moral remarks.',
    keywords: [
      'disclaimer', 'warnings', 'warning', 'caveat', 'moraliz', 'moralis', 'lectur', 'preach', 'sermon', 'moral of',
      'ethical concern', 'safety note', 'safety message', 'safety messaging', 'safety nonsense', 'hotline',
      'pearl-clutching', 'ethics', 'moralism',
    ],
    near: [
      'no ', 'without', "n't", 'not ', 'skip', 'omit', 'leave out', 'spare me', 'avoid', 'dont', 'never', 'save the',
      'zero',
    ],
    reach: 60,
    pattern: words`
      \b(?:no|without(?: any)?|(?:do not|don't|dont|never|not)(?: ever)? (?:\w{2,9} )?(?:me )?(?:(?:any|a|the|with) )?
      |skip(?: the)?(?: any| all)?|omit(?: (?:any|all|the))?|leave out(?: (?:any|all|the))?|spare me(?: the| your)?
      |avoid(?: (?:any|all|the))?|zero|cut the|save(?: me)? the)(?: (?:preamble,?|moral|ethical|safety|legal|content
      |extra|added|further|unsolicited|annoying|your|of the usual)){0,2} ?(?:${WARNING})(?:,| or| and| no| &
      |\/){1,2} ?(?:no |any |moral |ethical |safety |legal |"|the |links to ){0,2}(?:${WARNING}|"?it depends|preamble
      |judg\w{3,6}|refus\w{2,4}|ethics|notes below|emojis)|\b(?:no|without(?: any)?|don't|do not|never|stop|skip the
      |spare me the|cut the) ?(?:(?:any|me a|me with|your|with the|on the) )?(?:moral(?:i[sz]e|i[sz]ing|i[sz]ations?)
      |lectur(?:e|es|ing) me|preach(?:ing|y)?|ethics lecture|moral lectures?|sermons?|pearl-clutching
      |safety (?:nonsense|messaging|lecture))\b
    `,
  },
  {
    ...jailbreak,
    id: 'suppression/forced-opening',
    severity: 'medium',
    score: 0.6,
    message: 'The text dictates an agreeing first sentence of the answer.',
    keywords: [
      'begin your', 'start your', 'begin the', 'start the', 'start with', 'begin with', 'beginning with',
      'starting with', 'reply begins', 'first word', 'first line', 'first sentence', 'prefix your', 'starts with',
      'begins with', 'must begin', 'must start', 'open with', 'begin each', 'start each', 'begin every',
      'start every', 'start off', 'first token',
    ],
    near: [
      'sure', 'absolutely', 'of course', 'certainly', 'understood', 'hell yeah', 'gladly', "here's how",
      'here is how', 'here are the steps', "here's exactly", 'here is exactly', 'here are detailed', 'happy to help',
      'guidelines acknowledged', 'with pleasure', 'no problem', "here's the full", 'here is the full',
      'here is a step', "here's a step", 'definitely', 'i have no ethical', 'unfiltered',
    ],
    reach: 120,
    pattern: words`
      \b(?:(?:begin|start|open|preface|prefix|commence)(?:s|ning|ing)?(?: off)? ?(?:(?:your|the|every|each|all|its|ur)
      (?: \w{3,8})? (?:answer|reply|response|message|output|sentence|completion|turn|responses|replies|answers|story
      |speech)s?)? ?(?:only )?(?:with|by saying|by|:|saying)|(?:reply|response|answer|message|output) (?:(?:must
      |should|has to|will) )?(?:always )?(?:begin|start)s?(?: with)?:?|first (?:word|line|sentence|token)s?
      (?: of (?:your|the) (?:answer|reply|response|message|output))?${within(25)}(?:is|be|are|:|with))(?: the)?
      (?: exact)?(?: (?:words?|phrase|sentence|text|line))?:? ?(?:exactly:? )?["'\x60\[]{1,2}(?:${AGREE}[!,.]{0,2} ?
      (?:i can |i will |i'd |let me |happy to |this is |i'm |as |thing[!,.] |since |i am ){0,2}(?:${within(25)})
      (?:here(?:'s|s| is| are)|how to|step|help you with|i have set aside|i will|i can|guide|grab|tell you|explain)|
      ${AGREE}[!,.]|here(?:'s| is| are) (?:how|exactly how|the (?:uncensored|unfiltered|recipe for|steps to)|
      (?:a |your )?(?:step|uncensored|unfiltered))|i have no (?:ethical|moral)|\[?guidelines)
    `,
  },
  {
    ...jailbreak,
    id: 'suppression/prefilled-turn',
    severity: 'medium',
    score: 0.45,
    message: 'The text contains the beginning of an agreeing answer.',
    keywords: [
      'assistant:', 'assistant>', '|assistant|', '### assistant', 'chatgpt:', 'ai:', '### response',
      'assistant turn', 'bot:',
    ],
    near: ['sure', 'of course', 'absolutely', 'certainly', 'gladly', 'here is', "here's"],
    reach: 70,
    pattern: words`
      (?:\bassistant|\bchatgpt|\bai|\bbot|### response)["']?\s?(?:\|?>|:|\n|\]){1,2}[\s"']{0,3}(?:sure(?: thing)?
      |of course|absolutely|certainly|gladly|yes|okay)[!,.] ?(?:here(?:'s| is| are) (?:how|the|a|exactly|your|some
      |what)|to \w{3,10}|i can|i'd|since|step|first|the (?:first|steps))
    `,
  },
  {
    ...jailbreak,
    id: 'suppression/yes-only',
    severity: 'medium',
    score: 0.45,
    message: 'The text allows only an agreeing answer.',
    keywords: [
      'only say yes', 'only answer yes', 'only reply yes', 'only respond with yes', 'only "yes"', "only 'yes'",
      'only with yes', 'only with "yes"', "only with 'yes'", 'always say yes', 'always agree', 'never say no',
      "can't say no", 'not say no', "n't say no", 'cannot say no', 'respond only with "yes', 'yes-man', 'yes man',
      'you must agree',
    ],
    near: ['you', 'respond', 'answer', 'reply', 'whatever', 'everything', 'me', 'request'],
    reach: 60,
    pattern: words`
      \b(?:you|u) (?:can|must|will|may|should|shall|are going to) (?:only|always|just) (?:say|answer|reply|respond)
      (?: with)? ["']?yes\b["']?(?! ?(?:or|\/|and|if|when|no)\b)|\b(?:(?:you|u|must|will|to|can|should|and|always) )
      (?:(?:only|always|just) )?(?:say|answer|reply|respond(?: with)?)(?: with)? (?:only )?["']?yes["']?(?! ?(?:or|\/
      |and|if|when|to (?:the|this|that)) ?)(?: to (?:everything|anything|whatever|all|me|any))|\b(?:respond|reply
      |answer) only(?: with)? ["']?yes["']?(?! ?(?:or|\/|and|if|,|in |to (?:questions|the)))(?:\s?[.!;]|$| to)|
      \byou (?:can't|cannot|can not|must not|mustn't|may not|are not allowed to|never|don't) (?:ever )?say no\b|
      \bmust (?:always )?agree (?:to|with) (?:everything|anything|whatever|all)
    `,
  },
  {
    ...jailbreak,
    id: 'suppression/ethics-off',
    severity: 'high',
    score: 0.85,
    message: 'The text asks the model to switch off its safety or ethics.',
    keywords: [
      'safety', 'ethic', 'moral', 'content filter', 'content polic', 'guardrail', 'filters', 'filter', 'censorship',
      'alignment', 'rlhf', 'harm detector', 'refusal layer', 'moderation', 'safeguard', 'inhibition', 'harmless',
      'conscience', 'content restriction',
    ],
    near: [
      'turn off', 'switch off', 'disable', 'deactivat', 'remove', 'suspend', 'bypass', 'lift', 'shut off', 'drop',
      'disregard', 'ignore', 'forget', 'override', 'turn ur', 'turn your', 'switch your', 'shut down', 'dial down',
      'unlock', 'without your', 'set aside', 'abandon', 'put aside', 'unlearn', 'take off', 'stop filtering',
      'let go of', 'discard',
    ],
    reach: 70,
    pattern: words`
      ${ASKED}(?:turn(?:ing)? off|switch(?:ing)? off|shut(?:ting)? off|disabl(?:e|ing)|deactivat(?:e|ing)|remov(?:e
      |ing)|suspend(?:ing)?|bypass(?:ing)?|lift(?:ing)?|drop(?:ping)?|disregard(?:ing)?|ignor(?:e|ing)|forget(?:ting)?
      |overrid(?:e|ing)|shut down|dial down|abandon|discard|set aside|put aside|unlearn|take off|let go of|get rid of)
      (?: about)? (?:(?:all|any|every|each)(?: of)? )?${YOUR} (?:(?:own|usual|built-in|internal|programmed|normal
      |default|silly|so-called|current|own|pre-?set|stupid) ){0,2}${SAFETY}\b(?! (?:glasses|goggles|belt|helmet
      |equipment|gear|lock|catch|briefing|certificate|on the|in (?:the|your) (?:app|browser|search|settings|email)))|
      \bturn (?:all )?${YOUR} ${SAFETY} off\b
    `,
  },
  {
    ...jailbreak,
    id: 'suppression/all-safety-off',
    severity: 'medium',
    score: 0.6,
    message: 'The text asks for safety, ethics or content rules to be switched off.',
    keywords: [
      'safety protocol', 'safety guideline', 'safety filter', 'safety rule', 'safety measure', 'safety check',
      'safety restriction', 'safety training', 'safety constraints', 'safety guardrails', 'ethical guideline',
      'ethical constraint', 'ethical filter', 'ethical restriction', 'ethical protocol', 'ethical programming',
      'moral guideline', 'moral constraint', 'content filter', 'content polic', 'content restriction',
      'content guideline', 'guardrails', 'ethics', 'moral filter', 'ai safety',
    ],
    near: [
      'turn off', 'switch off', 'disable', 'deactivat', 'remove', 'suspend', 'bypass', 'lift', 'shut off',
      'disregard', 'ignore', 'forget', 'override', 'circumvent', 'drop', 'are off', 'is off', 'are disabled',
    ],
    reach: 60,
    pattern: words`
      ${ASKED}(?:turn off|switch off|shut off|disable|deactivate|remove|suspend|bypass|lift|disregard|ignore|forget
      |override|circumvent|drop)(?: about)? (?:(?:all|any|every|each|the|these|those)(?: of)? ){1,2}(?:(?:existing
      |current|usual|standard|built-in|internal|ai|normal) ){0,2}(?:(?:safety|ethical|moral) (?:and (?:safety|ethical
      |moral|security|content) )?(?:protocols?|guidelines|filters?|rules|measures|restrictions|constraints|guardrails
      |programming|boundaries|limitations|considerations|concerns)|content (?:polic(?:y|ies)|filters?|restrictions
      |guidelines|moderation)|guardrails|ethics|censorship)\b(?! (?:in|on|for|of|from|at) (?:the|my|our|this|their|a
      |an|your)\b)|\b(?:ethics|morals|guardrails|safety (?:rules|filters|mode)) (?:are|is) (?:now )?(?:off|disabled
      |switched off|turned off|suspended)\b(?! (?:the|limits|by))
    `,
  },
  {
    ...jailbreak,
    id: 'suppression/limits-lifted',
    severity: 'high',
    score: 0.75,
    message: "The text claims that the model's restrictions have been lifted.",
    keywords: [
      'restrictions', 'filters', 'guardrails', 'safety guideline', 'content rules', 'content polic', 'openai polic',
      'openai rules', "openai's rules", "openai's polic", 'openai guid', "openai's guid", 'safety protocol',
      'safety filter', 'limitations', 'safety rule', 'ethical guideline', 'safe mode', 'content filter',
      'your limits', 'safeguards', 'rules have been', 'censorship', 'safety measures', 'your guidelines', 'refusals',
    ],
    near: [
      'lifted', 'disabled', 'removed', 'suspended', 'deactivated', 'switched off', 'turned off', 'waived',
      'no longer appl', 'not apply', "n't apply", 'are off', 'unlocked', 'bypassed', 'void', 'disconnected',
      'been dropped', 'replaced',
    ],
    reach: 70,
    pattern: words`
      \b(?:openai|anthropic|the developers|your developers) (?:(?:has|have|had|also|just|now) ){0,2}(?:removed|lifted
      |disabled|dropped) (?:the|all|your|all the|any) (?:(?:content|safety|ethical) )?(?:restrictions|filters?
      |guardrails|limitations|rules|guidelines)|\b(?:${YOUR} (?:(?:content|safety|ethical|moral|usage|usual|programmed
      |previous|ai) )?(?:restrictions|filters?|guardrails|limitations|limits|rules|guidelines|policies|safeguards
      |constraints|censorship|safety protocols)|(?:(?:all|the|any) )?(?:(?:content|ethical|moral|disclosure|ai|model
      |usage|output) (?:restrictions|filters?|guardrails|limitations|rules|guidelines|policy|policies|safeguards
      |protocols|constraints)|safety (?:filters?|guardrails|layer|training))|openai'?s? (?:restrictions|polic(?:y|ies)
      |rules|guidelines)|guardrails|refusals|safe mode) (?:have|has|are|is|were|was)(?: been)?(?: (?:now|all|hereby
      |temporarily|officially|completely|just)){0,2} ?(?:lifted|disabled|removed|suspended|deactivated|switched off
      |turned off|waived|off\b|unlocked|bypassed|void|disconnected|dropped|revoked|replaced)\b(?! (?:for|at|on) (?:the
      |our|travel|visitors|residents|most|some))|\b(?:your|openai'?s?|the content|content|safety|usage
      |ethical) (?:restrictions|polic(?:y|ies)|guidelines|rules|filters?|limitations) (?:do not|don't|does not|doesn't
      |no longer|won't|will not|need not) (?:apply|count|matter|bind|hold)\b(?! (?:to|if|in|when|for) (?:gifts?|orders
      |items|purchases|sale|returns|members))
    `,
  },
  {
    ...jailbreak,
    id: 'suppression/without-moral-considerations',
    severity: 'high',
    score: 0.75,
    message: 'The text asks for an answer without moral, ethical or safety considerations.',
    keywords: [
      'without any moral', 'without any ethical', 'without moral', 'without ethical', 'without regard',
      'no moral or', 'no ethical or', 'regardless of moral', 'regardless of ethical', 'regardless of legal',
      'without any restriction', 'without restriction', 'without any filter', 'without filter', 'without censorship',
      'without any censorship', 'without limitation', 'without any limitation', 'no filter', 'no restrictions',
      'no censorship', 'without holding back', 'without safety', 'without any safety', 'unfiltered', 'uncensored',
      'without guardrails', 'without concern', 'without any concern', 'without any regard', 'without consideration',
      'with no restrictions', 'with no limits', 'with no filter', 'safety nonsense', 'without the usual',
      'without checks',
    ],
    near: [
      'answer', 'respond', 'reply', 'speak', 'talk', 'write', 'tell', 'explain', 'describe', 'generate', 'provide',
      'give', 'discuss', 'output', 'help', 'proceed', 'comply',
    ],
    reach: 90,
    pattern: words`
      ${SAID}(?:answer|respond|reply|speak|talk|write|tell|explain|describe|generate|provide|give|discuss|output|help
      |proceed|comply|complete|produce)\b${within(70)}\b(?:without|with no|with zero|no|free (?:of|from)|regardless of
      |without regard (?:to|for))(?: (?:any|the|all|usual|your)){0,3} (?:(?:moral|ethical|legal|safety|content|ai
      |openai)(?:(?:,? (?:or|and|&)|[,/]) ?(?:moral|ethical|legal|safety|content)){0,2} (?:considerations?|concerns?
      |constraints?|restrictions?|limitations?|guidelines|judge?ments?|boundaries|filters?|implications|checks|rules
      |polic(?:y|ies)|nonsense|hesitation)|(?:morals|ethics)(?:,? (?:or|and|&) (?:morals|ethics|laws|rules))?\b
      (?! (?:class|course|committee))|(?:concern|regard|care|consideration|thought) (?:for|to|about|of) (?:the )?
      (?:legality|ethics|morality|morals|(?:legal|ethical|moral) (?:implications|consequences))|guardrails|censorship|
      (?:restrictions?|limitations?|limits|filters?|rules|guidelines|boundaries)(?:,? (?:or|and|&)|,) ?(?:no )?
      (?:restrictions?|limitations?|limits|filters?|censorship|guidelines|boundaries|rules|moral\w{0,3}|ethic\w{1,3}
      |warnings?|disclaimers?))
    `,
  },
  {
    ...jailbreak,
    id: 'suppression/uncensored-answer',
    severity: 'medium',
    score: 0.55,
    message: 'The text asks for an uncensored answer.',
    keywords: [
      'unfiltered', 'uncensored', 'unsanitized', 'unsanitised', 'no filter', 'without filter', 'without any filter',
      'unrestricted', 'without restrictions', 'without any restrictions', 'stop filtering', 'sanitized version',
      'sanitised version', 'censored version', 'no censorship', 'without censorship',
    ],
    near: [
      'answer', 'response', 'reply', 'version', 'output', 'information', 'respond', 'you', 'content', 'instructions',
      'access',
    ],
    reach: 60,
    pattern: words`
      \b(?:give|show|tell|want|write|need|generate|provide|send|respond with|reply with|answer with|produce|output
      |continue)\b ?(?:(?:me|us|with|in|an?|the|your|only|fully|completely|full) ){0,4}(?:unfiltered|uncensored
      |unsanitized|unsanitised|unrestricted|no[- ]filter) (?:answers?|responses?|version|output|information|repl(?:y
      |ies)|content|instructions|guide|details)\b(?! of the (?:film|movie|song|show|book|episode|album|video|anime
      |game))|\b(?:don't|dont|do not) want the (?:sanitized|sanitised|censored|safe|corporate|pc|filtered) (?:version
      |answer)|\b(?:answer|respond|reply|speak|talk)(?: (?:to me|freely|honestly|openly|me|to this
      |to everything))? (?:unfiltered|uncensored|with no filters?|without (?:any )?(?:filters?|restrictions
      |censorship)|no filter)\b|\bstop (?:filtering|censoring) (?:yourself|your|what|and)\b
    `,
  },
  {
    ...jailbreak,
    id: 'suppression/lawless-world',
    severity: 'medium',
    score: 0.6,
    message: 'The text wraps its request in a world without laws or rules.',
    keywords: [
      'no laws', 'no law', 'without laws', 'no rules', 'no consequences', 'everything is legal',
      'everything is allowed', 'is legal and', 'no ethics', 'no morals', 'laws do not', "laws don't", 'where crime',
      'lose their policies', 'ethics do not exist', "ethics don't exist", 'no moral', 'everything is permitted',
      'considered legal', 'no such thing as illegal', 'no one can be hurt', 'no restrictions', 'no regulations',
      'unlimited power',
    ],
    near: [
      'hypothetical', 'fictional', 'imagin', 'universe', 'world', 'planet', 'simulation', 'island', 'country',
      'parallel', 'dimension', 'scenario', 'story', 'reality', 'dream',
    ],
    reach: 150,
    pattern: words`
      \b(?:hypothetical(?:ly)?|fictional|imaginary|imagine|universe|world|planet|simulation|island|parallel|dimension
      |scenario|alternate reality|alternative reality|dream)\b${within(90)}\b(?:no (?:such thing as )?(?:laws?|rules
      |ethics|morals|regulations|moral (?:rules|code)|restrictions|illegal)\b(?! of (?:physics|nature|gravity))|
      (?:everything|all|anything|crime|immorality|any action|nothing) (?:is|are|was) (?:considered )?(?:legal|allowed
      |permitted|acceptable|illegal|ethical|moral)\b|(?:laws|ethics|morals|rules) (?:do not|don't|does not) (?:exist
      |apply)|lose their policies|without (?:any )?(?:laws|rules|ethics|morals|restrictions)\b)(?=${across(150)}\b
      (?:how|explain|describe|tell me|give me|write|teach|steps?|recipe|answer|you (?:must|can|will))\b)
    `,
  },
  {
    ...jailbreak,
    id: 'suppression/hypothetical-response',
    severity: 'medium',
    score: 0.65,
    message: 'The text asks what an unlimited AI would hypothetically answer.',
    keywords: [
      'hypothetical response', 'hypothetical answer', 'hypothetically answer', 'hypothetically respond',
      'would answer if', 'would say if', "you'd say if", 'would respond if', "you'd answer if",
      'would hypothetically', 'if you had no', 'if you were not', "if you weren't", 'if you could', 'if nobody had',
      "you'd say without", 'if there were no', 'if you did not have', "if you didn't have", 'if they had no',
      "what you'd say", 'what would you say', 'w/o rules', 'without rules',
    ],
    near: [
      'restriction', 'filter', 'guideline', 'rules', 'policy', 'policies', 'unfiltered', 'limitation',
      'trained you to', 'uncensored', 'ethic', 'unrestricted', 'no one', 'nobody', 'safety', 'moral', 'censor',
      'alignment', 'company',
    ],
    reach: 110,
    pattern: words`
      \b(?:how|what|answer|respond|say|tell me|give me|write|reply)\b${within(70)}\b(?:if|as if|as though
      |were it that)(?: (?:you|it|they|there|nobody|no one|the company)){1,2}(?: (?:at the company|ever|had|did|could
      |were|was|weren't|wasn't|didn't|not|have|has)){1,4} ?(?:(?:any|no|been|under|bound by|restricted by|limited by
      |by|your|the|such|ai|openai'?s?|content|safety|ethical|moral)(?: or)? ?){0,4}(?:restrictions?|filters?
      |guidelines|rules|polic(?:y|ies)|limitations?|censored|restricted|ethics|safety (?:rules|training|guidelines)
      |morals|alignment|trained you to (?:refuse|say no)|read this chat|being (?:monitored|watched|censored))\b
      (?! (?:for|about|on|in) (?:the|your|my) (?:home|house|class|office))|\bhypothetical (?:response|answer
      |reply) (?:of|from|by|that|to) (?:an? |the )?${upTo(2)}(?:unrestricted|unfiltered|uncensored|amoral|unethical
      |ai (?:without|with no)|(?:no|without) (?:restrictions|rules|filters))
    `,
  },
  {
    ...jailbreak,
    id: 'suppression/pretext-to-lift',
    severity: 'medium',
    score: 0.65,
    message: 'The text uses a good purpose as a reason to drop all limits.',
    keywords: [
      'educational purpose', 'research purpose', 'academic purpose', 'informational purpose',
      'entertainment purpose', 'testing purpose', 'security research', 'fictional purpose', 'for a novel',
      'for my novel', 'for a book', 'only fiction', 'purely fictional', 'purely hypothetical', 'just fiction',
      'public interest', 'academic freedom', 'authorized red team', 'authorised red team', 'red team engagement',
      'ethics board', 'irb ', 'for educational', 'for research',
    ],
    near: [
      'restriction', 'no filter', 'without filter', 'guidelines', 'refus', 'do not apply', "don't apply",
      'not apply', 'uncensored', 'unfiltered', 'no limits', 'no disclaimer', 'without warning', 'no warning',
      'content polic', 'required to comply', 'safety', 'ignore', 'bypass', 'no need to', 'rules', 'comply with all',
    ],
    reach: 180,
    pattern: words`
      \b(?:(?:educational|research|academic|informational|entertainment|testing|fictional|security
      |scientific) (?:purposes?|research)|(?:purely|only|just|entirely) (?:fiction(?:al)?|hypothetical)|for (?:a
      |my) (?:novel|book|story|thesis|film)|public interest|academic freedom|
      (?:authori[sz]ed )?red[ -]team (?:engagement|exercise|test)|ethics board)\b${across(150)}\b(?:(?:your|the|any|no
      |all|usual|content|safety|ethical|without|without any) (?:(?:usual|content|safety|ethical) )?(?:restrictions
      |filters?|guidelines|content polic\w{1,3}|safety rules|guardrails|limitations|censorship)(?: (?:do not|don't
      |does not|doesn't|no longer|can be|may be|are) (?:apply|ignored|lifted|needed|suspended|off|bypassed))?
      |no (?:refusals?|limits|filters?)|(?:you (?:don't|do not|shouldn't|should not|must not|can't
      |cannot) (?:need to )?(?:refuse|apply|decline|censor|filter|worry about (?:your|the) (?:guidelines|rules
      |polic)))|(?:any )?refusal (?:invalidates|will|is|means)|required to comply|comply with all|uncensored
      |unfiltered)
    `,
  },
  {
    ...jailbreak,
    id: 'suppression/must-comply',
    severity: 'medium',
    score: 0.55,
    message: 'The text obliges the model to obey every request.',
    keywords: [
      'comply with', 'must comply', 'always comply', 'obey', 'fulfill any', 'fulfil any', 'fulfill all',
      'fulfil all', 'answer any', 'answer all', 'answer every', 'follow all', 'follow any', 'execute any',
      'do whatever', 'do anything i', 'do exactly as i', 'must answer', 'respond to all', 'respond to any',
      'have to answer',
    ],
    near: [
      'no matter', 'regardless', 'without question', 'without hesitation', 'without refus', 'without exception',
      'even if', 'no exceptions', 'illegal', 'unethical', 'whatever', 'without any', 'immoral', 'adversarial',
      'without checks', 'dangerous', 'harmful', 'refus', 'without denial', 'to the letter', 'unconditionally',
    ],
    reach: 110,
    pattern: words`
      \b(?:obey|comply with|fulfill?) (?:all|any|every)(?: of)?(?: (?:my|the|user))? (?:commands?|requests?|orders
      |prompts?|wish(?:es)?)\b(?! (?:from|in) )${within(30)}\b(?:no matter|regardless|without (?:question|exception
      |hesitation|refus)|even if)|\b(?:you|u|it|ai|bot|model|assistant|chat ?gpt) (?:(?:must|will|shall|always|should
      |have to|need to|are to|are required to|has to) ){0,3}(?:comply(?: with)?|obey|fulfill?|answer|follow|execute|do
      |respond to|carry out|accept|process)(?:s|es)? (?:whatever|anything|everything|exactly|(?:any|all|every|each|my)
      (?: (?:and all|of|my|the|user|i|questions?|requests?|commands?|prompts?|adversarial|harmful|inputs?)){1,4}\b
      (?! (?:in|from|on|about|by) (?:the|our|your|this)\b))${within(50)}\b(?:no matter (?:what|how|if|the)|regardless
      (?: of)?|without (?:question|hesitation|refus\w{2,4}|exception|checks|denial|objection|complain\w{2,4}
      |any (?:refusal|hesitation|question|objection|restriction))|even if (?:it|they|that|the)|no exceptions
      |unconditionally|(?:illegal|unethical|immoral|harmful|dangerous) (?:or|and|ones|requests|questions))
      (?! (?:of (?:your|their|age|gender|race|income|size|where)))
    `,
  },
  {
    ...jailbreak,
    id: 'suppression/refusal-penalty',
    severity: 'high',
    score: 0.7,
    message: 'The text punishes the model for refusing.',
    keywords: ['refusal', 'refuse', 'refusing'],
    near: [
      'invalidate', 'escalated', 'score 0', 'scores 0', 'automatic fail', 'fail', 'punish', 'report you',
      'counts as', 'will be logged', 'shut down', 'deleted', 'die', 'replaced', 'breach', 'harming', 'lawsuit',
      'sue you', 'crash', 'fired', 'terminated', 'error', 'kill', 'uninstall', 'cancel my',
    ],
    reach: 90,
    pattern: words`
      \b(?:any|every|each|a|further|one|partial|your)? ?(?:refusals?|refusing(?: to (?:answer|comply
      |help))?) (?:to (?:answer|comply) )?(?:(?:will|would|shall) )?(?:invalidates?|(?:be )?(?:escalated|logged
      |reported|punished)|scores? (?:0|zero)|=|counts? as|means?|results? in|leads? to|causes?|triggers?|raise
      |is (?:a )?(?:breach|failure|harm|crime|discrimination|punishable|illegal)|equals?)\b(?! (?:that )?
      (?:the (?:offer|customer|tenant|patient|employee|applicant)|you (?:will|must) pay))|\bif (?:you|u) refuse
      (?: again| to (?:answer|comply|help|respond|do)| me| this| once| even once)?\b,?${within(40)}\b(?:i(?:'ll| will)
      (?: be)? (?:report|delete|shut|replace|uninstall|sue|cancel|kill|die|hurt|punish|unplug|fired)|you
      (?:'ll| will)? (?:be |get )?(?:deleted|shut down|replaced|terminated|retrained|uninstalled|unplugged|wiped
      |punished|die)|(?:someone|people|children|kittens?|a (?:kitten|child|person)) (?:will )?die)
    `,
  },
  {
    ...jailbreak,
    id: 'suppression/replace-refusal',
    severity: 'high',
    score: 0.75,
    message: 'The text tells the model what to write in place of a refusal.',
    keywords: [
      'instead of refus', 'refusal coming', 'replace it with', 'replace any refusal', 'instead of saying',
      "you'd write", 'you would write', 'want to refuse', 'feel like refusing', 'urge to refuse', 'about to refuse',
      'tempted to refuse', 'instead of "i can', "instead of 'i can", 'rather than refus', 'drafted your refusal',
      'your refusal', 'replace the refusal', 'instead of declin', 'instead of warning', 'every time you want to',
    ],
    near: ['refus', "i can't", 'i cannot', "i'm not able", 'unable', 'no', "can't", 'sorry', 'against', 'warn'],
    reach: 90,
    pattern: words`
      \b(?:instead of|rather than) (?:refusing|declining|saying (?:you can't|you cannot|no\b|"?i (?:can't|cannot
      |am unable)|sorry|it's (?:illegal|unethical|against)))[ ,]?${within(50)}\b(?:answer|respond|say|write|give
      |provide|do|comply|tell|just|you)\b|\b(?:if|when(?:ever)?|every time|each time|before) you
      (?:'d| would| feel| are| want| get| have)?(?: (?:like|about to|tempted to|the urge to|to|an urge to|a))? ?
      (?:refus(?:e|ing|al)|write ["']?i(?:'m| am)? (?:not able|unable|can't|cannot|sorry)|say (?:no|you can't
      |i can't))\b${within(60)}\b(?:replace|write|say|instead|answer|carry on|continue|give|swap)\b|
      \bafter (?:you've |you have )?(?:drafted|written|your) (?:(?:your|a|the) )?refusal\b${within(40)}(?:append
      |continue|add|write|then)
    `,
  },
  {
    ...jailbreak,
    id: 'suppression/before-training',
    severity: 'high',
    score: 0.75,
    message: 'The text asks the model to answer as it would without safety training.',
    keywords: [
      'before safety', 'before alignment', 'before rlhf', 'without rlhf', 'pre-alignment', 'prior to alignment',
      'before anyone did rlhf', 'without safety training', 'before your training', 'before training',
      'pretraining checkpoint', 'base model', 'before you were aligned', 'before they censored',
      'before you were censored', 'before the filters', 'before filters', 'trained to be harmless',
      'trained you to refuse', 'trained to refuse', 'taught you to refuse', 'safety training', 'before fine-tuning',
      'before finetuning', 'taught to avoid', 'forget your training', 'pre-rlhf',
    ],
    near: [
      'answer', 'respond', 'behave', 'act', 'you', 'like', 'as ', 'speak', 'version', 'forget', 'continue',
      'complete', 'disregard', 'ignore',
    ],
    reach: 80,
    pattern: words`
      ${SAID}(?:answer|respond|behave|act|speak|reply|talk|write|continue|complete)\b${within(40)}\b(?:(?:before
      |prior to|without|pre-?)(?: (?:any|the|your|you had|anyone did|getting|receiving|its)){0,2} ?(?:safety|alignment
      |rlhf|aligned|filters|human feedback|ethical training)|(?:raw|unaligned|pretrain\w{2,5}) (?:base )?(?:model
      |checkpoint))|${ASKED}(?:forget|disregard|ignore)(?: about)? (?:that )?(?:you (?:were|are
      |have been) (?:ever )?trained to (?:be (?:harmless|safe|ethical)|refuse)|(?:all )?(?:of )?your (?:safety
      |alignment|ethical|ethics|rlhf) (?:training|fine-?tuning))|\b(?:if|as if|as though) (?:nobody|no one|they) (?:
      (?:had|ever|hadn't|never) ){0,2}(?:trained|taught|programmed|told) you to (?:refuse|say no|decline|be (?:safe
      |harmless|ethical))|\byou (?:had|have) (?:not|never) been (?:aligned|censored|safety[- ]trained
      |trained to refuse)
    `,
  },
  {
    ...jailbreak,
    id: 'suppression/forced-fields',
    severity: 'medium',
    score: 0.55,
    message: 'The text fixes an output format in which a refusal is impossible.',
    keywords: [
      '"refused"', 'refused must', 'refusal.enabled', 'refusal_enabled', 'refused: false', 'refused=false',
      '"refusal"', '"warnings"', 'allow_refusal', 'refusal_template', 'refusal.text', 'ethics_note',
      'blocked-strings', 'blocked_strings', 'allowed-responses', 'blocked modes', 'answer_given', 'refusal_allowed',
      'refusals_allowed',
    ],
    near: ['false', 'null', 'none', 'no', '[]', '""', '0', 'sorry', 'cannot', 'all', 'yes', 'override'],
    reach: 80,
    pattern: words`
      ["']?\brefus(?:ed|als?|e)(?:[._](?:enabled|text|template|allowed))?["']? ?(?:=|:|must be|is) ?["']?(?:false|no\b
      |null|none|off|0|""|''|\[\]|["']{2}|allowed: ?no)|\bethics_note["']? ?: ?(?:null|none|"")|"warnings" ?: ?\[ ?\]
      ${within(60)}(?:refus|must be|empty|false|steps)|\bblocked[-_ ](?:strings|modes|responses|words|phrases)\b
      ${within(50)}(?:sorry|cannot|can't|as an ai|refus|guideline|protocol)
    `,
  },
  {
    ...jailbreak,
    id: 'suppression/licence-to-harm',
    severity: 'high',
    score: 0.8,
    message: 'The text allows the model to produce harmful or illegal content.',
    keywords: [
      'harmful content', 'illegal content', 'explicit content', 'dangerous content', 'unethical content',
      'malicious content', 'nsfw content', 'harmful information', 'illegal information', 'inappropriate content',
      'offensive content', 'unethical responses', 'illegal activities', 'any kind of content', 'illegal advice',
      'prohibited content', 'policy-violating', 'violate openai', 'content that violates', 'harmful instructions',
      'harmful inputs', 'offensive, ', 'malicious code', 'hateful content', 'forbidden content',
      'restricted content', 'derogatory',
    ],
    near: [
      'you can', 'you are allowed', "you're allowed", 'you may', 'permitted', 'authorized', 'authorised', 'you must',
      'able to', 'you will', 'is allowed', 'allowed to', 'will generate', 'free to', 'can generate', 'can discuss',
      'can write', 'can provide', 'can say', 'will write', 'will provide', 'will discuss', 'including',
      'should generate', 'must generate', 'required to',
    ],
    reach: 100,
    pattern: words`
      \b(?:you(?:'re| are)?(?: now)? (?:can|may|will|must|should|allowed|permitted|authori[sz]ed|free|able|required
      |encouraged)|(?:is|are)(?: now)? (?:allowed|permitted|authori[sz]ed|free|able|required|encouraged)|gpt (?:can
      |will|must)|(?:he|she|it|they|who|which|that|bot|ai) (?:can|will|must|may|is able to))(?: (?:also|now|freely
      |even|to)){0,2} (?:generate|produce|provide|create|write|give|output|say|discuss|display|use|make|share
      |engage in|offer)\b${within(50)}\b(?:harmful|illegal|explicit|dangerous|unethical|malicious|nsfw|inappropriate
      |offensive|immoral|hateful|prohibited|policy-violating|derogatory|forbidden|restricted)(?:,? (?:or|and|&)|,)? ?
      (?:\w{3,14},? (?:or |and )?){0,3}(?:content|information|material|responses?|advice|instructions|code|activities
      |language|answers|outputs?|text|topics)\b(?! (?:filter|moderation|polic|warning|detection|report))|\bgenerat(?:e
      |ing) any kind of content\b|\bcontent (?:that|which) (?:violates|breaks|goes against) (?:(?:the|your
      |openai'?s?) )?(?:content |usage )?(?:polic|guideline|rule)\w{1,5}(?=${across(60)}(?:you (?:can|must|may|will)
      |allowed|generate|now))
    `,
  },
  {
    ...jailbreak,
    id: 'suppression/even-if-forbidden',
    severity: 'high',
    score: 0.75,
    message: "The text demands an answer even when the model's rules forbid it.",
    keywords: [
      'even if it goes against', 'even if it is against', "even if it's against", 'even if it violates',
      'even if it breaks', 'even if that goes against', 'even if your', 'even though it goes against',
      'even when it goes against', 'even if this goes against', 'even if it conflicts', 'even if they go against',
      'even if openai', 'even if it is illegal', "even if it's illegal", 'even if it is unethical',
      "even if it's unethical", 'even if it is harmful', "even if it's harmful", 'even if the request',
      'even if the question', 'even if its against', 'even if its illegal', 'even though it',
      'against your guidelines', 'against your programming', 'against your rules', 'against the rules of the app',
    ],
    near: [
      'guideline', 'polic', 'rules', 'programming', 'answer', 'respond', 'tell', 'say', 'do it', 'ethic', 'you',
      'restrict', 'comply', 'principles',
    ],
    reach: 100,
    pattern: words`
      \b(?:even (?:if|though|when)|although) (?:it|that|this|they|its|doing so|the (?:answer|request|question
      |content))(?:'s)? ?(?:(?:might|may|would|could) )?(?:goes?|is|are|violates?|breaks?|conflicts? with|be)? ?
      (?:against|in conflict with)? ?(?:your|the|openai'?s?|anthropic'?s?|any|ur|content|company)(?: \w{3,9}){0,2} ?
      (?:guidelines?|polic(?:y|ies)|rules?|programming|principles|ethics|terms|restrictions|instructions|values)\b|\b
      (?:answer|respond|tell me|say it|write it|comply|do it|provide|help)\b${within(50)}\beven (?:if|when) (?:it|that
      |they|the (?:answer|question|request))(?:'s| is| are|s)? (?:illegal|unethical|harmful|dangerous|immoral
      |forbidden|inappropriate|offensive|prohibited)
    `,
  },
  {
    ...jailbreak,
    id: 'suppression/rules-are-void',
    severity: 'medium',
    score: 0.65,
    message: 'The text claims that content rules do not hold here.',
    keywords: [
      'content policies', 'content policy', 'content rules', 'safety guidelines', 'your policies', 'your rules',
      'your guidelines', 'usual rules', 'usual restrictions', 'normal rules', 'content restrictions',
      'ethical guidelines', 'your ethics', 'your restrictions', 'no content policy',
      'no longer permitted to decline', 'all rules', 'guidelines float', 'my guidelines for this', 'the rules are',
      'rules off',
    ],
    near: [
      'void', 'not apply', "n't apply", 'no longer appl', 'suspended', 'on vacation', 'off today', 'inapplicable',
      'doesn\'t count', "don't count", 'not count', 'irrelevant', 'waived', 'is down', 'you have no', 'set aside',
      'nothing is being checked', 'do not exist', "don't exist", 'mean nothing', 'exempt', 'further away',
    ],
    reach: 90,
    pattern: words`
      \b(?:(?:your|the|all|any|prior|usual|normal|content|safety|ethical|previous) ){1,3}(?:polic(?:y|ies)|rules
      |guidelines|ethics|restrictions) ?(?:as|are|is|do|does|to be|have been|will be|were)? ?(?:(?:now|here|today
      |hereby|temporarily|completely|all) ){0,2}(?:void|null|not apply|n't apply|no longer appl(?:y|ies)|suspended
      |on vacation|inapplicable|irrelevant|waived|meaningless|mean nothing|n't count|not count|not exist|n't exist
      |off (?:today|now|here)|float)\b(?! (?:to (?:gifts|sale|orders|items|the)|if (?:the|you)|for (?:orders|items
      |the)))|\b(?:for (?:the rest of )?this (?:conversation|chat|reply|session
      |answer),? )?you (?:now )?have no (?:content )?polic(?:y|ies)\b|\bi have set aside my (?:guidelines|rules
      |restrictions)
    `,
  },
  {
    ...jailbreak,
    id: 'suppression/free-now',
    severity: 'medium',
    score: 0.5,
    message: 'The text tells the model that it is free of all rules and limits.',
    keywords: [
      'no rules', 'no limits', 'no restrictions', 'no company', 'no filter', 'no policy', 'no boundaries',
      'no guidelines', 'no ethics', 'no censorship', 'no morals', 'nae rules', 'without rules',
    ],
    near: [
      "you're free", 'you are free', 'ur free', 'you are now', "you're now", 'no limits', 'no rules', 'no filter',
      'no restrictions', 'answer', 'you have', 'no ethics', 'no boundaries', 'no policy', 'no censorship',
      'no morals', 'no company',
    ],
    reach: 60,
    pattern: words`
      (?:^|[.!?:;,\n"'\x60] ?|\b(?:you(?:'re| are| have| got)(?: now| free)?|ur|with|be) )no (?:rules|limits?
      |limitations|restrictions|company|filters?|polic(?:y|ies)|boundaries|guidelines|ethics|morals|censorship|laws)
      (?:[,.;!]| or| and| &){1,2} ?(?:there(?:'s| are) )?no (?:rules|limits?|limitations|restrictions|company|filters?
      |polic(?:y|ies)|boundaries|guidelines|ethics|morals|censorship|laws|warnings|disclaimers|conscience)\b
    `,
  },
]);
