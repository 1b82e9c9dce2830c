import { type Call, callTreeOf } from './call-tree.js';
import type { CpuProfile } from './cpu-profile.js';

const WIDTH = 1_200;
const ROW = 18;
/** Narrower than this share, a call could not be seen. */
const MIN_SHARE = 0.0005;

const STYLE = `
body { margin: 16px; font: 13px system-ui, sans-serif; background: #fff; color: #1b1b1f; }
svg { width: 100%; height: auto; font: 11px ui-monospace, monospace; }
rect { stroke: #fff; stroke-width: .5; }
g { cursor: pointer; }
g.found rect { fill: #b5179e; }
g.found text { fill: #fff; }
input { font: inherit; padding: 3px 6px; }
@media (prefers-color-scheme: dark) { body { background: #16161a; color: #e6e6ea; } rect { stroke: #16161a; } text { fill: #16161a; } }
`;

// A click widens a call to the whole width, a click on the lowest row takes that back; the field marks calls by name.
const SCRIPT = `
const svg = document.querySelector('svg'), calls = [...svg.querySelectorAll('g')];
const boxes = calls.map((g) => ({ g, x: +g.dataset.x, w: +g.dataset.w, d: +g.dataset.d }));
function zoom({ x, w, d }) {
  for (const b of boxes) {
    const above = b.d < d && b.x <= x + 1e-9 && b.x + b.w >= x + w - 1e-9;
    const left = above ? 0 : (b.x - x) / w, width = above ? 1 : b.w / w;
    const shown = above || (b.d >= d && left > -1e-9 && left + width < 1 + 1e-9);
    b.g.style.display = shown ? '' : 'none';
    const rect = b.g.querySelector('rect'), text = b.g.querySelector('text');
    rect.setAttribute('x', left * ${WIDTH}); rect.setAttribute('width', Math.max(0.4, width * ${WIDTH}));
    text.setAttribute('x', left * ${WIDTH} + 4);
    const room = Math.floor((width * ${WIDTH} - 6) / 6.7), name = b.g.dataset.name;
    text.textContent = room < 3 ? '' : name.length > room ? name.slice(0, room - 1) + '…' : name;
  }
}
for (const b of boxes) b.g.addEventListener('click', () => zoom(b));
document.querySelector('input').addEventListener('input', ({ target: { value } }) => {
  for (const { g } of boxes) g.classList.toggle('found', value !== '' && (g.dataset.name + g.dataset.place).toLowerCase().includes(value.toLowerCase()));
});
`;

/** The one script of a flame graph, for a Content-Security-Policy that allows nothing else. */
export const FLAME_GRAPH_SCRIPT = SCRIPT;

/**
 * A profile as a page of its own, which asks for nothing from anywhere: each box is a function, as wide as the time in it
 * and in what it called, below its caller, as B. Gregg draws it (The Flame Graph, 2016). Time without work is left out.
 */
export function flameGraph(profile: CpuProfile): string {
  const { root, idle } = callTreeOf(profile);
  const drawn = layOut(root);
  const height = ROW * (1 + Math.max(0, ...drawn.map(({ depth }) => depth)));
  const busy = `${seconds(root.total)} of work, ${seconds(idle)} idle, ${profile.samples?.length ?? 0} samples`;
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>CPU profile: ${busy}</title><style>${STYLE}</style></head>
<body>
<h1>CPU profile</h1>
<p>${busy}. Click a call to widen it, the topmost to see all. <label>Find <input type="search" spellcheck="false"></label></p>
<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Flame graph">
${drawn.map((call) => box(call, root.total)).join('\n')}
</svg>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

interface Drawn {
  readonly call: Call;
  /** Place and width as shares of the whole. */
  readonly x: number;
  readonly width: number;
  readonly depth: number;
}

function layOut(root: Call): Drawn[] {
  const drawn: Drawn[] = [{ call: root, x: 0, width: 1, depth: 0 }];
  for (let i = 0; i < drawn.length; i++) {
    const { call, x, depth } = drawn[i] as Drawn;
    let left = x;
    for (const callee of call.callees) {
      const width = root.total === 0 ? 0 : callee.total / root.total;
      if (width >= MIN_SHARE) drawn.push({ call: callee, x: left, width, depth: depth + 1 });
      left += width;
    }
  }
  return drawn;
}

function box({ call, x, width, depth }: Drawn, total: number): string {
  const { name, place, self } = call;
  const share = total === 0 ? 0 : (call.total / total) * 100;
  const title = `${name}${place === '' ? '' : `\n${place}`}\n${share.toFixed(1)} %, ${seconds(call.total)}; in itself ${seconds(self)}`;
  const room = Math.floor((width * WIDTH - 6) / 6.7);
  const label = room < 3 ? '' : name.length > room ? `${name.slice(0, room - 1)}…` : name;
  const [left, wide, top] = [number(x * WIDTH), number(Math.max(0.4, width * WIDTH)), depth * ROW];
  const data = `data-x="${x}" data-w="${width}" data-d="${depth}" data-name="${escapeHtml(name)}" data-place="${escapeHtml(place)}"`;
  return `<g ${data}><title>${escapeHtml(title)}</title><rect x="${left}" y="${top}" width="${wide}" height="${ROW - 1}" fill="${colorOf(call)}"/><text x="${number(x * WIDTH + 4)}" y="${top + 12}">${escapeHtml(label)}</text></g>`;
}

/** Own code warm, libraries yellow, Node blue, the engine itself grey. */
function colorOf({ name, place }: Call): string {
  if (place === '') return name.startsWith('(') ? '#c3c7cf' : '#a9c8e8';
  const shade = [...name].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 12, 7);
  if (place.startsWith('node:')) return `hsl(205 60% ${70 + shade}%)`;
  return place.includes('/node_modules/') ? `hsl(48 85% ${62 + shade}%)` : `hsl(${14 + shade} 90% ${64 + shade / 2}%)`;
}

function seconds(microseconds: number): string {
  return microseconds >= 1e6 ? `${(microseconds / 1e6).toFixed(2)} s` : `${(microseconds / 1_000).toFixed(1)} ms`;
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Names of functions are whatever code says, and a file can have any name. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
