// A guarded model of the AI SDK, in five exchanges: npm start
import { run } from './run.js';

await run(console.log);
