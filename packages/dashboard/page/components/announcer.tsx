import { useEffect, useRef, useState } from 'preact/hooks';
import { plural } from '../format/words.js';
import { events } from '../state/app.js';
import { EMPTY_LIST } from '../state/event-list.js';

/** At most so often, however much happens: who listens must hear other things too. */
const SPOKEN_MS = 20_000;

/** Tells screen readers what came in, in one sentence. */
export function Announcer() {
  const [said, setSaid] = useState('');
  const newest = useRef(Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      const { rows, waiting } = events.get().data ?? EMPTY_LIST;
      const fresh = [...waiting, ...rows].filter(({ time }) => time > newest.current);
      if (fresh.length === 0) return;
      newest.current = Math.max(...fresh.map(({ time }) => time));
      const blocked = fresh.filter(({ action }) => action === 'block').length;
      setSaid(`${plural(fresh.length, 'new event')}, ${blocked} blocked.`);
    }, SPOKEN_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <p class="visually-hidden" aria-live="polite">
      {said}
    </p>
  );
}
