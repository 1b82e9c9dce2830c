export { type ChatGuard, type ChatGuardOptions, type ChatScanner, chatGuard } from './chat-guard.js';
export { mapJson, mapStrings } from './map-strings.js';
export type { TextGuard } from './text-guard.js';
export type { TextMap, TextVisitor } from './text-map.js';
export type { ChatTurn } from './turn.js';
