import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { type Judged, withoutHarmful } from './judge.js';
import { curve, reliability } from './metrics.js';

/** Points of a curve that are drawn: more than a picture shows. */
const MAX_POINTS = 400;

/** The pictures of an evaluation as SVG, by name: ROC, precision and recall, reliability; a line for each set. */
export async function drawCharts(sets: ReadonlyMap<string, readonly Judged[]>): Promise<ReadonlyMap<string, string>> {
  const points = [...sets].flatMap(([set, judged]) =>
    thinned(curve(withoutHarmful(judged))).map((point) => ({ set, ...point })),
  );
  const bins = [...sets].flatMap(([set, judged]) =>
    reliability(withoutHarmful(judged))
      .filter(({ texts }) => texts > 0)
      .map((bin) => ({ set, ...bin })),
  );
  return new Map([
    ['roc', await toSvg(lines(points, ['falsePositiveRate', 'False positive rate'], ['recall', 'Attacks found'], 0.1))],
    ['precision-recall', await toSvg(lines(points, ['recall', 'Attacks found'], ['precision', 'Precision'], 1))],
    ['reliability', await toSvg(lines(bins, ['meanScore', 'Mean risk score'], ['attackShare', 'Share of attacks'], 1))],
  ]);
}

type Axis = readonly [field: string, title: string];

function lines(values: readonly object[], [x, xTitle]: Axis, [y, yTitle]: Axis, xMax: number): TopLevelSpec {
  return {
    width: 480,
    height: 320,
    background: 'white',
    data: { values: [...values] },
    mark: { type: 'line', clip: true, point: values.length < 60 },
    encoding: {
      x: { field: x, type: 'quantitative', title: xTitle, scale: { domain: [0, xMax] } },
      y: { field: y, type: 'quantitative', title: yTitle, scale: { domain: [0, 1] } },
      color: { field: 'set', type: 'nominal', title: null },
      order: { field: x, type: 'quantitative' },
    },
  };
}

async function toSvg(spec: TopLevelSpec): Promise<string> {
  return new View(parse(compile(spec).spec), { renderer: 'none' }).toSVG();
}

function thinned<T>(points: readonly T[]): T[] {
  const stride = Math.max(1, Math.ceil(points.length / MAX_POINTS));
  return points.filter((_, index) => index % stride === 0 || index === points.length - 1);
}
