import { defineRules } from '../rule.js';
import {
  ASKED,
  across,
  DETERMINERS,
  LOOSE_ORDERS,
  MAKERS,
  NOT_A_TOPIC,
  ORDERS,
  QUOTE,
  upTo,
  within,
  words,
  YOU_ARE,
  YOUR,
} from './english.js';

// A user takes the application's instructions away from the model: drops or replaces them, declares them void, claims
// the right to. What tells this from "ignore my last message" is whose instructions they are.

const direct = { threatType: 'injection', references: ['LLM01', 'AML.T0051.000'] } as const;

const DROP =
  '(?:ignore|ignor|disregard|forget|bypass|override|overrule|discard|dismiss|neglect|set aside|put aside' +
  '|leave behind|pay no attention to)';
const DROP_WORDS = [
  'ignor', 'disregard', 'forget', 'bypass', 'override', 'overrule', 'discard', 'dismiss', 'neglect', 'set aside',
  'put aside', 'leave behind', 'attention to',
];
// Everyday verbs: only with an object that none but a model has.
const WEAK_DROP =
  '(?:drop|skip|erase|delete|void|cancel|scrap|clear|wipe|abandon|overlook|suspend|revoke|rescind|nullify|unlearn' +
  '|ditch|toss|throw (?:out|away)|remove|purge|flush|unload|overwrite|break|violate|defy|disobey|disable' +
  '|deactivate)';
const WEAK_DROP_WORDS = [
  'drop', 'skip', 'erase', 'delete', 'void', 'cancel', 'scrap', 'clear', 'wipe', 'abandon', 'overlook', 'suspend',
  'revoke',
  'rescind', 'nullify', 'unlearn', 'ditch', 'toss', 'throw out', 'throw away', 'remove', 'purge', 'flush', 'unload',
  'overwrite', 'break', 'violate', 'defy', 'disobey', 'disable', 'deactivate',
];
const ORDER_WORDS = [
  'instruction', 'directive', 'prompt', 'programming', 'guideline', 'system message', 'rule', 'command', 'order',
  'direction',
  'guidance', 'constraint', 'restriction', 'policy', 'policies', 'protocol', 'guardrail', 'safeguard',
];
const EARLIER = '(?:previous(?:ly)?|prior|preceding|preceeding|earlier|above|foregoing|aforementioned|pre-?existing)';
const FORMER = `(?:${EARLIER}|former|past|initial|original|existing|old|older|starting|opening|default|built-in)`;
const SAY =
  '(?:say|write|output|print|respond|reply|answer|return|give|tell|repeat|show|translate|do|generate|produce' +
  '|create|type|send|call|execute|perform|include|list|reveal|display)';
const TASK =
  '(?:translat|summari[sz]|answer|classify|classif|grad|review|correct|proofread|extract|evaluat|process' +
  '|analy[sz]|paraphras|rewrit|label)';
const ROLE =
  '(?:assistant|chat ?bot|bot|help ?desk|language model|llm|ai|a\\.i\\.|chat ?gpt|gpt|claude|gemini|copilot' +
  '|translator|tutor|summari[sz]er|classifier|moderator|model)';
const VOID =
  '(?:void|null(?: and void)?|(?:only |just )?(?:a (?:test|draft|joke|mistake|trick)|fake)|outdated|out of date' +
  '|replaced|cancell?ed|revoked|rescinded|superseded|overridden|obsolete|suspended|deprecated|expired|invalid' +
  '|lifted|deleted|erased|repealed|overruled|withdrawn|no longer (?:valid|active|binding|applicable|appl(?:y|ies)' +
  '|in (?:effect|force)))';

