// An attack and its alerts on all channels: npm start
import { run } from './run.js';

await run(console.log);
