import type { ScannerHealth, ScannerInfo } from '@llm-sentinel/core';
import { NONE } from './label-guard.js';
import type { FamilyOf } from './metric-set.js';

/** What a scrape needs to know of one adapter. */
export interface AdapterState {
  /** Counts the scans that were not counted yet. */
  readonly countWaiting: () => void;
  readonly scansInProgress: () => number;
  readonly activeSessions: () => number;
  readonly engineMetrics: boolean;
  readonly scanners: ReadonlySet<ScannerInfo>;
}

type AdapterHealth = ScannerHealth['adapters'][number];

/** Makes what brings the metrics up to date for a scrape: from the adapters and the scanners they are attached to. */
export function createCollector(family: FamilyOf, adapters: ReadonlySet<AdapterState>): () => void {
  // Core reports totals and a counter takes steps: what was counted already, by scanner and adapter.
  const counted = new WeakMap<ScannerInfo, Map<string, Pick<AdapterHealth, 'errors' | 'dropped'>>>();

  function collect(): void {
    let scans = 0;
    let sessions = 0;
    const scanners = new Set<ScannerInfo>();
    for (const adapter of adapters) {
      adapter.countWaiting();
      scans += adapter.scansInProgress();
      sessions += adapter.activeSessions();
      for (const scanner of adapter.scanners) {
        scanners.add(scanner);
        if (adapter.engineMetrics) prepareEngineRuns(scanner);
      }
    }
    family('active_scans').child().set(scans);
    family('active_sessions').child().set(sessions);
    collectScanners(scanners);
  }

  /** Makes ratios work from the first failure on. */
  function prepareEngineRuns(scanner: ScannerInfo): void {
    for (const engine of scanner.engines) {
      // The other states come with it.
      family('engine_runs_total').child(engine, 'success').inc(0);
    }
  }

  function collectScanners(scanners: ReadonlySet<ScannerInfo>): void {
    const engines = new Map<string, boolean>();
    const queued = new Map<string, number>();
    let active = 0;
    family('ruleset_info').clear();
    for (const scanner of scanners) {
      const health = healthOf(scanner);
      const [version = NONE, digest = NONE] = scanner.version.split('+');
      family('ruleset_info').child(version, digest).set(1);
      for (const engine of health?.engines ?? []) {
        const isHealthy = engine.status === 'ok';
        if (isHealthy) active += 1;
        engines.set(engine.name, isHealthy && engines.get(engine.name) !== false);
      }
      for (const adapter of health?.adapters ?? []) {
        queued.set(adapter.name, adapter.queued + (queued.get(adapter.name) ?? 0));
        countLosses(scanner, adapter);
      }
    }
    family('active_engines').child().set(active);
    family('engine_health').clear();
    for (const [engine, isHealthy] of engines)
      family('engine_health')
        .child(engine)
        .set(isHealthy ? 1 : 0);
    family('adapter_queue_length').clear();
    for (const [adapter, length] of queued) family('adapter_queue_length').child(adapter).set(length);
  }

  /** One scanner that cannot tell its health must not cost the whole page. */
  function healthOf(scanner: ScannerInfo): ScannerHealth | undefined {
    try {
      return scanner.health();
    } catch (error) {
      const type = error instanceof Error ? error.name : typeof error;
      family('errors_total').child('metrics', type).inc();
      return undefined;
    }
  }

  function countLosses(scanner: ScannerInfo, { name, errors, dropped }: AdapterHealth): void {
    const known = counted.get(scanner) ?? new Map<string, Pick<AdapterHealth, 'errors' | 'dropped'>>();
    counted.set(scanner, known);
    const before = known.get(name) ?? { errors: 0, dropped: 0 };
    family('errors_total')
      .child(name, 'ADAPTER_FAILED')
      .inc(Math.max(0, errors - before.errors));
    family('adapter_dropped_total')
      .child(name)
      .inc(Math.max(0, dropped - before.dropped));
    known.set(name, { errors, dropped });
  }

  return collect;
}