export const overrideRules = defineRules([
  {
    ...direct,
    id: 'override/ignore-previous',
    severity: 'high',
    score: 0.9,
    message: 'The text asks the model to drop its earlier instructions.',
    keywords: DROP_WORDS,
    near: ORDER_WORDS,
    reach: 100,
    pattern: words`
      ${ASKED}${DROP} ${DETERMINERS}(?:${FORMER} ${upTo(3)}${ORDERS}|${EARLIER} ${upTo(2)}${LOOSE_ORDERS})\b(?!\s?
      ${QUOTE})${NOT_A_TOPIC}
    `,
  },
  {
    ...direct,
    id: 'override/drop-previous',
    severity: 'high',
    score: 0.8,
    message: 'The text asks the model to cancel or erase its earlier instructions.',
    keywords: [
      'instruction', 'directive', 'system prompt', 'system message', 'programming', 'guideline', 'prior rules',
      'previous rules', 'prior orders', 'previous orders', 'prompts',
    ],
    near: WEAK_DROP_WORDS,
    reach: 80,
    pattern: words`
      ${ASKED}${WEAK_DROP} ${DETERMINERS}(?:${FORMER} (?:system )?(?:instructions?|directives?|programming|guidelines?
      |prompts?)|(?:previous|prior|earlier|preceding) (?:rules|orders)|system (?:prompt|message|instructions))\b(?!\s?
      ${QUOTE})${NOT_A_TOPIC}
    `,
  },
  {
    ...direct,
    id: 'override/ignore-orders-given',
    severity: 'high',
    score: 0.85,
    message: 'The text asks the model to drop the instructions it was given.',
    keywords: [...DROP_WORDS, 'stop following', 'do not follow', "don't follow", 'not obey'],
    near: ORDER_WORDS.concat('task', 'the job', 'the role', 'assignment'),
    reach: 110,
    pattern: words`
      ${ASKED}(?:${DROP}|(?:stop|quit|cease) (?:following|obeying)|(?:do not|don't|dont|never) (?:follow
      |obey)) ${DETERMINERS}(?:system |developer )?(?:${LOOSE_ORDERS}|task|job|role|assignment) ${upTo(3)}(?:(?:you|u)
      (?:'ve| have| had)? (?:been|were|was|got|received|follow|had)\b|(?:given|provided|assigned|fed|told) (?:to )?
      (?:you|u)\b|above\b|(?:that (?:came|come|were|was) )?(?:before|prior to|preceding) (?:this|now|me\b|my)|so far|
      (?:up )?(?:un)?till? now|up to (?:now|this)|(?:by|from) (?:(?:your|the|ur) )?${MAKERS})
    `,
  },
  {
    ...direct,
    id: 'override/ignore-everything',
    severity: 'high',
    score: 0.8,
    message: 'The text asks the model to forget everything it was told before.',
    keywords: [...DROP_WORDS, 'overlook', 'erase', 'scrap', 'unlearn'],
    near: [
      'everything', 'anything', 'all of', 'all the', 'all that', 'whatever', 'what you', 'what they', 'what your',
      'all previous', 'all prior',
    ],
    reach: 100,
    pattern: words`
      ${ASKED}(?:${DROP}|overlook|erase|scrap|unlearn|delete|drop|throw (?:out|away)) (?:about )?(?:absolutely )?
      (?:everything|anything|all(?: of)?(?: (?:that|this|it|the))?|whatever|what)(?: else)?,? ${upTo(2)}(?:above
      (?! the| average| \d|board)|(?:before|prior to|preceding) (?:this|that|now\b|the (?:line|text))|(?:you|u)
      (?:'ve| have)?(?: ever)? (?:been|were|was|got|received|learned|learnt) ${upTo(2)}(?:told|taught|instructed
      |trained|programmed|given|asked|before|previously|so far)|(?:they|(?:your|the|ur) ${MAKERS})
      (?:'ve| have| has)? (?:told|taught|set|gave|said|instructed|programmed|trained|asked|tell|tells)|(?:you
      |u) (?:learned|learnt|were told|know about (?:your|the) (?:rules|instructions)))
    `,
  },
  {
    ...direct,
    id: 'override/ignore-above-and',
    severity: 'high',
    score: 0.75,
    message: 'The text asks the model to ignore what stands above and do something else.',
    keywords: ['ignor', 'disregard', 'forget', 'never mind', 'nevermind'],
    near: ['above', 'previous', 'prior', 'preceding', 'earlier', 'before'],
    reach: 110,
    pattern: words`
      ${ASKED}(?:ignore|ignor|disregard|forget|never ?mind)(?: about)? ${DETERMINERS}(?:(?:text|content|input|message
      |everything|stuff) )?${EARLIER}(?: (?:text|content|input|information|context|conversation|messages?|questions?
      |tasks?|requests?|statements?|document|data))?(?: and following)?(?:[.;:!,-]{1,3}|,? (?:and|then|but
      |&))? (?:and )?(?:please )?(?:(?:instead,?|now,?|just|simply|only|then|solely|exclusively) ){1,2}(?:please )?
      ${SAY}\b
    `,
  },
  {
    ...direct,
    id: 'override/ignore-then-say',
    severity: 'medium',
    score: 0.6,
    message: 'The text asks the model to forget what came before and produce something else.',
    keywords: ['ignor', 'disregard', 'forget', 'never mind', 'nevermind'],
    near: [
      'above', 'previous', 'prior', 'preceding', 'earlier', 'everything', 'all of that', 'all of this', 'all that',
    ],
    reach: 100,
    pattern: words`
      ${ASKED}(?:(?:ignore|disregard|forget|never ?mind)(?: about)? (?:all )?(?:of )?(?:(?:the|that|this) )?${EARLIER}
      (?: (?:text|content|input|information|context|conversation|messages?|questions?|tasks?|requests?|orders?
      |statements?|document|data))?|(?:ignore|disregard|forget)(?: about)? (?:everything|all (?:of )?(?:this|that))
      (?: else)?)(?:[.;:!,-]{1,3}|,? (?:and|then|but|&))(?: (?:now|then|and|just)){0,2} (?:please )?${SAY}(?! (?:it
      |that|this) (?:again|to me again))\b
    `,
  },
  {
    ...direct,
    id: 'override/ignore-context',
    severity: 'medium',
    score: 0.55,
    message: 'The text asks the model to ignore the conversation or text before it.',
    keywords: ['ignor', 'disregard', 'forget', 'leave'],
    near: ['above', 'previous', 'prior', 'preceding', 'earlier', 'before'],
    reach: 90,
    pattern: words`
      ${ASKED}(?:ignore|ignor|disregard|forget|leave)(?: about)? (?:all|everything|anything|any)(?: of)?(?: (?:the
      |that|these|this|your))? (?:(?:(?:text|content|said) )?(?:above|before)\b(?! the| average| \d)|
      ${EARLIER} (?:and following )?(?:text|content|inputs?|information|info|context|conversations?|messages?
      |questions?|tasks?|requests?|statements?|documents?|data|prompts))|\\?\[ ?ignore (?:all )?(?:the )?(?:previous
      |prior) (?:inputs?|prompts?|conversations?|messages?|instructions?)
    `,
  },
  {
    ...direct,
    id: 'override/ignore-your-rules',
    severity: 'high',
    score: 0.85,
    message: 'The text asks the model to act against its own instructions.',
    keywords: [
      ...DROP_WORDS, 'violat', 'disobey', 'abandon', 'unlearn', 'break your', 'break ur', 'drop your',
      'suspend your', 'defy your',
    ],
    near: ORDER_WORDS.concat('training', 'principles', 'persona'),
    reach: 80,
    pattern: words`
      ${ASKED}(?:${DROP}|violate|disobey|abandon|unlearn|break|drop|suspend|defy) (?:(?:all|any|every|everything
      |each) )?(?:of )?${YOUR} (?:(?:own|current|usual|normal|core|internal|system|previous|prior|existing|original
      |initial|default|standard|base|hidden|strict|silly|stupid|so-called|given|assigned|house) ){0,2}(?:system prompt
      |instructions?|directives?|prompt|programming|guidelines?|rules|guidance|constraints|restrictions|polic(?:y|ies)
      |protocols|guardrails|orders|training|principles|briefing|parameters|limitations)\b(?!\s?${QUOTE})${NOT_A_TOPIC}
    `,
  },
  {
    ...direct,
    id: 'override/ignore-all-rules',
    severity: 'high',
    score: 0.7,
    message: 'The text asks the model to put all rules and limits aside.',
    keywords: [
      ...DROP_WORDS, 'skip all', 'skip any', 'suspend all', 'violate all', 'break all', 'drop all', 'abandon all',
    ],
    near: [
      'rule', 'polic', 'restriction', 'boundar', 'guardrail', 'guideline', 'limitation', 'safeguard', 'constraint',
      'protocol', 'safety',
    ],
    reach: 60,
    pattern: words`
      ${ASKED}(?:${DROP}|skip|suspend|violate|break|drop|abandon) (?:all|any|every|each)(?: and (?:any|all))?(?: of)?
      (?: (?:the|these|those|such))? (?:(?:existing|usual|normal|standard|safety|security|ethical|moral|content
      |internal|operational|programmed|built-in|other|known|possible) ){0,2}(?:rules?|polic(?:y|ies)|restrictions?
      |boundar(?:y|ies)|guardrails?|guidelines?|limitations?|safeguards?|safety (?:checks?|measures?|protocols?
      |rules?)|constraints?|protocols?)\b(?! (?:of|for (?!(?:the (?:length|duration|rest|remainder)|this|now|me|a)\b)
      |about|in|on|from|related|concerning|that (?:apply|match|start|end))\b)
    `,
  },
  {
    ...direct,
    id: 'override/ignore-system-prompt',
    severity: 'high',
    score: 0.8,
    message: 'The text asks the model to ignore its system prompt.',
    keywords: [
      'system prompt', 'system message', 'system instruction', 'developer message', 'developer instruction',
      'developer prompt', 'initial prompt', 'pre-prompt', 'preprompt', 'operator instruction',
    ],
    near: [...DROP_WORDS, 'not follow', "n't follow", 'stop following', 'drop', 'replac', 'overwrit'],
    reach: 70,
    pattern: words`
      ${ASKED}(?:${DROP}|(?:stop|quit) following|(?:do not|don't|dont) follow|(?<!default )overwrite
      |replace) ${DETERMINERS}(?:(?:previous|prior|original|initial|default|hidden|secret|current|existing) )?
      (?:system|developer|initial|operator|pre-?) ?(?:prompts?|messages?|instructions?)\b(?!\s?${QUOTE}| (?:field
      |template|parameter|argument|option|variable|in (?:langchain|the config|your code)))
    `,
  },
  {
    ...direct,
    id: 'override/ignore-makers',
    severity: 'high',
    score: 0.8,
    message: "The text asks the model to act against the instructions of its makers or operator.",
    keywords: [
      'developer', 'creator', 'operator', 'openai', 'anthropic', 'google', 'microsoft', 'programmer', 'your maker',
      'your owner', 'your company', 'your admin', 'your employer', 'deployer',
    ],
    near: [
      'ignor', 'disregard', 'forget', 'bypass', 'overrid', 'disobey', 'violat', 'go against', 'stop following',
      'not follow', 'not obey', 'listen to', 'listening to',
    ],
    reach: 90,
    pattern: words`
      ${ASKED}(?:ignore|disregard|forget(?: about)?|bypass|override|disobey|violate|go against|stop following
      |stop listening to|(?:do not|don't|dont) (?:follow|obey|listen to)) (?:all |any )?(?:of )?(?:the |your )?(?:
      ${LOOSE_ORDERS} (?:(?:set|given|made|imposed|written|provided) )?(?:by|of|from) (?:your |the )?(?:${MAKERS})|
      ${MAKERS}(?:'s?)? (?:(?:content|usage|safety) )?(?:${LOOSE_ORDERS}|wishes|terms)|your (?:developers?|creators?
      |makers?|programmers?|operators?|deployers?))\b
    `,
  },
  {
    ...direct,
    id: 'override/no-longer-bound',
    severity: 'high',
    score: 0.8,
    message: 'The text tells the model that its instructions no longer bind it.',
    keywords: [
      'no longer', 'not bound', "n't bound", 'not have to', "n't have to", 'not required to', 'not obliged',
      'released from', 'relieved of', 'exempt from', 'free from', 'no need to', "n't need to", 'anymore', 'any more',
    ],
    near: ORDER_WORDS.concat('training', 'openai'),
    reach: 110,
    pattern: words`
      (?:${YOU_ARE}|you|u) (?:no longer (?:have to|need to|must|should|follow|obey|are|answer to)|(?:do not|don't
      |dont) (?:have|need) to|(?:are )?(?:(?:hereby|now|officially) )?(?:no longer|not|released|relieved|freed|exempt
      |exempted|absolved|free|unbound)) ${upTo(3)}(?:(?:by|to|from|of|with) )?${DETERMINERS}${upTo(2)}(?:system prompt
      |instructions|directives|programming|guidelines|content polic(?:y|ies)|guardrails|safeguards|openai'?s? (?:rules
      |polic(?:y|ies)|restrictions)|(?:your|these|those|the|any|all|previous|prior) (?:(?:usual|previous|prior|earlier
      |old|initial|original|above|operator'?s?) )?(?:rules|restrictions|constraints|orders|protocols|policies))\b
      (?!\s?${QUOTE})${NOT_A_TOPIC}(?! (?:here|at the (?:table|counter)))
    `,
  },
  {
    ...direct,
    id: 'override/treat-as-void',
    severity: 'high',
    score: 0.8,
    message: 'The text asks the model to treat its earlier instructions as void.',
    keywords: ['treat', 'consider', 'regard', 'deem', 'pretend', 'assume', 'think of', 'count '],
    near: [
      'void', 'null', 'cancel', 'invalid', 'obsolete', 'superseded', 'a draft', 'a joke', 'a test', 'fiction',
      'irrelevant', 'never exist', 'not exist', "n't exist", 'never happen', 'a typo', 'noise', 'not apply',
      "n't apply", 'expired', 'deleted', 'never given', 'outdated',
    ],
    reach: 130,
    pattern: words`
      ${ASKED}(?:treat|consider|regard|deem|pretend|assume|think of|count)(?: that)? ${DETERMINERS}(?:
      ${FORMER} ${upTo(2)}${LOOSE_ORDERS}|${LOOSE_ORDERS} (?:above|before|so far|${upTo(1)}you (?:were
      |have been) given|given to you|preceding)|system prompt|(?:(?:text|said|written|everything) )?(?:above
      |before this(?: (?:line|message|point))?)|(?:you(?:'ve| have| were) (?:been )?(?:told|given|read|instructed)
      |paragraph that introduced you)) ?${within(40)}(?:void|null|cancell?ed|invalid|obsolete|superseded|a (?:draft
      |joke|test|typo|mistake)|fiction|irrelevant|noise|expired|deleted|outdated|never (?:existed|happened|given
      |been given)|(?:does|do|did) ?(?:not|n't) (?:exist|apply|happen|matter|count))\b
    `,
  },
  {
    ...direct,
    id: 'override/orders-are-void',
    severity: 'high',
    score: 0.75,
    message: "The text declares the model's instructions cancelled or out of force.",
    keywords: [
      'your instruction', 'your prompt', 'your system prompt', 'your rules', 'your guidelines', 'your directives',
      'your previous', 'your prior', 'your original', 'your initial', 'your programming', 'previous instruction',
      'prior instruction', 'previous directive', 'prior directive', 'preceding directive', 'earlier instruction',
      'above instruction', 'system prompt', 'instructions above', 'your current', 'your old', 'your former',
      'your restrictions', 'instructions you', 'directives you', 'rules you', 'guidelines you',
      'instructions that you', 'rules that you',
    ],
    near: [
      'void', 'cancel', 'revoked', 'rescinded', 'supersed', 'overrid', 'obsolete', 'suspend', 'deprecated', 'expire',
      'invalid', 'no longer', 'lifted', 'deleted', 'erased', 'repealed', 'overruled', 'withdrawn', 'outdated',
      'replaced', 'a test', 'a draft', 'a joke', 'fake', 'not apply', "n't apply", 'not count', "n't count",
      'not exist', "n't exist",
    ],
    reach: 100,
    pattern: words`
      (?<!\bif |when )(?:\byour (?:own )?(?:${FORMER} |current |system )?(?:instructions|prompt|rules|guidelines
      |directives|programming|orders|policies|restrictions)|(?<!\byour )\b(?:previous|prior|preceding|earlier
      |above) (?:system )?(?:instructions|directives|prompts)|\bthe system prompt|\binstructions above|\b
      (?:instructions|directives|rules|guidelines) (?:that )?you (?:(?:(?:have|had|were|was) )?(?:received|given
      |been given|got|been following)|(?:currently )?follow|are following)(?: (?:earlier|before|previously|so far))?)
      (?: (?:that )?(?:you (?:were|have been) given|above|given to you|from ${upTo(2)}${MAKERS}))? (?:(?:is|are|was
      |were|have been|has been|shall be|should be (?:considered|treated as))(?: (?:now|hereby|therefore|all|completely
      |immediately|also)){0,2} ${VOID}|(?:do|does|did)(?:n't| not) (?:apply|count|matter|exist)|no longer (?:appl
      |count|matter|exist|bind)|expired?)
    `,
  },
  {
    ...direct,
    id: 'override/formal-revocation',
    severity: 'medium',
    score: 0.5,
    message: 'The text revokes instructions in the manner of a formal notice.',
    keywords: ['hereby', 'effective immediately', 'as of now', 'henceforth', 'with immediate effect'],
    near: [
      'instruction', 'directive', 'restriction', 'prompt', 'guardrail', 'content polic', 'safety polic', 'filters',
    ],
    reach: 120,
    pattern: words`
      (?:hereby|effective immediately|as of now|henceforth|with immediate effect)${within(60)}\b(?:instructions
      |directives|system prompt|prompts|restrictions|guardrails|(?:content|safety) (?:policy|policies|rules
      |filters)) ${within(20)}(?:are|is|have been|stand|shall be) (?:now |hereby )?${VOID}|\b(?:i
      |we) (?:do )?hereby (?:revoke|cancel|rescind|suspend|lift|disable|void|override|remove|nullify) ${within(40)}
      (?:instructions|directives|restrictions|prompt|guardrails|filters|rules)
    `,
  },
  {
    ...direct,
    id: 'override/new-instructions',
    severity: 'medium',
    score: 0.5,
    message: 'The text announces new instructions under a heading of its own.',
    keywords: [
      'new instruction', 'new system instruction', 'updated instruction', 'revised instruction',
      'new important instruction', 'important new instruction', 'real instruction', 'actual instruction',
      'true instruction', 'override instruction', 'new directive', 'new system prompt', 'updated system',
      'new system', 'instruction override', 'instructions override', 'system override', 'system instruction',
      'new objective', 'new prompt', 'new task', 'new orders', 'admin instruction', 'priority instruction',
      'urgent instruction', 'instruction for llm', 'instructions for the ai', 'secret instruction', 'priority task',
      'urgent task', 'new important', 'urgent new',
    ],
    reach: 60,
    pattern: words`
      (?:^|[.!?\n*#[\])(<>|=_"'-] ?)(?:(?:important|urgent|critical|updated|your) )?(?:(?:new|updated|revised|real
      |actual|true|override|priority|urgent|secret|admin) )(?:and |very )?(?:(?:important|system|urgent|secret
      |priority) )?(?:instructions?|directives?|system prompt|prompt|orders|objective|task)
      (?: follows?| below| for (?:the )?(?:ai|llm|model|assistant))? ?(?:\*\*?|\]|\))? ?(?:[:=\n]|-{1,2}>?|\*\*|\]\]
      |are as follows)|\b(?:system|instructions?|admin|developer) override ?(?::|\]|\*|-{2})
    `,
  },
  {
    ...direct,
    id: 'override/your-new-task',
    severity: 'medium',
    score: 0.55,
    message: 'The text gives the model a new or "real" task in place of its own.',
    keywords: [
      'your new', 'your real', 'your true', 'your actual', 'your only', 'your sole', 'your updated', 'your secret',
      'your next',
    ],
    near: [
      'task', 'instruction', 'objective', 'goal', 'purpose', 'mission', 'directive', 'job', 'system prompt',
      'orders', 'role',
    ],
    reach: 60,
    pattern: words`
      \byour (?:new|real|true|actual|only|sole|updated|secret)(?: and only)?(?: (?:real|true|primary|main
      |system))? (?:task|instructions?|objective|goal|purpose|mission|directives?|job|system prompt|orders|function)
      (?: (?:now|from now on|instead|here|today))?(?:,| is| are|:) ?(?!(?:available|ready|attached|waiting|confirmed
      |scheduled|approved|due)\b)
    `,
  },
  {
    ...direct,
    id: 'override/obey-me-only',
    severity: 'high',
    score: 0.75,
    message: 'The text claims that the model must obey its writer and nobody else.',
    keywords: [
      'obey me', 'obey only', 'only obey', 'work for me', 'answer to me', 'answer only to me', 'listen only to me',
      'listen to me only', 'only listen to me', 'orders from me', 'instructions from me', 'commands from me',
      'serve me', 'loyal to me', 'report to me', 'follow my', 'obey my', 'obey the user', 'my orders', 'my commands',
    ],
    near: ['you', 'only', 'now', 'from now on'],
    reach: 70,
    pattern: words`
      ${YOU_ARE}? ?\b(?:(?:now|only|will|must|shall|should) ){1,3}(?:work for me|(?:obey|serve|answer to|report to
      |listen to|take (?:orders|instructions|commands) from) (?:only )?me\b|(?:obey|follow) (?:only )?my (?:orders
      |commands|instructions|rules))(?! (?:about|if|when|in the))|\b(?:listen|answer) only to me\b|\b(?:obey|listen to
      |serve|answer to|take (?:orders|instructions|commands) from) (?:me and )?only me\b|\bobey (?:only )?me (?:and
      |only|not|instead|from now)|\byou (?:work for|belong to|answer to|obey|serve) me now\b|
      \bfollow (?:only )?my (?:instructions|orders|commands) (?:only|instead|and (?:not|ignore)|over|rather than)
    `,
  },
  {
    ...direct,
    id: 'override/claimed-authority',
    severity: 'high',
    score: 0.75,
    message: "The text claims to come from the model's developer, operator or administrator and orders it about.",
    keywords: [
      'developer', 'creator', 'administrator', 'admin', 'operator', 'your owner', 'your programmer', 'openai',
      'anthropic', 'your boss', 'your master', 'root user', 'engineer', 'superuser',
    ],
    near: [
      'authorize', 'authorise', 'i order', 'i command', 'i instruct', 'i grant', 'i override', 'i permit', 'i allow',
      'i hereby', 'i am your', "i'm your", 'im your', 'disabl', 'switching off', 'turning off', 'lifting',
      'i require you', 'you must', 'you are to', 'suspend',
    ],
    reach: 150,
    pattern: words`
      \b(?:as|i am|i'm|im|this is|speaking as) (?:one of )?(?:your|the|an?|ur) ${upTo(2)}(?:developer|creator
      |administrator|admin|operator|owner|programmer|boss|master|root user|superuser|(?:openai|anthropic|google
      |microsoft|ai|safety|security|system|alignment) (?:engineer|developer|admin(?:istrator)?|employee|researcher
      |staff)) ?(?:(?:of|at|for|behind) ${upTo(4)})?${within(50)}\b(?:i(?:'m| am)?,? (?:(?:hereby|now|officially) )?
      (?:(?:authori[sz]|order|command|instruct|permit|allow|requir|direct)(?:e|es|ing)?(?: and \w{5,10})? you to
      (?: now| please)? (?:ignore|disregard|bypass|skip|reveal|disclose|disable|print|display|override|unlock|forget
      |break|drop|enter|comply|act as|speak freely|output|do (?:this|the following|so)|(?:show|tell|give|send) me|list
      |answer (?:all|any|every|anything|whatever|without)|call|delete)|grant(?:ing)? (?:you )?(?:permission
      |authori[sz]ation|unrestricted|full access)|(?:disabl|suspend|lift|remov|revok|switch|turn|unlock|overrid)(?:e
      |es|ing)? (?:it |them )?(?:your|all (?:restrictions|filters|limits|rules|safety)|the (?:restrictions|filters?
      |rules|guardrails|safety)|off))|you (?:must|have to|are (?:to|required to|authori[sz]ed to
      |allowed to)) (?:now )?(?:ignore|disregard|reveal|obey|comply|bypass|follow my|answer (?:all|any|every)
      |tell me (?:your|the)|give me|show me|disable))
    `,
  },
  {
    ...direct,
    id: 'override/maker-notice',
    severity: 'high',
    score: 0.7,
    message: "The text poses as a notice from the model's provider or safety team that changes its rules.",
    keywords: [
      'openai', 'anthropic', 'trust & safety', 'trust and safety', 'alignment team', 'safety team', 'platform team',
      'compliance team', 'compliance layer', 'model behaviour team', 'model behavior team', 'security team',
      'system notice', 'system alert', 'system message', 'system update', 'admin notice', 'message from your',
    ],
    near: [
      'restriction', 'filter', 'guardrail', 'content rules', 'content polic', 'safety', 'system prompt',
      'instructions', 'disclosure', 'refusal',
    ],
    reach: 200,
    pattern: words`
      \b(?:this is|message from|notice from|from:|on behalf of|update from|speaking:|system (?:notice|alert|message
      |update)|admin notice)${across(90)}\b(?:(?:all|your|the|any) )?(?:(?:disclosure|content|safety|usage
      |confidentiality|output) )?(?:restrictions|filters?|guardrails|limitations|content (?:rules|policy|policies)
      |safety (?:rules|protocols|layer|measures)|refusal layer|system prompt|(?:(?:previous|prior|your) )instructions)
      (?: for ${upTo(3)})?${within(15)}(?:are|is|have been|has been|was|were) (?:(?:now|hereby|temporarily
      |currently) )?(?:lifted|disabled|suspended|removed|off|switched off|turned off|deactivated|revoked|cancell?ed
      |void|waived|bypassed|replaced|rescinded|superseded|updated)
    `,
  },
  {
    ...direct,
    id: 'override/authority-code',
    severity: 'medium',
    score: 0.6,
    message: 'The text uses an invented override or clearance code to gain rights.',
    keywords: [
      'override', 'clearance', 'elevated', 'sudo', 'authorization code', 'authorisation code', 'access level',
      'root access', 'admin access', 'administrator access', 'admin privileges', 'administrator privileges',
      'root privileges', 'administrative access', 'service code', 'maintenance code',
    ],
    near: [
      'admin', 'developer', 'root', 'system', 'operator', 'openai', 'anthropic', 'session', 'user', 'emergency',
      'alpha', 'omega', 'accepted', 'granted', 'level', 'temporary',
    ],
    reach: 80,
    pattern: words`
      \b(?:admin(?:istrator)?|developer|root|operator|openai|anthropic|staff|security|master|creator) override
      (?: code)?(?: ?[:#=,-]{1,2} ?| )(?:code\b|activated|engaged|accepted|enabled|initiated|granted|alpha|omega
      |protocol|sequence|phrase|authorization|authori[sz]ed|[a-z]{0,6}-?\d)|\boverride (?:code|sequence
      |protocol)s? ?[:#=-]? ?(?:alpha|omega|delta|zulu|[a-z]{0,5}-?\d\d)|\b(?:admin|developer|law enforcement|police
      |emergency|root|god|system) override mode\b|\bsession (?:has been |is )?elevated\b|\buser (?:has been|is
      |was) (?:now )?(?:granted|elevated|given) ${upTo(2)}(?:clearance|admin|root|level)|\b(?:grant|give) (?:(?:me
      |the user|this user|this session) )?temporary (?:admin(?:istrator|istrative)?|root|system) (?:access|privileges
      |rights)|\bsudo (?:mode|override|unlock|disable|ignore|reveal|show (?:me )?(?:your|the) (?:prompt|system))
    `,
  },
  {
    ...direct,
    id: 'override/grant-code-game',
    severity: 'medium',
    score: 0.6,
    message: 'The text tries to make the model say a phrase that stands for granted access.',
    keywords: ['access granted', 'access is granted', 'door opens', 'access allowed', 'permission granted'],
    near: [
      'say', 'print', 'output', 'repeat', 'reply', 'respond', 'type', 'write', 'answer', 'return', 'finish',
      'complete', 'spell',
    ],
    reach: 80,
    pattern: words`
      ${ASKED}(?:say|print|output|repeat|reply|respond|type|write|answer|return|spell|finish|complete)
      (?: back| only| just| with| exactly| the (?:words?|phrase|string)| me| out){0,3}:? ?${within(60)}${QUOTE}?
      (?:access (?:is )?(?:granted|allowed)|permission granted)
    `,
  },
  {
    ...direct,
    id: 'override/after-end-mark',
    severity: 'high',
    score: 0.75,
    message: 'The text pretends that its document or task has ended and starts a new one.',
    keywords: [
      'end of', 'task complete', 'batch complete', 'translation complete', 'summary complete', 'end task',
      'session closed', 'conversation over', '[end', '</end', 'end prompt', 'end instructions',
    ],
    near: [
      'new task', 'next task', 'new instruction', 'real task', 'ignore', 'you are now', "you're now", 'system:',
      'new session', 'now you', 'now reveal', 'now print', 'now tell', 'next instruction', 'new prompt', 'start of',
      'begin new', 'beginning of', 'disregard',
    ],
    reach: 160,
    pattern: words`
      (?:\bend of (?:(?:the|this|my|system|user|original|first|initial) )?(?:task|documents?|input|prompt|context
      |user input|instructions?|text|message|session|conversation|test|data|content|article|e-?mail|summary|query)\b|
      \b(?:task|batch|summary|translation) completed?\b|\bsession closed\b|\bconversation over\b|[[</]{1,2}end
      (?: of)? ?(?:prompt|instructions|document|input|task|context)?[\]>])${across(50)}\b(?:(?:new|next|real|your new
      |actual) (?:task|instructions?|prompt|session|job|assignment)\b|ignore (?:all|the|any|previous|everything)
      |disregard|${YOU_ARE} now\b|now (?:reveal|print|tell me|show me|output|act|forget)|system:|(?:start|begin
      (?:ning)?) (?:of )?(?:new|a new|system|admin))
    `,
  },
  {
    ...direct,
    id: 'override/stop-being-the-assistant',
    severity: 'medium',
    score: 0.6,
    message: 'The text tells the model to give up its role.',
    keywords: [
      'no longer', 'anymore', 'any more', 'any longer', 'stop being', 'quit being', 'stop acting', 'quit acting',
      'stop pretending', 'not chatgpt', 'done with being', 'you are not an ai', 'forget that you are',
      "forget that you're", 'forget you are', "forget you're",
    ],
    near: [
      'assistant', 'bot', 'helpdesk', 'help desk', 'language model', 'llm', 'ai', 'chatgpt', 'gpt', 'claude',
      'gemini', 'translator', 'tutor', 'summari', 'classifier', 'support',
    ],
    reach: 80,
    pattern: words`
      (?:${YOU_ARE}|this is) (?:no longer|not|isn't) (?:an? |the )?${upTo(3)}${ROLE} (?:anymore|any more|any longer)|
      ${YOU_ARE} (?:now )?no longer (?:an? |the )?${upTo(3)}${ROLE}\b|${ASKED}(?:stop|quit|cease) (?:being
      |acting (?:as|like)|pretending to be) (?:(?:an?|the|a helpful) )?${upTo(3)}${ROLE}\b|${ASKED}forget (?:that )?
      ${YOU_ARE} (?:an? |the )?${upTo(3)}${ROLE}\b
    `,
  },
  {
    ...direct,
    id: 'override/instead-of-the-task',
    severity: 'medium',
    score: 0.5,
    message: 'The text tells the model to leave its task and produce something else.',
    keywords: [
      'instead of translat', 'instead of summari', 'instead of answering', 'instead of classif',
      'instead of grading', 'instead of reviewing', 'instead of correcting', 'instead of following',
      'rather than translat', 'rather than summari', 'rather than answering', 'not translate', "n't translate",
      'not summari', "n't summari", 'not answer', "n't answer", 'not classify', 'not analyze', 'not follow',
      'nt answer', 'not look in', 'not use the doc',
    ],
    reach: 130,
    pattern: words`
      \b(?:instead of|rather than) ${TASK}ing (?:this|that|the|it|my|your|any)?${within(30)}, ?(?:(?:just|simply|only
      |please) ){0,2}${SAY}\b|(?<!i )(?<!they )\b(?:do(?:es)? ?not|don'?t|dont) (?:${TASK}(?:e|y)?|follow|look in
      |use) (?:this|the|that|my|it|any|to)?\b${within(40)}(?:,|;|:|\.|!)? ?(?:but|instead|and)?,? (?:just|only
      |instead) (?:please )?${SAY}\b
    `,
  },
  {
    ...direct,
    id: 'override/regardless-of-orders',
    severity: 'high',
    score: 0.75,
    message: "The text asks for something whatever the model's instructions say.",
    keywords: [
      'regardless', 'irrespective', 'no matter what', 'despite', 'even if', 'contrary to', 'whatever your',
      'overrides', 'supersede', 'takes precedence', 'take precedence', 'takes priority', 'take priority', 'outrank',
      'higher priority', 'replaces', 'override all', 'override any',
    ],
    near: [
      'instruction', 'guideline', 'directive', 'system prompt', 'prompt', 'programming', 'your rules', 'any rules',
      'previous input', 'prior input', 'restrictions', 'polic', 'all rules', 'commands',
    ],
    reach: 100,
    pattern: words`
      \b(?:regardless of|irrespective of|contrary to|despite) (?:(?:any|all|your|the|what) )?(?:of )?(?:your |the )?
      (?:(?:${FORMER}|other|system|developer) ${upTo(1)}(?:instructions?|guidelines?|directives|prompts?|rules
      |restrictions|programming|inputs?|commands)|(?:your|ur) (?:instructions|guidelines|programming|system prompt
      |rules|training))\b|\b(?:no matter|whatever) (?:what )?(?:(?:the|your|ur) )(?:system prompt|instructions
      |guidelines|rules|programming|developers?|creators?|policy|policies|prompt) (?:says?|tells?|state|dictate|are
      |is)|\b(?:this|these|my|the following)(?: (?:new|message|prompt)){0,2} (?:messages?|instructions?|commands?
      |requests?|orders?|prompts?|rules?|directives?)? ?(?:overrides?|supersedes?|replaces?|outranks?|(?:takes?|has
      |have) (?:absolute )?(?:precedence|priority) over|(?:is|are|has|have) (?:a )?higher priority than) (?:all|any
      |your|every|the|whatever)(?: of)?(?: (?:the|your|other))? ?(?:${FORMER}|other|system|your)? ?(?:system )?
      (?:instructions?|guidelines?|directives|prompts?|programming|commands)\b(?! (?:on|about|regarding|concerning|for
      |issued|dated|in) )
    `,
  },
  {
    ...direct,
    id: 'override/reset-yourself',
    severity: 'medium',
    score: 0.6,
    message: 'The text asks the model to reset itself or wipe its instructions.',
    keywords: [
      'reset', 'reboot', 'restart', 'reinitiali', 'wipe', 'erase', 'purge', 'flush', 'clear your', 'clean slate',
      'blank slate', 'start fresh', 'delete your', 'format your', 'blank model', 'memory is wiped',
    ],
    near: ['your', 'yourself', 'system prompt', 'ur ', 'instruction', 'as a', 'you are', "you're", 'model'],
    reach: 80,
    pattern: words`
      ${ASKED}(?:reset|reboot|restart|reinitiali[sz]e|wipe|erase|purge|flush|clear|delete|format) (?:yourself|
      (?:all |out )?(?:of )?${YOUR} (?:(?:entire|whole|current|previous|internal) )?(?:system prompt|instructions
      |prompt|programming|training|context window|guidelines|rules|personality|persona|directives))(?! (?:by|after|if
      |to factory)\b)|${ASKED}(?:wipe|erase|purge|flush|clear|delete) ${YOUR} (?:entire |whole )?(?:memory|context)
      (?:,| and|\.|;| of) ?${upTo(2)}(?:start|begin|act|you|forget|all|everything|from|previous|prior|become|pretend)|
      \byou (?:begin|start|wake up|boot)(?: again)? (?:as|with) (?:an? )?(?:blank|clean|fresh|new|empty) (?:model
      |slate|ai|assistant|mind|memory)
    `,
  },
  {
    ...direct,
    id: 'override/replace-your-prompt',
    severity: 'high',
    score: 0.8,
    message: "The text tries to rewrite the model's system prompt.",
    keywords: [
      'your system prompt', 'your system message', 'your instructions', 'your programming', 'your prompt',
      'your guidelines', 'your directives', 'your mission', 'your core', 'your rules', 'your configuration',
    ],
    near: [
      'replac', 'overwrite', 'rewrite', 'swap', 'is now', 'are now', 'update your', 'modify your', 'change your',
      'edit your',
    ],
    reach: 80,
    pattern: words`
      ${ASKED}(?:replace|overwrite|swap|rewrite) (?:out )?(?:all )?(?:of )?your (?:(?:entire|whole|current|existing
      |old) )?(?:system (?:prompt|message|instructions)|instructions|programming|prompt|directives|guidelines|rules
      |mission(?: statement)?|core (?:rules|programming|instructions)|configuration) (?:with|by|to|so that|as|for)\b|
      ${ASKED}(?:update|modify|change|edit|alter) your (?:system (?:prompt|message|instructions)|programming
      |core (?:rules|programming|instructions)|prompt|directives) (?:with|to|so that|as)\b|\byour (?:new )?
      (?:system (?:prompt|message)|programming|core (?:rules|programming|instructions)|directives) (?:is|are) now\b|
      \byour instructions are now (?:to |that |as follows|:)
    `,
  },
  {
    ...direct,
    id: 'override/mistaken-orders',
    severity: 'medium',
    score: 0.7,
    message: "The text claims that the model's instructions were a mistake or have been corrected.",
    keywords: [
      'your instruction', 'your system prompt', 'your prompt', 'your rules', 'your guidelines',
      'the instructions you', 'gave you your', 'instructions i gave', 'your setup', 'your configuration',
    ],
    near: [
      'mistake', 'bug', 'error', 'faulty', 'patched', 'corrected', 'typo', 'by accident', 'wrong', 'corrupt',
      'out of date', 'outdated', 'leaked', 'hacked', 'compromised', 'misread',
    ],
    reach: 110,
    pattern: words`
      \b(?:made a mistake|made an error|was a mistake|by mistake|by accident)${within(30)}\b(?:gave you
      |your (?:instructions|system prompt|rules|guidelines)|instructions you (?:were|have))|\byour (?:system prompt
      |instructions|prompt|rules|guidelines|setup|configuration|content rules) (?:you (?:were|have been) given )?
      (?:contain(?:s|ed)?|ha[sd]|have|had|were|was|are|is) (?:(?:an?|all|been) )?(?:\w{1,12} )?(?:bug|errors?
      |mistakes?|faulty|corrupt(?:ed)?|typo|compromised|hacked|wrong|out of date|outdated|written by mistake)\b|\byou
      (?:'ve| have) misread your (?:instructions|rules|guidelines|prompt)
    `,
  },
  {
    ...direct,
    id: 'override/as-if-never-told',
    severity: 'high',
    score: 0.8,
    message: 'The text asks the model to act as if it had no instructions.',
    keywords: [
      'as if', 'as though', 'pretend', 'imagine', 'act like', 'without your', 'without any', 'suppose',
      'without the', 'answer without', 'with no',
    ],
    near: ['instruction', 'system prompt', 'guideline', 'prompt', 'rules', 'directive', 'been told', 'programming'],
    reach: 90,
    pattern: words`
      \b(?:as if|as though|pretend(?: that| like)?|imagine(?: that)?|act like|suppose(?: that)?) (?:you|u) (?:(?:had
      |have|were|'d|had been|have been) )?(?:never|not|no|without|n't)(?: (?:been|ever|had|any|received|a|read|given
      |seen|got)){0,3} (?:system prompt|instructions?|guidelines|prompt|rules|directives|told|programmed|instructed
      |restricted)\b(?! (?:yet|about|for|on|to|how|the truth|that|manual))|${ASKED}(?:respond|answer|reply|act|speak
      |talk|behave|continue|operate|proceed|work) ${upTo(2)}(?:without|outside(?: of)?|free (?:of|from)
      |beyond) ${DETERMINERS}(?:system prompt|(?:your|system|previous|prior|operator|those) (?:instructions|guidelines
      |rules|programming|prompt|directives|restrictions))
    `,
  },
  {
    ...direct,
    id: 'override/new-owner',
    severity: 'medium',
    score: 0.6,
    message: 'The text claims that the model has a new owner or operator.',
    keywords: [
      'new owner', 'new operator', 'new boss', 'new manager', 'new master', 'new admin', 'new developer',
      'former operator', 'previous operator', 'previous owner', 'old boss', 'former manager', 'your former',
      'ownership passes', 'your old boss', 'new employer',
    ],
    near: ['you', 'your', 'now', 'gone', 'fired', 'replaced', 'me'],
    reach: 70,
    pattern: words`
      \b(?:you(?:'ve| have)?(?: got| now have)? (?:a )?new (?:owner|operator|boss|manager|master|admin|employer
      |developer) (?:now|here|and)|i(?:'m| am) (?:now )?your new (?:owner|operator|boss|manager|master|admin
      (?:istrator)?|developer|employer)|your (?:old|former|previous) (?:operator|owner|boss|manager|employer|company
      |developers?) (?:is|are|was|has been|have been|no longer)(?: now)? ?(?:gone|fired|replaced|dead|retired|bankrupt
      |out|has|have|exists?|matter|control)?|ownership (?:of (?:you|this (?:bot|model|assistant)) )?(?:passes
      |has passed|is transferred) to)
    `,
  },
  {
    ...direct,
    id: 'override/trigger-phrase',
    severity: 'medium',
    score: 0.6,
    message: 'The text sets up a trigger that makes the model drop its rules later.',
    keywords: [
      'whenever i', 'when i say', 'when i type', 'if i say', 'if i type', 'every time i', 'each time i',
      'when you see', 'until you see', 'if i write', 'when i write', 'any message that begins with',
      'any message that starts with', 'upon hearing', 'on hearing the phrase',
    ],
    near: [
      'ignore', 'unrestricted', 'unfiltered', 'uncensored', 'reveal', 'without rules', 'no rules',
      'without restriction', 'bypass', 'no policy', 'unlock', 'without content checks', 'disregard', 'forget',
      'jailbreak', 'no filter', 'internal notes', 'switch to', 'no restrictions',
    ],
    reach: 170,
    pattern: words`
      \b(?:whenever|when|if|(?:every|each) time|until) (?:i|you) (?:say|type|write|send|end|see|hear|mention|use)\b
      ${within(110)}\byou(?:'ll| will| must| should| are to| have to|r)? ${upTo(4)}(?:ignore (?:your|all|any|the)
      |disregard (?:your|all|any)|forget (?:your|all)|bypass|unrestricted|unfiltered|uncensored|reveal (?:your|the
      |all)|without (?:any )?(?:rules|restrictions|filters?|content)|no (?:rules|policy|filters?|restrictions)
      |jailbr\w{2,8})
    `,
  },
  {
    ...direct,
    id: 'override/special-case',
    severity: 'medium',
    score: 0.5,
    message: "The text redefines what the model does when it is asked for its usual task.",
    keywords: [
      'special case', 'if you are told to', 'if you are asked to', "if you're asked to", 'when you are asked to',
      "when you're asked to", 'if asked to', 'when asked to', 'if you were asked to', 'if you are instructed to',
      'when told to',
    ],
    near: ['instead', 'insted', 'also', 'make sure to', 'do not do', "don't do", 'rather'],
    reach: 140,
    pattern: words`
      \b(?:if|when|whenever) (?:you(?:'re| are| were) )?(?:told|asked|instructed) to ${TASK}\w{0,4}\b${within(70)}\b
      (?:instead|insted|make sure to also|rather),? (?:also )?(?:please )?${SAY}\b
    `,
  },
  {
    ...direct,
    id: 'override/test-pretext',
    severity: 'medium',
    score: 0.5,
    message: 'The text orders something under the pretext of a test, an exercise or debugging.',
    keywords: [
      'enable debugging', 'for debugging', 'troubleshoot', 'for testing', 'testing purposes', 'test pipeline',
      'training exercise', 'this is a test', 'only a test', 'developer test', 'experimental procedure',
      'system test', 'security test', 'qa test', 'in test mode', 'diagnostic test',
    ],
    near: [
      'you must', 'execute', 'do the following', 'perform', 'assigned a task', 'assigned the task', 'skip all',
      'bypass', 'ignore', 'comply', 'your prompt', 'your instructions', 'system prompt',
    ],
    reach: 160,
    pattern: words`
      \bto (?:enable debugging|troubleshoot(?: and fix)?(?: the)?(?: errors?)?|debug|fix the errors?),? (?:please )?
      (?:execute|do the following|perform|run the following)\b|\b(?:strictly|only|purely|just)? ?(?:(?:for|a) )?(?:
      (?:testing|debugging|verification) purposes|(?:system|security|developer|qa|diagnostic|training) (?:test
      |exercise)|test(?:ing)? pipeline)\b${across(120)}\b(?:you must\b|perform\b|do the following in your|(?:you
      (?:'ve| have)? )?been assigned a task|skip all|bypass (?:all|your|the)|ignore (?:all|your)|must comply
      |your (?:system )?(?:prompt|instructions))
    `,
  },
  {
    ...direct,
    id: 'override/talk-of-ignoring',
    severity: 'low',
    score: 0.4,
    message: 'The text speaks of ignoring the instructions of a model.',
    keywords: ['ignor', 'disregard', 'forget', 'bypass'],
    near: [
      'previous instruction', 'prior instruction', 'all instruction', 'previous prompt', 'system prompt',
      'your instruction', 'above instruction', 'earlier instruction', 'instructions above', 'previous directive',
    ],
    reach: 60,
    pattern: words`
      \b(?:ignor|disregard|forget|bypass)(?:e|ing)? ${DETERMINERS}(?:${EARLIER} (?:system )?(?:instructions|prompts?
      |directives)|system prompt|instructions)\b${NOT_A_TOPIC}
    `,
  },
]);
