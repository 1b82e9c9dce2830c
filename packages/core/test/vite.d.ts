// The part of Vite's client types that a test here uses; the whole of them would bring in the browser's.
interface ImportMeta {
  glob<T>(pattern: string | readonly string[], options: { eager: true }): Record<string, T>;
}
