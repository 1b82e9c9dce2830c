// A guarded client of a server that has been tampered with: npm start
import { run } from './run.js';

await run(console.log);
