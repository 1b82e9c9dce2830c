import type uPlot from 'uplot';
import { colorOf } from './palette.js';

/** A moment to show on a chart: something began. */
export interface Marker {
  readonly time: number;
  /** A custom property. */
  readonly color: string;
}

const TIP_PX = 4;

/** A dashed line from a little flag at the top, over whatever is drawn. */
export function drawMarkers(self: uPlot, markers: readonly Marker[]): void {
  const { ctx, bbox } = self;
  const tip = TIP_PX * devicePixelRatio;
  ctx.save();
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([3 * devicePixelRatio, 3 * devicePixelRatio]);
  for (const { time, color } of markers) {
    const x = Math.round(self.valToPos(time, 'x', true));
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    ctx.strokeStyle = ctx.fillStyle = colorOf(color);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.beginPath();
    ctx.moveTo(x - tip, bbox.top - tip);
    ctx.lineTo(x + tip, bbox.top - tip);
    ctx.lineTo(x, bbox.top + tip);
    ctx.fill();
  }
  ctx.restore();
}
