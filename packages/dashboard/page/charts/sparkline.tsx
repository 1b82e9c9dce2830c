interface SparklineProps {
  /** Null where there was nothing to measure. */
  readonly values: readonly (number | null)[];
  /** A custom property. */
  readonly color: string;
}

const WIDTH = 100;
const HEIGHT = 24;

/** The course of a figure, without a scale. What it says is said in words beside it. */
export function Sparkline({ values, color }: SparklineProps) {
  const max = Math.max(...values.map((value) => value ?? 0), 0);
  const step = WIDTH / Math.max(1, values.length - 1);
  const points = values.map((value, index) => {
    const height = max === 0 ? 0 : ((value ?? 0) / max) * (HEIGHT - 3);
    return `${(index * step).toFixed(1)},${(HEIGHT - 1 - height).toFixed(1)}`;
  });
  const line = `M${points.join('L')}`;
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      style={{ color: `var(${color})` }}
    >
      {points.length > 1 && (
        <>
          <path class="sparkline-area" d={`${line}L${WIDTH},${HEIGHT}L0,${HEIGHT}Z`} />
          <path class="sparkline-line" d={line} />
        </>
      )}
    </svg>
  );
}
