import { type ScanContext, type Scanner, type Source, scanAsync, scanStream } from '@llm-sentinel/core';
import { checksFor } from '@llm-sentinel/core/adapter-kit';
import { type ChatTurn, createTurn } from './turn.js';

/** What is used of a scanner. */
export type ChatScanner = Pick<Scanner, 'scanAsync' | 'scanStream'>;

export interface ChatGuardOptions {
  /** @default the process-wide scanner of core, as it is when a text is scanned */
  readonly scanner?: ChatScanner;
  /** What is known of every request. `source` is told by the messages. */
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
  const {
    scanner = { scanAsync, scanStream },
    context = {},
    withhold = ['tool', 'document'],
    notice = '[Withheld: this text was not judged safe.]',
    redact = true,
  } = options;
  onlyKnown(options, KNOWN);
  if (typeof scanner?.scanAsync !== 'function' || typeof scanner.scanStream !== 'function')
    throw invalidOption('`scanner` must be a scanner of core.');
  if (!Array.isArray(withhold) || !withhold.every((source) => SOURCES.includes(source)))
    throw invalidOption(`\`withhold\` must be a list of ${SOURCES.join(', ')}.`);
  text('notice', notice);
  if (typeof redact !== 'boolean') throw invalidOption('`redact` must be true or false.');
  return {
    turn: (more) => createTurn({ scanner, context: { ...context, ...more }, withhold, notice, redact }),
  };
}
