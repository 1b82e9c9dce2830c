import { useState } from 'preact/hooks';
import { ApiError } from '../api/client.js';
import { loginKind } from '../state/app.js';
import { login } from '../state/start.js';
import { useStore } from '../state/store.js';
import { ThemeToggle } from './header.js';
import { Logo } from './icons.js';

interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'password';
  readonly autocomplete: 'username' | 'current-password';
}

const FIELDS: Readonly<Record<'token' | 'password', readonly Field[]>> = {
  token: [{ name: 'token', label: 'Access token', type: 'password', autocomplete: 'current-password' }],
  password: [
    { name: 'username', label: 'Name', type: 'text', autocomplete: 'username' },
    { name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' },
  ],
};
const WRONG = { token: 'This is not the token.', password: 'Name and password do not fit.' };

/** For whoever has the token or a password. The browser gets a cookie; the page keeps nothing. */
export function Login() {
  const kind = useStore(loginKind);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    setBusy(true);
    setProblem(undefined);
    try {
      await login(Object.fromEntries(FIELDS[kind].map(({ name }) => [name, String(form.get(name)).trim()])));
    } catch (error) {
      const isWrong = error instanceof ApiError && error.status === 401;
      setProblem(isWrong ? WRONG[kind] : (error as Error).message);
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
        {FIELDS[kind].map(({ name, label, type, autocomplete }) => (
          <label class="field" key={name}>
            {label}
            <input
              name={name}
              type={type}
              autocomplete={autocomplete}
              required
              aria-invalid={problem !== undefined}
              aria-describedby={problem === undefined ? undefined : 'login-problem'}
            />
          </label>
        ))}
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
