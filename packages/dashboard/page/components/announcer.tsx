import { useEffect, useRef, useState } from 'preact/hooks';
import { toVisible } from '../format/visible-text.js';
import { plural } from '../format/words.js';
import { alerts, config, events } from '../state/app.js';
import { EMPTY_LIST } from '../state/event-list.js';
import { useStore } from '../state/store.js';

/** At most so often, however much happens: who listens must hear other things too. */
const SPOKEN_MS = 20_000;

/** Tells screen readers what came in, in one sentence or two, and whoever looks at another tab how many alerts wait. */
export function Announcer() {
  const [said, setSaid] = useState('');
  const newest = useRef(Date.now());
  useTitle();
  useEffect(() => {
    const timer = setInterval(() => {
      const { rows, waiting } = events.get().data ?? EMPTY_LIST;
      const fresh = [...waiting, ...rows].filter(({ time }) => time > newest.current);
      const fired = alerts.get().data?.firing.filter(({ startsAt }) => startsAt > newest.current) ?? [];
      if (fresh.length + fired.length === 0) return;
      newest.current = Math.max(...fresh.map(({ time }) => time), ...fired.map(({ startsAt }) => startsAt));
      const blocked = fresh.filter(({ action }) => action === 'block').length;
      const newAlerts = fired.map(({ title }) => `New alert: ${toVisible(title)}.`);
      setSaid([...newAlerts, `${plural(fresh.length, 'new event')}, ${blocked} blocked.`].join(' '));
    }, SPOKEN_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <p class="visually-hidden" aria-live="polite">
      {said}
    </p>
  );
}

/** `(2) LLM Sentinel` while two alerts fire that nobody takes care of. */
function useTitle(): void {
  const { title = 'LLM Sentinel' } = useStore(config) ?? {};
  const { data } = useStore(alerts);
  const waiting = data?.firing.filter(({ acknowledged, silenced }) => !acknowledged && !silenced).length ?? 0;
  useEffect(() => {
    document.title = waiting === 0 ? title : `(${waiting}) ${title}`;
  }, [waiting, title]);
}
