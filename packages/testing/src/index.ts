export { type AdapterContract, testAdapter } from './adapter-contract.js';
export {
  buildDecisionEvent,
  buildFeedbackEvent,
  buildFinding,
  buildResult,
  buildScanEvent,
  buildScanId,
  buildScannerInfo,
  type ScanEventOverrides,
} from './events.js';
export { eventGallery, type GalleryEntry, type SentinelEvent } from './gallery.js';
export { type LockContract, testLock } from './lock-contract.js';
export { type RateLimitStoreContract, testRateLimitStore } from './rate-limit-store-contract.js';
export { type SessionStoreContract, testSessionStore } from './session-store-contract.js';
