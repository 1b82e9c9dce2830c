import type { RecentEvent } from '../../src/api.js';
import { formatCount, formatLatency, formatScore } from '../format/numbers.js';
import { formatWhole } from '../format/time.js';
import { FEEDBACK_NAMES, referenceUrl, threatName } from '../format/words.js';
import { giveFeedback } from '../state/actions.js';
import { look } from '../state/app.js';
import { SeverityLabel } from './badge.js';
import { CopyButton } from './copy-button.js';
import { CheckIcon, CloseIcon } from './icons.js';
import { Text } from './text.js';

interface EventDetailsProps {
  readonly event: RecentEvent;
  readonly hasFeedback: boolean;
}

export function EventDetails({ event, hasFeedback }: EventDetailsProps) {
  const { excerpt } = event;
  return (
    <>
      {excerpt === undefined ? (
        <p class="hint">The text was not captured: the scanner's option `captureText` decides whether it is.</p>
      ) : (
        <p class="excerpt">
          {excerpt.cutBefore && '…'}
          <Text text={excerpt.text} marks={excerpt.marks} isBroken />
          {excerpt.cutAfter && '…'}
        </p>
      )}
      <div class="details-columns">
        <Findings findings={event.findings} />
        <div class="details-side">
          <Facts event={event} />
          {hasFeedback && <Feedback event={event} />}
        </div>
      </div>
    </>
  );
}

function Findings({ findings }: Pick<RecentEvent, 'findings'>) {
  return (
    <ul class="findings" aria-label="Findings">
      {findings.map(({ rule, engine, threatType, severity, score, message, entity, references = [] }, index) => (
        <li class="finding" key={`${rule}-${index}`}>
          <p class="finding-message">
            <Text text={message} />
          </p>
          <p class="finding-facts">
            <button
              type="button"
              class="rule"
              title="Show the events of this rule"
              onClick={() => look({ search: rule })}
            >
              <Text text={rule} />
            </button>
            <SeverityLabel severity={severity} />
            <span>
              <Text text={threatName(threatType)} />
            </span>
            <span>score {formatScore(score)}</span>
            <span>
              <Text text={engine} />
            </span>
            {entity !== undefined && (
              <span>
                <Text text={entity} />
              </span>
            )}
            {references.map((reference) => (
              <Reference reference={reference} key={reference} />
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Reference({ reference }: { readonly reference: string }) {
  const url = referenceUrl(reference);
  if (url === undefined) {
    return (
      <span class="reference">
        <Text text={reference} />
      </span>
    );
  }
  return (
    <a class="reference" href={url} target="_blank" rel="noopener noreferrer">
      {reference}
    </a>
  );
}

function Facts({ event }: Pick<EventDetailsProps, 'event'>) {
  const { scanId, user, session, requestId, time, latencyMs, inputLength } = event;
  return (
    <dl class="facts">
      <Fact name="Time">{formatWhole(time)}</Fact>
      <Fact name="Scan">
        <Id id={scanId} />
      </Fact>
      {user !== undefined && (
        <Fact name="User">
          <Id id={user} isSearched />
        </Fact>
      )}
      {session !== undefined && (
        <Fact name="Session">
          <Id id={session} isSearched />
        </Fact>
      )}
      {requestId !== undefined && (
        <Fact name="Request">
          <Id id={requestId} />
        </Fact>
      )}
      <Fact name="Length">{formatCount(inputLength)} characters</Fact>
      <Fact name="Latency">{formatLatency(latencyMs)}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: preact.ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface IdProps {
  readonly id: string;
  /** A pseudonym: what else came of it can be looked for. */
  readonly isSearched?: boolean;
}

function Id({ id, isSearched = false }: IdProps) {
  return (
    <span class="id">
      {isSearched ? (
        <button type="button" class="link" title="Show all of its events" onClick={() => look({ search: id })}>
          <Text text={id} />
        </button>
      ) : (
        <Text text={id} />
      )}
      <CopyButton text={id} />
    </span>
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
