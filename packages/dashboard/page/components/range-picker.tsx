import { useState } from 'preact/hooks';
import { formatSpan, toLocalInput } from '../format/time.js';
import { clock, config, look, view } from '../state/app.js';
import { PRESETS, type Preset, spanOf } from '../state/ranges.js';
import { useStore } from '../state/store.js';
import { Dialog } from './dialog.js';
import { CalendarIcon } from './icons.js';

/** Which time to look at. Radio buttons, so that arrow keys move among them. */
export function RangePicker() {
  const { range } = useStore(view);
  const now = useStore(clock);
  const [isOpen, setOpen] = useState(false);
  const isCustom = typeof range !== 'string';
  return (
    <div class="ranges">
      <fieldset class="segments">
        <legend class="visually-hidden">Time range</legend>
        {(Object.keys(PRESETS) as Preset[]).map((name) => (
          <label class={range === name ? 'segment segment-on' : 'segment'} key={name} title={PRESETS[name].title}>
            <input
              type="radio"
              name="range"
              class="visually-hidden"
              checked={range === name}
              onChange={() => look({ range: name })}
            />
            <span aria-hidden="true">{PRESETS[name].label}</span>
            <span class="visually-hidden">{PRESETS[name].title}</span>
          </label>
        ))}
      </fieldset>
      <button type="button" class="segment-custom" aria-pressed={isCustom} onClick={() => setOpen(true)}>
        <CalendarIcon />
        <span class={isCustom ? undefined : 'custom-label'}>
          {isCustom ? formatSpan(range.from, range.to, now) : 'Custom'}
        </span>
      </button>
      {isOpen && <CustomRange onClose={() => setOpen(false)} />}
    </div>
  );
}

function CustomRange({ onClose }: { readonly onClose: () => void }) {
  const now = Date.now();
  const shown = spanOf(view.get().range, now);
  const [from, setFrom] = useState(toLocalInput(shown.from));
  const [to, setTo] = useState(toLocalInput(shown.to));
  const [problem, setProblem] = useState<string>();
  const oldest = toLocalInput(now - (config.get()?.retentionMs ?? 0));

  const apply = (event: SubmitEvent) => {
    event.preventDefault();
    const range = { from: new Date(from).getTime(), to: new Date(to).getTime() };
    // Also false for what is no time.
    if (!(range.from < range.to)) {
      setProblem('The range must begin before it ends.');
      return;
    }
    look({ range });
    onClose();
  };

  return (
    <Dialog title="Custom range" onClose={onClose}>
      <form class="form" onSubmit={apply}>
        <div class="form-pair">
          <label class="field">
            From
            <input
              type="datetime-local"
              required
              min={oldest}
              value={from}
              onInput={({ currentTarget: { value } }) => setFrom(value)}
            />
          </label>
          <label class="field">
            To
            <input type="datetime-local" required value={to} onInput={({ currentTarget: { value } }) => setTo(value)} />
          </label>
        </div>
        <p class="hint">In the time of this computer. Dragging on a chart selects a range too.</p>
        {problem !== undefined && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <div class="form-actions">
          <button type="button" class="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="button button-main">
            Apply
          </button>
        </div>
      </form>
    </Dialog>
  );
}
