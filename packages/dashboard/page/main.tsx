import { render } from 'preact';

render(<p>LLM Sentinel</p>, document.getElementById('page')!);
