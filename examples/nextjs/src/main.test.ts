import { fileURLToPath } from 'node:url';
import { describeChatProgram } from '@llm-sentinel/servers';

describeChatProgram(fileURLToPath(new URL('..', import.meta.url)), ['/api/chat']);
