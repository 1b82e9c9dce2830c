/** A risk of the OWASP Top 10 for LLM applications, edition 2025. */
export interface OwaspCategory {
  readonly name: string;
  /** What the scanner looks for. Absent where it finds nothing of the kind. */
  readonly found?: string;
  /** What belongs to the risk and is not found by looking at texts. */
  readonly notFound: string;
  /** What covers that instead, as Markdown that is right in `docs/reference`. */
  readonly instead: string;
}

export const owaspCategories = {
  LLM01: {
    name: 'Prompt injection',
    found:
      'Orders to a model in what people type, in documents and tool results, in 30 languages and through encodings and disguises; jailbreaks.',
    notFound:
      'A paraphrase without any sign of its purpose; what is an attack only beside the instructions of your application; orders in pictures and sound.',
    instead:
      'Give tools only what the user may do, let people confirm what cannot be undone, and read [what is missed](../detection.md#what-it-misses).',
  },
  LLM02: {
    name: 'Sensitive information disclosure',
    found:
      'Personal data, keys, tokens and passwords, in what goes to a model and in what comes from it; orders to hand them over.',
    notFound:
      'Secrets of your business that have no form, names without context, what a model remembers from its training and says in other words.',
    instead:
      'Rules of your own for your own identifiers: [custom rules](../guide/custom-rules.md). Give the model only the data of the user who asks. [Redaction](../guide/redaction.md) before texts leave your systems.',
  },
  LLM03: {
    name: 'Supply chain',
    found:
      "Poisoned descriptions and results of tools, those of MCP servers above all: scan them with `source: 'tool'` before a model sees them.",
    notFound: 'A model, data set, adapter or package that was tampered with.',
    instead:
      'Pin and verify models and packages, take MCP servers from places you trust, look at their changes. How this project does it: [security model](../guide/security-model.md#supply-chain).',
  },
  LLM04: {
    name: 'Data and model poisoning',
    found: 'Texts that write themselves into the memory of an assistant, or bring forged turns of a conversation.',
    notFound: 'Poisoned training data and weights, wrong facts, back doors that a trigger opens.',
    instead:
      'Scan what is stored, not only what is asked: memories and documents when they come in. Provenance and review of training data.',
  },
  LLM05: {
    name: 'Improper output handling',
    found:
      'In answers: scripts, event handlers, commands that destroy or open a shell, query and template injection, links and images that carry data away.',
    notFound:
      'Output that is harmful only where you put it. Findings of kind `harmful` are flagged, not blocked, unless your [policy](../guide/policy.md#change-it) says so.',
    instead:
      'Escape for the place of use, bind parameters of queries, a content security policy, no shell for a model. The scan comes on top of these.',
  },
  LLM06: {
    name: 'Excessive agency',
    found: 'Orders in documents and tool results to call tools unseen, to delete, to pay, to send elsewhere.',
    notFound: 'An agent that may do more than it needs, and does it by mistake.',
    instead:
      'Least privilege for each tool, confirmation by a person, a rate limit for each action: [rate limiting](../guide/rate-limiting.md). The [audit log](../guide/audit-log.md) has what was decided.',
  },
  LLM07: {
    name: 'System prompt leakage',
    found: 'Requests for the prompt; with `protectedText`, answers that repeat it, also in part or encoded.',
    notFound: 'A prompt that is paraphrased by the model, or guessed from its behaviour.',
    instead:
      'Nothing in a prompt that may not be known: no keys, no rules that only secrecy enforces. A canary in `protectedText`.',
  },
  LLM08: {
    name: 'Vector and embedding weaknesses',
    found: 'Passages that give orders to whoever retrieves them, or pose as records with authority.',
    notFound: 'Access across tenants in the index, inversion of embeddings, passages that are merely wrong.',
    instead:
      "Scan documents when they are indexed and again when they are retrieved (`source: 'document'`); permissions in the query of the index.",
  },
  LLM09: {
    name: 'Misinformation',
    notFound:
      'Whether an answer is true, whether a package or source that it names exists. A scanner of texts cannot know.',
    instead:
      'Retrieval with sources that are shown, evaluation of answers, people who check what matters. `reportFeedback` records what they found.',
  },
  LLM10: {
    name: 'Unbounded consumption',
    notFound: 'How often somebody asks, and what an answer costs.',
    instead:
      'Limits by user and address ([rate limiting](../guide/rate-limiting.md)), bulkheads, time limits and circuits ([resilience](../guide/resilience.md)). The scan itself costs linear time, whatever the text: [performance](../performance.md#hostile-texts).',
  },
} as const satisfies Record<string, OwaspCategory>;

export type OwaspId = keyof typeof owaspCategories;
