import type {
  DecisionEvent,
  EventContext,
  FeedbackEvent,
  Finding,
  ScanError,
  ScanEvent,
  Source,
} from '@llm-sentinel/core';
import type { LineKind } from './classify.js';
import { createNameQuoter, MAX_REMEMBERED, quote } from './escape.js';
import type { LineFormat, Outcome } from './format.js';
import type { Pseudonymise } from './pseudonym.js';

const LAYERS: Readonly<Record<Source, string>> = {
  user: 'input_guard',
  model: 'output_guard',
  tool: 'tool_guard',
  document: 'retrieval_guard',
  system: 'system_guard',
};

export const MAX_NAME_LENGTH = 256;
// Core hands over 2,000 characters at most; an escape makes up to six of one.
const MAX_EXCERPT_LENGTH = 2_000;
// A thousand findings would be a line of 70 kB, beyond what many log shippers take (16 kB is Docker's limit).
const MAX_FINDINGS = 50;

/** What turns events into the text of fields: `,"scan_id":"…","layer":"input_guard"`, as pino keeps its own bindings. */
export interface FieldWriter {
  scan(kind: LineKind, event: ScanEvent): string;
  feedback(kind: LineKind, event: FeedbackEvent): string;
  decision(kind: LineKind, event: DecisionEvent): string;
  engineUnhealthy(kind: LineKind, error: ScanError, version: string): string;
  context(context: EventContext): string;
}

export interface FieldWriterOptions {
  readonly format: LineFormat;
  readonly userId: Pseudonymise;
  readonly sessionId: Pseudonymise;
  readonly withExcerpt: boolean;
}

/**
 * Writes fields as JSON by hand. Right after a scan the caches of the processor hold rules, not a logger: there the
 * general way, an object that is built, walked through and stringified, takes three times as long as these few strings.
 */
export function createFieldWriter({ format, userId, sessionId, withExcerpt }: FieldWriterOptions): FieldWriter {
  const { keys } = format;
  // Names come from custom rules and engines, and an engine that asks a model may pass on what the text told it.
  const name = createNameQuoter(MAX_NAME_LENGTH);
  const originOf = mapSources((source) => `${keys.layer}"${LAYERS[source]}"${keys.source}"${source}"`);
  const stopped = `${keys.is_safe}false${keys.blocked}true`;
  const passed = `${keys.is_safe}true${keys.blocked}false`;

  function contextFields(context: EventContext): string {
    let text = '';
    if (context.requestId) text += keys.request_id + quote(context.requestId, MAX_NAME_LENGTH);
    const session = sessionId(context.sessionId);
    if (session !== undefined) text += keys.session_id + session;
    const user = userId(context.userId);
    if (user !== undefined) text += keys.user_id + user;
    return text;
  }

  /** `{"rule":"meaning/drop-earlier-instructions","severity":"high"`, remembered for each rule: one look-up a finding. */
  const rules = new Map<string, { readonly severity: string; readonly text: string }>();
  function ruleText({ rule, severity }: Finding): string {
    const known = rules.get(rule);
    if (known?.severity === severity) return known.text;
    const text = `{"rule":${quote(rule, MAX_NAME_LENGTH)},"severity":${name(severity)}`;
    if (rules.size >= MAX_REMEMBERED) rules.clear();
    if (rule.length <= MAX_NAME_LENGTH) rules.set(rule, { severity, text });
    return text;
  }

  function findingList(findings: readonly Finding[]): string {
    let text = '';
    const shown = Math.min(findings.length, MAX_FINDINGS);
    for (let i = 0; i < shown; i++) {
      const finding = findings[i]!;
      if (i > 0) text += ',';
      text += `${ruleText(finding)},"start":${number(finding.start)},"end":${number(finding.end)}}`;
    }
    return text;
  }

  return {
    scan(kind, { result, context, text }) {
      const blocked = result.action === 'block';
      const { findings } = result;
      let line = `${format.head(kind, outcomeOf(kind, blocked)) + keys.scan_id}"${result.scanId}"`;
      line += contextFields(context) + originOf[result.source];
      line += keys.input_length + result.inputLength + keys.risk_score + number(result.riskScore);
      line += blocked ? stopped : passed;
      if (result.threatType !== null) line += keys.threat_type + name(result.threatType);
      line += `${keys.engines_triggered}[${result.triggeredEngines.map(name).join(',')}]`;
      line += `${keys.findings}[${findings.length === 0 ? '' : findingList(findings)}]`;
      if (findings.length > MAX_FINDINGS) line += keys.findings_omitted + (findings.length - MAX_FINDINGS);
      line += format.latency(result.latencyMs) + keys.ruleset_version + name(result.version);
      if (result.truncated) line += `${keys.truncated}true`;
      if (result.errors.length > 0) {
        const errors = result.errors.map(
          ({ engine, code, type }) => `{"engine":${name(engine)},"code":"${code}","type":${name(type)}}`,
        );
        line += `${keys.errors}[${errors.join(',')}]`;
      }
      if (withExcerpt && text !== undefined) line += keys.redacted_excerpt + quote(text, MAX_EXCERPT_LENGTH);
      return line;
    },
    // The comment stays out: people quote the text in it.
    feedback(kind, { scanId, verdict, threatType, reporter }) {
      let line = format.head(kind, 'info');
      line += `${keys.scan_id}${quote(scanId, MAX_NAME_LENGTH)}${keys.verdict}"${verdict}"`;
      if (threatType !== null) line += keys.threat_type + name(threatType);
      const shown = userId(reporter);
      if (shown !== undefined) line += keys.reporter + shown;
      return line;
    },
    decision(kind, { component, decision, subject, scanId, context }) {
      const blocked = kind.event === 'policy_blocked';
      let line = format.head(kind, blocked ? 'denied' : 'info');
      if (scanId !== undefined) line += keys.scan_id + quote(scanId, MAX_NAME_LENGTH);
      line += contextFields(context);
      // Not `component`: that is what child loggers are usually told apart by, and pino would write the key twice.
      line += `${keys.decided_by}"${component}"`;
      line += keys.decision + quote(decision, MAX_NAME_LENGTH) + keys.subject + quote(subject, MAX_NAME_LENGTH);
      if (blocked) line += `${keys.blocked}true`;
      if (component === 'policy') line += keys.policy_id + quote(subject, MAX_NAME_LENGTH);
      return line;
    },
    engineUnhealthy(kind, { engine, code, type }, version) {
      const failed = `${keys.engine}${name(engine)}${keys.error_type}${name(type)}${keys.error_code}"${code}"`;
      return format.head(kind, 'error') + failed + keys.ruleset_version + name(version);
    },
    context: contextFields,
  };
}

function mapSources(textOf: (source: Source) => string): Readonly<Record<Source, string>> {
  const sources = Object.keys(LAYERS) as Source[];
  return Object.fromEntries(sources.map((source) => [source, textOf(source)])) as Record<Source, string>;
}

/** Core does not check what an engine reports; what JSON cannot hold must not break the line. */
function number(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function outcomeOf({ event }: LineKind, blocked: boolean): Outcome {
  if (event === 'scan_failed') return 'error';
  return blocked ? 'denied' : 'allowed';
}
