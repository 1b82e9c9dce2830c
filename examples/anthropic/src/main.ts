// A guarded client of Anthropic, in five exchanges: npm start
import { run } from './run.js';

await run(console.log);
