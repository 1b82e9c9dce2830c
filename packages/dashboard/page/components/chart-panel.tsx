import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { formatMoment } from '../format/time.js';
import { look, summary } from '../state/app.js';
import type { Span } from '../state/ranges.js';
import { useStore } from '../state/store.js';
import { ChartIcon, TableIcon } from './icons.js';
import { Nothing, Panel, Skeleton } from './panel.js';
import { Text } from './text.js';

/** The figures of a chart, for whoever does not see it or has no mouse to drag. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly span: Span; readonly values: readonly string[] }[];
}

interface ChartPanelProps {
  readonly title: string;
  readonly area: string;
  readonly note?: ComponentChildren;
  /** In one sentence, what a glance at the chart tells. */
  readonly summary: string;
  readonly table: () => ChartTable;
  readonly legend?: ComponentChildren;
  readonly heightPx: number;
  readonly isEmpty: boolean;
  readonly children: ComponentChildren;
}

/** A chart that can be turned into a table, whose rows zoom as dragging on the chart does. */
export function ChartPanel({
  title,
  area,
  note,
  summary: sentence,
  table,
  legend,
  heightPx,
  isEmpty,
  children,
}: ChartPanelProps) {
  const [asTable, setAsTable] = useState(false);
  const { data, isLoading } = useStore(summary);
  const tools = (
    <button
      type="button"
      class="tool"
      aria-pressed={asTable}
      aria-label={`${title} as a table`}
      title={asTable ? 'Show the chart' : 'Show as a table'}
      onClick={() => setAsTable(!asTable)}
    >
      {asTable ? <ChartIcon /> : <TableIcon />}
    </button>
  );
  return (
    <Panel title={title} area={area} note={note} tools={tools} isStale={isLoading && data === undefined}>
      {data === undefined ? (
        <Skeleton heightPx={heightPx} />
      ) : (
        <>
          {legend}
          {asTable ? (
            <FiguresTable title={title} table={table()} heightPx={heightPx} />
          ) : isEmpty ? (
            <Nothing>Nothing in this range.</Nothing>
          ) : (
            <>
              <p class="visually-hidden">{sentence}</p>
              {children}
            </>
          )}
        </>
      )}
    </Panel>
  );
}

interface FiguresTableProps {
  readonly title: string;
  readonly table: ChartTable;
  readonly heightPx: number;
}

function FiguresTable({ title, table: { columns, rows }, heightPx }: FiguresTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section class="figures" style={{ minHeight: `${heightPx}px` }} tabIndex={0} aria-label={`${title}, figures`}>
      <table>
        <thead>
          <tr>
            <th scope="col">Time</th>
            {columns.map((name) => (
              <th scope="col" key={name}>
                <Text text={name} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows].reverse().map(({ span, values }) => (
            <tr key={span.from}>
              <th scope="row">
                <button type="button" class="link" title="Look at this time only" onClick={() => look({ range: span })}>
                  {formatMoment(span.from)}
                </button>
              </th>
              {values.map((value, index) => (
                <td key={columns[index]}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
