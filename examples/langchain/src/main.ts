// A guarded agent of LangChain, in six exchanges: npm start
import { run } from './run.js';

await run(console.log);
