import { describe, expect, it } from 'vitest';
import { isVin } from './vin.js';

describe('isVin', () => {
  it.each(['11111111111111111', '1M8GDM9AXKP042788', '1hgcm5144a3996050'])('accepts %s', (vin) => {
    expect(isVin(vin)).toBe(true);
  });

  it.each(['1M8GDM9AXKP042789', '1M8GDM9AXKP04278', '1M8GDM9AXKPO42788', '1M8GDM9A1KP042788'])('rejects %s', (vin) => {
    expect(isVin(vin)).toBe(false);
  });
});
