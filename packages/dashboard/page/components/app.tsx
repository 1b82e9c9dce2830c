import { phase } from '../state/app.js';
import { useStore } from '../state/store.js';
import { Dashboard } from './dashboard.js';
import { Logo } from './icons.js';
import { Login } from './login.js';
import { Toasts } from './toasts.js';

export function App() {
  const current = useStore(phase);
  return (
    <>
      {current === 'login' ? <Login /> : current === 'ready' ? <Dashboard /> : <Waiting />}
      <Toasts />
    </>
  );
}

function Waiting() {
  const isLate = useStore(phase) === 'unreachable';
  return (
    <main class="waiting">
      <Logo />
      <p role="status">{isLate ? 'The server cannot be reached. Trying again.' : 'Loading…'}</p>
    </main>
  );
}
