import { useMemo } from 'preact/hooks';
import type { Summary } from '../../src/api.js';
import { groupSize, rebin } from '../charts/rebin.js';

const BIN_PX = 7;
const AXIS_PX = 60;
const MIN_BINS = 24;

/** The trend in as many steps as there is room for. */
export function useBins(data: Summary | undefined, widthPx: number) {
  const { trend, stepMs = 60_000 } = data ?? {};
  return useMemo(() => {
    const points = trend ?? [];
    const size = groupSize(points.length, Math.max(MIN_BINS, Math.floor((widthPx - AXIS_PX) / BIN_PX)));
    const bins = rebin(points, stepMs, size);
    return { bins, binMs: stepMs * size, times: bins.map(({ time }) => time) };
  }, [trend, stepMs, widthPx]);
}
