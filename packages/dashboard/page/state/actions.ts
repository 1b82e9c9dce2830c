import type { AlertView, RecentEvent } from '../../src/api.js';
import { api, type SilenceRequest } from '../api/client.js';
import { FEEDBACK_NAMES } from '../format/words.js';
import { alerts, events } from './app.js';
import { EMPTY_LIST, replaceEvent } from './event-list.js';
import { explainError, loadAlerts } from './load.js';
import { recall, remember } from './remembered.js';
import { toast } from './toasts.js';

const NAME = 'name';

/** Who acknowledges and silences, as they said the last time. */
export const myName = () => recall(NAME) ?? '';
export const setMyName = (name: string) => remember(NAME, name || null);

/** Shows the verdict at once, and takes it back when the server does not take it. */
export async function giveFeedback(event: RecentEvent, verdict: NonNullable<RecentEvent['feedback']>): Promise<void> {
  const { scanId, feedback: earlier } = event;
  setFeedback(scanId, verdict);
  try {
    await api.feedback({ scanId, verdict });
    toast(`${FEEDBACK_NAMES[verdict]}: noted.`);
  } catch (error) {
    setFeedback(scanId, earlier);
    toast(`Not noted. ${explainError(error)}`, 'failed');
  }
}

function setFeedback(scanId: string, feedback: RecentEvent['feedback'] | undefined): void {
  events.update((old) => ({
    ...old,
    data: replaceEvent(old.data ?? EMPTY_LIST, scanId, ({ feedback: _, ...event }) => ({
      ...event,
      ...(feedback !== undefined && { feedback }),
    })),
  }));
}

export async function acknowledge({ fingerprint, title }: AlertView): Promise<void> {
  const undo = alerts.get();
  alerts.update((old) => ({
    ...old,
    ...(old.data && {
      data: {
        ...old.data,
        firing: old.data.firing.map((alert) =>
          alert.fingerprint === fingerprint ? { ...alert, acknowledged: true } : alert,
        ),
      },
    }),
  }));
  try {
    await api.acknowledge(fingerprint, myName() || undefined);
    toast(`Acknowledged: ${title}`);
    await loadAlerts();
  } catch (error) {
    alerts.set(undo);
    toast(`Not acknowledged. ${explainError(error)}`, 'failed');
  }
}

/** Whether it worked. */
export async function silence(request: SilenceRequest): Promise<boolean> {
  try {
    await api.silence(request);
    toast('Silenced.');
    await loadAlerts();
    return true;
  } catch (error) {
    toast(`Not silenced. ${explainError(error)}`, 'failed');
    return false;
  }
}

export async function expireSilence(id: string): Promise<void> {
  try {
    await api.expireSilence(id);
    toast('The silence has ended.');
    await loadAlerts();
  } catch (error) {
    toast(`The silence goes on. ${explainError(error)}`, 'failed');
  }
}
