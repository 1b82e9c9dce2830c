import { config, connection, summary } from '../state/app.js';
import { logout } from '../state/start.js';
import { useDerived, useStore } from '../state/store.js';
import { theme, toggleTheme } from '../state/theme.js';
import { toast } from '../state/toasts.js';
import { Logo, LogoutIcon, MoonIcon, SunIcon } from './icons.js';
import { RangePicker } from './range-picker.js';

export function Header() {
  const { title = 'LLM Sentinel', features } = useStore(config) ?? {};
  const leave = () => logout().catch(() => toast('Not logged out: the server cannot be reached.', 'failed'));
  return (
    <header class="header">
      <div class="header-title">
        <Logo />
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <LiveIndicator />
      </div>
      <RangePicker />
      <div class="header-tools">
        <ThemeToggle />
        {features?.login && (
          <button type="button" class="tool" aria-label="Log out" title="Log out" onClick={leave}>
            <LogoutIcon />
          </button>
        )}
      </div>
      <Progress />
    </header>
  );
}

/** Only where waiting is long enough to wonder. */
function Progress() {
  const isLoading = useDerived(summary, (shown) => shown.isLoading);
  return isLoading ? <div class="progress" aria-hidden="true" /> : null;
}

const STATES = {
  connecting: 'Connecting',
  open: 'Live',
  lost: 'Reconnecting',
  paused: 'Paused',
} as const;

function LiveIndicator() {
  const state = useStore(connection);
  return (
    <span class={`live live-${state}`} role="status">
      <span class="live-dot" aria-hidden="true" />
      {STATES[state]}
    </span>
  );
}

export function ThemeToggle() {
  const isDark = useStore(theme) === 'dark';
  return (
    <button
      type="button"
      class="tool"
      aria-label={isDark ? 'Light theme' : 'Dark theme'}
      title={isDark ? 'Light theme' : 'Dark theme'}
      onClick={toggleTheme}
    >
      {isDark ? <SunIcon /> : <MoonIcon />}
    </button>
  );
}
