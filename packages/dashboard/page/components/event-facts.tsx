import type { ComponentChildren } from 'preact';
import type { RecentEvent } from '../../src/api.js';
import { formatCount, formatLatency } from '../format/numbers.js';
import { formatWhole } from '../format/time.js';
import { look } from '../state/app.js';
import { CopyButton } from './copy-button.js';
import { Text } from './text.js';

/** Who, when, how long: what else is known of a scan. */
export function EventFacts({ event }: { readonly event: RecentEvent }) {
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

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
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
