import type { ScanContext } from './context.js';
import { SentinelError } from './errors.js';
import { ACTION_RANK, SEVERITY_RANK } from './policy.js';
import type { Action, ScanResult, Severity, Source, ThreatType } from './result.js';

/** A message of a chat, as the common model APIs have it. Other members are ignored. */
export interface ChatMessage {
  /**
   * `user`, `assistant` or `model`, `system` or `developer`, `tool` or `function`, `document`. A role we don't know is judged as
   * `user`, whose texts are trusted least.
   */
  readonly role: string;
  /** A text, or parts of which those with a `text` (or, in a tool result, a `content`) are read. Null reads as empty. */
  readonly content?: string | readonly ContentPart[] | null;
}

/** One part of a message, as the APIs of model providers have them. Parts that hold no text, such as images, are not judged. */
export interface ContentPart {
  /** What the part is. `tool_result` makes the message one of a tool. */
  readonly type?: string;
  /** Its text. */
  readonly text?: string;
  /** What a tool returned: a text, or parts that are read in the same way. */
  readonly content?: string | readonly ContentPart[];
}

/** The verdict on a chat. Frozen. */
export interface ConversationResult {
  /** False exactly when one message is blocked. */
  readonly isSafe: boolean;
  /** The strongest action of all messages. */
  readonly action: Action;
  /** The highest of all messages. */
  readonly riskScore: number;
  /** The worst of all messages. */
  readonly severity: Severity;
  /** Threat type of the message that decided the action, or null. */
  readonly threatType: ThreatType | null;
  /** One result a message, in their order. */
  readonly messages: readonly ScanResult[];
  /** Wall time of all scans together, in milliseconds. */
  readonly latencyMs: number;
}

const SOURCE_OF_ROLE: Readonly<Record<string, Source>> = {
  user: 'user',
  human: 'user',
  assistant: 'model',
  model: 'model',
  ai: 'model',
  system: 'system',
  developer: 'system',
  tool: 'tool',
  function: 'tool',
  tool_result: 'tool',
  document: 'document',
};

/** A text of a message and where it comes from. */
interface Passage {
  readonly text: string;
  readonly source: Source;
}

/** Scans each message by its role with `scan` and sums up. */
export function scanMessagesWith(
  /** `isLast`: the others were turns before, and a session has counted them. */
  scan: (text: string, context: ScanContext, isLast: boolean) => ScanResult,
  messages: readonly ChatMessage[],
  context: ScanContext = {},
): ConversationResult {
  if (!Array.isArray(messages)) {
    throw new SentinelError('INVALID_INPUT', '[@llm-sentinel/core] `messages` must be an array of { role, content }.');
  }
  const started = performance.now();
  const results = messages.map((message, index) => {
    const { text, source } = readMessage(message, index);
    return scan(text, { ...context, source }, index === messages.length - 1);
  });
  return summarise(results, performance.now() - started);
}

function readMessage(message: ChatMessage, index: number): Passage {
  if (typeof message !== 'object' || message === null || typeof message.role !== 'string') {
    throw new SentinelError(
      'INVALID_INPUT',
      `[@llm-sentinel/core] messages[${index}] must be { role: string, content }.`,
    );
  }
  const source = Object.hasOwn(SOURCE_OF_ROLE, message.role) ? (SOURCE_OF_ROLE[message.role] as Source) : 'user';
  const { content } = message;
  if (content === undefined || content === null) return { text: '', source };
  if (typeof content === 'string') return { text: content, source };
  if (!Array.isArray(content)) {
    throw new SentinelError(
      'INVALID_INPUT',
      `[@llm-sentinel/core] messages[${index}].content must be a string, parts or null.`,
    );
  }
  // Some APIs send a tool's result in a user message. Such a message is one of a tool.
  const fromTool = content.some((part: ContentPart) => part?.type === 'tool_result');
  return { text: readParts(content), source: fromTool ? 'tool' : source };
}

function readParts(parts: readonly ContentPart[]): string {
  const texts: string[] = [];
  for (const part of parts) {
    if (typeof part === 'string') texts.push(part);
    else if (typeof part?.text === 'string') texts.push(part.text);
    else if (typeof part?.content === 'string') texts.push(part.content);
    else if (Array.isArray(part?.content)) texts.push(readParts(part.content));
  }
  return texts.join('\n');
}

function summarise(results: readonly ScanResult[], latencyMs: number): ConversationResult {
  let decisive: ScanResult | undefined;
  let riskScore = 0;
  let severity: Severity = 'none';
  for (const result of results) {
    const rank = ACTION_RANK[result.action] - ACTION_RANK[decisive?.action ?? 'allow'];
    if (decisive === undefined || rank > 0 || (rank === 0 && result.riskScore > decisive.riskScore)) decisive = result;
    riskScore = Math.max(riskScore, result.riskScore);
    if (SEVERITY_RANK[result.severity] > SEVERITY_RANK[severity]) severity = result.severity;
  }
  return Object.freeze({
    isSafe: results.every(({ isSafe }) => isSafe),
    action: decisive?.action ?? 'allow',
    riskScore,
    severity,
    threatType: decisive?.threatType ?? null,
    messages: Object.freeze(results),
    latencyMs,
  });
}
