/** One query of a panel, and how its lines are called: `{{label}}` stands for the value of a label. */
export interface Query {
  readonly expr: string;
  readonly legend?: string;
}

type Color = 'green' | 'yellow' | 'orange' | 'red' | 'blue' | 'purple';

/** A colour from a value on; the first holds for everything below the second. */
export type Thresholds = readonly (readonly [from: number | null, color: Color])[];

/** What a panel shows. How it is drawn follows from its kind, so that panels of one kind look alike. */
export interface PanelSpec {
  readonly kind: 'timeseries' | 'stat' | 'gauge' | 'heatmap' | 'piechart' | 'table';
  readonly title: string;
  /** What the number means, and what to make of it. */
  readonly description: string;
  /** A unit of Grafana. */
  readonly unit: 'short' | 'reqps' | 'percentunit' | 's' | 'bytes' | 'none';
  readonly queries: readonly Query[];
  /** Of 24 columns. */
  readonly width: number;
  /** @default 8 */
  readonly height?: number;
  /** Areas on top of one another: for parts of a whole. @default false */
  readonly stacked?: true;
  readonly max?: number;
  readonly decimals?: number;
  readonly thresholds?: Thresholds;
  /** Colours of lines by their name, where a name has a meaning. @default one after the other */
  readonly colors?: Readonly<Record<string, Color>>;
  /** Words in place of numbers. */
  readonly words?: Readonly<Record<string, string>>;
}

/** Panels under a heading. */
export interface RowSpec {
  readonly title: string;
  readonly panels: readonly PanelSpec[];
}

export interface DashboardSpec {
  /** File name and uid. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly rows: readonly RowSpec[];
}
