import { ApiError, api } from '../api/client.js';
import { config, followHistory, phase, view } from './app.js';
import { backoffMs } from './backoff.js';
import { startLive } from './live.js';
import { askForLogin, loadAll, loadView } from './load.js';

let attempt = 0;

/** Asks what the page is to show, again and again until the server answers. */
async function enter(): Promise<void> {
  try {
    const answer = await api.config();
    attempt = 0;
    config.set(answer);
    phase.set('ready');
    loadAll();
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) {
      askForLogin(error);
      return;
    }
    phase.set('unreachable');
    setTimeout(enter, backoffMs(attempt++, Math.random()));
  }
}

export function start(): void {
  followHistory();
  view.subscribe(() => {
    if (phase.get() === 'ready') loadView();
  });
  startLive();
  void enter();
}

/** @throws ApiError when it is not the right one. */
export async function login(credentials: Readonly<Record<string, string>>): Promise<void> {
  await api.login(credentials);
  await enter();
}

export async function logout(): Promise<void> {
  await api.logout();
  // Nothing of what was shown may stay in memory for whoever sits down next.
  location.reload();
}
