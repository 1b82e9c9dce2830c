import { recall, remember } from './remembered.js';
import { createStore } from './store.js';

/** What was chosen, and what the system wants when nothing was. */
export type Theme = 'light' | 'dark';

const system = matchMedia('(prefers-color-scheme: dark)');

function chosen(): Theme | null {
  const kept = recall('theme');
  return kept === 'light' || kept === 'dark' ? kept : null;
}

const current = (): Theme => chosen() ?? (system.matches ? 'dark' : 'light');

export const theme = createStore<Theme>(current());

function apply(): void {
  document.documentElement.dataset.theme = current();
  theme.set(current());
}

/** Before anything is drawn: no flash of the other theme. */
export function startTheme(): void {
  apply();
  system.addEventListener('change', apply);
}

/** Changes to the other theme. Whoever comes back to the system's own follows it again. */
export function toggleTheme(): void {
  const next: Theme = current() === 'dark' ? 'light' : 'dark';
  remember('theme', next === (system.matches ? 'dark' : 'light') ? null : next);
  apply();
}
