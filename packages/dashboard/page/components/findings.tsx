import type { RecentEvent } from '../../src/api.js';
import { formatScore } from '../format/numbers.js';
import { referenceUrl, threatName } from '../format/words.js';
import { look } from '../state/app.js';
import { SeverityLabel } from './badge.js';
import { Text } from './text.js';

/** What was found, and where one can read about it. */
export function Findings({ findings }: Pick<RecentEvent, 'findings'>) {
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
