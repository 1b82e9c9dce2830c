import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { plural } from '../format/words.js';
import { config, events, held, view } from '../state/app.js';
import { EMPTY_LIST } from '../state/event-list.js';
import { showWaiting } from '../state/live.js';
import { loadEvents, loadOlder } from '../state/load.js';
import { useStore } from '../state/store.js';
import { EventFilter } from './event-filter.js';
import { EventRow } from './event-row.js';
import { moveFocus } from './move-focus.js';
import { Nothing, Panel, Skeleton } from './panel.js';

/** What was not simply allowed, the newest first. Keeps still while someone points at it, reads in it or has scrolled. */
export function EventsPanel() {
  const { data = EMPTY_LIST, isLoading, error } = useStore(events);
  const current = useStore(view);
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const reading = useReading(expanded.size > 0);

  // Another view is another list.
  useEffect(() => setExpanded(new Set()), [current]);

  const toggle = useCallback((scanId: string) => {
    setExpanded((before) => {
      const next = new Set(before);
      if (!next.delete(scanId)) next.add(scanId);
      return next;
    });
  }, []);
  const waiting = data.waiting.length + data.skipped;
  const isFirst = isLoading && data.rows.length === 0;

  return (
    <Panel title="Recent events" area="events" tools={<EventFilter />} isStale={isFirst}>
      {error !== undefined && (
        <div class="inline-error" role="alert">
          {error}{' '}
          <button type="button" class="link" onClick={() => void loadEvents()}>
            Try again
          </button>
        </div>
      )}
      {/* The handlers only notice reading; what can be done is in buttons. */}
      <section class="events-scroll" aria-label="Events" ref={reading.ref} {...reading.handlers}>
        <div class="pill-place">
          {waiting > 0 && (
            <button
              type="button"
              class="pill"
              onClick={({ detail }) => {
                setExpanded(new Set());
                reading.toTop();
                showWaiting();
                // By the keyboard: the button goes, and the focus must not go with it.
                if (detail === 0) reading.ref.current?.querySelector<HTMLElement>('.event-row')?.focus();
              }}
            >
              {plural(waiting, 'new event')}
            </button>
          )}
        </div>
        {isFirst ? (
          <Skeleton heightPx={320} />
        ) : data.rows.length === 0 ? (
          <Nothing>{isFiltered(current) ? 'No events match.' : 'Nothing was flagged, redacted or blocked.'}</Nothing>
        ) : (
          <ul class="events" onKeyDown={(event) => moveFocus(event, '.event-row')}>
            {data.rows.map((event) => (
              <EventRow
                key={event.scanId}
                event={event}
                isOpen={expanded.has(event.scanId)}
                onToggle={toggle}
                hasFeedback={config.get()?.features.feedback ?? false}
              />
            ))}
          </ul>
        )}
        {data.next !== null && data.rows.length > 0 && (
          <button type="button" class="button load-more" disabled={isLoading} onClick={() => void loadOlder()}>
            {isLoading ? 'Loading…' : 'Load older events'}
          </button>
        )}
      </section>
    </Panel>
  );
}

function isFiltered({ threatType, source, action, search }: ReturnType<typeof view.get>): boolean {
  return [threatType, source, action, search].some((filter) => filter !== undefined);
}

const SCROLLED_PX = 24;

/** Whether someone reads: points at the list, has the focus in it, has scrolled it or opened a row. */
function useReading(hasOpen: boolean) {
  const ref = useRef<HTMLElement>(null);
  const [isOver, setOver] = useState(false);
  const [isInside, setInside] = useState(false);
  const [isScrolled, setScrolled] = useState(false);
  const isHeld = hasOpen || isOver || isInside || isScrolled;
  useEffect(() => held.set(isHeld), [isHeld]);
  useEffect(() => {
    // Where the list has no scroll bar of its own, the page is what is scrolled: then its top is above that of the window.
    const look = () => {
      const { scrollTop, scrollHeight, clientHeight } = ref.current!;
      const hidden = scrollHeight > clientHeight + 1 ? scrollTop : -ref.current!.getBoundingClientRect().top;
      setScrolled(hidden > SCROLLED_PX);
    };
    document.addEventListener('scroll', look, { capture: true, passive: true });
    return () => document.removeEventListener('scroll', look, { capture: true });
  }, []);
  return {
    ref,
    toTop() {
      setInside(false);
      setOver(false);
      setScrolled(false);
      ref.current?.scrollTo({ top: 0 });
      if (ref.current!.getBoundingClientRect().top < 0) ref.current!.parentElement?.scrollIntoView();
    },
    handlers: {
      // Not of touches, which have no end to it.
      onPointerEnter: ({ pointerType }: PointerEvent) => setOver(pointerType === 'mouse'),
      onPointerLeave: () => setOver(false),
      onFocusIn: () => setInside(true),
      onFocusOut: ({ relatedTarget }: FocusEvent) => setInside(ref.current!.contains(relatedTarget as Node | null)),
    },
  };
}
