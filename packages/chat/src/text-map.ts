import type { Source } from '@llm-sentinel/core';

/**
 * Takes each text of a value and answers what stands in its place. Texts of the same `unit` (a message, a document) and source are
 * scanned as one, so that an attack cut into parts is seen whole; when it is withheld, all of the unit is.
 */
export interface TextVisitor {
  /** @param unit - Any value that is the same for texts that belong together. @default one unit for all texts of a source */
  (text: string, source: Source, unit?: unknown): string;
  /** For the key of a member: scanned together with the text that follows, replaced only when its unit is withheld. */
  key(text: string, source: Source, unit?: unknown): string;
}

/**
 * Answers a copy of `value` in which each text is what `visit` made of it. It is called twice, first to read and then to write, so
 * it must be pure and visit in the same order.
 */
export type TextMap<T> = (value: T, visit: TextVisitor) => T;

/** One text of a passage. */
export interface Part {
  readonly text: string;
  readonly isKey: boolean;
}

/** Texts that are scanned as one. */
export interface Passage {
  readonly source: Source;
  readonly parts: Part[];
}

/** The passages of a value, in the order in which they begin. */
export function readPassages<T>(value: T, map: TextMap<T>): Passage[] {
  const index = passageIndex();
  map(
    value,
    visitor((text, source, unit, isKey) => {
      index.of(source, unit).parts.push({ text, isKey });
      return text;
    }),
  );
  return index.passages;
}

/** The value with other texts: `texts` has a list for each passage that `readPassages` answered. */
export function writePassages<T>(value: T, map: TextMap<T>, texts: readonly (readonly string[])[]): T {
  const index = passageIndex();
  return map(
    value,
    visitor((text, source, unit, isKey) => {
      const passage = index.of(source, unit);
      passage.parts.push({ text, isKey });
      const written = texts[index.passages.indexOf(passage)]?.[passage.parts.length - 1];
      // A map that answers differently the second time would let a text through that was never scanned.
      if (written === undefined) throw new TypeError('[@llm-sentinel/chat] A map must visit the same texts each time.');
      return written;
    }),
  );
}

type Visit = (text: string, source: Source, unit: unknown, isKey: boolean) => string;

function visitor(visit: Visit): TextVisitor {
  return Object.assign((text: string, source: Source, unit?: unknown) => visit(text, source, unit, false), {
    key: (text: string, source: Source, unit?: unknown) => visit(text, source, unit, true),
  });
}

function passageIndex() {
  const bySource = new Map<Source, Map<unknown, Passage>>();
  const passages: Passage[] = [];
  return {
    passages,
    of(source: Source, unit: unknown): Passage {
      const byUnit = bySource.get(source) ?? new Map<unknown, Passage>();
      bySource.set(source, byUnit);
      const known = byUnit.get(unit);
      if (known !== undefined) return known;
      const passage: Passage = { source, parts: [] };
      byUnit.set(unit, passage);
      passages.push(passage);
      return passage;
    },
  };
}
