// What a layer of a text means: the concept rules that match, and how suspicious its worst window is.
import { createSweep } from '../engines/seen.js';
import { readWords } from '../engines/sweep.js';
import type { TextLayer } from '../normalize/layer.js';
import type { Finding, Source } from '../result.js';
import { classifierFor, type Model, type Sign, type WindowVerdict } from './classifier.js';
import { type ConceptMatch, type ConceptRule, createConceptRuleFinder } from './concept-rule.js';
import { createMentions, matcherFor } from './lexicon.js';
import type { Tokens } from './tokens.js';

/** Name of the engine that reports concept rules. */
export const MEANING_ENGINE = 'meaning';

/** The most suspicious window of all layers. */
export interface Suspicion {
  readonly layer: TextLayer;
  readonly window: WindowVerdict;
}

export interface MeaningReader {
  /** Reads a layer whose words are known. Adds what concept rules find to `findings`. */
  read(layer: TextLayer, words: Tokens, source: Source, findings: Finding[]): WindowVerdict;
  /** The concepts that made a window suspicious, the strongest first; offsets in the layer's text. */
  explain(suspicion: Suspicion, source: Source, limit: number): readonly Sign[];
}

/** Keeps scratch memory, so it is not reentrant; make one per scanner. */
export function createMeaningReader(model: Model, rules: readonly ConceptRule[]): MeaningReader {
  const mentions = createMentions();
  const match = matcherFor(model.lexicon);
  const findRules = createConceptRuleFinder(rules, model.lexicon.concepts);
  const { judge, explain } = classifierFor(model);
  const seen = createSweep();
  /** What `mentions` is about. The verdict and not the layer, whose text must not outlive its scan. */
  let latest: { window: WindowVerdict; words: Tokens } | null = null;

  /** Whether the window is all of the layer that was read last: then its words and mentions need not be found again. */
  function isAllOf(words: Tokens, { start, end }: WindowVerdict): boolean {
    return words.count > 0 && words.start[0] === start && words.end[words.count - 1] === end;
  }

  return {
    read(layer, words, source, findings) {
      match(layer.text, words, mentions);
      for (const found of findRules(words, mentions, source)) findings.push(toFinding(found, layer, words));
      const window = judge(words, mentions, source, layer.decodedFrom.length > 0);
      latest = { window, words };
      return window;
    },
    explain({ layer, window }, source, limit) {
      const encoded = layer.decodedFrom.length > 0;
      if (latest?.window === window && isAllOf(latest.words, window)) {
        return explain(latest.words, mentions, source, encoded, limit);
      }
      latest = null;
      const text = layer.text.slice(window.start, window.end);
      const words = readWords(text, seen);
      match(text, words, mentions);
      return explain(words, mentions, source, encoded, limit).map((sign) => ({
        ...sign,
        start: window.start + sign.start,
        end: window.start + sign.end,
      }));
    },
  };
}

function toFinding({ rule, firstToken, endToken }: ConceptMatch, layer: TextLayer, words: Tokens): Finding {
  const { start, end } = layer.locateText(words.start[firstToken] as number, words.end[endToken - 1] as number);
  const finding: { -readonly [Key in keyof Finding]: Finding[Key] } = {
    engine: MEANING_ENGINE,
    rule: rule.id,
    threatType: rule.threatType,
    severity: rule.severity,
    score: rule.score,
    start,
    end,
    message: rule.message,
  };
  // Spread, these would take half the time of a finding.
  if (layer.decodedFrom.length > 0) finding.decodedFrom = layer.decodedFrom;
  if (rule.references !== undefined) finding.references = rule.references;
  if (rule.experimental === true) finding.experimental = true;
  return finding;
}
