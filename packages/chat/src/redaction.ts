import { createVault, redact, restore, type ScanResult, type Vault } from '@llm-sentinel/core';

const PLACEHOLDER = /\[[A-Z][A-Z0-9_]*_\d+\]/g;

/** What one request has hidden, and what of it may be shown again. */
export interface Hiding {
  readonly vault: Vault;
  /**
   * The part of a scanned text that begins at `from`, without what was found in it.
   *
   * @param isOwn - The user's own data: answers and calls of tools may hold it.
   */
  hide(part: string, from: number, result: ScanResult, isOwn: boolean): string;
  /** True for a placeholder of the user's own data. */
  isOwn(placeholder: string): boolean;
  /** The user's own data in place of its placeholders. */
  show(text: string): string;
}

export function createHiding(): Hiding {
  const vault = createVault();
  const own = new Set<string>();
  return {
    vault,
    hide(part, from, result, isOwn) {
      const to = from + part.length;
      const findings = result.findings
        .filter(({ start, end }) => end > from && start < to)
        .map((finding) => ({
          ...finding,
          start: Math.max(0, finding.start - from),
          end: Math.min(part.length, finding.end - from),
        }));
      const { text, placeholders } = redact(part, { ...result, findings, inputLength: part.length }, { vault });
      if (isOwn) for (const placeholder of placeholders) own.add(placeholder);
      return text;
    },
    isOwn: (placeholder) => own.has(placeholder),
    show: (text) =>
      own.size === 0
        ? text
        : text.replace(PLACEHOLDER, (placeholder) =>
            own.has(placeholder) ? restore(placeholder, vault) : placeholder,
          ),
  };
}
