import type { Summary, TrendPoint } from '../../src/api.js';
import { groupSize, rebin } from '../charts/rebin.js';
import { Sparkline } from '../charts/sparkline.js';
import { before, look, summary, view } from '../state/app.js';
import { useStore } from '../state/store.js';
import { type Change, changeOf } from './change.js';
import { TILE_KINDS, type TileKind } from './tile-kinds.js';

const SPARK_POINTS = 36;

/** The figures that say at a glance whether all is as always. */
export function Tiles() {
  const { data } = useStore(summary);
  const earlier = useStore(before);
  return (
    <section aria-label="Overview" class="area-tiles">
      <ul class="tiles">
        {TILE_KINDS.map((kind) => (
          <li key={kind.name}>
            <Tile kind={kind} data={data} earlier={earlier} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface TileProps {
  readonly kind: TileKind;
  readonly data: Summary | undefined;
  readonly earlier: Summary | undefined;
}

function Tile({ kind, data, earlier }: TileProps) {
  const { action: chosen } = useStore(view);
  const { name, action, color, course } = kind;
  const inner = (
    <>
      <span class="tile-name">{name}</span>
      {data === undefined ? (
        <span class="skeleton tile-skeleton" />
      ) : (
        <>
          <ChangeLabel
            change={earlier && earlier.scans > 0 ? changeOf(kind.value(data), kind.value(earlier)) : undefined}
            isBad={kind.isBad ?? false}
          />
          <span class="tile-value">{kind.format(kind.value(data))}</span>
          {course !== undefined && <Sparkline values={courseOf(data, course)} color={color} />}
          {kind.hint !== undefined && <span class="tile-hint">{kind.hint(data)}</span>}
        </>
      )}
    </>
  );
  if (action === undefined) return <div class="tile">{inner}</div>;
  const isOn = chosen === action;
  return (
    <button
      type="button"
      class="tile"
      aria-pressed={isOn}
      title={isOn ? 'Show all events' : 'Show these events only'}
      onClick={() => look({ action: isOn ? undefined : action })}
    >
      {inner}
    </button>
  );
}

/** Few enough points for a small line. The last one has only begun, and would make every line fall. */
function courseOf(
  { trend, stepMs }: Summary,
  course: (point: TrendPoint) => number | null,
): readonly (number | null)[] {
  const size = groupSize(trend.length, SPARK_POINTS);
  return rebin(trend, stepMs, size).slice(0, -1).map(course);
}

interface ChangeLabelProps {
  readonly change: Change | undefined;
  readonly isBad: boolean;
}

/** Against the range of the same length before. */
function ChangeLabel({ change, isBad }: ChangeLabelProps) {
  if (change === undefined) return <span class="tile-change" />;
  const { direction, text } = change;
  const tone = direction === 'same' || !isBad ? 'plain' : direction === 'up' ? 'bad' : 'good';
  const sign = { up: '↑', down: '↓', same: '' }[direction];
  return (
    <span class={`tile-change tone-${tone}`} title="Against the range of the same length before">
      <span aria-hidden="true">{sign}</span>
      <span class="visually-hidden">{{ up: 'up', down: 'down', same: '' }[direction]}</span> {text}
    </span>
  );
}
