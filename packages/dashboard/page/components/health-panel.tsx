import type { HealthView } from '../../src/api.js';
import { formatCount, formatShare } from '../format/numbers.js';
import { plural } from '../format/words.js';
import { health } from '../state/app.js';
import { useStore } from '../state/store.js';
import { StatusLabel } from './badge.js';
import { Nothing, Panel, Skeleton } from './panel.js';
import { Text } from './text.js';

/** Whether what watches is well itself. */
export function HealthPanel() {
  const { data, error } = useStore(health);
  return (
    <Panel
      title="Health"
      area="health"
      note={data && <StatusLabel status={data.status} />}
      isStale={data === undefined && error === undefined}
    >
      {data === undefined ? (
        error === undefined ? (
          <Skeleton heightPx={200} />
        ) : (
          <Nothing>{error}</Nothing>
        )
      ) : (
        <Parts view={data} />
      )}
    </Panel>
  );
}

function Parts({ view: { engines, adapters, cache, parts, version } }: { readonly view: HealthView }) {
  const asked = cache.hits + cache.misses;
  return (
    <div class="health">
      <table class="health-table">
        <thead>
          <tr>
            <th scope="col">Adapter</th>
            <th scope="col">Queue</th>
            <th scope="col">Dropped</th>
            <th scope="col">Errors</th>
            <th scope="col">
              <span class="visually-hidden">Status</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {adapters.map(({ name, status, detail, queued, dropped, errors }) => (
            <tr key={name}>
              <th scope="row">
                <Text text={name} />
                {detail !== undefined && (
                  <span class="health-detail">
                    <Text text={detail} />
                  </span>
                )}
              </th>
              <td>{formatCount(queued)}</td>
              <td class={dropped > 0 ? 'is-bad' : undefined}>{formatCount(dropped)}</td>
              <td class={errors > 0 ? 'is-bad' : undefined}>{formatCount(errors)}</td>
              <td>
                <StatusLabel status={status} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3 class="health-title">Engines</h3>
      <ul class="engines">
        {engines.map(({ name, status, errors }) => (
          <li class="engine" key={name}>
            <StatusLabel status={status} isShort />
            <Text text={name} />
            {errors > 0 && <span class="is-bad">{plural(errors, 'error')}</span>}
          </li>
        ))}
      </ul>
      {parts.length > 0 && <h3 class="health-title">Parts</h3>}
      <ul class="health-list">
        {parts.map(({ name, status, detail }) => (
          <li key={name}>
            <span>
              <Text text={name} />
              {detail !== undefined && (
                <span class="health-detail">
                  <Text text={detail} />
                </span>
              )}
            </span>
            <StatusLabel status={status} />
          </li>
        ))}
      </ul>
      <dl class="facts health-facts">
        <div class="fact">
          <dt>Cache</dt>
          <dd>
            {formatShare(asked === 0 ? null : cache.hits / asked)} hits, {formatCount(cache.entries)} entries
          </dd>
        </div>
        <div class="fact">
          <dt>Version</dt>
          <dd>
            <Text text={version} />
          </dd>
        </div>
      </dl>
    </div>
  );
}
