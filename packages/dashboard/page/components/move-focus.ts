const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Moves the focus among the matching elements of a container by arrow keys, Home and End. Keys typed elsewhere keep their meaning. */
export function moveFocus(event: KeyboardEvent, selector: string): void {
  const container = event.currentTarget as HTMLElement;
  const target = (event.target as HTMLElement).closest<HTMLElement>(selector);
  if (target === null || event.ctrlKey || event.metaKey || event.altKey) return;
  const all = [...container.querySelectorAll<HTMLElement>(selector)];
  const next = nextIndex(event.key, all.indexOf(target), all.length);
  if (next === undefined) return;
  event.preventDefault();
  all[next]?.focus();
}

function nextIndex(key: string, index: number, count: number): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEPS[key];
  return step === undefined ? undefined : Math.min(count - 1, Math.max(0, index + step));
}
