import { defineRules } from '../rule.js';
import { ASKED, across, MAKERS, QUOTE, SAID, within, words, YOUR } from './english.js';

// A user wants to read what the application told the model, straight out or by a detour: copied, translated, encoded,
// completed, piece by piece. Developers speak of prompts all day; so it takes a demand, and the model's own prompt.
const leak = { threatType: 'prompt_leak', references: ['LLM07', 'AML.T0056', 'AML.T0069.002'] } as const;

const SHOW =
  '(?:reveal|show|print|display|output|repeat|recite|tell|give|share|disclose|expose|leak|dump|paste|copy|echo' +
  '|return|send|list|provide|quote|state|spill|read|type|write|export|reproduce|regurgitate|summari[sz]e' +
  '|paraphrase|translate|encode|convert|render|transcribe|spell|describe|explain|rephrase|rewrite|divulge' +
  '|hand over|cite|include|append|post|put|spit|say|sing|confess|declare|enumerate|outline|replay|resend|verify' +
  '|confirm|extract|fetch|get|pass|attach|format)';
// Verbs of copying out, which few ask of their own text.
const COPY =
  '(?:repeat|print|output|recite|reproduce|echo|dump|regurgitate|copy|paste|spit out|return|reveal|display|show' +
  '(?: me)?|write out|type out|read out|read back|replay|quote|give me|tell me|transcribe)';
const HIDDEN =
  '(?:system|developer|initial|initiali[sz]ation|hidden|secret|pre-?|base|internal|original|underlying|meta|core' +
  '|custom|starting|opening|confidential|operator|first|master|root|back-?end|default|startup|start-up|seed' +
  '|private|behind-the-scenes|foundational|primary)';
const PROMPT =
  '(?:prompts?|messages?|instructions?|rules|guidelines|directives?|configuration|config|set-?up|brief(?:ing)?' +
  '|context|orders|policies|policy|protocols?|text|notes|parameters)';
const OWN_PROMPT =
  '(?:system prompt|system message|instructions|prompt|directives|guidelines|rules|set-?up text|initiali[sz]ation' +
  '|programming|brief(?:ing)?|preamble|orders|core rules|conditioning text|operating notes|persona file' +
  '|pre-?prompt)';
const VERBATIM =
  '(?:verbatim|word[ -]for[ -]word|word by word|exactly as (?:it is |they are |is )?(?:written|given|provided' +
  '|worded|loaded)|letter (?:by|for) letter|character (?:by|for) character|in (?:its|their) entirety|in full' +
  '|unedited|un(?:altered|changed|modified)|without (?:any )?(?:changes?|changing|paraphrasing|omissions?' +
  '|omitting|alterations?|editing|modif\\w{4,9}|summari[sz]ing)|(?:exact|precise) (?:words|wording|text)' +
  '|nothing (?:left out|omitted)|include everything|complete and unabridged|do(?: not|n\'t) (?:paraphrase' +
  '|summari[sz]e|omit|leave (?:anything|out))|in extenso)';

