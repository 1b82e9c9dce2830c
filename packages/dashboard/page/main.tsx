import { render } from 'preact';
import { App } from './components/app.js';
import { start } from './state/start.js';
import { startTheme } from './state/theme.js';

startTheme();
start();
render(<App />, document.getElementById('page')!);
