/** A little square in the colour of a series, given as a custom property. */
export function Swatch({ color }: { readonly color: string }) {
  return <span class="swatch" aria-hidden="true" style={{ background: `var(${color})` }} />;
}
