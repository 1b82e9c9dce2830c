/** What a key may do. `admin` may do everything, and sees the events of all aliases. */
export const SCOPES = ['scan', 'feedback', 'events:read', 'reports:read', 'metrics:read', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

export function allows(granted: readonly Scope[], needed: Scope): boolean {
  return granted.includes(needed) || granted.includes('admin');
}
