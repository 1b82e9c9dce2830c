import { expect, it } from 'vitest';
import * as entry from '../src/index.js';

it('exports these names', () => {
  expect(Object.keys(entry).sort()).toEqual(['chatGuard', 'mapJson', 'mapStrings']);
});
