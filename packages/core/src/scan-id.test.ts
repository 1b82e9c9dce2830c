import { describe, expect, it } from 'vitest';
import { createScanId } from './scan-id.js';

describe('createScanId', () => {
  it('makes version 7 UUIDs that carry the time', () => {
    const now = Date.UTC(2100, 0, 1);
    const id = createScanId(now);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(now);
  });

  it('rises strictly, also within a millisecond, past 4,096 of them, and when the clock goes back', () => {
    const now = Date.UTC(2101, 0, 1);
    const ids = Array.from({ length: 10_000 }, (_, k) => createScanId(k < 9_000 ? now : now - 60_000));
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });
});
