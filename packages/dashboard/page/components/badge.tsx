import type { Action, Severity } from '@llm-sentinel/core';
import type { AlertView } from '../../src/api.js';
import { ACTION_NAMES } from '../format/words.js';
import { AllowIcon, BlockIcon, FlagIcon, InfoIcon, RedactIcon, WarningIcon } from './icons.js';

const ACTION_ICONS = { allow: AllowIcon, flag: FlagIcon, redact: RedactIcon, block: BlockIcon };

/** What was done with a text: shape, colour and word say the same. */
export function ActionBadge({ action }: { readonly action: Action }) {
  const Icon = ACTION_ICONS[action];
  return (
    <span class={`badge badge-${action}`}>
      <Icon />
      {ACTION_NAMES[action]}
    </span>
  );
}

export function SeverityLabel({ severity }: { readonly severity: Severity }) {
  return <span class={`severity severity-${severity}`}>{severity}</span>;
}

const ALERT_ICONS = { info: InfoIcon, warning: WarningIcon, error: BlockIcon, critical: BlockIcon };

export function AlertBadge({ severity }: Pick<AlertView, 'severity'>) {
  const Icon = ALERT_ICONS[severity];
  return (
    <span class={`alert-badge alert-${severity}`}>
      <Icon />
      {severity}
    </span>
  );
}

type Status = 'ok' | 'degraded' | 'failed';

interface StatusLabelProps {
  readonly status: Status;
  /** Only the sign is seen; the word is said. */
  readonly isShort?: boolean;
}

/** A shape for each, beside colour and word. */
export function StatusLabel({ status, isShort = false }: StatusLabelProps) {
  const Icon = { ok: AllowIcon, degraded: WarningIcon, failed: BlockIcon }[status];
  return (
    <span class={`status status-${status}`}>
      <Icon />
      <span class={isShort ? 'visually-hidden' : undefined}>{status}</span>
    </span>
  );
}
