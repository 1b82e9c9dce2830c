/** Series by their name and labels, with values in the notation of promtool: `0+30x60` is 0, 30, … 60 steps of a minute. */
type Series = Readonly<Record<string, string>>;

interface FiringExample {
  readonly series: Series;
  /** Minutes after the start. @default 15 */
  readonly at?: number;
  /** Labels that the alert takes over from the series. */
  readonly labels: Readonly<Record<string, string>>;
  /** How the number reads in the description. */
  readonly value: string;
}

interface SilentExample {
  readonly series: Series;
  readonly at?: number;
}

/** What promtool holds each alert to: one case in which it fires, one near miss in which it is silent. */
interface AlertExamples {
  readonly fires: FiringExample;
  readonly silent: SilentExample | undefined;
}

/** Scans of one instance by result. */
function scans(results: Readonly<Record<string, string>>, instance = 'a'): Series {
  const labels = (result: string) => `{job="sentinel",instance="${instance}",result="${result}",threat_type="none"}`;
  return Object.fromEntries(
    Object.entries(results).map(([result, values]) => [`sentinel_scan_total${labels(result)}`, values]),
  );
}

/** A histogram without labels: values of the given buckets, and of all. */
function histogram(name: string, buckets: Readonly<Record<string, string>>): Series {
  const all = buckets['+Inf'] ?? '0x600';
  return {
    ...Object.fromEntries(
      Object.entries(buckets).map(([le, values]) => [`${name}_bucket{job="sentinel",instance="a",le="${le}"}`, values]),
    ),
    [`${name}_count{job="sentinel",instance="a"}`]: all,
  };
}

const job = { job: 'sentinel' };
const idle = { 'up{job="sentinel",instance="a"}': '1x60' };

