// The server as a program of its own, as hosts start it. Its tests do.
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { createDemoServer } from './demo-server.js';

await createDemoServer().server.connect(new StdioServerTransport());
