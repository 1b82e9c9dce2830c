/** What this browser keeps between visits. Storage may be forbidden: then nothing is kept. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`llm-sentinel.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`llm-sentinel.${name}`);
    else localStorage.setItem(`llm-sentinel.${name}`, value);
  } catch {
    // Private windows of some browsers forbid it.
  }
}
