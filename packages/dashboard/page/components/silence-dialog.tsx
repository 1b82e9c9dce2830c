import { useState } from 'preact/hooks';
import type { AlertView } from '../../src/api.js';
import { myName, setMyName, silence } from '../state/actions.js';
import { Dialog } from './dialog.js';
import { Text } from './text.js';

const HOUR = 3_600_000;
const DURATIONS = [
  { label: '1 hour', ms: HOUR },
  { label: '4 hours', ms: 4 * HOUR },
  { label: '1 day', ms: 24 * HOUR },
] as const;

interface SilenceDialogProps {
  readonly alert: AlertView;
  readonly onClose: () => void;
}

/** Silences what has the same labels as an alert. Its severity is none of them: a worse one is silenced too. */
export function SilenceDialog({ alert, onClose }: SilenceDialogProps) {
  const [durationMs, setDurationMs] = useState<number>(HOUR);
  const [comment, setComment] = useState('');
  const [name, setName] = useState(myName());
  const [isBusy, setBusy] = useState(false);
  const matchers = Object.entries(alert.labels)
    .filter(([label]) => label !== 'severity')
    .map(([label, value]) => `${label}=${value}`);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setMyName(name.trim());
    const said = { ...(comment.trim() && { comment: comment.trim() }), ...(name.trim() && { createdBy: name.trim() }) };
    if (await silence({ matchers, durationMs, ...said })) onClose();
    else setBusy(false);
  };

  return (
    <Dialog title="Silence alert" onClose={onClose}>
      <form class="form" onSubmit={submit}>
        <p class="dialog-subject">
          <Text text={alert.title} />
        </p>
        <ul class="labels" aria-label="Matchers">
          {matchers.map((matcher) => (
            <li class="label" key={matcher}>
              <Text text={matcher} />
            </li>
          ))}
        </ul>
        <fieldset class="segments segments-wide">
          <legend class="field-name">For how long</legend>
          {DURATIONS.map(({ label, ms }) => (
            <label class={durationMs === ms ? 'segment segment-on' : 'segment'} key={ms}>
              <input
                type="radio"
                name="duration"
                class="visually-hidden"
                checked={durationMs === ms}
                onChange={() => setDurationMs(ms)}
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        <label class="field">
          Why
          <input
            type="text"
            maxLength={1_000}
            placeholder="Maintenance, a known fault"
            value={comment}
            onInput={({ currentTarget: { value } }) => setComment(value)}
          />
        </label>
        <label class="field">
          Your name
          <input
            type="text"
            maxLength={200}
            autocomplete="name"
            value={name}
            onInput={({ currentTarget: { value } }) => setName(value)}
          />
        </label>
        <div class="form-actions">
          <button type="button" class="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="button button-main" disabled={isBusy}>
            Silence
          </button>
        </div>
      </form>
    </Dialog>
  );
}
