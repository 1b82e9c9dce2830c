// A guarded client of OpenAI, in five exchanges: npm start
import { run } from './run.js';

await run(console.log);
