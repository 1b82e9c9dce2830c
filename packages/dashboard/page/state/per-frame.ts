/**
 * Collects items and hands them over together, once a frame: however much comes in, the page is drawn at most once for it.
 * In a hidden tab there are no frames, and items wait; the oldest go when there are more than `max`.
 */
export function perFrame<T>(max: number, handle: (items: readonly T[]) => void): (item: T) => void {
  let items: T[] = [];
  let frame = 0;
  return (item) => {
    items.push(item);
    if (items.length > max) items = items.slice(-max);
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      const batch = items;
      items = [];
      handle(batch);
    });
  };
}
