import type { Source } from '@llm-sentinel/core';
import type { ComponentChildren } from 'preact';
import type { Summary } from '../../src/api.js';
import { formatCount, formatShare } from '../format/numbers.js';
import { look, view } from '../state/app.js';
import { useStore } from '../state/store.js';
import { Nothing, Panel, Skeleton } from './panel.js';
import { Text } from './text.js';

interface RankRow {
  readonly name: string;
  readonly scans: number;
  readonly blocked: number;
  readonly isOn?: boolean;
  readonly onClick: () => void;
}

/** Bars with names: length is scans, the dark part of it what was blocked. */
function RankList({ rows, hint }: { readonly rows: readonly RankRow[]; readonly hint: string }) {
  const max = Math.max(1, ...rows.map(({ scans }) => scans));
  return (
    <ol class="ranks">
      {rows.map(({ name, scans, blocked, isOn, onClick }) => (
        <li key={name}>
          <button type="button" class="rank" aria-pressed={isOn} title={hint} onClick={onClick}>
            <span class="rank-name">
              <Text text={name} />
            </span>
            <span class="rank-figures">
              {formatCount(scans)}
              <span class="rank-blocked">{formatShare(scans === 0 ? null : blocked / scans)} blocked</span>
            </span>
            <span class="rank-bar" aria-hidden="true">
              <span class="rank-bar-blocked" style={{ width: `${(blocked / max) * 100}%` }} />
              <span class="rank-bar-rest" style={{ width: `${((scans - blocked) / max) * 100}%` }} />
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

interface RankPanelProps {
  readonly title: string;
  readonly area: string;
  readonly note?: ComponentChildren;
  readonly rows: readonly RankRow[] | undefined;
  readonly hint: string;
}

function RankPanel({ title, area, rows, hint, note }: RankPanelProps) {
  return (
    <Panel title={title} area={area} note={note} isStale={rows === undefined}>
      {rows === undefined ? (
        <Skeleton heightPx={160} />
      ) : rows.length === 0 ? (
        <Nothing>Nothing in this range.</Nothing>
      ) : (
        <RankList rows={rows} hint={hint} />
      )}
    </Panel>
  );
}

const RULES_SHOWN = 8;

/** Which rules found most. A click looks for their events. */
export function RulesPanel({ data }: { readonly data: Summary | undefined }) {
  const { search } = useStore(view);
  const rows = data?.topRules.slice(0, RULES_SHOWN).map(({ rule, ...counts }) => ({
    name: rule,
    ...counts,
    isOn: search === rule,
    onClick: () => look({ search: search === rule ? undefined : rule }),
  }));
  return <RankPanel title="Top rules" area="rules" rows={rows} hint="Show the events of this rule" />;
}

/** Where texts come from. A click looks at one source only. */
export function SourcesPanel({ data }: { readonly data: Summary | undefined }) {
  const { source: chosen } = useStore(view);
  const toggle = (source: Source) => look({ source: chosen === source ? undefined : source });
  const rows = data?.sources
    .filter(({ scans }) => scans > 0)
    .map(({ source, ...counts }) => ({
      name: source,
      ...counts,
      isOn: source === chosen,
      onClick: () => toggle(source),
    }));
  return <RankPanel title="By source" area="sources" rows={rows} hint="Look at this source only" />;
}
