import { useRef } from 'preact/hooks';
import type { RecentEvent } from '../../src/api.js';
import { beginNearMark } from '../format/excerpt.js';
import { formatScore } from '../format/numbers.js';
import { formatAgo, formatWhole } from '../format/time.js';
import { FEEDBACK_NAMES, threatName } from '../format/words.js';
import { clock } from '../state/app.js';
import { useDerived } from '../state/store.js';
import { ActionBadge, SeverityLabel } from './badge.js';
import { EventDetails } from './event-details.js';
import { ChevronIcon } from './icons.js';
import { memo } from './memo.js';
import { Text } from './text.js';

/** Characters before the first mark: it must be in sight. */
const LEAD = 32;

interface EventRowProps {
  readonly event: RecentEvent;
  readonly isOpen: boolean;
  readonly onToggle: (scanId: string) => void;
  readonly hasFeedback: boolean;
}

/** One line of an event, which opens to all that is known of it. */
export const EventRow = memo(({ event, isOpen, onToggle, hasFeedback }: EventRowProps) => {
  const toggle = useRef<HTMLButtonElement>(null);
  const id = `event-${event.scanId}`;
  const close = (key: KeyboardEvent) => {
    if (key.key !== 'Escape' || !isOpen) return;
    toggle.current?.focus();
    onToggle(event.scanId);
  };
  return (
    <li class="event" onKeyDown={close}>
      <button
        ref={toggle}
        type="button"
        class="event-row"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => onToggle(event.scanId)}
      >
        <ActionBadge action={event.action} />
        <span class="event-threat">
          {event.threatType === null ? '–' : <Text text={threatName(event.threatType)} />}
          <SeverityLabel severity={event.severity} />
        </span>
        <span class="event-excerpt">
          <Excerpt event={event} />
        </span>
        <span class="event-source">{event.source}</span>
        <RiskMeter score={event.riskScore} />
        <Ago time={event.time} />
        <ChevronIcon />
        {event.feedback !== undefined && <span class="event-feedback">{FEEDBACK_NAMES[event.feedback]}</span>}
      </button>
      {isOpen && (
        <div class="event-details" id={id}>
          <EventDetails event={event} hasFeedback={hasFeedback} />
        </div>
      )}
    </li>
  );
});

/** The text around the finding, or what was found where the text is not captured. */
function Excerpt({ event: { excerpt, findings } }: Pick<EventRowProps, 'event'>) {
  if (excerpt !== undefined) {
    const { text, marks, cutBefore, cutAfter } = beginNearMark(excerpt, LEAD);
    return (
      <>
        {cutBefore && '…'}
        <Text text={text} marks={marks} />
        {cutAfter && '…'}
      </>
    );
  }
  const [finding] = findings;
  return finding === undefined ? <>No finding.</> : <Text text={finding.message} />;
}

function RiskMeter({ score }: { readonly score: number }) {
  return (
    <span class="risk">
      <span class="visually-hidden">risk</span>
      <span class="risk-score">{formatScore(score)}</span>
      <span class="risk-track" aria-hidden="true">
        <span
          class={score >= 0.5 ? 'risk-fill risk-fill-high' : 'risk-fill'}
          style={{ width: `${Math.round(score * 100)}%` }}
        />
      </span>
    </span>
  );
}

function Ago({ time }: { readonly time: number }) {
  const ago = useDerived(clock, (now) => formatAgo(time, now));
  return (
    <time class="event-time" dateTime={new Date(time).toISOString()} title={formatWhole(time)}>
      {ago}
    </time>
  );
}
