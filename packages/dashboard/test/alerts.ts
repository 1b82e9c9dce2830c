import type { AlertSource } from '../src/index.js';
import { START } from './fake-clock.js';

/** An alert manager in which one alert fires. */
export function alertsOf(title: string): AlertSource {
  const alert = {
    fingerprint: 'f1',
    severity: 'warning',
    title,
    message: title,
    labels: { alertname: 'HighBlockRate' },
    startsAt: START,
  } as const;
  return {
    alerts: () => [{ alert }],
    history: () => [],
    silences: () => [],
    acknowledge: () => true,
    silence: () => ({ id: 's1' }),
    expireSilence: () => true,
  };
}
