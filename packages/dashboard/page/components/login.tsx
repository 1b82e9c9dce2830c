import { useState } from 'preact/hooks';
import { ApiError } from '../api/client.js';
import { login } from '../state/start.js';
import { ThemeToggle } from './header.js';
import { Logo } from './icons.js';

/** For whoever has the token. The browser gets a cookie; the page keeps nothing. */
export function Login() {
  const [token, setToken] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      await login(token.trim());
    } catch (error) {
      const isWrong = error instanceof ApiError && error.status === 401;
      setProblem(isWrong ? 'This is not the token.' : (error as Error).message);
    }
    setBusy(false);
  };

  return (
    <main class="login">
      <div class="login-tools">
        <ThemeToggle />
      </div>
      <form class="login-card form" onSubmit={submit}>
        <Logo />
        <h1>LLM Sentinel</h1>
        <label class="field">
          Access token
          <input
            type="password"
            autocomplete="current-password"
            required
            aria-invalid={problem !== undefined}
            aria-describedby={problem === undefined ? undefined : 'login-problem'}
            value={token}
            onInput={({ currentTarget: { value } }) => setToken(value)}
          />
        </label>
        {problem !== undefined && (
          <p class="problem" id="login-problem" role="alert">
            {problem}
          </p>
        )}
        <button type="submit" class="button button-main" disabled={isBusy}>
          {isBusy ? 'Looking…' : 'Log in'}
        </button>
      </form>
    </main>
  );
}
