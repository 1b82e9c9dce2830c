import { createSessionStore } from '@llm-sentinel/core';
import { testSessionStore } from './session-store-contract.js';

// Core's own store, here because core can't depend on what depends on it.
testSessionStore('memory', { create: () => createSessionStore({ maxSessions: 100, ttlMs: 86_400_000 }) });
