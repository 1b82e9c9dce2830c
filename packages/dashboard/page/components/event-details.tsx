import type { RecentEvent } from '../../src/api.js';
import { FEEDBACK_NAMES } from '../format/words.js';
import { giveFeedback } from '../state/actions.js';
import { EventFacts } from './event-facts.js';
import { Findings } from './findings.js';
import { CheckIcon, CloseIcon } from './icons.js';
import { Text } from './text.js';

interface EventDetailsProps {
  readonly event: RecentEvent;
  readonly hasFeedback: boolean;
}

/** All that is known of an event, and what a person may say of it. */
export function EventDetails({ event, hasFeedback }: EventDetailsProps) {
  const { excerpt } = event;
  return (
    <>
      {excerpt === undefined ? (
        <p class="hint">The text was not captured: the scanner's option `captureText` decides whether it is.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
        <p class="excerpt" tabIndex={0}>
          {excerpt.cutBefore && '…'}
          <Text text={excerpt.text} marks={excerpt.marks} isBroken />
          {excerpt.cutAfter && '…'}
        </p>
      )}
      <div class="details-columns">
        <Findings findings={event.findings} />
        <div class="details-side">
          <EventFacts event={event} />
          {hasFeedback && <Feedback event={event} />}
        </div>
      </div>
    </>
  );
}

const CHOICES = [
  { verdict: 'confirmed', Icon: CheckIcon },
  { verdict: 'false_positive', Icon: CloseIcon },
] as const;

/** A person's judgement, which reaches the adapters and so the metrics and the queue of reviews. */
function Feedback({ event }: Pick<EventDetailsProps, 'event'>) {
  return (
    <fieldset class="feedback">
      <legend>Was this right?</legend>
      {CHOICES.map(({ verdict, Icon }) => (
        <button
          type="button"
          class="button"
          key={verdict}
          aria-pressed={event.feedback === verdict}
          onClick={() => void giveFeedback(event, verdict)}
        >
          <Icon />
          {FEEDBACK_NAMES[verdict]}
        </button>
      ))}
    </fieldset>
  );
}
