import { pino } from 'pino';
import type { LogLevel } from './classify.js';

/** The part of a pino logger that is used. */
export interface LoggerLike {
  /** Writes a line at level `debug`. */
  debug(fields: object, message: string): void;
  /** Writes a line at level `info`. */
  info(fields: object, message: string): void;
  /** Writes a line at level `warn`. */
  warn(fields: object, message: string): void;
  /** Writes a line at level `error`. */
  error(fields: object, message: string): void;
  /** Without it every line is built, also those the logger then drops. */
  isLevelEnabled?(level: string): boolean;
}

/** Hands a line to the logger: its fields as text, the ids of its trace, and the sentence for people. */
export type LineSink = (level: LogLevel, fields: string, trace: object, message: string) => void;

// pino offers its symbols to "library implementers", "for performant integration": https://getpino.io/#/docs/api?id=pino-symbols
const { symbols } = pino;

interface PinoInternals {
  [symbols.chindingsSym]: string;
  readonly [symbols.serializersSym]: Readonly<Record<string, unknown>>;
  readonly [symbols.stringifiersSym]: Readonly<Record<string | symbol, unknown>>;
  readonly [symbols.nestedKeySym]?: string;
  readonly [symbols.formattersSym]?: { readonly log?: unknown };
  readonly [symbols.hooksSym]?: { readonly logMethod?: unknown };
}

/**
 * The shortest way into a logger. pino keeps the bindings of a child logger as text and copies them into each line; a
 * scan's fields, already text, go along with them, which spares pino from walking through an object of twenty fields. A
 * logger that does something to fields, or is not pino, gets the object.
 *
 * @param names Names of all fields that can occur.
 */
export function lineSink(logger: LoggerLike, names: readonly string[]): LineSink {
  if (!takesText(logger, names)) {
    return (level, fields, trace, message) => {
      logger[level](Object.assign(JSON.parse(`{${fields.slice(1)}}`), trace), message);
    };
  }
  // Inherits all that is changed on the logger later: its level, its bindings.
  const line = Object.create(logger) as LoggerLike & PinoInternals;
  return (level, fields, trace, message) => {
    line[symbols.chindingsSym] = logger[symbols.chindingsSym] + fields;
    line[level](trace, message);
  };
}

function takesText(logger: LoggerLike, names: readonly string[]): logger is LoggerLike & PinoInternals {
  const internals = logger as LoggerLike & Partial<PinoInternals>;
  const serializers = internals[symbols.serializersSym];
  const stringifiers = internals[symbols.stringifiersSym];
  // Undefined in a logger of another copy of pino, or of a version that works otherwise.
  if (typeof internals[symbols.chindingsSym] !== 'string' || serializers === undefined || stringifiers === undefined)
    return false;
  if (
    internals[symbols.nestedKeySym] ||
    internals[symbols.formattersSym]?.log ||
    internals[symbols.hooksSym]?.logMethod
  )
    return false;
  // `redact` and `serializers` of the application must see the fields they name.
  return (
    !(symbols.wildcardFirstSym in stringifiers) && !names.some((name) => name in serializers || name in stringifiers)
  );
}
