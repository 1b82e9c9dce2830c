import { createStore } from './store.js';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: 'done' | 'failed';
}

const SHOWN_MS = 6_000;
const MAX_TOASTS = 3;

export const toasts = createStore<readonly Toast[]>([]);
let lastId = 0;

export function toast(text: string, kind: Toast['kind'] = 'done'): void {
  const id = ++lastId;
  toasts.update((shown) => [...shown, { id, text, kind }].slice(-MAX_TOASTS));
  setTimeout(() => dismiss(id), SHOWN_MS);
}

export function dismiss(id: number): void {
  toasts.update((shown) => shown.filter((other) => other.id !== id));
}
