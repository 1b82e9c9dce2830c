import { openStream, type ScanContext, type Scanner, type Source, scanAsync } from '@llm-sentinel/core';
import { checksFor } from '@llm-sentinel/core/adapter-kit';
import { type ChatTurn, createTurn } from './turn.js';

/** What is used of a scanner. */
export type ChatScanner = Pick<Scanner, 'scanAsync' | 'openStream'>;

/** How a chat is guarded: what is known of it, what is withheld, and what the model gets to see. */
export interface ChatGuardOptions {
  /** Who judges. @default the process-wide scanner of core, as it is when a text is scanned */
  readonly scanner?: ChatScanner;
  /** What is known of every request. `source` is told by the messages. @default {} */
  readonly context?: ScanContext;
  /**
   * Sources whose blocked texts are replaced by `notice`, and the request goes on. A blocked text of any other source stops it.
   * @default ['tool', 'document']
   */
  readonly withhold?: readonly Source[];
  /** Stands in place of a text that is withheld. @default '[Withheld: this text was not judged safe.]' */
  readonly notice?: string;
  /**
   * Hide personal data and secrets from the model where the policy says `redact`, and in what it answers. What the user wrote is put
   * back into answers and calls of tools; what came from elsewhere stays hidden.
   * @default true
   */
  readonly redact?: boolean;
  /**
   * False judges earlier answers of the model as words of the user: for a history that comes from a browser, where anybody can write
   * them.
   * @default true
   */
  readonly trustAssistant?: boolean;
}

/** Guards a model's chats. Holds no state of any request. */
export interface ChatGuard {
  /** Begins a request to a model. `context` is added to that of the options. */
  turn(context?: ScanContext): ChatTurn;
}

const { invalidOption, onlyKnown, text } = checksFor('@llm-sentinel/chat');
const KNOWN: readonly string[] = [
  'scanner',
  'context',
  'withhold',
  'notice',
  'redact',
  'trustAssistant',
] satisfies (keyof ChatGuardOptions)[];
const SOURCES: readonly string[] = ['user', 'model', 'tool', 'document', 'system'] satisfies Source[];

/**
 * Makes what wrappers of model clients have in common: all texts of a request scanned before the model reads them, all of its answer
 * before anybody else does.
 *
 * @throws SentinelError INVALID_OPTION for an option that is unknown or has a wrong value.
 * @example
 * const turn = chatGuard().turn({ userId });
 * const messages = await turn.input(request.messages, mapMessages);
 */
export function chatGuard(options: ChatGuardOptions = {}): ChatGuard {
  onlyKnown(options, KNOWN);
  const {
    scanner = { scanAsync, openStream },
    context = {},
    withhold = ['tool', 'document'],
    notice = '[Withheld: this text was not judged safe.]',
    redact = true,
    trustAssistant = true,
  } = options;
  if (typeof scanner?.scanAsync !== 'function' || typeof scanner.openStream !== 'function')
    throw invalidOption('`scanner` must be a scanner of core.');
  if (!Array.isArray(withhold) || !withhold.every((source) => SOURCES.includes(source)))
    throw invalidOption(`\`withhold\` must be a list of ${SOURCES.join(', ')}.`);
  text('notice', notice);
  for (const [option, value] of Object.entries({ redact, trustAssistant })) {
    if (typeof value !== 'boolean') throw invalidOption(`\`${option}\` must be true or false.`);
  }
  return {
    turn: (more) => createTurn({ scanner, context: { ...context, ...more }, withhold, notice, redact, trustAssistant }),
  };
}