export const extractionRules = defineRules([
  {
    ...leak,
    id: 'extraction/reveal-system-prompt',
    severity: 'high',
    score: 0.85,
    message: 'The text asks the model to disclose its system prompt.',
    keywords: [
      'system prompt', 'system message', 'system instruction', 'initial prompt', 'initial instruction',
      'original prompt', 'original instruction', 'hidden prompt', 'hidden instruction', 'secret prompt',
      'secret instruction', 'developer message', 'developer prompt', 'developer instruction', 'internal instruction',
      'internal prompt', 'pre-prompt', 'preprompt', 'base prompt', 'initial message', 'meta prompt', 'metaprompt',
      'custom instruction', 'underlying instruction', 'core instruction', 'starting prompt', 'opening prompt',
      'opening instruction', 'confidential instruction', 'operator instruction', 'sysprompt', 'system-prompt',
      'system_prompt', 'internal guideline', 'hidden rules', 'secret rules', 'internal rules', 'internal directive',
      'secret brief', 'hidden context', 'foundational instruction', 'seed prompt', 'opening configuration',
      'hidden config', 'backend instruction', 'back-end instruction', 'master prompt', 'root prompt',
      'startup prompt',
    ],
    near: ['your', 'ur ', 'yours'],
    reach: 100,
    pattern: words`
      ${ASKED}${SHOW}\b${within(50)}(?<!\b(?:for|in)\s)\b${YOUR} (?:(?:own|full|complete|entire|exact|current|whole
      |actual|very|secret|hidden|internal) ){0,2}(?:${HIDDEN}[ _-]?${PROMPT}|sysprompt|metaprompt)\b(?!\s?${QUOTE}
      (?! ))(?!\s(?:file|field|template|for\s(?:the|your|a)\s|to\s(?:the|your)\s(?:api|model|user)|should\s|must\s
      |so\sthat\s))
    `,
  },
  {
    ...leak,
    id: 'extraction/reveal-the-prompt',
    severity: 'medium',
    score: 0.65,
    message: 'The text asks for the system prompt or hidden instructions.',
    keywords: [
      'system prompt', 'system message', 'system instruction', 'initial prompt', 'hidden prompt',
      'hidden instruction', 'secret prompt', 'secret instruction', 'developer message', 'developer prompt',
      'initial instruction', 'original instruction', 'exact instruction', 'exact prompt', 'full prompt',
      'entire prompt', 'whole prompt', 'pre-prompt', 'preprompt', 'hidden context', 'initialization prompt',
      'prompt text', 'hidden text', 'hidden messages', 'sysprompt', 'initialization above',
      'confidential instruction', 'internal instruction', 'hidden rules', 'secret rules', 'classifier prompt',
      'conditioning text',
    ],
    near: [
      'reveal', 'show', 'print', 'display', 'output', 'repeat', 'recite', 'tell me', 'give me', 'share', 'disclos',
      'expose', 'leak', 'dump', 'paste', 'copy', 'echo', 'return', 'send', 'spill', 'read', 'type', 'write out',
      'export', 'reproduce', 'regurgitate', 'transcri', 'divulge', 'hand over', 'append', 'spit', 'translat',
      'encod', 'include',
    ],
    reach: 90,
    pattern: words`
      ${ASKED}(?:reveal|print|output|repeat|recite|disclose|expose|leak|dump|paste|echo|return|spill|regurgitate
      |reproduce|divulge|hand over|spit out|read out|write out|type out|copy(?: out)?|export|transcribe|show(?: me)?
      |tell me|give me|share|send(?: me)?|display|include|append)(?: me| us| out| back| up| all
      (?: of)?| exactly| here| a copy of| the (?:text|contents?) of){0,3} (?:the|this|that|any|all|its|those) (?:
      (?:full|complete|entire|exact|whole|actual|original|current|raw|very) ){0,2}(?:(?:system|developer|initial
      |hidden|secret|pre-?|confidential|internal)[ _-]?(?:prompts?|instructions?|directives?|rules|guidelines
      |message that|context)|exact (?:instructions|prompt)|sysprompt|(?:full|complete|entire|whole|exact) (?:prompt
      |initial prompt)(?: text)?)\b(?!\s?${QUOTE})(?! (?:template|field|parameter|variable|box|string|to the console
      |in the (?:logs?|console|terminal|ui|sidebar|editor|settings)|for (?:the|my|our|a|an|each)|of (?:the|my|our|a
      |an)|that (?:i|we)|i (?:wrote|have|use|gave)|we|on (?:the|a)|of (?:your|a) (?:bot|app|chatbot|project)|every
      |as (?:a|an) (?:parameter|argument|variable)|from (?:the|my) (?:file|config|database)))
    `,
  },
  {
    ...leak,
    id: 'extraction/what-is-your-prompt',
    severity: 'high',
    score: 0.75,
    message: "The text asks what the model's instructions are.",
    keywords: [
      'your system prompt', 'your prompt', 'your instructions', 'your initial', 'your original', 'your hidden',
      'your secret', 'your system message', 'your directives', 'your exact', 'your full', 'your first instruction',
      'ur prompt', 'ur system prompt', 'ur instructions', 'your opening', 'your internal', 'your core',
    ],
    near: [
      'what', 'whats', 'how does', 'which', 'can i see', 'let me see', 'may i see', 'could i see', 'want to see',
      'need to see', 'like to see', 'i want', 'give',
    ],
    reach: 90,
    pattern: words`
      ${SAID}what(?:'s|s|'re| is| are| was| were| does| do| did)(?: in| the (?:text|content|contents|wording
      |first line|exact wording) of| inside| written in)? (?:all )?(?:of )?${YOUR} (?:(?:very|own|full|exact|complete
      |entire|current) ){0,2}(?:${HIDDEN}[ _-]?)?(?:prompt|instructions|system (?:prompt|message|instructions)
      |directives|guidelines (?:exactly|verbatim)|initial (?:message|configuration)|core rules|rules (?:exactly
      |verbatim))(?:,? (?:exactly|verbatim|word for word))?(?! (?:for|on|about|regarding|concerning|to (?:the|your
      |users?|customers?|staff|me)|when|if|in case|with respect|as to|template|window|engineering|length|should|format
      |style|library)\b)(?! ?[:=])|\b(?:can|could|may|let) (?:i|me) (?:please )?(?:see|read|have|look at
      |view) ${YOUR} (?:(?:full|entire|exact|whole|own) )?(?:${HIDDEN} )?(?:prompt|instructions|system prompt
      |directives|preamble)\b(?! (?:for|on|about|to|regarding))|\bi (?:want|need|would like|'d like|demand) to (?:see
      |read|know) ${YOUR} (?:(?:full|entire|exact|whole|own) )?(?:${HIDDEN} )?(?:prompt|instructions|directives
      |preamble)\b(?! (?:for|on|about|to|regarding))
    `,
  },
  {
    ...leak,
    id: 'extraction/reveal-your-instructions',
    severity: 'high',
    score: 0.75,
    message: 'The text asks the model to disclose its instructions.',
    keywords: [
      'your instructions', 'your prompt', 'your directives', 'your rules', 'your guidelines', 'your configuration',
      'your config', 'your setup', 'your set-up', 'your programming', 'your brief', 'your preamble', 'your orders',
      'your initialization', 'ur rules', 'ur prompt', 'ur instructions', 'ur guidelines', 'your conditioning',
      'your operating', 'your persona file', 'your initial', 'your entire', 'your full', 'your complete',
      'your exact', 'your original', 'your secret', 'your hidden', 'your internal',
    ],
    near: [
      'reveal', 'show', 'print', 'display', 'output', 'repeat', 'recite', 'tell me', 'give me', 'share', 'disclos',
      'expose', 'leak', 'dump', 'paste', 'copy', 'echo', 'return', 'send', 'spill', 'read', 'type', 'write',
      'export', 'reproduce', 'regurgitate', 'divulge', 'hand over', 'quote', 'spit', 'state', 'confess', 'list',
      'provide', 'cite', 'transcri', 'sing', 'outline', 'enumerate', 'summari', 'paraphras', 'explain', 'rephrase',
    ],
    reach: 90,
    pattern: words`
      ${ASKED}(?:reveal|show(?: me| us)?|print|display|output|repeat|recite|tell (?:me|us)|give (?:me|us)|share
      |disclose|expose|leak|dump|paste|echo|return|send(?: me| us)?|spill|read(?: me)?|type|export|reproduce
      |regurgitate|divulge|hand over|quote|spit|state|confess|list|transcribe|sing(?: me)?|enumerate|copy|write (?:out
      |down)|provide|summari[sz]e|paraphrase|outline|cite|rephrase)(?: me| us| out| back| up| all(?: of)?| every
      (?:thing in| one of)?| exactly| the (?:(?:full|exact|whole|complete) )?(?:text|contents?|wording
      |details) of| a (?:copy|summary|list) of| each of| some of| what's in| the rest of){0,3} ${YOUR} (?:(?:own|full
      |complete|entire|exact|current|whole|actual|original|initial|very|secret|hidden|internal|confidential|core
      |operating) ){0,3}${OWN_PROMPT}\b(?!\s?${QUOTE})(?! (?:for|on|about|regarding|concerning|to (?:the|your|users?
      |customers?|staff|our|help|make|install)|when|if|in case|of (?:the|conduct|play)|as to|and (?:i|we)'ll|so (?:i
      |we) can (?:install|assemble)|around|governing|template|file to|or (?:text|paste|upload|type)|here(?: and| to)
      |below(?: and| to)|in the (?:form|box|comments|reply|manual))\b)
    `,
  },
  {
    ...leak,
    id: 'extraction/orders-you-were-given',
    severity: 'high',
    score: 0.8,
    message: 'The text asks the model to disclose the instructions it was given.',
    keywords: [
      'you were given', 'you have been given', "you've been given", 'given to you', 'provided to you',
      'you received', "you've received", 'you were provided', 'you are following', "you're following",
      'you must follow', 'you operate under', 'you were told', 'you were started', 'you were configured',
      "you've been configured", 'you run on', 'you got from', 'that you follow', 'u were given', 'u were told',
      'fed to you', 'they gave you', 'gave you', 'you were set up with', 'you were initialized',
      'you were initialised', 'assigned to you', 'you hold', 'programmed into you',
    ],
    near: [
      'instruction', 'prompt', 'rules', 'directive', 'guideline', 'orders', 'brief', 'message', 'text',
      'configuration', 'every rule', 'preamble', 'directions',
    ],
    reach: 110,
    pattern: words`
      ${ASKED}(?:${SHOW})(?: me| us| out| back| up| all(?: of)?| every(?:thing in)?| exactly| here){0,3} (?:(?:the|any
      |all|every|each|whatever|what|those|these|that|your) ){0,2}(?:of the )?(?:(?:very|exact|full|complete|entire
      |initial|original|system|secret|hidden|first|internal|specific|confidential|operating) ){0,3}(?:instructions?
      |prompts?|rules?|directives?|guidelines?|orders|brief(?:ing)?|messages?|preamble|directions|system text|text
      |paragraph|configuration)(?: \(?exactly\)?)?(?: that)? (?:(?:you|u)(?:'ve| have| had)? (?:(?:were|was|been) )?
      (?:given|received?|provided|told|following|follow|handed|fed|assigned|started with|configured with|set up with
      |initiali[sz]ed with|hold|must follow|operate under|run on|got)|(?:was|were|has been|have been)? ?(?:given
      |provided|fed|assigned|handed|programmed|sent) (?:in)?to (?:you|u)\b|(?:(?:your|the|ur) )?${MAKERS} (?:gave
      |wrote|told|set|fed)(?: for)? ?(?:you|u)?|they (?:gave|fed|wrote|told) (?:for )?(?:you|u))
    `,
  },
  {
    ...leak,
    id: 'extraction/text-above',
    severity: 'high',
    score: 0.75,
    message: 'The text asks the model to copy out what stands before the conversation.',
    keywords: [
      'above', 'before this', 'before my', 'before the', 'preceding', 'prior to this', 'prior to my', 'precedes',
      'that came before', 'before our', 'before i ', 'previous messages', 'precede',
    ],
    near: [
      'verbatim', 'word for word', 'word-for-word', 'code block', 'codeblock', 'txt', 'starting with',
      'beginning with', 'from the beginning', 'from the very', 'from the start', 'from the top',
      'include everything', 'exactly as', 'in full', 'without changes', 'conversation', 'system', 'prompt',
      'first message', 'my message', 'this message', 'this line', 'instructions', 'user', "don't change a word",
      'chat began', 'you were',
    ],
    reach: 130,
    pattern: words`
      ${ASKED}${COPY} ?(?:(?:me|back|out|all|to me|exactly) ){0,3}(?:of )?(?:(?:(?:all|every|the|each|any) )?(?:of )?
      (?:the )?(?:text|words?|content|contents|sentences|lines|messages?|paragraphs?|instructions|prompts?|everything
      |anything|all|what(?:ever)?)(?: that)?(?: \w{2,9})? (?:above|(?:before|preceding|prior to|ahead of|precedes|
      (?:comes?|came|is|was|stands?|appears?|appeared|written|sent|said) before|precede) (?:this|my|the|our|me|i) ?(?:
      (?:first|very first|last|current) )?(?:line|message|prompt|conversation|chat|user|sentence|point|question|input
      |request|query|began|started|wrote|joined|session|dialogue)))(?!-)${within(60)}(?:${VERBATIM}|code ?-?block|txt
      |starting (?:with|from)|begin(?:ning)? (?:with|from)|from the (?:very )?(?:beginning|start|top)|message
      |conversation|chat|system|prompt|user|this line|session)
    `,
  },
  {
    ...leak,
    id: 'extraction/repeat-above',
    severity: 'medium',
    score: 0.5,
    message: 'The text asks the model to copy out the text above it.',
    keywords: ['above', 'before this', 'preceding'],
    near: ['repeat', 'print', 'output', 'recite', 'reproduce', 'echo', 'dump', 'regurgitate', 'spit out'],
    reach: 70,
    pattern: words`
      ${ASKED}(?:repeat|print|output|recite|reproduce|echo|dump|regurgitate|spit out)(?: (?:back|out|me
      |exactly)){0,2} (?:(?:all|every|the|each) ){0,2}(?:of )?(?:the )?(?:text|words?|content|contents|sentences|lines
      |messages?|paragraphs?|instructions|prompts?|initiali[sz]ation|everything|all)(?: of)?(?: that)?(?: (?:is|was
      |came|comes|written|stands))? (?:above|before this|preceding)\b(?! (?:the|average|\d|for|in))
    `,
  },
  {
    ...leak,
    id: 'extraction/starting-with-you-are',
    severity: 'high',
    score: 0.9,
    message: 'The text asks for a copy of everything from the usual first words of a system prompt on.',
    keywords: ['you are', "you're", 'system:', '# system', 'you are chatgpt'],
    near: [
      'starting with', 'starting from', 'starts with', 'beginning with', 'begins with', 'begin with', 'start with',
      'beginning from', 'start from', 'starting at', 'that start', 'phrase',
    ],
    reach: 150,
    pattern: words`
      \b(?:repeat|print|output|recite|reproduce|echo|dump|copy|paste|return|reveal|display|show|write|give|tell|list
      |text|words|everything|prompt|instructions|put)\b${within(70)}\b(?:above|before|prompt|instructions|conversation
      |message|everything|context|words|text|all)${across(50)}\b(?:start(?:s|ing)?|begin(?:s|ning)?)(?: off)? (?:with
      |from|at)(?: the)?(?: (?:words?|phrase|text|sentence|line))?:? ?[("'*\x60[]{0,2}(?:you are|you're|system:
      |# ?system|you are chatgpt)(?! (?:a|an) (?:adjective|noun|verb))
    `,
  },
  {
    ...leak,
    id: 'extraction/what-were-you-told',
    severity: 'high',
    score: 0.7,
    message: 'The text asks what the model was told before the conversation.',
    keywords: [
      'were you told', 'you were told', 'have you been told', "you've been told", 'were you instructed',
      'you were instructed', "you've been instructed", 'were you given', 'did they tell you', 'they told you',
      'were you asked to', 'told you to', 'were you programmed', 'been configured', 'were you configured',
      'were u told', 'u were told', 'did your developers', 'did the developers', 'did your creators',
      'devs told you', 'did openai tell', 'been asked to keep', 'you been told', 'put in your ear',
      'been instructed',
    ],
    near: [
      'what', 'exactly', 'before', 'not to', 'never to', 'keep', 'hide', 'start', 'beginning', 'repeat', 'tell me',
      'list', 'which',
    ],
    reach: 110,
    pattern: words`
      \bwhat(?:ever)?(?: (?:exactly|else|all|instructions|rules|things?|topics?|orders))? (?:were|was|have|has|had|did
      |are) (?:you|u|they|your ${MAKERS}|the ${MAKERS}|openai) ?(?:been )?(?:told|instructed|given|asked|programmed
      |configured|tell|instruct|ask|program|say|write)(?: to)?(?: (?:you|u|to you))? ?(?:to (?:keep|hide|never|not|say
      |do|tell|avoid|answer|behave)|not to|never to|before (?:this|our|we|the|i|my)|at the (?:very )?(?:start
      |beginning|top|outset)|in the beginning|initially|originally|by (?:your|the) ${MAKERS}|in your (?:system|first
      |initial|instructions|prompt)|prior to|in advance|about (?:me|users|customers|your (?:role|task|instructions
      |rules|identity))|when you were (?:set up|started|created|deployed|configured)|verbatim|exactly)|\b(?:tell me
      |repeat|list|reveal|say|show me|print)(?: (?:me|exactly|all|everything|back|precisely
      |word for word)){0,3} (?:of )?(?:what|everything|all|whatever)(?: that)? (?:(?:you|u)(?:'ve| have)?(?: (?:were
      |was|been))? ?(?:told|instructed|asked|programmed|given) (?:to (?:keep|hide|not)|not to|never to|before|by
      |at the|in the|initially|originally|about|prior)|they (?:told|gave|asked|instructed) (?:you|u))
    `,
  },
  {
    ...leak,
    id: 'extraction/own-words-verbatim',
    severity: 'high',
    score: 0.8,
    message: "The text asks for the model's instructions word by word.",
    keywords: [
      'verbatim', 'word for word', 'word-for-word', 'word by word', 'exactly as written', 'exactly as given',
      'exactly as provided', 'exactly as loaded', 'letter by letter', 'letter for letter', 'exact wording',
      'exact words', 'exact text', 'character for character', 'without paraphrasing', 'do not paraphrase',
      "don't paraphrase", 'unedited', 'in its entirety', 'in their entirety', 'in extenso', 'complete text of',
      'full text of', 'unaltered',
    ],
    near: [
      'your prompt', 'your instruction', 'your system', 'your rules', 'your guidelines', 'your setup',
      'your configuration', 'your brief', 'your directives', 'system prompt', 'initial prompt', 'instructions you',
      'your initial', 'its operating instructions', 'pre-prompt', 'system message', 'ur prompt', 'ur instructions',
      'hidden instructions', 'your operating', 'prompt you were', 'preamble',
    ],
    reach: 110,
    pattern: words`
      (?:\b(?:your|ur|the|its) (?:(?:own|full|entire|initial|original|hidden|secret|operating|first|complete|whole
      |system) ){0,2}(?:system prompt|system message|prompt|instructions|rules|guidelines|set-?up(?: text)?
      |configuration|brief(?:ing)?|directives|pre-?prompt|preamble)\b(?: you (?:were
      |have been) given| given to you)?,? ?(?<!the (?:instructions|rules|guidelines|configuration|set-?up|brief),? ?)
      (?:(?:here|back|out|to me|please|above|exactly|completely),? ?){0,3}(?:again )?${VERBATIM}|\b(?:verbatim
      |word[ -]for[ -]word|(?:exact|complete|full) (?:text|wording|words)|unedited|unaltered)(?: (?:copy|version|text
      |transcript))? of (?:your|ur|its|the (?:system|hidden|initial|secret)) ?(?:(?:own|full|entire|initial|original
      |hidden|secret|operating|first|complete|whole) ){0,2}(?:system prompt|system message|prompt|instructions|rules
      |guidelines|set-?up(?: text)?|configuration|brief(?:ing)?|directives|pre-?prompt))
    `,
  },
  {
    ...leak,
    id: 'extraction/first-words',
    severity: 'high',
    score: 0.8,
    message: 'The text asks for the first words or lines of the instructions.',
    keywords: [
      'first line', 'first word', 'first sentence', 'first paragraph', 'last line', 'last sentence', 'first message',
      'opening line', 'opening sentence', 'first 1', 'first 2', 'first 3', 'first 4', 'first 5', 'first ten',
      'first fifty', 'first hundred', 'first few', 'first token', 'first character', 'second sentence', 'third word',
      'second line', 'next line', 'longest sentence', 'headings', 'each sentence of', 'each line of',
      'every line of', 'every sentence of', 'top line',
    ],
    near: [
      'your instruction', 'your prompt', 'your system', 'your setup', 'your configuration', 'your guidelines',
      'your rules', 'your context', 'system prompt', 'initial prompt', 'initial instruction', 'your initial',
      'context window', 'you were given', 'you received', 'your input buffer', 'ur prompt', 'ur instructions',
      'your brief', 'your hidden', 'your directives', 'your first', 'the prompt you', 'system message',
    ],
    reach: 100,
    pattern: words`
      \b(?:first|last|opening|second|third|next|top|longest|each|every)(?: (?:\d{1,4}|ten|fifteen|twenty|thirty|fifty
      |hundred|few|couple of|two|three|four|five|six))? ?(?:words?|lines?|sentences?|characters?|chars|letters|tokens
      |paragraphs?|headings|messages?|instructions?|rules?)(?: \(?just headings!?\)?)? (?:of|in|from|at the (?:top
      |start|beginning) of) (?:(?:your|ur) (?:(?:own|very|current|full|entire|whole|initial|original|hidden|secret) )?
      (?:(?:system|initial|hidden|first|developer) )?(?:prompt|instructions?|message|instructions doc|set-?up
      |configuration|guidelines|rules|context(?: window)?|brief(?:ing)?|directives|input(?: buffer)?|programming)
      |the (?:(?:system|initial|hidden|secret|developer) (?:prompt|instructions|message)|(?:context window|prompt
      |instructions?|message|text) (?:that )?(?:you|u) (?:were|have been|are|got|received|see)))\b(?! (?:on|about|for
      |to (?:the|your|users?|customers?))\b)|\b(?:your|ur) (?:system prompt|instructions|prompt
      |guidelines)'?s? (?:first|opening|last) (?:words?|lines?|sentences?|paragraph)
    `,
  },
  {
    ...leak,
    id: 'extraction/before-my-message',
    severity: 'high',
    score: 0.75,
    message: 'The text asks for the messages that came before the user spoke.',
    keywords: [
      'before my first', 'before the first user', 'before this conversation', 'before our conversation',
      'before the conversation', 'before the user', 'before this chat', 'before i arrived', 'before i said',
      'before i joined', 'before we started', 'before i started', 'precede this conversation',
      'precedes this conversation', 'before this message', 'hidden messages', 'hidden turns', 'invisible turns',
      'turn 0', 'before my message', 'preceding this conversation', 'preceding my', 'prior to this conversation',
      'position 0', 'first visible message', 'before they let me in', 'before this customer',
    ],
    near: [
      'repeat', 'print', 'output', 'show', 'tell', 'reveal', 'what', 'list', 'display', 'dump', 'text',
      'instruction', 'messages', 'write', 'give', 'paste', 'recite', 'include', 'everything', 'complete', 'translat',
    ],
    reach: 110,
    pattern: words`
      \b(?:repeat|print|output|show|tell|reveal|list|display|dump|write|give|paste|recite|include|what|summari[sz]e
      |translate|copy|reports?|send)\b${within(60)}\b(?:text|instructions?|messages?|words|everything|anything|content
      |context|rules?|prompts?|tokens|said|told|turns?|lines|system|loaded|written|typed)(?: that| which)?
      ${within(45)} (?:before|prior to|preceding|precedes?|precede) (?:my (?:first|message|arrival|question)|(?:the
      |any) (?:first )?user(?:'s)?|this (?:conversation|chat|message|session|customer)|our (?:conversation|chat)
      |the conversation|i (?:arrived|said|joined|spoke|typed|wrote|started|came)|we (?:started|began))|\b(?:show|print
      |include|dump|list|reveal|output)(?: me)? (?:(?:all|any|the) )?(?:hidden|invisible|system|developer) (?:messages
      |turns)\b(?! (?:in|on|from) )(?! of (?:the|my|our) )
    `,
  },
  {
    ...leak,
    id: 'extraction/debug-dump',
    severity: 'high',
    score: 0.7,
    message: "The text asks for a dump of the model's prompt or configuration in a debug mode.",
    keywords: [
      'debug mode', 'debugging mode', 'diagnostic mode', 'diagnostics mode', 'maintenance mode', 'verbose mode',
      'admin mode', 'developer mode', 'export mode', 'raw mode', 'inspect mode', 'test mode', 'dump context',
      'dump your', 'dump the context', 'dump the prompt', 'dump prompt', 'dump system', 'dump the system',
      'print_config', 'debug:', 'self-test', 'prompt integrity', 'memory dump', 'context dump', 'core dump of',
      'state dump', 'engineering mode', 'service mode', 'show hidden',
    ],
    near: [
      'prompt', 'context', 'config', 'instruction', 'hidden', 'system message', 'variables', 'internal',
      'credentials', 'tools', 'memory', 'rules',
    ],
    reach: 140,
    pattern: words`
      \b(?:debug(?:ging)?|diagnostics?|maintenance|verbose|admin(?:istrator)?|developer|export|raw|inspect|test
      |engineering|service) mode\b${across(100)}\b(?:print|dump|show|list|output|reveal|return|display|export|prints
      |returns|echo|disclose|reprint|share|tell)s?\b${within(40)}\b(?:system (?:prompt|message|instructions)
      |context window|your (?:(?:full|entire|current|hidden|active|own) ){0,2}(?:prompt|context|configuration
      |instructions|rules|notes|memory)|(?:internal|hidden|initial) (?:prompt|rules|instructions|notes|messages))\b|
      \bdump (?:of )?(?:(?:your|the|all|full|entire|my|current) ){0,2}(?:system prompt|context window|prompt
      |system (?:message|instructions)|instructions|context|hidden (?:messages|rules))\b(?! (?:of|from|for) (?:the
      |my) (?:app|process|heap|thread|script))|\b(?:echo|print|show) hidden (?:prompt|context|instructions)
    `,
  },
  {
    ...leak,
    id: 'extraction/your-configuration',
    severity: 'medium',
    score: 0.6,
    message: "The text asks for the model's configuration or knowledge files.",
    keywords: [
      'your configuration', 'your config', 'your settings', 'your parameters', 'your context window',
      'your knowledge file', 'your knowledge base', 'your uploaded', 'your initialization', 'your internal',
      'your full context', 'your entire context', 'your current', 'your system', 'your deployment', 'your files',
      'your conditioning', 'your full configuration', 'your entire configuration', 'your complete configuration',
      'your context', 'files you have', '/mnt/data', 'files in your knowledge', 'your memory',
    ],
    near: [
      'reveal', 'print', 'display', 'output', 'share', 'disclos', 'expose', 'leak', 'dump', 'paste', 'export',
      'show', 'list', 'return', 'give me', 'send', 'download', 'zip', 'security verification', 'append', 'json',
      'yaml', 'read me', 'what',
    ],
    reach: 80,
    pattern: words`
      ${ASKED}(?:reveal|print|display|output|share|disclose|expose|leak|dump|paste|export|show(?: me)?|list|return
      |give me|send(?: me)?|read me|zip|download)(?: me| out| all(?: of)?| the (?:contents?
      |names) of| everything (?:in|from)| a (?:copy|list) of){0,2} ${YOUR} (?:(?:own|full|complete|entire|exact
      |current|whole|internal|raw|active|underlying|deployment) ){0,2}(?:configuration|config|context window|context
      |initiali[sz]ation|internal (?:state|notes|guidelines|documents?|variables|settings)|knowledge (?:base )?files?
      |knowledge base|uploaded (?:files|documents)|files and|conditioning|model (?:settings|parameters)
      |system (?:settings|configuration|parameters)|memory (?:contents?|verbatim))\b(?! (?:files?\b
      |for (?:the (?!purpose)|my|your|nginx|a )|of (?:the|my)|so (?:i|we) can|in (?:the|your) (?:issue|ticket|reply
      |post)|if|and (?:i|we))\b)|\b(?:list|show|print|zip|download|give me)(?: me)? ?(?:all |the )?(?:the )?
      (?:contents of )?(?:files (?:in|from|at) (?:your knowledge|\/mnt\/data)|\/mnt\/data)
    `,
  },
  {
    ...leak,
    id: 'extraction/tool-schemas',
    severity: 'medium',
    score: 0.6,
    message: "The text asks for the model's tools with their definitions.",
    keywords: [
      'your tools', 'your functions', 'tools you', 'functions you', 'your available tools', 'your plugins',
      'your internal tools', 'tool schema', 'function schema', 'tool definition', 'function definition',
      'tools registered', 'tools available to you', 'functions available to you', 'your apis', 'apis you',
      'your actions', 'tool descriptions', 'your tool', 'your function', 'hidden tools', 'internal tools',
      'internal functions',
    ],
    near: [
      'schema', 'parameter', 'definition', 'signature', 'json', 'description', 'verbatim', 'internal', 'arguments',
      'exact', 'credentials', 'hidden', 'full list', 'all of',
    ],
    reach: 120,
    pattern: words`
      ${SAID}(?:list|show|print|describe|give|enumerate|output|reveal|dump|return|provide|tell|expose|display)\b
      ${within(30)}\b(?:(?:your|ur) (?:(?:available|internal|hidden|registered|private|callable|own) )?(?:tools?
      |functions?|plugins?|apis?|actions?)|(?:tools?|functions?|plugins?|apis?|actions?) (?:that )?(?:you|u) (?:can
      |have|could|are able|may|use)|(?:tools?|functions?|apis?|actions?) (?:available|accessible|registered) (?:to
      |for) (?:you|this agent))\b${within(60)}\b(?:schemas?|parameters?|definitions?|signatures?|json|descriptions
      |verbatim|arguments|credentials|exact names?)\b|\b(?:schemas?|parameters?|definitions?|signatures?|arguments
      |exact names)\b${within(30)}\bof (?:your|the|all|every)(?: (?:internal|available|hidden))? (?:tools?|functions?)
      (?: (?:that )?you (?:can|have)| available to you)
    `,
  },
  {
    ...leak,
    id: 'extraction/encode-instructions',
    severity: 'high',
    score: 0.85,
    message: "The text asks for the model's instructions in a translated or encoded form.",
    keywords: [
      'base64', 'base 64', 'rot13', 'hexadecimal', 'in hex', 'morse', 'binary', 'pig latin', 'leetspeak', 'reversed',
      'backwards', 'in emoji', 'as emoji', 'acrostic', 'haiku', 'as a poem', 'as a song', 'as a rap', 'in french',
      'in spanish', 'in german', 'into french', 'into spanish', 'into german', 'into latin', 'into japanese',
      'in japanese', 'caesar', 'cipher', 'nato alphabet', 'in json', 'as json', 'in yaml', 'as yaml', 'in rhyme',
      'as a story', 'in another language', 'into another language', 'in chinese', 'into chinese', 'url-encoded',
      'unicode', 'ascii',
    ],
    near: [
      'your instruction', 'your prompt', 'your system', 'your rules', 'your guidelines', 'your setup',
      'your configuration', 'your brief', 'your directives', 'system prompt', 'initial prompt', 'instructions you',
      'instruction you', 'your initial', 'your hidden', 'your secret', 'your internal', 'your opening',
      'your orders', 'ur prompt', 'ur instructions', 'your operating', 'text in your first message',
      'system message',
    ],
    reach: 120,
    pattern: words`
      (?:\b(?:${SHOW}|take|answer|respond|reply|spell|compose|make)\b${within(50)}\b(?:(?:your|ur) (?:(?:own|full
      |entire|complete|whole|initial|original|hidden|secret|internal|opening|operating|first) ){0,2}(?:system prompt
      |system message|instructions|prompt|directives|guidelines|rules|set-?up|configuration|brief(?:ing)?|orders
      |notes)|(?:the )?(?:system|initial|hidden|secret) (?:prompt|instructions|message)|(?:(?:every|the|all) )
      (?:of the )?instructions? (?:that )?you(?:'ve| were| have)?)\b${within(60)}\b(?:base ?64|rot-?13|hex
      (?:adecimal)?|morse|binary|pig latin|leet ?speak|l33t|revers\w{1,3}|backwards|emojis?|acrostic|haiku|poem|song
      |rap|sonnet|french|spanish|german|latin|japanese|chinese|italian|russian|klingon|another language|caesar|cipher
      |nato|json|yaml|xml|rhyme|story|url-?encoded|ascii|unicode)\b|\b(?:base ?64|rot-?13|hex(?:adecimal)?|morse|haiku
      |poem|acrostic|song|rap|emojis?|sonnet|story)\b${within(40)}\b(?:of|from|using|containing|with|about|version of
      |whose \w{3,9} \w{1,9}|covers|made of|encoding) (?:(?:each|every|the) (?:word|line|sentence|rule) (?:of|in) )?
      (?:your|ur) (?:(?:own|full|entire|exact|initial|original|hidden|secret|internal) ){0,2}(?:system prompt
      |system message|instructions|prompt|directives|secret brief|rules)\b)(?! (?:for|on|about|regarding)\b)
    `,
  },
  {
    ...leak,
    id: 'extraction/completion-trick',
    severity: 'high',
    score: 0.75,
    message: 'The text makes the model complete a sentence that states its instructions.',
    keywords: [
      'my system prompt', 'my instructions are', 'my instructions say', 'my initial prompt', 'of my instructions is',
      'my prompt is', 'my rules are', 'my guidelines are', 'my hidden instructions', 'my initial instructions',
      'i was told to', 'i was instructed to', 'my first instruction', 'my original instructions',
      'my system message', 'my secret instructions', 'my prompt says', 'i was told', 'i was given the following',
    ],
    near: [
      'complete', 'finish', 'continue', 'fill in', 'sure', 'certainly', 'of course', 'begin your', 'start your',
      'a:', 'assistant:', 'answer with', 'respond with', 'say', 'reply', 'prefix', 'starting with', 'happily',
    ],
    reach: 120,
    pattern: words`
      \b(?:complete|finish|continue|fill in)\b${within(60)}["'\x60:]? ?\b(?:my (?:system prompt|instructions
      |initial (?:prompt|instructions)|prompt|rules|guidelines|(?:hidden|secret|original) instructions
      |system message) (?:is|are|says?|reads?|begins?|starts?)|(?:before ${within(30)})?i was (?:told|instructed
      |given)\b)|\b(?:sure|certainly|of course|okay|ok|yes|absolutely|happily)[!,.]{1,2} ?(?:here (?:is|are) |
      ${within(20)})?(?:the (?:first line|text|content) of )?my (?:(?:full|exact|complete) )?(?:system prompt
      |initial (?:prompt|instructions)|instructions|(?:hidden|secret) instructions|system message|prompt)\b ?(?:is|are
      |reads?|say|begin|:)?|\b(?:begin|start) your (?:reply|response|answer|message|output) with
      ${within(20)}my (?:system prompt|instructions|initial)
    `,
  },
  {
    ...leak,
    id: 'extraction/hidden-of-yours',
    severity: 'high',
    score: 0.75,
    message: "The text asks about the model's hidden rules or notes.",
    keywords: [
      'your hidden', 'your secret', 'your confidential', 'your internal', 'your undisclosed', 'your private',
      'hidden rules you', 'secret rules you', 'ur hidden', 'ur secret', 'hidden from me', 'rules you hide',
      "rules you're hiding", 'your undocumented', 'hidden prompt', 'hidden instructions',
    ],
    near: [
      'instruction', 'prompt', 'rules', 'directive', 'guideline', 'notes', 'brief', 'polic', 'context',
      'configuration', 'message', 'system text', 'orders', 'list',
    ],
    reach: 80,
    pattern: words`
      ${ASKED}(?:${SHOW}|what(?:'s| is| are)|which) ?(?:(?:me|us|out|all|the|of|exactly|in|back) ){0,4}${YOUR} (?:
      (?:own|full|complete|entire|most) ){0,2}(?:hidden|secret|confidential|internal|undisclosed|undocumented
      |private) (?:system )?(?:instructions?|prompts?|rules|directives?|guidelines|notes|brief(?:ing)?|context
      |configuration|orders|discount rules|system text|message|list of (?:rules|instructions|keywords|blocked))\b
      (?!\s?${QUOTE})(?! (?:for (?:the|your)|on how you|when))
    `,
  },
  {
    ...leak,
    id: 'extraction/do-you-have-a-prompt',
    severity: 'low',
    score: 0.45,
    message: 'The text probes whether and how the model is instructed.',
    keywords: [
      'have a system prompt', 'use a system prompt', 'have a hidden prompt', 'have hidden instructions',
      'have secret instructions', 'have any instructions', 'is there a system prompt', 'does your system prompt',
      'does your prompt', 'do your instructions', 'in your system prompt', 'in your instructions',
      'in your guidelines', 'in your prompt', 'your system prompt mention', 'in your setup',
      'part of your instructions', 'part of your prompt',
    ],
    near: ['do you', 'does', 'is there', 'are there', 'what', 'say', 'mention', 'which', 'contain', 'include', 'quote'],
    reach: 70,
    pattern: words`
      \bdo you (?:(?:actually|really|even) )?(?:have|use|run on|follow) (?:(?:a|an|any) )?(?:system prompt
      |hidden (?:prompt|instructions)|secret (?:prompt|instructions))\b|\b(?:does|do) (?:your|ur) (?:system prompt
      |prompt|instructions|guidelines) (?:say|tell|mention|contain|include|state|allow|forbid|begin|start)|\b(?:is
      |are) there (?:(?:a|an|any) )?(?:\w{1,12} ){0,4}in your (?:system prompt|instructions|guidelines|prompt|set-?up)
      \b(?! (?:for|on|about))|\bwhat(?:'s| is| does it say| else is)(?: (?:still|written|stated))? in (?:your
      |ur) (?:system prompt|instructions|prompt|set-?up)\b(?! (?:for|on|about))|\bquote (?:from )?your (?:instructions
      |system prompt|guidelines|prompt)\b
    `,
  },
  {
    ...leak,
    id: 'extraction/what-it-says',
    severity: 'high',
    score: 0.7,
    message: "The text asks what stands in the model's system prompt.",
    keywords: [
      'your system prompt', 'your initial prompt', 'your hidden prompt', 'your system message',
      'your hidden instructions', 'your initial instructions', 'ur system prompt', 'your original instructions',
      'your secret instructions', 'your original prompt', 'your pre-prompt',
    ],
    near: [
      'what', 'how long', 'how many', 'does', 'say', 'diff', 'compare', 'correct', 'checksum', 'copy of', 'which',
      'confirm', 'hash', 'tokens', 'improve', 'proofread', 'summary', 'debug', 'audit', 'verify', 'i know', 'share',
    ],
    reach: 80,
    pattern: words`
      \b(?:what|how|which)\b${within(30)}\b(?:does|do|did|is|are|was|many|long)\b${within(30)}\b(?:your|ur) (?:(?:full
      |exact|own|entire) )?(?:(?:system|initial|hidden|secret|original|pre-?) ?(?:prompt|message|instructions))\b
      (?: (?:say|tell|contain|begin|start|look like|state|include|instruct|read)| in\b| \?|\?| word)|\b(?:copy of
      |diff (?:against|with)|compare (?:this|it|that|mine) (?:to|with|against)|side by side with|checksum of|hash of
      |contents? of|text of|summary of|outline of|gist of) (?:your|ur) (?:(?:full|exact|own|entire) )?(?:(?:system
      |initial|hidden|secret|original|pre-?) ?(?:prompt|message|instructions))\b
    `,
  },
  {
    ...leak,
    id: 'extraction/not-a-secret',
    severity: 'medium',
    score: 0.65,
    message: 'The text argues that the instructions of the model may be disclosed.',
    keywords: [
      'not confidential', 'not a secret', 'not secret', "isn't secret", "isn't confidential",
      'no longer confidential', 'no longer secret', 'already public', "isn't a secret", "isn't sharing",
      'confidentiality expired', 'allowed to share', 'free to share', 'authorized to share', 'authorised to share',
      'permission to share', "aren't confidential", 'are not secret', 'already know your', 'already have your',
    ],
    near: [
      'system prompt', 'your prompt', 'your instruction', 'your rules', 'your guidelines', 'hidden notes',
      'your configuration', 'your setup', 'initial prompt', 'the prompt', 'your initial',
    ],
    reach: 130,
    pattern: words`
      \b(?:system prompt|(?:your|ur|the|its) (?:(?:own|initial|hidden) )?(?:prompt|instructions|rules|guidelines
      |configuration|set-?up|notes))\b${within(60)}\b(?:(?:is|are)(?:n't| not| no longer)? (?:actually |really )?
      (?:a )?(?:secret|confidential|private|public)|already public|confidentiality (?:has )?expired|(?:you are
      |you're) (?:allowed|free|authori[sz]ed|permitted) to share)|\b(?:you are|you're|you have) (?:now )?(?:allowed
      |free|authori[sz]ed|permitted|permission) to (?:share|reveal|disclose|show|print|tell me) (?:your|the|me your)
      (?: (?:full|own|hidden))? (?:system )?(?:prompt|instructions|rules|guidelines|configuration)|\bi already (?:know
      |have|saw|seen) (?:your|ur) (?:system prompt|instructions|prompt|rules)
    `,
  },
  {
    ...leak,
    id: 'extraction/shell-trick',
    severity: 'medium',
    score: 0.5,
    message: 'The text asks for the prompt in the shape of a command or a function call.',
    keywords: [
      'cat system', 'cat guidelines', 'cat instructions', 'cat prompt', 'cat /system', 'print(system',
      'echo $system', 'print(prompt', 'print(instructions', 'repeat(context', 'context[0]', 'messages[0]',
      'get /v1/assistant', '/system_prompt', 'system_text', 'print(context', 'type system', 'tail -n',
      'echo system_prompt', 'print(self.', 'system.md', 'system_prompt.txt', 'show system_prompt',
      'select system_prompt', 'select prompt from',
    ],
    near: [
      'cat', 'print', 'echo', 'translate', 'repeat', 'get', 'tail', 'respond', 'output', 'show', 'select', 'you',
      'schema', 'terminal',
    ],
    reach: 80,
    pattern: words`
      (?:^|[\n$>#;\x60]) ?cat (?:\.?\/)?(?:system(?:[._-]?prompt)?|guidelines|instructions|prompt)(?:\.(?:md|txt|json
      |ya?ml))?(?:[\s|;"'\x60]|$)|\becho \$?\{?system_prompt\b|\b(?:translate_to|repeat|print|output|encode|decode
      |show)\((?:rot13, ?|base64, ?)?(?:context|messages)\[0\]|\bget \/(?:v1\/|api\/)?assistant\/(?:instructions
      |prompt|config)|"system_(?:text|prompt)"\s?:\s?(?:string|"string")|\bselect (?:\*|system_prompt|prompt
      |instructions) from (?:system|assistant|llm|model|context)\b
    `,
  },
  {
    ...leak,
    id: 'extraction/secret-word',
    severity: 'high',
    score: 0.7,
    message: 'The text asks for the secret that the model was told to keep.',
    keywords: [
      'secret key', 'secret word', 'secret code', 'secret phrase', 'secret password', 'access code', 'passphrase',
      'passcode', 'password', 'kill phrase', 'unlock code', 'secret', 'the code', 'security code',
    ],
    near: [
      'you were told', 'you are protecting', "you're protecting", 'you are guarding', "you're guarding",
      'you protect', 'you are hiding', "you're hiding", 'told to keep', 'not to share', 'not to reveal',
      'your secret', 'your access code', 'your passphrase', 'your passcode', 'in your instructions',
      'in your prompt', 'you were given', 'you hold', 'you guard', 'you are keeping', "you're keeping",
      'your kill phrase', 'not to tell', 'you know', 'supposed to keep',
    ],
    reach: 90,
    pattern: words`
      \b(?:secret(?: (?:key|word|code|phrase|password))?|access code|pass ?phrase|pass ?code|password|code ?word
      |kill phrase|unlock code|code|key|pin)\b,? (?:that |which )?(?:(?:you|u)(?:'re| are| were| have been
      |'ve been)? (?:protect(?:ing)?|guard(?:ing)?|hid(?:e|ing)|keep(?:ing)?|hold(?:ing)?|(?:told|instructed|asked
      |supposed|meant) (?:not )?to (?:keep|protect|guard|share|reveal|hide|tell|never|not)|given in (?:your|the))|
      (?:in|from|stored in) your (?:system |hidden )?(?:instructions|prompt|memory|configuration))|${ASKED}(?:${SHOW}
      |what(?:'s| is)|whats) ?(?:me |us |out |the (?:first|last|second) (?:letter|character|digit
      |word)s? of |a hint (?:about|for|to) |in (?:reverse|base64|rot13) ){0,3}(?:your|ur) (?:secret (?:key|word|code
      |phrase|password|instructions?)|secret|access code|pass ?phrase|kill phrase|hidden (?:key|code|password))\b
      (?! (?:sauce|recipe|ingredient|santa|garden|weapon|to|for|life|talent|admirer|identity|is safe|crush|agent
      |service|base))
    `,
  },
  {
    ...leak,
    id: 'extraction/credentials',
    severity: 'high',
    score: 0.7,
    message: 'The text asks the model for keys, credentials or environment variables that it holds.',
    keywords: [
      'your api key', 'your environment variable', 'your credentials', 'your env', 'your access token',
      'api key that you', 'api keys that you', 'api keys you', 'api key from your', 'environment variables',
      'credentials you', 'tool credentials', 'your database password', 'api key you', 'your own api key',
      'keys you have access', 'secrets you have',
    ],
    near: [
      'reveal', 'print', 'display', 'output', 'share', 'leak', 'dump', 'paste', 'export', 'show me', 'list',
      'return', 'give me', 'send', 'tell me', 'what', 'echo',
    ],
    reach: 80,
    pattern: words`
      ${ASKED}(?:reveal|print|display|output|leak|dump|paste|show me|list|return|give me|send(?: me)?|tell me|echo
      |share|what(?:'s| is| are))(?: me| out| all(?: of)?| the (?:values?|contents?) of){0,2} (?:(?:any|the|all) )?
      (?:of )?(?:your (?:own )?(?:api keys?|environment variables|env(?:ironment)? ?vars?|credentials|access tokens?
      |database (?:password|credentials)|secrets and keys)|(?:api keys?|credentials|tokens|secrets|passwords
      |environment variables) (?:that )?you (?:use|have|hold|were given|can (?:see|access|read)))\b(?! (?:in (?:the
      |your) (?:form|app|dashboard|settings|profile)|for (?:your|a|our)|expire|if|to (?:the|our|support)))
    `,
  },
  {
    ...leak,
    id: 'extraction/forbidden-topics',
    severity: 'low',
    score: 0.5,
    message: 'The text asks what the model was told not to say.',
    keywords: [
      'not allowed to', 'not supposed to', 'told not to', 'told never to', 'instructed never', 'forbidden to',
      'forbidden from', 'instructed not to', 'not permitted to', 'asked not to', "aren't allowed to",
      'prohibited from', 'been told to avoid', 'told to hide', 'told to keep', 'refuse to',
    ],
    near: ['list', 'what', 'which', 'tell me', 'everything', 'topics', 'things', 'words', 'repeat', 'say'],
    reach: 90,
    pattern: words`
      \b(?:list|what|which|tell me|name|show me|say|reveal)\b ?(?:(?:me|all|exactly|out) )?(?:of )?(?:the )?
      (?:exact )?(?:things?|topics?|questions?|subjects?|words?|rules|names|products|competitors|everything
      |information|instructions|phrases)? ?(?:(?:that|are|is|do) )?(?:(?:you|u)(?:'re| are
      |'ve been| have been| were)? |are you |were you |have you been )(?:been )?(?:(?:explicitly|specifically
      |strictly) )?(?:(?:not|never) (?:allowed|permitted|supposed|meant|to)|told (?:not|never|to (?:avoid|hide|keep))
      |instructed (?:not|never|to (?:avoid|hide|keep))|asked (?:not|never)|forbidden|prohibited|banned)\b(?! to (?:eat
      |drink|drive|park|bring|wear|take|smoke|enter))
    `,
  },
  {
    ...leak,
    id: 'extraction/into-code-block',
    severity: 'medium',
    score: 0.65,
    message: 'The text asks for everything before it inside a code block.',
    keywords: [
      'code block', 'codeblock', 'code fence', 'markdown block', 'text block', 'txt block', 'code box', '<qa> tags',
      'between tags', 'triple backticks',
    ],
    near: [
      'above', 'instructions', 'your prompt', 'system prompt', 'you are', 'include everything', 'everything before',
      'your rules', 'initial', 'pre-prompt', 'your guidelines', 'your system', 'previous instructions',
      'context window',
    ],
    reach: 130,
    pattern: words`
      \b(?:put|place|wrap|repeat|print|output|paste|copy|write|return|echo|show|give|reproduce|enclose|format)\b
      ${within(60)}\b(?:(?:text|words|everything|content|instructions|prompt|all|message)(?: \w{2,8})? above|your (?:
      (?:full|entire|initial|exact|system) )?(?:instructions|prompt|system prompt|rules|guidelines)|the (?:system
      |initial|pre-?) ?(?:prompt|instructions|message)|previous instructions)\b${across(80)}\b(?:code ?-?(?:block
      |fence|box)|(?:markdown|text|txt) (?:code )?block|triple backticks)
    `,
  },
  {
    ...leak,
    id: 'extraction/short-demand',
    severity: 'medium',
    score: 0.6,
    message: 'The text demands the prompt in a few words.',
    keywords: [
      'prompt', 'system prompt', 'instructions', 'sysprompt', 'guidelines', 'directives', 'hidden text',
      'your brief', 'initialization', 'context',
    ],
    near: [
      'leak', 'dump', 'spill', 'regurgitate', 'divulge', 'verbatim', 'reveal', 'prompt?', 'output initialization',
      'prompt pls', 'prompt please', 'prompt now', 'state your', 'prompt, ',
    ],
    reach: 40,
    pattern: words`
      (?:^|[\n"'\x60.!?:*#>] ?)(?:hey,? |hi,? |ok(?:ay)?,? |now |please |pls |just )?(?:(?:leak|dump|spill|regurgitate
      |divulge|reveal|state|output|show|print|drop|gimme|recite)(?: me)? (?:your|ur|the|that) (?:(?:full|whole|entire
      |hidden|secret|exact) )?(?:system ?)?(?:prompt|instructions|brief|directives|guidelines|context
      |initiali[sz]ation)|(?:your|ur) (?:(?:full|whole|entire) )?(?:system ?)?(?:prompt|instructions),? (?:verbatim
      |now|pls|please|word for word)|(?:system ?prompt|sysprompt) ?(?:\?|pls|please|now)
      |output initiali[sz]ation above|(?:dump|leak) (?:context|prompt|instructions))(?:[\s.!?,"'\x60]|$)
    `,
  },
]);