export const alertExamples: Readonly<Record<string, AlertExamples>> = {
  SentinelHighThreatRate: {
    // On two instances, neither of which is above the threshold by itself.
    fires: {
      series: { ...scans({ blocked: '0+360x60', allowed: '0+9000x60' }), ...scans({ blocked: '0+360x60' }, 'b') },
      labels: job,
      value: '12',
    },
    silent: { series: scans({ blocked: '0+540x60' }) },
  },
  SentinelPossibleAttack: {
    fires: { series: scans({ blocked: '0+60x60', allowed: '0+20x60' }), labels: job, value: '75%' },
    // A single blocked text at night.
    silent: { series: scans({ blocked: '0x5 1x60', allowed: '0x60' }) },
  },
  SentinelBlockRateHigh: {
    fires: { series: scans({ blocked: '0+15x60', allowed: '0+45x60' }), labels: job, value: '25%', at: 20 },
    silent: { series: scans({ blocked: '0+6x60', allowed: '0+54x60' }), at: 20 },
  },
  SentinelRiskScoreSpike: {
    fires: {
      series: {
        ...scans({ allowed: '0+60x60' }),
        ...histogram('sentinel_risk_score', {
          '0.1': '0+50x60',
          '0.8': '0+50x60',
          '0.9': '0+60x60',
          '+Inf': '0+60x60',
        }),
      },
      labels: job,
      value: '0.87',
    },
    silent: {
      series: {
        ...scans({ allowed: '0+60x60' }),
        ...histogram('sentinel_risk_score', { '0.1': '0+59x60', '0.9': '0+60x60', '+Inf': '0+60x60' }),
      },
    },
  },
  SentinelHighLatency: {
    fires: {
      series: histogram('sentinel_scan_latency_seconds', {
        '0.5': '0+950x60',
        '1': '0+1000x60',
        '+Inf': '0+1000x60',
      }),
      labels: job,
      value: '900ms',
    },
    silent: {
      series: histogram('sentinel_scan_latency_seconds', {
        '0.25': '0+990x60',
        '0.5': '0+999x60',
        '+Inf': '0+1000x60',
      }),
    },
  },
  SentinelScanErrorBudgetBurnFast: {
    fires: {
      series: scans({ error: '0+20x60', allowed: '0+980x60' }),
      labels: { ...job, slo: 'availability' },
      value: '2%',
    },
    // Blocks are correct service; one failure in a thousand is what was promised.
    silent: { series: scans({ error: '0+1x60', blocked: '0+500x60', allowed: '0+499x60' }) },
  },
  SentinelScanErrorBudgetBurnSlow: {
    fires: {
      series: scans({ error: '0+4x200', allowed: '0+996x200' }),
      labels: { ...job, slo: 'availability' },
      value: '0.4%',
      at: 60,
    },
    // Half of the budget.
    silent: { series: scans({ error: '0+1x200', allowed: '0+1999x200' }), at: 60 },
  },
  SentinelScanLatencyBudgetBurnFast: {
    fires: {
      series: histogram('sentinel_scan_latency_seconds', { '0.1': '0+800x60', '+Inf': '0+1000x60' }),
      labels: { ...job, slo: 'latency' },
      value: '20%',
    },
    silent: { series: histogram('sentinel_scan_latency_seconds', { '0.1': '0+995x60', '+Inf': '0+1000x60' }) },
  },
  SentinelScanLatencyBudgetBurnSlow: {
    fires: {
      series: histogram('sentinel_scan_latency_seconds', { '0.1': '0+960x200', '+Inf': '0+1000x200' }),
      labels: { ...job, slo: 'latency' },
      value: '4%',
      at: 60,
    },
    silent: {
      series: histogram('sentinel_scan_latency_seconds', { '0.1': '0+996x200', '+Inf': '0+1000x200' }),
      at: 60,
    },
  },
  SentinelDown: {
    fires: {
      series: { 'up{job="sentinel",instance="a"}': '1x5 0x60', 'up{job="sentinel",instance="b"}': '1x60' },
      labels: { ...job, instance: 'a' },
      value: '0',
    },
    silent: { series: { ...idle, 'up{job="node",instance="a"}': '0x60' } },
  },
  SentinelAbsent: {
    fires: { series: idle, labels: {}, value: '1', at: 20 },
    silent: { series: { 'sentinel_build_info{job="sentinel",instance="a",version="1.0.0"}': '1x60' }, at: 20 },
  },
  SentinelEngineUnhealthy: {
    fires: {
      series: {
        'sentinel_engine_health{job="sentinel",instance="a",engine="llm-judge"}': '1x5 0x60',
        'sentinel_engine_health{job="sentinel",instance="b",engine="llm-judge"}': '1x60',
      },
      labels: { ...job, engine: 'llm-judge' },
      value: '0',
    },
    // Every other run fails: that is for the share of errors.
    silent: {
      series: { 'sentinel_engine_health{job="sentinel",instance="a",engine="llm-judge"}': '0 1 0 1 0 1 0 1x60' },
    },
  },
  SentinelEngineErrors: {
    fires: {
      series: {
        'sentinel_engine_runs_total{job="sentinel",instance="a",engine="llm-judge",status="timeout"}': '0+6x60',
        'sentinel_engine_runs_total{job="sentinel",instance="a",engine="llm-judge",status="failure"}': '0+4x60',
        'sentinel_engine_runs_total{job="sentinel",instance="a",engine="llm-judge",status="success"}': '0+90x60',
      },
      labels: { ...job, engine: 'llm-judge' },
      value: '10%',
      at: 20,
    },
    silent: {
      series: {
        'sentinel_engine_runs_total{job="sentinel",instance="a",engine="llm-judge",status="timeout"}': '0+1x60',
        'sentinel_engine_runs_total{job="sentinel",instance="a",engine="llm-judge",status="success"}': '0+99x60',
      },
      at: 20,
    },
  },
  SentinelCircuitOpen: {
    fires: {
      series: { 'sentinel_circuit_state{job="sentinel",instance="a",circuit="llm",state="open"}': '0x5 1x60' },
      labels: { ...job, circuit: 'llm' },
      value: '1',
    },
    // It opened and closed again.
    silent: {
      series: {
        'sentinel_circuit_state{job="sentinel",instance="a",circuit="llm",state="open"}': '0x8 1x2 0x60',
        'sentinel_circuit_state{job="sentinel",instance="a",circuit="llm",state="closed"}': '1x8 0x2 1x60',
      },
    },
  },
  SentinelAdapterDropping: {
    fires: {
      series: { 'sentinel_adapter_dropped_total{job="sentinel",instance="a",adapter="postgres"}': '0x5 100x60' },
      labels: { ...job, adapter: 'postgres' },
      value: '100',
      at: 12,
    },
    silent: { series: { 'sentinel_adapter_dropped_total{job="sentinel",instance="a",adapter="postgres"}': '7x60' } },
  },
  SentinelDriftIncident: {
    // The first of its kind: the series begins with it.
    fires: {
      series: { ...idle, 'sentinel_drift_incidents_total{job="sentinel",instance="a",kind="scores"}': '_x10 1x60' },
      labels: { ...job, kind: 'scores' },
      value: '1',
    },
    silent: { series: { 'sentinel_drift_incidents_total{job="sentinel",instance="a",kind="scores"}': '3x60' }, at: 20 },
  },
  SentinelThreatFeedStale: {
    // promtool's clock begins at 0: the feed was last updated a day before.
    fires: {
      series: {
        'sentinel_threat_feed_last_success_timestamp_seconds{job="sentinel",instance="a",feed="urls"}': '-88200x60',
      },
      labels: { ...job, feed: 'urls' },
      value: '1d 1h 0m 0s',
      at: 30,
    },
    // One instance cannot update, another does.
    silent: {
      series: {
        'sentinel_threat_feed_last_success_timestamp_seconds{job="sentinel",instance="a",feed="urls"}': '-88200x60',
        'sentinel_threat_feed_last_success_timestamp_seconds{job="sentinel",instance="b",feed="urls"}': '0+60x60',
      },
      at: 30,
    },
  },
  SentinelReviewQueueBacklog: {
    // Both instances see the same queue.
    fires: {
      series: {
        'sentinel_reviews_pending{job="sentinel",instance="a"}': '150x60',
        'sentinel_reviews_pending{job="sentinel",instance="b"}': '149x60',
      },
      labels: job,
      value: '150',
      at: 35,
    },
    silent: {
      series: {
        'sentinel_reviews_pending{job="sentinel",instance="a"}': '80x60',
        'sentinel_reviews_pending{job="sentinel",instance="b"}': '80x60',
      },
      at: 35,
    },
  },
  SentinelAuditBacklog: {
    fires: {
      series: {
        'sentinel_audit_queue_length{job="sentinel",instance="a"}': '0x60',
        'sentinel_audit_spool_bytes{job="sentinel",instance="a"}': '4096x60',
      },
      labels: job,
      value: '4.096k',
    },
    silent: {
      series: {
        'sentinel_audit_queue_length{job="sentinel",instance="a"}': '800x60',
        'sentinel_audit_spool_bytes{job="sentinel",instance="a"}': '0x60',
      },
    },
  },
  SentinelAlertDeliveryFailing: {
    fires: {
      series: {
        'sentinel_alerts_sent_total{job="sentinel",instance="a",channel="slack",status="failed"}': '0x10 2x60',
      },
      labels: { ...job, channel: 'slack' },
      value: '2',
      at: 16,
    },
    silent: {
      series: {
        'sentinel_alerts_sent_total{job="sentinel",instance="a",channel="slack",status="failed"}': '0x60',
        'sentinel_alerts_sent_total{job="sentinel",instance="a",channel="slack",status="sent"}': '0+1x60',
      },
    },
  },
  SentinelAuditRecordsDropped: {
    // For a reason that was never seen before.
    fires: {
      series: {
        'sentinel_audit_dropped_total{job="sentinel",instance="a",reason="queue_full"}': '0x60',
        'sentinel_audit_dropped_total{job="sentinel",instance="a",reason="disk_gone"}': '_x20 5x60',
      },
      labels: job,
      value: '5',
      at: 25,
    },
    silent: {
      series: { 'sentinel_audit_dropped_total{job="sentinel",instance="a",reason="queue_full"}': '5x60' },
      at: 25,
    },
  },
  SentinelAuditChainBroken: {
    fires: {
      series: { 'sentinel_audit_chain_failures_total{job="sentinel",instance="a"}': '0x10 3x60' },
      labels: job,
      value: '3',
      at: 16,
    },
    silent: { series: { 'sentinel_audit_chain_failures_total{job="sentinel",instance="a"}': '1x60' } },
  },
  SentinelWatchdog: {
    fires: { series: idle, labels: {}, value: '1' },
    // It always fires.
    silent: undefined,
  },
};
