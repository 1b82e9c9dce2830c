import { useEffect, useState } from 'preact/hooks';
import { ACTION_NAMES } from '../format/words.js';
import { look, view } from '../state/app.js';
import { useStore } from '../state/store.js';
import { SearchIcon } from './icons.js';

const ACTIONS = ['block', 'redact', 'flag'] as const;
const TYPING_MS = 300;

/** What part of the events to list. */
export function EventFilter() {
  const { action, search = '' } = useStore(view);
  const [typed, setTyped] = useState(search);

  useEffect(() => setTyped(search), [search]);
  // Not with every key: each search is a request.
  useEffect(() => {
    if (typed === search) return;
    const timer = setTimeout(() => look({ search: typed.trim() || undefined }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, search]);

  return (
    <search class="event-filter">
      <select
        aria-label="Action"
        value={action ?? ''}
        onChange={({ currentTarget: { value } }) => look({ action: ACTIONS.find((known) => known === value) })}
      >
        <option value="">All actions</option>
        {ACTIONS.map((name) => (
          <option value={name} key={name}>
            {ACTION_NAMES[name]}
          </option>
        ))}
      </select>
      <span class="search-field">
        <SearchIcon />
        <input
          type="search"
          aria-label="Search events by rule, scan, user or session"
          placeholder="Rule, scan, user, session"
          value={typed}
          maxLength={200}
          onInput={({ currentTarget: { value } }) => setTyped(value)}
        />
      </span>
    </search>
  );
}
