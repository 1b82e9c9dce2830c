import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface PanelProps {
  readonly title: string;
  /** Where it stands on the page: the name of a grid area. */
  readonly area: string;
  /** Beside the title, at the end of its line. */
  readonly tools?: ComponentChildren;
  readonly note?: ComponentChildren;
  /** What is shown is old: something newer is on its way. */
  readonly isStale?: boolean;
  readonly children: ComponentChildren;
}

export function Panel({ title, area, tools, note, isStale = false, children }: PanelProps) {
  const id = useId();
  return (
    <section class={`panel area-${area}`} aria-labelledby={id} aria-busy={isStale}>
      <header class="panel-head">
        <h2 id={id}>{title}</h2>
        {note !== undefined && <span class="panel-note">{note}</span>}
        {tools !== undefined && <div class="panel-tools">{tools}</div>}
      </header>
      {children}
    </section>
  );
}

/** What stands in a panel before there is anything. */
export function Skeleton({ heightPx }: { readonly heightPx: number }) {
  return <div class="skeleton" style={{ height: `${heightPx}px` }} aria-hidden="true" />;
}

export function Nothing({ children }: { readonly children: ComponentChildren }) {
  return <p class="nothing">{children}</p>;
}
