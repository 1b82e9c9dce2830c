import type { ComponentChildren } from 'preact';

// Drawn on a grid of 16, in the colour of the text around. Decoration: what they say is said in words too.

function Icon({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

const icon = (path: string) => () => (
  <Icon>
    <path d={path} />
  </Icon>
);

export const CheckIcon = icon('M3 8.5 6.5 12 13 4.5');
export const ChevronIcon = icon('m6 3.5 4.5 4.5L6 12.5');
export const CloseIcon = icon('m4 4 8 8m0-8-8 8');
export const CopyIcon = icon('M5.5 5.5V3h7.5v7.5h-2.5M3 5.5h7.5V13H3Z');
export const SearchIcon = icon('m13.5 13.5-3.2-3.2M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0Z');
export const TableIcon = icon('M2.5 3.5h11v9h-11Zm0 3h11m-11 3h11M6.5 6.5v6');
export const ChartIcon = icon('M2.5 13.5h11M4 11V8m4 3V3.5m4 7.5V6');
export const LogoutIcon = icon('M9.5 5V2.5h-7v11h7V11M6.5 8h7m-2.5-2.5L13.5 8 11 10.5');
export const BellOffIcon = icon('m2.5 2.5 11 11M4.5 6v2.5L3 11h8M6.5 13h3M5.5 3.4A3.5 3.5 0 0 1 11.5 6v2.5');
export const CalendarIcon = icon('M2.5 4h11v9.5h-11Zm0 3.2h11M5.5 2v3m5-3v3');
export const MoonIcon = icon('M13.5 9.6A6 6 0 0 1 6.4 2.5a6 6 0 1 0 7.1 7.1Z');
export const SunIcon = icon(
  'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6ZM8 1.2v1.3m0 11v1.3M1.2 8h1.3m11 0h1.3M3.2 3.2l.9.9m7.8 7.8.9.9m0-9.6-.9.9m-7.8 7.8-.9.9',
);

// One shape for each action, so that colour is not needed to tell them apart.
export const BlockIcon = icon('M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4ZM4.8 8h6.4');
export const FlagIcon = icon('M3.5 14.2V2.3c3-1.6 5.5 1.6 9 .2v6.2c-3.5 1.4-6-1.8-9-.2');
export const RedactIcon = icon('M2.5 3.2h7M2.5 7.2h11v1.6h-11Zm0 5.6h5');
export const AllowIcon = icon('M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM5.3 8.2l1.9 1.9 3.5-3.9');

// One for each severity of an alert.
export const WarningIcon = icon('M8 2 1.6 13.5h12.8ZM8 6.2v3.6m0 1.8v.2');
export const InfoIcon = icon('M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 7.3v3.7m0-6v.2');

export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path class="logo-shield" d="M16 2 4.5 6.4v8.4c0 7.2 4.7 12.6 11.5 15.2 6.8-2.6 11.5-8 11.5-15.2V6.4Z" />
      <path class="logo-eye" d="M8.6 15.6c2-3.4 4.5-5 7.4-5s5.4 1.6 7.4 5c-2 3.4-4.5 5-7.4 5s-5.4-1.6-7.4-5Z" />
      <circle class="logo-shield" cx="16" cy="15.6" r="2.7" />
    </svg>
  );
}
