import { defineConfig } from 'tsup';
import { preset } from '../../tsup.base.js';

export default defineConfig({ ...preset, entry: ['src/index.ts', 'src/lean.ts', 'src/adapter-kit.ts'] });
